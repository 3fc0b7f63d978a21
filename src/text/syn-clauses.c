/* Clauses: a sentence is cut where both sides can state a claim by themselves. Simple and safe: when in
 * doubt, one clause. */
#include "syn-analysis-private.h"

#include <string.h>

/* Words that a clause has at least; a lead-in to reported speech ("Sensor Tower said") may be shorter. */
#define MIN_WORDS         4
#define MIN_LEAD_IN_WORDS 2

typedef struct {
  const SynAnalysis *analysis;
  guint32 first; /* of the sentence's tokens */
  guint32 end;
  guint32 *words; /* words before token first + i */
  guint32 *verbs; /* the same for what may be a verb */
} Scope;

static gboolean
has_suffix (const char *word, const char *suffix)
{
  gsize length = strlen (word);

  return length > strlen (suffix) + 2 && g_str_has_suffix (word, suffix);
}

static gboolean
is_verb (const SynAnalysis *self, guint32 token)
{
  const SynToken *record = syn_analysis_token (self, token);

  if (syn_analysis_is (self, token, SYN_CLASS_AUXILIARY) || syn_analysis_is (self, token, SYN_CLASS_VERB) ||
      syn_analysis_is (self, token, SYN_CLASS_CUE_VERB))
    return TRUE;

  return !(record->flags & (SYN_TOKEN_CAPITALISED | SYN_TOKEN_FUNCTION)) &&
         has_suffix (syn_analysis_word (self, token), "ed");
}

static guint32
count_words (const Scope *scope, guint32 from, guint32 to)
{
  return scope->words[to - scope->first] - scope->words[from - scope->first];
}

static guint32
count_verbs (const Scope *scope, guint32 from, guint32 to)
{
  return scope->verbs[to - scope->first] - scope->verbs[from - scope->first];
}

static gboolean
is_text (const Scope *scope, guint32 token, const char *text)
{
  return token >= scope->first && token < scope->end && syn_analysis_token_is (scope->analysis, token, text);
}

static gboolean
is_comma (const Scope *scope, guint32 token)
{
  return is_text (scope, token, ",") || is_text (scope, token, "，");
}

static gboolean
is_strong_stop (const Scope *scope, guint32 token)
{
  static const char *const stops[] = { ";", "；", "—", "–", "--", "-" };

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++) {
    if (!is_text (scope, token, stops[i]))
      continue;
    /* A dash cuts with white space around it, or as a long one: not in "10–20", "co-op". */
    return i < 3 || (token > scope->first && token + 1 < scope->end &&
                     !syn_analysis_touches (scope->analysis, token - 1, token) &&
                     !syn_analysis_touches (scope->analysis, token, token + 1));
  }

  return FALSE;
}

/* How many words the clause before a cut at `token` needs; 0 where none may be cut. */
static guint
get_cut (const Scope *scope, guint32 token)
{
  const SynAnalysis *self = scope->analysis;
  gboolean is_after_comma = is_comma (scope, token - 1);
  const char *word = syn_analysis_word (self, token);

  if (is_strong_stop (scope, token - 1))
    return MIN_WORDS;
  if (is_text (scope, token - 1, "，"))
    return MIN_WORDS;

  if (syn_analysis_is (self, token, SYN_CLASS_COORDINATOR)) {
    /* "and said", "but was": another verb of the same subject; after a comma another clause. */
    return is_after_comma || (token + 1 < scope->end && is_verb (self, token + 1)) ? MIN_WORDS : 0;
  }
  if (syn_analysis_is (self, token, SYN_CLASS_SUBORDINATOR)) {
    gboolean is_clear = g_str_equal (word, "while") || g_str_equal (word, "whereas") ||
                        g_str_equal (word, "although") || g_str_equal (word, "because") ||
                        g_str_equal (word, "though");

    return is_after_comma || is_clear ? MIN_WORDS : 0;
  }
  if (g_str_equal (word, "that") && syn_analysis_is (self, token - 1, SYN_CLASS_CUE_VERB))
    return MIN_LEAD_IN_WORDS;
  if (is_after_comma && syn_analysis_is (self, token, SYN_CLASS_RELATIVE))
    return MIN_WORDS;
  if (is_after_comma && has_suffix (word, "ing") && g_ascii_islower (syn_analysis_char (self, token)))
    return MIN_WORDS;

  return 0;
}

/* The comma that ends an opening clause: "After it was banned, users left". */
static guint32
find_end_of_opening (const Scope *scope)
{
  if (!syn_analysis_is (scope->analysis, scope->first, SYN_CLASS_SUBORDINATOR))
    return scope->end;

  for (guint32 i = scope->first + MIN_WORDS; i + 1 < scope->end; i++) {
    if (is_comma (scope, i) && count_verbs (scope, scope->first, i) > 0)
      return i + 1;
  }

  return scope->end;
}

static void
add_clause (SynAnalysis *self, guint32 sentence, guint32 first, guint32 end)
{
  SynClause *clause = syn_draft_add (self->draft.clauses);

  clause->span =
      syn_span (syn_analysis_token (self, first)->span.start, syn_analysis_token (self, end - 1)->span.end);
  clause->sentence = sentence;
  clause->first_token = first;
  clause->n_tokens = end - first;
  syn_analysis_sentence (self, sentence)->n_clauses++;
}

/* A participle ("surging by a fifth") states its claim without a finite verb. */
static gboolean
states_something (const Scope *scope, guint32 from, guint32 to)
{
  return count_verbs (scope, from, to) > 0 || has_suffix (syn_analysis_word (scope->analysis, from), "ing");
}

static void
cut_sentence (SynAnalysis *self, Scope *scope, guint32 sentence)
{
  guint32 opening_end;
  guint32 start = scope->first;
  int n_brackets = 0;

  for (guint32 i = scope->first; i < scope->end; i++) {
    scope->words[i - scope->first + 1] =
        scope->words[i - scope->first] + ((syn_analysis_token (self, i)->flags & SYN_TOKEN_WORD) != 0);
    scope->verbs[i - scope->first + 1] = scope->verbs[i - scope->first] + is_verb (self, i);
  }
  opening_end = find_end_of_opening (scope);

  for (guint32 i = scope->first + 1; i < scope->end; i++) {
    char last = syn_analysis_char (self, i - 1);
    guint n_needed;

    n_brackets += last == '(' ? 1 : last == ')' && n_brackets > 0 ? -1 : 0;
    n_needed = i == opening_end ? MIN_WORDS : get_cut (scope, i);
    if (n_needed == 0 || n_brackets > 0 || count_words (scope, start, i) < n_needed ||
        count_words (scope, i, scope->end) < MIN_WORDS)
      continue;
    if (states_something (scope, start, i) && states_something (scope, i, scope->end)) {
      add_clause (self, sentence, start, i);
      start = i;
    }
  }
  add_clause (self, sentence, start, scope->end);
}

void
syn_analysis_find_clauses (SynAnalysis *self)
{
  for (guint32 i = 0; i < self->draft.sentences->len; i++) {
    SynSentence *sentence = syn_analysis_sentence (self, i);
    g_autofree guint32 *words = g_new0 (guint32, sentence->n_tokens + 1);
    g_autofree guint32 *verbs = g_new0 (guint32, sentence->n_tokens + 1);
    Scope scope = { self, sentence->first_token, sentence->first_token + sentence->n_tokens, words, verbs };

    sentence->first_clause = self->draft.clauses->len;
    cut_sentence (self, &scope, i);
  }
}
