/* An article that a search found, with the stretch of its text where the words stand. Immutable. */
#pragma once

#include "syn-article.h"
#include "syn-span.h"

G_BEGIN_DECLS

#define SYN_TYPE_SEARCH_HIT (syn_search_hit_get_type ())
G_DECLARE_FINAL_TYPE (SynSearchHit, syn_search_hit, SYN, SEARCH_HIT, GObject)

/* Without its text: (transfer none). */
SynArticle    *syn_search_hit_get_article     (SynSearchHit *self);
/* One line, "…" where it was cut; the text's opening where only the other fields have the words. */
const char    *syn_search_hit_get_snippet     (SynSearchHit *self);
/* The words found, in bytes of the snippet, in order. */
const SynSpan *syn_search_hit_get_marks       (SynSearchHit *self, gsize *n);
/* The words found in the headline, in bytes of the article's title. */
const SynSpan *syn_search_hit_get_title_marks (SynSearchHit *self, gsize *n);
/* How well it fits: the larger the better; only the order means something. */
double         syn_search_hit_get_rank        (SynSearchHit *self);

G_END_DECLS
