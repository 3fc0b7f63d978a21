/* Protects: work on many things at once does each exactly once and is over when the call returns. */
#include "syn-parallel.h"

#define N_MOST 1000

static void
count (guint item, gpointer data)
{
  g_atomic_int_inc (&((int *) data)[item]);
}

static void
test_each_once (void)
{
  static const guint cases[] = { 0, 1, 2, 3, 16, N_MOST };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    int counts[N_MOST + 1] = { 0 };

    syn_parallel_run (cases[i], count, counts);
    for (guint item = 0; item <= N_MOST; item++)
      g_assert_cmpint (counts[item], ==, item < cases[i] ? 1 : 0);
  }
}

/* Work may itself be done in parallel. */
static void
count_inner (guint item, gpointer data)
{
  syn_parallel_run (10, count, (int *) data + item * 10);
}

static void
test_nested (void)
{
  int counts[100] = { 0 };

  syn_parallel_run (10, count_inner, counts);
  for (guint i = 0; i < 100; i++)
    g_assert_cmpint (counts[i], ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parallel/each-once", test_each_once);
  g_test_add_func ("/parallel/nested", test_nested);

  return g_test_run ();
}
