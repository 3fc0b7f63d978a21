/* Feeds: RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom 0.3 and 1.0. Read as a stream: of a feed of ten thousand
 * entries one is in memory at a time. Entities are never expanded, nothing outside the file is loaded. */
#include "config.h"

#include "syn-reader-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "syn-charset.h"
#include "syn-error.h"
#include "syn-feed-entry.h"
#include "syn-feed-guard.h"

/* Atom 1.0, in which text is no markup where nothing says so. */
#define ATOM "http://www.w3.org/2005/Atom"

/* Elements nest no deeper in any feed; libxml2's own bound is 256. */
#define MAX_DEPTH 250

typedef struct {
  SynReading *reading;
  xmlTextReaderPtr xml;

  SynFeedEntry *head;
  SynFeedEntry *entry; /* NULL between entries */
  char *vocabulary;    /* namespace of the feed's own elements, or NULL */
  int channel_depth;   /* of the children that are the feed's own fields */
  int entry_depth;

  /* the element under way, a child of entry or channel; name is NULL between them */
  int element_depth;
  char *name;
  char *attributes[5]; /* type, href, rel, isPermaLink, xml:lang */
  char *base;
  GString *text;
  SynMarkup *markup;

  char *problem; /* the first that the parser found */
  int problem_line;
} FeedReading;

static guint
sniff_feed (const char *head, const char *ending)
{
  static const char *const roots[] = { "rss", "feed", "rdf:rdf", "rdf", "channel" };

  /* The first element that is neither a declaration nor a comment. */
  for (const char *p = strchr (head, '<'); p != NULL; p = strchr (p + 1, '<')) {
    const char *name = p + 1;
    gsize n;

    if (g_str_has_prefix (p, "<!--")) {
      p = strstr (p, "-->");
      if (p == NULL)
        return 0;
      continue;
    }
    if (g_str_has_prefix (p, "<!entity") || g_str_has_prefix (p, "<!doctype") || *name == '?' || *name == '!')
      continue;

    n = strcspn (name, " \t\r\n/>");
    for (guint i = 0; i < G_N_ELEMENTS (roots); i++) {
      const char *local = memchr (name, ':', n);
      gsize n_local = local != NULL ? n - (local + 1 - name) : n;

      if (n == strlen (roots[i]) && strncmp (name, roots[i], n) == 0)
        return 95;
      if (local != NULL && n_local == strlen (roots[i]) && strncmp (local + 1, roots[i], n_local) == 0)
        return 95;
    }
    return 0;
  }

  return 0;
}

/* ---- names ---- */

static const char *
get_vocabulary (const char *uri)
{
  static const struct {
    const char *start, *vocabulary;
  } vocabularies[] = {
    { "http://purl.org/dc/elements/", "dc" },
    { "http://purl.org/dc/terms", "dcterms" },
    { "http://purl.org/rss/1.0/modules/content", "content" },
    { "http://www.w3.org/1999/xhtml", "xhtml" },
    { "http://www.itunes.com/dtds/podcast", "itunes" },
    { "http://www.w3.org/2005/atom", "atom" },
    { "http://purl.org/atom/ns", "atom" },
    { "http://search.yahoo.com/mrss", "media" },
  };
  g_autofree char *folded = g_ascii_strdown (uri, -1);

  for (guint i = 0; i < G_N_ELEMENTS (vocabularies); i++) {
    if (g_str_has_prefix (folded, vocabularies[i].start))
      return vocabularies[i].vocabulary;
  }

  return NULL;
}

/* "core:title", "dc:creator"; NULL in a vocabulary that says nothing of articles: (transfer full). */
static char *
spell_name (const FeedReading *self)
{
  const char *uri = (const char *) xmlTextReaderConstNamespaceUri (self->xml);
  g_autofree char *local = g_ascii_strdown ((const char *) xmlTextReaderConstLocalName (self->xml), -1);
  const char *vocabulary;

  if (g_strcmp0 (uri, self->vocabulary) == 0)
    return g_strconcat ("core:", local, NULL);
  vocabulary = uri != NULL ? get_vocabulary (uri) : NULL;

  return vocabulary != NULL ? g_strconcat (vocabulary, ":", local, NULL) : NULL;
}

static gboolean
is_local (const FeedReading *self, const char *name)
{
  return g_ascii_strcasecmp ((const char *) xmlTextReaderConstLocalName (self->xml), name) == 0;
}

static char *
get_attribute (const FeedReading *self, const char *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (self->xml, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);

  return copy;
}

/* ---- the element under way ---- */

static void
end_element (FeedReading *self)
{
  SynFeedElement element = {
    .name = self->name,
    .type = self->attributes[0],
    .href = self->attributes[1],
    .rel = self->attributes[2],
    .is_permalink = self->attributes[3],
    .language = self->attributes[4],
    .base = self->base,
    .text = self->text->str,
    .markup = self->markup,
  };

  if (self->name != NULL)
    syn_feed_entry_take (self->entry != NULL ? self->entry : self->head, &element);
  g_clear_pointer (&self->name, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->attributes); i++)
    g_clear_pointer (&self->attributes[i], g_free);
  g_clear_pointer (&self->base, g_free);
  g_clear_pointer (&self->markup, syn_markup_free);
  g_string_truncate (self->text, 0);
}

static void
start_element (FeedReading *self, int depth)
{
  static const char *const names[] = { "type", "href", "rel", "isPermaLink" };
  const xmlChar *language = xmlTextReaderConstXmlLang (self->xml);
  xmlChar *base = xmlTextReaderBaseUri (self->xml);

  self->name = spell_name (self);
  self->element_depth = depth;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    self->attributes[i] = get_attribute (self, names[i]);
  self->attributes[4] = g_strdup ((const char *) language);
  if (self->attributes[0] == NULL &&
      g_strcmp0 ((const char *) xmlTextReaderConstNamespaceUri (self->xml), ATOM) == 0 &&
      !is_local (self, "link"))
    self->attributes[0] = g_strdup ("text");
  self->base = base != NULL && *base != '\0' ? g_strdup ((const char *) base) : NULL;
  xmlFree (base);

  /* RSS has one link element for what Atom's attribute tells apart. */
  if (g_strcmp0 (self->name, "atom:link") == 0)
    g_clear_pointer (&self->name, g_free);
  if (self->name == NULL || xmlTextReaderIsEmptyElement (self->xml))
    end_element (self);
}

static void
start_inner (FeedReading *self)
{
  const char *local = (const char *) xmlTextReaderConstLocalName (self->xml);
  gboolean is_empty = xmlTextReaderIsEmptyElement (self->xml);
  g_autofree char *href = get_attribute (self, "href");
  const char *attributes[] = { "href", href, NULL };

  if (self->markup == NULL) {
    self->markup = syn_markup_new ();
    syn_markup_text (self->markup, self->text->str, self->text->len);
  }
  syn_markup_start (self->markup, local, href != NULL ? attributes : NULL);
  if (is_empty)
    syn_markup_end (self->markup, local);
}

static void
add_text (FeedReading *self, const char *text)
{
  if (self->name == NULL || text == NULL)
    return;

  g_string_append (self->text, text);
  if (self->markup != NULL)
    syn_markup_text (self->markup, text, -1);
}

/* ---- the stream ---- */

static void
take_start (FeedReading *self, int depth)
{
  if (self->name != NULL && depth > self->element_depth) {
    start_inner (self);
    return;
  }

  if (self->entry == NULL && (is_local (self, "item") || is_local (self, "entry"))) {
    self->entry = syn_feed_entry_new ();
    self->entry_depth = depth;
    g_free (self->vocabulary);
    self->vocabulary = g_strdup ((const char *) xmlTextReaderConstNamespaceUri (self->xml));
    if (xmlTextReaderIsEmptyElement (self->xml)) {
      syn_reading_emit (self->reading, syn_feed_entry_make_draft (self->entry, self->head));
      g_clear_pointer (&self->entry, syn_feed_entry_free);
    }
  } else if (self->entry != NULL ? depth == self->entry_depth + 1 : depth == self->channel_depth) {
    start_element (self, depth);
  } else if (self->entry == NULL && (is_local (self, "channel") || is_local (self, "feed"))) {
    self->channel_depth = depth + 1;
    g_free (self->vocabulary);
    self->vocabulary = g_strdup ((const char *) xmlTextReaderConstNamespaceUri (self->xml));
  }
}

static void
take_end (FeedReading *self, int depth)
{
  if (self->name != NULL && depth == self->element_depth) {
    end_element (self);
  } else if (self->name != NULL && self->markup != NULL) {
    syn_markup_end (self->markup, (const char *) xmlTextReaderConstLocalName (self->xml));
  } else if (self->entry != NULL && depth == self->entry_depth) {
    syn_reading_emit (self->reading, syn_feed_entry_make_draft (self->entry, self->head));
    g_clear_pointer (&self->entry, syn_feed_entry_free);
  }
}

static void
on_problem (void *data, xmlErrorPtr problem)
{
  FeedReading *self = data;

  if (self->problem == NULL && problem->level == XML_ERR_FATAL && problem->message != NULL) {
    self->problem = g_strstrip (g_strdup (problem->message));
    self->problem_line = problem->line;
  }
}

/* FALSE when the stream ended before the feed did. */
static gboolean
read_stream (FeedReading *self)
{
  gboolean is_open = FALSE;

  while (!syn_reading_is_stopped (self->reading) && xmlTextReaderRead (self->xml) == 1) {
    int depth = xmlTextReaderDepth (self->xml);

    if (depth > MAX_DEPTH)
      return FALSE;

    switch (xmlTextReaderNodeType (self->xml)) {
    case XML_READER_TYPE_ELEMENT:
      is_open = depth > 0 || !xmlTextReaderIsEmptyElement (self->xml);
      take_start (self, depth);
      break;
    case XML_READER_TYPE_END_ELEMENT:
      is_open = depth > 0;
      take_end (self, depth);
      break;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      add_text (self, (const char *) xmlTextReaderConstValue (self->xml));
      break;
    default:
      break;
    }
  }

  return !is_open;
}

static gboolean
check_feed (const FeedReading *self, gboolean is_whole, GError **error)
{
  g_autofree char *name = syn_reading_get_name (self->reading);

  if (self->reading->is_stopped || (is_whole && self->reading->n_drafts > 0))
    return TRUE;

  if (self->problem != NULL)
    g_set_error (error, SYN_ERROR, SYN_ERROR_INVALID, _ ("%s is a broken feed, line %d: %s"), name,
                 self->problem_line, self->problem);
  else if (!is_whole)
    g_set_error (error, SYN_ERROR, SYN_ERROR_INVALID, _ ("%s is a broken feed: it does not end"), name);
  else
    g_set_error (error, SYN_ERROR, SYN_ERROR_EMPTY, _ ("%s is a feed without an entry"), name);

  return FALSE;
}

static gboolean
read_feed (SynReading *reading, GError **error)
{
  gsize length;
  g_autofree char *text = syn_charset_decode (reading->data, reading->size, &length);
  g_autofree char *xml = syn_feed_guard (text, length, &length);
  FeedReading self = { .reading = reading, .channel_depth = -1 };
  gboolean is_read;

  g_clear_pointer (&text, g_free);
  self.head = syn_feed_entry_new ();
  self.text = g_string_new (NULL);
  self.xml = xmlReaderForMemory (xml, length, NULL, "UTF-8",
                                 XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
                                     XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC | XML_PARSE_NOCDATA);
  if (self.xml != NULL)
    xmlTextReaderSetStructuredErrorHandler (self.xml, on_problem, &self);

  is_read = check_feed (&self, self.xml != NULL && read_stream (&self), error);

  end_element (&self);
  g_clear_pointer (&self.xml, xmlFreeTextReader);
  g_clear_pointer (&self.entry, syn_feed_entry_free);
  syn_feed_entry_free (self.head);
  g_string_free (self.text, TRUE);
  g_free (self.vocabulary);
  g_free (self.problem);

  return is_read;
}

const SynReader syn_reader_feed = {
  .name = "feed",
  .sniff = sniff_feed,
  .read = read_feed,
};
