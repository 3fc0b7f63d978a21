#include "config.h"

#include "syn-pair-graph-private.h"

/* As pairs stand by a, then by b, each passage's others come out in order: first those before it, then those
 * after. */
static void
fill (SynPairGraph *self, const GArray *pairs, SynPairStage stage, guint32 *ends)
{
  for (guint side = 0; side < 2; side++) {
    for (guint i = 0; i < pairs->len; i++) {
      const SynScoredPair *pair = &g_array_index (pairs, SynScoredPair, i);
      guint32 at = ends[side == 0 ? pair->b : pair->a]++;

      self->others[at] = side == 0 ? pair->a : pair->b;
      self->scores[at] = stage == SYN_PAIR_FIRST ? pair->first : pair->score;
    }
  }
}

SynPairGraph *
syn_pair_graph_new (const GArray *pairs, guint n_passages, SynPairStage stage)
{
  SynPairGraph *self = g_new0 (SynPairGraph, 1);
  g_autofree guint32 *ends = NULL;

  self->starts = g_new0 (guint32, n_passages + 1);
  self->others = g_new (guint32, 2 * pairs->len + 1);
  self->scores = g_new (float, 2 * pairs->len + 1);

  for (guint i = 0; i < pairs->len; i++) {
    const SynScoredPair *pair = &g_array_index (pairs, SynScoredPair, i);

    self->starts[pair->a + 1]++;
    self->starts[pair->b + 1]++;
  }
  for (guint p = 0; p < n_passages; p++)
    self->starts[p + 1] += self->starts[p];
  ends = g_memdup2 (self->starts, (n_passages + 1) * sizeof (guint32));
  fill (self, pairs, stage, ends);

  return self;
}

void
syn_pair_graph_free (SynPairGraph *self)
{
  g_free (self->starts);
  g_free (self->others);
  g_free (self->scores);
  g_free (self);
}

float
syn_pair_graph_get (const SynPairGraph *self, guint32 a, guint32 b)
{
  guint32 low = self->starts[a], high = self->starts[a + 1];

  while (low < high) {
    guint32 middle = low + (high - low) / 2;

    if (self->others[middle] == b)
      return self->scores[middle];
    if (self->others[middle] < b)
      low = middle + 1;
    else
      high = middle;
  }

  return 0;
}
