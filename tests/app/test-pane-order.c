/* Protects: every article has exactly one place, panes come first and there is always one, and an article
 * whose pane is closed goes back to where the story has it. */
#include "syn-pane-order.h"

#define N 6

typedef enum {
  SHOW,
  HIDE,
  MOVE,
} Step;

static const struct {
  Step step;
  guint article;
  int by;
  gboolean changes;
  guint n_shown;
  guint order[N];
} STEPS[] = {
  { SHOW, 4, 0, TRUE, 4, { 0, 1, 2, 4, 3, 5 } },  { SHOW, 4, 0, FALSE, 4, { 0, 1, 2, 4, 3, 5 } },
  { HIDE, 1, 0, TRUE, 3, { 0, 2, 4, 1, 3, 5 } },  { HIDE, 3, 0, FALSE, 3, { 0, 2, 4, 1, 3, 5 } },
  { MOVE, 0, 2, TRUE, 3, { 2, 4, 0, 1, 3, 5 } },  { MOVE, 0, 9, FALSE, 3, { 2, 4, 0, 1, 3, 5 } },
  { MOVE, 4, -7, TRUE, 3, { 4, 2, 0, 1, 3, 5 } }, { MOVE, 5, -1, FALSE, 3, { 4, 2, 0, 1, 3, 5 } },
  { HIDE, 4, 0, TRUE, 2, { 2, 0, 1, 3, 4, 5 } },  { HIDE, 2, 0, TRUE, 1, { 0, 1, 2, 3, 4, 5 } },
  { HIDE, 0, 0, FALSE, 1, { 0, 1, 2, 3, 4, 5 } }, { SHOW, 5, 0, TRUE, 2, { 0, 5, 1, 2, 3, 4 } },
  { SHOW, 9, 0, FALSE, 2, { 0, 5, 1, 2, 3, 4 } },
};

static gboolean
take (SynPaneOrder *order, gsize i)
{
  switch (STEPS[i].step) {
  case SHOW:
    return syn_pane_order_show (order, STEPS[i].article);
  case HIDE:
    return syn_pane_order_hide (order, STEPS[i].article);
  case MOVE:
  default:
    return syn_pane_order_move (order, STEPS[i].article, STEPS[i].by);
  }
}

static void
test_steps (void)
{
  static const guint first[] = { 0, 1, 2 };
  g_autoptr (SynPaneOrder) order = syn_pane_order_new ();

  syn_pane_order_set (order, first, G_N_ELEMENTS (first), N);
  for (gsize i = 0; i < G_N_ELEMENTS (STEPS); i++) {
    const guint *all;
    gsize n;

    g_assert_cmpint (take (order, i), ==, STEPS[i].changes);
    syn_pane_order_get_panes (order, &n);
    g_assert_cmpuint (n, ==, STEPS[i].n_shown);
    all = syn_pane_order_get_all (order, &n);
    g_assert_cmpuint (n, ==, N);
    for (guint k = 0; k < N; k++) {
      g_assert_cmpuint (all[k], ==, STEPS[i].order[k]);
      g_assert_cmpuint (syn_pane_order_get_place (order, all[k]), ==, k);
      g_assert_cmpint (syn_pane_order_is_shown (order, all[k]), ==, k < STEPS[i].n_shown);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/pane-order/steps", test_steps);

  return g_test_run ();
}
