/* The library's stories: grouping what is new, listing, and catching up in the background with what was left undone. */
#include "config.h"

#include "syn-engine-private.h"

#include <glib/gi18n-lib.h>

#include "syn-error.h"
#include "syn-parallel.h"
#include "syn-store-stories.h"
#include "syn-story-grouping.h"
#include "syn-story-private.h"

/* Another program may take articles in while we group; after so many tries the next listing catches up. */
#define MAX_TRIES 3

/* Articles of an older analysis that are analysed anew before one transaction keeps them. */
#define BATCH_ARTICLES 64

/* Larger stories are compared when the reader asks for it: the time grows with the square. */
#define MAX_COUNTED_ARTICLES 24

/* ---- analysing anew ---- */

typedef struct {
  SynEngine *engine;
  GCancellable *cancellable;
  const gint64 *ids;
  SynRecord *records[BATCH_ARTICLES];
  SynKeptAnalysis analyses[BATCH_ARTICLES];
  guint n;
} Renewal;

/* What cannot be read or analysed now stays as it is. */
static void
renew_one (guint item, gpointer data)
{
  Renewal *renewal = data;
  g_autoptr (SynArticle) article = syn_engine_load_article (renewal->engine, renewal->ids[item], NULL);
  g_autoptr (SynDocument) document = NULL;

  if (article != NULL)
    document =
        syn_engine_analyse (renewal->engine, syn_article_get_record (article), renewal->cancellable, NULL);
  if (document == NULL)
    return;

  renewal->records[item] = syn_record_ref (syn_article_get_record (article));
  syn_kept_analysis_init (&renewal->analyses[item], document);
}

static gboolean
keep_renewed (SynStore *store, gpointer data, GError **error)
{
  Renewal *renewal = data;
  gboolean kept = syn_store_begin (store, error);

  for (guint i = 0; i < renewal->n && kept; i++) {
    if (renewal->records[i] != NULL)
      kept = syn_store_set_analysis (store, renewal->ids[i], renewal->records[i]->hash, &renewal->analyses[i],
                                     error);
  }

  if (kept)
    return syn_store_commit (store, error);

  syn_store_roll_back (store);
  return FALSE;
}

static gboolean
renew_batch (SynEngine *self, const gint64 *ids, guint n, GCancellable *cancellable, GError **error)
{
  g_autofree Renewal *renewal = g_new0 (Renewal, 1);
  gboolean kept;

  renewal->engine = self;
  renewal->cancellable = cancellable;
  renewal->ids = ids;
  renewal->n = n;
  syn_parallel_run (n, renew_one, renewal);

  kept = syn_engine_write (self, keep_renewed, renewal, error);
  for (guint i = 0; i < n; i++) {
    g_clear_pointer (&renewal->records[i], syn_record_unref);
    syn_kept_analysis_clear (&renewal->analyses[i]);
  }

  return kept;
}

/* Articles kept with another version's analysis, or none. */
static gboolean
renew_outdated (SynEngine *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  SynStore *store = syn_engine_take_reader (self, error);

  if (store == NULL)
    return FALSE;

  ids = syn_store_list_outdated (store, SYN_ANALYSIS_VERSION, error);
  syn_readers_give (self->readers, store);
  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i += BATCH_ARTICLES) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !renew_batch (self, &g_array_index (ids, gint64, i), MIN (BATCH_ARTICLES, ids->len - i), cancellable,
                      error))
      return FALSE;
  }

  return TRUE;
}

/* ---- grouping ---- */

typedef struct {
  gint64 revision;
  gint64 *articles;
  GArray *groups;
} Grouping;

static gboolean
set_groups (SynStore *store, gpointer data, GError **error)
{
  const Grouping *grouping = data;

  return syn_store_set_groups (store, grouping->revision, grouping->articles,
                               (const guint *) grouping->groups->data, grouping->groups->len, error);
}

static gboolean
group_once (
    SynEngine *self, GPtrArray *signatures, gint64 revision, GCancellable *cancellable, GError **error)
{
  g_autofree GBytes **bytes = g_new (GBytes *, signatures->len + 1);
  g_autofree gint64 *articles = g_new (gint64, signatures->len + 1);
  g_autoptr (GArray) groups = NULL;
  Grouping grouping;

  for (guint i = 0; i < signatures->len; i++) {
    const SynStoredSignature *signature = signatures->pdata[i];

    bytes[i] = signature->signature;
    articles[i] = signature->article;
  }

  groups = syn_story_group (bytes, signatures->len, cancellable, error);
  if (groups == NULL)
    return FALSE;

  grouping = (Grouping){ revision, articles, groups };

  return syn_engine_write (self, set_groups, &grouping, error);
}

/* NULL in `signatures` where nothing is due. */
static gboolean
read_what_is_due (SynEngine *self, GPtrArray **signatures, gint64 *revision, GError **error)
{
  SynStore *store = syn_engine_take_reader (self, error);
  gboolean due = FALSE;
  gboolean read = store != NULL && syn_store_is_grouping_due (store, &due, error);

  *signatures = NULL;
  if (read && due) {
    *signatures = syn_store_list_signatures (store, SYN_ANALYSIS_VERSION, revision, error);
    read = *signatures != NULL;
  }
  syn_readers_give (self->readers, store);

  return read;
}

gboolean
syn_engine_group_stories (SynEngine *self, GCancellable *cancellable, GError **error)
{
  if (!renew_outdated (self, cancellable, error))
    return FALSE;

  for (guint i = 0; i < MAX_TRIES; i++) {
    g_autoptr (GPtrArray) signatures = NULL;
    gint64 revision;

    if (!read_what_is_due (self, &signatures, &revision, error))
      return FALSE;
    if (signatures == NULL)
      return TRUE;
    if (!group_once (self, signatures, revision, cancellable, error))
      return FALSE;

    syn_engine_queue_changed (self);
  }

  return TRUE;
}

/* ---- listing ---- */

/* Story id -> its records: (transfer full). */
static GHashTable *
sort_by_story (GPtrArray *records)
{
  GHashTable *members =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < records->len; i++) {
    SynRecord *record = records->pdata[i];
    GPtrArray *list = g_hash_table_lookup (members, &record->story);

    if (list == NULL) {
      list = g_ptr_array_new ();
      g_hash_table_insert (members, &record->story, list);
    }
    g_ptr_array_add (list, record);
  }

  return members;
}

static GListModel *
make_stories (GPtrArray *rows, GPtrArray *records)
{
  g_autoptr (GHashTable) members = sort_by_story (records);
  GListStore *stories = g_list_store_new (SYN_TYPE_STORY);

  for (guint i = 0; i < rows->len; i++) {
    const SynStoryRow *row = rows->pdata[i];
    GPtrArray *list = g_hash_table_lookup (members, &row->id);

    if (list != NULL) {
      g_autoptr (SynStory) story = syn_story_new (row, list);

      g_list_store_append (stories, story);
    }
  }
  g_list_store_sort (stories, syn_story_compare_newest, NULL);

  return G_LIST_MODEL (stories);
}

/* The stories as they are kept. */
static GListModel *
read_stories (SynEngine *self, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) records = NULL;
  SynStore *store = syn_engine_take_reader (self, error);

  if (store == NULL)
    return NULL;

  rows = syn_store_list_stories (store, error);
  records = rows != NULL ? syn_store_list_articles (store, error) : NULL;
  syn_readers_give (self->readers, store);

  return records != NULL ? make_stories (rows, records) : NULL;
}

GListModel *
syn_engine_list_stories (SynEngine *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (SYN_IS_ENGINE (self), NULL);

  return syn_engine_group_stories (self, cancellable, error) ? read_stories (self, error) : NULL;
}

GArray *
syn_engine_list_members (SynEngine *self, gint64 story, GError **error)
{
  g_autoptr (GArray) members = NULL;
  SynStore *store;
  gint64 revision;

  g_return_val_if_fail (SYN_IS_ENGINE (self), NULL);

  store = syn_engine_take_reader (self, error);
  if (store == NULL)
    return NULL;

  members = syn_store_list_members (store, story, &revision, error);
  syn_readers_give (self->readers, store);
  if (members != NULL && members->len == 0) {
    g_set_error (error, SYN_ERROR, SYN_ERROR_NOT_FOUND,
                 _("There is no story %lld in the library."), (long long) story);
    return NULL;
  }

  return g_steal_pointer (&members);
}

/* ---- in the background ---- */

static gboolean
needs_counting (SynStory *story)
{
  guint n = g_list_model_get_n_items (syn_story_get_articles (story));
  guint facts, conflicts, origins;

  return n >= 2 && n <= MAX_COUNTED_ARTICLES && !syn_story_get_counts (story, &facts, &conflicts, &origins);
}

/* Once for each state of a story: one whose counts cannot be kept is not tried again and again. */
static gboolean
is_first_try (SynEngine *self, SynStory *story)
{
  return g_hash_table_add (self->counted,
                           g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                            syn_story_get_id (story), syn_story_get_revision (story)));
}

static int
compare_published (gconstpointer a, gconstpointer b)
{
  return syn_article_compare_published (*(SynArticle *const *) a, *(SynArticle *const *) b);
}

/* In the order in which the window compares them: the library and the page tell the same counts. */
static gboolean
count_story (SynEngine *self, SynStory *story)
{
  GListModel *listed = syn_story_get_articles (story);
  guint n = g_list_model_get_n_items (listed);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SynComparison) comparison = NULL;

  for (guint i = 0; i < n; i++) {
    g_autoptr (SynArticle) article = g_list_model_get_item (listed, i);
    SynArticle *whole = syn_engine_load_article (self, syn_article_get_id (article), NULL);

    if (whole == NULL)
      return FALSE;
    g_ptr_array_add (articles, whole);
  }

  g_ptr_array_sort (articles, compare_published);
  /* Which keeps the counts, as it is the whole story. */
  comparison = syn_engine_compare (self, (SynArticle *const *) articles->pdata, n, NULL, NULL, NULL, NULL);

  return comparison != NULL;
}

/* What an import that was cut off, another program or another version of this one left undone: analysing anew,
 * grouping, counting. "changed" tells of each. */
static void
catch_up_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SynEngine *self = source;
  g_autoptr (GListModel) stories = syn_engine_list_stories (self, NULL, NULL);
  guint n = stories != NULL ? g_list_model_get_n_items (stories) : 0;
  guint n_counted = 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (SynStory) story = g_list_model_get_item (stories, i);

    if (needs_counting (story) && is_first_try (self, story))
      n_counted += count_story (self, story);
  }

  g_atomic_int_set (&self->is_catching_up, FALSE);
  if (n_counted > 0)
    syn_engine_queue_changed (self);
  g_task_return_boolean (task, TRUE);
}

static void
catch_up_later (SynEngine *self)
{
  g_autoptr (GTask) task = NULL;

  if (!g_atomic_int_compare_and_exchange (&self->is_catching_up, FALSE, TRUE))
    return;

  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_source_tag (task, catch_up_later);
  g_task_run_in_thread (task, catch_up_in_thread);
}

/* ---- asynchronously ---- */

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GListModel *stories = read_stories (source, &error);

  if (stories == NULL) {
    g_task_return_error (task, error);
    return;
  }

  catch_up_later (source);
  g_task_return_pointer (task, stories, g_object_unref);
}

void
syn_engine_list_stories_async (SynEngine *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, syn_engine_list_stories_async);
  g_task_run_in_thread (task, list_in_thread);
}

GListModel *
syn_engine_list_stories_finish (SynEngine *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
