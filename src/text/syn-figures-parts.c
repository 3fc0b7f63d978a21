/* The parts of a figure: units, qualifiers, ages, shares, ranges, and what is no figure at all. */
#include "syn-figures-parts-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The oldest that anyone is said to be. */
#define MAX_AGE 125
/* "one in four": the second number of such a share at most. */
#define MAX_RATIO 1000

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
guint
syn_figure_read_currency_before (const SynFigureScope *scope, guint32 token, SynFigureDraft *figure)
{
  const SynSense *sense = syn_figure_get_sense (scope, token, SYN_CLASS_CURRENCY);

  if (sense != NULL && !syn_figure_is_flagged (scope, token, SYN_TOKEN_WORD)) {
    set_currency (figure, sense);
    return 1;
  }
  /* "US$", "HK$", "RMB 300" */
  if (token + 1 < scope->end && syn_figure_is_word (scope, token + 1, "$") &&
      syn_analysis_touches (scope->analysis, token, token + 1)) {
    g_autofree char *code = g_strconcat (syn_analysis_word (scope->analysis, token), "$", NULL);

    sense = syn_lexicon_get_sense (scope->lexicon, syn_lexicon_look_up (scope->lexicon, code),
                                   SYN_CLASS_CURRENCY);
    if (sense == NULL)
      sense = syn_figure_get_sense (scope, token + 1, SYN_CLASS_CURRENCY);
    set_currency (figure, sense);
    return 2;
  }
  if (sense != NULL && strlen (syn_analysis_word (scope->analysis, token)) == 3 &&
      g_ascii_isupper (syn_analysis_char (scope->analysis, token))) {
    set_currency (figure, sense);
    return 1;
  }

  return 0;
}

/* "tres millones [de] euros", "3 milioni [di] euro" */
static gboolean
is_of_magnitude (const SynFigureScope *scope, guint32 token)
{
  return (syn_figure_is_word (scope, token, "de") || syn_figure_is_word (scope, token, "di")) &&
         syn_figure_is_class (scope, token - 1, SYN_CLASS_MAGNITUDE);
}

/* The unit behind the number; the token behind it. */
guint32
syn_figure_read_unit (const SynFigureScope *scope, guint32 token, SynFigureDraft *figure)
{
  guint32 next = syn_figure_is_hyphen (scope, token) || is_of_magnitude (scope, token) ? token + 1 : token;
  const SynSense *sense;
  guint n;

  n = syn_analysis_match (scope->analysis, scope->lexicon, next, scope->end, SYN_CLASS_PERCENT, &sense);
  if (n > 0) {
    figure->kind = SYN_FIGURE_PERCENT;
    g_strlcpy (figure->unit, "%", sizeof figure->unit);
    return next + n;
  }

  n = syn_analysis_match (scope->analysis, scope->lexicon, next, scope->end, SYN_CLASS_CURRENCY, &sense);
  if (n > 0 && !(n == 1 && syn_figure_is_word (scope, next, "won")) && figure->kind != SYN_FIGURE_MONEY) {
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
const char *
syn_figure_read_qualifier_before (const SynFigureScope *scope, SynFigureDraft *figure)
{
  for (guint n = SYN_PHRASE_WORDS; n > 0; n--) {
    const SynSense *sense;
    guint32 start = figure->first - n;

    if (figure->first < scope->first + n)
      continue;
    if (syn_analysis_match (scope->analysis, scope->lexicon, start, figure->first, SYN_CLASS_QUALIFIER,
                            &sense) == n) {
      figure->first = start;
      return sense->text;
    }
  }

  return NULL;
}

/* "or more", "-plus", "+" */
const char *
syn_figure_read_qualifier_after (const SynFigureScope *scope, guint32 *token)
{
  guint32 next = syn_figure_is_hyphen (scope, *token) ? *token + 1 : *token;
  const SynSense *sense;
  guint n;

  if (syn_figure_is_word (scope, *token, "+") && syn_analysis_touches (scope->analysis, *token - 1, *token)) {
    *token += 1;
    return "over";
  }

  n = syn_analysis_match (scope->analysis, scope->lexicon, next, scope->end, SYN_CLASS_QUALIFIER_AFTER,
                          &sense);
  if (n == 0 || (n == 1 && next == *token && !syn_figure_is_word (scope, next, "plus")))
    return NULL;
  *token = next + n;

  return sense->text;
}

/* ---- what is no figure ---- */

static gboolean
touches_before (const SynFigureScope *scope, guint32 token, const char *signs)
{
  return token > scope->first && syn_analysis_touches (scope->analysis, token - 1, token) &&
         strchr (signs, syn_analysis_char (scope->analysis, token - 1)) != NULL;
}

static gboolean
touches_after (const SynFigureScope *scope, guint32 end, const char *signs)
{
  return end < scope->end && syn_analysis_touches (scope->analysis, end - 1, end) &&
         strchr (signs, syn_analysis_char (scope->analysis, end)) != NULL;
}

static gboolean
is_country (const SynFigureScope *scope, guint32 token)
{
  return token < scope->end && syn_gazetteer_find (scope->analysis->gazetteer,
                                                   syn_analysis_word (scope->analysis, token), NULL) != NULL;
}

/* "Covid-19", "Boeing 737", "+86", "24/7", "3:2", "007" */
gboolean
syn_figure_is_part_of_name (const SynFigureScope *scope, guint32 token, const SynNumber *number)
{
  const char *word = syn_analysis_word (scope->analysis, token);
  guint32 before = token - 1;

  if (!number->is_digits)
    return FALSE;
  if (touches_before (scope, token, "/+:#@&") || touches_after (scope, number->end, "/:@&"))
    return TRUE;
  if (touches_before (scope, token, "-") && token >= scope->first + 2 &&
      syn_analysis_touches (scope->analysis, token - 2, token - 1) &&
      !syn_figure_is_flagged (scope, token - 2, SYN_TOKEN_NUMBER))
    return TRUE;
  if (word[0] == '0' && g_ascii_isdigit (word[1]))
    return TRUE;

  return token > scope->first && !number->has_magnitude && strpbrk (word, ",.") == NULL &&
         syn_figure_is_flagged (scope, before, SYN_TOKEN_CAPITALISED) &&
         !syn_figure_is_flagged (scope, before, SYN_TOKEN_FUNCTION) &&
         !syn_figure_is_class (scope, before, SYN_CLASS_QUALIFIER) &&
         !syn_figure_is_class (scope, before, SYN_CLASS_MONTH) &&
         !syn_figure_is_class (scope, before, SYN_CLASS_WEEKDAY) &&
         !syn_figure_is_flagged (scope, before, SYN_TOKEN_INITIAL) &&
         (!syn_figure_is_flagged (scope, number->end, SYN_TOKEN_WORD) ||
          syn_figure_is_flagged (scope, number->end, SYN_TOKEN_CAPITALISED)) &&
         !syn_figure_is_dash (scope, number->end) && !is_country (scope, number->end);
}

/* "1." or "1)" at the start of a line of a list. */
gboolean
syn_figure_is_list_number (const SynFigureScope *scope, guint32 token, const SynNumber *number)
{
  return token == scope->first && number->is_digits && number->end < scope->end &&
         touches_after (scope, number->end, ".)");
}

/* ---- ages, shares, multiples ---- */

gboolean
syn_figure_read_age (const SynFigureScope *scope,
                     guint32 token,
                     const SynNumber *number,
                     SynFigureDraft *figure)
{
  guint32 next = number->end;
  guint32 unit = syn_figure_is_hyphen (scope, next) ? next + 1 : next;
  gboolean is_between_commas;

  if (number->value < 1 || number->value > MAX_AGE || number->has_magnitude ||
      number->value != floor (number->value))
    return FALSE;

  figure->kind = SYN_FIGURE_AGE;
  g_strlcpy (figure->unit, "", sizeof figure->unit);

  /* "29-year-old", "29 years old", "29 years of age" */
  if (syn_figure_is_class (scope, unit, SYN_CLASS_DURATION) &&
      (syn_figure_is_word (scope, unit, "year") || syn_figure_is_word (scope, unit, "years"))) {
    guint32 old = syn_figure_is_dash (scope, unit + 1) ? unit + 2 : unit + 1;

    if (g_str_has_prefix (old < scope->end ? syn_analysis_word (scope->analysis, old) : "", "old") &&
        !syn_figure_is_word (scope, old, "older")) {
      figure->end = old + 1;
      return TRUE;
    }
    if (syn_figure_is_word (scope, unit + 1, "of") && syn_figure_is_word (scope, unit + 2, "age")) {
      figure->end = unit + 3;
      return TRUE;
    }
    return FALSE;
  }

  figure->end = next;
  if (syn_figure_is_word (scope, token - 1, "aged") || syn_figure_is_word (scope, token - 1, "age") ||
      syn_figure_is_word (scope, token - 1, "ages")) {
    figure->first = token - 1;
    return TRUE;
  }
  if (syn_figure_is_word (scope, token - 1, "of") &&
      (syn_figure_is_word (scope, token - 2, "age") || syn_figure_is_word (scope, token - 2, "ages"))) {
    figure->first = token - 2;
    return TRUE;
  }

  /* "Ann Lee, 29, a teacher", "Ann Lee (29)" */
  is_between_commas =
      (syn_figure_is_word (scope, token - 1, ",") || syn_figure_is_word (scope, token - 1, "(")) &&
      (next >= scope->end || syn_figure_is_word (scope, next, ",") || syn_figure_is_word (scope, next, ".") ||
       syn_figure_is_word (scope, next, ")") || syn_figure_is_word (scope, next, ";"));

  return is_between_commas && number->is_digits &&
         syn_figure_is_flagged (scope, token - 2, SYN_TOKEN_CAPITALISED) &&
         !syn_figure_is_class (scope, token - 2, SYN_CLASS_MONTH) && !touches_after (scope, next - 1, ",");
}

/* "one in four", "four out of five" */
gboolean
syn_figure_read_ratio (const SynFigureScope *scope, const SynNumber *number, SynFigureDraft *figure)
{
  guint32 next = number->end;
  SynNumber whole;

  if (number->has_magnitude || number->value != floor (number->value) || number->is_vague)
    return FALSE;

  if (syn_figure_is_word (scope, next, "out") && syn_figure_is_word (scope, next + 1, "of"))
    next += 2;
  else if (syn_figure_is_word (scope, next, "in") || syn_figure_is_word (scope, next, "of"))
    next += 1;
  else
    return FALSE;
  if (syn_figure_is_word (scope, next, "every"))
    next++;
  else if (syn_figure_is_word (scope, number->end, "of"))
    return FALSE;
  if (next < scope->end && scope->analysis->is_taken[next])
    return FALSE;

  whole = syn_figure_read_number (scope, next);
  if (whole.end == next || whole.value <= number->value || whole.value > MAX_RATIO || whole.is_vague ||
      whole.is_fraction || syn_figure_is_class (scope, whole.end, SYN_CLASS_DURATION))
    return FALSE;

  figure->kind = SYN_FIGURE_PERCENT;
  g_strlcpy (figure->unit, "%", sizeof figure->unit);
  figure->value = figure->lower = figure->upper = 100 * number->value / whole.value;
  figure->number_end = figure->end = whole.end;
  figure->what = syn_figure_find_counted (scope->analysis, whole.end, scope->end);

  return TRUE;
}

static gboolean
is_comparison (const SynFigureScope *scope, guint32 token)
{
  static const char *const words[] = { "as",     "more",   "the",    "that",    "its",    "their",
                                       "higher", "larger", "bigger", "greater", "faster", "what",
                                       "over",   "better", "his",    "her",     NULL };

  return token < scope->end && g_strv_contains (words, syn_analysis_word (scope->analysis, token));
}

/* "three times as many", "tenfold" -- shares of what something was before; "arrested three times" counts. */
gboolean
syn_figure_read_times (const SynFigureScope *scope, const SynNumber *number, SynFigureDraft *figure)
{
  guint32 next = syn_figure_is_hyphen (scope, number->end) ? number->end + 1 : number->end;

  if (!syn_figure_is_class (scope, next, SYN_CLASS_TIMES) ||
      (syn_figure_is_word (scope, next, "times") && !is_comparison (scope, next + 1)))
    return FALSE;

  figure->kind = SYN_FIGURE_PERCENT;
  g_strlcpy (figure->unit, "%", sizeof figure->unit);
  figure->factor = 100;
  figure->end = next + 1;

  return TRUE;
}

gboolean
syn_figure_read_multiple (const SynFigureScope *scope, guint32 token, SynFigureDraft *figure)
{
  static const char *const need_comparison[] = { "twice",   "double", "triple", "doubles",
                                                 "triples", "thrice", NULL };
  const SynSense *sense = syn_figure_get_sense (scope, token, SYN_CLASS_MULTIPLE);

  if (sense == NULL)
    return FALSE;
  if (g_strv_contains (need_comparison, syn_analysis_word (scope->analysis, token)) &&
      !is_comparison (scope, token + 1))
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
find_range_end (const SynFigureScope *scope, guint32 first, guint32 token)
{
  gboolean is_between =
      syn_figure_is_word (scope, first - 1, "between") || syn_figure_is_word (scope, first, "ages");

  if (syn_figure_is_dash (scope, token) && token + 1 < scope->end &&
      syn_analysis_touches (scope->analysis, token - 1, token) ==
          syn_analysis_touches (scope->analysis, token, token + 1))
    return token + 1;
  if (syn_figure_is_word (scope, token, "to") || (is_between && syn_figure_is_word (scope, token, "and")))
    return token + 1;

  return SYN_NO_INDEX;
}

/* Widens the figure to a range if one is written. FALSE where the two are a score ("3-1") and no figure at
 * all. */
gboolean
syn_figure_read_range (const SynFigureScope *scope, const SynNumber *number, SynFigureDraft *figure)
{
  guint32 next = find_range_end (scope, figure->first, figure->end);
  gboolean is_dashed = next != SYN_NO_INDEX && syn_figure_is_dash (scope, next - 1);
  gboolean is_from = syn_figure_is_word (scope, figure->first - 1, "from") ||
                     syn_figure_is_word (scope, figure->first - 1, "between");
  SynFigureDraft second = SYN_FIGURE_DRAFT_INIT;
  SynNumber other;
  double first_value = figure->value;

  if (next == SYN_NO_INDEX || next >= scope->end || scope->analysis->is_taken[next] || number->is_vague)
    return TRUE;

  next += syn_figure_read_currency_before (scope, next, &second);
  if (next >= scope->end)
    return TRUE;
  other = syn_figure_read_number (scope, next);
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
