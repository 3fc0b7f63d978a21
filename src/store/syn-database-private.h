/* One SQLite connection with its prepared statements: what the store's files share. */
#pragma once

#include <sqlite3.h>

#include "syn-store.h"

G_BEGIN_DECLS

struct _SynStore {
  sqlite3 *db;
  char *path;
  GHashTable *statements;    /* SQL (static) -> sqlite3_stmt */
  GCancellable *cancellable; /* of the call under way */
};

/* Opens the connection alone: no check, no migration. */
SynStore     *syn_database_open (const char *path, int flags, GError **error);

/* The statement for `sql` (a literal: its address is kept), reset and bound. `types` has a letter a parameter:
 * 'i' gint64, 't' text, nullable, 'b' GBytes, nullable. NULL with an error. Owned by the store. */
sqlite3_stmt *syn_database_query (SynStore *self, GError **error, const char *sql, const char *types, ...);

/* Steps: TRUE with a row; FALSE at the end, or with `error` set. The statement is reset where it gives no row. */
gboolean      syn_database_next  (SynStore *self, sqlite3_stmt *statement, GError **error);

/* Query and run to the end, rows unread. */
gboolean      syn_database_run   (SynStore *self, GError **error, const char *sql, const char *types, ...);

/* A single integer, `fallback` where there is no row. FALSE on an error. */
gboolean      syn_database_get   (SynStore *self, gint64 fallback, gint64 *value, GError **error,
                                  const char *sql, const char *types, ...);

/* After a loop of syn_database_next(): passes its error (taken, nullable) on; TRUE when there was none. */
gboolean      syn_database_end   (GError *local_error, GError **error);

/* Several statements as one change: inside the caller's transaction, else in one of its own, which the end commits where
 * `done` and rolls back otherwise. */
gboolean      syn_database_begin_change (SynStore *self, gboolean *is_own, GError **error);
gboolean      syn_database_end_change   (SynStore *self, gboolean is_own, gboolean done, GError **error);

/* The reader's words for what SQLite reports on this connection; the error's code says damaged, cancelled or failed. */
void          syn_database_set_error (SynStore *self, GError **error);

/* Copies of a column of the row under the cursor: (transfer full). NULL for NULL. */
char         *syn_database_dup_text  (sqlite3_stmt *statement, int column);
GBytes       *syn_database_dup_bytes (sqlite3_stmt *statement, int column);

/* syn-migrations.c: the schema's newest version, and the way there from any older one, a transaction a step. */
guint         syn_migrations_get_version (void);
gboolean      syn_migrations_run         (SynStore *self, GError **error);

/* syn-tokenizer.c: registers the full-text index's tokenizer on this connection. */
gboolean      syn_tokenizer_register (SynStore *self, GError **error);

G_END_DECLS
