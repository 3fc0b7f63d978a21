#include "config.h"

#include "syn-store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "syn-database-private.h"
#include "syn-error.h"
#include "syn-store-articles.h"

/* The header of an SQLite file: https://www.sqlite.org/fileformat.html, 1.3. */
#define HEADER_SIZE           100
#define HEADER_USER_VERSION   60
#define HEADER_APPLICATION_ID 68

/* Switching to WAL needs the file alone for a moment and does not wait by itself: so often, with 10 ms between. */
#define WAL_TRIES 500

static guint32
read_number (const guchar *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);

  return GUINT32_FROM_BE (number);
}

static gboolean
set_foreign (const char *path, GError **error)
{
  g_set_error (
      error, SYN_ERROR, SYN_ERROR_FOREIGN,
      _("“%s” is no library of Synoptic: another program's file, or a damaged one. It was left as it is."),
      path);

  return FALSE;
}

static gboolean
set_newer (const char *path, GError **error)
{
  g_set_error (error, SYN_ERROR, SYN_ERROR_FOREIGN,
               _("The library “%s” was made by a newer version of Synoptic. It was left as it is."), path);

  return FALSE;
}

static gboolean
is_reading (SynStoreMode mode)
{
  return mode == SYN_STORE_READ || mode == SYN_STORE_READ_BESIDE;
}

/* Looks at the file's first bytes without SQLite, which would already write beside it. A file of no bytes is what a
 * creation that was cut off leaves. */
static gboolean
check_header (const char *path, SynStoreMode mode, GError **error)
{
  guchar header[HEADER_SIZE];
  gssize size;
  int problem;
  int file = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (file < 0 && errno == ENOENT && mode == SYN_STORE_CREATE)
    return TRUE;
  size = file < 0 ? -1 : read (file, header, sizeof header);
  problem = errno;
  if (file >= 0)
    close (file);

  if (size < 0 && problem != ENOENT) {
    g_set_error (error, SYN_ERROR, SYN_ERROR_FAILED, _("The library “%s” cannot be opened: %s."), path,
                 g_strerror (problem));
    return FALSE;
  }
  if (size < 0 || (size == 0 && mode == SYN_STORE_READ)) {
    g_set_error (error, SYN_ERROR, SYN_ERROR_NOT_FOUND,
                 _("There is no library “%s” yet; importing an article makes it."), path);
    return FALSE;
  }
  if (size == 0)
    return TRUE;
  if (size < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0 ||
      read_number (header + HEADER_APPLICATION_ID) != SYN_STORE_APPLICATION_ID)
    return set_foreign (path, error);
  if (read_number (header + HEADER_USER_VERSION) > syn_migrations_get_version ())
    return set_newer (path, error);

  return TRUE;
}

/* The journal's mode is kept in the file; only the first opening changes it. */
static gboolean
use_wal (SynStore *self, GError **error)
{
  for (guint i = 0; i < WAL_TRIES; i++) {
    if (sqlite3_exec (self->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL) == SQLITE_OK)
      return TRUE;
    if ((sqlite3_errcode (self->db) & 0xff) != SQLITE_BUSY)
      break;
    g_usleep (10 * 1000);
  }

  syn_database_set_error (self, error);
  return FALSE;
}

/* SQLite's own word on the file, after what a program cut off has been recovered. */
static gboolean
check_version (SynStore *self, SynStoreMode mode, GError **error)
{
  gint64 version;
  guint newest = syn_migrations_get_version ();

  if (!syn_database_get (self, 0, &version, error, "PRAGMA user_version", ""))
    return FALSE;
  if (version > newest)
    return set_newer (self->path, error);
  if (version == newest)
    return TRUE;
  if (is_reading (mode)) {
    g_set_error (error, SYN_ERROR, SYN_ERROR_FAILED,
                 _("The library “%s” is of an older version and must be opened for writing once."),
                 self->path);
    return FALSE;
  }

  return syn_migrations_run (self, error);
}

static gboolean
set_up (SynStore *self, SynStoreMode mode, GError **error)
{
  const char *options = is_reading (mode) ? "PRAGMA foreign_keys = ON; PRAGMA query_only = ON;"
                                               : "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL;";

  /* Migrations run before foreign keys are on, so that a step may rebuild a table. */
  if (!syn_tokenizer_register (self, error) || !check_version (self, mode, error))
    return FALSE;
  if (!is_reading (mode) && !use_wal (self, error))
    return FALSE;
  if (sqlite3_exec (self->db, options, NULL, NULL, NULL) != SQLITE_OK) {
    syn_database_set_error (self, error);
    return FALSE;
  }

  return TRUE;
}

SynStore *
syn_store_open (const char *path, SynStoreMode mode, GError **error)
{
  /* A reader, too, needs write access: the first one after a crash brings the file in order. */
  int flags = SQLITE_OPEN_READWRITE | (mode == SYN_STORE_CREATE ? SQLITE_OPEN_CREATE : 0);
  g_autoptr (SynStore) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  /* Closing the file, wherever in a process, gives up all locks that the process has on it: another program would then
   * take the library's log for nobody's (https://www.sqlite.org/howtocorrupt.html, 2.2). One look, before the first. */
  if (mode != SYN_STORE_READ_BESIDE && !check_header (path, mode, error))
    return NULL;

  self = syn_database_open (path, flags, error);
  if (self == NULL || !set_up (self, mode, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
syn_store_close (SynStore *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->statements);
  sqlite3_close (self->db);
  g_free (self->path);
  g_free (self);
}

void
syn_store_set_cancellable (SynStore *self, GCancellable *cancellable)
{
  self->cancellable = cancellable;
}

gboolean
syn_store_begin (SynStore *self, GError **error)
{
  return syn_database_run (self, error, "BEGIN IMMEDIATE", "");
}

gboolean
syn_store_commit (SynStore *self, GError **error)
{
  if (syn_database_run (self, error, "COMMIT", ""))
    return TRUE;

  syn_store_roll_back (self);
  return FALSE;
}

void
syn_store_roll_back (SynStore *self)
{
  /* SQLite rolls back by itself on some errors. */
  if (!sqlite3_get_autocommit (self->db))
    syn_database_run (self, NULL, "ROLLBACK", "");
}

gboolean
syn_store_get_revision (SynStore *self, gint64 *revision, GError **error)
{
  return syn_database_get (self, 0, revision, error, "SELECT revision FROM library", "");
}

/* ---- check ---- */

static void
add_problem (GString *problems, const char *problem)
{
  if (problems->len > 0)
    g_string_append_c (problems, '\n');
  g_string_append (problems, problem);
}

/* Each row is a problem, "ok" none. An unreadable page ends the list but is itself a finding. */
static gboolean
collect_rows (SynStore *self, const char *sql, GString *problems, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement = syn_database_query (self, &local_error, sql, "");

  while (statement != NULL && syn_database_next (self, statement, &local_error)) {
    const char *row = (const char *) sqlite3_column_text (statement, 0);

    if (g_strcmp0 (row, "ok") != 0)
      add_problem (problems, row);
  }

  if (g_error_matches (local_error, SYN_ERROR, SYN_ERROR_DAMAGED)) {
    add_problem (problems, local_error->message);
  } else if (local_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return FALSE;
  }

  return TRUE;
}

static gboolean
check_search_index (SynStore *self, GString *problems, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (syn_database_run (self, &local_error,
                        "INSERT INTO article_index (article_index, rank) VALUES ('integrity-check', 1)", ""))
    return TRUE;

  if (g_error_matches (local_error, SYN_ERROR, SYN_ERROR_DAMAGED)) {
    add_problem (problems, _("The search index does not fit the articles."));
    return TRUE;
  }

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* An article whose words are no longer those that its hash was made of. */
static gboolean
check_articles (SynStore *self, GString *problems, GError **error)
{
  g_autoptr (GPtrArray) articles = syn_store_list_articles (self, error);

  for (guint i = 0; articles != NULL && i < articles->len; i++) {
    const SynRecord *listed = g_ptr_array_index (articles, i);
    g_autoptr (GError) local_error = NULL;
    g_autoptr (SynRecord) record = syn_store_get_article (self, listed->id, &local_error);
    g_autoptr (GBytes) hash = record != NULL ? syn_record_compute_hash (record) : NULL;

    if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
    if (record == NULL) {
      add_problem (problems, local_error->message);
    } else if (!g_bytes_equal (hash, record->hash)) {
      g_autofree char *problem =
          g_strdup_printf (_("Article %lld is not as it was taken in."), (long long) record->id);

      add_problem (problems, problem);
    }
  }

  return articles != NULL;
}

gboolean
syn_store_check (SynStore *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) problems = g_string_new (NULL);
  gboolean looked;

  syn_store_set_cancellable (self, cancellable);
  looked = collect_rows (self, "PRAGMA integrity_check", problems, error) &&
           collect_rows (
               self, "SELECT 'FOREIGN KEY constraint failed in ' || \"table\" FROM pragma_foreign_key_check",
               problems, error) &&
           check_search_index (self, problems, error) && check_articles (self, problems, error);
  syn_store_set_cancellable (self, NULL);

  if (!looked)
    return FALSE;
  if (problems->len > 0) {
    g_set_error_literal (error, SYN_ERROR, SYN_ERROR_DAMAGED, problems->str);
    return FALSE;
  }

  return TRUE;
}
