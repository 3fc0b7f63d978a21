#include "config.h"

#include "syn-store-articles.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "syn-database-private.h"
#include "syn-error.h"
#include "syn-store-articles-private.h"

static const char *const aside_kinds[] = {
  [SYN_RECORD_PREFACE] = "preface",
  [SYN_RECORD_COMMENT] = "comment",
  [SYN_RECORD_NOTE] = "note",
};

/* ---- taking in ---- */

gboolean
syn_store_find_content (SynStore *self, GBytes *hash, gint64 *id, GError **error)
{
  return syn_database_get (self, 0, id, error, "SELECT id FROM article WHERE hash = ?1", "b", hash);
}

/* Sets `id` to `candidate` where that may be an earlier version. */
static gboolean
accept_version (SynStore *self, gint64 candidate, const SynRecord *record, gint64 *id, GError **error)
{
  g_autoptr (SynRecord) earlier = NULL;

  if (candidate == 0)
    return TRUE;

  earlier = syn_store_get_article (self, candidate, error);
  if (earlier != NULL && syn_record_is_version_of (earlier, record))
    *id = candidate;

  return earlier != NULL;
}

static gboolean
find_by_key (SynStore *self, const SynRecord *record, gint64 *id, GError **error)
{
  gint64 candidate = 0;

  if (!syn_database_get (self, 0, id, error, "SELECT id FROM article WHERE key = ?1 AND file IS ?2 LIMIT 1", "tt",
                         record->key, record->file))
    return FALSE;
  if (*id != 0)
    return TRUE;

  /* A feed's "1" is unique to the feed, a web address everywhere. */
  return syn_database_get (self, 0, &candidate, error,
                           "SELECT id FROM article WHERE key = ?1 AND instr (key, '://') > 0 ORDER BY id DESC LIMIT 1",
                           "t", record->key) &&
         accept_version (self, candidate, record, id, error);
}

gboolean
syn_store_find_earlier (SynStore *self, const SynRecord *record, gint64 *id, GError **error)
{
  gint64 candidate = 0;

  *id = 0;
  if (record->key != NULL)
    return find_by_key (self, record, id, error);

  if (record->url != NULL && (!syn_database_get (self, 0, &candidate, error,
                                                 "SELECT id FROM article WHERE url = ?1 ORDER BY id DESC LIMIT 1",
                                                 "t", record->url) ||
                              !accept_version (self, candidate, record, id, error)))
    return FALSE;
  if (*id != 0 || record->file == NULL)
    return TRUE;

  return syn_database_get (self, 0, &candidate, error,
                           "SELECT id FROM article WHERE file = ?1 AND entry = ?2 AND key IS NULL "
                           "ORDER BY id DESC LIMIT 1",
                           "ti", record->file, (gint64) record->entry) &&
         accept_version (self, candidate, record, id, error);
}

static gboolean
write_asides (SynStore *self, gint64 id, const SynRecord *record, GError **error)
{
  for (guint i = 0; i < record->asides->len; i++) {
    const SynRecordAside *aside = &g_array_index (record->asides, SynRecordAside, i);

    if (!syn_database_run (self, error, "INSERT INTO aside VALUES (?1, ?2, ?3, ?4, ?5)", "iiiit", id,
                           (gint64) i, (gint64) aside->span.start, (gint64) aside->span.end,
                           aside_kinds[aside->kind]))
      return FALSE;
  }

  return TRUE;
}

static gboolean
write_dropped (SynStore *self, gint64 id, const SynRecord *record, GError **error)
{
  for (guint i = 0; i < record->dropped->len; i++) {
    const SynRecordDropped *dropped = g_ptr_array_index (record->dropped, i);

    if (!syn_database_run (self, error, "INSERT INTO dropped VALUES (?1, ?2, ?3, ?4)", "iitt", id, (gint64) i,
                           dropped->text, dropped->why))
      return FALSE;
  }

  return TRUE;
}

static gboolean
write_analysis (SynStore *self, gint64 id, const SynKeptAnalysis *analysis, GError **error)
{
  return syn_database_run (self, error, "INSERT OR REPLACE INTO analysis VALUES (?1, ?2, ?3)", "iib", id,
                           (gint64) analysis->version, analysis->document) &&
         syn_database_run (self, error, "INSERT OR REPLACE INTO signature VALUES (?1, ?2, ?3)", "iib", id,
                           (gint64) analysis->version, analysis->signature);
}

static gboolean
write_parts (
    SynStore *self, gint64 id, const SynRecord *record, const SynKeptAnalysis *analysis, GError **error)
{
  return write_asides (self, id, record, error) && write_dropped (self, id, record, error) &&
         write_analysis (self, id, analysis, error);
}

static gboolean
insert (SynStore *self, const SynRecord *record, const SynKeptAnalysis *analysis, gint64 *id, GError **error)
{
  if (!syn_database_run (
          self, error,
          "INSERT INTO article (file, entry, key, title, byline, outlet, published, updated, language, "
          "url, hash, added, size, text) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, unixepoch (), ?12, ?13)",
          "tittttttttbit", record->file, (gint64) record->entry, record->key, record->title, record->byline,
          record->outlet, record->published, record->updated, record->language, record->url, record->hash,
          (gint64) strlen (record->text), record->text))
    return FALSE;

  *id = sqlite3_last_insert_rowid (self->db);

  return write_parts (self, *id, record, analysis, error);
}

gboolean
syn_store_insert_article (
    SynStore *self, const SynRecord *record, const SynKeptAnalysis *analysis, gint64 *id, GError **error)
{
  gboolean is_own;

  g_return_val_if_fail (record->hash != NULL && record->text != NULL, FALSE);

  return syn_database_begin_change (self, &is_own, error) &&
         syn_database_end_change (self, is_own, insert (self, record, analysis, id, error), error);
}

static gboolean
rewrite (SynStore *self, gint64 id, const SynRecord *record, const SynKeptAnalysis *analysis, GError **error)
{
  return syn_database_run (self, error, "DELETE FROM aside WHERE article = ?1", "i", id) &&
         syn_database_run (self, error, "DELETE FROM dropped WHERE article = ?1", "i", id) &&
         syn_database_run (
             self, error,
             "UPDATE article SET file = ?2, entry = ?3, key = ?4, title = ?5, byline = ?6, outlet = ?7, "
             "published = ?8, updated = ?9, language = ?10, url = ?11, hash = ?12, "
             "size = ?13, text = ?14, facts = 0 WHERE id = ?1",
             "itittttttttbit", id, record->file, (gint64) record->entry, record->key, record->title,
             record->byline, record->outlet, record->published, record->updated, record->language,
             record->url, record->hash, (gint64) strlen (record->text), record->text) &&
         write_parts (self, id, record, analysis, error);
}

gboolean
syn_store_rewrite_article (
    SynStore *self, gint64 id, const SynRecord *record, const SynKeptAnalysis *analysis, GError **error)
{
  gboolean is_own;

  g_return_val_if_fail (record->hash != NULL && record->text != NULL, FALSE);

  return syn_database_begin_change (self, &is_own, error) &&
         syn_database_end_change (self, is_own, rewrite (self, id, record, analysis, error), error);
}

static gboolean
remove_all (SynStore *self, const gint64 *ids, gsize n, GError **error)
{
  for (gsize i = 0; i < n; i++) {
    if (!syn_database_run (self, error, "DELETE FROM article WHERE id = ?1", "i", ids[i]))
      return FALSE;
  }

  return TRUE;
}

gboolean
syn_store_remove_articles (SynStore *self, const gint64 *ids, gsize n, GError **error)
{
  gboolean is_own;

  return syn_database_begin_change (self, &is_own, error) &&
         syn_database_end_change (self, is_own, remove_all (self, ids, n, error), error);
}

/* ---- reading ---- */

SynRecord *
syn_record_read (sqlite3_stmt *statement)
{
  SynRecord *record = syn_record_new ();

  record->id = sqlite3_column_int64 (statement, 0);
  record->story = sqlite3_column_int64 (statement, 1);
  record->added = sqlite3_column_int64 (statement, 2);
  record->size = sqlite3_column_int64 (statement, 3);
  record->facts = sqlite3_column_int64 (statement, 4);
  record->entry = sqlite3_column_int64 (statement, 5);
  record->file = syn_database_dup_text (statement, 6);
  record->key = syn_database_dup_text (statement, 7);
  record->title = syn_database_dup_text (statement, 8);
  record->byline = syn_database_dup_text (statement, 9);
  record->outlet = syn_database_dup_text (statement, 10);
  record->published = syn_database_dup_text (statement, 11);
  record->updated = syn_database_dup_text (statement, 12);
  record->language = syn_database_dup_text (statement, 13);
  record->url = syn_database_dup_text (statement, 14);
  record->hash = syn_database_dup_bytes (statement, 15);
  record->opening = syn_database_dup_text (statement, 16);

  return record;
}

static gboolean
read_asides (SynStore *self, SynRecord *record, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement = syn_database_query (
      self, &local_error, "SELECT start, end, kind FROM aside WHERE article = ?1 ORDER BY position", "i",
      record->id);

  while (statement != NULL && syn_database_next (self, statement, &local_error)) {
    gint64 start = sqlite3_column_int64 (statement, 0);
    gint64 end = sqlite3_column_int64 (statement, 1);
    const char *kind = (const char *) sqlite3_column_text (statement, 2);

    /* A file from elsewhere may hold anything: no span leaves the text. */
    if (start < 0 || end <= start || (gsize) end > strlen (record->text))
      continue;
    for (guint i = 0; i < G_N_ELEMENTS (aside_kinds); i++) {
      if (g_str_equal (aside_kinds[i], kind))
        syn_record_add_aside (record, syn_span (start, end), i);
    }
  }

  return syn_database_end (g_steal_pointer (&local_error), error);
}

static gboolean
read_dropped (SynStore *self, SynRecord *record, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement = syn_database_query (
      self, &local_error, "SELECT text, why FROM dropped WHERE article = ?1 ORDER BY position", "i",
      record->id);

  while (statement != NULL && syn_database_next (self, statement, &local_error))
    syn_record_add_dropped (record, (const char *) sqlite3_column_text (statement, 0),
                            (const char *) sqlite3_column_text (statement, 1));

  return syn_database_end (g_steal_pointer (&local_error), error);
}

SynRecord *
syn_store_get_article (SynStore *self, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SynRecord) record = NULL;
  sqlite3_stmt *statement = syn_database_query (
      self, error, "SELECT " SYN_RECORD_COLUMNS ", text FROM article WHERE id = ?1", "i", id);

  if (statement == NULL)
    return NULL;

  if (syn_database_next (self, statement, &local_error)) {
    record = syn_record_read (statement);
    record->text = syn_database_dup_text (statement, SYN_RECORD_N_COLUMNS);
    sqlite3_reset (statement);
  } else if (local_error == NULL) {
    g_set_error (&local_error, SYN_ERROR, SYN_ERROR_NOT_FOUND,
                 _("There is no article %lld in the library."), (long long) id);
  }

  if (record == NULL || !read_asides (self, record, &local_error) ||
      !read_dropped (self, record, &local_error)) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }

  return g_steal_pointer (&record);
}

GPtrArray *
syn_store_list_articles (SynStore *self, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_record_unref);
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement =
      syn_database_query (self, &local_error,
                          "SELECT " SYN_RECORD_COLUMNS " FROM article "
                          "ORDER BY published IS NULL, substr (published, 1, 10) DESC, id",
                          "");

  while (statement != NULL && syn_database_next (self, statement, &local_error))
    g_ptr_array_add (records, syn_record_read (statement));

  return syn_database_end (g_steal_pointer (&local_error), error) ? g_steal_pointer (&records) : NULL;
}

/* ---- analysis ---- */

gboolean
syn_store_get_document (
    SynStore *self, gint64 id, GBytes *hash, guint version, GBytes **document, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement =
      syn_database_query (self, error,
                          "SELECT document FROM analysis JOIN article ON article.id = article "
                          "WHERE article = ?1 AND hash = ?2 AND version = ?3",
                          "ibi", id, hash, (gint64) version);

  if (statement == NULL)
    return FALSE;

  *document = NULL;
  if (syn_database_next (self, statement, &local_error)) {
    *document = syn_database_dup_bytes (statement, 0);
    sqlite3_reset (statement);
  }

  return syn_database_end (g_steal_pointer (&local_error), error);
}

static gboolean
set_analysis (SynStore *self, gint64 id, GBytes *hash, const SynKeptAnalysis *analysis, GError **error)
{
  gint64 found;

  if (!syn_store_find_content (self, hash, &found, error))
    return FALSE;
  if (found != id)
    return TRUE;

  return write_analysis (self, id, analysis, error) &&
         syn_database_run (self, error, "UPDATE library SET revision = revision + 1", "") &&
         syn_database_run (self, error,
                           "UPDATE story SET revision = revision + 1 "
                           "WHERE id = (SELECT story FROM article WHERE id = ?1)",
                           "i", id);
}

gboolean
syn_store_set_analysis (
    SynStore *self, gint64 id, GBytes *hash, const SynKeptAnalysis *analysis, GError **error)
{
  gboolean is_own;

  return syn_database_begin_change (self, &is_own, error) &&
         syn_database_end_change (self, is_own, set_analysis (self, id, hash, analysis, error), error);
}

GArray *
syn_store_list_outdated (SynStore *self, guint version, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement =
      syn_database_query (self, &local_error,
                          "SELECT id FROM article WHERE NOT EXISTS (SELECT 1 FROM signature "
                          "WHERE article = article.id AND version = ?1) ORDER BY id",
                          "i", (gint64) version);

  while (statement != NULL && syn_database_next (self, statement, &local_error)) {
    gint64 id = sqlite3_column_int64 (statement, 0);

    g_array_append_val (ids, id);
  }

  return syn_database_end (g_steal_pointer (&local_error), error) ? g_steal_pointer (&ids) : NULL;
}
