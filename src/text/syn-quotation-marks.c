/* Pairs quotation marks within each paragraph, whatever their style, and marks the words between them. */
#include "syn-analysis-private.h"

#include <string.h>

/* Pairs inside pairs beyond this depth are none that a person wrote. */
#define MAX_DEPTH 4
/* Tokens looked ahead for the mark that closes a single-quoted passage. */
#define MAX_LOOK_AHEAD 200

typedef enum {
  NO_MARK,
  OPENS,
  CLOSES,
  EITHER,     /* " and ': it depends on what stands beside it */
  APOSTROPHE, /* ’ */
} Direction;

static const struct {
  const char *mark;
  const char *family; /* a closing mark closes its own family's */
  Direction direction;
} marks[] = {
  { "“", "double", OPENS },    { "”", "double", CLOSES },  { "„", "double", OPENS },
  { "\"", "double", EITHER },  { "«", "angle", OPENS },    { "»", "angle", CLOSES },
  { "「", "corner", OPENS },   { "」", "corner", CLOSES }, { "『", "corner2", OPENS },
  { "』", "corner2", CLOSES }, { "‘", "single", OPENS },   { "’", "single", APOSTROPHE },
  { "'", "single", EITHER },
};

typedef struct {
  guint32 quotation; /* index into the analysis' array */
  const char *family;
} OpenMark;

typedef struct {
  SynAnalysis *analysis;
  SynSpan paragraph;
  guint32 paragraph_index;
  guint32 end; /* one past the paragraph's last token */
  OpenMark stack[MAX_DEPTH];
  guint depth;
} Pairing;

static Direction
find_mark (const SynAnalysis *self, guint32 token, const char **family)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    if (syn_analysis_token_is (self, token, marks[i].mark)) {
      *family = marks[i].family;
      return marks[i].direction;
    }
  }

  return NO_MARK;
}

/* ''Two apostrophes'' as a typewriter writes double marks. */
static gboolean
is_double_apostrophe (const Pairing *pairing, guint32 token)
{
  const SynAnalysis *self = pairing->analysis;

  return token + 1 < pairing->end && syn_analysis_touches (self, token, token + 1) &&
         syn_analysis_token_is (self, token, "'") && syn_analysis_token_is (self, token + 1, "'");
}

static gunichar
get_char_before (const Pairing *pairing, gsize offset)
{
  const char *text = pairing->analysis->draft.text;

  return offset > pairing->paragraph.start ? g_utf8_get_char (g_utf8_prev_char (text + offset)) : ' ';
}

static gunichar
get_char_after (const Pairing *pairing, gsize offset)
{
  return offset < pairing->paragraph.end ? g_utf8_get_char (pairing->analysis->draft.text + offset) : ' ';
}

static gboolean
is_open_family (const Pairing *pairing, const char *family)
{
  for (guint i = 0; i < pairing->depth; i++) {
    if (g_str_equal (pairing->stack[i].family, family))
      return TRUE;
  }

  return FALSE;
}

/* "the users’ posts": an apostrophe, when a better closing mark comes later. */
static gboolean
is_plural_possessive (const Pairing *pairing, guint32 token)
{
  const SynAnalysis *self = pairing->analysis;
  gsize offset = syn_analysis_token (self, token)->span.start;

  if (get_char_before (pairing, offset) != 's')
    return FALSE;

  for (guint32 i = token + 1; i < pairing->end && i < token + MAX_LOOK_AHEAD; i++) {
    if (syn_analysis_token_is (self, i, "‘"))
      return FALSE;
    if (syn_analysis_token_is (self, i, "’") || syn_analysis_token_is (self, i, "'"))
      return strchr (",.?!", syn_analysis_char (self, i - 1)) != NULL;
  }

  return FALSE;
}

/* What the mark, tokens `token` to `last`, does where it stands. */
static Direction
decide (const Pairing *pairing, guint32 token, guint32 last, Direction direction, const char *family)
{
  SynSpan span = syn_span (syn_analysis_token (pairing->analysis, token)->span.start,
                           syn_analysis_token (pairing->analysis, last)->span.end);
  gunichar before = get_char_before (pairing, span.start);
  gunichar after = get_char_after (pairing, span.end);
  gboolean is_at_start = !g_unichar_isalnum (before) && g_unichar_isalnum (after);

  switch (direction) {
  case EITHER:
    if (is_open_family (pairing, family))
      return g_unichar_isalnum (after) && g_unichar_isspace (before) ? OPENS : CLOSES;
    if (family[0] == 'd') /* straight double marks open anywhere but behind a word */
      return g_unichar_isspace (after) || (g_unichar_isdigit (before) && !g_unichar_isalnum (after)) ? NO_MARK
                                                                                                     : OPENS;
    return is_at_start ? OPENS : NO_MARK;
  case APOSTROPHE:
    if (!is_open_family (pairing, family) || g_unichar_isalnum (after) ||
        is_plural_possessive (pairing, token))
      return NO_MARK;
    return CLOSES;
  case CLOSES:
    /* The wrong way round: ”So it began. */
    return !is_open_family (pairing, family) && is_at_start ? OPENS : CLOSES;
  case OPENS:
    /* German closes with what English opens: „so“. */
    return is_open_family (pairing, family) && g_str_equal (family, "double") && !g_unichar_isalnum (after)
               ? CLOSES
               : OPENS;
  case NO_MARK:
  default:
    return NO_MARK;
  }
}

static void
open_pair (Pairing *pairing, guint32 token, const char *family)
{
  GArray *quotations = pairing->analysis->quotations;
  SynQuotation quotation = {
    .content = { syn_analysis_token (pairing->analysis, token)->span.end, 0 },
    .first_token = token + 1,
    .paragraph = pairing->paragraph_index,
  };

  /* The same mark again: the first was never closed. */
  while (pairing->depth > 0 && is_open_family (pairing, family))
    pairing->depth--;
  if (pairing->depth == MAX_DEPTH)
    return;

  quotation.is_inner = pairing->depth > 0;
  pairing->stack[pairing->depth].quotation = quotations->len;
  pairing->stack[pairing->depth].family = family;
  pairing->depth++;
  g_array_append_val (quotations, quotation);
}

static void
close_pair (Pairing *pairing, guint32 end_token, gsize end, const char *family)
{
  if (!is_open_family (pairing, family))
    return;

  while (!g_str_equal (pairing->stack[pairing->depth - 1].family, family))
    pairing->depth--;
  pairing->depth--;

  {
    SynQuotation *quotation = &g_array_index (pairing->analysis->quotations, SynQuotation,
                                              pairing->stack[pairing->depth].quotation);

    quotation->content.end = end;
    quotation->end_token = end_token;
  }
}

/* `... he said. “It will last` */
static gboolean
is_after_sentence (const Pairing *pairing, guint32 mark)
{
  return mark > 0 && strchr (".:,?!", syn_analysis_char (pairing->analysis, mark - 1)) != NULL;
}

/* A mark that the paragraph does not close: open to its end when a sentence started with it, as in a
 * quotation of several paragraphs; else a slip. */
static void
close_at_end (Pairing *pairing)
{
  SynQuotation *quotation;
  const SynToken *opening;
  guint32 paragraphs = pairing->analysis->draft.paragraphs->len;

  if (pairing->depth == 0)
    return;

  quotation = &g_array_index (pairing->analysis->quotations, SynQuotation, pairing->stack[0].quotation);
  opening = syn_analysis_token (pairing->analysis, quotation->first_token - 1);
  quotation->is_open = FALSE;
  if (pairing->paragraph_index + 1 < paragraphs) {
    SynSpan next =
        SYN_RECORD (pairing->analysis->draft.paragraphs, SynParagraph, pairing->paragraph_index + 1)->span;
    gsize length = syn_span_length (opening->span);

    quotation->is_open = syn_span_length (next) > length &&
                         memcmp (pairing->analysis->draft.text + next.start,
                                 pairing->analysis->draft.text + opening->span.start, length) == 0;
  }
  if (quotation->is_open || opening->span.start == pairing->paragraph.start ||
      is_after_sentence (pairing, quotation->first_token - 1))
    close_pair (pairing, pairing->end, pairing->paragraph.end, pairing->stack[0].family);
}

static void
pair_paragraph (Pairing *pairing, guint32 first_token)
{
  for (guint32 i = first_token; i < pairing->end; i++) {
    const char *family = NULL;
    Direction direction;
    guint32 first = i;

    if (syn_analysis_token (pairing->analysis, i)->flags & SYN_TOKEN_WORD)
      continue;

    direction = find_mark (pairing->analysis, i, &family);
    if (is_double_apostrophe (pairing, i)) {
      family = "double";
      i++;
    }
    switch (decide (pairing, first, i, direction, family)) {
    case OPENS:
      open_pair (pairing, i, family);
      break;
    case CLOSES:
      close_pair (pairing, first, syn_analysis_token (pairing->analysis, first)->span.start, family);
      break;
    case NO_MARK:
    case EITHER:
    case APOSTROPHE:
    default:
      break;
    }
  }
  close_at_end (pairing);
}

/* Drops the pairs that never closed; marks the words of the others. */
static void
finish (SynAnalysis *self)
{
  guint n_kept = 0;
  guint32 marked = 0;

  for (guint i = 0; i < self->quotations->len; i++) {
    SynQuotation quotation = g_array_index (self->quotations, SynQuotation, i);
    guint32 first_word;

    if (quotation.end_token <= quotation.first_token)
      continue;

    g_array_index (self->quotations, SynQuotation, n_kept++) = quotation;
    for (guint32 k = MAX (quotation.first_token, marked); k < quotation.end_token; k++)
      syn_analysis_token (self, k)->flags |= SYN_TOKEN_QUOTED;
    marked = MAX (marked, quotation.end_token);

    first_word = quotation.first_token;
    if (syn_analysis_token (self, first_word)->flags & SYN_TOKEN_WORD)
      syn_analysis_token (self, first_word)->flags |= SYN_TOKEN_INITIAL;
  }
  g_array_set_size (self->quotations, n_kept);
}

void
syn_analysis_pair_marks (SynAnalysis *self)
{
  guint32 token = 0;

  for (guint32 i = 0; i < self->draft.paragraphs->len; i++) {
    Pairing pairing = {
      .analysis = self,
      .paragraph = SYN_RECORD (self->draft.paragraphs, SynParagraph, i)->span,
      .paragraph_index = i,
      .end = token,
    };

    while (pairing.end < self->draft.tokens->len &&
           syn_analysis_token (self, pairing.end)->span.start < pairing.paragraph.end)
      pairing.end++;
    pair_paragraph (&pairing, token);
    token = pairing.end;
  }
  finish (self);
}
