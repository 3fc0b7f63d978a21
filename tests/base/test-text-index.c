/* Protects: offsets never drift between bytes and code points, whatever the script and however long the text. */
#include "syn-text-index.h"

#include <string.h>

static void
test_every_offset (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SynTextIndex) index = NULL;
  const char *p;
  gsize character = 0;

  for (guint i = 0; i < 500; i++)
    g_string_append (text, "aé小\xf0\x9f\x98\x80 ");
  index = syn_text_index_new (text->str, text->len);

  for (p = text->str; *p != '\0'; p = g_utf8_next_char (p)) {
    gsize offset = p - text->str;

    g_assert_cmpuint (syn_text_index_to_characters (index, offset), ==, character);
    g_assert_cmpuint (syn_text_index_to_bytes (index, character), ==, offset);
    character++;
  }
  g_assert_cmpuint (syn_text_index_to_characters (index, text->len), ==, character);
  g_assert_cmpuint (syn_text_index_to_bytes (index, character), ==, text->len);
}

static void
test_edges (void)
{
  g_autoptr (SynTextIndex) empty = syn_text_index_new ("", 0);
  g_autoptr (SynTextIndex) index = syn_text_index_new ("小红书", 9);
  SynSpan span = syn_text_index_span (index, syn_span (3, 9));

  g_assert_cmpuint (syn_text_index_to_characters (empty, 0), ==, 0);
  g_assert_cmpuint (syn_text_index_to_bytes (empty, 7), ==, 0);
  g_assert_cmpuint (syn_text_index_to_characters (index, 4), ==, 1);
  g_assert_cmpuint (syn_text_index_to_characters (index, 99), ==, 3);
  g_assert_cmpuint (span.start, ==, 1);
  g_assert_cmpuint (span.end, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-index/every-offset", test_every_offset);
  g_test_add_func ("/text-index/edges", test_edges);

  return g_test_run ();
}
