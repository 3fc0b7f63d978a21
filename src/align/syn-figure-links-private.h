/* Which figures of different articles measure one quantity. Private to align. */
#pragma once

#include "syn-pairs-private.h"

G_BEGIN_DECLS

/* A figure that says enough to be compared, in its sentence. */
typedef struct {
  guint32 passage;
  guint32 figure; /* in its article */
} SynFigureNode;

typedef struct {
  guint a; /* nodes, of two articles */
  guint b;
  SynFigureRelation relation; /* never UNRELATED */
  double strength;            /* what speaks for one quantity, nats */
} SynFigureLink;

/* By passage, then figure. (transfer full) (element-type SynFigureNode) */
GArray *syn_figure_nodes_find (const SynCorpus *corpus);

/* Agreeing links first, then compatible ones, then conflicts, each the strongest first. (transfer full)
 * (element-type SynFigureLink) */
GArray *syn_figure_links_find (const SynCorpus *corpus, const GArray *pairs, const GArray *nodes);

/* Whose words these are: an aside is another voice than its article. */
static inline guint
syn_passage_get_voice (const SynPassage *passage)
{
  return passage->article * 4 + passage->aside;
}

static inline const SynPassage *
syn_figure_node_get_passage (const SynCorpus *corpus, const SynFigureNode *node)
{
  return syn_corpus_get_passage (corpus, node->passage);
}

static inline const SynFigure *
syn_figure_node_get_figure (const SynCorpus *corpus, const SynFigureNode *node)
{
  return &corpus->articles[syn_figure_node_get_passage (corpus, node)->article].figures[node->figure];
}

G_END_DECLS
