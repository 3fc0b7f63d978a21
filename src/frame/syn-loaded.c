/* Loaded wording: words that judge or heighten where a plainer word would report. Every word gets a score
 * from the model (what the lists say of it, its meaning, its form, whether it is somebody else's); neighbours
 * that are shown make one mark. In languages without word vectors the lists decide alone. */
#include "config.h"

#include "syn-frame-work-private.h"
#include "syn-wording-model-private.h"

#include <math.h>
#include <glib/gi18n-lib.h>

/* Scores below are not kept as marks. */
#define FLOOR 0.3
#define SHOWN 0.5
/* Without a model: what is left of the list's value in reported words. */
#define REPORTED_SHARE 0.5

static double
logistic (double x)
{
  return 1 / (1 + exp (-x));
}

static const char *
get_class_reason (SynFrameClass class)
{
  switch (class) {
  case SYN_FRAME_LOADED_PRAISE:
    return _ ("praises");
  case SYN_FRAME_LOADED_BLAME:
    return _ ("blames");
  case SYN_FRAME_LOADED_LABEL:
    return _ ("a name that judges");
  case SYN_FRAME_LOADED_INTENSIFIER:
    return _ ("intensifies");
  case SYN_FRAME_LOADED_ABSOLUTE:
    return _ ("allows no exception");
  case SYN_FRAME_LOADED_DRAMATIC:
    return _ ("makes it more dramatic");
  case SYN_FRAME_LOADED_OPINION:
    return _ ("the writer's own opinion");
  default:
    return NULL;
  }
}

/* What the lists know of it, else what the meaning suggests. */
static char *
make_reason (const SynFrameWork *work, guint article, const SynWordingUnit *unit)
{
  const SynFrameSense *sense =
      syn_frame_sense_find (unit->senses, SYN_FRAME_LOADED_PRAISE, SYN_FRAME_LOADED_OPINION);
  const char *reason = sense != NULL ? get_class_reason (sense->class) : NULL;
  double valence =
      syn_wording_model_get_logit (syn_wording_model_get_default (), SYN_WORDING_VALENCE, unit->features);

  if (reason == NULL && syn_frame_sense_find (unit->senses, SYN_FRAME_METAPHOR, SYN_FRAME_METAPHOR) != NULL)
    reason = _ ("a picture where a plain word would do");
  if (reason == NULL)
    reason = valence > 0.25    ? _ ("close in meaning to words of praise")
             : valence < -0.25 ? _ ("close in meaning to words of blame")
                               : _ ("close in meaning to words that judge");

  if (work->articles[article].roles[unit->first_token] & SYN_ROLE_REPORTED)
    return g_strdup_printf (_ ("%s; in reported words"), reason);

  return g_strdup (reason);
}

static double
get_score (const SynFrameWork *work, guint article, const SynWordingUnit *unit)
{
  guint8 roles = work->articles[article].roles[unit->first_token];
  const SynFrameSense *sense;

  if (syn_wording_unit_is_plain (unit))
    return 0;
  if (roles & SYN_ROLE_ENGLISH)
    return logistic (
        syn_wording_model_get_logit (syn_wording_model_get_default (), SYN_WORDING_WORD, unit->features));

  sense = syn_frame_sense_find (unit->senses, SYN_FRAME_LOADED_PRAISE, SYN_FRAME_LOADED_OPINION);
  if (sense == NULL)
    return 0;

  return sense->number * ((roles & SYN_ROLE_REPORTED) ? REPORTED_SHARE : 1);
}

static SynSpan
get_span (const SynFrameArticle *article, const SynWordingUnit *unit)
{
  SynFrameMatch match = { unit->first_token, unit->n_tokens, NULL };

  return syn_frame_article_get_span (article, &match);
}

/* Marks the units of a sentence; a run of shown ones is one mark, for the reason of the strongest. */
static void
add_marks (SynFrameWork *work, guint article, const GArray *units, const double *scores)
{
  for (guint i = 0; i < units->len; i++) {
    const SynWordingUnit *unit = &g_array_index (units, SynWordingUnit, i);
    const SynWordingUnit *strongest = unit;
    SynSpan span = get_span (&work->articles[article], unit);
    guint32 end = unit->first_token + unit->n_tokens;
    double score = scores[i];

    if (score < FLOOR)
      continue;

    while (score >= SHOWN && i + 1 < units->len && scores[i + 1] >= SHOWN &&
           g_array_index (units, SynWordingUnit, i + 1).first_token == end) {
      unit = &g_array_index (units, SynWordingUnit, ++i);
      span.end = get_span (&work->articles[article], unit).end;
      end = unit->first_token + unit->n_tokens;
      if (scores[i] > score) {
        score = scores[i];
        strongest = unit;
      }
    }
    syn_frame_work_add_mark (work, article, span, SYN_FRAMING_LOADED, score,
                             make_reason (work, article, strongest));
  }
}

/* 1 minus the chance that no word is loaded: for passages that the sentence model was not made for. */
static double
join_scores (const double *scores, guint n)
{
  double neutral = 1;

  for (guint i = 0; i < n; i++)
    neutral *= 1 - scores[i];

  return 1 - neutral;
}

static double
rate_sentence (SynFrameWork *work, guint article, guint32 sentence)
{
  const GArray *units = g_ptr_array_index (work->articles[article].units, sentence);
  g_autofree double *scores = g_new0 (double, units->len + 1);
  float features[SYN_N_WORDING_FEATURES];

  if (units->len == 0)
    return 0;

  for (guint i = 0; i < units->len; i++)
    scores[i] = get_score (work, article, &g_array_index (units, SynWordingUnit, i));
  add_marks (work, article, units, scores);

  if (!(work->articles[article].roles[g_array_index (units, SynWordingUnit, 0).first_token] &
        SYN_ROLE_ENGLISH))
    return join_scores (scores, units->len);

  syn_wording_units_join (units, scores, features);

  return logistic (
      syn_wording_model_get_logit (syn_wording_model_get_default (), SYN_WORDING_SENTENCE, features));
}

void
syn_frame_find_loaded (SynFrameWork *work)
{
  for (guint a = 0; a < work->n_articles; a++) {
    GArray *sentences = g_ptr_array_index (work->sentences, a);

    for (guint s = 0; s < sentences->len; s++)
      g_array_index (sentences, SynSentenceFraming, s).loaded = rate_sentence (work, a, s);
  }
}
