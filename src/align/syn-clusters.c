/* Facts are grown: the surest pair that no fact holds yet founds one, and those passages join that agree with
 * all of it, not with one of its members, so that topics do not chain. A passage may state several facts. */
#include "config.h"

#include "syn-clusters-private.h"

#include "syn-pair-graph-private.h"

#include <string.h>

/* Facts from here on are shown by default; looser pairs make facts of their own and never weaken these. */
#define SURE 0.5

/* A passage joins from this mean score with the members of other articles on, and no less with each. Best on
 * the readers' stories, each left out of the fit in turn. */
#define MIN_JOIN 0.45f
#define MIN_EACH 0.3f

/* A pair left over goes into a fact of one of its two passages when the other one fits in so well; else it is
 * a fact of its own. Few facts with many mentions read better than many that share most of theirs. Measured
 * likewise. */
#define MIN_HOME      0.4f
#define MIN_HOME_EACH 0.2f

/* Two facts become one that have so much of the smaller one in common, where the rest of the later one fits
 * so well into the earlier. Measured likewise. */
#define MERGE_SHARE 0.6
#define MIN_MERGE   0.4f

/* Passages of one article in a fact: more are the mark of a topic. */
#define MAX_MENTIONS 6

/* Members of a fact: bounds the work where everything matches everything. */
#define MAX_MEMBERS 40

/* Pairs between two looks at the cancellable. */
#define CANCEL_STEP 256

/* A passage that may join a fact: its scores with the members of other articles. */
typedef struct {
  guint32 passage;
  float sum;
  float least;
  guint n;
  guint n_same; /* members of its own article */
} Fit;

typedef struct {
  const SynCorpus *corpus;
  const GArray *pairs;
  SynPairGraph *graph;
  guint8 *covered;     /* per pair: a fact holds both */
  GPtrArray **homes;   /* per passage: its facts; NULL for none */
  GPtrArray *clusters; /* of SynCluster */
} Growth;

void
syn_cluster_free (SynCluster *cluster)
{
  if (cluster == NULL)
    return;

  g_array_unref (cluster->members);
  g_free (cluster);
}

static guint32
get_member (const SynCluster *cluster, guint i)
{
  return g_array_index (cluster->members, SynClusterMember, i).passage;
}

static guint
get_article (const Growth *self, guint32 passage)
{
  return syn_corpus_get_passage (self->corpus, passage)->article;
}

static void
add_to_fit (const Growth *self, Fit *fit, guint32 member)
{
  float score;

  if (get_article (self, fit->passage) == get_article (self, member)) {
    fit->n_same++;
    return;
  }

  score = syn_pair_graph_get (self->graph, fit->passage, member);
  fit->sum += score;
  fit->least = fit->n == 0 ? score : MIN (fit->least, score);
  fit->n++;
}

static Fit
measure_fit (const Growth *self, const SynCluster *cluster, guint32 passage)
{
  Fit fit = { passage };

  for (guint i = 0; i < cluster->members->len; i++)
    add_to_fit (self, &fit, get_member (cluster, i));

  return fit;
}

static gboolean
is_good (const Fit *fit, float min_mean, float min_each)
{
  return fit->n > 0 && fit->n_same < MAX_MENTIONS && fit->least >= min_each && fit->sum >= min_mean * fit->n;
}

static gboolean
is_member (const SynCluster *cluster, guint32 passage)
{
  for (guint i = 0; i < cluster->members->len; i++) {
    if (get_member (cluster, i) == passage)
      return TRUE;
  }

  return FALSE;
}

static void
note_home (Growth *self, SynCluster *cluster, guint32 passage)
{
  if (self->homes[passage] == NULL)
    self->homes[passage] = g_ptr_array_new ();
  g_ptr_array_add (self->homes[passage], cluster);
}

/* The passage joins, and the pairs that it makes with the members need no fact of their own. */
static void
add_member (Growth *self, SynCluster *cluster, guint32 passage)
{
  SynClusterMember member = { passage };

  for (guint i = 0; i < cluster->members->len; i++) {
    const SynScoredPair *pair = syn_pairs_find (self->pairs, passage, get_member (cluster, i));

    if (pair != NULL)
      self->covered[pair - &g_array_index (self->pairs, SynScoredPair, 0)] = TRUE;
  }
  g_array_append_val (cluster->members, member);
  note_home (self, cluster, passage);
}

/* ---- a fact from its founding pair ---- */

/* Adds what `passage` was compared with to those that may join. */
static void
collect_fits (const Growth *self, const SynCluster *cluster, guint32 passage, float min_each, GArray *fits)
{
  for (guint32 i = self->graph->starts[passage]; i < self->graph->starts[passage + 1]; i++) {
    guint32 other = self->graph->others[i];
    Fit fit;
    gboolean is_known = is_member (cluster, other);

    for (guint k = 0; k < fits->len && !is_known; k++)
      is_known = g_array_index (fits, Fit, k).passage == other;
    if (is_known || self->graph->scores[i] < min_each)
      continue;
    fit = measure_fit (self, cluster, other);
    g_array_append_val (fits, fit);
  }
}

static int
find_best_fit (const GArray *fits, float min_mean, float min_each)
{
  float most = -1;
  int best = -1;

  for (guint i = 0; i < fits->len; i++) {
    const Fit *fit = &g_array_index (fits, Fit, i);

    if (is_good (fit, min_mean, min_each) && fit->sum / fit->n > most) {
      most = fit->sum / fit->n;
      best = i;
    }
  }

  return best;
}

/* `scale`: how much less than a sure fact's members must agree. */
static void
found (Growth *self, const SynScoredPair *pair, float scale)
{
  SynCluster *cluster = g_new0 (SynCluster, 1);
  g_autoptr (GArray) fits = g_array_new (FALSE, FALSE, sizeof (Fit));
  int best;

  cluster->members = g_array_new (FALSE, TRUE, sizeof (SynClusterMember));
  cluster->confidence = pair->score;
  g_ptr_array_add (self->clusters, cluster);
  add_member (self, cluster, pair->a);
  add_member (self, cluster, pair->b);

  collect_fits (self, cluster, pair->a, MIN_EACH * scale, fits);
  collect_fits (self, cluster, pair->b, MIN_EACH * scale, fits);
  while (cluster->members->len < MAX_MEMBERS &&
         (best = find_best_fit (fits, MIN_JOIN * scale, MIN_EACH * scale)) >= 0) {
    guint32 passage = g_array_index (fits, Fit, best).passage;

    g_array_remove_index (fits, best);
    add_member (self, cluster, passage);
    for (guint i = 0; i < fits->len; i++)
      add_to_fit (self, &g_array_index (fits, Fit, i), passage);
  }
}

/* ---- pairs left over ---- */

/* Into the fact of one of the two passages that the other one fits best, if there is one. */
static gboolean
find_home (Growth *self, const SynScoredPair *pair)
{
  const guint32 sides[] = { pair->a, pair->b };
  SynCluster *best = NULL;
  guint32 newcomer = 0;
  float most = -1;

  for (guint i = 0; i < 2; i++) {
    const GPtrArray *homes = self->homes[sides[i]];

    for (guint k = 0; homes != NULL && k < homes->len; k++) {
      SynCluster *cluster = g_ptr_array_index (homes, k);
      Fit fit = measure_fit (self, cluster, sides[1 - i]);

      if (cluster->members->len < MAX_MEMBERS && is_good (&fit, MIN_HOME, MIN_HOME_EACH) &&
          fit.sum / fit.n > most) {
        best = cluster;
        newcomer = sides[1 - i];
        most = fit.sum / fit.n;
      }
    }
  }

  if (best != NULL)
    add_member (self, best, newcomer);

  return best != NULL;
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const SynScoredPair *x = *(const SynScoredPair *const *) a;
  const SynScoredPair *y = *(const SynScoredPair *const *) b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;

  return (x->b > y->b) - (x->b < y->b);
}

/* Facts of all pairs of at least `floor` that are in none. */
static gboolean
grow (Growth *self, double floor, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  const SynScoredPair *first = &g_array_index (self->pairs, SynScoredPair, 0);

  for (guint i = 0; i < self->pairs->len; i++) {
    SynScoredPair *pair = &g_array_index (self->pairs, SynScoredPair, i);

    if (pair->score >= floor && !self->covered[i])
      g_ptr_array_add (sorted, pair);
  }
  g_ptr_array_sort (sorted, compare_scores);

  for (guint i = 0; i < sorted->len; i++) {
    const SynScoredPair *pair = g_ptr_array_index (sorted, i);

    if (i % CANCEL_STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (!self->covered[pair - first] && !(floor >= SURE && find_home (self, pair)))
      found (self, pair, floor / SURE);
  }

  return TRUE;
}

/* ---- facts that say nearly the same ---- */

static gboolean
can_merge (const Growth *self, const SynCluster *into, const SynCluster *from)
{
  guint n_shared = 0;

  for (guint i = 0; i < from->members->len; i++)
    n_shared += is_member (into, get_member (from, i));
  if (n_shared < MERGE_SHARE * MIN (into->members->len, from->members->len))
    return FALSE;

  for (guint i = 0; i < from->members->len; i++) {
    Fit fit = measure_fit (self, into, get_member (from, i));

    if (!is_member (into, get_member (from, i)) && !is_good (&fit, MIN_MERGE, 0))
      return FALSE;
  }

  return TRUE;
}

/* The first of the facts in `homes` of the members that `from` can be merged into, or NULL. */
static SynCluster *
find_merger (const Growth *self, GPtrArray *const *homes, const SynCluster *from)
{
  for (guint i = 0; i < from->members->len; i++) {
    const GPtrArray *list = homes[get_member (from, i)];

    for (guint k = 0; list != NULL && k < list->len; k++) {
      if (can_merge (self, g_ptr_array_index (list, k), from))
        return g_ptr_array_index (list, k);
    }
  }

  return NULL;
}

/* Each fact goes into one of those before it that it can be merged with; homes are told anew. */
static void
merge (Growth *self)
{
  g_autofree GPtrArray **old_homes =
      g_memdup2 (self->homes, self->corpus->passages->len * sizeof (GPtrArray *));
  guint kept = 0;

  memset (self->homes, 0, self->corpus->passages->len * sizeof (GPtrArray *));
  for (guint i = 0; i < self->clusters->len; i++) {
    SynCluster *cluster = g_ptr_array_index (self->clusters, i);
    SynCluster *into = find_merger (self, self->homes, cluster);

    for (guint m = 0; into != NULL && m < cluster->members->len; m++) {
      Fit fit = measure_fit (self, into, get_member (cluster, m));

      if (!is_member (into, fit.passage) && fit.n_same < MAX_MENTIONS && into->members->len < MAX_MEMBERS)
        add_member (self, into, fit.passage);
    }
    if (into != NULL) {
      syn_cluster_free (cluster);
      continue;
    }

    for (guint m = 0; m < cluster->members->len; m++)
      note_home (self, cluster, get_member (cluster, m));
    g_ptr_array_index (self->clusters, kept++) = cluster;
  }

  /* those beyond have moved or are gone */
  for (guint i = kept; i < self->clusters->len; i++)
    g_ptr_array_index (self->clusters, i) = NULL;
  g_ptr_array_set_size (self->clusters, kept);
  for (guint p = 0; p < self->corpus->passages->len; p++)
    g_clear_pointer (&old_homes[p], g_ptr_array_unref);
}

/* ---- public ---- */

static int
compare_members (gconstpointer a, gconstpointer b)
{
  const SynClusterMember *x = a;
  const SynClusterMember *y = b;

  return (x->passage > y->passage) - (x->passage < y->passage);
}

/* How sure the mentions are, and the fact with them: a mention is as sure as its own best match, which the
 * mean keeps from being one by chance. What founded the fact bounds it: sure facts stay sure, loose ones
 * loose. */
static void
measure_confidence (const Growth *self, SynCluster *cluster)
{
  double sum = 0;

  g_array_sort (cluster->members, compare_members);
  for (guint i = 0; i < cluster->members->len; i++) {
    SynClusterMember *member = &g_array_index (cluster->members, SynClusterMember, i);
    Fit fit = measure_fit (self, cluster, member->passage);
    double best = 0;

    for (guint k = 0; k < cluster->members->len; k++)
      best = MAX (best, syn_pair_graph_get (self->graph, member->passage, get_member (cluster, k)));
    member->support = (fit.sum / MAX (fit.n, 1) + best) / 2;
    sum += member->support;
  }
  sum /= cluster->members->len;
  cluster->confidence = cluster->confidence >= SURE ? MAX (sum, SURE) : MIN (sum, cluster->confidence);
}

static int
compare_clusters (gconstpointer a, gconstpointer b)
{
  const SynCluster *x = *(const SynCluster *const *) a;
  const SynCluster *y = *(const SynCluster *const *) b;

  for (guint i = 0; i < x->members->len && i < y->members->len; i++) {
    int order = compare_members (&g_array_index (x->members, SynClusterMember, i),
                                 &g_array_index (y->members, SynClusterMember, i));

    if (order != 0)
      return order;
  }

  return (x->members->len > y->members->len) - (x->members->len < y->members->len);
}

void
syn_clusters_sort (GPtrArray *clusters)
{
  g_ptr_array_sort (clusters, compare_clusters);
}

GPtrArray *
syn_clusters_find (
    const SynCorpus *corpus, const GArray *pairs, double floor, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) clusters = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_cluster_free);
  g_autoptr (SynPairGraph) graph = syn_pair_graph_new (pairs, corpus->passages->len, SYN_PAIR_FINAL);
  g_autofree guint8 *covered = g_malloc0 (pairs->len + 1);
  g_autofree GPtrArray **homes = g_new0 (GPtrArray *, corpus->passages->len + 1);
  Growth growth = { corpus, pairs, graph, covered, homes, clusters };
  gboolean is_done = grow (&growth, SURE, cancellable, error);

  if (is_done)
    merge (&growth);
  is_done = is_done && (floor >= SURE || grow (&growth, floor, cancellable, error));
  for (guint i = 0; i < corpus->passages->len; i++)
    g_clear_pointer (&homes[i], g_ptr_array_unref);
  if (!is_done)
    return NULL;

  for (guint i = 0; i < clusters->len; i++)
    measure_confidence (&growth, g_ptr_array_index (clusters, i));
  syn_clusters_sort (clusters);

  return g_steal_pointer (&clusters);
}
