/* Protects: dates are read, written and compared as precisely as they are stated, and nothing else passes for
 * one. */
#include "syn-date.h"

static void
test_iso (void)
{
  static const struct {
    const char *text;
    const char *iso; /* NULL: no date */
  } cases[] = {
    { "2024", "2024" },
    { "2024-02", "2024-02" },
    { "2024-02-29", "2024-02-29" },
    { "2024-05-03T08:00Z", "2024-05-03" },
    { "2024-05-03 08:00", "2024-05-03" },
    { "2023-02-29", NULL },
    { "2024-13", NULL },
    { "2024-00-01", NULL },
    { "0000", NULL },
    { "24-05-03", NULL },
    { "2024-5-3", NULL },
    { "2024-05-03x", NULL },
    { "yesterday", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SynDate date = syn_date_parse_iso (cases[i].text);
    g_autofree char *iso = syn_date_to_iso (&date);

    g_assert_cmpstr (iso, ==, cases[i].iso);
  }
}

static void
test_agrees (void)
{
  static const struct {
    const char *a, *b;
    gboolean agrees;
  } cases[] = {
    { "2024-05-03", "2024-05-03", TRUE },
    { "2024-05-03", "2024-05", TRUE },
    { "2024", "2024-05-03", TRUE },
    { "2024-05-03", "2024-05-04", FALSE },
    { "2024-05", "2024-06", FALSE },
    { "?", "2024-05-03", FALSE },
    { "?", "?", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SynDate a = syn_date_parse_iso (cases[i].a);
    SynDate b = syn_date_parse_iso (cases[i].b);

    g_assert_cmpint (syn_date_agrees (&a, &b), ==, cases[i].agrees);
    g_assert_cmpint (syn_date_agrees (&b, &a), ==, cases[i].agrees);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/iso", test_iso);
  g_test_add_func ("/date/agrees", test_agrees);

  return g_test_run ();
}
