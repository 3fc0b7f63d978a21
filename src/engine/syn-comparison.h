/* N articles compared: the documents, the alignment and the framing, in one immutable object. The single thing that the
 * views and the exporters read. */
#pragma once

#include "syn-alignment.h"
#include "syn-article.h"
#include "syn-framing.h"

G_BEGIN_DECLS

#define SYN_TYPE_COMPARISON (syn_comparison_get_type ())
G_DECLARE_FINAL_TYPE (SynComparison, syn_comparison, SYN, COMPARISON, GObject)

guint         syn_comparison_get_n_articles (SynComparison *self);
SynArticle   *syn_comparison_get_article    (SynComparison *self, guint article);
SynDocument  *syn_comparison_get_document   (SynComparison *self, guint article);
SynAlignment *syn_comparison_get_alignment  (SynComparison *self);
SynFraming   *syn_comparison_get_framing    (SynComparison *self);

/* Quote row (of the framing) to fact: the fact whose mention holds its content, or SYN_NO_INDEX. */
guint         syn_comparison_find_quote_fact (SynComparison *self, guint quote);

G_END_DECLS
