/* The schema, step by step: data/migrations has one SQL file a step; `user_version` counts the steps done. Each runs in
 * a transaction of its own, so that a step cut off leaves the version before it. */
#include "config.h"

#include "syn-database-private.h"

#include "syn-error.h"
#include "syn-migrations-resource.h"

#define MIGRATIONS_PATH "/io/github/synoptic_reader/Synoptic/migrations/"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The steps' file names in order: (transfer full). */
static GStrv
list_steps (void)
{
  GStrv names = g_resource_enumerate_children (syn_migrations_get_resource (), MIGRATIONS_PATH,
                                               G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  qsort (names, g_strv_length (names), sizeof (char *), compare_names);

  return names;
}

guint
syn_migrations_get_version (void)
{
  g_auto (GStrv) steps = list_steps ();

  return g_strv_length (steps);
}

static gboolean
execute (SynStore *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  syn_database_set_error (self, error);
  return FALSE;
}

/* Inside a transaction: the application's mark first, so that the file is known as ours whatever comes after. */
static gboolean
run_step (SynStore *self, guint version, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (MIGRATIONS_PATH, name, NULL);
  g_autoptr (GBytes) sql = NULL;
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u;",
                                           SYN_STORE_APPLICATION_ID, version);

  sql = g_resource_lookup_data (syn_migrations_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return sql != NULL && execute (self, mark, error) && execute (self, g_bytes_get_data (sql, NULL), error);
}

gboolean
syn_migrations_run (SynStore *self, GError **error)
{
  g_auto (GStrv) steps = list_steps ();
  guint n_steps = g_strv_length (steps);

  while (TRUE) {
    gint64 version = 0;

    if (!syn_store_begin (self, error))
      return FALSE;

    /* Read inside the transaction: another program may have been quicker. */
    if (!syn_database_get (self, 0, &version, error, "PRAGMA user_version", "") ||
        (version < n_steps && !run_step (self, version + 1, steps[version], error))) {
      syn_store_roll_back (self);
      return FALSE;
    }
    if (!syn_store_commit (self, error))
      return FALSE;

    if (version + 1 >= n_steps)
      return TRUE;
  }
}
