/* Protects: facts grow from their surest pair by passages that agree with all members, so that topics do not
 * chain; a passage may state several facts; facts that say nearly the same are one; loose pairs make loose
 * facts and leave the sure ones alone. */
#include "syn-clusters-private.h"

#define MAX_PASSAGES 6
#define FLOOR        0.25

typedef struct {
  const char *name;
  guint articles[MAX_PASSAGES]; /* of each passage, and one more than the last for the end */
  struct {
    guint a;
    guint b;
    double score;
  } pairs[10];
  const char *sure;  /* the facts' passages: "01|23" */
  const char *loose; /* likewise of those below the default threshold */
} Case;

static const Case cases[] = {
  { "nothing", { 0, 1, 2 }, { { 0, 1, 0.1 } }, "", "" },
  { "a pair", { 0, 1, 2 }, { { 0, 1, 0.8 } }, "01", "" },
  { "three articles", { 0, 1, 2, 3 }, { { 0, 1, 0.8 }, { 0, 2, 0.7 }, { 1, 2, 0.6 } }, "012", "" },
  { "a chain is two facts", { 0, 1, 2, 3 }, { { 0, 1, 0.9 }, { 1, 2, 0.8 } }, "01|12", "" },
  { "a newcomer that fits in", { 0, 1, 2, 3 }, { { 0, 1, 0.9 }, { 0, 2, 0.6 }, { 1, 2, 0.35 } }, "012", "" },
  { "two of one article", { 0, 0, 1, 2 }, { { 0, 2, 0.9 }, { 1, 2, 0.8 } }, "012", "" },
  { "two facts of one passage",
    { 0, 1, 2, 3, 4, 5 },
    { { 0, 1, 0.9 }, { 0, 2, 0.9 }, { 1, 2, 0.9 }, { 2, 3, 0.8 }, { 2, 4, 0.8 }, { 3, 4, 0.8 } },
    "012|234",
    "" },
  { "loose", { 0, 1, 2 }, { { 0, 1, 0.3 } }, "", "01" },
  { "loose beside sure", { 0, 1, 2, 3 }, { { 0, 1, 0.9 }, { 1, 2, 0.3 } }, "01", "12" },
};

static SynCorpus *
make_corpus (const Case *c)
{
  SynCorpus *corpus = g_new0 (SynCorpus, 1);

  corpus->passages = g_array_new (FALSE, TRUE, sizeof (SynPassage));
  for (guint i = 0; i + 1 < MAX_PASSAGES && (i == 0 || c->articles[i + 1] > 0); i++) {
    SynPassage passage = { .article = c->articles[i] };

    g_array_append_val (corpus->passages, passage);
  }

  return corpus;
}

/* The facts of one kind, as the cases write them. */
static char *
name_facts (GPtrArray *clusters, gboolean is_sure)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < clusters->len; i++) {
    const SynCluster *cluster = g_ptr_array_index (clusters, i);

    if ((cluster->confidence >= 0.5) != is_sure)
      continue;
    if (names->len > 0)
      g_string_append_c (names, '|');
    for (guint m = 0; m < cluster->members->len; m++)
      g_string_append_printf (names, "%u", g_array_index (cluster->members, SynClusterMember, m).passage);
  }

  return g_string_free (names, FALSE);
}

static GArray *
make_pairs (const Case *c)
{
  GArray *pairs = g_array_new (FALSE, TRUE, sizeof (SynScoredPair));

  for (guint i = 0; i < G_N_ELEMENTS (c->pairs) && c->pairs[i].score > 0; i++) {
    SynScoredPair pair = { .a = c->pairs[i].a, .b = c->pairs[i].b, .score = c->pairs[i].score };

    g_array_append_val (pairs, pair);
  }

  return pairs;
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SynCorpus *corpus = make_corpus (&cases[i]);
    g_autoptr (GArray) pairs = make_pairs (&cases[i]);
    g_autoptr (GPtrArray) clusters = syn_clusters_find (corpus, pairs, FLOOR, NULL, NULL);
    g_autofree char *sure = name_facts (clusters, TRUE);
    g_autofree char *loose = name_facts (clusters, FALSE);

    g_test_message ("%s", cases[i].name);
    g_assert_cmpstr (sure, ==, cases[i].sure);
    g_assert_cmpstr (loose, ==, cases[i].loose);
    g_array_unref (corpus->passages);
    g_free (corpus);
  }
}

static void
test_cancelled (void)
{
  SynCorpus *corpus = make_corpus (&cases[1]);
  g_autoptr (GArray) pairs = make_pairs (&cases[1]);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (syn_clusters_find (corpus, pairs, FLOOR, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_array_unref (corpus->passages);
  g_free (corpus);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clusters/cases", test_cases);
  g_test_add_func ("/clusters/cancelled", test_cancelled);

  return g_test_run ();
}
