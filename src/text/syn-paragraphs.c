#include "syn-analysis-private.h"

#include <string.h>

/* Characters in the lines of text that a program or a person broke at a column: mail and old plain text break
 * at 65 to 80, never before 40 except at a paragraph's end. */
#define WRAPPED_MIN 40
#define WRAPPED_MAX 100
/* In wrapped text lines differ by about a long word. */
#define WRAPPED_SPREAD 28
/* Words of a line that can be a heading. */
#define HEADING_MAX_CHARACTERS 110

static gboolean
is_line_end (const char *text)
{
  return *text == '\n' || *text == '\r' || *text == '\f' || *text == '\v' ||
         strncmp (text, "\xe2\x80\xa8", 3) == 0 ||
         strncmp (text, "\xe2\x80\xa9", 3) == 0; /* line and paragraph separators */
}

/* Without the white space around it; what a reader sees as nothing is none. */
static SynSpan
trim (const char *text, SynSpan span)
{
  while (span.start < span.end) {
    gunichar first = g_utf8_get_char (text + span.start);

    if (!g_unichar_isspace (first) && first != 0xfeff && first != 0x200b)
      break;
    span.start = g_utf8_next_char (text + span.start) - text;
  }
  while (span.end > span.start) {
    const char *last = g_utf8_prev_char (text + span.end);

    if (!g_unichar_isspace (g_utf8_get_char (last)) && g_utf8_get_char (last) != 0x200b)
      break;
    span.end = last - text;
  }

  return span;
}

/* The body's lines without white space around them; an empty span for a blank one. */
static GArray *
find_lines (const char *text, SynSpan body)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (SynSpan));
  gsize start = body.start;

  while (start < body.end) {
    gsize end = start;
    SynSpan line;

    while (end < body.end && !is_line_end (text + end))
      end++;
    line = trim (text, syn_span (start, end));
    g_array_append_val (lines, line);

    if (end < body.end && text[end] == '\r' && text[end + 1] == '\n')
      end++;
    start = end < body.end ? (gsize) (g_utf8_next_char (text + end) - text) : end;
  }

  return lines;
}

static gboolean
ends_sentence (const char *text, SynSpan line)
{
  const char *last = g_utf8_prev_char (text + line.end);

  /* Closing quotation marks and brackets stay with their sentence. */
  while (last > text + line.start && strchr ("\"')]", *last) != NULL)
    last = g_utf8_prev_char (last);
  while (last > text + line.start && (g_utf8_get_char (last) == 0x201d || g_utf8_get_char (last) == 0x2019))
    last = g_utf8_prev_char (last);

  switch (g_utf8_get_char (last)) {
  case '.':
  case '!':
  case '?':
  case 0x2026: /* … */
  case 0x3002: /* 。 */
  case 0xff01: /* ！ */
  case 0xff1f: /* ？ */
    return TRUE;
  default:
    return FALSE;
  }
}

/* Whether the lines are one paragraph broken at a column. */
static gboolean
is_wrapped (const char *text, const SynSpan *lines, gsize n_lines)
{
  gsize shortest = G_MAXSIZE, longest = 0, n_ends = 0;

  if (n_lines < 2)
    return FALSE;

  for (gsize i = 0; i + 1 < n_lines; i++) {
    gsize length = g_utf8_strlen (text + lines[i].start, syn_span_length (lines[i]));

    shortest = MIN (shortest, length);
    longest = MAX (longest, length);
    n_ends += ends_sentence (text, lines[i]);
  }

  return shortest >= WRAPPED_MIN && longest <= WRAPPED_MAX && longest - shortest <= WRAPPED_SPREAD &&
         2 * n_ends <= n_lines - 1;
}

static SynAsideKind
find_aside (const SynAnalysis *self, SynSpan span)
{
  SynAsideKind kind = SYN_ASIDE_NONE;
  gsize most = 0;

  for (gsize i = 0; i < self->source->n_asides; i++) {
    SynSpan aside = self->source->asides[i].span;
    gsize shared;

    aside = syn_span (aside.start + self->draft.body, aside.end + self->draft.body);
    shared = syn_span_length (syn_span_intersect (aside, span));
    if (shared > most) {
      most = shared;
      kind = self->source->asides[i].kind;
    }
  }

  return 2 * most >= syn_span_length (span) ? kind : SYN_ASIDE_NONE;
}

static void
add_paragraph (SynAnalysis *self, SynSpan span, SynParagraphKind kind)
{
  SynParagraph *paragraph = syn_draft_add (self->draft.paragraphs);

  paragraph->span = span;
  paragraph->kind = kind;
  paragraph->aside = find_aside (self, span);
}

/* Cuts where a passage by another hand starts or ends inside the paragraph. */
static void
add_cut_at_asides (SynAnalysis *self, SynSpan span, SynParagraphKind kind)
{
  for (gsize i = 0; i < 2 * self->source->n_asides; i++) {
    SynSpan aside = self->source->asides[i / 2].span;
    gsize cut = (i % 2 == 0 ? aside.start : aside.end) + self->draft.body;

    if (cut > span.start && cut < span.end) {
      SynSpan before = trim (self->draft.text, syn_span (span.start, cut));

      /* Asides come in order; one that does not is left whole. */
      if (!syn_span_is_empty (before))
        add_paragraph (self, before, SYN_PARAGRAPH_TEXT);
      span = trim (self->draft.text, syn_span (cut, span.end));
      kind = SYN_PARAGRAPH_TEXT;
    }
  }
  if (!syn_span_is_empty (span))
    add_paragraph (self, span, kind);
}

static gboolean
is_heading (const char *text, SynSpan line)
{
  const char *last;

  if (g_utf8_strlen (text + line.start, syn_span_length (line)) > HEADING_MAX_CHARACTERS ||
      ends_sentence (text, line))
    return FALSE;

  last = g_utf8_prev_char (text + line.end);

  /* A list's lead-in, a broken-off line, or a quotation is no heading. */
  return strchr (",;:)\"'-", *last) == NULL && g_utf8_get_char (last) != 0x201d;
}

static void
add_block (SynAnalysis *self, const SynSpan *lines, gsize n_lines)
{
  const char *text = self->draft.text;

  if (is_wrapped (text, lines, n_lines)) {
    add_cut_at_asides (self, syn_span (lines[0].start, lines[n_lines - 1].end), SYN_PARAGRAPH_TEXT);
    return;
  }

  for (gsize i = 0; i < n_lines; i++)
    add_cut_at_asides (self, lines[i],
                       is_heading (text, lines[i]) ? SYN_PARAGRAPH_HEADING : SYN_PARAGRAPH_TEXT);
}

void
syn_analysis_find_paragraphs (SynAnalysis *self)
{
  SynDraft *draft = &self->draft;
  SynSpan title = trim (draft->text, syn_span (0, draft->body));
  g_autoptr (GArray) lines = find_lines (draft->text, syn_span (draft->body, draft->length));
  const SynSpan *spans = (const SynSpan *) (gpointer) lines->data;

  if (!syn_span_is_empty (title))
    add_paragraph (self, title, SYN_PARAGRAPH_TITLE);

  for (gsize i = 0; i < lines->len;) {
    gsize n_lines = 0;

    while (i + n_lines < lines->len && !syn_span_is_empty (spans[i + n_lines]))
      n_lines++;
    if (n_lines > 0)
      add_block (self, spans + i, n_lines);
    i += n_lines + 1;
  }
}
