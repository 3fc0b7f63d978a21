/* Ranks: "No. 1", "second-most popular", "third place", "the top of the charts", "topped the list". */
#include "syn-figures-private.h"

#include <stdlib.h>
#include <string.h>

/* Words behind "topped" within which a chart is named. */
#define MAX_WORDS_TO_CHART 8

typedef struct {
  const SynAnalysis *analysis;
  const SynLexicon *lexicon;
  guint32 end;
} Scope;

static gboolean
is_word (const Scope *scope, guint32 token, const char *word)
{
  return token < scope->end && g_str_equal (syn_analysis_word (scope->analysis, token), word);
}

static gboolean
is_hyphen (const Scope *scope, guint32 token)
{
  return is_word (scope, token, "-") || is_word (scope, token, "‑");
}

/* "second", "2nd": the rank, 0 for anything else. */
static int
read_ordinal (const Scope *scope, guint32 token)
{
  const SynSense *sense;
  const char *word;
  char *rest;
  int value;

  if (token >= scope->end)
    return 0;

  sense =
      syn_lexicon_get_sense (scope->lexicon, syn_analysis_lexeme (scope->analysis, token), SYN_CLASS_ORDINAL);
  if (sense != NULL)
    return (int) sense->number;

  word = syn_analysis_word (scope->analysis, token);
  if (!g_ascii_isdigit (word[0]) || strlen (word) > 6)
    return 0;
  value = (int) strtol (word, &rest, 10);

  return g_str_equal (rest, "st") || g_str_equal (rest, "nd") || g_str_equal (rest, "rd") ||
                 g_str_equal (rest, "th")
             ? value
             : 0;
}

/* A plain number in digits or words. */
static int
read_number (const Scope *scope, guint32 token)
{
  const SynSense *sense;
  const char *word;

  if (token >= scope->end)
    return 0;

  sense =
      syn_lexicon_get_sense (scope->lexicon, syn_analysis_lexeme (scope->analysis, token), SYN_CLASS_NUMBER);
  if (sense != NULL)
    return (int) sense->number;
  word = syn_analysis_word (scope->analysis, token);

  return word[0] != '\0' && strlen (word) <= 4 && word[strspn (word, "0123456789")] == '\0' ? atoi (word) : 0;
}

/* "largest", "best": what an ordinal counts down from. */
static gboolean
is_superlative (const Scope *scope, guint32 token)
{
  static const char *const words[] = { "most", "best",   "worst",  "least",   "place", "spot", "position",
                                       "slot", "placed", "ranked", "ranking", "top",   NULL };
  /* "-est" words that are none. */
  static const char *const others[] = { "west",    "test",   "rest",   "request", "interest", "protest",
                                        "contest", "arrest", "forest", "guest",   "quest",    "harvest",
                                        "priest",  "nest",   "chest",  "invest",  NULL };
  const char *word;

  if (token >= scope->end)
    return FALSE;

  word = syn_analysis_word (scope->analysis, token);

  return g_strv_contains (words, word) ||
         (strlen (word) > 5 && g_str_has_suffix (word, "est") && !g_strv_contains (others, word) &&
          g_ascii_islower (syn_analysis_char (scope->analysis, token)));
}

static gboolean
has_chart_ahead (const Scope *scope, guint32 token)
{
  for (guint32 i = token; i < scope->end && i < token + MAX_WORDS_TO_CHART; i++) {
    if (syn_analysis_is (scope->analysis, i, SYN_CLASS_CHART))
      return TRUE;
    if (strchr (",;", syn_analysis_char (scope->analysis, i)) != NULL)
      return FALSE;
  }

  return FALSE;
}

static void
finish (const Scope *scope, SynFigureDraft *figure, guint32 first, guint32 end, int rank)
{
  figure->kind = SYN_FIGURE_RANK;
  figure->first = figure->number_first = first;
  figure->end = figure->number_end = end;
  figure->value = figure->lower = figure->upper = rank;
  figure->unit[0] = '\0';
  figure->what = syn_figure_find_ranked (scope->analysis, scope->lexicon, end, scope->end);
}

/* "No. 1", "number one", "#1"; a plain "number 12" is none without a chart. */
static gboolean
read_number_sign (const Scope *scope, guint32 token, SynFigureDraft *figure)
{
  guint32 next = token + 1;
  gboolean has_stop;
  int rank;

  if (!syn_analysis_is (scope->analysis, token, SYN_CLASS_NUMBER_SIGN))
    return FALSE;

  has_stop = is_word (scope, next, ".");
  if (has_stop || is_hyphen (scope, next))
    next++;
  rank = read_number (scope, next);
  if (rank < 1 || rank > 1000)
    return FALSE;
  if (is_word (scope, token, "no") && !has_stop &&
      !(syn_analysis_token (scope->analysis, token)->flags & SYN_TOKEN_CAPITALISED))
    return FALSE;
  if (is_word (scope, token, "number") && rank != 1 && !has_chart_ahead (scope, next))
    return FALSE;
  if (is_word (scope, token, "#") && !syn_analysis_touches (scope->analysis, token, next))
    return FALSE;

  finish (scope, figure, token, next + 1, rank);

  return TRUE;
}

/* "second-most popular", "third largest", "second place", "ranked fourth", "came second in the list" */
static gboolean
read_ordinal_rank (const Scope *scope, guint32 token, SynFigureDraft *figure)
{
  static const char *const verbs[] = { "ranked",   "ranks", "ranking", "placed",
                                       "finished", "came",  "rank",    NULL };
  int rank = read_ordinal (scope, token);
  guint32 next = token + 1;
  gboolean is_after_verb;

  if (rank == 0)
    return FALSE;

  is_after_verb = token > 0 && g_strv_contains (verbs, syn_analysis_word (scope->analysis, token - 1));
  if (is_hyphen (scope, next))
    next++;
  if (is_superlative (scope, next)) {
    gboolean has_adjective = is_word (scope, next, "most") || is_word (scope, next, "least");

    finish (scope, figure, token, next + (has_adjective && next + 1 < scope->end ? 2 : 1), rank);
    return TRUE;
  }
  if (is_after_verb ||
      ((is_word (scope, next, "in") || is_word (scope, next, "on")) && has_chart_ahead (scope, next))) {
    finish (scope, figure, token, token + 1, rank);
    return TRUE;
  }

  return FALSE;
}

static gboolean
read_top (const Scope *scope, guint32 token, SynFigureDraft *figure)
{
  const SynSense *sense;
  guint n_tokens =
      syn_analysis_match (scope->analysis, scope->lexicon, token, scope->end, SYN_CLASS_TOP, &sense);
  gboolean is_one_of;

  if (n_tokens == 0)
    return FALSE;
  if (g_str_equal (sense->text, "chart") && !has_chart_ahead (scope, token + 1))
    return FALSE;

  /* "one of the most popular" ranks nothing. */
  is_one_of = token >= 3 && is_word (scope, token - 2, "of") &&
              (is_word (scope, token - 3, "one") || is_word (scope, token - 3, "some"));
  if (is_one_of || (token >= 2 && is_word (scope, token - 2, "among")))
    return FALSE;
  /* "most popular" by itself may be said of many; "the most popular" of one. */
  if (is_word (scope, token, "most") &&
      !(token > 0 && (is_word (scope, token - 1, "the") || has_chart_ahead (scope, token + n_tokens))))
    return FALSE;

  finish (scope, figure, token, token + n_tokens, 1);

  return TRUE;
}

gboolean
syn_figure_read_rank (
    const SynAnalysis *self, const SynLexicon *lexicon, guint32 token, guint32 end, SynFigureDraft *figure)
{
  Scope scope = { self, lexicon, end };

  return read_number_sign (&scope, token, figure) || read_ordinal_rank (&scope, token, figure) ||
         read_top (&scope, token, figure);
}
