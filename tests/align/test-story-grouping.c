/* Protects: articles on one event fall into one story, others stay apart, in any order; broken signatures do
 * no harm. */
#include "syn-analyser.h"
#include "syn-story-grouping.h"

static const char *const articles[] = {
  "A freight train left the rails near Harbury on Tuesday, spilling grain across the line. Nobody was hurt, "
  "the "
  "railway said, but the line between Harbury and Stell stays closed until the wagons are cleared.",
  "The council of Ostmouth voted to turn its old gasworks into a swimming pool. The pool should open in two "
  "years and "
  "will cost the town nine million.",
  "Grain from a derailed freight train covered the railway at Harbury. Engineers are clearing the wagons; "
  "trains to "
  "Stell are cancelled, the railway said on Wednesday.",
  "Ostmouth's gasworks will become a swimming pool after a vote of the town council. Neighbours had feared "
  "for the "
  "gasworks' brick chimney, which the pool will keep.",
};

static GBytes *
sign (SynAnalyser *analyser, const char *body)
{
  SynDocumentSource source = { .body = body };
  g_autoptr (SynDocument) document = syn_analyser_analyse (analyser, &source, NULL, NULL);

  return syn_story_signature_new (document);
}

static void
test_two_stories (void)
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();
  g_autoptr (GPtrArray) signatures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GArray) stories = NULL;
  static const guint expected[] = { 0, 1, 0, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    g_ptr_array_add (signatures, sign (analyser, articles[i]));
  stories = syn_story_group ((GBytes *const *) signatures->pdata, signatures->len, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (g_array_index (stories, guint, i), ==, expected[i]);
}

static void
test_hostile (void)
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();
  g_autoptr (GBytes) empty = sign (analyser, "");
  g_autoptr (GBytes) symbols = sign (analyser, "... --- !!!");
  g_autoptr (GBytes) junk = g_bytes_new_static ("junk", 4);
  g_autoptr (GBytes) whole = sign (analyser, articles[0]);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2);
  GBytes *signatures[] = { empty, symbols, junk, cut, whole, NULL };
  g_autoptr (GArray) stories = syn_story_group (signatures, G_N_ELEMENTS (signatures), NULL, NULL);
  g_autoptr (GArray) none = syn_story_group (NULL, 0, NULL, NULL);

  g_assert_cmpuint (stories->len, ==, G_N_ELEMENTS (signatures));
  for (guint i = 0; i < stories->len; i++)
    g_assert_cmpuint (g_array_index (stories, guint, i), ==, i);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/story-grouping/two-stories", test_two_stories);
  g_test_add_func ("/story-grouping/hostile", test_hostile);

  return g_test_run ();
}
