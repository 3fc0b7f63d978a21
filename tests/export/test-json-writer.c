/* Protects: what the JSON writer makes of strings and numbers reads back as the same, at the edges too, whatever the
 * locale. */
#include "syn-json-writer-private.h"

#include <json-glib/json-glib.h>
#include <math.h>

static void
test_strings (void)
{
  static const char *const cases[][2] = {
    { "", "\"\"" },
    { "plain", "\"plain\"" },
    { "小红书 é", "\"小红书 é\"" },
    { "\"", "\"\\\"\"" },
    { "\\a\\", "\"\\\\a\\\\\"" },
    { "one\ntwo\r\tthree", "\"one\\ntwo\\r\\tthree\"" },
    { "\x01 and \x1f and \x7f", "\"\\u0001 and \\u001f and \\u007f\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    g_autoptr (JsonNode) node = NULL;
    SynJsonWriter writer;

    syn_json_writer_init (&writer, out);
    syn_json_string (&writer, NULL, cases[i][0]);
    g_assert_cmpstr (out->str, ==, cases[i][1]);
    node = json_from_string (out->str, NULL);
    g_assert_cmpstr (json_node_get_string (node), ==, cases[i][0]);
  }
}

static void
test_integers (void)
{
  static const struct {
    gint64 value;
    const char *written;
  } cases[] = {
    { 0, "0" },
    { 7, "7" },
    { 10, "10" },
    { -1, "-1" },
    { 1800000, "1800000" },
    { G_MAXINT64, "9223372036854775807" },
    { G_MININT64, "-9223372036854775808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    SynJsonWriter writer;

    syn_json_writer_init (&writer, out);
    syn_json_integer (&writer, NULL, cases[i].value);
    g_assert_cmpstr (out->str, ==, cases[i].written);
  }
}

static void
test_numbers (void)
{
  static const struct {
    double value;
    const char *score;
    const char *number;
  } cases[] = {
    { 0, "0", "0" },
    { 1, "1", "1" },
    { 0.5, "0.5", "0.5" },
    { 0.00004, "0", "4e-05" },
    { 0.0001, "0.0001", "0.0001" },
    { 0.02, "0.02", "0.02" },
    { 0.9999, "0.9999", "0.9999" },
    { 0.99996, "1", "0.99996" },
    { 0.12345678, "0.1235", "0.12345678" },
    { 17e9, "1.7e+10", "17000000000" },
    { -2.25, "-2.25", "-2.25" },
    { INFINITY, NULL, "null" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) score = g_string_new (NULL);
    g_autoptr (GString) number = g_string_new (NULL);
    SynJsonWriter writer;

    if (cases[i].score != NULL) {
      syn_json_writer_init (&writer, score);
      syn_json_score (&writer, NULL, cases[i].value);
      g_assert_cmpstr (score->str, ==, cases[i].score);
    }
    syn_json_writer_init (&writer, number);
    syn_json_number (&writer, NULL, cases[i].value);
    g_assert_cmpstr (number->str, ==, cases[i].number);
  }
}

static void
test_nesting (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  SynJsonWriter writer;

  syn_json_writer_init (&writer, out);
  syn_json_begin_object (&writer, NULL);
  syn_json_begin_array (&writer, "list");
  syn_json_integer (&writer, NULL, 1);
  syn_json_null (&writer, NULL);
  syn_json_end_array (&writer);
  syn_json_boolean (&writer, "is", TRUE);
  syn_json_string (&writer, "text", NULL);
  syn_json_end_object (&writer);

  g_assert_cmpstr (out->str, ==, "{\"list\":[1,null],\"is\":true,\"text\":null}");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-writer/strings", test_strings);
  g_test_add_func ("/json-writer/integers", test_integers);
  g_test_add_func ("/json-writer/numbers", test_numbers);
  g_test_add_func ("/json-writer/nesting", test_nesting);

  return g_test_run ();
}
