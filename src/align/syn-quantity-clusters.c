/* Which fact a quantity belongs to. A sentence says more than its figure; where articles differ in a figure,
 * that is a claim of its own, and only the sentences that give the figure are its mentions. */
#include "config.h"

#include "syn-quantities-private.h"

/* A passage that only gives another value joins with this share of the fact's confidence. */
#define ATTACHED_SUPPORT 0.75

/* What is known of a fact that stands on its figures alone. Shown by default: the strength that makes two
 * differing figures one quantity is measured, see syn-quantities.c. */
#define MIN_CONTESTED 0.6

/* Passages that share a value are a fact of their own where each surely matches another. */
#define MIN_OWN 0.5

static GArray *
collect_passages (const SynQuantity *quantity)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < quantity->entries->len; i++) {
    guint32 passage = g_array_index (quantity->entries, SynQuantityEntry, i).passage;

    if (passages->len == 0 || g_array_index (passages, guint32, passages->len - 1) != passage)
      g_array_append_val (passages, passage);
  }

  return passages;
}

static gboolean
has_member (const SynCluster *cluster, guint32 passage)
{
  for (guint i = 0; i < cluster->members->len; i++) {
    if (g_array_index (cluster->members, SynClusterMember, i).passage == passage)
      return TRUE;
  }

  return FALSE;
}

static guint
count_shared (const SynCluster *cluster, const GArray *passages)
{
  guint n = 0;

  for (guint i = 0; i < passages->len; i++)
    n += has_member (cluster, g_array_index (passages, guint32, i));

  return n;
}

/* The cluster with most of the passages, of two at least; where `is_whole`, one with no others. Of equal ones
 * the surest. */
static SynCluster *
find_cluster (GPtrArray *clusters, const GArray *passages, gboolean is_whole)
{
  SynCluster *best = NULL;
  guint most = 1;

  for (guint c = 0; c < clusters->len; c++) {
    SynCluster *cluster = g_ptr_array_index (clusters, c);
    guint n = count_shared (cluster, passages);

    if (is_whole && n < cluster->members->len)
      continue;
    if (n > most || (n == most && best != NULL && cluster->confidence > best->confidence)) {
      best = cluster;
      most = n;
    }
  }

  return best;
}

/* So telling a figure makes its sentence a mention of what the others say of it. */
static gboolean
is_telling (const SynCorpus *corpus, const SynQuantity *quantity)
{
  const SynQuantityEntry *entry = &g_array_index (quantity->entries, SynQuantityEntry, 0);
  const SynPassage *passage = syn_corpus_get_passage (corpus, entry->passage);

  return quantity->kind == SYN_QUANTITY_FIGURE &&
         syn_figure_get_weight (&corpus->articles[passage->article].figures[entry->record]) >=
             SYN_FIGURES_TELLING;
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  const SynClusterMember *x = a;
  const SynClusterMember *y = b;

  return (x->passage > y->passage) - (x->passage < y->passage);
}

static void
add_missing (SynCluster *cluster, const GArray *passages)
{
  for (guint i = 0; i < passages->len; i++) {
    SynClusterMember member = { g_array_index (passages, guint32, i),
                                cluster->confidence * ATTACHED_SUPPORT };

    if (!has_member (cluster, member.passage))
      g_array_append_val (cluster->members, member);
  }
  g_array_sort (cluster->members, compare_members);
}

/* Each passage's best score with another; the least of them. */
static double
find_least_support (const GArray *pairs, const GArray *passages, double *support)
{
  double least = 1;

  for (guint i = 0; i < passages->len; i++) {
    support[i] = 0;
    for (guint k = 0; k < passages->len; k++) {
      const SynScoredPair *pair =
          syn_pairs_find (pairs, g_array_index (passages, guint32, i), g_array_index (passages, guint32, k));

      if (pair != NULL)
        support[i] = MAX (support[i], pair->score);
    }
    least = MIN (least, support[i]);
  }

  return least;
}

/* A member is as sure as the best of its pairs with the others. */
static SynCluster *
make_cluster (const GArray *passages, const double *support)
{
  SynCluster *cluster = g_new0 (SynCluster, 1);
  double sum = 0;

  cluster->members = g_array_new (FALSE, TRUE, sizeof (SynClusterMember));
  for (guint i = 0; i < passages->len; i++) {
    SynClusterMember member = { g_array_index (passages, guint32, i), MAX (support[i], MIN_CONTESTED) };

    sum += member.support;
    g_array_append_val (cluster->members, member);
  }
  cluster->confidence = sum / passages->len;

  return cluster;
}

/* Most of the cluster says something else: a topic, in which what the few share would be lost. */
static gboolean
is_lost (const SynCluster *cluster, const GArray *passages)
{
  return cluster != NULL && 2 * count_shared (cluster, passages) < cluster->members->len;
}

static void
settle (const SynCorpus *corpus, const GArray *pairs, GPtrArray *clusters, SynQuantity *quantity)
{
  g_autoptr (GArray) passages = collect_passages (quantity);
  g_autofree double *support = g_new (double, passages->len);
  double least = find_least_support (pairs, passages, support);
  gboolean is_contested = quantity->n_values > 1;
  gboolean is_own;

  quantity->cluster = find_cluster (clusters, passages, is_contested);
  if (is_contested)
    is_own = quantity->cluster == NULL;
  else
    is_own = (quantity->kind == SYN_QUANTITY_DAY || is_telling (corpus, quantity)) && least >= MIN_OWN &&
             is_lost (quantity->cluster, passages);

  if (is_own) {
    quantity->cluster = make_cluster (passages, support);
    g_ptr_array_add (clusters, quantity->cluster);
  } else if (quantity->cluster != NULL && (is_contested || is_telling (corpus, quantity))) {
    add_missing (quantity->cluster, passages);
  }
  if (is_contested)
    quantity->cluster->confidence = MAX (quantity->cluster->confidence, MIN_CONTESTED);
}

void
syn_quantities_settle (const SynCorpus *corpus,
                       const GArray *pairs,
                       GPtrArray *quantities,
                       GPtrArray *clusters)
{
  for (guint q = 0; q < quantities->len; q++)
    settle (corpus, pairs, clusters, g_ptr_array_index (quantities, q));
  syn_clusters_sort (clusters);
}
