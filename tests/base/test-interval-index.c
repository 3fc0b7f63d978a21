/* Protects: the index finds exactly the spans that touch, in order, as a look at each of them would. */
#include "syn-interval-index.h"

static void
test_against_scan (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  SynSpan spans[300];
  g_autoptr (SynIntervalIndex) index = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++) {
    gsize start = g_rand_int_range (random, 0, 1000);

    spans[i] = syn_span (start, start + g_rand_int_range (random, 0, 60));
  }
  index = syn_interval_index_new (spans, G_N_ELEMENTS (spans));

  for (guint k = 0; k < 500; k++) {
    gsize start = g_rand_int_range (random, 0, 1100);
    SynSpan asked = syn_span (start, start + g_rand_int_range (random, 0, 40));
    g_autoptr (GArray) found = syn_interval_index_find (index, asked);
    guint expected = 0;

    for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
      expected += !syn_span_is_empty (spans[i]) && !syn_span_is_empty (asked) && syn_span_overlaps (spans[i], asked);
    g_assert_cmpuint (found->len, ==, expected);

    for (guint i = 0; i < found->len; i++) {
      SynSpan span = spans[g_array_index (found, gsize, i)];

      g_assert_true (syn_span_overlaps (span, asked));
      if (i > 0)
        g_assert_cmpuint (spans[g_array_index (found, gsize, i - 1)].start, <=, span.start);
    }
  }
}

static void
test_empty (void)
{
  g_autoptr (SynIntervalIndex) index = syn_interval_index_new (NULL, 0);
  g_autoptr (GArray) found = syn_interval_index_find (index, syn_span (0, 10));

  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interval-index/against-scan", test_against_scan);
  g_test_add_func ("/interval-index/empty", test_empty);

  return g_test_run ();
}
