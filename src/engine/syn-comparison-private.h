#pragma once

#include "syn-comparison.h"

G_BEGIN_DECLS

/* `n` articles and as many documents, all referenced; takes the alignment and the framing. (transfer full) */
SynComparison *syn_comparison_new (SynArticle *const *articles, SynDocument *const *documents, gsize n,
                                   SynAlignment *alignment, SynFraming *framing);

G_END_DECLS
