/* Protects: a ribbon runs where both ends are in view, a stub where one is, and the rest is counted on the
 * side where it is; the selected one lies on top; the pointer finds the ribbon that it is on. */
#include "syn-ribbon-layout.h"

#define VISIBLE(t, b)                                                                                        \
  {                                                                                                          \
    SYN_REACH_VISIBLE, t, b                                                                                  \
  }
#define ABOVE                                                                                                \
  {                                                                                                          \
    SYN_REACH_ABOVE, 0, 0                                                                                    \
  }
#define BELOW                                                                                                \
  {                                                                                                          \
    SYN_REACH_BELOW, 0, 0                                                                                    \
  }
#define NONE                                                                                                 \
  {                                                                                                          \
    SYN_REACH_NONE, 0, 0                                                                                     \
  }

static void
test_shapes (void)
{
  static const struct {
    SynRibbonEnd left, right;
    int shape; /* -1 for none */
    guint above, below;
  } CASES[] = {
    { VISIBLE (10, 30), VISIBLE (50, 70), SYN_RIBBON_WHOLE, 0, 0 },
    { VISIBLE (10, 30), BELOW, SYN_RIBBON_STUB_LEFT, 0, 0 },
    { ABOVE, VISIBLE (10, 30), SYN_RIBBON_STUB_RIGHT, 0, 0 },
    { ABOVE, ABOVE, -1, 1, 0 },
    { BELOW, BELOW, -1, 0, 1 },
    { ABOVE, BELOW, -1, 1, 0 },
    { VISIBLE (10, 30), NONE, -1, 0, 0 },
    { NONE, BELOW, -1, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    const SynRibbonPair pair = { .fact = 4, .left = CASES[i].left, .right = CASES[i].right };
    g_autoptr (SynRibbonLayout) layout = syn_ribbon_layout_new (&pair, 1);

    g_assert_cmpuint (layout->ribbons->len, ==, CASES[i].shape >= 0);
    if (CASES[i].shape >= 0) {
      g_assert_cmpint (g_array_index (layout->ribbons, SynRibbon, 0).shape, ==, CASES[i].shape);
    }
    g_assert_cmpuint (layout->n_above, ==, CASES[i].above);
    g_assert_cmpuint (layout->n_below, ==, CASES[i].below);
    g_assert_cmpuint (layout->nearest_above, ==, CASES[i].above ? 4 : SYN_NO_INDEX);
    g_assert_cmpuint (layout->nearest_below, ==, CASES[i].below ? 4 : SYN_NO_INDEX);
  }
}

static void
test_nearest (void)
{
  const SynRibbonPair pairs[] = {
    { .fact = 1, .left = ABOVE, .right = ABOVE },
    { .fact = 2, .left = ABOVE, .right = ABOVE },
    { .fact = 3, .left = BELOW, .right = BELOW },
    { .fact = 4, .left = BELOW, .right = BELOW },
  };
  g_autoptr (SynRibbonLayout) layout = syn_ribbon_layout_new (pairs, G_N_ELEMENTS (pairs));

  g_assert_cmpuint (layout->n_above, ==, 2);
  g_assert_cmpuint (layout->n_below, ==, 2);
  g_assert_cmpuint (layout->nearest_above, ==, 2);
  g_assert_cmpuint (layout->nearest_below, ==, 3);
}

static void
test_selected_on_top (void)
{
  const SynRibbonPair pairs[] = {
    { .fact = 1, .is_selected = TRUE, .left = VISIBLE (0, 40), .right = VISIBLE (0, 40) },
    { .fact = 2, .left = VISIBLE (0, 40), .right = VISIBLE (0, 40) },
  };
  g_autoptr (SynRibbonLayout) layout = syn_ribbon_layout_new (pairs, G_N_ELEMENTS (pairs));

  g_assert_cmpuint (g_array_index (layout->ribbons, SynRibbon, 1).fact, ==, 1);
  g_assert_cmpuint (syn_ribbon_layout_find (layout, 24, 20, 48, 0)->fact, ==, 1);
}

static void
test_curve (void)
{
  double last = 10;

  g_assert_cmpfloat_with_epsilon (syn_ribbon_curve (10, 90, 0, 48), 10, 1e-6);
  g_assert_cmpfloat_with_epsilon (syn_ribbon_curve (10, 90, 24, 48), 50, 0.1);
  g_assert_cmpfloat_with_epsilon (syn_ribbon_curve (10, 90, 48, 48), 90, 1e-6);
  /* Level at its ends. */
  g_assert_cmpfloat (syn_ribbon_curve (10, 90, 2, 48), <, 11);
  for (double x = 0; x <= 48; x += 1) {
    double y = syn_ribbon_curve (10, 90, x, 48);

    g_assert_cmpfloat (y, >=, last);
    last = y;
  }
}

static void
test_find (void)
{
  const SynRibbonPair pairs[] = {
    { .fact = 1, .left = VISIBLE (0, 20), .right = VISIBLE (100, 120) },
    { .fact = 2, .left = VISIBLE (60, 62), .right = BELOW },
  };
  static const struct {
    double x, y;
    guint fact;
  } CASES[] = {
    { 1, 10, 1 },
    { 24, 60, 1 },
    { 47, 110, 1 },
    { 47, 10, SYN_NO_INDEX },
    { 1, 61, 2 },
    { 1, 66, 2 /* slack */ },
    { 30, 20, SYN_NO_INDEX },
    { 24, 200, SYN_NO_INDEX },
  };
  g_autoptr (SynRibbonLayout) layout = syn_ribbon_layout_new (pairs, G_N_ELEMENTS (pairs));

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    const SynRibbon *ribbon = syn_ribbon_layout_find (layout, CASES[i].x, CASES[i].y, 48, 14);

    g_assert_cmpuint (ribbon != NULL ? ribbon->fact : SYN_NO_INDEX, ==, CASES[i].fact);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/ribbon-layout/shapes", test_shapes);
  g_test_add_func ("/app/ribbon-layout/nearest", test_nearest);
  g_test_add_func ("/app/ribbon-layout/selected-on-top", test_selected_on_top);
  g_test_add_func ("/app/ribbon-layout/curve", test_curve);
  g_test_add_func ("/app/ribbon-layout/find", test_find);

  return g_test_run ();
}
