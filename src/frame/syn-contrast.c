#include "config.h"

#include "syn-contrast-private.h"

#include <math.h>

#include "syn-wording-model-private.h"

/* Words to either side of a name that colour it, within its sentence. */
#define WINDOW 8
/* A word beside a name, against one within it. */
#define BESIDE_SHARE 0.4
/* Words that count as nothing said, so that one odd word in one mention does not make a stance. */
#define PRIOR_WORDS 15.0
/* Words whose valence is weaker say nothing. */
#define MIN_VALENCE 0.2
/* Spread of the articles' means at which the contrast is 0.5. This, the window and the prior: a small grid on
 * the seesaw stories of the development data. */
#define HALF_SPREAD 0.04

void
syn_valence_init (SynValence *self, const SynFrameWork *work)
{
  const SynWordingModel *model = syn_wording_model_get_default ();

  self->n_articles = work->n_articles;
  self->values = g_new0 (float *, work->n_articles + 1);

  for (guint a = 0; a < work->n_articles; a++) {
    gsize n_tokens, n_sentences;

    syn_document_get_tokens (work->articles[a].document, &n_tokens);
    syn_document_get_sentences (work->articles[a].document, &n_sentences);
    self->values[a] = g_new0 (float, n_tokens + 1);

    for (gsize s = 0; s < n_sentences; s++) {
      const GArray *units = g_ptr_array_index (work->articles[a].units, s);

      for (guint i = 0; i < units->len; i++) {
        const SynWordingUnit *unit = &g_array_index (units, SynWordingUnit, i);
        double valence = syn_wording_model_get_logit (model, SYN_WORDING_VALENCE, unit->features);

        if (fabs (valence) >= MIN_VALENCE)
          self->values[a][unit->first_token] = CLAMP (valence, -1, 1);
      }
    }
  }
}

void
syn_valence_clear (SynValence *self)
{
  for (gsize a = 0; a < self->n_articles; a++)
    g_free (self->values[a]);
  g_clear_pointer (&self->values, g_free);
  self->n_articles = 0;
}

static void
add_surroundings (const SynFrameWork *work,
                  const SynValence *valence,
                  const SynNounPhrase *phrase,
                  double *sum,
                  double *weight)
{
  const SynDocument *document = work->articles[phrase->article].document;
  gsize n;
  const SynSentence *sentence = &syn_document_get_sentences (document, &n)[phrase->sentence];
  const SynToken *tokens = syn_document_get_tokens (document, &n);
  guint32 first = phrase->head - MIN (WINDOW, phrase->head - sentence->first_token);
  guint32 end = MIN (sentence->first_token + sentence->n_tokens, phrase->head + 1 + WINDOW);

  for (guint32 i = first; i < end; i++) {
    double share = syn_span_contains (phrase->span, tokens[i].span) ? 1 : BESIDE_SHARE;
    double value = valence->values[phrase->article][i];

    *sum += share * value;
    *weight += value != 0 ? share : 0;
  }
}

double
syn_contrast_get (const SynFrameWork *work,
                  const SynValence *valence,
                  const GArray *phrases,
                  const GArray *names)
{
  double lowest = INFINITY;
  double highest = -INFINITY;
  guint n_articles = 0;

  for (guint i = 0; i < names->len;) {
    guint article = g_array_index (phrases, SynNounPhrase, g_array_index (names, guint, i)).article;
    double sum = 0;
    double weight = PRIOR_WORDS;

    for (; i < names->len; i++) {
      const SynNounPhrase *phrase = &g_array_index (phrases, SynNounPhrase, g_array_index (names, guint, i));

      if (phrase->article != article)
        break;
      add_surroundings (work, valence, phrase, &sum, &weight);
    }
    lowest = MIN (lowest, sum / weight);
    highest = MAX (highest, sum / weight);
    n_articles++;
  }

  return n_articles < 2 ? 0 : (highest - lowest) / (highest - lowest + HALF_SPREAD);
}
