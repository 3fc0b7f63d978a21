/* Figures: the same value of the same thing is strong evidence; two values of one thing that cannot both hold
 * are a conflict; ranks are compared apart, as "first" and "top" carry no amount. */
#include "config.h"

#include "syn-evidence-private.h"

#include <math.h>
#include <string.h>

/* Who writes "more than N" would have written another number from about this times N on. */
#define OPEN_ENDED 2.0

/* Amounts further apart than this measure different things, whatever noun stands beside them. */
#define MAX_RATIO 10.0

/* "About N" in a text without stated bounds. */
#define ABOUT 0.12

/* A range in figures as wide as this tells where something rose or fell to. */
#define MOVE_RATIO 2.5

/* So telling a figure stands for the same thing wherever it stands, whatever the noun: it fits at least so
 * well. */
#define TELLING     0.6
#define TELLING_FIT 0.7

/* From this fit on both count the same thing: their difference is a conflict. */
#define SAME_THING 0.8

/* Likeness of the counted nouns that makes them one: users and customers, people and victims. */
#define SAME_NOUN 0.55

static guint32
find_token (const SynArticleView *view, gsize offset)
{
  gsize low = 0;
  gsize high = view->n_tokens;

  while (low < high) {
    gsize middle = low + (high - low) / 2;

    if (view->tokens[middle].span.end <= offset)
      low = middle + 1;
    else
      high = middle;
  }

  return low < view->n_tokens ? low : SYN_NO_INDEX;
}

static guint32
find_noun (const SynArticleView *view, const SynFigure *figure)
{
  guint32 token;

  if (syn_span_is_empty (figure->what_span))
    return SYN_NO_INDEX;
  token = find_token (view, figure->what_span.end - 1);

  return token != SYN_NO_INDEX ? view->terms[token] : SYN_NO_INDEX;
}

static double
get_likeness (const SynCorpus *corpus, guint32 a, guint32 b)
{
  const SynTerm *term = syn_corpus_get_term (corpus, a);

  for (guint32 i = 0; i < term->n_links; i++) {
    const SynTermLink *link = &g_array_index (corpus->links, SynTermLink, term->first_link + i);

    if (link->term == b)
      return link->likeness;
  }

  return 0;
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

  return get_likeness (corpus, a_noun, b_noun) >= SAME_NOUN ? 0.85 : 0.3;
}

static double
get_low (const SynFigure *figure)
{
  double low = isfinite (figure->lower) ? figure->lower : figure->value / OPEN_ENDED;

  if (figure->qualifier == SYN_ABOUT && figure->lower == figure->upper)
    low = figure->value - ABOUT * fabs (figure->value);

  return low;
}

static double
get_high (const SynFigure *figure)
{
  double high = isfinite (figure->upper) ? figure->upper : figure->value * OPEN_ENDED;

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

/* Whether the range of `b` holds either end of the move `a`. */
static gboolean
move_meets (const SynFigure *a, const SynFigure *b)
{
  return (get_low (b) <= a->lower && a->lower <= get_high (b)) ||
         (get_low (b) <= a->upper && a->upper <= get_high (b));
}

static gboolean
ranges_meet (const SynArticleView *a_view,
             const SynFigure *a,
             const SynArticleView *b_view,
             const SynFigure *b)
{
  double slack = MAX (get_rounding (a->value), get_rounding (b->value));

  if (is_move (a_view, a))
    return move_meets (a, b);
  if (is_move (b_view, b))
    return move_meets (b, a);
  if (a->qualifier != SYN_EXACT || b->qualifier != SYN_EXACT)
    return get_low (a) <= get_high (b) && get_low (b) <= get_high (a);

  /* the rounder of the two says how far off the other may be */
  return fabs (a->value - b->value) < slack && get_rounding (a->value) != get_rounding (b->value);
}

SynFigureRelation
syn_figures_relate (const SynCorpus *corpus,
                    const SynArticleView *a_view,
                    const SynFigure *a,
                    const SynArticleView *b_view,
                    const SynFigure *b,
                    double *fit)
{
  double high = MAX (fabs (a->value), fabs (b->value));
  double low = MIN (fabs (a->value), fabs (b->value));

  *fit = 0;
  if (a->kind != b->kind || strcmp (syn_document_get_string (a_view->document, a->unit),
                                    syn_document_get_string (b_view->document, b->unit)) != 0)
    return SYN_FIGURES_UNRELATED;

  *fit = fit_nouns (corpus, a_view, a, b_view, b);
  if (a->value == b->value && a->kind != SYN_FIGURE_RANK && syn_figure_get_weight (a) >= TELLING)
    *fit = MAX (*fit, TELLING_FIT);
  if (a->value == b->value && a->upper == b->upper && a->lower == b->lower)
    return SYN_FIGURES_AGREE;
  if (a->kind == SYN_FIGURE_RANK)
    return *fit >= SAME_THING && high <= 10 ? SYN_FIGURES_CONFLICT : SYN_FIGURES_UNRELATED;
  if (ranges_meet (a_view, a, b_view, b))
    return a->value == b->value ? SYN_FIGURES_AGREE : SYN_FIGURES_COMPATIBLE;
  if (*fit < SAME_THING || a->is_change != b->is_change || high > low * MAX_RATIO)
    return SYN_FIGURES_UNRELATED;

  return SYN_FIGURES_CONFLICT;
}

double
syn_figure_get_weight (const SynFigure *figure)
{
  double value = fabs (figure->value);
  int digits = 1;

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
  for (double rest = value; digits < 4 && fmod (rest, pow (10, floor (log10 (rest)))) > 1e-6 * rest; digits++)
    rest = fmod (rest, pow (10, floor (log10 (rest))));

  return MIN (0.15 + 0.2 * (digits - 1) + 0.1 * log10 (value) + (figure->unit != 0 ? 0.2 : 0), 1);
}

static void
tell_figures (
    SynPair *pair, SynFeature feature, SynConflictKind conflict, guint32 a, guint32 b, double strength)
{
  SynFinding finding = { SYN_REASON_FIGURE, feature, strength, conflict };

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
      tell_figures (pair, SYN_FEATURE_RANK, SYN_CONFLICT_NONE, a, best_b, best_fit);
    } else {
      SynFeature feature = best_fit >= 0.6 ? SYN_FEATURE_FIGURE : SYN_FEATURE_FIGURE_LOOSE;

      raise_feature (pair, feature, weight);
      tell_figures (pair, feature, SYN_CONFLICT_NONE, a, best_b, weight);
    }
    return TRUE;
  case SYN_FIGURES_COMPATIBLE:
    if (best_fit < 0.6)
      return FALSE;
    raise_feature (pair, SYN_FEATURE_FIGURE_LOOSE, weight);
    tell_figures (pair, SYN_FEATURE_FIGURE_LOOSE, SYN_CONFLICT_NONE, a, best_b, weight);
    return TRUE;
  case SYN_FIGURES_CONFLICT:
    raise_feature (pair, SYN_FEATURE_FIGURE_CONFLICT, weight);
    tell_figures (pair, SYN_FEATURE_FIGURE_CONFLICT,
                  figure->kind == SYN_FIGURE_RANK ? SYN_CONFLICT_RANK : SYN_CONFLICT_FIGURE, a, best_b,
                  weight);
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
