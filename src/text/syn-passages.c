/* Passages that are somebody's words as a whole: a paragraph that the one before announces ("The paper
 * explained:"), a post from elsewhere that its own last line signs ("— Anna Holm (@annaholm) March 11,
 * 2019"). */
#include "syn-quotes-private.h"

#include <string.h>

/* Words of the shortest paragraph that is quoted whole; a shorter one is a caption or a heading. */
#define MIN_WORDS 6
/* Bytes of the longest name that signs a post. */
#define MAX_SIGNATURE 60

typedef struct {
  SynAnalysis *analysis;
  const GArray *attributions;
  GArray *passages;
} Scope;

static const SynParagraph *
get_paragraph (const SynAnalysis *self, guint32 index)
{
  return SYN_RECORD (self->draft.paragraphs, SynParagraph, index);
}

static void
add_passage (Scope *scope, SynSpan content, SynSpan source, guint32 attribution, gboolean is_direct)
{
  SynPassage passage = { content, source, attribution, is_direct };

  g_array_append_val (scope->passages, passage);
}

/* ---- posts ---- */

/* The dash before `name_end` that leads in a name, or NULL. */
static const char *
find_dash (const char *start, const char *name_end)
{
  static const char *const dashes[] = { "— ", "– ", "-- " };
  const char *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (dashes) && found == NULL; i++) {
    const char *dash = g_strrstr_len (start, name_end - start, dashes[i]);

    if (dash != NULL && name_end - dash <= MAX_SIGNATURE)
      found = dash;
  }

  return found;
}

/* "(@annaholm)": its end, or NULL where there is no such handle. */
static const char *
skip_handle (const char *open, const char *end)
{
  const char *p = open + strlen ("(@");

  while (p < end && (g_ascii_isalnum (*p) || *p == '_' || *p == '.'))
    p++;

  return p < end && *p == ')' && p > open + strlen ("(@") ? p + 1 : NULL;
}

static gboolean
read_post (Scope *scope, guint32 index)
{
  const SynAnalysis *self = scope->analysis;
  const SynParagraph *paragraph = get_paragraph (self, index);
  const char *text = self->draft.text;
  const char *start = text + paragraph->span.start;
  const char *end = text + paragraph->span.end;
  const char *open = g_strrstr_len (start, end - start, " (@");
  const char *dash = open != NULL ? find_dash (start, open) : NULL;
  const char *behind = dash != NULL ? skip_handle (open + 1, end) : NULL;
  const char *name;
  SynSpan content;

  if (behind == NULL || end - behind > MAX_SIGNATURE)
    return FALSE;

  name = strchr (dash, ' ') + 1;
  content = syn_span (paragraph->span.start, dash - text);
  /* The signature may be a paragraph by itself. */
  if (content.end <= content.start && index > 0)
    content = get_paragraph (self, index - 1)->span;
  while (content.end > content.start && g_ascii_isspace (text[content.end - 1]))
    content.end--;
  add_passage (scope, content, syn_span (name - text, open - text), SYN_NO_INDEX, TRUE);

  return TRUE;
}

/* ---- paragraphs announced by a colon ---- */

/* "According to the Post:", "As the Post points out, the council ...:" name who is quoted; else the last to
 * say something. */
static guint32
find_announcing (const Scope *scope, guint32 sentence)
{
  const SynAnalysis *self = scope->analysis;
  gboolean is_as =
      g_str_equal (syn_analysis_word (self, syn_analysis_sentence (self, sentence)->first_token), "as");
  guint32 found = SYN_NO_INDEX;

  for (guint32 i = 0; i < scope->attributions->len; i++) {
    const SynAttribution *attribution = &g_array_index (scope->attributions, SynAttribution, i);

    if (attribution->sentence > sentence)
      break;
    if (attribution->sentence < sentence)
      continue;
    if (attribution->kind == SYN_CUE_ACCORDING)
      return i;
    if (found == SYN_NO_INDEX || !is_as)
      found = i;
  }

  return found;
}

static gboolean
ends_with_colon (const char *text, SynSpan span)
{
  gsize wide = strlen ("：");

  return syn_span_length (span) > wide &&
         (text[span.end - 1] == ':' || strncmp (text + span.end - wide, "：", wide) == 0);
}

static gboolean
is_prose (const SynAnalysis *self, const SynParagraph *paragraph)
{
  gunichar last = g_utf8_get_char (g_utf8_prev_char (self->draft.text + paragraph->span.end));
  guint n_words = 0;

  for (guint32 s = 0; s < paragraph->n_sentences; s++) {
    const SynSentence *sentence = syn_analysis_sentence (self, paragraph->first_sentence + s);

    for (guint32 i = 0; i < sentence->n_tokens; i++)
      n_words += (syn_analysis_token (self, sentence->first_token + i)->flags & SYN_TOKEN_WORD) != 0;
  }

  return n_words >= MIN_WORDS && (last == '.' || last == '!' || last == '?' || last == 0x3002);
}

static const char *
get_first_word (const SynAnalysis *self, const SynParagraph *paragraph)
{
  return syn_analysis_word (self, syn_analysis_sentence (self, paragraph->first_sentence)->first_token);
}

/* The last of the paragraphs from `first` on that start alike: the items of a list. */
static guint32
find_last_item (const SynAnalysis *self, guint32 first)
{
  const char *word = get_first_word (self, get_paragraph (self, first));
  guint32 last = first;

  for (guint32 i = first + 1; i < self->draft.paragraphs->len; i++) {
    const SynParagraph *paragraph = get_paragraph (self, i);

    if (paragraph->n_sentences == 0 || !is_prose (self, paragraph) ||
        !g_str_equal (get_first_word (self, paragraph), word))
      break;
    last = i;
  }

  return last;
}

static void
read_announced (Scope *scope, guint32 index)
{
  const SynAnalysis *self = scope->analysis;
  const SynParagraph *paragraph = get_paragraph (self, index);
  const SynParagraph *next;
  guint32 attribution, last;

  if (paragraph->n_sentences == 0 || index + 1 >= self->draft.paragraphs->len ||
      !ends_with_colon (self->draft.text, paragraph->span))
    return;

  next = get_paragraph (self, index + 1);
  attribution = find_announcing (scope, paragraph->first_sentence + paragraph->n_sentences - 1);
  if (attribution == SYN_NO_INDEX || next->n_sentences == 0 || next->aside != paragraph->aside ||
      !is_prose (self, next))
    return;
  /* In quotation marks it is found as what it is. */
  if (!(syn_analysis_token (self, syn_analysis_sentence (self, next->first_sentence)->first_token)->flags &
        SYN_TOKEN_WORD))
    return;

  last = find_last_item (self, index + 1);
  for (guint32 i = index + 1; i <= last; i++)
    add_passage (scope, get_paragraph (self, i)->span, SYN_SPAN_NONE, attribution, last == index + 1);
}

GArray *
syn_passages_find (SynAnalysis *self, const GArray *attributions)
{
  Scope scope = { self, attributions, g_array_new (FALSE, FALSE, sizeof (SynPassage)) };

  for (guint32 i = 0; i < self->draft.paragraphs->len; i++) {
    if (!read_post (&scope, i))
      read_announced (&scope, i);
  }

  return scope.passages;
}
