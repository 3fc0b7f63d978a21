/* The comparison as a page of Web Annotations (W3C Recommendation "Web Annotation Data Model", 2017): one
 * annotation a passage, so that annotation tools can show it on the article's own page. Facts are identified,
 * loaded words tagged. */
#include "config.h"

#include "syn-export-private.h"
#include "syn-json-writer-private.h"
#include "syn-places-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

/* Characters of the text to either side of a passage by which a tool finds it in a changed page. */
#define CONTEXT 32

typedef struct {
  SynComparison *comparison;
  SynPlaces *places;
  SynJsonWriter json;
  guint next; /* number of the next annotation */
} Writer;

/* The article's address, else its file's name as a relative reference, else a name of our own: (transfer
 * full). */
static char *
dup_source (SynArticle *article, guint index)
{
  const char *url = syn_article_get_url (article);
  const char *file = syn_article_get_file (article);
  g_autofree char *name = NULL;

  if (url != NULL)
    return g_strdup (url);
  if (file == NULL)
    return g_strdup_printf ("urn:synoptic:article:%u", index);

  name = g_path_get_basename (file);

  return g_uri_escape_string (name, NULL, FALSE);
}

/* The words around a passage within its part (headline or text) of the article. */
static void
write_context (Writer *self, guint article, SynSpan span, gboolean is_in_title)
{
  SynDocument *document = syn_comparison_get_document (self->comparison, article);
  gsize length;
  const char *text = syn_document_get_text (document, &length);
  gsize body = syn_document_get_body (document);
  const char *first = is_in_title ? text : text + body;
  const char *last = is_in_title ? text + body : text + length;
  const char *start = text + span.start;
  const char *end = text + span.end;

  while (last > end && g_ascii_isspace (last[-1]))
    last--;
  for (guint i = 0; i < CONTEXT && start > first; i++)
    start = g_utf8_find_prev_char (first, start);
  for (guint i = 0; i < CONTEXT && end < last; i++)
    end = g_utf8_next_char (end);

  syn_json_string_length (&self->json, "prefix", start, text + span.start - start);
  syn_json_string_length (&self->json, "suffix", text + span.end, end - (text + span.end));
}

static void
write_target (Writer *self, guint article, SynSpan span)
{
  g_autofree char *source = dup_source (syn_comparison_get_article (self->comparison, article), article);
  SynPlace place = syn_places_find (self->places, article, span);

  syn_json_begin_object (&self->json, "target");
  syn_json_string (&self->json, "source", source);
  syn_json_begin_array (&self->json, "selector");

  syn_json_begin_object (&self->json, NULL);
  syn_json_string (&self->json, "type", "TextQuoteSelector");
  syn_json_string_length (&self->json, "exact", place.slice, place.length);
  write_context (self, article, span, place.is_in_title);
  syn_json_end_object (&self->json);

  /* Positions count from the start of the text; a headline is no part of it. */
  if (!place.is_in_title) {
    syn_json_begin_object (&self->json, NULL);
    syn_json_string (&self->json, "type", "TextPositionSelector");
    syn_json_integer (&self->json, "start", place.characters.start);
    syn_json_integer (&self->json, "end", place.characters.end);
    syn_json_end_object (&self->json);
  }

  syn_json_end_array (&self->json);
  syn_json_end_object (&self->json);
}

static void
begin_annotation (Writer *self, const char *motivation)
{
  g_autofree char *id = g_strdup_printf ("urn:synoptic:annotation:%u", self->next++);

  syn_json_begin_object (&self->json, NULL);
  syn_json_string (&self->json, "id", id);
  syn_json_string (&self->json, "type", "Annotation");
  syn_json_string (&self->json, "motivation", motivation);
  syn_json_begin_array (&self->json, "body");
}

static void
write_body (Writer *self, const char *value, const char *purpose)
{
  syn_json_begin_object (&self->json, NULL);
  syn_json_string (&self->json, "type", "TextualBody");
  syn_json_string (&self->json, "value", value);
  syn_json_string (&self->json, "purpose", purpose);
  syn_json_string (&self->json, "format", "text/plain");
  syn_json_end_object (&self->json);
}

static void
end_annotation (Writer *self, guint article, SynSpan span)
{
  syn_json_end_array (&self->json);
  write_target (self, article, span);
  syn_json_end_object (&self->json);
}

static void
write_facts (Writer *self, double threshold)
{
  gsize n;
  const SynFact *facts = syn_alignment_get_facts (syn_comparison_get_alignment (self->comparison), &n);

  for (gsize i = 0; i < n; i++) {
    if (facts[i].confidence < threshold)
      continue;
    for (gsize k = 0; k < facts[i].n_mentions; k++) {
      const SynMention *mention = &facts[i].mentions[k];
      g_autofree char *tag = g_strdup_printf ("fact %u", facts[i].id + 1);

      begin_annotation (self, "identifying");
      write_body (self, facts[i].title, "identifying");
      write_body (self, tag, "tagging");
      if (facts[i].relation == SYN_RELATION_CONFLICT)
        write_body (self, "conflict", "tagging");
      end_annotation (self, mention->article, mention->span);
    }
  }
}

static void
write_loaded (Writer *self, double threshold)
{
  gsize n;
  const SynFramingMark *marks = syn_framing_get_marks (syn_comparison_get_framing (self->comparison), &n);

  for (gsize i = 0; i < n; i++) {
    if (marks[i].kind != SYN_FRAMING_LOADED || marks[i].score < threshold)
      continue;
    begin_annotation (self, "tagging");
    write_body (self, "loaded wording", "tagging");
    write_body (self, marks[i].reason, "describing");
    end_annotation (self, marks[i].article, marks[i].span);
  }
}

void
syn_export_write_annotations (SynComparison *comparison, const SynExportOptions *options, GString *out)
{
  g_autoptr (SynPlaces) places = syn_places_new (comparison);
  Writer self = { .comparison = comparison, .places = places, .next = 1 };

  syn_json_writer_init (&self.json, out);
  syn_json_begin_object (&self.json, NULL);
  syn_json_string (&self.json, "@context", "http://www.w3.org/ns/anno.jsonld");
  syn_json_string (&self.json, "id", "urn:synoptic:comparison");
  syn_json_string (&self.json, "type", "AnnotationPage");
  syn_json_begin_array (&self.json, "items");
  write_facts (&self, options->threshold);
  write_loaded (&self, options->threshold);
  syn_json_end_array (&self.json);
  syn_json_end_object (&self.json);
  g_string_append_c (out, '\n');
}
