/* Figures in scripts with spaces: a number with its qualifier and unit, and what it counts. */
#include "syn-figures-parts-private.h"

#include <math.h>
#include <string.h>

/* "about 500" may be this much off, "almost 500" this much below: shares of the number. What news writers
 * round by. */
#define ABOUT_SHARE  .1
#define ALMOST_SHARE .15
/* Words between a change and its figure: "rose by more than". */
#define MAX_WORDS_FROM_CHANGE 4
/* Words between "of" and a number that belong together: "of their next 23". */
#define MAX_WORDS_FROM_OF 3
/* A smaller number without a noun is about anything: "and two went home". Chosen by hand. */
#define MIN_INHERITING 20

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

/* ---- changes and what is measured ---- */

/* "rose by 20%", "down 300 points", "a 5% rise"; not "rose to 20%", "from 5 to 8", "added 300 members". */
static void
find_change (const SynFigureScope *scope, SynFigureDraft *figure)
{
  guint32 i = figure->first;
  gboolean is_amount = figure->kind == SYN_FIGURE_COUNT;

  if (figure->qualifier == SYN_RANGE && syn_figure_is_word (scope, i, "from"))
    return;

  for (guint n = 0; i > scope->first && n < MAX_WORDS_FROM_CHANGE; i--, n++) {
    if (syn_figure_is_word (scope, i - 1, "to") || syn_figure_is_word (scope, i - 1, "from"))
      return;
    if (syn_figure_is_class (scope, i - 1, SYN_CLASS_CHANGE)) {
      figure->is_change = !is_amount || syn_figure_is_word (scope, i, "by") ||
                          syn_figure_is_word (scope, i - 1, "up") ||
                          syn_figure_is_word (scope, i - 1, "down");
      return;
    }
    if (!syn_figure_is_flagged (scope, i - 1, SYN_TOKEN_FUNCTION) &&
        !syn_figure_is_class (scope, i - 1, SYN_CLASS_QUALIFIER))
      break;
  }
  figure->is_change = syn_figure_is_class (scope, figure->end, SYN_CLASS_CHANGE) &&
                      !syn_figure_is_word (scope, figure->end, "up") &&
                      !syn_figure_is_word (scope, figure->end, "down");
}

/* Whether what the figure before it says holds for this one, too: "up 200% on the year, and 194% on the
 * week", "400,000 users one day and 1.8 million the next"; but "422 ships, 113 of them". */
static gboolean
follows_on (const SynFigureScope *scope, const SynFigureDraft *figure)
{
  guint32 before = figure->first - 1;

  if (figure->kind == SYN_FIGURE_PERCENT)
    return syn_figure_is_class (scope, before, SYN_CLASS_COORDINATOR) ||
           syn_figure_is_word (scope, before, ",");
  if (figure->kind != SYN_FIGURE_COUNT || figure->value < MIN_INHERITING ||
      syn_figure_is_word (scope, figure->end, "of"))
    return FALSE;

  return syn_figure_is_class (scope, before, SYN_CLASS_COORDINATOR) ||
         syn_figure_is_word (scope, before, "from") || syn_figure_is_word (scope, before, "to");
}

/* "200 million euros, the others 100 million": the second is money, too. */
static gboolean
follows_money (const SynFigureScope *scope, const SynFigureDraft *figure, const SynFigure *last)
{
  return last->kind == SYN_FIGURE_MONEY && figure->kind == SYN_FIGURE_COUNT &&
         syn_figure_is_class (scope, figure->number_end - 1, SYN_CLASS_MAGNITUDE) &&
         !syn_figure_is_word (scope, figure->end, "of");
}

/* What the figure before it counts, or that it is money. */
static void
inherit (const SynFigureScope *scope, SynFigureDraft *figure)
{
  const GArray *figures = scope->analysis->draft.figures;
  const SynFigure *last = figures->len > 0 ? SYN_RECORD (figures, SynFigure, figures->len - 1) : NULL;

  if (last == NULL || last->sentence != scope->sentence)
    return;
  if (follows_money (scope, figure, last)) {
    figure->kind = SYN_FIGURE_MONEY;
    g_strlcpy (figure->unit, syn_strings_get (scope->analysis->draft.strings, last->unit),
               sizeof figure->unit);
    return;
  }
  if (last->kind != figure->kind || !follows_on (scope, figure))
    return;

  figure->what =
      last->what != 0 ? syn_analysis_find_token (scope->analysis, last->what_span.start) : SYN_NO_INDEX;
  figure->is_change = last->is_change;
}

/* "18 of their next 23 games": what the first is a part of; by itself it counts nothing that happened. */
static gboolean
is_base_of_part (const SynFigureScope *scope, const SynFigureDraft *figure)
{
  guint32 token = figure->first - 1;

  for (guint n = 0; n < MAX_WORDS_FROM_OF && syn_figure_is_flagged (scope, token, SYN_TOKEN_WORD);
       n++, token--) {
    if (syn_figure_is_word (scope, token, "of"))
      return syn_figure_is_flagged (scope, token - 1, SYN_TOKEN_NUMBER);
  }

  return FALSE;
}

/* And the part itself, "18 of": its noun stands behind the whole. */
static gboolean
is_part_of_base (const SynFigureScope *scope, const SynFigureDraft *figure)
{
  if (!syn_figure_is_word (scope, figure->end, "of"))
    return FALSE;
  for (guint n = 1; n <= MAX_WORDS_FROM_OF; n++) {
    if (syn_figure_is_flagged (scope, figure->end + n, SYN_TOKEN_NUMBER))
      return TRUE;
  }

  return FALSE;
}

static void
find_what (const SynFigureScope *scope, SynFigureDraft *figure)
{
  const SynAnalysis *self = scope->analysis;
  guint32 next = figure->end;

  switch (figure->kind) {
  case SYN_FIGURE_COUNT:
    /* "1.8 million the next", "500 a day" */
    if (syn_figure_is_class (scope, next, SYN_CLASS_ARTICLE) || is_base_of_part (scope, figure) ||
        is_part_of_base (scope, figure))
      break;
    figure->what = syn_figure_find_counted (self, next, scope->end);
    /* "rose to 300", "from 3 to 5"; a number by itself counts what the text leaves out. */
    if (figure->what == SYN_NO_INDEX &&
        (figure->is_change || syn_figure_is_word (scope, figure->first, "from") ||
         syn_figure_is_word (scope, figure->first - 1, "to") ||
         syn_figure_is_word (scope, figure->first - 1, "at")))
      figure->what = syn_figure_find_measured (self, scope->first, figure->first);
    break;
  case SYN_FIGURE_PERCENT:
    if (syn_figure_is_word (scope, next, "of"))
      figure->what = syn_figure_find_counted (self, next, scope->end);
    else if (syn_figure_is_class (scope, next, SYN_CLASS_CHANGE) &&
             (syn_figure_is_word (scope, next + 1, "in") || syn_figure_is_word (scope, next + 1, "of")))
      figure->what = syn_figure_find_counted (self, next + 2, scope->end);
    else
      figure->what = syn_figure_find_measured (self, scope->first, figure->first);
    if (figure->what == SYN_NO_INDEX)
      figure->what = syn_figure_find_counted (self, next, scope->end);
    break;
  case SYN_FIGURE_MONEY:
    figure->what = syn_figure_is_flagged (scope, next, SYN_TOKEN_FUNCTION)
                       ? SYN_NO_INDEX
                       : syn_figure_find_counted (self, next, scope->end);
    if (figure->what == SYN_NO_INDEX)
      figure->what = syn_figure_find_measured (self, scope->first, figure->first);
    break;
  case SYN_FIGURE_DURATION:
  case SYN_FIGURE_MEASURE:
    /* "an 18-month sentence", "a 50-metre-high wall" */
    if (figure->number_end < scope->end && syn_figure_is_dash (scope, figure->number_end)) {
      if (syn_figure_is_dash (scope, next) && next + 2 < scope->end)
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
is_really_one (const SynFigureScope *scope, const SynFigureDraft *figure, const char *qualifier)
{
  guint32 before = figure->first - 1;
  gboolean is_only = syn_figure_is_word (scope, before, "only") || syn_figure_is_word (scope, before, "just");

  if (figure->kind == SYN_FIGURE_PERCENT || figure->kind == SYN_FIGURE_MONEY)
    return TRUE;
  if (figure->kind == SYN_FIGURE_COUNT)
    return (qualifier != NULL || is_only) && syn_figure_is_flagged (scope, figure->end, SYN_TOKEN_WORD) &&
           !syn_figure_is_flagged (scope, figure->end, SYN_TOKEN_FUNCTION);

  return qualifier != NULL || is_only || syn_figure_is_word (scope, before, "in") ||
         syn_figure_is_dash (scope, figure->number_end);
}

/* Reads a figure whose number, or currency sign, stands at `token`. The token behind it; `token` where there
 * is none. */
static guint32
read_figure (const SynFigureScope *scope, guint32 token, SynFigureDraft *figure)
{
  const char *qualifier;
  const char *qualifier_after;
  guint32 start = token + syn_figure_read_currency_before (scope, token, figure);
  SynNumber number;

  if (start >= scope->end || scope->analysis->is_taken[start])
    return token;
  number = syn_figure_read_number (scope, start);
  if (number.end == start)
    return token;
  if (syn_figure_is_part_of_name (scope, start, &number) || syn_figure_is_list_number (scope, start, &number))
    return token;

  figure->first = token;
  figure->number_first = start;
  figure->end = figure->number_end = number.end;
  figure->value = figure->lower = number.value;
  figure->upper = number.upper;
  if (number.is_vague)
    figure->qualifier = SYN_RANGE;

  if (figure->kind != SYN_FIGURE_MONEY) {
    if (syn_figure_read_age (scope, start, &number, figure)) {
      if (figure->end == number.end)
        syn_figure_read_range (scope, &number, figure);
      qualifier = syn_figure_read_qualifier_before (scope, figure);
      if (qualifier != NULL && figure->qualifier != SYN_RANGE)
        syn_figure_set_bounds (figure, qualifier);
      return figure->end;
    }
    figure->kind = SYN_FIGURE_COUNT;
    figure->first = token;
    figure->end = number.end;
    if (syn_figure_read_ratio (scope, &number, figure)) {
      qualifier = syn_figure_read_qualifier_before (scope, figure);
      if (qualifier != NULL)
        syn_figure_set_bounds (figure, qualifier);
      return figure->end;
    }
  }

  if (!number.is_fraction && !syn_figure_read_range (scope, &number, figure))
    return figure->end;
  qualifier_after = syn_figure_read_qualifier_after (scope, &figure->end);
  if (!syn_figure_read_times (scope, &number, figure)) {
    figure->end = syn_figure_read_unit (scope, figure->end, figure);
    if (figure->qualifier != SYN_RANGE && figure->end > figure->number_end) {
      /* "10% to 20%", "two days to three days": the unit stands twice. */
      guint32 unit_end = figure->end;

      if (syn_figure_read_range (scope, &number, figure) && figure->qualifier == SYN_RANGE)
        figure->end = syn_figure_read_unit (scope, figure->end, figure);
      else
        figure->end = unit_end;
    }
  }
  if (qualifier_after == NULL)
    qualifier_after = syn_figure_read_qualifier_after (scope, &figure->end);

  if (number.is_fraction && figure->kind == SYN_FIGURE_COUNT) {
    figure->kind = SYN_FIGURE_PERCENT;
    g_strlcpy (figure->unit, "%", sizeof figure->unit);
    figure->factor = 100;
  }

  qualifier = syn_figure_read_qualifier_before (scope, figure);
  if (qualifier == NULL)
    qualifier = qualifier_after;
  if (number.is_single && figure->qualifier != SYN_RANGE && !is_really_one (scope, figure, qualifier))
    return token;
  if (figure->qualifier == SYN_RANGE && (syn_figure_is_word (scope, figure->first - 1, "from") ||
                                         syn_figure_is_word (scope, figure->first - 1, "between")))
    figure->first--;
  else if (qualifier != NULL && figure->qualifier != SYN_RANGE)
    syn_figure_set_bounds (figure, qualifier);

  return figure->end;
}

static void
find_in_sentence (const SynFigureScope *scope)
{
  SynAnalysis *self = scope->analysis;

  for (guint32 i = scope->first; i < scope->end;) {
    SynFigureDraft figure = SYN_FIGURE_DRAFT_INIT;
    guint32 end;

    if (self->is_taken[i]) {
      i++;
      continue;
    }
    if (syn_figure_read_rank (self, scope->lexicon, i, scope->end, &figure) ||
        syn_figure_read_multiple (scope, i, &figure)) {
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
  static const char *const with_decimal_comma[] = { "de", "fr", "es", "it", "nl", "pt", "pl", "ru",
                                                    "cs", "tr", "sv", "da", "no", "fi", "uk", "el",
                                                    "ro", "hu", "id", "vi", "ca", NULL };

  for (guint32 i = 0; i < self->draft.sentences->len; i++) {
    const SynSentence *sentence = syn_analysis_sentence (self, i);
    const SynParagraph *paragraph = SYN_RECORD (self->draft.paragraphs, SynParagraph, sentence->paragraph);
    SynFigureScope scope = {
      .analysis = self,
      .lexicon = syn_analysis_get_lexicon (self, i),
      .sentence = i,
      .first = sentence->first_token,
      .end = sentence->first_token + sentence->n_tokens,
      .has_decimal_comma =
          g_strv_contains (with_decimal_comma, syn_strings_get (self->draft.strings, paragraph->language)),
    };

    if (syn_analysis_is_language (self, i, "zh"))
      syn_analysis_find_han_figures (self, i);
    else
      find_in_sentence (&scope);
  }
}
