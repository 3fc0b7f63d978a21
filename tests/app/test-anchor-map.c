/* Protects: texts that are kept aligned move as a reader expects: ends with ends, common facts side by
 * side, never backwards, and no leap where the two texts tell the facts in another order. */
#include "syn-anchor-map.h"

static void
assert_near (double value, double expected)
{
  g_assert_cmpfloat_with_epsilon (value, expected, 1e-9);
}

static void
test_ends (void)
{
  g_autoptr (SynAnchorMap) map = syn_anchor_map_new (NULL, 0, 1000, 400);

  assert_near (syn_anchor_map_apply (map, 0), 0);
  assert_near (syn_anchor_map_apply (map, 500), 200);
  assert_near (syn_anchor_map_apply (map, 1000), 400);
  assert_near (syn_anchor_map_apply (map, -50), 0);
  assert_near (syn_anchor_map_apply (map, 2000), 400);
}

static void
test_short_text (void)
{
  /* Nothing to scroll in one of them. */
  g_autoptr (SynAnchorMap) from = syn_anchor_map_new (NULL, 0, 0, 400);
  g_autoptr (SynAnchorMap) to = syn_anchor_map_new (NULL, 0, 400, 0);

  assert_near (syn_anchor_map_apply (from, 0), 0);
  assert_near (syn_anchor_map_apply (to, 300), 0);
}

static void
test_between (void)
{
  const SynAnchor anchors[] = { { 600, 100 }, { 200, 50 } };
  g_autoptr (SynAnchorMap) map = syn_anchor_map_new (anchors, G_N_ELEMENTS (anchors), 1000, 500);

  assert_near (syn_anchor_map_apply (map, 200), 50);
  assert_near (syn_anchor_map_apply (map, 400), 75);
  assert_near (syn_anchor_map_apply (map, 600), 100);
  assert_near (syn_anchor_map_apply (map, 800), 300);
}

/* Four keep their order, one stands elsewhere in the other text: it is the one left out. */
static void
test_longest_run (void)
{
  const SynAnchor anchors[] = { { 100, 100 }, { 200, 900 }, { 300, 200 }, { 400, 300 }, { 500, 400 } };
  g_autoptr (SynAnchorMap) map = syn_anchor_map_new (anchors, G_N_ELEMENTS (anchors), 1000, 1000);
  const SynAnchor *kept;
  gsize n;

  kept = syn_anchor_map_get_anchors (map, &n);
  g_assert_cmpuint (n, ==, 6);
  for (gsize i = 0; i < n; i++) {
    g_assert_cmpfloat (kept[i].to, !=, 900);
  }
  assert_near (syn_anchor_map_apply (map, 300), 200);
}

static void
test_crossed (void)
{
  const SynAnchor anchors[] = { { 200, 800 }, { 400, 600 }, { 600, 400 }, { 800, 200 } };
  g_autoptr (SynAnchorMap) map = syn_anchor_map_new (anchors, G_N_ELEMENTS (anchors), 1000, 1000);
  gsize n;

  syn_anchor_map_get_anchors (map, &n);
  g_assert_cmpuint (n, ==, 3);
}

static void
test_same_place (void)
{
  /* One passage that states two facts, and facts of one line: no step of the one text is a leap in the
   * other. */
  const SynAnchor anchors[] = { { 300, 200 }, { 300, 700 }, { 305, 690 }, { 500, 210 } };
  g_autoptr (SynAnchorMap) map = syn_anchor_map_new (anchors, G_N_ELEMENTS (anchors), 1000, 1000);
  double last = 0;

  for (double from = 0; from <= 1000; from += 1) {
    double to = syn_anchor_map_apply (map, from);

    g_assert_cmpfloat (to, >=, last);
    g_assert_cmpfloat (to - last, <, 30);
    last = to;
  }
}

static void
test_monotone (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++) {
    SynAnchor anchors[40];
    g_autoptr (SynAnchorMap) map = NULL;
    double last = 0;

    for (gsize i = 0; i < G_N_ELEMENTS (anchors); i++) {
      anchors[i].from = g_rand_double_range (random, -50, 1100);
      anchors[i].to = g_rand_double_range (random, -50, 900);
    }
    map = syn_anchor_map_new (anchors, G_N_ELEMENTS (anchors), 1000, 800);

    for (double from = 0; from <= 1000; from += 10) {
      double to = syn_anchor_map_apply (map, from);

      g_assert_cmpfloat (to, >=, last);
      last = to;
    }
    assert_near (last, 800);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/anchor-map/ends", test_ends);
  g_test_add_func ("/app/anchor-map/short-text", test_short_text);
  g_test_add_func ("/app/anchor-map/between", test_between);
  g_test_add_func ("/app/anchor-map/longest-run", test_longest_run);
  g_test_add_func ("/app/anchor-map/crossed", test_crossed);
  g_test_add_func ("/app/anchor-map/same-place", test_same_place);
  g_test_add_func ("/app/anchor-map/monotone", test_monotone);

  return g_test_run ();
}
