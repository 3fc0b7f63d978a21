/* Protects: panes are equal until a divider is dragged, keep their proportions when the window changes, fill
 * the row to the pixel, and never get narrower than text can be read in. */
#include "syn-pane-widths.h"

#define MINIMUM 100
#define MOST    5

static int
sum (const int *widths, guint n)
{
  int total = 0;

  for (guint i = 0; i < n; i++) {
    g_assert_cmpint (widths[i], >=, MINIMUM);
    total += widths[i];
  }

  return total;
}

static void
test_equal (void)
{
  static const struct {
    guint n;
    int width;
  } CASES[] = { { 1, 777 }, { 3, 1000 }, { 5, 502 }, { 2, 301 } };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (SynPaneWidths) panes = syn_pane_widths_new (MINIMUM);
    int widths[MOST];

    syn_pane_widths_reset (panes, CASES[i].n);
    g_assert_cmpint (syn_pane_widths_get_minimum (panes), ==, CASES[i].n * MINIMUM);
    syn_pane_widths_share (panes, CASES[i].width, widths);
    g_assert_cmpint (sum (widths, CASES[i].n), ==, CASES[i].width);
    for (guint k = 1; k < CASES[i].n; k++) {
      g_assert_cmpint (ABS (widths[k] - widths[0]), <=, 1);
    }
  }
}

static void
test_drag (void)
{
  static const struct {
    guint divider;
    int by;
    int expected[3]; /* of 300 each in a row of 900 */
    int minimum;
  } CASES[] = {
    { 0, 50, { 350, 250, 300 }, 300 },
    { 1, -120, { 300, 180, 420 }, 300 },
    { 0, -999, { 100, 500, 300 }, 300 },
    /* No room to give: the row gets wider than what is in view. */
    { 0, 350, { 650, 100, 300 }, 1050 },
    { 1, 999, { 300, 900, 100 }, 1300 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (SynPaneWidths) panes = syn_pane_widths_new (MINIMUM);
    int widths[3];

    syn_pane_widths_reset (panes, 3);
    syn_pane_widths_share (panes, 900, widths);
    syn_pane_widths_drag (panes, widths, CASES[i].divider, CASES[i].by, 900);
    g_assert_cmpint (syn_pane_widths_get_minimum (panes), ==, CASES[i].minimum);
    syn_pane_widths_share (panes, 900, widths);
    for (guint k = 0; k < 3; k++) {
      g_assert_cmpint (widths[k], ==, CASES[i].expected[k]);
    }
  }
}

static void
test_proportions (void)
{
  g_autoptr (SynPaneWidths) panes = syn_pane_widths_new (MINIMUM);
  int widths[3];

  syn_pane_widths_reset (panes, 3);
  syn_pane_widths_share (panes, 900, widths);
  syn_pane_widths_drag (panes, widths, 0, 150, 900);

  syn_pane_widths_share (panes, 1800, widths);
  g_assert_cmpint (widths[0], ==, 900);
  g_assert_cmpint (widths[1], ==, 300);

  /* Where a pane is at its minimum, the others share the rest in proportion. */
  syn_pane_widths_share (panes, 400, widths);
  g_assert_cmpint (sum (widths, 3), ==, 400);
  g_assert_cmpint (widths[1], ==, MINIMUM);

  syn_pane_widths_reset (panes, 3);
  syn_pane_widths_share (panes, 900, widths);
  g_assert_cmpint (widths[0], ==, 300);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/pane-widths/equal", test_equal);
  g_test_add_func ("/app/pane-widths/drag", test_drag);
  g_test_add_func ("/app/pane-widths/proportions", test_proportions);

  return g_test_run ();
}
