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

static gboolean
has_conflict (const SynPair *pair)
{
  for (guint i = 0; i < pair->findings->len; i++) {
    if (g_array_index (pair->findings, SynFinding, i).conflict != SYN_CONFLICT_NONE)
      return TRUE;
  }

  return FALSE;
}

static char *
word_reasons (const SynCorpus *corpus, const SynModel *model, const SynPair *pair)
{
  g_autoptr (SynReasons) reasons = syn_reasons_new (corpus, model, SYN_MODEL_PAIR);
  g_autofree SynReason *list = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  char *text;
  gsize n;

  syn_reasons_add (reasons, pair, pair->features, 0, 1);
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

  score->match = syn_model_get_score (model, SYN_MODEL_PAIR, pair->features);
  score->similarity = syn_model_get_score (model, SYN_MODEL_SIMILARITY, pair->features);
  score->reasons = score->match >= SIMILAR ? word_reasons (corpus, model, pair) : g_strdup ("");

  if (score->match < SIMILAR)
    score->relation = "none";
  else if (has_conflict (pair))
    score->relation = "conflict";
  else
    score->relation = score->match >= SAME ? "same" : "similar";
}

void
syn_pair_score_clear (SynPairScore *score)
{
  g_clear_pointer (&score->reasons, g_free);
}
