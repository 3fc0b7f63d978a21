#include "config.h"

#include "syn-article-item.h"

#include <string.h>

#include "syn-format.h"

struct _SynArticleItem {
  GObject parent_instance;

  SynArticle *article;
  SynStory *story;
  char *marked_headline; /* of a search hit: markup */
  char *snippet;
};

G_DEFINE_FINAL_TYPE (SynArticleItem, syn_article_item, G_TYPE_OBJECT)

typedef enum { PROP_HEADLINE = 1, PROP_OUTLET, PROP_PUBLISHED, PROP_LANGUAGE, PROP_STORY } Property;

static GParamSpec *properties[PROP_STORY + 1];

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
syn_article_item_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  SynArticleItem *self = SYN_ARTICLE_ITEM (object);
  g_autofree char *language = NULL;

  switch ((Property) property) {
  case PROP_HEADLINE:
    g_value_set_string (value, syn_article_item_get_headline (self));
    break;
  case PROP_OUTLET:
    g_value_set_string (value, syn_article_item_get_outlet (self));
    break;
  case PROP_PUBLISHED:
    g_value_set_string (value, or_empty (syn_article_get_published (self->article)));
    break;
  case PROP_LANGUAGE:
    language = syn_format_language (syn_article_get_language (self->article));
    g_value_set_string (value, or_empty (language));
    break;
  case PROP_STORY:
    g_value_set_string (value, or_empty (syn_story_get_title (self->story)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    break;
  }
}

static void
syn_article_item_finalize (GObject *object)
{
  SynArticleItem *self = SYN_ARTICLE_ITEM (object);

  g_clear_object (&self->article);
  g_clear_object (&self->story);
  g_clear_pointer (&self->marked_headline, g_free);
  g_clear_pointer (&self->snippet, g_free);

  G_OBJECT_CLASS (syn_article_item_parent_class)->finalize (object);
}

static void
syn_article_item_class_init (SynArticleItemClass *klass)
{
  static const char *const NAMES[] = { NULL, "headline", "outlet", "published", "language", "story" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = syn_article_item_get_property;
  object_class->finalize = syn_article_item_finalize;

  for (guint i = PROP_HEADLINE; i <= PROP_STORY; i++) {
    properties[i] = g_param_spec_string (NAMES[i], NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  }
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
syn_article_item_init (SynArticleItem *self)
{
}

SynArticleItem *
syn_article_item_new (SynArticle *article, SynStory *story)
{
  SynArticleItem *self = g_object_new (SYN_TYPE_ARTICLE_ITEM, NULL);

  self->article = g_object_ref (article);
  self->story = g_object_ref (story);

  return self;
}

void
syn_article_item_update (SynArticleItem *self, SynArticle *article, SynStory *story)
{
  g_set_object (&self->article, article);
  g_set_object (&self->story, story);

  for (guint i = PROP_HEADLINE; i <= PROP_STORY; i++) {
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  }
}

gint64
syn_article_item_get_id (SynArticleItem *self)
{
  return syn_article_get_id (self->article);
}

SynArticle *
syn_article_item_get_article (SynArticleItem *self)
{
  return self->article;
}

SynStory *
syn_article_item_get_story (SynArticleItem *self)
{
  return self->story;
}

const char *
syn_article_item_get_headline (SynArticleItem *self)
{
  return syn_article_get_heading (self->article);
}

const char *
syn_article_item_get_outlet (SynArticleItem *self)
{
  return or_empty (syn_article_get_outlet (self->article));
}

const char *
syn_article_item_get_marked_headline (SynArticleItem *self)
{
  return self->marked_headline;
}

const char *
syn_article_item_get_snippet (SynArticleItem *self)
{
  return self->snippet;
}

void
syn_article_item_set_hit (SynArticleItem *self, const char *headline, const char *snippet)
{
  g_free (self->marked_headline);
  self->marked_headline = g_strdup (headline);
  g_free (self->snippet);
  self->snippet = g_strdup (snippet);
}

char *
syn_article_item_dup_summary (SynArticleItem *self)
{
  const char *outlet = syn_article_get_outlet (self->article);
  const char *byline = syn_article_get_byline (self->article);
  g_autofree char *date = syn_format_date (syn_article_get_published (self->article));
  g_autofree char *language = syn_format_language (syn_article_get_language (self->article));
  const char *parts[4] = { NULL };
  guint n = 0;

  if (outlet != NULL || byline != NULL) {
    parts[n++] = outlet != NULL ? outlet : byline;
  }
  if (date != NULL) {
    parts[n++] = date;
  }
  if (language != NULL) {
    parts[n++] = language;
  }

  return g_strjoinv (" · ", (char **) parts);
}

gboolean
syn_article_item_matches (SynArticleItem *self, const char *folded)
{
  g_autofree char *headline = g_utf8_casefold (syn_article_item_get_headline (self), -1);
  g_autofree char *label = g_utf8_casefold (syn_article_get_label (self->article), -1);

  return strstr (headline, folded) != NULL || strstr (label, folded) != NULL;
}
