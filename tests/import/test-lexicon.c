/* Protects: the word lists are whole: every row has its columns, every reason is known to the translators,
 * every field and month is one. */
#include "syn-block.h"
#include "syn-lexicon.h"

#include <string.h>

static gboolean
is_one_of (const char *value, const char *const *values)
{
  for (; *values != NULL; values++) {
    if (strcmp (value, *values) == 0)
      return TRUE;
  }

  return FALSE;
}

static const struct {
  SynLexiconTable table;
  const char *values[12]; /* what the other column may hold; none: anything */
} tables[] = {
  { SYN_LEXICON_BYLINES, { "word", "glued", "role", "link", "nobody", "other" } },
  { SYN_LEXICON_DATELINE, { "" } },
  { SYN_LEXICON_ELEMENTS, { NULL } },
  { SYN_LEXICON_FEED,
    { "title", "link", "key", "author", "published", "updated", "content", "description", "summary",
      "language" } },
  { SYN_LEXICON_FIELDS,
    { "title", "byline", "outlet", "published", "updated", "language", "url", "text", "key" } },
  { SYN_LEXICON_LEFTOVERS, { "is", "starts", "has", "among", "opens" } },
  { SYN_LEXICON_MASTHEADS, { "word", "ending" } },
  { SYN_LEXICON_MONTHS, { "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12" } },
  { SYN_LEXICON_NOTES, { "note", "comment", "preface" } },
  { SYN_LEXICON_PAGE_META, { "title", "byline", "outlet", "published", "updated", "language", "url" } },
  { SYN_LEXICON_PAGE_NAMES, { "drop", "keep", "byline", "date" } },
  { SYN_LEXICON_SMALL_WORDS, { NULL } },
  { SYN_LEXICON_ZONES, { NULL } },
};

static void
test_rows (void)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (tables) == SYN_N_LEXICONS);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    const GArray *rows = syn_lexicon_get_rows (tables[i].table);
    const char *values[13] = { NULL };

    memcpy (values, tables[i].values, sizeof tables[i].values);
    g_assert_cmpuint (rows->len, >, 20);
    for (guint j = 0; j < rows->len; j++) {
      const SynLexiconRow *row = &g_array_index (rows, SynLexiconRow, j);

      g_test_message ("%s", row->word);
      g_assert_cmpuint (row->length, >, 0);
      if (values[0] != NULL)
        g_assert_true (is_one_of (row->value, values));
      if (row->why != NULL && *row->why != '\0')
        g_assert_true (syn_block_is_reason (row->why));
    }
  }
}

static void
test_find (void)
{
  const SynLexiconRow *row = syn_lexicon_find (SYN_LEXICON_MONTHS, "märz");

  g_assert_nonnull (row);
  g_assert_cmpstr (row->value, ==, "3");
  g_assert_null (syn_lexicon_find (SYN_LEXICON_MONTHS, "weir"));
  g_assert_nonnull (syn_lexicon_find (SYN_LEXICON_LEFTOVERS, "is:share this article"));
  g_assert_null (syn_lexicon_find (SYN_LEXICON_LEFTOVERS, "starts:share this article"));

  row = syn_lexicon_find_start (SYN_LEXICON_NOTES, "editor's note: the weir");
  g_assert_cmpstr (row->word, ==, "editor's note");
  g_assert_null (syn_lexicon_find_start (SYN_LEXICON_NOTES, "editor's notebook"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/rows", test_rows);
  g_test_add_func ("/lexicon/find", test_find);

  return g_test_run ();
}
