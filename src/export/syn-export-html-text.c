/* An article's text with its marks. Marks may overlap in any way, HTML elements may not: each byte of the
 * text is given what it shows, and each run of bytes that show the same becomes one element. */
#include "config.h"

#include "syn-export-html-private.h"
#include "syn-export-words-private.h"

#include <string.h>

typedef enum {
  LOOK_ONLY_HERE = 1 << 0,
  LOOK_SIMILAR = 1 << 1,
  LOOK_SHARED = 1 << 2,
  LOOK_CONFLICT = 1 << 3,
  LOOK_LOADED = 1 << 4,
} Look;

typedef struct {
  guint8 look;
  guint32 fact; /* its number on the page, 0 for none: the first that claims the byte */
} Byte;

void
syn_export_html_append_escaped (GString *out, const char *text, gssize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (out, escaped);
}

static void
set_look (Byte *bytes, SynSpan span, Look look, guint32 fact)
{
  for (gsize i = span.start; i < span.end; i++) {
    bytes[i].look |= look;
    if (bytes[i].fact == 0)
      bytes[i].fact = fact;
  }
}

static Look
get_look (const SynMention *mention)
{
  switch (mention->stance) {
  case SYN_STANCE_CONFLICTING:
    return LOOK_CONFLICT;
  case SYN_STANCE_SIMILAR:
    return LOOK_SIMILAR;
  case SYN_STANCE_STATED:
  case SYN_STANCE_ABSENT:
  default:
    return LOOK_SHARED;
  }
}

static void
set_facts (Byte *bytes, SynComparison *comparison, guint article, const guint *numbers)
{
  gsize n;
  const SynFact *facts = syn_alignment_get_facts (syn_comparison_get_alignment (comparison), &n);

  for (gsize i = 0; i < n; i++) {
    for (gsize k = 0; numbers[i] != 0 && k < facts[i].n_mentions; k++) {
      const SynMention *mention = &facts[i].mentions[k];

      if (mention->article == article)
        set_look (bytes, mention->span, get_look (mention), numbers[i]);
    }
  }
}

static void
set_only_here (Byte *bytes, SynComparison *comparison, guint article, double threshold)
{
  g_autoptr (GArray) only =
      syn_alignment_find_only_here (syn_comparison_get_alignment (comparison), article, threshold);
  gsize n;
  const SynSentence *sentences =
      syn_document_get_sentences (syn_comparison_get_document (comparison, article), &n);

  for (guint i = 0; i < only->len; i++)
    set_look (bytes, sentences[g_array_index (only, guint32, i)].span, LOOK_ONLY_HERE, 0);
}

static void
set_loaded (Byte *bytes, SynComparison *comparison, guint article, double threshold)
{
  gsize n;
  const SynFramingMark *marks = syn_framing_get_marks (syn_comparison_get_framing (comparison), &n);

  for (gsize i = 0; i < n; i++) {
    if (marks[i].article == article && marks[i].kind == SYN_FRAMING_LOADED && marks[i].score >= threshold)
      set_look (bytes, marks[i].span, LOOK_LOADED, 0);
  }
}

/* Of the kinds of fact the strongest is drawn; loaded wording stands beside any of them. */
static void
append_classes (GString *out, guint8 look)
{
  const char *fact = look & LOOK_CONFLICT    ? "conflict"
                     : look & LOOK_SHARED    ? "shared"
                     : look & LOOK_SIMILAR   ? "similar"
                     : look & LOOK_ONLY_HERE ? "only"
                                             : "";

  g_string_append (out, fact);
  if (look & LOOK_LOADED)
    g_string_append (out, *fact != '\0' ? " loaded" : "loaded");
}

static void
append_run (GString *out, const char *text, gsize length, Byte byte, gboolean is_start_of_fact)
{
  if (is_start_of_fact)
    g_string_append_printf (out, "<a class=\"number\" href=\"#fact-%u\">%u</a>", byte.fact, byte.fact);

  if (byte.look == 0) {
    syn_export_html_append_escaped (out, text, length);
    return;
  }

  g_string_append (out, "<span class=\"");
  append_classes (out, byte.look);
  g_string_append (out, "\">");
  syn_export_html_append_escaped (out, text, length);
  g_string_append (out, "</span>");
}

static void
append_runs (GString *out, const char *text, const Byte *bytes, SynSpan span)
{
  guint32 last_fact = 0;

  for (gsize start = span.start; start < span.end;) {
    gsize end = start + 1;

    while (end < span.end && bytes[end].look == bytes[start].look && bytes[end].fact == bytes[start].fact)
      end++;
    append_run (out, text + start, end - start, bytes[start],
                bytes[start].fact != 0 && bytes[start].fact != last_fact);
    last_fact = bytes[start].fact;
    start = end;
  }
}

static void
append_paragraph (GString *out, SynDocument *document, const SynParagraph *paragraph, const Byte *bytes)
{
  const char *element = paragraph->kind == SYN_PARAGRAPH_TITLE ? "h3" : "p";
  const char *class = paragraph->aside != SYN_ASIDE_NONE         ? " class=\"aside\""
                      : paragraph->kind == SYN_PARAGRAPH_HEADING ? " class=\"heading\""
                                                                 : "";

  g_string_append_printf (out, "<%s%s dir=\"auto\" lang=\"", element, class);
  syn_export_html_append_escaped (out, syn_document_get_string (document, paragraph->language), -1);
  g_string_append (out, "\">");
  append_runs (out, syn_document_get_text (document, NULL), bytes, paragraph->span);
  g_string_append_printf (out, "</%s>\n", element);
}

void
syn_export_html_append_text (
    GString *out, SynComparison *comparison, guint article, double threshold, const guint *numbers)
{
  SynDocument *document = syn_comparison_get_document (comparison, article);
  g_autofree char *source = syn_export_dup_source (comparison, article);
  g_autofree Byte *bytes = NULL;
  gsize length, n;
  const SynParagraph *paragraphs = syn_document_get_paragraphs (document, &n);

  syn_document_get_text (document, &length);
  bytes = g_new0 (Byte, length + 1);
  set_only_here (bytes, comparison, article, threshold);
  set_facts (bytes, comparison, article, numbers);
  set_loaded (bytes, comparison, article, threshold);

  g_string_append (out, "<article class=\"text\"><p class=\"soft\"><span class=\"chip\">");
  syn_export_append_letter (out, article);
  g_string_append (out, "</span> ");
  syn_export_html_append_escaped (out, source, -1);
  g_string_append (out, "</p>\n");
  for (gsize i = 0; i < n; i++)
    append_paragraph (out, document, &paragraphs[i], bytes);
  g_string_append (out, "</article>\n");
}
