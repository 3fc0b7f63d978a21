/* Which figures and days of different articles are values of one quantity. Private to align. */
#pragma once

#include "syn-pairs-private.h"

G_BEGIN_DECLS

/* A figure or a day that says enough to be compared, in its sentence. */
typedef struct {
  guint32 passage;
  guint32 record; /* figure or date in its article */
  gboolean is_date;
} SynValueNode;

typedef struct {
  guint a; /* nodes, of two articles */
  guint b;
  SynFigureRelation relation; /* never UNRELATED */
  double strength;            /* what speaks for one quantity, nats */
} SynValueLink;

/* By passage, figures first. (transfer full) (element-type SynValueNode) */
GArray *syn_value_nodes_find (const SynCorpus *corpus);

/* Agreeing links first, then compatible ones, then conflicts, each the strongest first. (transfer full)
 * (element-type SynValueLink) */
GArray *syn_value_links_find (const SynCorpus *corpus, const GArray *pairs, const GArray *nodes);

/* Both values may be true of one quantity. */
gboolean syn_values_meet (const SynCorpus *corpus, const SynValueNode *a, const SynValueNode *b);

/* Both may be of one thing, whatever their values. */
gboolean syn_values_may_be_one (const SynCorpus *corpus, const SynValueNode *a, const SynValueNode *b);

/* ---- syn-value-context.c ---- */

/* What the clauses around the two values share beside what they count, nats; `n_shared` (out): plain words of `a`'s. */
double syn_value_nodes_weigh_context (const SynCorpus *corpus,
                                      const SynValueNode *a,
                                      const SynValueNode *b,
                                      guint *n_shared);

/* Plain words that stand beside the value in its clause. */
guint syn_value_node_count_context (const SynCorpus *corpus, const SynValueNode *node);

/* That both count tugs says much, that both count people nothing, nats. */
double syn_value_node_weigh_noun (const SynCorpus *corpus, const SynValueNode *node);

/* Both clauses name countries, and none in common: the traffic to one, the traffic to another. */
gboolean syn_value_nodes_name_other_countries (const SynCorpus *corpus, const SynValueNode *a, const SynValueNode *b);

/* ---- shared ---- */

/* Whose words these are: an aside is another voice than its article. */
static inline guint
syn_passage_get_voice (const SynPassage *passage)
{
  return passage->article * 4 + passage->aside;
}

static inline const SynPassage *
syn_value_node_get_passage (const SynCorpus *corpus, const SynValueNode *node)
{
  return syn_corpus_get_passage (corpus, node->passage);
}

static inline const SynArticleView *
syn_value_node_get_article (const SynCorpus *corpus, const SynValueNode *node)
{
  return &corpus->articles[syn_value_node_get_passage (corpus, node)->article];
}

/* NULL for a day. */
static inline const SynFigure *
syn_value_node_get_figure (const SynCorpus *corpus, const SynValueNode *node)
{
  return node->is_date ? NULL : &syn_value_node_get_article (corpus, node)->figures[node->record];
}

/* NULL for a figure. */
static inline const SynDateMention *
syn_value_node_get_date (const SynCorpus *corpus, const SynValueNode *node)
{
  return node->is_date ? &syn_value_node_get_article (corpus, node)->dates[node->record] : NULL;
}

G_END_DECLS
