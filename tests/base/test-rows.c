/* Protects: the tables of data/ are read as they are written: comments and empty lines are no rows, the last field takes
 * the rest, a missing one is NULL. */
#include "syn-rows.h"

static void
test_fields (void)
{
  static const struct {
    const char *text;
    const char *fields[3];
    guint n;
  } cases[] = {
    { "", { NULL }, 0 },
    { "# a comment\n\n", { NULL }, 0 },
    { "one", { "one" }, 1 },
    { "\n# comment\none\ttwo\n", { "one", "two" }, 2 },
    { "one\t\tthree\n", { "one", "", "three" }, 3 },
    { "one\ttwo\tthree\tfour\n", { "one", "two", "three\tfour" }, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strdup (cases[i].text);
    char *fields[3];
    SynRows rows;

    syn_rows_init (&rows, text);
    g_assert_cmpuint (syn_rows_next (&rows, fields, 3), ==, cases[i].n);
    for (guint k = 0; k < 3; k++)
      g_assert_cmpstr (fields[k], ==, cases[i].fields[k]);
    g_assert_cmpuint (syn_rows_next (&rows, fields, 3), ==, 0);
  }
}

static void
test_rows (void)
{
  g_autofree char *text = g_strdup ("a\t1\n#\nb\t2\n\nc\t3");
  g_autoptr (GString) read = g_string_new (NULL);
  char *fields[2];
  SynRows rows;

  syn_rows_init (&rows, text);
  while (syn_rows_next (&rows, fields, 2) > 0)
    g_string_append_printf (read, "%s=%s;", fields[0], fields[1]);

  g_assert_cmpstr (read->str, ==, "a=1;b=2;c=3;");
}

static void
test_items (void)
{
  g_autofree char *text = g_strdup ("one, two words, , three,four");
  char *list = text;

  g_assert_cmpstr (syn_rows_take_item (&list, ", "), ==, "one");
  g_assert_cmpstr (syn_rows_take_item (&list, ", "), ==, "two words");
  g_assert_cmpstr (syn_rows_take_item (&list, ", "), ==, "");
  g_assert_cmpstr (syn_rows_take_item (&list, ", "), ==, "three,four");
  g_assert_null (syn_rows_take_item (&list, ", "));
  g_assert_null (syn_rows_take_item (&list, ", "));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rows/fields", test_fields);
  g_test_add_func ("/rows/rows", test_rows);
  g_test_add_func ("/rows/items", test_items);

  return g_test_run ();
}
