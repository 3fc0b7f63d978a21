#include "config.h"

#include "syn-library.h"

#include <gtk/gtk.h>

#include "syn-story-item.h"

struct _SynLibrary {
  GObject parent_instance;

  /* owned */
  SynEngine *engine;
  GListStore *all_stories;
  GListStore *all_articles;
  GListModel *stories; /* without what was taken out */
  GListModel *articles;
  GHashTable *articles_by_id; /* gint64 in an item of all_articles -> that item */
  GHashTable *taken_out;      /* set of gint64: may still be put back */
  GHashTable *gone;           /* set of gint64: being removed, or removed and perhaps still listed */
  GCancellable *cancellable;

  /* state */
  gboolean is_loaded;
  gboolean is_loading;
  gboolean is_stale;             /* changed while loading: load once more */
  guint n_loads;                 /* done */
  guint n_removals;              /* running */
  gboolean lists_after_removals; /* the listing under way began when none was running */
};

G_DEFINE_FINAL_TYPE (SynLibrary, syn_library, G_TYPE_OBJECT)

enum { PROP_IS_LOADED = 1, PROP_N_ARTICLES, N_PROPERTIES };
enum { SIGNAL_FAILED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static gint64 *
copy_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

/* ---- what is shown ---- */

static gboolean
is_id_shown (gint64 id, gpointer user_data)
{
  SynLibrary *self = user_data;

  return !g_hash_table_contains (self->taken_out, &id) && !g_hash_table_contains (self->gone, &id);
}

static gboolean
is_article_shown (gpointer item, gpointer user_data)
{
  return is_id_shown (syn_article_item_get_id (item), user_data);
}

static gboolean
is_story_shown (gpointer item, gpointer user_data)
{
  return syn_story_item_get_n_articles (item) > 0;
}

static void
refilter (SynLibrary *self)
{
  GListModel *models[] = { self->stories, self->articles };
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->all_stories));

  for (guint i = 0; i < n; i++) {
    g_autoptr (SynStoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->all_stories), i);

    syn_story_item_filter (item, is_id_shown, self);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (models); i++) {
    GtkFilter *filter = gtk_filter_list_model_get_filter (GTK_FILTER_LIST_MODEL (models[i]));

    gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ARTICLES]);
}

static GListModel *
new_filtered (SynLibrary *self, GListStore *store, GtkCustomFilterFunc func)
{
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (func, self, NULL));

  return G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (store)), filter));
}

/* ---- loading ---- */

/* Brings `store` to `items` by one splice of what differs, so that views keep selection and position. */
static void
replace_items (GListStore *store, GPtrArray *items)
{
  GListModel *model = G_LIST_MODEL (store);
  guint n_old = g_list_model_get_n_items (model);
  guint n_new = items->len;
  guint head = 0;
  guint tail = 0;

  while (head < MIN (n_old, n_new)) {
    g_autoptr (GObject) old = g_list_model_get_item (model, head);

    if (old != g_ptr_array_index (items, head)) {
      break;
    }
    head++;
  }
  while (tail < MIN (n_old, n_new) - head) {
    g_autoptr (GObject) old = g_list_model_get_item (model, n_old - 1 - tail);

    if (old != g_ptr_array_index (items, n_new - 1 - tail)) {
      break;
    }
    tail++;
  }

  if (n_old - head - tail > 0 || n_new - head - tail > 0) {
    g_list_store_splice (store, head, n_old - head - tail, items->pdata + head, n_new - head - tail);
  }
}

static GHashTable *
index_stories (SynLibrary *self)
{
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->all_stories));

  for (guint i = 0; i < n; i++) {
    SynStoryItem *item = g_list_model_get_item (G_LIST_MODEL (self->all_stories), i);

    g_hash_table_insert (index, copy_id (syn_story_item_get_id (item)), item);
  }

  return index;
}

static void
add_articles_of (SynLibrary *self, SynStory *story, GPtrArray *items, GHashTable *by_id)
{
  GListModel *articles = syn_story_get_articles (story);
  guint n = g_list_model_get_n_items (articles);

  for (guint i = 0; i < n; i++) {
    g_autoptr (SynArticle) article = g_list_model_get_item (articles, i);
    gint64 id = syn_article_get_id (article);
    SynArticleItem *item = g_hash_table_lookup (self->articles_by_id, &id);

    if (item != NULL) {
      syn_article_item_update (item, article, story);
      g_object_ref (item);
    } else {
      item = syn_article_item_new (article, story);
    }
    g_hash_table_insert (by_id, copy_id (id), item);
    g_ptr_array_add (items, item);
  }
}

static void
take_over (SynLibrary *self, GListModel *stories)
{
  g_autoptr (GHashTable) old_stories = index_stories (self);
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) story_items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) article_items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (stories);

  for (guint i = 0; i < n; i++) {
    g_autoptr (SynStory) story = g_list_model_get_item (stories, i);
    gint64 id = syn_story_get_id (story);
    SynStoryItem *item = g_hash_table_lookup (old_stories, &id);

    if (item != NULL) {
      syn_story_item_set_story (item, story);
      g_object_ref (item);
    } else {
      item = syn_story_item_new (story);
    }
    g_ptr_array_add (story_items, item);
    add_articles_of (self, story, article_items, by_id);
  }

  g_hash_table_unref (self->articles_by_id);
  self->articles_by_id = g_steal_pointer (&by_id);
  replace_items (self->all_articles, article_items);
  replace_items (self->all_stories, story_items);
}

static void
on_stories_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SynLibrary) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) stories = syn_engine_list_stories_finish (SYN_ENGINE (source), result, &error);

  self->is_loading = FALSE;
  if (stories == NULL) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
    }
    return;
  }

  if (self->lists_after_removals) {
    g_hash_table_remove_all (self->gone);
  }
  take_over (self, stories);
  self->n_loads++;
  refilter (self);
  if (!self->is_loaded) {
    self->is_loaded = TRUE;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_LOADED]);
  }
  if (self->is_stale) {
    self->is_stale = FALSE;
    syn_library_reload (self);
  }
}

guint
syn_library_reload (SynLibrary *self)
{
  if (self->engine == NULL) {
    return 0;
  }
  if (self->is_loading) {
    self->is_stale = TRUE;
    return self->n_loads + 2;
  }

  self->is_loading = TRUE;
  self->lists_after_removals = self->n_removals == 0;
  syn_engine_list_stories_async (self->engine, self->cancellable, on_stories_listed, g_object_ref (self));

  return self->n_loads + 1;
}

/* ---- opening ---- */

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  SynLibrary *self = source;
  GError *error = NULL;

  if (syn_engine_open_library (self->engine, task_data, TRUE, &error)) {
    g_task_return_boolean (task, TRUE);
  } else {
    g_task_return_error (task, error);
  }
}

void
syn_library_open_async (SynLibrary *self, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, callback, user_data);

  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_in_thread);
}

gboolean
syn_library_open_finish (SynLibrary *self, GAsyncResult *result, GError **error)
{
  gboolean is_open = g_task_propagate_boolean (G_TASK (result), error);

  if (is_open) {
    syn_library_reload (self);
  }

  return is_open;
}

/* ---- removing ---- */

void
syn_library_take_out (SynLibrary *self, const gint64 *ids, gsize n)
{
  syn_library_commit (self, FALSE);
  for (gsize i = 0; i < n; i++) {
    g_hash_table_add (self->taken_out, copy_id (ids[i]));
  }
  refilter (self);
}

void
syn_library_put_back (SynLibrary *self)
{
  g_hash_table_remove_all (self->taken_out);
  refilter (self);
}

typedef struct {
  SynEngine *engine;
  GArray *ids; /* gint64 */
} Removal;

static void
removal_free (Removal *removal)
{
  g_object_unref (removal->engine);
  g_array_unref (removal->ids);
  g_free (removal);
}

static void
remove_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Removal *removal = task_data;
  GError *error = NULL;

  if (syn_engine_remove (removal->engine, (const gint64 *) removal->ids->data, removal->ids->len, &error)) {
    g_task_return_boolean (task, TRUE);
  } else {
    g_task_return_error (task, error);
  }
}

static void
on_removed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SynLibrary *self = SYN_LIBRARY (source);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  }
  self->n_removals--;
  syn_library_reload (self);
}

void
syn_library_commit (SynLibrary *self, gboolean wait)
{
  g_autoptr (GTask) task = NULL;
  Removal *removal;
  GHashTableIter iter;
  gpointer id;

  if (g_hash_table_size (self->taken_out) == 0) {
    return;
  }

  removal = g_new0 (Removal, 1);
  removal->engine = g_object_ref (self->engine);
  removal->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_iter_init (&iter, self->taken_out);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    g_array_append_vals (removal->ids, id, 1);
    g_hash_table_add (self->gone, copy_id (*(gint64 *) id));
  }
  g_hash_table_remove_all (self->taken_out);

  task = g_task_new (self, NULL, on_removed, NULL);
  g_task_set_task_data (task, removal, (GDestroyNotify) removal_free);
  if (wait) {
    g_task_run_in_thread_sync (task, remove_in_thread);
  } else {
    self->n_removals++;
    g_task_run_in_thread (task, remove_in_thread);
  }
}

/* ---- object ---- */

static void
syn_library_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  SynLibrary *self = SYN_LIBRARY (object);

  switch (property) {
  case PROP_IS_LOADED:
    g_value_set_boolean (value, self->is_loaded);
    break;
  case PROP_N_ARTICLES:
    g_value_set_uint (value, syn_library_get_n_articles (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    break;
  }
}

static void
syn_library_dispose (GObject *object)
{
  SynLibrary *self = SYN_LIBRARY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->stories);
  g_clear_object (&self->articles);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (syn_library_parent_class)->dispose (object);
}

static void
syn_library_finalize (GObject *object)
{
  SynLibrary *self = SYN_LIBRARY (object);

  g_clear_object (&self->all_stories);
  g_clear_object (&self->all_articles);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->articles_by_id, g_hash_table_unref);
  g_clear_pointer (&self->taken_out, g_hash_table_unref);
  g_clear_pointer (&self->gone, g_hash_table_unref);

  G_OBJECT_CLASS (syn_library_parent_class)->finalize (object);
}

static void
syn_library_class_init (SynLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = syn_library_get_property;
  object_class->dispose = syn_library_dispose;
  object_class->finalize = syn_library_finalize;

  properties[PROP_IS_LOADED] =
      g_param_spec_boolean ("is-loaded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ARTICLES] = g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_FAILED] = g_signal_new ("failed", SYN_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
syn_library_init (SynLibrary *self)
{
  self->cancellable = g_cancellable_new ();
  self->articles_by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->taken_out = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->gone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->all_stories = g_list_store_new (SYN_TYPE_STORY_ITEM);
  self->all_articles = g_list_store_new (SYN_TYPE_ARTICLE_ITEM);
  self->stories = new_filtered (self, self->all_stories, is_story_shown);
  self->articles = new_filtered (self, self->all_articles, is_article_shown);
}

SynLibrary *
syn_library_new (SynEngine *engine)
{
  SynLibrary *self = g_object_new (SYN_TYPE_LIBRARY, NULL);

  self->engine = g_object_ref (engine);
  g_signal_connect_object (engine, "changed", G_CALLBACK (syn_library_reload), self, G_CONNECT_SWAPPED);

  return self;
}

SynEngine *
syn_library_get_engine (SynLibrary *self)
{
  return self->engine;
}

guint
syn_library_get_n_loads (SynLibrary *self)
{
  return self->n_loads;
}

gboolean
syn_library_is_loaded (SynLibrary *self)
{
  return self->is_loaded;
}

guint
syn_library_get_n_articles (SynLibrary *self)
{
  return g_list_model_get_n_items (self->articles);
}

GListModel *
syn_library_get_stories (SynLibrary *self)
{
  return self->stories;
}

GListModel *
syn_library_get_articles (SynLibrary *self)
{
  return self->articles;
}

SynArticleItem *
syn_library_find_article (SynLibrary *self, gint64 id)
{
  return g_hash_table_lookup (self->articles_by_id, &id);
}
