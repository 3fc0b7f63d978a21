/* Protects: folding gives what Unicode says, whether a text is ASCII or not, and heeds the length. */
#include "syn-fold.h"

static void
test_like_unicode (void)
{
  static const char *const cases[] = { "", "plain", "U.S. Congress 2025", "Ärger", "STRASSE ß", "İstanbul",
                                       "小红书 RedNote", "\xc3\x89" "cole", "A\tB\nC~\x7f" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *folded = syn_fold (cases[i], -1);
    g_autofree char *expected = g_utf8_casefold (cases[i], -1);
    g_autofree char *lower = syn_lower (cases[i], -1);
    g_autofree char *expected_lower = g_utf8_strdown (cases[i], -1);

    g_assert_cmpstr (folded, ==, expected);
    g_assert_cmpstr (lower, ==, expected_lower);
  }
}

static void
test_length (void)
{
  g_autofree char *ascii = syn_fold ("ABé", 2);
  g_autofree char *all = syn_fold ("ABÉ", 4);
  g_autofree char *none = syn_fold ("AB", 0);

  g_assert_cmpstr (ascii, ==, "ab");
  g_assert_cmpstr (all, ==, "abé");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/like-unicode", test_like_unicode);
  g_test_add_func ("/fold/length", test_length);

  return g_test_run ();
}
