#include "config.h"

#include "syn-choice.h"

#include <glib/gi18n.h>

#include "syn-article-item.h"
#include "syn-format.h"
#include "syn-story-item.h"

/* Ids in the order of their first mention, each once. */
typedef struct {
  GArray *ids; /* gint64 */
  GHashTable *seen;
} Ids;

static void
ids_init (Ids *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
ids_add (Ids *self, gint64 id)
{
  if (g_hash_table_add (self->seen, g_memdup2 (&id, sizeof id))) {
    g_array_append_val (self->ids, id);
  }
}

static int
compare_published (gconstpointer a, gconstpointer b)
{
  return syn_article_compare_published (*(SynArticle *const *) a, *(SynArticle *const *) b);
}

/* Sorts the articles. */
static void
ids_add_articles (Ids *self, GPtrArray *articles)
{
  g_ptr_array_sort (articles, compare_published);
  for (guint i = 0; i < articles->len; i++) {
    ids_add (self, syn_article_get_id (g_ptr_array_index (articles, i)));
  }
}

static void
ids_add_story (Ids *self, SynStory *story)
{
  GListModel *all = syn_story_get_articles (story);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_ptr_array_add (articles, g_list_model_get_item (all, i));
  }
  ids_add_articles (self, articles);
}

/* Without what the reader took out. */
static void
ids_add_story_item (Ids *self, SynStoryItem *item)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < syn_story_item_get_n_articles (item); i++) {
    g_ptr_array_add (articles, syn_story_item_get_article (item, i));
  }
  ids_add_articles (self, articles);
}

/* Frees what the ids hold. */
static GVariant *
ids_end (Ids *self, const char *title)
{
  GVariant *ids =
      g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, self->ids->data, self->ids->len, sizeof (gint64));
  GVariant *choice = g_variant_ref_sink (g_variant_new ("(s@ax)", title, ids));

  g_array_unref (self->ids);
  g_hash_table_unref (self->seen);

  return choice;
}

static SynStory *
get_story (GObject *item)
{
  if (SYN_IS_STORY_ITEM (item)) {
    return syn_story_item_get_story (SYN_STORY_ITEM (item));
  }

  return syn_article_item_get_story (SYN_ARTICLE_ITEM (item));
}

GVariant *
syn_choice_from_item (GObject *item)
{
  SynStory *story = get_story (item);
  Ids ids;

  ids_init (&ids);
  if (SYN_IS_STORY_ITEM (item)) {
    ids_add_story_item (&ids, SYN_STORY_ITEM (item));
  } else {
    ids_add (&ids, syn_article_item_get_id (SYN_ARTICLE_ITEM (item)));
    ids_add_story (&ids, story);
  }

  return ids_end (&ids, syn_story_get_title (story));
}

GVariant *
syn_choice_from_selection (GtkSelectionModel *selection)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (selection);
  g_autofree char *title = NULL;
  SynStory *first_story = NULL;
  gboolean is_one_story = TRUE;
  GtkBitsetIter iter;
  guint position;
  Ids ids;

  if (!gtk_bitset_iter_init_first (&iter, selected, &position)) {
    return NULL;
  }

  ids_init (&ids);
  do {
    g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (selection), position);
    SynStory *story = get_story (item);

    if (SYN_IS_STORY_ITEM (item)) {
      ids_add_story_item (&ids, SYN_STORY_ITEM (item));
    } else {
      ids_add (&ids, syn_article_item_get_id (SYN_ARTICLE_ITEM (item)));
    }
    if (first_story == NULL) {
      first_story = story;
    }
    is_one_story = is_one_story && syn_story_get_id (story) == syn_story_get_id (first_story);
  } while (gtk_bitset_iter_next (&iter, &position));

  title = is_one_story ? g_strdup (syn_story_get_title (first_story)) : syn_format_articles (ids.ids->len);

  return ids_end (&ids, title);
}

GVariant *
syn_choice_from_ids (SynLibrary *library, const gint64 *ids, gsize n)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal); /* set of SynStory */
  SynArticleItem *single = NULL;
  SynStory *several = NULL; /* the story that holds several */

  for (gsize i = 0; i < n; i++) {
    SynArticleItem *item = syn_library_find_article (library, ids[i]);
    SynStory *story = item != NULL ? syn_article_item_get_story (item) : NULL;

    if (item == NULL) {
      continue;
    }
    if (n == 1) {
      single = item;
    }
    if (!g_hash_table_add (seen, story)) {
      if (several != NULL && several != story) {
        return NULL;
      }
      several = story;
    }
  }

  if (several != NULL) {
    Ids all;

    ids_init (&all);
    ids_add_story (&all, several);
    return ids_end (&all, syn_story_get_title (several));
  }

  return single != NULL ? syn_choice_from_item (G_OBJECT (single)) : NULL;
}

gsize
syn_choice_get_n_articles (GVariant *choice)
{
  g_autoptr (GVariant) ids = g_variant_get_child_value (choice, 1);

  return g_variant_n_children (ids);
}
