#include "syn-story-loader.h"

/* A comparison that is there sooner is shown at once, without its texts first: no flash of unmarked text. */
#define TEXTS_FIRST_AFTER 150

struct _SynStoryLoader {
  GObject parent_instance;

  /* owned */
  SynEngine *engine;
  SynSession *session;
  GArray *ids; /* gint64 */
  GCancellable *cancellable;
  char *message;

  /* state */
  SynLoading state;
  guint generation;
  guint done;
  guint texts_source;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SynStoryLoader, syn_story_loader, G_TYPE_OBJECT)

/* One load, for its callbacks: tells whether it is still the one that counts. */
typedef struct {
  SynStoryLoader *loader;
  guint generation;
} Load;

static Load *
load_new (SynStoryLoader *self)
{
  Load *load = g_new (Load, 1);

  load->loader = g_object_ref (self);
  load->generation = self->generation;

  return load;
}

static void
load_free (Load *load)
{
  g_object_unref (load->loader);
  g_free (load);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

static gboolean
is_current (const Load *load)
{
  return load->generation == load->loader->generation && load->loader->state == SYN_LOADING_WORKING;
}

static void
change_state (SynStoryLoader *self, SynLoading state)
{
  self->state = state;
  if (state != SYN_LOADING_WORKING) {
    g_clear_handle_id (&self->texts_source, g_source_remove);
  }
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- the texts ---- */

typedef struct {
  SynEngine *engine;
  GArray *ids;
} TextsRequest;

static void
texts_request_free (TextsRequest *request)
{
  g_object_unref (request->engine);
  g_array_unref (request->ids);
  g_free (request);
}

static void
read_texts (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  TextsRequest *request = task_data;
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < request->ids->len; i++) {
    GError *error = NULL;
    SynArticle *article =
        syn_engine_get_article (request->engine, g_array_index (request->ids, gint64, i), &error);

    if (article == NULL) {
      g_task_return_error (task, error);
      return;
    }
    g_ptr_array_add (articles, article);
  }

  g_task_return_pointer (task, g_steal_pointer (&articles), (GDestroyNotify) g_ptr_array_unref);
}

static void
on_texts (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Load) load = user_data;
  /* A failure here is the comparison's failure as well, and is told there. */
  g_autoptr (GPtrArray) articles = g_task_propagate_pointer (G_TASK (result), NULL);

  if (articles != NULL && is_current (load)) {
    syn_session_set_articles (load->loader->session, (SynArticle *const *) articles->pdata, articles->len);
  }
}

static gboolean
show_texts (gpointer user_data)
{
  SynStoryLoader *self = user_data;
  TextsRequest *request = g_new (TextsRequest, 1);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_texts, load_new (self));

  self->texts_source = 0;
  request->engine = g_object_ref (self->engine);
  request->ids = g_array_ref (self->ids);
  g_task_set_task_data (task, request, (GDestroyNotify) texts_request_free);
  g_task_run_in_thread (task, read_texts);

  return G_SOURCE_REMOVE;
}

/* ---- the comparison ---- */

static void
on_progress (guint done, guint total, const char *what, gpointer user_data)
{
  Load *load = user_data;

  if (is_current (load)) {
    load->loader->done = done;
    g_signal_emit (load->loader, signals[CHANGED], 0);
  }
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Load) load = user_data;
  SynStoryLoader *self = load->loader;
  g_autoptr (GError) error = NULL;
  g_autoptr (SynComparison) comparison = syn_engine_compare_finish (SYN_ENGINE (source), result, &error);

  if (!is_current (load)) {
    return;
  }

  if (comparison != NULL) {
    syn_session_set_comparison (self->session, comparison);
    change_state (self, SYN_LOADING_DONE);
  } else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    change_state (self, SYN_LOADING_CANCELLED);
  } else {
    g_free (self->message);
    self->message = g_strdup (error->message);
    change_state (self, SYN_LOADING_FAILED);
  }
}

static void
syn_story_loader_dispose (GObject *object)
{
  SynStoryLoader *self = SYN_STORY_LOADER (object);

  g_clear_handle_id (&self->texts_source, g_source_remove);
  if (self->cancellable != NULL) {
    g_cancellable_cancel (self->cancellable);
  }

  G_OBJECT_CLASS (syn_story_loader_parent_class)->dispose (object);
}

static void
syn_story_loader_finalize (GObject *object)
{
  SynStoryLoader *self = SYN_STORY_LOADER (object);

  g_object_unref (self->engine);
  g_object_unref (self->session);
  g_array_unref (self->ids);
  g_clear_object (&self->cancellable);
  g_free (self->message);

  G_OBJECT_CLASS (syn_story_loader_parent_class)->finalize (object);
}

static void
syn_story_loader_class_init (SynStoryLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = syn_story_loader_dispose;
  object_class->finalize = syn_story_loader_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", SYN_TYPE_STORY_LOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
syn_story_loader_init (SynStoryLoader *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

SynStoryLoader *
syn_story_loader_new (SynEngine *engine, SynSession *session)
{
  SynStoryLoader *self = g_object_new (SYN_TYPE_STORY_LOADER, NULL);

  self->engine = g_object_ref (engine);
  self->session = g_object_ref (session);

  return self;
}

static void
start (SynStoryLoader *self)
{
  Load *load;

  if (self->cancellable != NULL) {
    g_cancellable_cancel (self->cancellable);
    g_object_unref (self->cancellable);
  }
  self->cancellable = g_cancellable_new ();
  self->generation++;
  self->done = 0;
  g_clear_pointer (&self->message, g_free);
  g_clear_handle_id (&self->texts_source, g_source_remove);
  change_state (self, SYN_LOADING_WORKING);

  self->texts_source = g_timeout_add (TEXTS_FIRST_AFTER, show_texts, self);
  load = load_new (self);
  syn_engine_compare_async (self->engine, (const gint64 *) self->ids->data, self->ids->len, self->cancellable,
                            on_progress, load, on_compared, load);
}

void
syn_story_loader_load (SynStoryLoader *self, const gint64 *ids, gsize n)
{
  /* A thread may still read the old ones. */
  g_array_unref (self->ids);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->ids, ids, n);
  start (self);
}

void
syn_story_loader_cancel (SynStoryLoader *self)
{
  if (self->state == SYN_LOADING_WORKING) {
    g_cancellable_cancel (self->cancellable);
  }
}

void
syn_story_loader_resume (SynStoryLoader *self)
{
  if (self->state == SYN_LOADING_CANCELLED || self->state == SYN_LOADING_FAILED) {
    start (self);
  }
}

SynLoading
syn_story_loader_get_state (SynStoryLoader *self)
{
  return self->state;
}

void
syn_story_loader_get_progress (SynStoryLoader *self, guint *done, guint *total)
{
  /* The engine's last steps are over all of them. */
  *done = MIN (self->done + 1, self->ids->len);
  *total = self->ids->len;
}

const char *
syn_story_loader_get_message (SynStoryLoader *self)
{
  return self->message;
}
