#include "config.h"

#include "syn-store-search.h"

#include <string.h>

#include "syn-database-private.h"
#include "syn-store-articles-private.h"

/* Around a hit in what SQLite hands back: characters that no article holds, as import drops control characters. */
#define MARK_START '\001'
#define MARK_END   '\002'

void
syn_match_free (SynMatch *self)
{
  syn_record_unref (self->record);
  g_free (self->snippet);
  g_array_unref (self->marks);
  g_array_unref (self->title_marks);
  g_free (self);
}

static void
append_phrase (GString *expression, const char *text, gsize length, gboolean may_go_on)
{
  if (length == 0)
    return;

  if (expression->len > 0)
    g_string_append_c (expression, ' ');
  g_string_append_c (expression, '"');
  g_string_append_len (expression, text, length);
  g_string_append_c (expression, '"');
  if (may_go_on)
    g_string_append (expression, " *");
}

static gboolean
is_single_character (const char *text, gsize length)
{
  return length > 0 && length == (gsize) g_utf8_skip[(guchar) *text];
}

/* The reader's words as an FTS5 expression, each a quoted string, so that none is taken for an operator. A word of one
 * character may go on wherever it stands: in an unspaced script it is half of a pair. */
static char *
make_expression (const char *query)
{
  g_autofree char *valid = g_utf8_make_valid (query, -1);
  GString *expression = g_string_new (NULL);
  const char *at = valid;

  g_strdelimit (valid, "\001\002", ' ');
  while (*at != '\0') {
    gboolean is_quoted = *at == '"';
    const char *start = is_quoted ? at + 1 : at;
    gsize length = is_quoted ? strcspn (start, "\"") : strcspn (start, "\" \t\r\n");
    const char *end = start + length;
    gboolean may_go_on =
        !is_quoted && (*end == '\0' || (is_single_character (start, length) && (guchar) *start >= 0x80));

    append_phrase (expression, start, length, may_go_on);
    at = is_quoted && *end == '"' ? end + 1 : end;
    at += strspn (at, " \t\r\n");
  }

  return g_string_free (expression, FALSE);
}

/* `text` without the marks, which become spans: (transfer full). */
static char *
take_marks (const char *text, GArray *marks)
{
  GString *plain = g_string_new (NULL);
  gsize start = 0;

  for (const char *p = text; *p != '\0'; p++) {
    if (*p == MARK_START) {
      start = plain->len;
    } else if (*p == MARK_END) {
      SynSpan mark = syn_span (start, plain->len);

      g_array_append_val (marks, mark);
    } else {
      g_string_append_c (plain, *p == '\n' || *p == '\t' ? ' ' : *p);
    }
  }

  return g_string_free (plain, FALSE);
}

static SynMatch *
read_match (sqlite3_stmt *statement)
{
  SynMatch *match = g_new0 (SynMatch, 1);
  const char *title = (const char *) sqlite3_column_text (statement, SYN_RECORD_N_COLUMNS + 2);
  g_autofree char *plain_title = NULL;

  match->record = syn_record_read (statement);
  match->rank = -sqlite3_column_double (statement, SYN_RECORD_N_COLUMNS);
  match->marks = g_array_new (FALSE, FALSE, sizeof (SynSpan));
  match->title_marks = g_array_new (FALSE, FALSE, sizeof (SynSpan));
  match->snippet =
      take_marks ((const char *) sqlite3_column_text (statement, SYN_RECORD_N_COLUMNS + 1), match->marks);
  plain_title = take_marks (title != NULL ? title : "", match->title_marks);

  return match;
}

GPtrArray *
syn_store_search (SynStore *self, const char *query, guint limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) matches = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_match_free);
  g_autofree char *expression = make_expression (query);
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement;

  if (*expression == '\0')
    return g_steal_pointer (&matches);

  syn_store_set_cancellable (self, cancellable);
  /* 24 words: about two lines of the window's list. */
  statement = syn_database_query (self, &local_error,
                                  "SELECT " SYN_RECORD_COLUMNS ", article_index.rank, "
                                  "snippet (article_index, 3, char (1), char (2), '…', 24), "
                                  "highlight (article_index, 0, char (1), char (2)) "
                                  "FROM article_index JOIN article ON article.id = article_index.rowid "
                                  "WHERE article_index MATCH ?1 ORDER BY article_index.rank LIMIT ?2",
                                  "ti", expression, (gint64) limit);
  while (statement != NULL && syn_database_next (self, statement, &local_error))
    g_ptr_array_add (matches, read_match (statement));
  syn_store_set_cancellable (self, NULL);

  return syn_database_end (g_steal_pointer (&local_error), error) ? g_steal_pointer (&matches) : NULL;
}
