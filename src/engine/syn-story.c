#include "config.h"

#include "syn-story-private.h"

#include <string.h>

#include "syn-article-private.h"

/* "2025-01-14": what of a date with a time is compared and shown. */
#define DAY_LENGTH 10

struct _SynStory {
  GObject parent_instance;

  gint64 id;
  gint64 revision;
  gboolean is_counted;
  guint facts;
  guint conflicts;
  guint origins;

  /* owned */
  char *title;
  char *from;
  char *to;
  GListStore *articles;
};

G_DEFINE_FINAL_TYPE (SynStory, syn_story, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_FROM,
  PROP_TO,
  PROP_ARTICLES,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
syn_story_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  SynStory *self = SYN_STORY (object);

  switch (property) {
  case PROP_ID:
    g_value_set_int64 (value, self->id);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_FROM:
    g_value_set_string (value, self->from);
    break;
  case PROP_TO:
    g_value_set_string (value, self->to);
    break;
  case PROP_ARTICLES:
    g_value_set_object (value, self->articles);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
  }
}

static void
syn_story_finalize (GObject *object)
{
  SynStory *self = SYN_STORY (object);

  g_free (self->title);
  g_free (self->from);
  g_free (self->to);
  g_object_unref (self->articles);

  G_OBJECT_CLASS (syn_story_parent_class)->finalize (object);
}

static void
syn_story_class_init (SynStoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = syn_story_get_property;
  object_class->finalize = syn_story_finalize;

  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_FROM] = g_param_spec_string ("from", NULL, NULL, NULL, flags);
  props[PROP_TO] = g_param_spec_string ("to", NULL, NULL, NULL, flags);
  props[PROP_ARTICLES] = g_param_spec_object ("articles", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
syn_story_init (SynStory *self)
{
  self->articles = g_list_store_new (SYN_TYPE_ARTICLE);
}

static void
replace (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

/* The article that covers most of the story first: more of its facts, then more words. */
static int
compare_covering (gconstpointer a, gconstpointer b)
{
  const SynRecord *x = *(SynRecord *const *) a;
  const SynRecord *y = *(SynRecord *const *) b;

  if (x->facts != y->facts)
    return x->facts < y->facts ? 1 : -1;
  if (x->size != y->size)
    return x->size < y->size ? 1 : -1;

  return (x->id > y->id) - (x->id < y->id);
}

static void
widen (SynStory *self, const char *published)
{
  g_autofree char *day = g_strndup (published, DAY_LENGTH);

  if (self->from == NULL || strcmp (day, self->from) < 0)
    replace (&self->from, day);
  if (self->to == NULL || strcmp (day, self->to) > 0)
    replace (&self->to, day);
}

SynStory *
syn_story_new (const SynStoryRow *row, GPtrArray *records)
{
  SynStory *self = g_object_new (SYN_TYPE_STORY, NULL);
  SynArticle *typical = NULL;

  self->id = row->id;
  self->revision = row->revision;
  self->is_counted = row->is_counted;
  self->facts = row->facts;
  self->conflicts = row->conflicts;
  self->origins = row->origins;

  g_ptr_array_sort (records, compare_covering);
  for (guint i = 0; i < records->len; i++) {
    SynRecord *record = g_ptr_array_index (records, i);
    g_autoptr (SynArticle) article = syn_article_new (record);

    g_list_store_append (self->articles, article);
    if (record->published != NULL)
      widen (self, record->published);
    if (typical == NULL || (syn_article_get_title (typical) == NULL && record->title != NULL))
      typical = article;
  }

  self->title =
      g_strdup (row->title != NULL || typical == NULL ? row->title : syn_article_get_heading (typical));

  return self;
}

gint64
syn_story_get_revision (SynStory *self)
{
  return self->revision;
}

int
syn_story_compare_newest (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SynStory *x = a;
  const SynStory *y = b;
  int order = g_strcmp0 (y->to, x->to);

  return order != 0 ? order : (y->id > x->id) - (y->id < x->id);
}

gint64
syn_story_get_id (SynStory *self)
{
  g_return_val_if_fail (SYN_IS_STORY (self), 0);

  return self->id;
}

const char *
syn_story_get_title (SynStory *self)
{
  g_return_val_if_fail (SYN_IS_STORY (self), NULL);

  return self->title;
}

const char *
syn_story_get_from (SynStory *self)
{
  g_return_val_if_fail (SYN_IS_STORY (self), NULL);

  return self->from;
}

const char *
syn_story_get_to (SynStory *self)
{
  g_return_val_if_fail (SYN_IS_STORY (self), NULL);

  return self->to;
}

GListModel *
syn_story_get_articles (SynStory *self)
{
  g_return_val_if_fail (SYN_IS_STORY (self), NULL);

  return G_LIST_MODEL (self->articles);
}

gboolean
syn_story_get_counts (SynStory *self, guint *facts, guint *conflicts, guint *origins)
{
  g_return_val_if_fail (SYN_IS_STORY (self), FALSE);

  *facts = self->is_counted ? self->facts : 0;
  *conflicts = self->is_counted ? self->conflicts : 0;
  *origins = self->is_counted ? self->origins : 0;

  return self->is_counted;
}

guint
syn_story_get_n_facts_of (SynStory *self, guint article)
{
  g_autoptr (SynArticle) found = NULL;

  g_return_val_if_fail (SYN_IS_STORY (self), 0);

  found = g_list_model_get_item (G_LIST_MODEL (self->articles), article);

  return found != NULL && self->is_counted ? syn_article_get_record (found)->facts : 0;
}
