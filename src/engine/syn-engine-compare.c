/* Comparing: documents for all articles, then alignment and framing beside each other; the counts of whole stories. */
#include "config.h"

#include "syn-engine-private.h"

#include <glib/gi18n-lib.h>

#include "syn-comparison-private.h"
#include "syn-error.h"
#include "syn-parallel.h"
#include "syn-progress-relay-private.h"
#include "syn-store-stories.h"
#include "syn-story-counts-private.h"

typedef struct {
  /* borrowed */
  SynEngine *engine;
  SynArticle *const *articles;
  gsize n;
  GCancellable *cancellable;
  SynEngineProgress progress;
  gpointer progress_data;

  SynDocument **documents;
  SynAlignment *alignment;
  SynFraming *framing;

  /* The story that is compared whole, 0 for another choice of articles. */
  gint64 story;
  gint64 revision;

  GMutex lock;
  guint n_done;
  GError *error; /* the first */
} Work;

static void
report (Work *work, const char *what)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&work->lock);

  if (work->progress != NULL)
    work->progress (work->n_done, work->n + 1, what, work->progress_data);
}

static void
take_error (Work *work, GError *error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&work->lock);

  if (work->error == NULL)
    work->error = error;
  else
    g_clear_error (&error);
}

static void
prepare_document (guint item, gpointer data)
{
  Work *work = data;
  SynArticle *article = work->articles[item];
  GError *error = NULL;

  report (work, syn_article_get_label (article));
  work->documents[item] =
      syn_engine_ensure_document (work->engine, syn_article_get_record (article), work->cancellable, &error);
  if (error != NULL)
    take_error (work, error);

  g_mutex_lock (&work->lock);
  work->n_done++;
  g_mutex_unlock (&work->lock);
}

enum {
  ALIGN,
  FRAME,
  N_SIDES,
};

static void
compare_side (guint item, gpointer data)
{
  Work *work = data;
  SynAlignOptions options = { .floor = 0.25, .cancellable = work->cancellable };
  GError *error = NULL;

  if (item == ALIGN)
    work->alignment = syn_alignment_new (work->documents, work->n, &options, &error);
  else
    work->framing = syn_framing_new (work->documents, work->n, work->cancellable, &error);

  if (error != NULL)
    take_error (work, error);
}

static SynComparison *
compare_documents (Work *work)
{
  SynComparison *comparison;

  report (work, _("Comparing"));
  syn_parallel_run (N_SIDES, compare_side, work);
  if (work->error != NULL) {
    g_clear_pointer (&work->alignment, syn_alignment_unref);
    g_clear_pointer (&work->framing, syn_framing_unref);
    return NULL;
  }

  comparison = syn_comparison_new (work->articles, work->documents, work->n, work->alignment, work->framing);
  work->n_done++;
  report (work, NULL);

  return comparison;
}

/* What the comparison is made of: articles and their content, in order. */
static GBytes *
make_key (Work *work)
{
  GByteArray *key = g_byte_array_new ();

  for (gsize i = 0; i < work->n; i++) {
    const SynRecord *record = syn_article_get_record (work->articles[i]);
    gsize size;
    gconstpointer hash = g_bytes_get_data (record->hash, &size);

    g_byte_array_append (key, (const guint8 *) &record->id, sizeof record->id);
    g_byte_array_append (key, hash, size);
  }

  return g_byte_array_free_to_bytes (key);
}

/* ---- the counts of a whole story ---- */

static gboolean
is_among (Work *work, gint64 id)
{
  for (gsize i = 0; i < work->n; i++) {
    if (syn_article_get_id (work->articles[i]) == id)
      return TRUE;
  }

  return FALSE;
}

/* Before comparing, so that a change meanwhile makes the counts stale. */
static void
find_story (Work *work)
{
  gint64 story = work->n > 1 ? syn_article_get_story (work->articles[0]) : 0;
  g_autoptr (GArray) members = NULL;
  SynStore *store;

  if (story == 0 || work->engine->readers == NULL)
    return;

  store = syn_engine_take_reader (work->engine, NULL);
  if (store != NULL)
    members = syn_store_list_members (store, story, &work->revision, NULL);
  syn_readers_give (work->engine->readers, store);
  if (members == NULL || members->len != work->n)
    return;

  for (guint i = 0; i < members->len; i++) {
    if (!is_among (work, g_array_index (members, gint64, i)))
      return;
  }

  work->story = story;
}

typedef struct {
  gint64 story;
  gint64 revision;
  SynStoryCounts counts;
  SynCountedFacts facts;
  gint64 *articles;
} Counting;

static gboolean
keep_counts_in_writer (SynStore *store, gpointer data, GError **error)
{
  const Counting *counting = data;

  return syn_store_set_counts (store, counting->story, counting->revision, &counting->counts, error);
}

static void
keep_counts (Work *work, SynComparison *comparison)
{
  Counting counting = { .story = work->story, .revision = work->revision };

  if (work->story == 0)
    return;

  syn_counted_facts_init (&counting.facts, comparison);
  counting.articles = g_new (gint64, work->n);
  for (gsize i = 0; i < work->n; i++)
    counting.articles[i] = syn_article_get_id (work->articles[i]);
  counting.counts = (SynStoryCounts){
    .facts = counting.facts.facts,
    .conflicts = counting.facts.conflicts,
    .origins = counting.facts.origins,
    .articles = counting.articles,
    .facts_of = counting.facts.facts_of,
    .n_articles = work->n,
  };

  /* Without them the comparison is as good. */
  syn_engine_write (work->engine, keep_counts_in_writer, &counting, NULL);

  g_free (counting.articles);
  syn_counted_facts_clear (&counting.facts);
}

/* ---- the call ---- */

static SynComparison *
run (Work *work)
{
  g_autoptr (GBytes) key = make_key (work);
  SynComparison *comparison = syn_cache_get (work->engine->comparisons, key);

  find_story (work);
  if (comparison == NULL) {
    syn_parallel_run (work->n, prepare_document, work);
    if (work->error == NULL)
      comparison = compare_documents (work);
    if (comparison != NULL)
      syn_cache_put (work->engine->comparisons, key, comparison);
  }
  if (comparison != NULL)
    keep_counts (work, comparison);

  return comparison;
}

SynComparison *
syn_engine_compare (SynEngine *self,
                    SynArticle *const *articles,
                    gsize n,
                    GCancellable *cancellable,
                    SynEngineProgress progress,
                    gpointer user_data,
                    GError **error)
{
  Work work = {
    .engine = self,
    .articles = articles,
    .n = n,
    .cancellable = cancellable,
    .progress = progress,
    .progress_data = user_data,
  };
  SynComparison *comparison;

  g_return_val_if_fail (SYN_IS_ENGINE (self), NULL);
  for (gsize i = 0; i < n; i++)
    g_return_val_if_fail (syn_article_is_whole (articles[i]), NULL);

  if (n == 0) {
    g_set_error_literal (error, SYN_ERROR, SYN_ERROR_USAGE, _("There is no article to compare."));
    return NULL;
  }

  g_mutex_init (&work.lock);
  work.documents = g_new0 (SynDocument *, n);
  comparison = run (&work);

  for (gsize i = 0; i < n; i++)
    g_clear_pointer (&work.documents[i], syn_document_unref);
  g_free (work.documents);
  g_mutex_clear (&work.lock);
  if (work.error != NULL)
    g_propagate_error (error, work.error);

  return comparison;
}

/* ---- asynchronously ---- */

typedef struct {
  gint64 *ids;
  gsize n;
  SynProgressRelay *relay;
} Task;

static void
free_task (gpointer data)
{
  Task *task = data;

  g_free (task->ids);
  syn_progress_relay_unref (task->relay);
  g_free (task);
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Task *asked = data;
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  SynComparison *comparison = NULL;
  GError *error = NULL;

  for (gsize i = 0; i < asked->n && error == NULL; i++) {
    SynArticle *article = syn_engine_load_article (source, asked->ids[i], &error);

    if (article != NULL)
      g_ptr_array_add (articles, article);
  }

  if (error == NULL)
    comparison = syn_engine_compare (source, (SynArticle *const *) articles->pdata, articles->len,
                                     cancellable, syn_progress_relay_report, asked->relay, &error);
  if (comparison != NULL)
    g_task_return_pointer (task, comparison, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
syn_engine_compare_async (SynEngine *self,
                          const gint64 *ids,
                          gsize n,
                          GCancellable *cancellable,
                          SynEngineProgress progress,
                          gpointer progress_data,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Task *asked = g_new (Task, 1);

  asked->ids = g_memdup2 (ids, n * sizeof *ids);
  asked->n = n;
  asked->relay = syn_progress_relay_new (progress, progress_data);
  g_task_set_source_tag (task, syn_engine_compare_async);
  g_task_set_task_data (task, asked, free_task);
  g_task_run_in_thread (task, compare_in_thread);
}

SynComparison *
syn_engine_compare_finish (SynEngine *self, GAsyncResult *result, GError **error)
{
  Task *asked;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  asked = g_task_get_task_data (G_TASK (result));
  syn_progress_relay_stop (asked->relay);

  return g_task_propagate_pointer (G_TASK (result), error);
}
