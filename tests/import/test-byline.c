/* Protects: names are taken from lines that are bylines, and from no other line. */
#include "syn-byline.h"

static const struct {
  const char *line, *names;
} lines[] = {
  { "By Ann Field", "Ann Field" },
  { "BY ANN FIELD AND TOM ROE", "ANN FIELD AND TOM ROE" },
  { "By Ann Field and Tom Roe, staff writers", "Ann Field and Tom Roe" },
  { "By Ann Field | Weir Post", "Ann Field" },
  { "By Ann Field in Oslo", NULL },
  { "Von Jürgen von der Weide", "Jürgen von der Weide" },
  { "Par Zoé Lacroix, journaliste", "Zoé Lacroix" },
  { "Por José de la Peña", "José de la Peña" },
  { "作者：林小河", "林小河" },
  { "文/林小河", "林小河" },
  { "By then the water had gone", NULL },
  { "By 2030 the Weir Will Be Gone", NULL },
  { "By January", NULL },
  { "Bystanders Cheer Swimmers", NULL },
  { "Ann Field", NULL },
  { "By", NULL },
};

static const struct {
  const char *field, *names;
} fields[] = {
  { "Ann Field", "Ann Field" },
  { "By Ann Field", "Ann Field" },
  { "ann@post.example (Ann Field)", "Ann Field" },
  { "Ann Field <ann@post.example>", "Ann Field" },
  { "\"Ann Field\" <ann@post.example>", "Ann Field" },
  { "Ann Field (ann@post.example)", "Ann Field" },
  { "ann@post.example", NULL },
  { " ", NULL },
};

static const struct {
  const char *paragraph, *names;
} endings[] = {
  { "Reporting from Oslo was Ann Field, with Tom Roe reporting from Bergen.", "Ann Field, Tom Roe" },
  { "Reporting from New Weir were Ann Field and Tom Roe, and Eva Lind Berg from Upper Mill.",
    "Ann Field, Tom Roe, Eva Lind Berg" },
  { "(Reporting by Ann Field in Oslo; Editing by Tom Roe)", "Ann Field" },
  { "Ann Field and Tom Roe reported from Oslo, Eva Lind from Bergen.", "Ann Field, Tom Roe, Eva Lind" },
  { "Reporting from the bank was hard.", NULL },
  { "The weir was open.", NULL },
};

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autofree char *names = syn_byline_parse (lines[i].line);

    g_test_message ("%s", lines[i].line);
    g_assert_cmpstr (names, ==, lines[i].names);
  }
}

static void
test_fields (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autofree char *names = syn_byline_clean (fields[i].field);

    g_test_message ("%s", fields[i].field);
    g_assert_cmpstr (names, ==, fields[i].names);
  }
}

static void
test_reporting (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *names = syn_byline_find_reporting (endings[i].paragraph);

    g_test_message ("%s", endings[i].paragraph);
    g_assert_cmpstr (names, ==, endings[i].names);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/byline/lines", test_lines);
  g_test_add_func ("/byline/fields", test_fields);
  g_test_add_func ("/byline/reporting", test_reporting);

  return g_test_run ();
}
