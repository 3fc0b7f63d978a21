/* Protects: dates, languages and counts are worded as precisely as the source states them. */
#include "syn-format.h"

#include <locale.h>

static void
test_date (void)
{
  static const struct {
    const char *iso;
    const char *words;
  } CASES[] = {
    { "2025-01-14", "14 January 2025" },
    { "2025-01-14T23:59:00Z", "14 January 2025" }, /* the source's own day, whatever our zone */
    { "2025-01-14T00:30:00+09:00", "14 January 2025" },
    { "2025-01", "January 2025" },
    { "2025", "2025" },
    { "2025-02-30", NULL },
    { "yesterday", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *words = syn_format_date (CASES[i].iso);

    g_assert_cmpstr (words, ==, CASES[i].words);
  }
}

static void
test_date_range (void)
{
  static const struct {
    const char *from;
    const char *to;
    const char *words;
  } CASES[] = {
    { "2025-01-14", "2025-01-19", "14–19 January 2025" },
    { "2025-01-30", "2025-02-02", "30 January – 2 February 2025" },
    { "2024-12-30", "2025-01-08", "30 December 2024 – 8 January 2025" },
    { "2025-01-14", "2025-01-14", "14 January 2025" },
    { "2025-01-14", "2025-01-14T18:00:00Z", "14 January 2025" },
    { "2025-01", "2025-03-02", "January 2025 – 2 March 2025" },
    { "2024", "2025", "2024 – 2025" },
    { NULL, "2025-01-14", "14 January 2025" },
    { "2025-01-14", NULL, "14 January 2025" },
    { NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *words = syn_format_date_range (CASES[i].from, CASES[i].to);

    g_assert_cmpstr (words, ==, CASES[i].words);
  }
}

static void
test_language (void)
{
  static const struct {
    const char *tag;
    const char *name;
  } CASES[] = {
    { "en", "English" },  { "en-GB", "English" }, { "zh", "中文" }, { "fr", "Français" },
    { "el", "Ελληνικά" }, { "xx", "xx" },         { "", NULL },     { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *name = syn_format_language (CASES[i].tag);

    g_assert_cmpstr (name, ==, CASES[i].name);
  }
}

static void
test_import (void)
{
  static const struct {
    guint added, updated, skipped, failed;
    const char *words;
  } CASES[] = {
    { 3, 0, 0, 1, "3 added, 1 failed" },
    { 13, 0, 0, 0, "13 added" },
    { 0, 1, 12, 0, "1 updated, 12 there already" },
    { 0, 0, 0, 0, "No articles found" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *words =
        syn_format_import (CASES[i].added, CASES[i].updated, CASES[i].skipped, CASES[i].failed);

    g_assert_cmpstr (words, ==, CASES[i].words);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/date", test_date);
  g_test_add_func ("/format/date-range", test_date_range);
  g_test_add_func ("/format/language", test_language);
  g_test_add_func ("/format/import", test_import);

  return g_test_run ();
}
