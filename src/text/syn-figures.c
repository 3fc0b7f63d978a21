/* Figures in scripts with spaces: a number with its qualifier and unit, and what it counts. */
#include "syn-figures-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "syn-numbers-private.h"

/* "about 500" may be this much off, "almost 500" this much below: shares of the number. What news writers round by. */
#define ABOUT_SHARE .1
#define ALMOST_SHARE .15
/* The oldest that anyone is said to be. */
#define MAX_AGE 125
/* "one in four": the second number of such a share at most. */
#define MAX_RATIO 1000
/* Words between a change and its figure: "rose by more than". */
#define MAX_WORDS_FROM_CHANGE 4

typedef struct {
  SynAnalysis *analysis;
  const SynLexicon *lexicon;
  guint32 sentence;
  guint32 first; /* the sentence's tokens */
  guint32 end;
  gboolean has_decimal_comma;
} Scope;

/* ---- shared with the reader of Han ---- */

void
syn_figure_set_bounds (SynFigureDraft *figure, const char *qualifier)
{
  if (g_str_equal (qualifier, "about")) {
    figure->qualifier = SYN_ABOUT;
    figure->upper += ABOUT_SHARE * fabs (figure->upper);
    figure->lower -= ABOUT_SHARE * fabs (figure->lower);
  } else if (g_str_equal (qualifier, "over")) {
    figure->qualifier = SYN_OVER;
    figure->upper = INFINITY;
  } else if (g_str_equal (qualifier, "under")) {
    figure->qualifier = SYN_UNDER;
    figure->lower = -INFINITY;
  } else if (g_str_equal (qualifier, "almost")) {
    figure->qualifier = SYN_UNDER;
    figure->lower -= ALMOST_SHARE * fabs (figure->lower);
  } else if (g_str_equal (qualifier, "up-to")) {
    figure->qualifier = SYN_UP_TO;
    figure->lower = -INFINITY;
  }
}

void
syn_figure_set_measure (SynFigureDraft *figure, const SynSense *sense)
{
  gsize length = strcspn (sense->text, " ");

  figure->kind = SYN_FIGURE_MEASURE;
  g_strlcpy (figure->unit, sense->text, MIN (length + 1, sizeof figure->unit));
  figure->factor = g_ascii_strtod (sense->text + length, NULL);
}

/* Without a possessive ending. */
static SynSpan
get_noun_span (const SynAnalysis *self, guint32 token)
{
  SynSpan span = syn_analysis_token (self, token)->span;
  const char *text = self->draft.text + span.start;
  gsize length = syn_span_length (span);

  if (length > 2 && memcmp (text + length - 2, "'s", 2) == 0)
    span.end -= 2;
  else if (length > 4 && memcmp (text + length - 4, "’s", 4) == 0)
    span.end -= 4;

  return span;
}

void
syn_analysis_add_figure (SynAnalysis *self, guint32 sentence, const SynFigureDraft *draft)
{
  SynSpan first = syn_analysis_token (self, draft->first)->span;
  SynSpan number = syn_analysis_token (self, draft->number_first)->span;
  SynFigure *figure = syn_draft_add (self->draft.figures);

  figure->span = syn_span (first.start, syn_analysis_token (self, draft->end - 1)->span.end);
  figure->number = syn_span (number.start, syn_analysis_token (self, draft->number_end - 1)->span.end);
  figure->sentence = sentence;
  figure->clause = syn_analysis_find_clause (self, sentence, number.start);
  figure->kind = draft->kind;
  figure->qualifier = draft->qualifier;
  figure->lower = draft->lower;
  figure->upper = draft->upper;
  figure->value = draft->value;
  figure->unit = syn_strings_add (self->draft.strings, draft->unit, -1);
  figure->is_change = draft->is_change;
  if (draft->what != SYN_NO_INDEX) {
    figure->what = syn_analysis_token (self, draft->what)->stem;
    figure->what_span = get_noun_span (self, draft->what);
  }
}

/* ---- looking around ---- */

static gboolean
is_word (const Scope *scope, guint32 token, const char *word)
{
  return token >= scope->first && token < scope->end && g_str_equal (syn_analysis_word (scope->analysis, token), word);
}

static gboolean
is_class (const Scope *scope, guint32 token, SynClass class)
{
  return token >= scope->first && token < scope->end && syn_analysis_is (scope->analysis, token, class);
}

static const SynSense *
get_sense (const Scope *scope, guint32 token, SynClass class)
{
  return is_class (scope, token, class)
           ? syn_lexicon_get_sense (scope->lexicon, syn_analysis_lexeme (scope->analysis, token), class)
           : NULL;
}

static gboolean
is_flagged (const Scope *scope, guint32 token, SynTokenFlags flag)
{
  return token >= scope->first && token < scope->end && (syn_analysis_token (scope->analysis, token)->flags & flag);
}

static gboolean
is_dash (const Scope *scope, guint32 token)
{
  return is_word (scope, token, "-") || is_word (scope, token, "–") || is_word (scope, token, "—")
         || is_word (scope, token, "‑");
}

/* A hyphen with nothing beside it but the words it joins. */
static gboolean
is_hyphen (const Scope *scope, guint32 token)
{
  return is_dash (scope, token) && token > scope->first && token + 1 < scope->end
         && syn_analysis_touches (scope->analysis, token - 1, token)
         && syn_analysis_touches (scope->analysis, token, token + 1);
}

static SynNumber
read_number (const Scope *scope, guint32 token)
{
  return syn_number_read (scope->analysis, scope->lexicon, token, scope->end, scope->has_decimal_comma);
}

/* ---- units ---- */

static void
set_currency (SynFigureDraft *figure, const SynSense *sense)
{
  figure->kind = SYN_FIGURE_MONEY;
  g_strlcpy (figure->unit, sense->text, sizeof figure->unit);
  if (g_str_has_suffix (sense->text, "/100")) {
    figure->unit[3] = '\0';
    figure->factor = .01;
  }
}


/* "$", "US$", "€" before the number; the tokens it takes. */
static guint
read_currency_before (const Scope *scope, guint32 token, SynFigureDraft *figure)
{
  const SynSense *sense = get_sense (scope, token, SYN_CLASS_CURRENCY);

  if (sense != NULL && !is_flagged (scope, token, SYN_TOKEN_WORD)) {
    set_currency (figure, sense);
    return 1;
  }
  /* "US$", "HK$", "RMB 300" */
  if (token + 1 < scope->end && is_word (scope, token + 1, "$") && syn_analysis_touches (scope->analysis, token, token + 1)) {
    g_autofree char *code = g_strconcat (syn_analysis_word (scope->analysis, token), "$", NULL);

    sense = syn_lexicon_get_sense (scope->lexicon, syn_lexicon_look_up (scope->lexicon, code), SYN_CLASS_CURRENCY);
    if (sense == NULL)
      sense = get_sense (scope, token + 1, SYN_CLASS_CURRENCY);
    set_currency (figure, sense);
    return 2;
  }
  if (sense != NULL && strlen (syn_analysis_word (scope->analysis, token)) == 3
      && g_ascii_isupper (syn_analysis_char (scope->analysis, token))) {
    set_currency (figure, sense);
    return 1;
  }

  return 0;
}

/* The unit behind the number; the token behind it. */
static guint32
read_unit (const Scope *scope, guint32 token, SynFigureDraft *figure)
{
  guint32 next = is_hyphen (scope, token) ? token + 1 : token;
  const SynSense *sense;
  guint n;

  n = syn_analysis_match (scope->analysis, scope->lexicon, next, scope->end, SYN_CLASS_PERCENT, &sense);
  if (n > 0) {
    figure->kind = SYN_FIGURE_PERCENT;
    g_strlcpy (figure->unit, "%", sizeof figure->unit);
    return next + n;
  }

  n = syn_analysis_match (scope->analysis, scope->lexicon, next, scope->end, SYN_CLASS_CURRENCY, &sense);
  if (n > 0 && !(n == 1 && is_word (scope, next, "won")) && figure->kind != SYN_FIGURE_MONEY) {
    set_currency (figure, sense);
    return next + n;
  }

  n = syn_analysis_match (scope->analysis, scope->lexicon, next, scope->end, SYN_CLASS_DURATION, &sense);
  if (n > 0 && figure->kind != SYN_FIGURE_MONEY) {
    figure->kind = SYN_FIGURE_DURATION;
    g_strlcpy (figure->unit, "s", sizeof figure->unit);
    figure->factor = sense->number;
    return next + n;
  }

  n = syn_analysis_match (scope->analysis, scope->lexicon, next, scope->end, SYN_CLASS_MEASURE, &sense);
  if (n > 0 && figure->kind != SYN_FIGURE_MONEY) {
    syn_figure_set_measure (figure, sense);
    return next + n;
  }

  return token;
}

/* ---- qualifiers ---- */

/* Takes in a phrase that ends right before the figure. */
static const char *
read_qualifier_before (const Scope *scope, SynFigureDraft *figure)
{
  for (guint n = SYN_PHRASE_WORDS; n > 0; n--) {
    const SynSense *sense;
    guint32 start = figure->first - n;

    if (figure->first < scope->first + n)
      continue;
    if (syn_analysis_match (scope->analysis, scope->lexicon, start, figure->first, SYN_CLASS_QUALIFIER, &sense) == n) {
      figure->first = start;
      return sense->text;
    }
  }

  return NULL;
}

/* "or more", "-plus", "+" */
static const char *
read_qualifier_after (const Scope *scope, guint32 *token)
{
  guint32 next = is_hyphen (scope, *token) ? *token + 1 : *token;
  const SynSense *sense;
  guint n;

  if (is_word (scope, *token, "+") && syn_analysis_touches (scope->analysis, *token - 1, *token)) {
    *token += 1;
    return "over";
  }

  n = syn_analysis_match (scope->analysis, scope->lexicon, next, scope->end, SYN_CLASS_QUALIFIER_AFTER, &sense);
  if (n == 0 || (n == 1 && next == *token && !is_word (scope, next, "plus")))
    return NULL;
  *token = next + n;

  return sense->text;
}

/* ---- what is no figure ---- */

static gboolean
touches_before (const Scope *scope, guint32 token, const char *signs)
{
  return token > scope->first && syn_analysis_touches (scope->analysis, token - 1, token)
         && strchr (signs, syn_analysis_char (scope->analysis, token - 1)) != NULL;
}

static gboolean
touches_after (const Scope *scope, guint32 end, const char *signs)
{
  return end < scope->end && syn_analysis_touches (scope->analysis, end - 1, end)
         && strchr (signs, syn_analysis_char (scope->analysis, end)) != NULL;
}

static gboolean
is_country (const Scope *scope, guint32 token)
{
  return token < scope->end
         && syn_gazetteer_find (scope->analysis->gazetteer, syn_analysis_word (scope->analysis, token), NULL) != NULL;
}

/* "Covid-19", "Boeing 737", "+86", "24/7", "3:2", "007" */
static gboolean
is_part_of_name (const Scope *scope, guint32 token, const SynNumber *number)
{
  const char *word = syn_analysis_word (scope->analysis, token);
  guint32 before = token - 1;

  if (!number->is_digits)
    return FALSE;
  if (touches_before (scope, token, "/+:#@&") || touches_after (scope, number->end, "/:@&"))
    return TRUE;
  if (touches_before (scope, token, "-") && token >= scope->first + 2
      && syn_analysis_touches (scope->analysis, token - 2, token - 1) && !is_flagged (scope, token - 2, SYN_TOKEN_NUMBER))
    return TRUE;
  if (word[0] == '0' && g_ascii_isdigit (word[1]))
    return TRUE;

  return token > scope->first && !number->has_magnitude && strpbrk (word, ",.") == NULL
         && is_flagged (scope, before, SYN_TOKEN_CAPITALISED) && !is_flagged (scope, before, SYN_TOKEN_FUNCTION)
         && !is_class (scope, before, SYN_CLASS_QUALIFIER) && !is_class (scope, before, SYN_CLASS_MONTH)
         && !is_class (scope, before, SYN_CLASS_WEEKDAY) && !is_flagged (scope, before, SYN_TOKEN_INITIAL)
         && (!is_flagged (scope, number->end, SYN_TOKEN_WORD) || is_flagged (scope, number->end, SYN_TOKEN_CAPITALISED))
         && !is_dash (scope, number->end) && !is_country (scope, number->end);
}

/* "1." or "1)" at the start of a line of a list. */
static gboolean
is_list_number (const Scope *scope, guint32 token, const SynNumber *number)
{
  return token == scope->first && number->is_digits && number->end < scope->end && touches_after (scope, number->end, ".)");
}

/* ---- ages, shares, multiples ---- */

static gboolean
read_age (const Scope *scope, guint32 token, const SynNumber *number, SynFigureDraft *figure)
{
  guint32 next = number->end;
  guint32 unit = is_hyphen (scope, next) ? next + 1 : next;
  gboolean is_between_commas;

  if (number->value < 1 || number->value > MAX_AGE || number->has_magnitude || number->value != floor (number->value))
    return FALSE;

  figure->kind = SYN_FIGURE_AGE;
  g_strlcpy (figure->unit, "", sizeof figure->unit);

  /* "29-year-old", "29 years old", "29 years of age" */
  if (is_class (scope, unit, SYN_CLASS_DURATION)
      && (is_word (scope, unit, "year") || is_word (scope, unit, "years"))) {
    guint32 old = is_dash (scope, unit + 1) ? unit + 2 : unit + 1;

    if (g_str_has_prefix (old < scope->end ? syn_analysis_word (scope->analysis, old) : "", "old")
        && !is_word (scope, old, "older")) {
      figure->end = old + 1;
      return TRUE;
    }
    if (is_word (scope, unit + 1, "of") && is_word (scope, unit + 2, "age")) {
      figure->end = unit + 3;
      return TRUE;
    }
    return FALSE;
  }

  figure->end = next;
  if (is_word (scope, token - 1, "aged") || is_word (scope, token - 1, "age") || is_word (scope, token - 1, "ages")) {
    figure->first = token - 1;
    return TRUE;
  }
  if (is_word (scope, token - 1, "of") && (is_word (scope, token - 2, "age") || is_word (scope, token - 2, "ages"))) {
    figure->first = token - 2;
    return TRUE;
  }

  /* "Ann Lee, 29, a teacher", "Ann Lee (29)" */
  is_between_commas = (is_word (scope, token - 1, ",") || is_word (scope, token - 1, "("))
                      && (next >= scope->end || is_word (scope, next, ",") || is_word (scope, next, ".")
                          || is_word (scope, next, ")") || is_word (scope, next, ";"));

  return is_between_commas && number->is_digits && is_flagged (scope, token - 2, SYN_TOKEN_CAPITALISED)
         && !is_class (scope, token - 2, SYN_CLASS_MONTH) && !touches_after (scope, next - 1, ",");
}

/* "one in four", "four out of five" */
static gboolean
read_ratio (const Scope *scope, const SynNumber *number, SynFigureDraft *figure)
{
  guint32 next = number->end;
  SynNumber whole;

  if (number->has_magnitude || number->value != floor (number->value) || number->is_vague)
    return FALSE;

  if (is_word (scope, next, "out") && is_word (scope, next + 1, "of"))
    next += 2;
  else if (is_word (scope, next, "in") || is_word (scope, next, "of"))
    next += 1;
  else
    return FALSE;
  if (is_word (scope, next, "every"))
    next++;
  else if (is_word (scope, number->end, "of"))
    return FALSE;
  if (next < scope->end && scope->analysis->is_taken[next])
    return FALSE;

  whole = read_number (scope, next);
  if (whole.end == next || whole.value <= number->value || whole.value > MAX_RATIO || whole.is_vague || whole.is_fraction
      || is_class (scope, whole.end, SYN_CLASS_DURATION))
    return FALSE;

  figure->kind = SYN_FIGURE_PERCENT;
  g_strlcpy (figure->unit, "%", sizeof figure->unit);
  figure->value = figure->lower = figure->upper = 100 * number->value / whole.value;
  figure->number_end = figure->end = whole.end;
  figure->what = syn_figure_find_counted (scope->analysis, whole.end, scope->end);

  return TRUE;
}

static gboolean
is_comparison (const Scope *scope, guint32 token)
{
  static const char *const words[] = { "as", "more", "the", "that", "its", "their", "higher", "larger", "bigger", "greater",
                                       "faster", "what", "over", "better", "his", "her", NULL };

  return token < scope->end && g_strv_contains (words, syn_analysis_word (scope->analysis, token));
}

/* "three times as many", "tenfold" -- shares of what something was before; "arrested three times" counts. */
static gboolean
read_times (const Scope *scope, const SynNumber *number, SynFigureDraft *figure)
{
  guint32 next = is_hyphen (scope, number->end) ? number->end + 1 : number->end;

  if (!is_class (scope, next, SYN_CLASS_TIMES) || (is_word (scope, next, "times") && !is_comparison (scope, next + 1)))
    return FALSE;

  figure->kind = SYN_FIGURE_PERCENT;
  g_strlcpy (figure->unit, "%", sizeof figure->unit);
  figure->factor = 100;
  figure->end = next + 1;

  return TRUE;
}

static gboolean
read_multiple (const Scope *scope, guint32 token, SynFigureDraft *figure)
{
  static const char *const need_comparison[] = { "twice", "double", "triple", "doubles", "triples", "thrice", NULL };
  const SynSense *sense = get_sense (scope, token, SYN_CLASS_MULTIPLE);

  if (sense == NULL)
    return FALSE;
  if (g_strv_contains (need_comparison, syn_analysis_word (scope->analysis, token))
      && !is_comparison (scope, token + 1))
    return FALSE;

  figure->kind = SYN_FIGURE_PERCENT;
  g_strlcpy (figure->unit, "%", sizeof figure->unit);
  figure->first = figure->number_first = token;
  figure->end = figure->number_end = token + 1;
  figure->value = figure->lower = figure->upper = 100 * sense->number;
  figure->what = syn_figure_find_measured (scope->analysis, scope->first, token);

  return TRUE;
}

/* ---- ranges ---- */

/* The token at which the second number of a range starts, SYN_NO_INDEX where there is none. */
static guint32
find_range_end (const Scope *scope, guint32 first, guint32 token)
{
  gboolean is_between = is_word (scope, first - 1, "between") || is_word (scope, first, "ages");

  if (is_dash (scope, token) && token + 1 < scope->end
      && syn_analysis_touches (scope->analysis, token - 1, token) == syn_analysis_touches (scope->analysis, token, token + 1))
    return token + 1;
  if (is_word (scope, token, "to") || (is_between && is_word (scope, token, "and")))
    return token + 1;

  return SYN_NO_INDEX;
}

/* Widens the figure to a range if one is written. FALSE where the two are a score ("3-1") and no figure at all. */
static gboolean
read_range (const Scope *scope, const SynNumber *number, SynFigureDraft *figure)
{
  guint32 next = find_range_end (scope, figure->first, figure->end);
  gboolean is_dashed = next != SYN_NO_INDEX && is_dash (scope, next - 1);
  gboolean is_from = is_word (scope, figure->first - 1, "from") || is_word (scope, figure->first - 1, "between");
  SynFigureDraft second = SYN_FIGURE_DRAFT_INIT;
  SynNumber other;
  double first_value = figure->value;

  if (next == SYN_NO_INDEX || next >= scope->end || scope->analysis->is_taken[next] || number->is_vague)
    return TRUE;

  next += read_currency_before (scope, next, &second);
  if (next >= scope->end)
    return TRUE;
  other = read_number (scope, next);
  if (other.end == next || other.is_fraction || other.is_vague || (other.is_single && !is_from))
    return TRUE;

  /* "$1.2–1.5bn", "10 to 20 million": the magnitude is said once. */
  if (other.factor > 1 && !number->has_magnitude && first_value < 1000)
    first_value *= other.factor;
  if (is_dashed && other.value <= first_value && figure->kind != SYN_FIGURE_MONEY) {
    figure->end = other.end;
    figure->is_none = TRUE;
    return FALSE;
  }
  if (other.value <= first_value && !is_from)
    return TRUE;

  second.kind = figure->kind;
  figure->end = figure->number_end = other.end;
  figure->lower = figure->value = MIN (first_value, other.value);
  figure->upper = MAX (first_value, other.value);
  figure->qualifier = SYN_RANGE;

  return TRUE;
}

/* ---- changes and what is measured ---- */

/* "rose by 20%", "down 300 points", "a 5% rise"; not "rose to 20%", "from 5 to 8", "added 300 members". */
static void
find_change (const Scope *scope, SynFigureDraft *figure)
{
  guint32 i = figure->first;
  gboolean is_amount = figure->kind == SYN_FIGURE_COUNT;

  if (figure->qualifier == SYN_RANGE && is_word (scope, i, "from"))
    return;

  for (guint n = 0; i > scope->first && n < MAX_WORDS_FROM_CHANGE; i--, n++) {
    if (is_word (scope, i - 1, "to") || is_word (scope, i - 1, "from"))
      return;
    if (is_class (scope, i - 1, SYN_CLASS_CHANGE)) {
      figure->is_change = !is_amount || is_word (scope, i, "by") || is_word (scope, i - 1, "up")
                          || is_word (scope, i - 1, "down");
      return;
    }
    if (!is_flagged (scope, i - 1, SYN_TOKEN_FUNCTION) && !is_class (scope, i - 1, SYN_CLASS_QUALIFIER))
      break;
  }
  figure->is_change = is_class (scope, figure->end, SYN_CLASS_CHANGE) && !is_word (scope, figure->end, "up")
                      && !is_word (scope, figure->end, "down");
}

/* "up 200% on the year, and 194% on the week": the second says no more than how it differs. */
static void
inherit (const Scope *scope, SynFigureDraft *figure)
{
  const GArray *figures = scope->analysis->draft.figures;
  const SynFigure *last = figures->len > 0 ? SYN_RECORD (figures, SynFigure, figures->len - 1) : NULL;

  if (last == NULL || last->sentence != scope->sentence || last->kind != figure->kind || figure->kind != SYN_FIGURE_PERCENT
      || !(is_class (scope, figure->first - 1, SYN_CLASS_COORDINATOR) || is_word (scope, figure->first - 1, ",")))
    return;

  figure->what = last->what != 0 ? syn_analysis_find_token (scope->analysis, last->what_span.start) : SYN_NO_INDEX;
  figure->is_change = last->is_change;
}

static void
find_what (const Scope *scope, SynFigureDraft *figure)
{
  const SynAnalysis *self = scope->analysis;
  guint32 next = figure->end;

  switch (figure->kind) {
  case SYN_FIGURE_COUNT:
    figure->what = syn_figure_find_counted (self, next, scope->end);
    /* "rose to 300", "from 3 to 5"; a number by itself counts what the text leaves out. */
    if (figure->what == SYN_NO_INDEX
        && (figure->is_change || is_word (scope, figure->first, "from") || is_word (scope, figure->first - 1, "to")
            || is_word (scope, figure->first - 1, "at")))
      figure->what = syn_figure_find_measured (self, scope->first, figure->first);
    break;
  case SYN_FIGURE_PERCENT:
    if (is_word (scope, next, "of"))
      figure->what = syn_figure_find_counted (self, next, scope->end);
    else if (is_class (scope, next, SYN_CLASS_CHANGE) && (is_word (scope, next + 1, "in") || is_word (scope, next + 1, "of")))
      figure->what = syn_figure_find_counted (self, next + 2, scope->end);
    else
      figure->what = syn_figure_find_measured (self, scope->first, figure->first);
    if (figure->what == SYN_NO_INDEX)
      figure->what = syn_figure_find_counted (self, next, scope->end);
    break;
  case SYN_FIGURE_MONEY:
    figure->what = is_flagged (scope, next, SYN_TOKEN_FUNCTION) ? SYN_NO_INDEX
                                                                : syn_figure_find_counted (self, next, scope->end);
    if (figure->what == SYN_NO_INDEX)
      figure->what = syn_figure_find_measured (self, scope->first, figure->first);
    break;
  case SYN_FIGURE_DURATION:
  case SYN_FIGURE_MEASURE:
    /* "an 18-month sentence", "a 50-metre-high wall" */
    if (figure->number_end < scope->end && is_dash (scope, figure->number_end)) {
      if (is_dash (scope, next) && next + 2 < scope->end)
        next += 2;
      figure->what = syn_figure_find_counted (self, next, scope->end);
    }
    break;
  case SYN_FIGURE_RANK:
  case SYN_FIGURE_AGE:
  default:
    break;
  }
}

/* ---- one figure ---- */

/* A bare "one" is a pronoun or an article more often than a number. */
static gboolean
is_really_one (const Scope *scope, const SynFigureDraft *figure, const char *qualifier)
{
  guint32 before = figure->first - 1;
  gboolean is_only = is_word (scope, before, "only") || is_word (scope, before, "just");

  if (figure->kind == SYN_FIGURE_PERCENT || figure->kind == SYN_FIGURE_MONEY)
    return TRUE;
  if (figure->kind == SYN_FIGURE_COUNT)
    return (qualifier != NULL || is_only) && is_flagged (scope, figure->end, SYN_TOKEN_WORD)
           && !is_flagged (scope, figure->end, SYN_TOKEN_FUNCTION);

  return qualifier != NULL || is_only || is_word (scope, before, "in") || is_dash (scope, figure->number_end);
}

/* Reads a figure whose number, or currency sign, stands at `token`. The token behind it; `token` where there is none. */
static guint32
read_figure (const Scope *scope, guint32 token, SynFigureDraft *figure)
{
  const char *qualifier;
  const char *qualifier_after;
  guint32 start = token + read_currency_before (scope, token, figure);
  SynNumber number;

  if (start >= scope->end || scope->analysis->is_taken[start])
    return token;
  number = read_number (scope, start);
  if (number.end == start)
    return token;
  if (is_part_of_name (scope, start, &number) || is_list_number (scope, start, &number))
    return token;

  figure->first = token;
  figure->number_first = start;
  figure->end = figure->number_end = number.end;
  figure->value = figure->lower = number.value;
  figure->upper = number.upper;
  if (number.is_vague)
    figure->qualifier = SYN_RANGE;

  if (figure->kind != SYN_FIGURE_MONEY) {
    if (read_age (scope, start, &number, figure)) {
      if (figure->end == number.end)
        read_range (scope, &number, figure);
      qualifier = read_qualifier_before (scope, figure);
      if (qualifier != NULL && figure->qualifier != SYN_RANGE)
        syn_figure_set_bounds (figure, qualifier);
      return figure->end;
    }
    figure->kind = SYN_FIGURE_COUNT;
    figure->first = token;
    figure->end = number.end;
    if (read_ratio (scope, &number, figure)) {
      qualifier = read_qualifier_before (scope, figure);
      if (qualifier != NULL)
        syn_figure_set_bounds (figure, qualifier);
      return figure->end;
    }
  }

  if (!number.is_fraction && !read_range (scope, &number, figure))
    return figure->end;
  qualifier_after = read_qualifier_after (scope, &figure->end);
  if (!read_times (scope, &number, figure)) {
    figure->end = read_unit (scope, figure->end, figure);
    if (figure->qualifier != SYN_RANGE && figure->end > figure->number_end) {
      /* "10% to 20%", "two days to three days": the unit stands twice. */
      guint32 unit_end = figure->end;

      if (read_range (scope, &number, figure) && figure->qualifier == SYN_RANGE)
        figure->end = read_unit (scope, figure->end, figure);
      else
        figure->end = unit_end;
    }
  }
  if (qualifier_after == NULL)
    qualifier_after = read_qualifier_after (scope, &figure->end);

  if (number.is_fraction && figure->kind == SYN_FIGURE_COUNT) {
    figure->kind = SYN_FIGURE_PERCENT;
    g_strlcpy (figure->unit, "%", sizeof figure->unit);
    figure->factor = 100;
  }

  qualifier = read_qualifier_before (scope, figure);
  if (qualifier == NULL)
    qualifier = qualifier_after;
  if (number.is_single && figure->qualifier != SYN_RANGE && !is_really_one (scope, figure, qualifier))
    return token;
  if (figure->qualifier == SYN_RANGE && (is_word (scope, figure->first - 1, "from") || is_word (scope, figure->first - 1, "between")))
    figure->first--;
  else if (qualifier != NULL && figure->qualifier != SYN_RANGE)
    syn_figure_set_bounds (figure, qualifier);

  return figure->end;
}

static void
find_in_sentence (const Scope *scope)
{
  SynAnalysis *self = scope->analysis;

  for (guint32 i = scope->first; i < scope->end;) {
    SynFigureDraft figure = SYN_FIGURE_DRAFT_INIT;
    guint32 end;

    if (self->is_taken[i]) {
      i++;
      continue;
    }
    if (syn_figure_read_rank (self, scope->lexicon, i, scope->end, &figure) || read_multiple (scope, i, &figure)) {
      syn_analysis_add_figure (self, scope->sentence, &figure);
      i = figure.end;
      continue;
    }

    end = read_figure (scope, i, &figure);
    if (end == i) {
      i++;
      continue;
    }
    if (!figure.is_none) {
      figure.lower *= figure.factor;
      figure.upper *= figure.factor;
      figure.value *= figure.factor;
      find_change (scope, &figure);
      if (figure.what == SYN_NO_INDEX)
        find_what (scope, &figure);
      if (figure.what == SYN_NO_INDEX)
        inherit (scope, &figure);
      syn_analysis_add_figure (self, scope->sentence, &figure);
    }
    i = end;
  }
}

void
syn_analysis_find_figures (SynAnalysis *self)
{
  static const char *const with_decimal_comma[] = { "de", "fr", "es", "it", "nl", "pt", "pl", "ru", "cs", "tr", "sv", "da",
                                                    "no", "fi", "uk", "el", "ro", "hu", "id", "vi", "ca", NULL };

  for (guint32 i = 0; i < self->draft.sentences->len; i++) {
    const SynSentence *sentence = syn_analysis_sentence (self, i);
    const SynParagraph *paragraph = SYN_RECORD (self->draft.paragraphs, SynParagraph, sentence->paragraph);
    Scope scope = {
      .analysis = self,
      .lexicon = syn_analysis_get_lexicon (self, i),
      .sentence = i,
      .first = sentence->first_token,
      .end = sentence->first_token + sentence->n_tokens,
      .has_decimal_comma = g_strv_contains (with_decimal_comma, syn_strings_get (self->draft.strings, paragraph->language)),
    };

    if (syn_analysis_is_language (self, i, "zh"))
      syn_analysis_find_han_figures (self, i);
    else
      find_in_sentence (&scope);
  }
}
