/* Average link first: a passage joins where it agrees with the group, not with one of its members, so that
 * topics do not chain. Then strong pairs that ended up apart found facts of their own: a sentence may state
 * several. */
#include "config.h"

#include "syn-clusters-private.h"

#include "syn-average-link-private.h"

/* Facts from here on are shown by default; looser pairs make facts of their own and never weaken these. */
#define SURE 0.5

/* Two groups join from this mean score on, and a member with less support leaves. Best on the readers'
 * stories, each left out of the fit in turn. */
#define MIN_JOIN    0.40
#define MIN_SUPPORT 0.45

/* A passage joins a fact that it was torn from when the mean score with it is this; else the pair is a fact
 * of its own. */
#define MIN_HOME 0.40

/* Passages of one article in a fact: more are the mark of a topic. */
#define MAX_MENTIONS 6

/* Members that a fact grown from one pair takes in: bounds the work where everything matches everything. */
#define MAX_GROWTH 40

void
syn_cluster_free (SynCluster *cluster)
{
  g_array_unref (cluster->members);
  g_free (cluster);
}

static double
get_score (const GArray *pairs, guint32 a, guint32 b)
{
  const SynScoredPair *pair = syn_pairs_find (pairs, a, b);

  return pair != NULL ? pair->score : 0;
}

/* The mean score of a passage with the members of other articles. */
static double
get_support (const SynCorpus *corpus, const GArray *pairs, const GArray *members, guint32 passage)
{
  guint article = syn_corpus_get_passage (corpus, passage)->article;
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < members->len; i++) {
    guint32 other = g_array_index (members, SynClusterMember, i).passage;

    if (syn_corpus_get_passage (corpus, other)->article == article)
      continue;
    sum += get_score (pairs, passage, other);
    n++;
  }

  return n > 0 ? sum / n : 0;
}

static double
get_best (const SynCorpus *corpus, const GArray *pairs, const GArray *members, guint32 passage)
{
  double best = 0;

  for (guint i = 0; i < members->len; i++)
    best = MAX (best, get_score (pairs, passage, g_array_index (members, SynClusterMember, i).passage));

  return best;
}

static guint
count_articles (const SynCorpus *corpus, const GArray *members)
{
  guint n = 0;

  for (guint i = 0; i < members->len; i++) {
    guint article =
        syn_corpus_get_passage (corpus, g_array_index (members, SynClusterMember, i).passage)->article;

    if (i == 0 ||
        article != syn_corpus_get_passage (corpus, g_array_index (members, SynClusterMember, i - 1).passage)
                       ->article)
      n++;
  }

  return n;
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  const SynClusterMember *x = a;
  const SynClusterMember *y = b;

  return (x->passage > y->passage) - (x->passage < y->passage);
}

/* The member to leave next: the least supported one that has too little, or one too many of its article. */
static guint
find_weakest (const SynCorpus *corpus, const GArray *members, double min_support)
{
  guint weakest = G_MAXUINT;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < members->len; i++) {
    const SynClusterMember *member = &g_array_index (members, SynClusterMember, i);
    guint article = syn_corpus_get_passage (corpus, member->passage)->article;
    guint n = 0;

    for (guint k = 0; k < members->len; k++)
      n += syn_corpus_get_passage (corpus, g_array_index (members, SynClusterMember, k).passage)->article ==
           article;
    if ((member->support < min_support || n > MAX_MENTIONS) && member->support < least) {
      least = member->support;
      weakest = i;
    }
  }

  return weakest;
}

static void
measure_support (const SynCorpus *corpus, const GArray *pairs, GArray *members)
{
  for (guint i = 0; i < members->len; i++) {
    SynClusterMember *member = &g_array_index (members, SynClusterMember, i);

    member->support = get_support (corpus, pairs, members, member->passage);
  }
}

/* How sure the mentions are, and the cluster with them: a mention is as sure as its own best match, which the
 * mean keeps from being one by chance. */
static void
measure_confidence (const SynCorpus *corpus, const GArray *pairs, SynCluster *cluster)
{
  double sum = 0;

  measure_support (corpus, pairs, cluster->members);
  for (guint i = 0; i < cluster->members->len; i++) {
    SynClusterMember *member = &g_array_index (cluster->members, SynClusterMember, i);

    member->support = (member->support + get_best (corpus, pairs, cluster->members, member->passage)) / 2;
    sum += member->support;
  }
  cluster->confidence = sum / cluster->members->len;
}

/* Members leave until all that stay are supported; then the cluster's confidence is how sure its mentions
 * are. */
static SynCluster *
settle (const SynCorpus *corpus, const GArray *pairs, GArray *members, double min_support)
{
  SynCluster *cluster;

  g_array_sort (members, compare_members);
  for (;;) {
    guint weakest;

    measure_support (corpus, pairs, members);
    weakest = find_weakest (corpus, members, min_support);
    if (weakest == G_MAXUINT)
      break;
    g_array_remove_index (members, weakest);
  }

  if (count_articles (corpus, members) < 2)
    return NULL;

  cluster = g_new0 (SynCluster, 1);
  cluster->members = g_array_ref (members);
  measure_confidence (corpus, pairs, cluster);

  return cluster;
}

/* ---- which passages hold together ---- */

static gboolean
add_groups (GPtrArray *clusters,
            const SynCorpus *corpus,
            const GArray *pairs,
            double floor,
            GCancellable *cancellable,
            GError **error)
{
  guint n = corpus->passages->len;
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (SynLink));
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) numbers = NULL;
  g_autofree guint *kinds = g_new (guint, n + 1);
  double scale = floor / SURE;

  for (guint i = 0; i < n; i++)
    kinds[i] = syn_corpus_get_passage (corpus, i)->article;
  for (guint i = 0; i < pairs->len; i++) {
    const SynScoredPair *pair = &g_array_index (pairs, SynScoredPair, i);
    SynLink link = { pair->a, pair->b, pair->score };

    g_array_append_val (links, link);
  }

  numbers = syn_average_link (n, kinds, links, MIN_JOIN * scale, cancellable, error);
  if (numbers == NULL)
    return FALSE;

  for (guint i = 0; i < n; i++) {
    guint number = g_array_index (numbers, guint, i);
    SynClusterMember member = { i };

    while (groups->len <= number)
      g_ptr_array_add (groups, g_array_new (FALSE, TRUE, sizeof (SynClusterMember)));
    g_array_append_val ((GArray *) g_ptr_array_index (groups, number), member);
  }
  for (guint i = 0; i < groups->len; i++) {
    GArray *members = g_ptr_array_index (groups, i);
    SynCluster *cluster = members->len > 1 ? settle (corpus, pairs, members, MIN_SUPPORT * scale) : NULL;

    if (cluster != NULL && cluster->confidence >= floor)
      g_ptr_array_add (clusters, cluster);
    else
      g_clear_pointer (&cluster, syn_cluster_free);
  }

  return TRUE;
}

/* ---- pairs that the groups have torn apart ---- */

/* Marks the passage's pairs with the members; `covered` is by pair. */
static void
note_member_pairs (gboolean *covered, const GArray *pairs, const SynCluster *cluster, guint32 passage)
{
  for (guint i = 0; i < cluster->members->len; i++) {
    const SynScoredPair *pair =
        syn_pairs_find (pairs, passage, g_array_index (cluster->members, SynClusterMember, i).passage);

    if (pair != NULL)
      covered[pair - (const SynScoredPair *) (gpointer) pairs->data] = TRUE;
  }
}

static void
note_pairs (gboolean *covered, const GArray *pairs, const SynCluster *cluster)
{
  for (guint i = 0; i < cluster->members->len; i++)
    note_member_pairs (covered, pairs, cluster, g_array_index (cluster->members, SynClusterMember, i).passage);
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

/* Lets the passages join that score at least `floor` with the whole group, out of those that match `seed`;
 * `near` are its pairs, the best first. */
static void
grow (const SynCorpus *corpus,
      const GArray *pairs,
      GPtrArray *near,
      guint32 seed,
      GArray *members,
      double floor)
{
  for (guint i = 0; i < near->len && members->len < MAX_GROWTH; i++) {
    const SynScoredPair *pair = g_ptr_array_index (near, i);
    SynClusterMember member = { pair->a == seed ? pair->b : pair->a };
    gboolean fits = TRUE, is_known = FALSE;

    for (guint k = 0; k < members->len; k++) {
      guint32 other = g_array_index (members, SynClusterMember, k).passage;

      is_known |= other == member.passage;
      if (syn_corpus_get_passage (corpus, other)->article !=
          syn_corpus_get_passage (corpus, member.passage)->article)
        fits &= get_score (pairs, member.passage, other) >= floor;
    }
    if (fits && !is_known)
      g_array_append_val (members, member);
  }
}

/* Each passage's pairs among `sorted`, in that order. */
static GPtrArray *
collect_near (GPtrArray *sorted, guint n_passages)
{
  GPtrArray *near = g_ptr_array_new_full (n_passages, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < n_passages; i++)
    g_ptr_array_add (near, g_ptr_array_new ());
  for (guint i = 0; i < sorted->len; i++) {
    SynScoredPair *pair = g_ptr_array_index (sorted, i);

    g_ptr_array_add (g_ptr_array_index (near, pair->a), pair);
    g_ptr_array_add (g_ptr_array_index (near, pair->b), pair);
  }

  return near;
}

/* Whether the cluster has as many passages of the article as one may. */
static gboolean
is_full (const SynCorpus *corpus, const SynCluster *cluster, guint article)
{
  guint n = 0;

  for (guint i = 0; i < cluster->members->len; i++)
    n += syn_corpus_get_passage (corpus, g_array_index (cluster->members, SynClusterMember, i).passage)->article ==
         article;

  return n >= MAX_MENTIONS;
}

/* The cluster of one of the two passages that the other fits into best, or NULL. Few facts with many mentions
 * read better than many that share most of theirs. */
static SynCluster *
find_home (const SynCorpus *corpus,
           const GArray *pairs,
           GPtrArray *homes,
           const SynScoredPair *pair,
           guint32 *newcomer)
{
  const guint32 sides[] = { pair->a, pair->b };
  SynCluster *best = NULL;
  double best_support = MIN_HOME;

  for (guint i = 0; i < 2; i++) {
    GPtrArray *clusters = g_ptr_array_index (homes, sides[i]);
    guint article = syn_corpus_get_passage (corpus, sides[1 - i])->article;

    for (guint k = 0; k < clusters->len; k++) {
      SynCluster *cluster = g_ptr_array_index (clusters, k);
      double support = get_support (corpus, pairs, cluster->members, sides[1 - i]);

      if (support > best_support && !is_full (corpus, cluster, article)) {
        best = cluster;
        best_support = support;
        *newcomer = sides[1 - i];
      }
    }
  }

  return best;
}

static void
note_homes (GPtrArray *homes, SynCluster *cluster)
{
  for (guint i = 0; i < cluster->members->len; i++)
    g_ptr_array_add (g_ptr_array_index (homes, g_array_index (cluster->members, SynClusterMember, i).passage),
                     cluster);
}

typedef struct {
  const SynCorpus *corpus;
  const GArray *pairs;
  gboolean *covered; /* per pair: whether a cluster holds it */
  GPtrArray *homes;  /* per passage: its clusters */
  GPtrArray *sorted; /* the pairs that no cluster holds, the surest first */
  GPtrArray *near;   /* per passage: those of them that it is in */
  double floor;
} Torn;

static void
place_pair (Torn *self, GPtrArray *clusters, const SynScoredPair *pair)
{
  guint32 newcomer;
  SynCluster *cluster =
      self->floor >= SURE ? find_home (self->corpus, self->pairs, self->homes, pair, &newcomer) : NULL;
  g_autoptr (GArray) members = NULL;
  SynClusterMember first = { pair->a };
  SynClusterMember second = { pair->b };

  if (cluster != NULL) {
    SynClusterMember member = { newcomer };

    g_array_append_val (cluster->members, member);
    g_array_sort (cluster->members, compare_members);
    measure_confidence (self->corpus, self->pairs, cluster);
    note_member_pairs (self->covered, self->pairs, cluster, newcomer);
    g_ptr_array_add (g_ptr_array_index (self->homes, newcomer), cluster);
    return;
  }

  members = g_array_new (FALSE, TRUE, sizeof (SynClusterMember));
  g_array_append_val (members, first);
  g_array_append_val (members, second);
  grow (self->corpus, self->pairs, g_ptr_array_index (self->near, pair->a), pair->a, members, self->floor);
  grow (self->corpus, self->pairs, g_ptr_array_index (self->near, pair->b), pair->b, members, self->floor);
  cluster = settle (self->corpus, self->pairs, members, 0);
  if (cluster == NULL)
    return;

  /* what holds it together as a fact of its own is its seed, not the sure pairs among its members */
  cluster->confidence = MIN (cluster->confidence, MAX (pair->score, self->floor));
  note_pairs (self->covered, self->pairs, cluster);
  note_homes (self->homes, cluster);
  g_ptr_array_add (clusters, cluster);
}

static void
add_torn (GPtrArray *clusters, const SynCorpus *corpus, const GArray *pairs, double floor)
{
  g_autofree gboolean *covered = g_new0 (gboolean, pairs->len + 1);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GPtrArray) homes =
      g_ptr_array_new_full (corpus->passages->len, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) near = NULL;
  Torn self = { corpus, pairs, covered, homes, sorted, NULL, floor };

  for (guint i = 0; i < corpus->passages->len; i++)
    g_ptr_array_add (homes, g_ptr_array_new ());
  for (guint i = 0; i < clusters->len; i++) {
    note_pairs (covered, pairs, g_ptr_array_index (clusters, i));
    note_homes (homes, g_ptr_array_index (clusters, i));
  }
  for (guint i = 0; i < pairs->len; i++) {
    SynScoredPair *pair = &g_array_index (pairs, SynScoredPair, i);

    if (pair->score >= floor && !covered[i])
      g_ptr_array_add (sorted, pair);
  }
  g_ptr_array_sort (sorted, compare_scores);
  self.near = near = collect_near (sorted, corpus->passages->len);

  for (guint i = 0; i < sorted->len; i++) {
    const SynScoredPair *pair = g_ptr_array_index (sorted, i);

    if (!covered[pair - (const SynScoredPair *) (gpointer) pairs->data])
      place_pair (&self, clusters, pair);
  }
}

/* ---- public ---- */

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

  if (!add_groups (clusters, corpus, pairs, SURE, cancellable, error))
    return NULL;
  add_torn (clusters, corpus, pairs, SURE);
  if (floor < SURE)
    add_torn (clusters, corpus, pairs, floor);
  syn_clusters_sort (clusters);

  return g_steal_pointer (&clusters);
}
