#include "config.h"

#include "syn-database-private.h"

#include <glib/gi18n-lib.h>

#include "syn-error.h"

/* How long a writer waits for another program's transaction, in milliseconds. Ours take about 50; the longest, applying
 * the stories of a large library, a few hundred. */
#define BUSY_TIMEOUT 30000

/* SQLite's virtual instructions between two looks at the cancellable: some microseconds. */
#define STEPS_PER_LOOK 4000

static int
look_at_cancellable (gpointer data)
{
  SynStore *self = data;

  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

SynStore *
syn_database_open (const char *path, int flags, GError **error)
{
  SynStore *self = g_new0 (SynStore, 1);

  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, finalize_statement);

  if (sqlite3_open_v2 (path, &self->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL) !=
      SQLITE_OK) {
    syn_database_set_error (self, error);
    syn_store_close (self);
    return NULL;
  }

  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT);
  sqlite3_progress_handler (self->db, STEPS_PER_LOOK, look_at_cancellable, self);

  return self;
}

void
syn_database_set_error (SynStore *self, GError **error)
{
  int status = self->db != NULL ? sqlite3_errcode (self->db) : SQLITE_NOMEM;
  const char *what = self->db != NULL ? sqlite3_errmsg (self->db) : sqlite3_errstr (status);

  switch (status & 0xff) {
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    g_set_error (error, SYN_ERROR, SYN_ERROR_DAMAGED, _("The library “%s” is damaged (%s)."), self->path,
                 what);
    break;
  case SQLITE_INTERRUPT:
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled"));
    break;
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    g_set_error (error, SYN_ERROR, SYN_ERROR_FAILED,
                 _("The library “%s” is in use by another program; try again when that is done."),
                 self->path);
    break;
  default:
    g_set_error (error, SYN_ERROR, SYN_ERROR_FAILED, _("The library “%s” cannot be used: %s."), self->path,
                 what);
    break;
  }
}

static gboolean
bind_all (sqlite3_stmt *statement, const char *types, va_list arguments)
{
  int status = SQLITE_OK;

  for (int i = 0; types[i] != '\0' && status == SQLITE_OK; i++) {
    switch (types[i]) {
    case 'i':
      status = sqlite3_bind_int64 (statement, i + 1, va_arg (arguments, gint64));
      break;
    case 't':
      status = sqlite3_bind_text (statement, i + 1, va_arg (arguments, const char *), -1, SQLITE_TRANSIENT);
      break;
    case 'b': {
      GBytes *bytes = va_arg (arguments, GBytes *);
      gsize size = 0;
      gconstpointer data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

      if (bytes == NULL)
        status = sqlite3_bind_null (statement, i + 1);
      else
        status = sqlite3_bind_blob64 (statement, i + 1, size > 0 ? data : "", size, SQLITE_TRANSIENT);
      break;
    }
    default:
      g_return_val_if_reached (FALSE);
    }
  }

  return status == SQLITE_OK;
}

static sqlite3_stmt *
query (SynStore *self, GError **error, const char *sql, const char *types, va_list arguments)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL) {
    if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK) {
      syn_database_set_error (self, error);
      return NULL;
    }
    g_hash_table_insert (self->statements, (gpointer) sql, statement);
  }

  sqlite3_reset (statement);
  if (!bind_all (statement, types, arguments)) {
    syn_database_set_error (self, error);
    return NULL;
  }

  return statement;
}

sqlite3_stmt *
syn_database_query (SynStore *self, GError **error, const char *sql, const char *types, ...)
{
  sqlite3_stmt *statement;
  va_list arguments;

  va_start (arguments, types);
  statement = query (self, error, sql, types, arguments);
  va_end (arguments);

  return statement;
}

gboolean
syn_database_next (SynStore *self, sqlite3_stmt *statement, GError **error)
{
  int status = sqlite3_step (statement);

  if (status == SQLITE_ROW)
    return TRUE;

  if (status != SQLITE_DONE)
    syn_database_set_error (self, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return FALSE;
}

gboolean
syn_database_end (GError *local_error, GError **error)
{
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
run_to_end (SynStore *self, sqlite3_stmt *statement, GError **error)
{
  GError *local_error = NULL;

  while (syn_database_next (self, statement, &local_error))
    continue;

  return syn_database_end (local_error, error);
}

gboolean
syn_database_run (SynStore *self, GError **error, const char *sql, const char *types, ...)
{
  sqlite3_stmt *statement;
  va_list arguments;

  va_start (arguments, types);
  statement = query (self, error, sql, types, arguments);
  va_end (arguments);

  return statement != NULL && run_to_end (self, statement, error);
}

gboolean
syn_database_get (
    SynStore *self, gint64 fallback, gint64 *value, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement;
  va_list arguments;

  va_start (arguments, types);
  statement = query (self, error, sql, types, arguments);
  va_end (arguments);
  if (statement == NULL)
    return FALSE;

  *value = fallback;
  if (syn_database_next (self, statement, &local_error)) {
    *value = sqlite3_column_int64 (statement, 0);
    sqlite3_reset (statement);
    return TRUE;
  }

  return syn_database_end (g_steal_pointer (&local_error), error);
}

gboolean
syn_database_begin_change (SynStore *self, gboolean *is_own, GError **error)
{
  *is_own = sqlite3_get_autocommit (self->db);

  return !*is_own || syn_store_begin (self, error);
}

gboolean
syn_database_end_change (SynStore *self, gboolean is_own, gboolean done, GError **error)
{
  if (!is_own)
    return done;
  if (done)
    return syn_store_commit (self, error);

  syn_store_roll_back (self);
  return FALSE;
}

char *
syn_database_dup_text (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

GBytes *
syn_database_dup_bytes (sqlite3_stmt *statement, int column)
{
  gconstpointer data = sqlite3_column_blob (statement, column);
  int size = sqlite3_column_bytes (statement, column);

  return sqlite3_column_type (statement, column) == SQLITE_NULL ? NULL : g_bytes_new (data, size);
}
