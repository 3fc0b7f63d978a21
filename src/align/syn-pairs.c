#include "config.h"

#include "syn-pair-graph-private.h"

#include <math.h>

#include "syn-parallel.h"

/* Names and words that stand beside the other passage count as full evidence from this weight on, nats. */
#define FULL_NEIGHBOURS 10.0

/* Sentences on each side that count as neighbours; what they show when they stand in crossed order, or
 * farther than next to each other. */
#define NEAR    2
#define CROSSED 0.7
#define FARTHER 0.4

/* Pairs that a thread scores at a time: some milliseconds of work. */
#define SLICE 512

static inline guint64
make_key (guint32 a, guint32 b)
{
  return (guint64) a << 32 | b;
}

/* Asked for so often that g_array_binary_search () with its calls would be a twentieth of a comparison. */
const SynScoredPair *
syn_pairs_find (const GArray *pairs, guint32 a, guint32 b)
{
  const SynScoredPair *all = (const SynScoredPair *) (gpointer) pairs->data;
  guint64 key = make_key (MIN (a, b), MAX (a, b));

  for (guint n = pairs->len; n > 1;) {
    guint half = n / 2;

    if (make_key (all[half].a, all[half].b) <= key)
      all += half;
    n -= half;
  }

  return pairs->len > 0 && make_key (all->a, all->b) == key ? all : NULL;
}

/* ---- each pair by itself ---- */

/* What the threads share: each takes a slice of the candidates and fills the same slice of the pairs. */
typedef struct {
  const SynCorpus *corpus;
  const SynModel *model;
  const GArray *candidates;
  GArray *pairs;
  const SynPairGraph *graph; /* of the first scores, for the second round */
  const float *best;         /* of find_best (), likewise */
  GCancellable *cancellable;
} Scoring;

static guint
count_slices (const GArray *candidates)
{
  return (candidates->len + SLICE - 1) / SLICE;
}

static void
compare_slice (guint slice, gpointer data)
{
  const Scoring *self = data;
  g_autoptr (SynComparer) comparer = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  comparer = syn_comparer_new (self->corpus);
  for (guint i = slice * SLICE; i < MIN ((slice + 1) * SLICE, self->pairs->len); i++) {
    const SynCandidate *candidate = &g_array_index (self->candidates, SynCandidate, i);
    SynScoredPair *scored = &g_array_index (self->pairs, SynScoredPair, i);
    const SynPair *pair = syn_comparer_compare (comparer, candidate->a, candidate->b, FALSE);

    scored->a = candidate->a;
    scored->b = candidate->b;
    scored->first = syn_model_get_score (self->model, SYN_MODEL_FIRST, pair->features);
    for (int f = 0; f < SYN_N_FEATURES; f++)
      scored->features[f] = pair->features[f];
  }
}

/* ---- neighbourhood ---- */

/* The passage `step` sentences on in the same article, or SYN_NO_INDEX. */
static guint32
get_neighbour (const SynCorpus *corpus, guint32 passage, int step)
{
  gint64 other = (gint64) passage + step;

  if (other < 0 || other >= corpus->passages->len)
    return SYN_NO_INDEX;
  if (syn_corpus_get_passage (corpus, other)->article != syn_corpus_get_passage (corpus, passage)->article)
    return SYN_NO_INDEX;

  return other;
}

static double
find_matching_neighbours (const SynCorpus *corpus, const SynPairGraph *graph, const SynScoredPair *pair)
{
  double best = 0;

  for (int x = -NEAR; x <= NEAR; x++) {
    for (int y = -NEAR; y <= NEAR; y++) {
      guint32 a = get_neighbour (corpus, pair->a, x);
      guint32 b = get_neighbour (corpus, pair->b, y);
      double first =
          x != 0 && y != 0 && a != SYN_NO_INDEX && b != SYN_NO_INDEX ? syn_pair_graph_get (graph, a, b) : 0;

      best = MAX (best, first * (x * y < 0 ? CROSSED : 1) * (ABS (x) + ABS (y) > 2 ? FARTHER : 1));
    }
  }

  return best;
}

static gboolean
has_referent (const SynCorpus *corpus, guint32 passage, guint32 referent)
{
  const SynPassage *record = syn_corpus_get_passage (corpus, passage);
  const guint32 *referents = syn_corpus_get_passage_referents (corpus, record);

  for (guint i = 0; i < record->n_referents; i++) {
    if (referents[i] == referent)
      return TRUE;
  }

  return FALSE;
}

/* The weight of a name of `passage` that `other` lacks but has beside it: who speaks is often named a
 * sentence away. */
static double
find_name_beside (const SynCorpus *corpus, guint32 passage, guint32 other)
{
  double best = 0;

  for (int x = -1; x <= 1; x++) {
    guint32 near = get_neighbour (corpus, passage, x);

    for (int y = -1; y <= 1 && near != SYN_NO_INDEX; y++) {
      guint32 beside = get_neighbour (corpus, other, y);
      const SynPassage *record = syn_corpus_get_passage (corpus, near);
      const guint32 *referents = syn_corpus_get_passage_referents (corpus, record);

      if (beside == SYN_NO_INDEX || (x == 0 && y == 0))
        continue;
      for (guint i = 0; i < record->n_referents; i++) {
        if (has_referent (corpus, beside, referents[i]))
          best = MAX (best, g_array_index (corpus->referents, SynReferent, referents[i]).weight);
      }
    }
  }

  return best;
}

/* Per passage and other article, the best first score. */
static float *
find_best (const SynCorpus *corpus, const GArray *pairs)
{
  float *best = g_new0 (float, (gsize) corpus->passages->len * corpus->n_articles + 1);

  for (guint i = 0; i < pairs->len; i++) {
    const SynScoredPair *pair = &g_array_index (pairs, SynScoredPair, i);
    guint a_article = syn_corpus_get_passage (corpus, pair->a)->article;
    guint b_article = syn_corpus_get_passage (corpus, pair->b)->article;
    float *a_best = &best[(gsize) pair->a * corpus->n_articles + b_article];
    float *b_best = &best[(gsize) pair->b * corpus->n_articles + a_article];

    *a_best = MAX (*a_best, pair->first);
    *b_best = MAX (*b_best, pair->first);
  }

  return best;
}

static double
get_position (const SynCorpus *corpus, guint32 passage)
{
  const SynPassage *record = syn_corpus_get_passage (corpus, passage);

  return (record->sentence + 0.5) / corpus->articles[record->article].n_sentences;
}

/* ---- third articles ---- */

/* How surely a passage of a third article states the same as both: the weaker of its two scores. */
static double
find_triangle (const SynCorpus *corpus, const SynPairGraph *graph, guint32 a, guint32 b)
{
  guint a_article = syn_corpus_get_passage (corpus, a)->article;
  guint b_article = syn_corpus_get_passage (corpus, b)->article;
  guint32 x = graph->starts[a], y = graph->starts[b];
  double best = 0;

  while (x < graph->starts[a + 1] && y < graph->starts[b + 1]) {
    guint32 other = graph->others[x];
    guint article;

    if (other != graph->others[y]) {
      if (other < graph->others[y])
        x++;
      else
        y++;
      continue;
    }
    article = syn_corpus_get_passage (corpus, other)->article;
    if (article != a_article && article != b_article)
      best = MAX (best, MIN (graph->scores[x], graph->scores[y]));
    x++;
    y++;
  }

  return best;
}

static void
look_around (const SynCorpus *corpus, const SynPairGraph *graph, const float *best, SynScoredPair *pair)
{
  guint a_article = syn_corpus_get_passage (corpus, pair->a)->article;
  guint b_article = syn_corpus_get_passage (corpus, pair->b)->article;
  double a_best = best[(gsize) pair->a * corpus->n_articles + b_article];
  double b_best = best[(gsize) pair->b * corpus->n_articles + a_article];

  pair->features[SYN_FEATURE_NEIGHBOUR] = find_matching_neighbours (corpus, graph, pair);
  pair->features[SYN_FEATURE_NEIGHBOUR_NAME] =
      MIN (find_name_beside (corpus, pair->a, pair->b) / FULL_NEIGHBOURS, 1);
  pair->features[SYN_FEATURE_BEST] = (pair->first / a_best + pair->first / b_best) / 2;
  pair->features[SYN_FEATURE_STATEMENT] =
      pair->features[SYN_FEATURE_SPEAKER] * MAX (2 * pair->features[SYN_FEATURE_BEST] - 1, 0);
  pair->features[SYN_FEATURE_POSITION] =
      1 - fabs (get_position (corpus, pair->a) - get_position (corpus, pair->b));
  pair->features[SYN_FEATURE_TRIANGLE] = find_triangle (corpus, graph, pair->a, pair->b);
  pair->features[SYN_FEATURE_TWO] = corpus->n_articles == 2;
}

static void
look_around_slice (guint slice, gpointer data)
{
  const Scoring *self = data;

  for (guint i = slice * SLICE; i < MIN ((slice + 1) * SLICE, self->pairs->len); i++) {
    SynScoredPair *pair = &g_array_index (self->pairs, SynScoredPair, i);
    double features[SYN_N_FEATURES];

    look_around (self->corpus, self->graph, self->best, pair);
    for (int f = 0; f < SYN_N_FEATURES; f++)
      features[f] = pair->features[f];
    pair->score = syn_model_get_score (self->model, SYN_MODEL_STORY, features);
  }
}

GArray *
syn_pairs_score (const SynCorpus *corpus,
                 const SynModel *model,
                 const GArray *candidates,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GArray) pairs = g_array_sized_new (FALSE, FALSE, sizeof (SynScoredPair), candidates->len);
  g_autofree float *best = NULL;
  g_autoptr (SynPairGraph) graph = NULL;
  Scoring scoring = { corpus, model, candidates, pairs, NULL, NULL, cancellable };

  g_array_set_size (pairs, candidates->len);
  syn_parallel_run (count_slices (candidates), compare_slice, &scoring);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  scoring.graph = graph = syn_pair_graph_new (pairs, corpus->passages->len, SYN_PAIR_FIRST);
  scoring.best = best = find_best (corpus, pairs);
  syn_parallel_run (count_slices (candidates), look_around_slice, &scoring);

  return g_steal_pointer (&pairs);
}
