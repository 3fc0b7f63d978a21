#include "config.h"

#include "syn-feed-entry.h"

#include <string.h>

#include "syn-byline.h"
#include "syn-clean.h"
#include "syn-fields.h"
#include "syn-lexicon.h"
#include "syn-moment.h"
#include "syn-paragraphs.h"

/* The body an entry has, the better the later. */
typedef enum {
  BODY_NONE,
  BODY_SUMMARY,
  BODY_DESCRIPTION,
  BODY_CONTENT,
} Body;

struct _SynFeedEntry {
  char *title;
  char *link;
  char *guid;
  char *published;
  char *updated;
  char *language;
  GString *authors;
  GPtrArray *blocks;
  Body body;
  gboolean is_guid_link;
  gboolean has_link_type; /* the link is one to a page, said so */
};

SynFeedEntry *
syn_feed_entry_new (void)
{
  SynFeedEntry *self = g_new0 (SynFeedEntry, 1);

  self->authors = g_string_new (NULL);
  self->blocks = syn_blocks_new ();

  return self;
}

void
syn_feed_entry_free (SynFeedEntry *self)
{
  g_free (self->title);
  g_free (self->link);
  g_free (self->guid);
  g_free (self->published);
  g_free (self->updated);
  g_free (self->language);
  g_string_free (self->authors, TRUE);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/* ---- text ---- */

/* "<b>", "&amp;": what only markup has. */
static gboolean
has_markup (const char *text)
{
  for (const char *p = text; (p = strpbrk (p, "<&")) != NULL; p++) {
    if (*p == '<' && (g_ascii_isalpha (p[1]) || ((p[1] == '/' || p[1] == '!') && p[2] != ' ')))
      return TRUE;
    if (*p == '&' && (g_ascii_isalpha (p[1]) || p[1] == '#') && memchr (p, ';', strnlen (p, 12)) != NULL)
      return TRUE;
  }

  return FALSE;
}

/* RSS has markup in any text; Atom says when. */
static gboolean
is_escaped_markup (const SynFeedElement *element)
{
  if (element->type == NULL)
    return has_markup (element->text);
  if (strcmp (element->type, "text") == 0 || strcmp (element->type, "text/plain") == 0)
    return FALSE;

  return strstr (element->type, "html") != NULL && has_markup (element->text);
}

static GPtrArray *
read_blocks (const SynFeedElement *element)
{
  GPtrArray *blocks = syn_blocks_new ();

  /* Markup may be escaped within elements: then the text is it. */
  if (element->markup != NULL && !(g_strcmp0 (element->type, "html") == 0 && has_markup (element->text))) {
    syn_node_add_blocks (syn_markup_get_root (element->markup), blocks);
    syn_blocks_clean (blocks);
  } else if (is_escaped_markup (element)) {
    g_autoptr (SynMarkup) markup = syn_markup_parse (element->text, -1);

    syn_node_add_blocks (syn_markup_get_root (markup), blocks);
    syn_blocks_clean (blocks);
  } else {
    g_autofree char *clean = syn_clean_text (element->text, -1);

    syn_paragraphs_split (blocks, clean);
  }

  return blocks;
}

static char *
read_line (const SynFeedElement *element)
{
  g_autoptr (GPtrArray) blocks = read_blocks (element);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? " " : "",
                            ((SynBlock *) g_ptr_array_index (blocks, i))->text);

  return line->len > 0 ? g_string_free (g_steal_pointer (&line), FALSE) : NULL;
}

/* ---- fields ---- */

static void
take_once (char **place, char *value)
{
  if (*place == NULL)
    *place = value;
  else
    g_free (value);
}

static void
take_link (SynFeedEntry *self, const SynFeedElement *element)
{
  g_autofree char *target = syn_clean_field (element->href != NULL ? element->href : element->text);
  gboolean is_page = element->type == NULL || strstr (element->type, "html") != NULL;

  if (target == NULL ||
      (element->rel != NULL && (strcmp (element->rel, "alternate") != 0 || element->href == NULL)))
    return;
  if (self->link != NULL && (self->has_link_type || !is_page))
    return;

  g_free (self->link);
  self->link = element->base != NULL
                   ? g_uri_resolve_relative (element->base, target, G_URI_FLAGS_PARSE_RELAXED, NULL)
                   : NULL;
  if (self->link == NULL)
    self->link = g_steal_pointer (&target);
  self->has_link_type = is_page;
}

/* "<name>" within, as Atom has it, else the text. */
static void
take_author (SynFeedEntry *self, const SynFeedElement *element)
{
  g_autofree char *name = NULL;
  const SynNode *root = element->markup != NULL ? syn_markup_get_root (element->markup) : NULL;

  for (const SynNode *node = root; node != NULL && name == NULL; node = syn_node_next (node, root, FALSE)) {
    if (node->name != NULL && g_str_has_suffix (node->name, "name")) {
      g_autofree char *text = syn_node_get_text (node);

      name = syn_byline_clean (text);
    }
  }
  if (root == NULL) {
    g_autofree char *line = read_line (element);

    name = syn_byline_clean (line);
  }

  if (name != NULL && strstr (self->authors->str, name) == NULL)
    g_string_append_printf (self->authors, "%s%s", self->authors->len > 0 ? ", " : "", name);
}

static void
take_body (SynFeedEntry *self, const SynFeedElement *element, Body body)
{
  GPtrArray *blocks;

  if (body < self->body || (body == self->body && self->blocks->len > 0))
    return;
  blocks = read_blocks (element);
  if (blocks->len == 0) {
    g_ptr_array_unref (blocks);
    return;
  }

  g_ptr_array_unref (self->blocks);
  self->blocks = blocks;
  self->body = body;
  if (element->language != NULL) {
    g_free (self->language);
    self->language = syn_fields_get_language (element->language);
  }
}

void
syn_feed_entry_take (SynFeedEntry *self, const SynFeedElement *element)
{
  const SynLexiconRow *row = syn_lexicon_find (SYN_LEXICON_FEED, element->name);
  const char *field = row != NULL ? row->value : "";

  if (strcmp (field, "title") == 0) {
    /* The feed's own vocabulary goes before the others'. */
    if (self->title == NULL || g_str_has_prefix (element->name, "core:")) {
      g_free (self->title);
      self->title = read_line (element);
    }
  } else if (strcmp (field, "link") == 0) {
    take_link (self, element);
  } else if (strcmp (field, "key") == 0) {
    self->is_guid_link = self->guid == NULL && g_strcmp0 (element->is_permalink, "false") != 0 &&
                         strcmp (element->name, "core:guid") == 0;
    take_once (&self->guid, syn_clean_field (element->text));
  } else if (strcmp (field, "author") == 0) {
    take_author (self, element);
  } else if (strcmp (field, "published") == 0) {
    take_once (&self->published, syn_moment_parse (element->text, SYN_MOMENT_UNDECIDED));
  } else if (strcmp (field, "updated") == 0) {
    take_once (&self->updated, syn_moment_parse (element->text, SYN_MOMENT_UNDECIDED));
  } else if (strcmp (field, "language") == 0) {
    take_once (&self->language, syn_fields_get_language (element->text));
  } else if (strcmp (field, "content") == 0) {
    take_body (self, element, BODY_CONTENT);
  } else if (strcmp (field, "description") == 0) {
    take_body (self, element, BODY_DESCRIPTION);
  } else if (strcmp (field, "summary") == 0) {
    take_body (self, element, BODY_SUMMARY);
  }

  if (self->language == NULL && element->language != NULL)
    self->language = syn_fields_get_language (element->language);
}

static gboolean
is_address (const char *text)
{
  return g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://");
}

SynDraft *
syn_feed_entry_make_draft (const SynFeedEntry *self, const SynFeedEntry *head)
{
  SynDraft *draft = syn_draft_new ();
  const GString *authors = self->authors->len > 0 ? self->authors : head->authors;

  draft->title = g_strdup (self->title);
  draft->outlet = g_strdup (head->title);
  draft->byline = authors->len > 0 ? g_strdup (authors->str) : NULL;
  draft->published = g_strdup (self->published);
  draft->updated = g_strdup (self->updated);
  draft->language = g_strdup (self->language != NULL ? self->language : head->language);
  draft->url = g_strdup (self->link);
  if (draft->url == NULL && self->is_guid_link && self->guid != NULL && is_address (self->guid))
    draft->url = g_strdup (self->guid);
  draft->key = g_strdup (self->guid != NULL ? self->guid : draft->url);
  syn_blocks_to_draft (self->blocks, draft);

  return draft;
}
