/* Protects: cleaning loses, adds and changes no character that a reader can see. */
#include "syn-clean.h"

static const struct {
  const char *text, *clean;
} texts[] = {
  { "one\r\ntwo\rthree", "one\ntwo\nthree" },
  { "one\xe2\x80\xa8two", "one\ntwo" },
  { "e\xcc\x81tude", "étude" },                         /* NFC */
  { "don\xc2\x92t", "don’t" },                          /* a Windows apostrophe by its number */
  { "wa\xc2\xadter\xe2\x80\x8b\xef\xbb\xbf", "water" }, /* soft hyphen, zero-width space, byte-order mark */
  { "\xe2\x80\xaetfel\xe2\x80\xac right", "tfel right" },
  { "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x92",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x92" }, /* joined emoji */
  { "a\x01\x07"
    "b\tc",
    "ab\tc" },
  { "한국어 नदी", "한국어 नदी" },
};

static const struct {
  const char *text, *collapsed;
} paragraphs[] = {
  { "  one \n two\t\tthree ", "one two three" },
  { "12\xc2\xa0"
    "000 l\xc2\xa0: non",
    "12\xc2\xa0"
    "000 l : non" }, /* a no-break space stays within a number */
  { "\xe3\x80\x80水位\xe3\x80\x80下降", "水位 下降" },
  { " \n ", "" },
};

static void
test_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *clean = syn_clean_text (texts[i].text, -1);

    g_assert_cmpstr (clean, ==, texts[i].clean);
  }
}

static void
test_collapse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++) {
    g_autofree char *collapsed = syn_clean_collapse (paragraphs[i].text, -1);

    g_assert_cmpstr (collapsed, ==, paragraphs[i].collapsed);
  }
  g_assert_null (syn_clean_field (NULL));
  g_assert_null (syn_clean_field (" \n"));
}

static void
test_words (void)
{
  g_auto (GStrv) words = syn_clean_words ("Öl: 12.5k Liter – 水位");
  g_autofree char *joined = g_strjoinv ("|", words);

  g_assert_cmpstr (joined, ==, "öl|12|5|k|liter|水位");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clean/text", test_text);
  g_test_add_func ("/clean/collapse", test_collapse);
  g_test_add_func ("/clean/words", test_words);

  return g_test_run ();
}
