#include "config.h"

#include "syn-lexicon.h"

#include <gio/gio.h>
#include <string.h>

#include "syn-fold.h"
#include "syn-import-resources.h"
#include "syn-rows.h"

#define FOLDER "/io/github/synoptic_reader/Synoptic/import/"

typedef struct {
  char *text;            /* the file, which the columns are parts of */
  GStringChunk *strings; /* what is not as it stands in the file */
  GArray *rows;
  GHashTable *by_word; /* word, or "value:word" where there is a reason, to index + 1 */
} Table;

static const char *const file_names[SYN_N_LEXICONS] = {
  [SYN_LEXICON_BYLINES] = "import-bylines.tsv",       [SYN_LEXICON_DATELINE] = "import-dateline.tsv",
  [SYN_LEXICON_ELEMENTS] = "import-elements.tsv",     [SYN_LEXICON_FEED] = "import-feed.tsv",
  [SYN_LEXICON_FIELDS] = "import-fields.tsv",         [SYN_LEXICON_LEFTOVERS] = "import-leftovers.tsv",
  [SYN_LEXICON_MASTHEADS] = "import-mastheads.tsv",   [SYN_LEXICON_MONTHS] = "import-months.tsv",
  [SYN_LEXICON_NOTES] = "import-notes.tsv",           [SYN_LEXICON_PAGE_META] = "import-page-meta.tsv",
  [SYN_LEXICON_PAGE_NAMES] = "import-page-names.tsv", [SYN_LEXICON_SMALL_WORDS] = "import-small-words.tsv",
  [SYN_LEXICON_ZONES] = "import-zones.tsv",
};

/* Most words are lower-case ASCII, which is its own folded form. */
static const char *
fold (Table *table, const char *word)
{
  for (const char *p = word; *p != '\0'; p++) {
    if ((guchar) *p >= 0x80 || g_ascii_isupper (*p)) {
      g_autofree char *folded = syn_fold (word, -1);

      return g_string_chunk_insert (table->strings, folded);
    }
  }

  return word;
}

static const char *
join (Table *table, const char *value, const char *word)
{
  g_autofree char *joined = g_strconcat (value, ":", word, NULL);

  return g_string_chunk_insert (table->strings, joined);
}

static void
add_row (Table *table, char **columns, guint n)
{
  /* Tables with a reason have the word last, since it is the longest column; all others have it first. */
  const char *word = fold (table, n == 3 ? columns[2] : columns[0]);
  SynLexiconRow row = {
    .word = word,
    .length = strlen (word),
    .value = n == 3   ? columns[0]
             : n == 2 ? columns[1]
                      : "",
    .why = n == 3 ? columns[1] : NULL,
  };
  const char *key = n == 3 ? join (table, row.value, word) : word;

  g_array_append_val (table->rows, row);
  if (!g_hash_table_contains (table->by_word, key))
    g_hash_table_insert (table->by_word, (gpointer) key, GUINT_TO_POINTER (table->rows->len));
}

static void
load_table (Table *table, const char *file_name)
{
  g_autofree char *path = g_strconcat (FOLDER, file_name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (syn_import_get_resource (), path, 0, NULL);
  char *columns[3];
  SynRows rows;
  guint n;

  table->strings = g_string_chunk_new (4096);
  table->rows = g_array_new (FALSE, FALSE, sizeof (SynLexiconRow));
  table->by_word = g_hash_table_new (g_str_hash, g_str_equal);
  g_return_if_fail (bytes != NULL);

  table->text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  syn_rows_init (&rows, table->text);
  while ((n = syn_rows_next (&rows, columns, G_N_ELEMENTS (columns))) > 0)
    add_row (table, columns, n);
}

static const Table *
get_table (SynLexiconTable which)
{
  static gsize is_loaded[SYN_N_LEXICONS];
  static Table tables[SYN_N_LEXICONS];

  g_return_val_if_fail (which < SYN_N_LEXICONS, NULL);

  if (g_once_init_enter (&is_loaded[which])) {
    load_table (&tables[which], file_names[which]);
    g_once_init_leave (&is_loaded[which], 1);
  }

  return &tables[which];
}

const GArray *
syn_lexicon_get_rows (SynLexiconTable table)
{
  return get_table (table)->rows;
}

const SynLexiconRow *
syn_lexicon_find (SynLexiconTable table, const char *word)
{
  const Table *self = get_table (table);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_word, word));

  return index != 0 ? &g_array_index (self->rows, SynLexiconRow, index - 1) : NULL;
}

/* "by" begins "by Ann", not "byword"; a word of the list that ends in a sign or in Han begins anything. */
static gboolean
ends_word (const char *text, gsize length)
{
  gunichar before = g_utf8_get_char (g_utf8_prev_char (text + length));
  gunichar after = g_utf8_get_char (text + length);

  return after == 0 || !g_unichar_isalnum (before) || !g_unichar_isalnum (after) || before >= 0x2e80;
}

const SynLexiconRow *
syn_lexicon_find_start (SynLexiconTable table, const char *text)
{
  const GArray *rows = syn_lexicon_get_rows (table);
  const SynLexiconRow *best = NULL;

  for (guint i = 0; i < rows->len; i++) {
    const SynLexiconRow *row = &g_array_index (rows, SynLexiconRow, i);

    if ((best == NULL || row->length > best->length) && strncmp (text, row->word, row->length) == 0 &&
        ends_word (text, row->length))
      best = row;
  }

  return best;
}
