/* Figures: the same value of the same thing is strong evidence; two values of one thing that cannot both hold
 * are a conflict; ranks are compared apart, as "first" and "top" carry no amount. */
#include "config.h"

#include "syn-evidence-private.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Who writes "more than N" would have written another number from about this times N on, by how many digits
 * of N are more than noughts: "more than 400", "more than 450", "at least 369". */
static const double open_ended[] = { 2.0, 1.3, 1.1 };

/* Amounts further apart than this measure different things, whatever noun stands beside them: in the sample
 * stories and the readers' the widest true conflict is 1.75, and from 2.7 on all are of different things. */
#define MAX_GAP 2.0

/* Ranks beyond this are seldom of the head of one list. */
#define MAX_RANK 10

/* "About N" in a text without stated bounds. */
#define ABOUT 0.12

/* A range in figures as wide as this tells where something rose or fell to. */
#define MOVE_RATIO 2.5

/* A telling figure stands for the same thing whatever the noun: it fits at least so well. */
#define TELLING_FIT 0.7

/* Likeness of the counted nouns that makes them one: users and customers, people and victims. */
#define SAME_NOUN 0.55

/* How well two nouns fit that are not the same but may well count the same. */
#define LIKE_NOUN 0.85

static guint32
find_noun (const SynArticleView *view, const SynFigure *figure)
{
  guint32 token;

  if (syn_span_is_empty (figure->what_span))
    return SYN_NO_INDEX;
  token = syn_article_find_token (view, figure->what_span.end - 1);

  return token != SYN_NO_INDEX ? view->terms[token] : SYN_NO_INDEX;
}

/* A people counts persons: "Americans". */
static SynPersons
get_persons (const SynCorpus *corpus, guint32 noun)
{
  const SynTerm *term = syn_corpus_get_term (corpus, noun);

  return term->country != NULL && !term->is_capital ? SYN_PERSONS_NATION : term->persons;
}

/* How surely both count the same thing. */
static double
fit_nouns (const SynCorpus *corpus,
           const SynArticleView *a_view,
           const SynFigure *a,
           const SynArticleView *b_view,
           const SynFigure *b)
{
  const char *x = syn_document_get_string (a_view->document, a->what);
  const char *y = syn_document_get_string (b_view->document, b->what);
  guint32 a_noun, b_noun;
  SynPersons a_persons, b_persons;

  if (x[0] == '\0' || y[0] == '\0')
    return x[0] == y[0] && a->unit != 0 ? 0.7 : 0.6;
  if (strcmp (x, y) == 0)
    return 1;

  a_noun = find_noun (a_view, a);
  b_noun = find_noun (b_view, b);
  if (a_noun == SYN_NO_INDEX || b_noun == SYN_NO_INDEX)
    return 0.4;
  if (a_noun == b_noun)
    return 1;

  a_persons = get_persons (corpus, a_noun);
  b_persons = get_persons (corpus, b_noun);
  if (syn_persons_meet (a_persons, b_persons))
    return LIKE_NOUN;
  if ((a_persons == SYN_PERSONS_NONE) != (b_persons == SYN_PERSONS_NONE))
    return 0.3; /* however alike their vectors are: sailors are no ships */

  return syn_corpus_get_likeness (corpus, a_noun, b_noun) >= SAME_NOUN ? LIKE_NOUN : 0.3;
}

/* How many digits the value has before its noughts: 2 for 450,000. */
static guint
count_digits (double value)
{
  guint n = 1;
  double rest = fabs (value);

  for (; n < 4 && rest >= 1; n++) {
    rest = fmod (rest, pow (10, floor (log10 (rest))));
    if (rest < 1e-6 * fabs (value))
      break;
  }

  return n;
}

/* How many digits the number is written with, noughts at its end apart: 3 for "369", 1 for "700,000" and
 * "two". */
static guint
count_written_digits (const SynArticleView *view, const SynFigure *figure)
{
  guint n = 0, n_noughts = 0;

  for (gsize i = figure->number.start; i < figure->number.end; i++) {
    if (!g_ascii_isdigit (view->text[i]))
      continue;
    n++;
    n_noughts = view->text[i] == '0' ? n_noughts + 1 : 0;
  }

  return MAX (n - n_noughts, 1);
}

static double
get_open_factor (const SynArticleView *view, const SynFigure *figure)
{
  return open_ended[MIN (count_written_digits (view, figure), G_N_ELEMENTS (open_ended)) - 1];
}

static double
get_low (const SynArticleView *view, const SynFigure *figure)
{
  double low = isfinite (figure->lower) ? figure->lower : figure->value / get_open_factor (view, figure);

  if (figure->qualifier == SYN_ABOUT && figure->lower == figure->upper)
    low = figure->value - ABOUT * fabs (figure->value);

  return low;
}

static double
get_high (const SynArticleView *view, const SynFigure *figure)
{
  double high = isfinite (figure->upper) ? figure->upper : figure->value * get_open_factor (view, figure);

  if (figure->qualifier == SYN_ABOUT && figure->lower == figure->upper)
    high = figure->value + ABOUT * fabs (figure->value);

  return high;
}

/* Half of the last place that the value gives: 50,000 for 700,000. */
static double
get_rounding (double value)
{
  double unit = 1;

  if (value < 100 || value != floor (value) || value > 1e15)
    return 0;
  while (fmod (value, unit * 10) == 0)
    unit *= 10;

  return unit / 2;
}

/* "From 400,000 to 1.8 million" states two levels, not everything between; "hundreds" is a true range. */
static gboolean
is_move (const SynArticleView *view, const SynFigure *figure)
{
  if (figure->qualifier != SYN_RANGE || figure->lower <= 0 || figure->upper < figure->lower * MOVE_RATIO)
    return FALSE;

  return g_ascii_isdigit (view->text[figure->number.start]);
}

/* "More than 1,000" leaves 1,000 out. */
static gboolean
is_below (const SynFigure *low, double low_end, const SynFigure *high, double high_end)
{
  gboolean is_open = low->qualifier == SYN_OVER || high->qualifier == SYN_UNDER;

  return is_open ? low_end < high_end : low_end <= high_end;
}

/* How many times the higher range lies above the lower one; 1 where they meet. */
static double
get_gap (const SynFigure *a, double a_low, double a_high, const SynFigure *b, double b_low, double b_high)
{
  if (is_below (a, a_low, b, b_high) && is_below (b, b_low, a, a_high))
    return 1;
  if (MIN (a_high, b_high) <= 0)
    return G_MAXDOUBLE;

  /* two that only touch are as near as two can be that do not meet */
  return MAX (MAX (a_low, b_low) / MIN (a_high, b_high), 1 + DBL_EPSILON);
}

/* Of a move, from its nearer end. */
static double
get_figure_gap (const SynArticleView *a_view,
                const SynFigure *a,
                const SynArticleView *b_view,
                const SynFigure *b)
{
  double slack = MAX (get_rounding (a->value), get_rounding (b->value));

  if (a->value == b->value)
    return 1; /* also "more than 700,000" and "700,000" */
  if (is_move (a_view, a))
    return MIN (get_gap (a, a->lower, a->lower, b, get_low (b_view, b), get_high (b_view, b)),
                get_gap (a, a->upper, a->upper, b, get_low (b_view, b), get_high (b_view, b)));
  if (is_move (b_view, b))
    return get_figure_gap (b_view, b, a_view, a);

  /* the rounder of two exact ones says how far off the other may be */
  if (a->qualifier == SYN_EXACT && b->qualifier == SYN_EXACT && fabs (a->value - b->value) < slack &&
      get_rounding (a->value) != get_rounding (b->value))
    return 1;

  return get_gap (a, get_low (a_view, a), get_high (a_view, a), b, get_low (b_view, b), get_high (b_view, b));
}

static gboolean
has_in_clause (const SynCorpus *corpus, const SynArticleView *view, const SynFigure *figure, guint32 term)
{
  const SynClause *clause = &view->clauses[figure->clause];

  for (guint32 i = clause->first_token; i < clause->first_token + clause->n_tokens; i++) {
    if (view->terms[i] != SYN_NO_INDEX && syn_corpus_get_likeness (corpus, view->terms[i], term) >= SAME_NOUN)
      return TRUE;
  }

  return FALSE;
}

/* What is ranked has many names, "first in Apple's app ranking", "the top of the App Store": one list where
 * what the one calls it stands beside the other. */
static gboolean
share_list (const SynCorpus *corpus,
            const SynArticleView *a_view,
            const SynFigure *a,
            const SynArticleView *b_view,
            const SynFigure *b)
{
  guint32 a_noun = find_noun (a_view, a);
  guint32 b_noun = find_noun (b_view, b);

  return (a_noun != SYN_NO_INDEX && has_in_clause (corpus, b_view, b, a_noun)) ||
         (b_noun != SYN_NO_INDEX && has_in_clause (corpus, a_view, a, b_noun));
}

gboolean
syn_figures_meet (const SynArticleView *a_view,
                  const SynFigure *a,
                  const SynArticleView *b_view,
                  const SynFigure *b)
{
  return a->kind == SYN_FIGURE_RANK ? a->value == b->value : get_figure_gap (a_view, a, b_view, b) <= 1;
}

SynFigureRelation
syn_figures_relate (const SynCorpus *corpus,
                    const SynArticleView *a_view,
                    const SynFigure *a,
                    const SynArticleView *b_view,
                    const SynFigure *b,
                    double *fit)
{
  double gap;

  *fit = 0;
  if (a->kind != b->kind || strcmp (syn_document_get_string (a_view->document, a->unit),
                                    syn_document_get_string (b_view->document, b->unit)) != 0)
    return SYN_FIGURES_UNRELATED;

  *fit = fit_nouns (corpus, a_view, a, b_view, b);
  if (a->kind == SYN_FIGURE_RANK && share_list (corpus, a_view, a, b_view, b))
    *fit = MAX (*fit, LIKE_NOUN);
  if (a->value == b->value && a->kind != SYN_FIGURE_RANK && syn_figure_get_weight (a) >= SYN_FIGURES_TELLING)
    *fit = MAX (*fit, TELLING_FIT);
  if (a->value == b->value && a->upper == b->upper && a->lower == b->lower)
    return SYN_FIGURES_AGREE;
  if (a->kind == SYN_FIGURE_RANK)
    return *fit >= SYN_FIGURES_SAME && MAX (a->value, b->value) <= MAX_RANK ? SYN_FIGURES_CONFLICT
                                                                            : SYN_FIGURES_UNRELATED;

  gap = get_figure_gap (a_view, a, b_view, b);
  if (gap <= 1)
    return a->value == b->value ? SYN_FIGURES_AGREE : SYN_FIGURES_COMPATIBLE;
  if (*fit < SYN_FIGURES_SAME || a->is_change != b->is_change || gap > MAX_GAP)
    return SYN_FIGURES_UNRELATED;

  return SYN_FIGURES_CONFLICT;
}

double
syn_figure_get_weight (const SynFigure *figure)
{
  double value = fabs (figure->value);

  switch (figure->kind) {
  case SYN_FIGURE_RANK:
  case SYN_FIGURE_DURATION:
    return 0.35;
  case SYN_FIGURE_AGE:
    return 0.5;
  case SYN_FIGURE_COUNT:
  case SYN_FIGURE_MONEY:
  case SYN_FIGURE_PERCENT:
  case SYN_FIGURE_MEASURE:
    break;
  }

  if (value < 1)
    return 0.5;

  return MIN (0.15 + 0.2 * (count_digits (value) - 1) + 0.1 * log10 (value) + (figure->unit != 0 ? 0.2 : 0),
              1);
}

static void
tell_figures (SynPair *pair, SynFeature feature, guint32 a, guint32 b, double strength)
{
  SynFinding finding = { SYN_REASON_FIGURE, feature, strength };

  finding.a = syn_pair_get_article (pair, pair->a)->figures[a].span;
  finding.b = syn_pair_get_article (pair, pair->b)->figures[b].span;
  finding.a_record = a;
  finding.b_record = b;
  syn_pair_tell (pair, &finding);
}

static void
raise_feature (SynPair *pair, SynFeature feature, double value)
{
  pair->features[feature] = MAX (pair->features[feature], value);
}

/* One figure against all of the other side: what the best of them says. */
static gboolean
relate_figure (SynPair *pair, guint32 a)
{
  const SynArticleView *a_view = syn_pair_get_article (pair, pair->a);
  const SynArticleView *b_view = syn_pair_get_article (pair, pair->b);
  const SynFigure *figure = &a_view->figures[a];
  double weight = syn_figure_get_weight (figure);
  SynFigureRelation best = SYN_FIGURES_UNRELATED;
  double best_fit = 0;
  guint32 best_b = 0;

  for (guint32 b = pair->b->first_figure; b < pair->b->first_figure + pair->b->n_figures; b++) {
    double fit;
    SynFigureRelation relation =
        syn_figures_relate (pair->corpus, a_view, figure, b_view, &b_view->figures[b], &fit);

    if (relation == SYN_FIGURES_UNRELATED ||
        (figure->kind == SYN_FIGURE_RANK &&
         syn_figures_have_other_subjects (pair->corpus, pair->a, figure, pair->b, &b_view->figures[b])))
      continue;
    if (best == SYN_FIGURES_UNRELATED || relation < best || (relation == best && fit > best_fit)) {
      best = relation;
      best_fit = fit;
      best_b = b;
    }
  }

  weight = MIN (weight * (0.4 + best_fit * 0.6), 1);
  switch (best) {
  case SYN_FIGURES_AGREE:
    if (figure->kind == SYN_FIGURE_RANK) {
      raise_feature (pair, SYN_FEATURE_RANK, best_fit);
      tell_figures (pair, SYN_FEATURE_RANK, a, best_b, best_fit);
    } else {
      SynFeature feature = best_fit >= SYN_FIGURES_MAYBE_SAME ? SYN_FEATURE_FIGURE : SYN_FEATURE_FIGURE_LOOSE;

      raise_feature (pair, feature, weight);
      tell_figures (pair, feature, a, best_b, weight);
    }
    return TRUE;
  case SYN_FIGURES_COMPATIBLE:
    if (best_fit < SYN_FIGURES_MAYBE_SAME)
      return FALSE;
    raise_feature (pair, SYN_FEATURE_FIGURE_LOOSE, weight);
    tell_figures (pair, SYN_FEATURE_FIGURE_LOOSE, a, best_b, weight);
    return TRUE;
  case SYN_FIGURES_CONFLICT:
    raise_feature (pair, SYN_FEATURE_FIGURE_CONFLICT, weight);
    tell_figures (pair, SYN_FEATURE_FIGURE_CONFLICT, a, best_b, weight);
    return FALSE;
  case SYN_FIGURES_UNRELATED:
    return FALSE;
  }

  return FALSE;
}

void
syn_evidence_figures (SynPair *pair)
{
  const SynFigure *a_figures = syn_pair_get_article (pair, pair->a)->figures;
  const SynFigure *b_figures = syn_pair_get_article (pair, pair->b)->figures;
  double telling = 0, matched = 0, other = 0;

  if (pair->a->n_figures + pair->b->n_figures == 0)
    return;

  for (guint32 i = pair->a->first_figure; i < pair->a->first_figure + pair->a->n_figures; i++) {
    double weight = syn_figure_get_weight (&a_figures[i]);

    telling += weight;
    if (relate_figure (pair, i))
      matched += weight;
  }
  for (guint32 i = pair->b->first_figure; i < pair->b->first_figure + pair->b->n_figures; i++)
    other += syn_figure_get_weight (&b_figures[i]);

  matched = MIN (matched, MIN (telling, other));
  pair->features[SYN_FEATURE_FIGURE_OTHER] =
      MIN (MAX (telling, other) - matched, 1) * (telling > 0 && other > 0 ? 1 : 0.5);
}
