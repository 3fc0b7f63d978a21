/* Protects: two passages by themselves: score, similarity and relation keep to their ranges and order
 * sensibly, and odd input does no harm. */
#include "syn-analyser.h"
#include "syn-pair-score.h"

#include <string.h>

static SynPairScore
score (SynPairScorer *scorer, const char *a, const char *b)
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();
  SynDocumentSource x = { .body = a };
  SynDocumentSource y = { .body = b };
  g_autoptr (SynDocument) one = syn_analyser_analyse (analyser, &x, NULL, NULL);
  g_autoptr (SynDocument) other = syn_analyser_analyse (analyser, &y, NULL, NULL);
  SynPairScore result = { 0 };

  syn_pair_scorer_score (scorer, one, other, &result);
  g_assert_cmpfloat (result.match, >=, 0);
  g_assert_cmpfloat (result.match, <=, 1);
  g_assert_cmpfloat (result.similarity, >=, 0);
  g_assert_cmpfloat (result.similarity, <=, 1);
  g_assert_nonnull (result.reasons);

  return result;
}

static void
test_order (void)
{
  g_autoptr (SynPairScorer) scorer = syn_pair_scorer_new (NULL, 0);
  const char *claim = "Heavy rain flooded the harbour quarter of Ostmouth on Monday.";
  g_auto (SynPairScore) same = score (scorer, claim, claim);
  g_auto (SynPairScore) reworded =
      score (scorer, claim, "Ostmouth's harbour quarter was flooded by heavy rain.");
  g_auto (SynPairScore) other =
      score (scorer, claim, "The council voted to turn the gasworks into a swimming pool.");

  g_assert_cmpfloat (same.match, >, reworded.match);
  g_assert_cmpfloat (reworded.match, >, other.match);
  g_assert_cmpfloat (same.similarity, >, other.similarity);
  g_assert_cmpstr (same.relation, ==, "same");
  g_assert_cmpstr (other.relation, ==, "none");
  g_assert_cmpuint (strlen (same.reasons), >, 0);
}

static void
test_hostile (void)
{
  g_autoptr (SynPairScorer) scorer = syn_pair_scorer_new (NULL, 0);
  static const char *const texts[] = { "", " ", "?!", "1", "a", "\xf0\x9f\x98\x80", "the of and" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    for (guint k = 0; k < G_N_ELEMENTS (texts); k++) {
      g_auto (SynPairScore) result = score (scorer, texts[i], texts[k]);

      g_assert_nonnull (result.relation);
    }
  }
}

/* A conflict is one by the same rules as among the sentences of a story, and its reason says in what. */
static void
test_conflict (void)
{
  static const struct {
    const char *a;
    const char *b;
    const char *reason; /* of the conflict; NULL where there is none */
  } cases[] = {
    { "The Corvelle quake killed 58 people.", "The Corvelle quake killed 61 people.", "“58”, “61”" },
    { "The Corvelle quake killed 58 people and hurt 70.", "The Corvelle quake hurt 70 people.", NULL },
    { "The release covers the Pellan hotel, its owners said.",
      "Lawyers said that the release does not cover the Pellan hotel.", "“covers”, “does not cover”" },
  };
  g_autoptr (SynPairScorer) scorer = syn_pair_scorer_new (NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (SynPairScore) found = score (scorer, cases[i].a, cases[i].b);

    g_test_message ("%s: %s", found.relation, found.reasons);
    g_assert_cmpint (g_str_equal (found.relation, "conflict"), ==, cases[i].reason != NULL);
    g_assert_true (cases[i].reason == NULL || strstr (found.reasons, cases[i].reason) != NULL);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pair-score/order", test_order);
  g_test_add_func ("/pair-score/hostile", test_hostile);
  g_test_add_func ("/pair-score/conflict", test_conflict);

  return g_test_run ();
}
