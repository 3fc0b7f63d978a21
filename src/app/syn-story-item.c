#include "config.h"

#include "syn-story-item.h"

#include <glib/gi18n.h>
#include <string.h>

#include "syn-format.h"

struct _SynStoryItem {
  GObject parent_instance;

  SynStory *story;
  GArray *shown; /* guint: positions among the story's articles */
};

G_DEFINE_FINAL_TYPE (SynStoryItem, syn_story_item, G_TYPE_OBJECT)

enum { PROP_STORY = 1, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

static void
syn_story_item_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  SynStoryItem *self = SYN_STORY_ITEM (object);

  switch (property) {
  case PROP_STORY:
    g_value_set_object (value, self->story);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    break;
  }
}

static void
syn_story_item_finalize (GObject *object)
{
  SynStoryItem *self = SYN_STORY_ITEM (object);

  g_clear_object (&self->story);
  g_array_unref (self->shown);

  G_OBJECT_CLASS (syn_story_item_parent_class)->finalize (object);
}

static void
syn_story_item_class_init (SynStoryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = syn_story_item_get_property;
  object_class->finalize = syn_story_item_finalize;

  properties[PROP_STORY] =
      g_param_spec_object ("story", NULL, NULL, SYN_TYPE_STORY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
syn_story_item_init (SynStoryItem *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
show_all (SynStoryItem *self)
{
  guint n = g_list_model_get_n_items (syn_story_get_articles (self->story));

  g_array_set_size (self->shown, n);
  for (guint i = 0; i < n; i++) {
    g_array_index (self->shown, guint, i) = i;
  }
}

SynStoryItem *
syn_story_item_new (SynStory *story)
{
  SynStoryItem *self = g_object_new (SYN_TYPE_STORY_ITEM, NULL);

  self->story = g_object_ref (story);
  show_all (self);

  return self;
}

SynStory *
syn_story_item_get_story (SynStoryItem *self)
{
  return self->story;
}

void
syn_story_item_set_story (SynStoryItem *self, SynStory *story)
{
  if (g_set_object (&self->story, story)) {
    show_all (self);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORY]);
  }
}

gint64
syn_story_item_get_id (SynStoryItem *self)
{
  return syn_story_get_id (self->story);
}

guint
syn_story_item_get_n_articles (SynStoryItem *self)
{
  return self->shown->len;
}

SynArticle *
syn_story_item_get_article (SynStoryItem *self, guint position)
{
  return g_list_model_get_item (syn_story_get_articles (self->story),
                                g_array_index (self->shown, guint, position));
}

guint
syn_story_item_get_n_facts_of (SynStoryItem *self, guint position)
{
  return syn_story_get_n_facts_of (self->story, g_array_index (self->shown, guint, position));
}

gboolean
syn_story_item_is_whole (SynStoryItem *self)
{
  return self->shown->len == g_list_model_get_n_items (syn_story_get_articles (self->story));
}

void
syn_story_item_filter (SynStoryItem *self, SynArticleIsShown is_shown, gpointer user_data)
{
  guint before = self->shown->len;
  guint n = 0;

  show_all (self);
  for (guint i = 0; i < self->shown->len; i++) {
    g_autoptr (SynArticle) article = syn_story_item_get_article (self, i);

    if (is_shown (syn_article_get_id (article), user_data)) {
      g_array_index (self->shown, guint, n++) = i;
    }
  }
  g_array_set_size (self->shown, n);

  if (n != before) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORY]);
  }
}

/* The languages of its articles by their own names, each once, in the articles' order; NULL when none is
 * known. */
static char *
dup_languages (SynStoryItem *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->shown->len; i++) {
    g_autoptr (SynArticle) article = syn_story_item_get_article (self, i);
    g_autofree char *name = syn_format_language (syn_article_get_language (article));

    if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL)) {
      g_ptr_array_add (names, g_steal_pointer (&name));
    }
  }
  if (names->len == 0) {
    return NULL;
  }
  g_ptr_array_add (names, NULL);

  /* Translators: stands between the items of a list. */
  return g_strjoinv (_ (", "), (char **) names->pdata);
}

char *
syn_story_item_dup_summary (SynStoryItem *self)
{
  g_autofree char *dates =
      syn_format_date_range (syn_story_get_from (self->story), syn_story_get_to (self->story));
  g_autofree char *articles = syn_format_articles (syn_story_item_get_n_articles (self));
  g_autofree char *languages = dup_languages (self);
  const char *parts[4] = { NULL };
  guint n = 0;

  parts[n++] = dates != NULL ? dates : _ ("date not stated");
  parts[n++] = articles;
  if (languages != NULL) {
    parts[n++] = languages;
  }

  return g_strjoinv (" · ", (char **) parts);
}

gboolean
syn_story_item_matches (SynStoryItem *self, const char *folded)
{
  g_autofree char *title = g_utf8_casefold (syn_story_get_title (self->story), -1);

  if (strstr (title, folded) != NULL) {
    return TRUE;
  }

  for (guint i = 0; i < self->shown->len; i++) {
    g_autoptr (SynArticle) article = syn_story_item_get_article (self, i);
    g_autofree char *label = g_utf8_casefold (syn_article_get_label (article), -1);

    if (strstr (label, folded) != NULL) {
      return TRUE;
    }
  }

  return FALSE;
}
