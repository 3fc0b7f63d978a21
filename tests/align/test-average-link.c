/* Protects: groups join by the mean over all their pairs, so that a chain of look-alikes stays apart. */
#include "syn-average-link-private.h"

typedef struct {
  const char *name;
  guint n;
  SynLink links[8];
  double threshold;
  guint groups[6];
} Case;

static const Case cases[] = {
  { "nothing alike", 3, { { 0 } }, 0.5, { 0, 1, 2 } },
  { "two pairs", 4, { { 0, 2, 0.9 }, { 1, 3, 0.8 } }, 0.5, { 0, 1, 0, 1 } },
  { "a chain does not hold", 3, { { 0, 1, 0.9 }, { 1, 2, 0.8 } }, 0.5, { 0, 0, 1 } },
  { "a triangle does", 3, { { 0, 1, 0.9 }, { 1, 2, 0.8 }, { 0, 2, 0.7 } }, 0.5, { 0, 0, 0 } },
  { "below the threshold", 2, { { 0, 1, 0.49 } }, 0.5, { 0, 1 } },
  { "the best join first", 3, { { 0, 1, 0.6 }, { 1, 2, 0.9 } }, 0.5, { 0, 1, 1 } },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Case *c = &cases[i];
    g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (SynLink));
    g_autoptr (GArray) groups = NULL;

    g_test_message ("%s", c->name);
    for (guint k = 0; k < G_N_ELEMENTS (c->links) && c->links[k].likeness > 0; k++)
      g_array_append_val (links, c->links[k]);
    groups = syn_average_link (c->n, links, c->threshold, NULL, NULL);
    g_assert_cmpuint (groups->len, ==, c->n);
    for (guint k = 0; k < c->n; k++)
      g_assert_cmpuint (g_array_index (groups, guint, k), ==, c->groups[k]);
  }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (SynLink));
  g_autoptr (GError) error = NULL;
  SynLink link = { 0, 1, 1 };

  g_array_append_val (links, link);
  g_cancellable_cancel (cancellable);
  g_assert_null (syn_average_link (2, links, 0.5, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/average-link/cases", test_cases);
  g_test_add_func ("/average-link/cancelled", test_cancelled);

  return g_test_run ();
}
