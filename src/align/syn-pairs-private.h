/* Which passages are worth comparing, and how surely each two of them state a common fact. Private to align. */
#pragma once

#include "syn-model-private.h"

G_BEGIN_DECLS

typedef struct {
  guint32 a; /* passages of two articles, a < b */
  guint32 b;
} SynCandidate;

/* Pairs that share something telling, through an inverted index: about as many as there are passages, not their square.
 * By a, then b. (transfer full) (element-type SynCandidate) */
GArray *syn_candidates_find (const SynCorpus *corpus);

typedef struct {
  guint32 a;
  guint32 b;
  float first; /* before the neighbourhood was known */
  float score; /* 0 to 1 */
  float features[SYN_N_FEATURES];
} SynScoredPair;

/* Compares the candidates and looks at what stands around them. In the candidates' order. NULL only when cancelled.
 * (transfer full) (element-type SynScoredPair) */
GArray *syn_pairs_score (const SynCorpus *corpus,
                         const SynModel *model,
                         const GArray *candidates,
                         GCancellable *cancellable,
                         GError **error);

/* The pair of two passages in either order, or NULL where they were no candidates. */
const SynScoredPair *syn_pairs_find (const GArray *pairs, guint32 a, guint32 b);

G_END_DECLS
