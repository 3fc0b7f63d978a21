#include "config.h"

#include "syn-engine-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "syn-error.h"
#include "syn-importer.h"
#include "syn-search-hit-private.h"

/* The documents of the largest comparison that the window shows at once, twice; a document of 700 words takes about
 * 100 KB. */
#define N_DOCUMENTS 32

/* Going back to the story before needs one; a few more let a reader go to and fro. */
#define N_COMPARISONS 4

G_DEFINE_FINAL_TYPE (SynEngine, syn_engine, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
syn_engine_finalize (GObject *object)
{
  SynEngine *self = SYN_ENGINE (object);

  g_clear_pointer (&self->writer, syn_writer_free);
  g_clear_pointer (&self->readers, syn_readers_free);
  g_clear_pointer (&self->documents, syn_cache_free);
  g_clear_pointer (&self->comparisons, syn_cache_free);
  g_clear_pointer (&self->analyser, syn_analyser_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->counted, g_hash_table_unref);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (syn_engine_parent_class)->finalize (object);
}

static void
syn_engine_class_init (SynEngineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = syn_engine_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", SYN_TYPE_ENGINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static gpointer
ref_document (gpointer document)
{
  return syn_document_ref (document);
}

static void
unref_document (gpointer document)
{
  syn_document_unref (document);
}

static void
syn_engine_init (SynEngine *self)
{
  self->documents = syn_cache_new (N_DOCUMENTS, ref_document, unref_document);
  self->comparisons = syn_cache_new (N_COMPARISONS, g_object_ref, g_object_unref);
  self->context = g_main_context_ref_thread_default ();
  self->counted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_mutex_init (&self->lock);
}

SynEngine *
syn_engine_new (void)
{
  return g_object_new (SYN_TYPE_ENGINE, NULL);
}

char *
syn_engine_get_default_library (void)
{
  return g_build_filename (g_get_user_data_dir (), "synoptic", "library.db", NULL);
}

gboolean
syn_engine_open_library (SynEngine *self, const char *path, gboolean create, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  SynStore *store;

  g_return_val_if_fail (SYN_IS_ENGINE (self) && self->writer == NULL, FALSE);

  if (create && g_mkdir_with_parents (folder, 0700) != 0) {
    g_set_error (error, SYN_ERROR, SYN_ERROR_FAILED,
                 _("The folder “%s” for the library cannot be made: %s."), folder, g_strerror (errno));
    return FALSE;
  }

  /* The writing connection also where only reading is wanted: it brings an older library up to date. */
  store = syn_store_open (path, create ? SYN_STORE_CREATE : SYN_STORE_WRITE, error);
  if (store == NULL)
    return FALSE;

  self->writer = syn_writer_new (store);
  self->readers = syn_readers_new (path);

  return TRUE;
}

SynStore *
syn_engine_take_reader (SynEngine *self, GError **error)
{
  if (self->readers == NULL) {
    g_set_error_literal (error, SYN_ERROR, SYN_ERROR_FAILED, _("No library is open."));
    return NULL;
  }

  return syn_readers_take (self->readers, error);
}

gboolean
syn_engine_write (SynEngine *self, SynWriterFunc func, gpointer data, GError **error)
{
  if (self->writer == NULL) {
    g_set_error_literal (error, SYN_ERROR, SYN_ERROR_FAILED, _("No library is open."));
    return FALSE;
  }

  return syn_writer_run (self->writer, func, data, error);
}

/* ---- changed ---- */

static gboolean
emit_changed (gpointer data)
{
  g_autoptr (SynEngine) self = g_weak_ref_get (data);

  if (self != NULL) {
    g_atomic_int_set (&self->is_change_due, FALSE);
    g_signal_emit (self, signals[CHANGED], 0);
  }

  return G_SOURCE_REMOVE;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

void
syn_engine_queue_changed (SynEngine *self)
{
  g_autoptr (GSource) source = NULL;
  GWeakRef *reference;

  if (!g_atomic_int_compare_and_exchange (&self->is_change_due, FALSE, TRUE))
    return;

  /* Weak, as in a program without a main loop it is never emitted. */
  reference = g_new0 (GWeakRef, 1);
  g_weak_ref_init (reference, self);
  source = g_idle_source_new ();
  g_source_set_callback (source, emit_changed, reference, free_weak_ref);
  g_source_attach (source, self->context);
}

/* ---- files ---- */

typedef struct {
  SynEngine *engine;
  SynArticleFunc func;
  gpointer user_data;
} FileReading;

static gboolean
hand_out (SynDraft *draft, gpointer data)
{
  FileReading *reading = data;
  g_autofree char *language = syn_engine_guess_language (reading->engine, draft);
  g_autoptr (SynRecord) record = syn_record_new_from_draft (draft, language);
  g_autoptr (SynArticle) article = NULL;

  record->hash = syn_record_compute_hash (record);
  article = syn_article_new (record);

  return reading->func (article, reading->user_data);
}

gboolean
syn_engine_read_file (SynEngine *self,
                      const char *path,
                      gboolean is_plain,
                      GCancellable *cancellable,
                      SynArticleFunc func,
                      gpointer user_data,
                      GError **error)
{
  SynImportOptions options = { .is_plain = is_plain };
  FileReading reading = { self, func, user_data };

  g_return_val_if_fail (SYN_IS_ENGINE (self), FALSE);

  return syn_import_file (path, &options, cancellable, hand_out, &reading, error);
}

/* ---- the library ---- */

GListModel *
syn_engine_list_articles (SynEngine *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GListStore) articles = g_list_store_new (SYN_TYPE_ARTICLE);
  g_autoptr (GPtrArray) records = NULL;
  SynStore *store;

  g_return_val_if_fail (SYN_IS_ENGINE (self), NULL);

  store = syn_engine_take_reader (self, error);
  if (store == NULL)
    return NULL;

  syn_store_set_cancellable (store, cancellable);
  records = syn_store_list_articles (store, error);
  syn_store_set_cancellable (store, NULL);
  syn_readers_give (self->readers, store);
  if (records == NULL)
    return NULL;

  for (guint i = 0; i < records->len; i++) {
    g_autoptr (SynArticle) article = syn_article_new (records->pdata[i]);

    g_list_store_append (articles, article);
  }

  return G_LIST_MODEL (g_steal_pointer (&articles));
}

SynArticle *
syn_engine_load_article (SynEngine *self, gint64 id, GError **error)
{
  g_autoptr (SynRecord) record = NULL;
  SynStore *store = syn_engine_take_reader (self, error);

  if (store == NULL)
    return NULL;

  record = syn_store_get_article (store, id, error);
  syn_readers_give (self->readers, store);

  return record != NULL ? syn_article_new (record) : NULL;
}

SynArticle *
syn_engine_get_article (SynEngine *self, gint64 id, GError **error)
{
  g_return_val_if_fail (SYN_IS_ENGINE (self), NULL);

  return syn_engine_load_article (self, id, error);
}

typedef struct {
  gint64 *ids;
  gsize n;
} Removal;

static gboolean
remove_in_writer (SynStore *store, gpointer data, GError **error)
{
  const Removal *removal = data;

  return syn_store_remove_articles (store, removal->ids, removal->n, error);
}

gboolean
syn_engine_remove (SynEngine *self, const gint64 *ids, gsize n, GError **error)
{
  Removal removal = { (gint64 *) ids, n };

  g_return_val_if_fail (SYN_IS_ENGINE (self), FALSE);

  if (!syn_engine_write (self, remove_in_writer, &removal, error))
    return FALSE;

  syn_engine_queue_changed (self);
  return TRUE;
}

static void
free_removal (gpointer data)
{
  Removal *removal = data;

  g_free (removal->ids);
  g_free (removal);
}

static void
remove_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Removal *removal = data;
  GError *error = NULL;

  if (syn_engine_remove (source, removal->ids, removal->n, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
syn_engine_remove_async (
    SynEngine *self, const gint64 *ids, gsize n, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Removal *removal = g_new (Removal, 1);

  removal->ids = g_memdup2 (ids, n * sizeof *ids);
  removal->n = n;
  g_task_set_source_tag (task, syn_engine_remove_async);
  g_task_set_task_data (task, removal, free_removal);
  g_task_run_in_thread (task, remove_in_thread);
}

gboolean
syn_engine_remove_finish (SynEngine *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
check_in_writer (SynStore *store, gpointer cancellable, GError **error)
{
  return syn_store_check (store, cancellable, error);
}

gboolean
syn_engine_check (SynEngine *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (SYN_IS_ENGINE (self), FALSE);

  return syn_engine_write (self, check_in_writer, cancellable, error);
}

/* ---- search ---- */

GListModel *
syn_engine_search (SynEngine *self, const char *query, guint limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (GListStore) hits = g_list_store_new (SYN_TYPE_SEARCH_HIT);
  g_autoptr (GPtrArray) matches = NULL;
  SynStore *store;

  g_return_val_if_fail (SYN_IS_ENGINE (self) && query != NULL, NULL);

  store = syn_engine_take_reader (self, error);
  if (store == NULL)
    return NULL;

  matches = syn_store_search (store, query, limit, cancellable, error);
  syn_readers_give (self->readers, store);
  if (matches == NULL)
    return NULL;

  g_ptr_array_set_free_func (matches, NULL);
  for (guint i = 0; i < matches->len; i++) {
    g_autoptr (SynSearchHit) hit = syn_search_hit_new (matches->pdata[i]);

    g_list_store_append (hits, hit);
  }

  return G_LIST_MODEL (g_steal_pointer (&hits));
}

typedef struct {
  char *query;
  guint limit;
} Search;

static void
free_search (gpointer data)
{
  Search *search = data;

  g_free (search->query);
  g_free (search);
}

static void
search_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Search *search = data;
  GError *error = NULL;
  GListModel *hits = syn_engine_search (source, search->query, search->limit, cancellable, &error);

  if (hits != NULL)
    g_task_return_pointer (task, hits, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
syn_engine_search_async (SynEngine *self,
                         const char *query,
                         guint limit,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Search *search = g_new (Search, 1);

  search->query = g_strdup (query);
  search->limit = limit;
  g_task_set_source_tag (task, syn_engine_search_async);
  g_task_set_task_data (task, search, free_search);
  g_task_run_in_thread (task, search_in_thread);
}

GListModel *
syn_engine_search_finish (SynEngine *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
