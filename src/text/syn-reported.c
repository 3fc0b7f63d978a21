/* What is reported without quotation marks: from an attribution to the words that it attributes. */
#include "syn-quotes-private.h"

#include <string.h>

/* Words of the shortest reported statement. */
#define MIN_WORDS 3
/* Tokens that may follow an attribution at the end of its sentence: ", she said in an interview on Monday".
 */
#define MAX_TAIL_TOKENS 12
/* Tokens between a verb and its "that": "said in a statement on Monday that". */
#define MAX_TOKENS_TO_THAT 14
/* Tokens between an inserted verb and the comma behind it: "he told them on Friday,". */
#define MAX_INSERTED_TOKENS 6

typedef struct {
  const SynAnalysis *analysis;
  guint32 first;
  guint32 end; /* of the sentence, less its closing punctuation */
} Scope;

static gboolean
is_word (const Scope *scope, guint32 token, const char *word)
{
  return token >= scope->first && token < scope->end &&
         g_str_equal (syn_analysis_word (scope->analysis, token), word);
}

static gboolean
is_text (const Scope *scope, guint32 token, const char *text)
{
  return token >= scope->first && token < scope->end && syn_analysis_token_is (scope->analysis, token, text);
}

static gboolean
is_class (const Scope *scope, guint32 token, SynClass class)
{
  return token >= scope->first && token < scope->end && syn_analysis_is (scope->analysis, token, class);
}

static guint
count_words (const Scope *scope, guint32 first, guint32 end)
{
  guint n = 0;

  for (guint32 i = first; i < end && n < MIN_WORDS; i++)
    n += (syn_analysis_token (scope->analysis, i)->flags & SYN_TOKEN_WORD) != 0;

  return n;
}

static gboolean
has_verb (const Scope *scope, guint32 first, guint32 end)
{
  for (guint32 i = first; i < end; i++) {
    if (syn_attribution_is_verb (scope->analysis, i))
      return TRUE;
  }

  return FALSE;
}

/* Without commas and coordinators at the ends. */
static gboolean
trim (const Scope *scope, guint32 *first, guint32 *end)
{
  while (*first < *end &&
         (!(syn_analysis_token (scope->analysis, *first)->flags & (SYN_TOKEN_WORD | SYN_TOKEN_QUOTED))) &&
         !is_text (scope, *first, "“") && !is_text (scope, *first, "\"") && !is_text (scope, *first, "$") &&
         !is_text (scope, *first, "‘") && !is_text (scope, *first, "£") && !is_text (scope, *first, "€"))
    (*first)++;
  while (*end > *first &&
         (is_text (scope, *end - 1, ",") || is_text (scope, *end - 1, ";") ||
          is_text (scope, *end - 1, "—") || is_text (scope, *end - 1, "–") || is_text (scope, *end - 1, ":")))
    (*end)--;

  return count_words (scope, *first, *end) >= MIN_WORDS;
}

/* "that", "whether", "how": a clause is reported. */
static gboolean
opens_clause (const Scope *scope, guint32 token)
{
  return is_word (scope, token, "that") || is_word (scope, token, "whether") ||
         is_word (scope, token, "if") || is_word (scope, token, "how") || is_word (scope, token, "why") ||
         is_word (scope, token, "what");
}

/* A verb within the next words: what follows is a clause, not an object. */
static gboolean
has_verb_soon (const Scope *scope, guint32 token)
{
  for (guint32 i = token; i < scope->end && i < token + 12; i++) {
    if (is_text (scope, i, ",") || is_text (scope, i, ";") || is_class (scope, i, SYN_CLASS_SUBORDINATOR))
      return FALSE;
    if (i > token && syn_attribution_is_verb (scope->analysis, i) && !is_word (scope, i - 1, "to"))
      return TRUE;
  }

  return FALSE;
}

static gboolean
has_quoted (const Scope *scope, guint32 token)
{
  for (guint32 i = token; i < scope->end && i < token + MAX_TOKENS_TO_THAT; i++) {
    if (syn_analysis_token (scope->analysis, i)->flags & SYN_TOKEN_QUOTED)
      return TRUE;
    if (is_text (scope, i, ","))
      return FALSE;
  }

  return FALSE;
}

/* "continued to": done, not said. */
static gboolean
is_going_on (const Scope *scope, guint32 verb)
{
  return is_word (scope, verb, "continue") || is_word (scope, verb, "continues") ||
         is_word (scope, verb, "continued");
}

/* A clause that "that" opens follows before the next stop. */
static gboolean
has_that (const Scope *scope, guint32 token, guint32 limit)
{
  for (guint32 i = token; i < limit && !is_text (scope, i, ",") && !is_text (scope, i, ";"); i++) {
    if (is_word (scope, i, "that"))
      return TRUE;
  }

  return FALSE;
}

/* Where the reported words start behind the verb; SYN_NO_INDEX when none do. */
static guint32
find_start (const Scope *scope, const SynAttribution *attribution)
{
  guint32 next = attribution->is_inverted ? attribution->end : attribution->cue_end;
  gboolean is_told = FALSE;
  guint32 limit = MIN (scope->end, next + MAX_TOKENS_TO_THAT);

  if (next >= scope->end || is_text (scope, next, ","))
    return SYN_NO_INDEX;
  /* "wrote about the plan", "spoke of it": a topic, no statement. */
  if ((is_word (scope, next, "about") || is_word (scope, next, "of")) && attribution->kind == SYN_CUE_SAY &&
      !has_that (scope, next, limit))
    return SYN_NO_INDEX;
  if (opens_clause (scope, next) || is_text (scope, next, ":"))
    return is_text (scope, next, ":") ? next + 1 : next;

  /* "told reporters that", "said on Monday that", "warned the council that" */
  for (guint32 i = next; i < limit; i++) {
    if (is_word (scope, i, "that") && !is_class (scope, i - 1, SYN_CLASS_PREPOSITION))
      return i;
    if (is_text (scope, i, ",") || is_text (scope, i, ";") || syn_attribution_is_verb (scope->analysis, i))
      break;
  }

  is_told =
      is_word (scope, attribution->cue_end - 1, "told") || is_word (scope, attribution->cue_end - 1, "tells");
  switch (attribution->kind) {
  case SYN_CUE_SAY:
    if (is_told) {
      /* "told the paper it would": the clause starts at the pronoun or article behind the object. */
      for (guint32 i = next + 1; i < limit; i++) {
        if (is_class (scope, i, SYN_CLASS_PRONOUN) || is_class (scope, i, SYN_CLASS_ARTICLE) ||
            is_class (scope, i, SYN_CLASS_DETERMINER))
          return i;
        if (syn_attribution_is_verb (scope->analysis, i))
          break;
      }
      return SYN_NO_INDEX;
    }
    if (is_class (scope, next, SYN_CLASS_PREPOSITION) && next + 1 < scope->end &&
        scope->analysis->is_taken[next + 1]) {
      while (next + 1 < scope->end &&
             (scope->analysis->is_taken[next + 1] || scope->analysis->is_taken[next]))
        next++;
      return has_verb_soon (scope, next + 1) ? next + 1 : SYN_NO_INDEX;
    }
    while (next < scope->end && scope->analysis->is_taken[next])
      next++;
    return next;
  case SYN_CUE_BELIEF:
    return has_verb_soon (scope, next) && !is_word (scope, next, "to") &&
                   !is_class (scope, next, SYN_CLASS_PREPOSITION)
               ? next
               : SYN_NO_INDEX;
  case SYN_CUE_ALSO:
    /* "vowed to", "stressed they were", "called the plan “unwise”" */
    if ((is_word (scope, next, "to") && !is_going_on (scope, attribution->cue_end - 1)) ||
        has_quoted (scope, next))
      return next;
    return is_class (scope, next, SYN_CLASS_PRONOUN) && has_verb_soon (scope, next) ? next : SYN_NO_INDEX;
  case SYN_CUE_ACCORDING:
  default:
    return SYN_NO_INDEX;
  }
}

/* The statement that starts at `start` goes to the sentence's end, or to where somebody else is attributed
 * words. */
static guint32
find_end (const Scope *scope, guint32 start, const SynAttribution *next)
{
  if (next != NULL && next->first > start + MIN_WORDS) {
    guint32 i = next->first;

    /* "..., but Holm said", "..., and according to" */
    while (i > start && (is_class (scope, i - 1, SYN_CLASS_COORDINATOR) ||
                         is_class (scope, i - 1, SYN_CLASS_SUBORDINATOR)))
      i--;
    if (is_text (scope, i - 1, ",") || is_text (scope, i - 1, ";") || i < next->first)
      return i;
  }

  /* The writer goes on: "..., but the council had other plans". */
  for (guint32 i = start + MIN_WORDS; i + 1 < scope->end; i++) {
    if (is_text (scope, i, ";") || (is_text (scope, i, ",") && is_word (scope, i + 1, "but")))
      return i;
  }

  return scope->end;
}

/* Nothing behind the attribution but when and where: what was said stands before it. */
static gboolean
is_at_end (const Scope *scope, const SynAttribution *attribution)
{
  guint32 next = attribution->end;

  if (scope->end - next > MAX_TAIL_TOKENS)
    return FALSE;
  for (guint32 i = next; i < scope->end; i++) {
    if (opens_clause (scope, i) || is_text (scope, i, "“") || is_text (scope, i, "\"") ||
        syn_attribution_is_verb (scope->analysis, i))
      return FALSE;
  }

  return next == scope->end || is_class (scope, next, SYN_CLASS_PREPOSITION) ||
         scope->analysis->is_taken[next] || is_text (scope, next, ",") ||
         is_class (scope, next, SYN_CLASS_ADVERB) || attribution->is_inverted ||
         is_word (scope, attribution->cue_end - 1, "told");
}

/* A verb, or enough words that there is one not known as such; "In the old town, Holm said" states nothing.
 */
static gboolean
states_something (const Scope *scope, guint32 first, guint32 end)
{
  return has_verb (scope, first, end) ||
         (end - first > 2 * MIN_WORDS && !is_class (scope, first, SYN_CLASS_PREPOSITION) &&
          !is_class (scope, first, SYN_CLASS_SUBORDINATOR));
}

/* "The plan, he told them on Friday, would fail": the comma that ends what is inserted; SYN_NO_INDEX for
 * none. */
static guint32
find_inserted_end (const Scope *scope, const SynAttribution *attribution)
{
  for (guint32 i = attribution->end; i < scope->end && i < attribution->end + MAX_INSERTED_TOKENS; i++) {
    if (is_text (scope, i, ","))
      return i;
    if (opens_clause (scope, i) || syn_attribution_is_verb (scope->analysis, i))
      return SYN_NO_INDEX;
  }

  return SYN_NO_INDEX;
}

/* "According to a report published in May, the plan ...": past what belongs to the source still. */
static guint32
skip_rest (const Scope *scope, guint32 token)
{
  for (guint32 i = token; i < scope->end && i < token + MAX_INSERTED_TOKENS; i++) {
    if (is_text (scope, i, ","))
      return i;
  }

  return token;
}

static guint
find_according (const Scope *scope, const SynAttribution *attribution, guint32 contents[2][2])
{
  guint32 first = scope->first;
  guint32 end = attribution->first;

  if (attribution->first <= scope->first + 1) {
    first = skip_rest (scope, attribution->end);
    end = scope->end;
  }
  contents[0][0] = first;
  contents[0][1] = end;

  return trim (scope, &contents[0][0], &contents[0][1]) ? 1 : 0;
}

guint
syn_attribution_find_content (const SynAnalysis *self,
                              const SynAttribution *attribution,
                              const SynAttribution *next,
                              guint32 contents[2][2])
{
  const SynSentence *sentence = syn_analysis_sentence (self, attribution->sentence);
  Scope scope = { self, sentence->first_token, sentence->first_token + sentence->n_tokens };
  guint32 start;

  if (syn_analysis_is_language (self, attribution->sentence, "zh"))
    return syn_attribution_find_han_content (self, attribution, contents);

  while (scope.end > scope.first &&
         (is_text (&scope, scope.end - 1, ".") || is_text (&scope, scope.end - 1, "!") ||
          is_text (&scope, scope.end - 1, "?") || is_text (&scope, scope.end - 1, "…")))
    scope.end--;
  if (attribution->end > scope.end)
    return 0;
  if (attribution->kind == SYN_CUE_ACCORDING)
    return find_according (&scope, attribution, contents);

  /* "The plan, he said, would fail." */
  if (attribution->first > scope.first && is_text (&scope, attribution->first - 1, ",")) {
    guint32 inserted_end = find_inserted_end (&scope, attribution);
    gboolean is_inserted = inserted_end != SYN_NO_INDEX && attribution->kind == SYN_CUE_SAY;

    if (is_inserted || is_at_end (&scope, attribution)) {
      contents[0][0] = scope.first;
      contents[0][1] = attribution->first;
      if (attribution->kind != SYN_CUE_BELIEF &&
          states_something (&scope, scope.first, is_inserted ? scope.end : attribution->first) &&
          (trim (&scope, &contents[0][0], &contents[0][1]) || is_inserted)) {
        if (!is_inserted)
          return 1;
        /* "In this case, he said, the plan would fail": a start, no statement of its own. */
        if (is_class (&scope, contents[0][0], SYN_CLASS_PREPOSITION) &&
            !has_verb (&scope, contents[0][0], contents[0][1])) {
          contents[0][0] = inserted_end;
          contents[0][1] = scope.end;
          return trim (&scope, &contents[0][0], &contents[0][1]) ? 1 : 0;
        }
        contents[1][0] = inserted_end;
        contents[1][1] = scope.end;
        return trim (&scope, &contents[1][0], &contents[1][1]) ? 2 : 1;
      }
      if (is_inserted && attribution->kind == SYN_CUE_SAY) {
        contents[0][0] = inserted_end;
        contents[0][1] = scope.end;
        return trim (&scope, &contents[0][0], &contents[0][1]) ? 1 : 0;
      }
    }
  }
  if (attribution->is_inverted)
    return 0;

  start = find_start (&scope, attribution);
  if (start == SYN_NO_INDEX || start >= scope.end)
    return 0;
  contents[0][0] = start;
  contents[0][1] = find_end (&scope, start, next);

  return trim (&scope, &contents[0][0], &contents[0][1]) ? 1 : 0;
}
