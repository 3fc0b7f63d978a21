/* Sentences: ICU's boundaries, less those that a full stop of an abbreviation, a wrapped line or a closing
 * quotation mark only seems to make. */
#include "syn-analysis-private.h"

#include <string.h>
#include <unicode/utext.h>

/* Words behind a quotation among which a verb of saying makes them its attribution: “Why?” the elder brother
 * asked. */
#define MAX_WORDS_TO_CUE 5

/* Tokens of a sentence: text that goes on without a stop is cut here, as the work on a sentence's parts grows with the
 * product of their numbers. The longest sentence of the sample stories has fewer than 100. */
#define MAX_TOKENS 400

typedef struct {
  SynAnalysis *analysis;
  const SynLexicon *lexicon;
  guint32 paragraph;
  guint32 first_token;
  guint32 end_token;
} Scope;

static gunichar
get_char (const Scope *scope, guint32 token)
{
  return g_utf8_get_char (scope->analysis->draft.text +
                          syn_analysis_token (scope->analysis, token)->span.start);
}

static gboolean
is_closer (gunichar c)
{
  switch (c) {
  case '"':
  case '\'':
  case ')':
  case ']':
  case 0x2019:
  case 0x201d:
  case 0x00bb:
  case 0x300d:
  case 0x300f:
  case 0xff09:
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
is_quotation_closer (gunichar c)
{
  return is_closer (c) && c != ')' && c != ']' && c != 0xff09;
}

static gboolean
is_terminator (gunichar c)
{
  switch (c) {
  case '.':
  case '?':
  case '!':
  case 0x2026:
  case 0x3002:
  case 0xff01:
  case 0xff1f:
  case 0xff0e:
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
starts_with_capital (const Scope *scope, guint32 token)
{
  return (syn_analysis_token (scope->analysis, token)->flags & SYN_TOKEN_CAPITALISED) != 0;
}

static gboolean
is_initial (const Scope *scope, guint32 word)
{
  return syn_span_length (syn_analysis_token (scope->analysis, word)->span) == 1 &&
         g_ascii_isupper (get_char (scope, word)) && get_char (scope, word) != 'I';
}

/* Whether the full stop behind `word` is the abbreviation's own rather than the sentence's, with `next`
 * following. */
static gboolean
is_abbreviation (const Scope *scope, guint32 word, guint32 next)
{
  const SynAnalysis *self = scope->analysis;
  const SynLexeme *lexeme = syn_analysis_lexeme (self, word);
  const SynSense *sense = syn_lexicon_get_sense (scope->lexicon, lexeme, SYN_CLASS_ABBREVIATION);
  const SynToken *token = syn_analysis_token (self, word);
  gboolean is_next_number = (syn_analysis_token (self, next)->flags & SYN_TOKEN_NUMBER) != 0;
  gboolean is_dotted = self->draft.text[token->span.end - 1] == '.';

  if (sense != NULL && g_str_equal (sense->text, "number") && !is_initial (scope, word))
    return g_ascii_isdigit (get_char (scope, next));
  if (sense != NULL && g_str_equal (sense->text, "always"))
    return TRUE;

  /* "am 14. Januar" */
  if ((token->flags & SYN_TOKEN_NUMBER) && syn_analysis_is (self, next, SYN_CLASS_MONTH))
    return TRUE;

  /* "J. Smith", "George W. Bush" */
  if (is_initial (scope, word))
    return starts_with_capital (scope, next) &&
           !(syn_analysis_token (self, next)->flags & SYN_TOKEN_FUNCTION);

  /* "U.S. officials" goes on; "in the U.S. The ban" does not. */
  if (sense != NULL || is_dotted)
    return is_next_number || !(syn_analysis_token (self, next)->flags & SYN_TOKEN_FUNCTION);

  return FALSE;
}

/* “Why?” she asked: what follows the closing mark belongs to it. */
static gboolean
is_attribution (const Scope *scope, guint32 next)
{
  for (guint32 i = next; i < scope->end_token && i < next + MAX_WORDS_TO_CUE; i++) {
    gunichar c = get_char (scope, i);

    if (syn_analysis_is (scope->analysis, i, SYN_CLASS_CUE_VERB))
      return i + 1 < scope->end_token && !syn_analysis_is (scope->analysis, i + 1, SYN_CLASS_RELATIVE);
    if (is_terminator (c) || c == ',' || c == '"' || c == 0x201c)
      return FALSE;
  }

  return FALSE;
}

/* Whether a sentence ends before token `next`. */
static gboolean
is_boundary (const Scope *scope, guint32 next)
{
  guint32 last = next - 1;
  gboolean is_quotation_closed = FALSE;
  gunichar c = get_char (scope, last);
  gunichar terminator;

  while (last > scope->first_token && is_closer (c)) {
    is_quotation_closed |= is_quotation_closer (c);
    c = get_char (scope, --last);
  }

  terminator = c;
  if (!is_terminator (c)) {
    /* "U.S." is one token with its full stop. */
    SynSpan span = syn_analysis_token (scope->analysis, last)->span;

    if (scope->analysis->draft.text[span.end - 1] != '.' || syn_span_length (span) < 2)
      return FALSE;
    return !is_abbreviation (scope, last, next);
  }

  if (g_unichar_islower (get_char (scope, next)))
    return FALSE;
  if (is_quotation_closed && (terminator == '?' || terminator == '!'))
    return !is_attribution (scope, next);
  if (terminator == '.' && last > scope->first_token &&
      syn_analysis_touches (scope->analysis, last - 1, last))
    return !is_abbreviation (scope, last - 1, next);

  return TRUE;
}

static void
add_sentence (Scope *scope, guint32 first, guint32 end)
{
  SynAnalysis *self = scope->analysis;
  SynParagraph *paragraph = SYN_RECORD (self->draft.paragraphs, SynParagraph, scope->paragraph);
  SynSentence *sentence;

  sentence = syn_draft_add (self->draft.sentences);
  sentence->span =
      syn_span (syn_analysis_token (self, first)->span.start, syn_analysis_token (self, end - 1)->span.end);
  sentence->paragraph = scope->paragraph;
  sentence->first_token = first;
  sentence->n_tokens = end - first;
  paragraph->n_sentences++;

  for (guint32 i = first; i < end; i++) {
    SynToken *token = syn_analysis_token (self, i);

    if (token->flags & SYN_TOKEN_WORD) {
      token->flags |= SYN_TOKEN_INITIAL;
      break;
    }
  }
}

static gboolean
has_word (const Scope *scope, guint32 first, guint32 end)
{
  for (guint32 i = first; i < end; i++) {
    if (syn_analysis_token (scope->analysis, i)->flags & SYN_TOKEN_WORD)
      return TRUE;
  }

  return FALSE;
}

/* One sentence, or several where nobody could have written one so long. */
static void
add_sentences (Scope *scope, guint32 first, guint32 end)
{
  for (; end - first > MAX_TOKENS; first += MAX_TOKENS)
    add_sentence (scope, first, first + MAX_TOKENS);
  add_sentence (scope, first, end);
}

/* ICU's boundaries of the paragraph, as offsets from its start. */
static GArray *
find_candidates (const SynAnalysis *self, SynSpan paragraph)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (int32_t));
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;

  utext_openUTF8 (&utext, self->draft.text + paragraph.start, syn_span_length (paragraph), &status);
  ubrk_setUText (self->worker->sentences, &utext, &status);
  if (U_SUCCESS (status)) {
    for (int32_t at = ubrk_first (self->worker->sentences); at != UBRK_DONE;
         at = ubrk_next (self->worker->sentences))
      g_array_append_val (candidates, at);
  }
  utext_close (&utext);

  return candidates;
}

static void
find_in_paragraph (Scope *scope)
{
  SynAnalysis *self = scope->analysis;
  const SynParagraph *paragraph = SYN_RECORD (self->draft.paragraphs, SynParagraph, scope->paragraph);
  g_autoptr (GArray) candidates = NULL;
  guint32 first = scope->first_token;
  guint32 next = scope->first_token;

  /* A headline is one sentence, whatever stops it has. */
  if (paragraph->kind != SYN_PARAGRAPH_TITLE)
    candidates = find_candidates (self, paragraph->span);

  for (guint i = 0; candidates != NULL && i < candidates->len; i++) {
    gsize offset = paragraph->span.start + g_array_index (candidates, int32_t, i);

    while (next < scope->end_token && syn_analysis_token (self, next)->span.start < offset)
      next++;
    if (next <= first || next >= scope->end_token)
      continue;
    if (is_boundary (scope, next) && has_word (scope, first, next)) {
      add_sentences (scope, first, next);
      first = next;
    }
  }
  if (first < scope->end_token)
    add_sentences (scope, first, scope->end_token);
}

void
syn_analysis_find_sentences (SynAnalysis *self)
{
  Scope scope = { .analysis = self };

  for (guint32 i = 0; i < self->draft.paragraphs->len; i++) {
    SynParagraph *paragraph = SYN_RECORD (self->draft.paragraphs, SynParagraph, i);

    scope.lexicon = g_ptr_array_index (self->paragraph_lexicons, i);
    scope.paragraph = i;
    scope.first_token = scope.end_token;
    while (scope.end_token < self->draft.tokens->len &&
           syn_analysis_token (self, scope.end_token)->span.start < paragraph->span.end)
      scope.end_token++;

    paragraph->first_sentence = self->draft.sentences->len;
    if (scope.end_token > scope.first_token)
      find_in_paragraph (&scope);
  }
}
