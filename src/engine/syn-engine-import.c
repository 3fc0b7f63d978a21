/* Taking articles in: the calling thread reads the files, a pool analyses, the writer stores, in the order read.
 *
 * The queue holds the articles under way. Its head is stored as soon as it is ready, with those behind it that are ready
 * too, as one transaction: what is in the library at any moment is whole articles, in order. */
#include "config.h"

#include "syn-engine-private.h"

#include <glib/gi18n-lib.h>

#include "syn-importer.h"
#include "syn-progress-relay-private.h"

/* Articles between reading and storing; bounds the memory. */
#define MAX_UNDER_WAY 256

/* A transaction has its price (about 0.2 ms with the search index), a stop loses what waits for one: so many articles, or
 * so much waiting, in microseconds, make one. */
#define BATCH_ARTICLES 64
#define BATCH_TIME     (50 * 1000)

typedef struct {
  SynRecord *record;
  SynKeptAnalysis analysis;
  gint64 same;       /* the article of the library with this content, or 0 */
  gboolean is_ready; /* analysed, known already, or given up */
  gboolean is_given_up;
} Item;

typedef struct {
  /* borrowed */
  SynEngine *engine;
  GCancellable *cancellable;

  /* used by the reading thread only */
  SynStore *reader;
  GThreadPool *analysers;
  const char *file; /* being read */

  /* the writer's, until all is stored */
  SynImportReport *report;
  GHashTable *written; /* ids of this import: none is a later version of another */
  gboolean has_gap;    /* one was given up: none behind it is stored, so that what is in has no hole */

  GMutex lock;
  GCond changed;
  GQueue items; /* Item, in the order read */
  guint n_ready;
  gboolean is_all_read;
  gboolean is_writing; /* a writer's job is queued or running */
  GError *error;
} Import;

static void
free_item (gpointer data)
{
  Item *item = data;

  syn_record_unref (item->record);
  syn_kept_analysis_clear (&item->analysis);
  g_free (item);
}

static void
free_failure (gpointer data)
{
  SynImportFailure *failure = data;

  g_free (failure->file);
  g_free (failure->why);
  g_free (failure);
}

static SynImportReport *
make_report (void)
{
  SynImportReport *report = g_new0 (SynImportReport, 1);

  report->failed = g_ptr_array_new_with_free_func (free_failure);
  report->articles = g_array_new (FALSE, FALSE, sizeof (gint64));

  return report;
}

void
syn_import_report_free (SynImportReport *self)
{
  g_ptr_array_unref (self->failed);
  g_array_unref (self->articles);
  g_free (self);
}

/* ---- storing: on the writer's thread ---- */

typedef enum {
  STORED_SAME,
  STORED_UPDATED,
  STORED_NEW,
} Stored;

typedef struct {
  gint64 id;
  Stored how;
} Outcome;

static gboolean
store_item (Import *import, SynStore *store, const Item *item, Outcome *outcome, GError **error)
{
  gint64 earlier = 0;

  outcome->how = STORED_SAME;
  if (!syn_store_find_content (store, item->record->hash, &outcome->id, error))
    return FALSE;
  if (outcome->id != 0)
    return TRUE;

  if (!syn_store_find_earlier (store, item->record, &earlier, error))
    return FALSE;

  if (earlier != 0 && !g_hash_table_contains (import->written, &earlier)) {
    outcome->how = STORED_UPDATED;
    outcome->id = earlier;
    if (!syn_store_rewrite_article (store, earlier, item->record, &item->analysis, error))
      return FALSE;
  } else {
    outcome->how = STORED_NEW;
    if (!syn_store_insert_article (store, item->record, &item->analysis, &outcome->id, error))
      return FALSE;
  }

  g_hash_table_add (import->written, g_memdup2 (&outcome->id, sizeof outcome->id));
  return TRUE;
}

static void
report_outcome (Import *import, const Outcome *outcome)
{
  switch (outcome->how) {
  case STORED_SAME:
    import->report->skipped++;
    break;
  case STORED_UPDATED:
    import->report->updated++;
    break;
  case STORED_NEW:
  default:
    import->report->imported++;
    break;
  }

  g_array_append_val (import->report->articles, outcome->id);
}

/* Known articles alone need no transaction: nothing is written for them. */
static gboolean
needs_writing (GPtrArray *batch)
{
  for (guint i = 0; i < batch->len; i++) {
    const Item *item = batch->pdata[i];

    if (item->same == 0 && !item->is_given_up)
      return TRUE;
  }

  return FALSE;
}

static gboolean
store_batch (Import *import, SynStore *store, GPtrArray *batch, GError **error)
{
  g_autoptr (GArray) outcomes = g_array_new (FALSE, FALSE, sizeof (Outcome));
  gboolean is_written = needs_writing (batch);
  gboolean stored = !is_written || syn_store_begin (store, error);

  for (guint i = 0; i < batch->len && stored; i++) {
    const Item *item = batch->pdata[i];
    Outcome outcome = { item->same, STORED_SAME };

    import->has_gap |= item->is_given_up;
    if (import->has_gap)
      break;
    stored = item->same != 0 || store_item (import, store, item, &outcome, error);
    g_array_append_val (outcomes, outcome);
  }

  if (is_written && stored)
    stored = syn_store_commit (store, error);
  else if (is_written)
    syn_store_roll_back (store);

  for (guint i = 0; i < outcomes->len && stored; i++)
    report_outcome (import, &g_array_index (outcomes, Outcome, i));

  return stored;
}

static gboolean
is_head_ready (Import *import)
{
  Item *head = g_queue_peek_head (&import->items);

  return head != NULL && head->is_ready;
}

/* Waits, not long, for a batch that is worth a transaction. */
static GPtrArray *
take_batch (Import *import)
{
  GPtrArray *batch = g_ptr_array_new_with_free_func (free_item);
  gint64 deadline = g_get_monotonic_time () + BATCH_TIME;

  while (import->n_ready < BATCH_ARTICLES &&
         !(import->is_all_read && import->n_ready == import->items.length)) {
    if (g_cancellable_is_cancelled (import->cancellable) ||
        !g_cond_wait_until (&import->changed, &import->lock, deadline))
      break;
  }

  while (batch->len < BATCH_ARTICLES && is_head_ready (import)) {
    g_ptr_array_add (batch, g_queue_pop_head (&import->items));
    import->n_ready--;
  }

  return batch;
}

static void queue_writing (Import *import);

static gboolean
write_ready (SynStore *store, gpointer data, GError **error)
{
  Import *import = data;
  g_autoptr (GPtrArray) batch = NULL;
  g_autoptr (GError) local_error = NULL;

  g_mutex_lock (&import->lock);
  batch = take_batch (import);
  g_mutex_unlock (&import->lock);

  store_batch (import, store, batch, &local_error);

  /* The last look at `import`: it may be gone once nothing is under way and nobody writes. */
  g_mutex_lock (&import->lock);
  if (local_error != NULL && import->error == NULL)
    import->error = g_steal_pointer (&local_error);
  import->is_writing = FALSE;
  queue_writing (import);
  g_cond_broadcast (&import->changed);
  g_mutex_unlock (&import->lock);

  return TRUE;
}

/* With the lock held. */
static void
queue_writing (Import *import)
{
  if (import->is_writing || import->error != NULL || !is_head_ready (import))
    return;

  import->is_writing = TRUE;
  syn_writer_push (import->engine->writer, write_ready, import, NULL);
}

/* ---- analysing: on the pool's threads ---- */

static void
set_ready (Import *import, Item *item)
{
  g_mutex_lock (&import->lock);
  item->is_ready = TRUE;
  import->n_ready++;
  queue_writing (import);
  g_cond_broadcast (&import->changed);
  g_mutex_unlock (&import->lock);
}

static void
analyse_item (gpointer data, gpointer user_data)
{
  Import *import = user_data;
  Item *item = data;
  g_autoptr (SynDocument) document =
      syn_engine_analyse (import->engine, item->record, import->cancellable, NULL);

  if (document != NULL)
    syn_kept_analysis_init (&item->analysis, document);
  else
    item->is_given_up = TRUE;

  set_ready (import, item);
}

/* ---- reading: on the calling thread ---- */

/* What the library knows the file by wherever the next import is called from. */
static char *
make_lasting_path (const char *file)
{
  g_autofree char *path = g_canonicalize_filename (file, NULL);

  return g_utf8_validate (path, -1, NULL) ? g_steal_pointer (&path) : g_filename_display_name (path);
}

static SynRecord *
make_record (Import *import, const SynDraft *draft)
{
  g_autofree char *language = syn_engine_guess_language (import->engine, draft);
  SynRecord *record = syn_record_new_from_draft (draft, language);

  g_free (record->file);
  record->file = make_lasting_path (draft->file != NULL ? draft->file : import->file);
  record->hash = syn_record_compute_hash (record);

  return record;
}

static gboolean
take_draft (SynDraft *draft, gpointer data)
{
  Import *import = data;
  Item *item = g_new0 (Item, 1);
  GError *error = NULL;
  gboolean goes_on;

  item->record = make_record (import, draft);
  syn_store_find_content (import->reader, item->record->hash, &item->same, &error);

  g_mutex_lock (&import->lock);
  while (import->items.length >= MAX_UNDER_WAY && import->error == NULL)
    g_cond_wait (&import->changed, &import->lock);
  if (import->error == NULL)
    import->error = error;
  else
    g_clear_error (&error);
  goes_on = import->error == NULL;
  if (goes_on)
    g_queue_push_tail (&import->items, item);
  g_mutex_unlock (&import->lock);

  if (!goes_on)
    free_item (item);
  else if (item->same != 0)
    set_ready (import, item);
  else
    g_thread_pool_push (import->analysers, item, NULL);

  return goes_on && !g_cancellable_is_cancelled (import->cancellable);
}

static void
add_failure (const char *path, const GError *error, gpointer data)
{
  Import *import = data;
  SynImportFailure *failure;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  failure = g_new (SynImportFailure, 1);
  failure->file = g_filename_display_name (path);
  failure->why = g_strdup (error->message);
  failure->code = error->domain == SYN_ERROR ? (SynError) error->code : SYN_ERROR_FAILED;
  g_ptr_array_add (import->report->failed, failure);
}

static gboolean
has_stopped (Import *import)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&import->lock);

  return import->error != NULL || g_cancellable_is_cancelled (import->cancellable);
}

static void
read_files (Import *import, GPtrArray *files, SynEngineProgress progress, gpointer user_data)
{
  for (guint i = 0; i < files->len && !has_stopped (import); i++) {
    g_autofree char *name = g_filename_display_basename (files->pdata[i]);
    g_autoptr (GError) error = NULL;

    if (progress != NULL)
      progress (i, files->len, name, user_data);
    import->file = files->pdata[i];
    if (!syn_import_file (import->file, NULL, import->cancellable, take_draft, import, &error))
      add_failure (import->file, error, import);
  }
}

/* Until all that was read is stored, or nothing more will be. */
static void
wait_for_the_rest (Import *import)
{
  /* The pool's threads finish what they have, cancelled or not, and with it all items are ready. */
  g_mutex_lock (&import->lock);
  import->is_all_read = TRUE;
  g_cond_broadcast (&import->changed);
  g_mutex_unlock (&import->lock);
  g_thread_pool_free (import->analysers, FALSE, TRUE);

  g_mutex_lock (&import->lock);
  while (import->is_writing || (import->items.length > 0 && import->error == NULL))
    g_cond_wait (&import->changed, &import->lock);
  g_mutex_unlock (&import->lock);
}

static void
run (Import *import, const char *const *paths, SynEngineProgress progress, gpointer user_data)
{
  g_autoptr (GPtrArray) files = syn_import_list (paths, import->cancellable, add_failure, import);

  import->analysers = g_thread_pool_new (analyse_item, import, MAX (2, g_get_num_processors ()), FALSE, NULL);
  read_files (import, files, progress, user_data);
  wait_for_the_rest (import);
  if (progress != NULL)
    progress (files->len, files->len, _("Grouping into stories"), user_data);
}

SynImportReport *
syn_engine_import (SynEngine *self,
                   const char *const *paths,
                   GCancellable *cancellable,
                   SynEngineProgress progress,
                   gpointer user_data,
                   GError **error)
{
  Import import = { .engine = self, .cancellable = cancellable };
  g_autoptr (SynImportReport) report = NULL;

  g_return_val_if_fail (SYN_IS_ENGINE (self), NULL);

  import.reader = syn_engine_take_reader (self, error);
  if (import.reader == NULL)
    return NULL;

  report = make_report ();
  import.report = report;
  import.written = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_mutex_init (&import.lock);
  g_cond_init (&import.changed);
  g_queue_init (&import.items);

  run (&import, paths, progress, user_data);

  syn_readers_give (self->readers, import.reader);
  g_queue_clear_full (&import.items, free_item);
  g_hash_table_unref (import.written);
  g_mutex_clear (&import.lock);
  g_cond_clear (&import.changed);

  if (report->imported + report->updated > 0)
    syn_engine_queue_changed (self);
  if (import.error != NULL) {
    g_propagate_error (error, import.error);
    return NULL;
  }
  if (!syn_engine_group_stories (self, cancellable, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&report);
}

/* ---- asynchronously ---- */

typedef struct {
  GStrv paths;
  SynProgressRelay *relay;
} Task;

static void
free_task (gpointer data)
{
  Task *task = data;

  g_strfreev (task->paths);
  syn_progress_relay_unref (task->relay);
  g_free (task);
}

static void
import_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Task *import = data;
  GError *error = NULL;
  SynImportReport *report = syn_engine_import (source, (const char *const *) import->paths, cancellable,
                                               syn_progress_relay_report, import->relay, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) syn_import_report_free);
  else
    g_task_return_error (task, error);
}

void
syn_engine_import_async (SynEngine *self,
                         const char *const *paths,
                         GCancellable *cancellable,
                         SynEngineProgress progress,
                         gpointer progress_data,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Task *import = g_new (Task, 1);

  import->paths = g_strdupv ((GStrv) paths);
  import->relay = syn_progress_relay_new (progress, progress_data);
  g_task_set_source_tag (task, syn_engine_import_async);
  g_task_set_task_data (task, import, free_task);
  g_task_run_in_thread (task, import_in_thread);
}

SynImportReport *
syn_engine_import_finish (SynEngine *self, GAsyncResult *result, GError **error)
{
  Task *import;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  import = g_task_get_task_data (G_TASK (result));
  syn_progress_relay_stop (import->relay);

  return g_task_propagate_pointer (G_TASK (result), error);
}
