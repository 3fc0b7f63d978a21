/* Scored pairs as a graph: which passages each passage was compared with, and how sure each of the two is. Private to
 * align. */
#pragma once

#include "syn-pairs-private.h"

G_BEGIN_DECLS

typedef struct {
  guint32 *starts; /* per passage and one more: where its others begin */
  guint32 *others; /* each passage's, ascending */
  float *scores;   /* beside them */
} SynPairGraph;

/* Which of a pair's two scores the graph holds. */
typedef enum {
  SYN_PAIR_FIRST,
  SYN_PAIR_FINAL,
} SynPairStage;

/* `pairs`: by a, then by b. */
SynPairGraph *syn_pair_graph_new  (const GArray *pairs,
                                   guint n_passages,
                                   SynPairStage stage);
void          syn_pair_graph_free (SynPairGraph *self);

/* The score of two passages in either order; 0 where they were not compared. */
float         syn_pair_graph_get  (const SynPairGraph *self,
                                   guint32 a,
                                   guint32 b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynPairGraph, syn_pair_graph_free)

G_END_DECLS
