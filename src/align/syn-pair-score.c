#include "config.h"

#include "syn-pair-score.h"

#include "syn-fact-private.h"

#include <glib/gi18n-lib.h>

/* From here on two passages say the same, not only similar things. Chosen by hand, not measured. */
#define SAME    0.75
#define SIMILAR 0.5

struct _SynPairScorer {
  SynDocument **context;
  gsize n_context;
};

SynPairScorer *
syn_pair_scorer_new (SynDocument *const *context, gsize n)
{
  SynPairScorer *self = g_new0 (SynPairScorer, 1);

  self->context = g_new (SynDocument *, n + 1);
  self->n_context = n;
  for (gsize i = 0; i < n; i++)
    self->context[i] = syn_document_ref (context[i]);

  return self;
}

void
syn_pair_scorer_free (SynPairScorer *self)
{
  for (gsize i = 0; i < self->n_context; i++)
    syn_document_unref (self->context[i]);
  g_free (self->context);
  g_free (self);
}

/* Which the passages give two values, or one denies what the other says, as among the sentences of a story;
 * NULL for nothing. */
static const SynQuantity *
find_contested (GPtrArray *quantities)
{
  for (guint i = 0; i < quantities->len; i++) {
    const SynQuantity *quantity = g_ptr_array_index (quantities, i);

    if (quantity->n_values > 1)
      return quantity;
  }

  return NULL;
}

static GPtrArray *
find_quantities (const SynCorpus *corpus, double match)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (SynScoredPair));
  SynScoredPair pair = { .a = 0, .b = 1, .first = match, .score = match };

  g_array_append_val (pairs, pair);

  return syn_quantities_find (corpus, pairs);
}

static char *
word_reasons (const SynCorpus *corpus,
              const SynModel *model,
              const SynPair *pair,
              const SynQuantity *contested)
{
  g_autoptr (SynReasons) reasons = syn_reasons_new (corpus, model, SYN_MODEL_PAIR);
  g_autofree SynReason *list = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  char *text;
  gsize n;

  syn_reasons_add (reasons, pair, pair->features, 0, 1);
  if (contested != NULL)
    syn_reasons_set_conflict (reasons, SYN_REASON_FIGURE, syn_fact_word_conflict (corpus, contested), NULL,
                              NULL, 0);
  list = syn_reasons_steal (reasons, &n);
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (texts, list[i].text);
  g_ptr_array_add (texts, NULL);
  text = g_strjoinv ("; ", (char **) texts->pdata);
  for (gsize i = 0; i < n; i++)
    syn_reason_clear (&list[i]);

  return text;
}

/* A passage is a document here: its sentences are one passage, so that what a second one adds still counts.
 */
void
syn_pair_scorer_score (SynPairScorer *self, SynDocument *a, SynDocument *b, SynPairScore *score)
{
  SynDocument *documents[] = { a, b };
  g_autoptr (SynCorpus) corpus = syn_corpus_new_whole (documents, 2, self->context, self->n_context);
  g_autoptr (SynComparer) comparer = syn_comparer_new (corpus);
  const SynModel *model = syn_model_get_default ();
  SynPair *pair = syn_comparer_compare (comparer, 0, 1, TRUE);
  g_autoptr (GPtrArray) quantities = NULL;
  const SynQuantity *contested;

  score->match = syn_model_get_score (model, SYN_MODEL_PAIR, pair->features);
  score->similarity = syn_model_get_score (model, SYN_MODEL_SIMILARITY, pair->features);
  score->relation = "none";
  if (score->match < SIMILAR) {
    score->reasons = g_strdup ("");
    return;
  }

  quantities = find_quantities (corpus, score->match);
  contested = find_contested (quantities);
  score->relation = contested != NULL ? "conflict" : score->match >= SAME ? "same" : "similar";
  score->reasons = word_reasons (corpus, model, pair, contested);
}

void
syn_pair_score_clear (SynPairScore *score)
{
  g_clear_pointer (&score->reasons, g_free);
}
