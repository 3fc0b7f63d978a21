#include "config.h"

#include "syn-store-stories.h"

#include "syn-database-private.h"

void
syn_story_row_free (SynStoryRow *self)
{
  g_free (self->title);
  g_free (self);
}

GPtrArray *
syn_store_list_stories (SynStore *self, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_story_row_free);
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement =
      syn_database_query (self, &local_error,
                          "SELECT id, title, revision, counted = revision, facts, conflicts, "
                          "origins FROM story ORDER BY id",
                          "");

  while (statement != NULL && syn_database_next (self, statement, &local_error)) {
    SynStoryRow *row = g_new0 (SynStoryRow, 1);

    row->id = sqlite3_column_int64 (statement, 0);
    row->title = syn_database_dup_text (statement, 1);
    row->revision = sqlite3_column_int64 (statement, 2);
    row->is_counted = sqlite3_column_int (statement, 3);
    row->facts = sqlite3_column_int64 (statement, 4);
    row->conflicts = sqlite3_column_int64 (statement, 5);
    row->origins = sqlite3_column_int64 (statement, 6);
    g_ptr_array_add (rows, row);
  }

  return syn_database_end (g_steal_pointer (&local_error), error) ? g_steal_pointer (&rows) : NULL;
}

GArray *
syn_store_list_members (SynStore *self, gint64 story, gint64 *revision, GError **error)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement;

  *revision = 0;
  /* One statement, so that the members are those of the revision. */
  statement =
      syn_database_query (self, &local_error,
                          "SELECT article.id, revision FROM article JOIN story ON story.id = article.story "
                          "WHERE story.id = ?1 ORDER BY coalesce (published, '9'), article.id",
                          "i", story);
  while (statement != NULL && syn_database_next (self, statement, &local_error)) {
    gint64 id = sqlite3_column_int64 (statement, 0);

    *revision = sqlite3_column_int64 (statement, 1);
    g_array_append_val (members, id);
  }

  return syn_database_end (g_steal_pointer (&local_error), error) ? g_steal_pointer (&members) : NULL;
}

/* ---- grouping ---- */

gboolean
syn_store_is_grouping_due (SynStore *self, gboolean *due, GError **error)
{
  gint64 differs;

  if (!syn_database_get (self, 0, &differs, error, "SELECT revision <> grouped FROM library", ""))
    return FALSE;

  *due = differs != 0;
  return TRUE;
}

static void
free_signature (gpointer data)
{
  SynStoredSignature *signature = data;

  g_bytes_unref (signature->signature);
  g_free (signature);
}

GPtrArray *
syn_store_list_signatures (SynStore *self, guint version, gint64 *revision, GError **error)
{
  g_autoptr (GPtrArray) signatures = g_ptr_array_new_with_free_func (free_signature);
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement;

  /* The revision first: an article that comes in between makes grouping due again, and none is missed. */
  if (!syn_store_get_revision (self, revision, error))
    return NULL;

  statement = syn_database_query (self, &local_error,
                                  "SELECT article, bytes FROM signature WHERE version = ?1 ORDER BY article",
                                  "i", (gint64) version);
  while (statement != NULL && syn_database_next (self, statement, &local_error)) {
    SynStoredSignature *signature = g_new (SynStoredSignature, 1);

    signature->article = sqlite3_column_int64 (statement, 0);
    signature->signature = syn_database_dup_bytes (statement, 1);
    g_ptr_array_add (signatures, signature);
  }

  return syn_database_end (g_steal_pointer (&local_error), error) ? g_steal_pointer (&signatures) : NULL;
}

/* How many articles a new group shares with an old story. */
typedef struct {
  gint64 story;
  guint group;
  guint shared;
} Overlap;

static int
compare_by_place (gconstpointer a, gconstpointer b)
{
  const Overlap *x = a;
  const Overlap *y = b;

  if (x->story != y->story)
    return x->story < y->story ? -1 : 1;

  return (x->group > y->group) - (x->group < y->group);
}

static int
compare_by_size (gconstpointer a, gconstpointer b)
{
  const Overlap *x = a;
  const Overlap *y = b;

  return x->shared != y->shared ? (x->shared < y->shared) - (x->shared > y->shared) : compare_by_place (a, b);
}

/* Article id -> its story now, for the articles that have one. */
static GHashTable *
read_stories (SynStore *self, GError **error)
{
  g_autoptr (GHashTable) stories = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement =
      syn_database_query (self, &local_error, "SELECT id, story FROM article WHERE story IS NOT NULL", "");

  while (statement != NULL && syn_database_next (self, statement, &local_error)) {
    gint64 article = sqlite3_column_int64 (statement, 0);
    gint64 story = sqlite3_column_int64 (statement, 1);

    g_hash_table_insert (stories, g_memdup2 (&article, sizeof article), g_memdup2 (&story, sizeof story));
  }

  return syn_database_end (g_steal_pointer (&local_error), error) ? g_steal_pointer (&stories) : NULL;
}

/* The pairs of old story and new group with articles in common, the largest first. */
static GArray *
find_overlaps (GHashTable *stories, const gint64 *articles, const guint *groups, gsize n)
{
  GArray *overlaps = g_array_new (FALSE, FALSE, sizeof (Overlap));
  guint n_kept = 0;

  for (gsize i = 0; i < n; i++) {
    const gint64 *story = g_hash_table_lookup (stories, &articles[i]);

    if (story != NULL) {
      Overlap overlap = { *story, groups[i], 1 };

      g_array_append_val (overlaps, overlap);
    }
  }

  g_array_sort (overlaps, compare_by_place);
  for (guint i = 0; i < overlaps->len; i++) {
    Overlap *next = &g_array_index (overlaps, Overlap, i);
    Overlap *last = n_kept > 0 ? &g_array_index (overlaps, Overlap, n_kept - 1) : NULL;

    if (last != NULL && compare_by_place (last, next) == 0)
      last->shared++;
    else
      g_array_index (overlaps, Overlap, n_kept++) = *next;
  }
  g_array_set_size (overlaps, n_kept);
  g_array_sort (overlaps, compare_by_size);

  return overlaps;
}

/* A story id for each group, 0 where it needs a new one. No two groups get the same. */
static gint64 *
match_groups (GHashTable *stories, const gint64 *articles, const guint *groups, gsize n)
{
  g_autoptr (GArray) overlaps = find_overlaps (stories, articles, groups, n);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_int64_hash, g_int64_equal);
  gint64 *ids = g_new0 (gint64, n + 1);

  for (guint i = 0; i < overlaps->len; i++) {
    Overlap *overlap = &g_array_index (overlaps, Overlap, i);

    if (ids[overlap->group] == 0 && g_hash_table_add (taken, &overlap->story))
      ids[overlap->group] = overlap->story;
  }

  return ids;
}

static gboolean
write_groups (
    SynStore *self, gint64 revision, const gint64 *articles, const guint *groups, gsize n, GError **error)
{
  g_autoptr (GHashTable) stories = read_stories (self, error);
  g_autofree gint64 *ids = NULL;

  if (stories == NULL)
    return FALSE;

  ids = match_groups (stories, articles, groups, n);
  for (gsize i = 0; i < n; i++) {
    gint64 *id = &ids[groups[i]];
    const gint64 *present = g_hash_table_lookup (stories, &articles[i]);

    if (*id == 0) {
      if (!syn_database_run (self, error, "INSERT INTO story DEFAULT VALUES", ""))
        return FALSE;
      *id = sqlite3_last_insert_rowid (self->db);
    }
    if ((present == NULL || *present != *id) &&
        !syn_database_run (self, error, "UPDATE article SET story = ?2 WHERE id = ?1", "ii", articles[i],
                           *id))
      return FALSE;
  }

  return syn_database_run (self, error,
                           "DELETE FROM story WHERE NOT EXISTS "
                           "(SELECT 1 FROM article WHERE article.story = story.id)",
                           "") &&
         syn_database_run (self, error, "UPDATE library SET grouped = ?1", "i", revision);
}

gboolean
syn_store_set_groups (
    SynStore *self, gint64 revision, const gint64 *articles, const guint *groups, gsize n, GError **error)
{
  gboolean is_own;

  for (gsize i = 0; i < n; i++)
    g_return_val_if_fail (groups[i] < n, FALSE);

  return syn_database_begin_change (self, &is_own, error) &&
         syn_database_end_change (self, is_own, write_groups (self, revision, articles, groups, n, error),
                                  error);
}

/* ---- counts ---- */

static gboolean
write_counts (SynStore *self, gint64 story, gint64 revision, const SynStoryCounts *counts, GError **error)
{
  if (!syn_database_run (self, error,
                         "UPDATE story SET counted = revision, facts = ?3, conflicts = ?4, origins = ?5 "
                         "WHERE id = ?1 AND revision = ?2 AND counted <> revision",
                         "iiiii", story, revision, (gint64) counts->facts, (gint64) counts->conflicts,
                         (gint64) counts->origins))
    return FALSE;
  if (sqlite3_changes (self->db) == 0)
    return TRUE;

  for (gsize i = 0; i < counts->n_articles; i++) {
    if (!syn_database_run (self, error, "UPDATE article SET facts = ?2 WHERE id = ?1", "ii",
                           counts->articles[i], (gint64) counts->facts_of[i]))
      return FALSE;
  }

  return TRUE;
}

gboolean
syn_store_set_counts (
    SynStore *self, gint64 story, gint64 revision, const SynStoryCounts *counts, GError **error)
{
  gboolean is_own;

  return syn_database_begin_change (self, &is_own, error) &&
         syn_database_end_change (self, is_own, write_counts (self, story, revision, counts, error), error);
}
