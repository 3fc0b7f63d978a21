/* Words for the full-text index: SQLite's unicode61 without diacritics, and pairs of characters where a script writes
 * no spaces (Han, Kana), so that any stretch of such a text is found: 小红书 is indexed as 小红 红书 书, and a query of
 * it asks for 小红 followed by 红书. The last character alone lets a query of one character, as a prefix, find it. */
#include "config.h"

#include "syn-database-private.h"

typedef struct {
  fts5_tokenizer inner;
  Fts5Tokenizer *inner_instance;
} Tokenizer;

typedef int (*TokenFunc) (void *context, int flags, const char *token, int length, int start, int end);

/* What unicode61 needs to report offsets of a part as offsets of the whole. */
typedef struct {
  void *context;
  TokenFunc func;
  int offset;
} Part;

/* unicode61 has a version of its own for each SQLite; "2" folds every diacritic, also of letters that carry two. */
static const char *inner_arguments[] = { "remove_diacritics", "2" };

static gboolean
is_unspaced (gunichar character)
{
  switch (g_unichar_get_script (character)) {
  case G_UNICODE_SCRIPT_HAN:
  case G_UNICODE_SCRIPT_HIRAGANA:
  case G_UNICODE_SCRIPT_KATAKANA:
    return TRUE;
  default:
    return FALSE;
  }
}

/* The end of the run of one sort, spaced or unspaced, that begins at `start`. */
static int
find_run_end (const char *text, int start, int length, gboolean *unspaced)
{
  int at = start;

  *unspaced = FALSE;
  while (at < length) {
    gunichar character = g_utf8_get_char_validated (text + at, length - at);
    gboolean valid = character != (gunichar) -1 && character != (gunichar) -2;
    gboolean is_one = valid && character >= 0x80 && is_unspaced (character);

    if (at == start)
      *unspaced = is_one;
    else if (is_one != *unspaced)
      break;
    at += valid ? g_unichar_to_utf8 (character, NULL) : 1;
  }

  return at;
}

static int
report_part (void *data, int flags, const char *token, int length, int start, int end)
{
  Part *part = data;

  return part->func (part->context, flags, token, length, start + part->offset, end + part->offset);
}

static int
tokenize_unspaced (const char *text, int start, int end, int flags, void *context, TokenFunc func)
{
  int status = SQLITE_OK;

  for (int at = start; at < end && status == SQLITE_OK;) {
    int next = at + g_utf8_skip[(guchar) text[at]];
    int pair = next < end ? next + g_utf8_skip[(guchar) text[next]] : next;

    /* A query of several characters is whole without its last one alone, which the index has for queries of one. Asked
     * for marks (FTS5_TOKENIZE_AUX), the text must give the same words as when it was indexed. */
    if (next < end || at == start || !(flags & FTS5_TOKENIZE_QUERY))
      status = func (context, 0, text + at, pair - at, at, pair);
    at = next;
  }

  return status;
}

static int
tokenizer_tokenize (
    Fts5Tokenizer *instance, void *context, int flags, const char *text, int length, TokenFunc func)
{
  Tokenizer *self = (Tokenizer *) instance;
  int status = SQLITE_OK;

  for (int at = 0; at < length && status == SQLITE_OK;) {
    gboolean unspaced;
    int end = find_run_end (text, at, length, &unspaced);

    if (unspaced) {
      status = tokenize_unspaced (text, at, end, flags, context, func);
    } else {
      Part part = { context, func, at };

      status = self->inner.xTokenize (self->inner_instance, &part, flags, text + at, end - at, report_part);
    }
    at = end;
  }

  return status;
}

static int
tokenizer_create (void *data, const char **arguments, int n_arguments, Fts5Tokenizer **instance)
{
  fts5_api *api = data;
  Tokenizer *self = g_new0 (Tokenizer, 1);
  void *inner_data = NULL;
  int status = api->xFindTokenizer (api, "unicode61", &inner_data, &self->inner);

  if (status == SQLITE_OK)
    status = self->inner.xCreate (inner_data, inner_arguments, G_N_ELEMENTS (inner_arguments),
                                  &self->inner_instance);
  if (status != SQLITE_OK) {
    g_free (self);
    return status;
  }

  *instance = (Fts5Tokenizer *) self;
  return SQLITE_OK;
}

static void
tokenizer_delete (Fts5Tokenizer *instance)
{
  Tokenizer *self = (Tokenizer *) instance;

  self->inner.xDelete (self->inner_instance);
  g_free (self);
}

gboolean
syn_tokenizer_register (SynStore *self, GError **error)
{
  fts5_tokenizer tokenizer = { tokenizer_create, tokenizer_delete, tokenizer_tokenize };
  sqlite3_stmt *statement = NULL;
  fts5_api *api = NULL;
  int status = sqlite3_prepare_v2 (self->db, "SELECT fts5 (?1)", -1, &statement, NULL);

  if (status == SQLITE_OK) {
    sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
    sqlite3_step (statement);
    sqlite3_finalize (statement);
  }
  if (api != NULL)
    status = api->xCreateTokenizer (api, "synoptic", api, &tokenizer, NULL);
  if (api == NULL || status != SQLITE_OK) {
    syn_database_set_error (self, error);
    return FALSE;
  }

  return TRUE;
}
