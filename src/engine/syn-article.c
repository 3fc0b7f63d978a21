#include "config.h"

#include "syn-article-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

/* The opening words that stand for a missing headline, and the part of a title that serves as a name, in characters. */
#define HEADING_LENGTH 80
#define LABEL_LENGTH   28

struct _SynArticle {
  GObject parent_instance;

  /* owned */
  SynRecord *record;
  GArray *asides; /* SynAside */
  char *label;
  char *heading;
};

G_DEFINE_FINAL_TYPE (SynArticle, syn_article, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ID,
  PROP_STORY,
  PROP_TITLE,
  PROP_OUTLET,
  PROP_BYLINE,
  PROP_PUBLISHED,
  PROP_UPDATED,
  PROP_LANGUAGE,
  PROP_URL,
  PROP_FILE,
  PROP_TEXT,
  PROP_LABEL,
  PROP_HEADING,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/* The first words of `text`, at most `length` characters of its first paragraph: (transfer full). */
static char *
shorten (const char *text, glong length)
{
  gsize size = strcspn (text, "\n");
  const char *end = text + size;
  const char *cut = end;

  if (g_utf8_strlen (text, size) > length) {
    cut = g_utf8_offset_to_pointer (text, length - 1);
    for (const char *p = cut; p > text + (cut - text) / 2; p--) {
      if (*p == ' ') {
        cut = p;
        break;
      }
    }
  }

  return cut == end ? g_strndup (text, size) : g_strdup_printf ("%.*s…", (int) (cut - text), text);
}

static char *
make_file_name (const SynRecord *record)
{
  return record->file != NULL ? g_path_get_basename (record->file) : g_strdup (_("Untitled"));
}

static char *
make_label (const SynRecord *record)
{
  const char *opening = record->text != NULL ? record->text : record->opening;

  if (record->outlet != NULL)
    return g_strdup (record->outlet);
  if (record->byline != NULL)
    return shorten (record->byline, LABEL_LENGTH);
  if (record->title != NULL)
    return shorten (record->title, LABEL_LENGTH);
  if (opening != NULL && *opening != '\0')
    return shorten (opening, LABEL_LENGTH);

  return make_file_name (record);
}

static char *
make_heading (const SynRecord *record)
{
  const char *opening = record->text != NULL ? record->text : record->opening;

  if (record->title != NULL)
    return g_strdup (record->title);
  if (opening != NULL && *opening != '\0')
    return shorten (opening, HEADING_LENGTH);

  return make_file_name (record);
}

static void
syn_article_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  SynArticle *self = SYN_ARTICLE (object);
  const SynRecord *record = self->record;
  const char *texts[] = {
    [PROP_TITLE] = record->title,     [PROP_OUTLET] = record->outlet,
    [PROP_BYLINE] = record->byline,   [PROP_PUBLISHED] = record->published,
    [PROP_UPDATED] = record->updated, [PROP_LANGUAGE] = record->language,
    [PROP_URL] = record->url,         [PROP_FILE] = record->file,
    [PROP_TEXT] = record->text,       [PROP_LABEL] = self->label,
    [PROP_HEADING] = self->heading,
  };

  switch (property) {
  case PROP_ID:
    g_value_set_int64 (value, record->id);
    break;
  case PROP_STORY:
    g_value_set_int64 (value, record->story);
    break;
  default:
    g_value_set_string (value, texts[property]);
    break;
  }
}

static void
syn_article_finalize (GObject *object)
{
  SynArticle *self = SYN_ARTICLE (object);

  syn_record_unref (self->record);
  g_array_unref (self->asides);
  g_free (self->label);
  g_free (self->heading);

  G_OBJECT_CLASS (syn_article_parent_class)->finalize (object);
}

static void
syn_article_class_init (SynArticleClass *klass)
{
  static const struct {
    guint property;
    const char *name;
  } texts[] = {
    { PROP_TITLE, "title" },     { PROP_OUTLET, "outlet" },
    { PROP_BYLINE, "byline" },   { PROP_PUBLISHED, "published" },
    { PROP_UPDATED, "updated" }, { PROP_LANGUAGE, "language" },
    { PROP_URL, "url" },         { PROP_FILE, "file" },
    { PROP_TEXT, "text" },       { PROP_LABEL, "label" },
    { PROP_HEADING, "heading" },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = syn_article_get_property;
  object_class->finalize = syn_article_finalize;

  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_STORY] = g_param_spec_int64 ("story", NULL, NULL, 0, G_MAXINT64, 0, flags);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    props[texts[i].property] = g_param_spec_string (texts[i].name, NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
syn_article_init (SynArticle *self)
{
  self->asides = g_array_new (FALSE, FALSE, sizeof (SynAside));
}

static SynAsideKind
convert_kind (SynRecordAsideKind kind)
{
  switch (kind) {
  case SYN_RECORD_PREFACE:
    return SYN_ASIDE_PREFACE;
  case SYN_RECORD_COMMENT:
    return SYN_ASIDE_COMMENT;
  case SYN_RECORD_NOTE:
  default:
    return SYN_ASIDE_NOTE;
  }
}

SynArticle *
syn_article_new (SynRecord *record)
{
  SynArticle *self = g_object_new (SYN_TYPE_ARTICLE, NULL);

  self->record = syn_record_ref (record);
  self->label = make_label (record);
  self->heading = make_heading (record);
  for (guint i = 0; i < record->asides->len; i++) {
    const SynRecordAside *kept = &g_array_index (record->asides, SynRecordAside, i);
    SynAside aside = { kept->span, convert_kind (kept->kind) };

    g_array_append_val (self->asides, aside);
  }

  return self;
}

SynRecord *
syn_article_get_record (SynArticle *self)
{
  return self->record;
}

gboolean
syn_article_is_whole (SynArticle *self)
{
  return self->record->text != NULL;
}

static SynRecordAsideKind
convert_draft_kind (SynDraftAsideKind kind)
{
  switch (kind) {
  case SYN_DRAFT_ASIDE_PREFACE:
    return SYN_RECORD_PREFACE;
  case SYN_DRAFT_ASIDE_COMMENT:
    return SYN_RECORD_COMMENT;
  case SYN_DRAFT_ASIDE_NOTE:
  default:
    return SYN_RECORD_NOTE;
  }
}

SynRecord *
syn_record_new_from_draft (const SynDraft *draft, const char *language)
{
  SynRecord *record = syn_record_new ();

  record->file = g_strdup (draft->file);
  record->entry = draft->entry;
  record->key = g_strdup (draft->key);
  record->title = g_strdup (draft->title);
  record->byline = g_strdup (draft->byline);
  record->outlet = g_strdup (draft->outlet);
  record->published = g_strdup (draft->published);
  record->updated = g_strdup (draft->updated);
  record->language = g_strdup (draft->language != NULL ? draft->language : language);
  record->url = g_strdup (draft->url);
  record->text = g_strdup (draft->text);
  record->size = strlen (draft->text);

  for (guint i = 0; i < draft->asides->len; i++) {
    const SynDraftAside *aside = &g_array_index (draft->asides, SynDraftAside, i);

    syn_record_add_aside (record, aside->span, convert_draft_kind (aside->kind));
  }
  for (guint i = 0; i < draft->dropped->len; i++) {
    const SynDropped *dropped = g_ptr_array_index (draft->dropped, i);

    syn_record_add_dropped (record, dropped->text, dropped->why);
  }

  return record;
}

gint64
syn_article_get_id (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), 0);

  return self->record->id;
}

gint64
syn_article_get_story (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), 0);

  return self->record->story;
}

const char *
syn_article_get_title (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);

  return self->record->title;
}

const char *
syn_article_get_outlet (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);

  return self->record->outlet;
}

const char *
syn_article_get_byline (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);

  return self->record->byline;
}

const char *
syn_article_get_published (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);

  return self->record->published;
}

const char *
syn_article_get_updated (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);

  return self->record->updated;
}

const char *
syn_article_get_language (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);

  return self->record->language;
}

const char *
syn_article_get_url (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);

  return self->record->url;
}

const char *
syn_article_get_file (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);

  return self->record->file;
}

const char *
syn_article_get_text (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);

  return self->record->text;
}

gsize
syn_article_get_size (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), 0);

  return self->record->size;
}

const SynAside *
syn_article_get_asides (SynArticle *self, gsize *n)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);

  *n = self->asides->len;

  return (const SynAside *) self->asides->data;
}

guint
syn_article_get_n_dropped (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), 0);

  return self->record->dropped->len;
}

const char *
syn_article_get_dropped (SynArticle *self, guint number, const char **why)
{
  const SynRecordDropped *dropped;

  g_return_val_if_fail (SYN_IS_ARTICLE (self) && number < self->record->dropped->len, NULL);

  dropped = g_ptr_array_index (self->record->dropped, number);
  if (why != NULL)
    *why = dropped->why;

  return dropped->text;
}

const char *
syn_article_get_label (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);

  return self->label;
}

const char *
syn_article_get_heading (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);

  return self->heading;
}

int
syn_article_compare_published (SynArticle *a, SynArticle *b)
{
  const char *a_day = syn_article_get_published (a);
  const char *b_day = syn_article_get_published (b);
  gint64 a_id = syn_article_get_id (a);
  gint64 b_id = syn_article_get_id (b);
  int order = 0;

  if (a_day != NULL && b_day != NULL)
    order = strncmp (a_day, b_day, strlen ("2025-01-14"));
  else if (a_day != b_day)
    order = a_day == NULL ? 1 : -1;

  return order != 0 ? order : (a_id > b_id) - (a_id < b_id);
}
