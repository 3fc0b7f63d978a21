#include "config.h"

#include "syn-library-search.h"

#include "syn-search-hit.h"
#include "syn-story-item.h"

#define MAX_HITS 200 /* more than anyone reads through; a narrower query finds the rest */

struct _SynLibrarySearch {
  GObject parent_instance;

  /* owned */
  SynLibrary *library;
  char *query;
  GStrv words; /* of the query, case folded; never NULL */
  GtkFilter *story_filter;
  GtkFilter *article_filter;
  GListModel *articles;
  GListStore *hits;
  GHashTable *hit_ids; /* set of gint64 */
  GListModel *results;
  GCancellable *cancellable; /* of the search under way */
};

G_DEFINE_FINAL_TYPE (SynLibrarySearch, syn_library_search, G_TYPE_OBJECT)

enum { PROP_IS_SEARCHING = 1, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

/* ---- filters ---- */

static gboolean
matches_story (gpointer item, gpointer user_data)
{
  SynLibrarySearch *self = user_data;

  for (char **word = self->words; *word != NULL; word++) {
    if (!syn_story_item_matches (item, *word)) {
      return FALSE;
    }
  }

  return *self->words != NULL && syn_story_item_get_n_articles (item) > 1;
}

static gboolean
matches_article (gpointer item, gpointer user_data)
{
  SynLibrarySearch *self = user_data;
  gint64 id = syn_article_item_get_id (item);

  if (g_hash_table_contains (self->hit_ids, &id)) {
    return TRUE;
  }
  for (char **word = self->words; *word != NULL; word++) {
    if (!syn_article_item_matches (item, *word)) {
      return FALSE;
    }
  }

  return TRUE;
}

static GStrv
split_query (const char *query)
{
  g_autofree char *folded = g_utf8_casefold (query, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n\"", -1);
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv result;

  for (char **word = words; *word != NULL; word++) {
    if (**word != '\0') {
      g_strv_builder_add (builder, *word);
    }
  }
  result = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return result;
}

/* ---- passages ---- */

/* Marks what was found: bold and, so that no colour is needed, underlined. */
static char *
dup_marked (const char *text, const SynSpan *marks, gsize n_marks)
{
  GString *markup = g_string_new (NULL);
  gsize done = 0;

  for (gsize i = 0; i < n_marks; i++) {
    g_autofree char *before = g_markup_escape_text (text + done, marks[i].start - done);
    g_autofree char *found = g_markup_escape_text (text + marks[i].start, syn_span_length (marks[i]));

    g_string_append_printf (markup, "%s<b><u>%s</u></b>", before, found);
    done = marks[i].end;
  }
  if (text[done] != '\0') {
    g_autofree char *rest = g_markup_escape_text (text + done, -1);

    g_string_append (markup, rest);
  }

  return g_string_free (markup, FALSE);
}

/* A hit is an item of its own: the table's item of the same article has no snippet. */
static SynArticleItem *
new_hit_item (SynSearchHit *hit, SynArticleItem *known)
{
  SynArticle *article = syn_search_hit_get_article (hit);
  SynArticleItem *item = syn_article_item_new (article, syn_article_item_get_story (known));
  g_autofree char *headline = NULL;
  g_autofree char *snippet = NULL;
  const SynSpan *marks;
  gsize n_marks;

  marks = syn_search_hit_get_title_marks (hit, &n_marks);
  if (n_marks > 0 && syn_article_get_title (article) != NULL) {
    headline = dup_marked (syn_article_get_title (article), marks, n_marks);
  }
  marks = syn_search_hit_get_marks (hit, &n_marks);
  snippet = dup_marked (syn_search_hit_get_snippet (hit), marks, n_marks);
  syn_article_item_set_hit (item, headline, snippet);

  return item;
}

static void
take_hits (SynLibrarySearch *self, GListModel *found)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = found != NULL ? g_list_model_get_n_items (found) : 0;

  g_hash_table_remove_all (self->hit_ids);
  for (guint i = 0; i < n; i++) {
    g_autoptr (SynSearchHit) hit = g_list_model_get_item (found, i);
    gint64 id = syn_article_get_id (syn_search_hit_get_article (hit));
    SynArticleItem *known = syn_library_find_article (self->library, id);

    /* NULL: removed, or added since the lists were read. */
    if (known != NULL) {
      g_ptr_array_add (items, new_hit_item (hit, known));
      g_hash_table_add (self->hit_ids, g_memdup2 (&id, sizeof id));
    }
  }

  g_list_store_splice (self->hits, 0, g_list_model_get_n_items (G_LIST_MODEL (self->hits)), items->pdata,
                       items->len);
  gtk_filter_changed (self->article_filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SynLibrarySearch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) found = syn_engine_search_finish (SYN_ENGINE (source), result, &error);

  /* A later query has taken over. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    return;
  }
  if (error != NULL) {
    g_debug ("search: %s", error->message);
  }

  g_clear_object (&self->cancellable);
  take_hits (self, found);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_SEARCHING]);
}

static void
stop (SynLibrarySearch *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* ---- object ---- */

static void
syn_library_search_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  switch (property) {
  case PROP_IS_SEARCHING:
    g_value_set_boolean (value, syn_library_search_is_searching (SYN_LIBRARY_SEARCH (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    break;
  }
}

static void
syn_library_search_dispose (GObject *object)
{
  SynLibrarySearch *self = SYN_LIBRARY_SEARCH (object);

  stop (self);
  g_clear_object (&self->results);
  g_clear_object (&self->articles);
  g_clear_object (&self->hits);
  g_clear_object (&self->story_filter);
  g_clear_object (&self->article_filter);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syn_library_search_parent_class)->dispose (object);
}

static void
syn_library_search_finalize (GObject *object)
{
  SynLibrarySearch *self = SYN_LIBRARY_SEARCH (object);

  g_clear_pointer (&self->query, g_free);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->hit_ids, g_hash_table_unref);

  G_OBJECT_CLASS (syn_library_search_parent_class)->finalize (object);
}

static void
syn_library_search_class_init (SynLibrarySearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = syn_library_search_get_property;
  object_class->dispose = syn_library_search_dispose;
  object_class->finalize = syn_library_search_finalize;

  properties[PROP_IS_SEARCHING] =
      g_param_spec_boolean ("is-searching", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
syn_library_search_init (SynLibrarySearch *self)
{
  self->query = g_strdup ("");
  self->words = split_query ("");
  self->hit_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->hits = g_list_store_new (SYN_TYPE_ARTICLE_ITEM);
  self->story_filter = GTK_FILTER (gtk_custom_filter_new (matches_story, self, NULL));
  self->article_filter = GTK_FILTER (gtk_custom_filter_new (matches_article, self, NULL));
}

SynLibrarySearch *
syn_library_search_new (SynLibrary *library)
{
  SynLibrarySearch *self = g_object_new (SYN_TYPE_LIBRARY_SEARCH, NULL);
  g_autoptr (GListStore) parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkFilterListModel) stories = NULL;

  self->library = g_object_ref (library);
  self->articles = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (syn_library_get_articles (library)),
                                                            g_object_ref (self->article_filter)));
  stories = gtk_filter_list_model_new (g_object_ref (syn_library_get_stories (library)),
                                       g_object_ref (self->story_filter));
  g_list_store_append (parts, stories);
  g_list_store_append (parts, self->hits);
  self->results = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&parts))));

  return self;
}

void
syn_library_search_set_query (SynLibrarySearch *self, const char *query)
{
  g_autofree char *stripped = g_strstrip (g_strdup (query != NULL ? query : ""));

  if (g_str_equal (stripped, self->query)) {
    return;
  }

  stop (self);
  g_free (self->query);
  self->query = g_steal_pointer (&stripped);
  g_strfreev (self->words);
  self->words = split_query (self->query);

  gtk_filter_changed (self->story_filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (*self->query == '\0') {
    take_hits (self, NULL);
  } else {
    gtk_filter_changed (self->article_filter, GTK_FILTER_CHANGE_DIFFERENT);
    self->cancellable = g_cancellable_new ();
    syn_engine_search_async (syn_library_get_engine (self->library), self->query, MAX_HITS, self->cancellable,
                             on_found, g_object_ref (self));
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_SEARCHING]);
}

const char *
syn_library_search_get_query (SynLibrarySearch *self)
{
  return self->query;
}

gboolean
syn_library_search_is_searching (SynLibrarySearch *self)
{
  return self->cancellable != NULL;
}

GListModel *
syn_library_search_get_results (SynLibrarySearch *self)
{
  return self->results;
}

GListModel *
syn_library_search_get_articles (SynLibrarySearch *self)
{
  return self->articles;
}
