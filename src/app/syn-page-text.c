#include "syn-page-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* A line of its own that is this short, in characters, and ends without a mark of a sentence is shown as a
 * section head until the analysis says more. */
#define HEADING_LENGTH 60

struct _SynPageText {
  SynArticle *article;
  SynDocument *document; /* nullable */
  const char *body;      /* of the document, or else of the article */
  GString *text;
  guint length;       /* of `text`, in characters */
  GArray *paragraphs; /* SynPageParagraph */
};

static const char *
caption_of (SynAsideKind aside)
{
  switch (aside) {
  case SYN_ASIDE_PREFACE:
    return _ ("A reposter’s words, not the outlet’s");
  case SYN_ASIDE_COMMENT:
    return _ ("A comment, not the outlet’s words");
  case SYN_ASIDE_NOTE:
    return _ ("An editor’s note");
  case SYN_ASIDE_NONE:
  default:
    return NULL;
  }
}

static void
append (SynPageText *self, const char *text, gsize length, SynPageParagraph paragraph)
{
  if (self->text->len > 0) {
    g_string_append_c (self->text, '\n');
    self->length++;
  }

  paragraph.start = self->length;
  for (gsize i = 0; i < length; i++) {
    /* A pane's line is a paragraph; the character count stays. */
    g_string_append_c (self->text, text[i] == '\n' || text[i] == '\r' ? ' ' : text[i]);
  }
  self->length += g_utf8_strlen (text, length);
  paragraph.end = self->length;

  g_array_append_val (self->paragraphs, paragraph);
}

static void
append_paragraph (SynPageText *self, SynSpan span, SynPageKind kind, SynAsideKind aside, const char *language)
{
  const SynPageParagraph *last = NULL;

  if (self->paragraphs->len > 0) {
    last = &g_array_index (self->paragraphs, SynPageParagraph, self->paragraphs->len - 1);
  }

  if (aside != SYN_ASIDE_NONE && (last == NULL || last->aside != aside)) {
    const char *caption = caption_of (aside);

    append (self, caption, strlen (caption), (SynPageParagraph){ .kind = SYN_PAGE_CAPTION, .aside = aside });
  }

  append (self, self->body + span.start, syn_span_length (span),
          (SynPageParagraph){ .span = span, .kind = kind, .aside = aside, .language = language });
}

static void
fill_from_document (SynPageText *self)
{
  gsize body = syn_document_get_body (self->document);
  gsize n;
  const SynParagraph *paragraphs = syn_document_get_paragraphs (self->document, &n);

  for (gsize i = 0; i < n; i++) {
    const SynParagraph *paragraph = &paragraphs[i];

    if (paragraph->span.start < body || syn_span_is_empty (paragraph->span)) {
      continue;
    }

    append_paragraph (self, syn_span (paragraph->span.start - body, paragraph->span.end - body),
                      paragraph->kind == SYN_PARAGRAPH_HEADING ? SYN_PAGE_HEADING : SYN_PAGE_TEXT,
                      paragraph->aside, syn_document_get_string (self->document, paragraph->language));
  }
}

static SynAsideKind
aside_at (SynArticle *article, gsize offset)
{
  gsize n;
  const SynAside *asides = syn_article_get_asides (article, &n);

  for (gsize i = 0; i < n; i++) {
    if (asides[i].span.start <= offset && offset < asides[i].span.end) {
      return asides[i].kind;
    }
  }

  return SYN_ASIDE_NONE;
}

static gboolean
looks_like_heading (const char *text, gsize length)
{
  const char *last = g_utf8_find_prev_char (text, text + length);

  return g_utf8_strlen (text, length) <= HEADING_LENGTH && last != NULL &&
         !g_unichar_ispunct (g_utf8_get_char (last));
}

static void
fill_from_article (SynPageText *self)
{
  const char *start = self->body;

  while (*start != '\0') {
    const char *end = strstr (start, "\n\n");
    gsize length = end != NULL ? (gsize) (end - start) : strlen (start);

    if (length > 0) {
      gsize offset = start - self->body;

      append_paragraph (self, syn_span (offset, offset + length),
                        looks_like_heading (start, length) ? SYN_PAGE_HEADING : SYN_PAGE_TEXT,
                        aside_at (self->article, offset), NULL);
    }

    start += length;
    start += strspn (start, "\n");
  }
}

SynPageText *
syn_page_text_new (SynArticle *article, SynDocument *document)
{
  SynPageText *self = g_new0 (SynPageText, 1);

  self->article = g_object_ref (article);
  self->text = g_string_new (NULL);
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (SynPageParagraph));

  if (document != NULL) {
    self->document = syn_document_ref (document);
    self->body = syn_document_get_text (document, NULL) + syn_document_get_body (document);
    fill_from_document (self);
  } else {
    const char *text = syn_article_get_text (article);

    self->body = text != NULL ? text : "";
    fill_from_article (self);
  }

  return self;
}

void
syn_page_text_free (SynPageText *self)
{
  g_object_unref (self->article);
  g_clear_pointer (&self->document, syn_document_unref);
  g_string_free (self->text, TRUE);
  g_array_unref (self->paragraphs);
  g_free (self);
}

const char *
syn_page_text_get_text (const SynPageText *self)
{
  return self->text->str;
}

const SynPageParagraph *
syn_page_text_get_paragraphs (const SynPageText *self, gsize *n)
{
  if (n != NULL) {
    *n = self->paragraphs->len;
  }

  return (const SynPageParagraph *) self->paragraphs->data;
}

/* 1 for a line that begins with a letter of a script from right to left, -1 for any other letter, 0 for none.
 */
static int
direction_of (const char *line, const char *end)
{
  for (const char *p = line; p < end; p = g_utf8_next_char (p)) {
    gunichar letter = g_utf8_get_char (p);

    if (g_unichar_isalpha (letter)) {
      switch ((int) g_unichar_get_script (letter)) {
      case G_UNICODE_SCRIPT_ARABIC:
      case G_UNICODE_SCRIPT_HEBREW:
      case G_UNICODE_SCRIPT_SYRIAC:
      case G_UNICODE_SCRIPT_THAANA:
      case G_UNICODE_SCRIPT_NKO:
        return 1;
      default:
        return -1;
      }
    }
  }

  return 0;
}

gboolean
syn_page_text_is_right_to_left (const SynPageText *self)
{
  int balance = 0;

  for (const char *line = self->text->str; *line != '\0';) {
    const char *end = line + strcspn (line, "\n");

    balance += direction_of (line, end);
    line = *end != '\0' ? end + 1 : end;
  }

  return balance > 0;
}

gsize
syn_page_text_find_paragraph (const SynPageText *self, guint offset)
{
  gsize low = 0;
  gsize high = self->paragraphs->len;

  while (high - low > 1) {
    gsize middle = (low + high) / 2;

    if (g_array_index (self->paragraphs, SynPageParagraph, middle).start <= offset) {
      low = middle;
    } else {
      high = middle;
    }
  }

  return low;
}

/* The last paragraph with text of the body that begins at or before that byte; NULL before the first. */
static const SynPageParagraph *
find_by_byte (const SynPageText *self, gsize byte)
{
  const SynPageParagraph *found = NULL;
  gsize low = 0;
  gsize high = self->paragraphs->len;

  while (low < high) {
    gsize middle = (low + high) / 2;
    gsize at = middle;

    /* A caption has no bytes: the paragraph that it stands over decides. */
    while (at < high && g_array_index (self->paragraphs, SynPageParagraph, at).kind == SYN_PAGE_CAPTION) {
      at++;
    }
    if (at == high) {
      high = middle;
      continue;
    }

    const SynPageParagraph *paragraph = &g_array_index (self->paragraphs, SynPageParagraph, at);

    if (paragraph->span.start <= byte) {
      found = paragraph;
      low = at + 1;
    } else {
      high = middle;
    }
  }

  return found;
}

gboolean
syn_page_text_map (const SynPageText *self, SynSpan span, guint *start, guint *end)
{
  const SynPageParagraph *first = find_by_byte (self, span.start);
  const SynPageParagraph *last;

  if (syn_span_is_empty (span) || first == NULL) {
    return FALSE;
  }

  last = find_by_byte (self, span.end - 1);
  *start = first->start + g_utf8_strlen (self->body + first->span.start,
                                         MIN (span.start, first->span.end) - first->span.start);
  *end = last->start +
         g_utf8_strlen (self->body + last->span.start, MIN (span.end, last->span.end) - last->span.start);

  return *end > *start;
}
