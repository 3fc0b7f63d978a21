/* Protects: the word tables in the program say what those in data/tables say. */
#include "syn-tables.h"

#include <math.h>

static void
test_rarity (void)
{
  const SynTables *tables = syn_tables_get_default ();

  /* Counts as they stand in data/tables/en-document-frequency.tsv, of 37,554 articles. */
  g_assert_cmpfloat_with_epsilon (syn_tables_get_rarity (tables, syn_tables_find (tables, "the", -1)), 0,
                                  1e-5);
  g_assert_cmpfloat_with_epsilon (syn_tables_get_rarity (tables, syn_tables_find (tables, "zynga", 5)),
                                  log (37554 / 5.), 1e-5);
  g_assert_cmpfloat_with_epsilon (syn_tables_get_rarity (tables, SYN_NO_WORD), log (37554), 1e-5);
  g_assert_cmpuint (syn_tables_find (tables, "zyngazynga", -1), ==, SYN_NO_WORD);
  g_assert_cmpuint (syn_tables_find (tables, "", 0), ==, SYN_NO_WORD);
}

static void
test_likeness (void)
{
  const SynTables *tables = syn_tables_get_default ();
  SynWordId car = syn_tables_find (tables, "car", -1);
  SynWordId vehicle = syn_tables_find (tables, "vehicle", -1);
  SynWordId senate = syn_tables_find (tables, "senate", -1);
  gsize n = 0;

  g_assert_nonnull (syn_tables_get_vector (tables, car, &n));
  g_assert_cmpuint (n, ==, 64);
  g_assert_cmpfloat_with_epsilon (syn_tables_get_likeness (tables, car, car), 1, 1e-5);
  g_assert_cmpfloat (syn_tables_get_likeness (tables, car, vehicle), >, .35);
  g_assert_cmpfloat (syn_tables_get_likeness (tables, car, senate), <, .35);
  g_assert_cmpfloat (syn_tables_get_likeness (tables, car, SYN_NO_WORD), ==, 0);
  g_assert_null (syn_tables_get_vector (tables, SYN_NO_WORD, &n));
  g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tables/rarity", test_rarity);
  g_test_add_func ("/tables/likeness", test_likeness);

  return g_test_run ();
}
