/* Quotes: direct ones from quotation marks, indirect ones from attributions alone, each with who speaks. */
#include "syn-quotes-private.h"

#include <string.h>

/* Words that make a quoted passage without a source a quote rather than a name or words held at arm's length.
 */
#define MIN_WORDS_ALONE 5
/* Words of scare quotes at most: shorter ones are quotes beside a verb of saying only. */
#define MAX_SCARE_WORDS 3
/* Tokens between a quotation and an attribution before or behind it: "said in a statement on Monday: “". */
#define MAX_TOKENS_BEFORE 14
#define MAX_TOKENS_BEHIND 3

typedef struct {
  SynSpan content;
  SynSpan source;
  SynSpan cue;
  guint32 sentence;
  gboolean is_direct;
  gboolean is_heard; /* the source speaks itself */
} Found;

typedef struct {
  SynAnalysis *analysis;
  GArray *attributions; /* SynAttribution */
  guint32 *first_of;    /* a sentence: its first attribution; one more at the end */
  GArray *found;        /* Found */
} Scope;

/* ---- small looks ---- */

static SynAttribution *
get_attribution (const Scope *scope, guint32 index)
{
  return &g_array_index (scope->attributions, SynAttribution, index);
}

static SynQuotation *
get_quotation (const Scope *scope, guint32 index)
{
  return &g_array_index (scope->analysis->quotations, SynQuotation, index);
}

static SynSpan
get_span (const SynAnalysis *self, guint32 first, guint32 end)
{
  if (end <= first)
    return SYN_SPAN_NONE;

  return syn_span (syn_analysis_token (self, first)->span.start,
                   syn_analysis_token (self, end - 1)->span.end);
}

static guint
count_words (const SynAnalysis *self, guint32 first, guint32 end)
{
  guint n = 0;

  for (guint32 i = first; i < end && n < MIN_WORDS_ALONE; i++) {
    const SynToken *token = syn_analysis_token (self, i);

    if (!(token->flags & SYN_TOKEN_WORD))
      continue;
    /* A word of Han says as much in two characters as others in six letters. */
    n++;
  }

  return n;
}

static gboolean
has_verb (const SynAnalysis *self, guint32 first, guint32 end)
{
  for (guint32 i = first; i < end; i++) {
    if (syn_attribution_is_verb (self, i) && !(syn_analysis_token (self, i)->flags & SYN_TOKEN_QUOTED))
      return TRUE;
  }

  return FALSE;
}

static void
add_found (Scope *scope, SynSpan content, const SynAttribution *attribution, gboolean is_direct)
{
  Found found = { .content = content, .is_direct = is_direct };

  found.sentence = syn_analysis_sentence_of (scope->analysis, content.start);
  if (found.sentence == SYN_NO_INDEX || syn_span_is_empty (content))
    return;
  if (attribution != NULL) {
    found.source = get_span (scope->analysis, attribution->source_first, attribution->source_end);
    found.cue = get_span (scope->analysis, attribution->cue_first, attribution->cue_end);
    found.is_heard = attribution->kind != SYN_CUE_ACCORDING;
  }
  g_array_append_val (scope->found, found);
}

/* ---- direct quotes ---- */

/* `“...,” said Wang`, `“...,” Wang said`: close behind the marks, in the sentence that the quotation ends in.
 */
static SynAttribution *
find_behind (const Scope *scope, const SynQuotation *quotation)
{
  const SynAnalysis *self = scope->analysis;
  guint32 sentence = syn_analysis_sentence_of (self, quotation->content.end - 1);

  if (sentence == SYN_NO_INDEX)
    return NULL;

  for (guint32 i = scope->first_of[sentence]; i < scope->first_of[sentence + 1]; i++) {
    SynAttribution *attribution = get_attribution (scope, i);

    if (attribution->first < quotation->end_token)
      continue;
    if (attribution->first > quotation->end_token + MAX_TOKENS_BEHIND)
      break;
    /* `“...” and he said` goes on to something else. */
    if (has_verb (self, quotation->end_token, attribution->first) ||
        (attribution->first > quotation->end_token + 1 &&
         syn_analysis_is (self, attribution->first - 1, SYN_CLASS_COORDINATOR)))
      break;
    /* `“...,” Wang said: “...”` reports what comes; what was said before ended in a full stop. */
    return attribution;
  }

  return NULL;
}

/* `Wang said: “...”`, `he told them, “...”` */
static SynAttribution *
find_before (const Scope *scope, const SynQuotation *quotation)
{
  const SynAnalysis *self = scope->analysis;
  guint32 mark = quotation->first_token - 1;
  guint32 sentence = syn_analysis_sentence_of (self, syn_analysis_token (self, mark)->span.start);

  if (sentence == SYN_NO_INDEX)
    return NULL;

  for (guint32 i = scope->first_of[sentence + 1]; i > scope->first_of[sentence]; i--) {
    SynAttribution *attribution = get_attribution (scope, i - 1);

    if (attribution->end > mark)
      continue;
    if (mark - attribution->end > MAX_TOKENS_BEFORE || has_verb (self, attribution->end, mark))
      return NULL;
    /* `said that the plan was “...”`: words inside reported speech */
    for (guint32 k = attribution->end; k < mark; k++) {
      if (g_str_equal (syn_analysis_word (self, k), "that") && k + 1 < mark)
        return NULL;
    }
    /* `... “A,” Wang said. “B.”`: the sentence's own quotation stands before the attribution. */
    return attribution;
  }

  /* `Wang said in a statement:` in the sentence before. */
  if (sentence > 0 && mark == syn_analysis_sentence (self, sentence)->first_token &&
      scope->first_of[sentence] > scope->first_of[sentence - 1]) {
    SynSpan span = syn_analysis_sentence (self, sentence - 1)->span;

    if (self->draft.text[span.end - 1] == ':')
      return get_attribution (scope, scope->first_of[sentence] - 1);
  }

  return NULL;
}

static gboolean
ends_like_sentence (const SynAnalysis *self, const SynQuotation *quotation)
{
  gsize end = quotation->content.end;
  gunichar last;

  if (end <= quotation->content.start)
    return FALSE;
  last = g_utf8_get_char (g_utf8_prev_char (self->draft.text + end));

  return last == '.' || last == '!' || last == '?' || last == 0x2026 || last == 0x3002 || last == 0xff01 ||
         last == 0xff1f;
}

static gboolean
ends_like_speech (const SynAnalysis *self, const SynQuotation *quotation)
{
  gsize end = quotation->content.end;
  guint32 next = quotation->end_token + 1;

  if (ends_like_sentence (self, quotation))
    return TRUE;
  /* The comma stands inside in English, behind the mark elsewhere. */
  if (next < self->draft.tokens->len &&
      (syn_analysis_char (self, next) == ',' || syn_analysis_token_is (self, next, "，")))
    return TRUE;

  return end > quotation->content.start &&
         (self->draft.text[end - 1] == ',' ||
          g_utf8_get_char (g_utf8_prev_char (self->draft.text + end)) == 0xff0c);
}

/* The words alone, without white space at their ends. */
static SynSpan
get_content (const SynAnalysis *self, const SynQuotation *quotation)
{
  SynSpan span = quotation->content;

  while (span.start < span.end && g_ascii_isspace (self->draft.text[span.start]))
    span.start++;
  while (span.end > span.start && g_ascii_isspace (self->draft.text[span.end - 1]))
    span.end--;

  return span;
}

/* The quotation starts its sentence, or a paragraph: nothing else is said before it. */
static gboolean
opens_sentence (const SynAnalysis *self, const SynQuotation *quotation)
{
  guint32 mark = quotation->first_token - 1;
  guint32 sentence = syn_analysis_sentence_of (self, syn_analysis_token (self, mark)->span.start);

  return sentence != SYN_NO_INDEX && syn_analysis_sentence (self, sentence)->first_token == mark;
}

/* Whether what stands between two quotations leaves the speaker the same: no sentence of the writer's own. */
static gboolean
continues (const Scope *scope, const SynQuotation *last, const SynQuotation *quotation)
{
  const SynAnalysis *self = scope->analysis;
  guint32 last_sentence, sentence;

  if (last == NULL)
    return FALSE;
  if (quotation->paragraph == last->paragraph + 1 &&
      (last->is_open ||
       syn_analysis_token (self, quotation->first_token - 1)->span.start ==
           SYN_RECORD (self->draft.paragraphs, SynParagraph, quotation->paragraph)->span.start))
    return TRUE;
  if (last->paragraph != quotation->paragraph)
    return FALSE;

  last_sentence = syn_analysis_sentence_of (self, last->content.end - 1);
  sentence = syn_analysis_sentence_of (self, quotation->content.start);

  return last_sentence != SYN_NO_INDEX && sentence != SYN_NO_INDEX && sentence <= last_sentence + 1;
}

/* 用户陈明的话值得玩味，“…”: in Chinese a person named before the quotation speaks, where no verb says so. */
static SynSpan
find_person_before (const Scope *scope, const SynQuotation *quotation)
{
  const SynDraft *draft = &scope->analysis->draft;
  guint32 sentence = syn_analysis_sentence_of (scope->analysis, quotation->content.start);
  SynSpan found = SYN_SPAN_NONE;

  if (sentence == SYN_NO_INDEX || !syn_analysis_is_language (scope->analysis, sentence, "zh"))
    return found;

  for (guint32 i = syn_analysis_find_name (scope->analysis, quotation->content.start); i > 0; i--) {
    const SynNameMention *mention = SYN_RECORD (draft->names, SynNameMention, i - 1);

    if (mention->sentence < sentence)
      break;
    if (SYN_RECORD (draft->entities, SynEntity, mention->entity)->kind == SYN_NAME_PERSON)
      return mention->span;
  }

  return found;
}

static void
find_direct (Scope *scope)
{
  const SynAnalysis *self = scope->analysis;
  const SynQuotation *last = NULL;
  const SynAttribution *last_attribution = NULL;

  for (guint32 i = 0; i < self->quotations->len; i++) {
    const SynQuotation *quotation = get_quotation (scope, i);
    guint n_words = count_words (self, quotation->first_token, quotation->end_token);
    gboolean is_speech = ends_like_speech (self, quotation);
    SynAttribution *attribution = NULL;

    if (quotation->is_inner || n_words == 0)
      continue;
    if (is_speech || n_words > MAX_SCARE_WORDS)
      attribution = find_behind (scope, quotation);
    if (attribution == NULL)
      attribution = find_before (scope, quotation);
    /* `called the plan “far from perfect”`: words inside the writer's sentence. */
    if (attribution != NULL && (attribution->kind == SYN_CUE_ALSO || attribution->kind == SYN_CUE_QUOTED) &&
        !is_speech && strchr (",:", syn_analysis_char (self, MAX (quotation->first_token, 2) - 2)) == NULL)
      attribution = NULL;

    if (n_words <= MAX_SCARE_WORDS &&
        !(last != NULL && last->is_open && continues (scope, last, quotation)) &&
        (attribution == NULL || !is_speech || attribution->kind != SYN_CUE_SAY))
      continue;
    if (attribution != NULL) {
      attribution->is_used = TRUE;
      add_found (scope, get_content (self, quotation), attribution, TRUE);
      last = quotation;
      last_attribution = attribution;
      continue;
    }

    if (n_words >= MIN_WORDS_ALONE) {
      SynSpan person = find_person_before (scope, quotation);

      if (!syn_span_is_empty (person)) {
        add_found (scope, get_content (self, quotation), NULL, TRUE);
        g_array_index (scope->found, Found, scope->found->len - 1).source = person;
        continue;
      }
    }
    if (continues (scope, last, quotation) && (opens_sentence (self, quotation) || last->is_open)) {
      add_found (scope, get_content (self, quotation), last_attribution, TRUE);
      last = quotation;
    } else if (n_words >= MIN_WORDS_ALONE && ends_like_sentence (self, quotation) &&
               opens_sentence (self, quotation)) {
      add_found (scope, get_content (self, quotation), NULL, TRUE);
      last = quotation;
      last_attribution = NULL;
    }
  }
}

/* ---- indirect quotes ---- */

static void
find_indirect (Scope *scope)
{
  for (guint32 i = 0; i < scope->attributions->len; i++) {
    const SynAttribution *attribution = get_attribution (scope, i);
    const SynAttribution *next = i + 1 < scope->attributions->len ? get_attribution (scope, i + 1) : NULL;
    guint32 contents[2][2];
    guint n_contents;

    if (attribution->is_used)
      continue;
    if (next != NULL && next->sentence != attribution->sentence)
      next = NULL;
    n_contents = syn_attribution_find_content (scope->analysis, attribution, next, contents);
    for (guint k = 0; k < n_contents; k++)
      add_found (scope, get_span (scope->analysis, contents[k][0], contents[k][1]), attribution, FALSE);
  }
}

/* ---- whole passages ---- */

/* In a post everything is its author's: what was found inside is no quote of others. */
static void
drop_inside (Scope *scope, SynSpan passage)
{
  for (guint i = scope->found->len; i > 0; i--) {
    if (syn_span_contains (passage, g_array_index (scope->found, Found, i - 1).content))
      g_array_remove_index (scope->found, i - 1);
  }
}

static void
find_passages (Scope *scope)
{
  g_autoptr (GArray) passages = syn_passages_find (scope->analysis, scope->attributions);

  for (guint i = 0; i < passages->len; i++) {
    const SynPassage *passage = &g_array_index (passages, SynPassage, i);

    if (passage->attribution != SYN_NO_INDEX) {
      add_found (scope, passage->content, get_attribution (scope, passage->attribution), passage->is_direct);
      continue;
    }
    drop_inside (scope, passage->content);
    add_found (scope, passage->content, NULL, TRUE);
    if (scope->found->len > 0)
      g_array_index (scope->found, Found, scope->found->len - 1).source = passage->source;
  }
}

/* ---- all of them ---- */

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *first = a;
  const Found *second = b;

  if (first->content.start != second->content.start)
    return first->content.start < second->content.start ? -1 : 1;
  if (first->content.end != second->content.end)
    return first->content.end > second->content.end ? -1 : 1;

  return second->is_direct - first->is_direct;
}

static void
add_quotes (Scope *scope)
{
  SynAnalysis *self = scope->analysis;
  g_autoptr (SynSpeakers) speakers = syn_speakers_new (self);

  g_array_sort (scope->found, compare_found);
  for (guint i = 0; i < scope->found->len; i++) {
    const Found *found = &g_array_index (scope->found, Found, i);
    SynQuote *quote = syn_draft_add (self->draft.quotes);
    guint32 sentence = syn_span_is_empty (found->source)
                           ? found->sentence
                           : syn_analysis_sentence_of (self, found->source.start);

    quote->content = found->content;
    quote->source = found->source;
    quote->cue = found->cue;
    quote->sentence = found->sentence;
    quote->is_direct = found->is_direct;
    quote->speaker = syn_speakers_resolve (speakers, found->source, sentence, found->is_heard);
  }
}

static void
index_attributions (Scope *scope)
{
  guint32 n_sentences = scope->analysis->draft.sentences->len;
  guint32 next = 0;

  scope->first_of = g_new0 (guint32, n_sentences + 2);
  for (guint32 i = 0; i <= n_sentences; i++) {
    while (next < scope->attributions->len && get_attribution (scope, next)->sentence < i)
      next++;
    scope->first_of[i] = next;
  }
  scope->first_of[n_sentences + 1] = scope->attributions->len;
}

void
syn_analysis_find_quotes (SynAnalysis *self)
{
  Scope scope = {
    .analysis = self,
    .attributions = syn_attributions_find (self),
    .found = g_array_new (FALSE, TRUE, sizeof (Found)),
  };

  index_attributions (&scope);
  find_direct (&scope);
  find_indirect (&scope);
  find_passages (&scope);
  add_quotes (&scope);

  g_array_unref (scope.attributions);
  g_array_unref (scope.found);
  g_free (scope.first_of);
}
