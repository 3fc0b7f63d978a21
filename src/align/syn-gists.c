/* What a passage is about as a whole: the mean of its words' vectors, each by its weight in this story, so
 * that the story's own subject does not make all passages alike. After Arora, Liang and Ma, "A simple but
 * tough-to-beat baseline for sentence embeddings", 2017. */
#include "config.h"

#include "syn-corpus-private.h"

#include <math.h>

static void
find_gist (const SynCorpus *self, const SynPassage *passage, float *gist)
{
  const SynTables *tables = syn_tables_get_default ();
  const SynPassageTerm *terms = syn_corpus_get_passage_terms (self, passage);
  double square = 0;

  for (guint i = 0; i < passage->n_terms; i++) {
    const SynTerm *term = syn_corpus_get_term (self, terms[i].term);
    gsize size = 0;
    const gint8 *vector =
        term->entry != SYN_NO_WORD ? syn_tables_get_vector (tables, term->entry, &size) : NULL;

    for (gsize k = 0; vector != NULL && k < MIN (size, SYN_GIST_SIZE); k++)
      gist[k] += terms[i].weight * vector[k];
  }

  for (gsize k = 0; k < SYN_GIST_SIZE; k++)
    square += (double) gist[k] * gist[k];
  for (gsize k = 0; k < SYN_GIST_SIZE && square > 0; k++)
    gist[k] /= sqrt (square);
}

void
syn_corpus_find_gists (SynCorpus *self)
{
  self->gists = g_new0 (float, (gsize) self->passages->len *SYN_GIST_SIZE + 1);
  for (guint p = 0; p < self->passages->len; p++)
    find_gist (self, syn_corpus_get_passage (self, p), self->gists + (gsize) p * SYN_GIST_SIZE);
}

G_STATIC_ASSERT (SYN_GIST_SIZE % 4 == 0);

double
syn_corpus_compare_gists (const SynCorpus *self, guint32 a, guint32 b)
{
  const float *x = self->gists + (gsize) a * SYN_GIST_SIZE;
  const float *y = self->gists + (gsize) b * SYN_GIST_SIZE;
  double sums[4] = { 0 }; /* so that no addition waits for the one before */

  for (gsize k = 0; k < SYN_GIST_SIZE; k += 4) {
    for (gsize i = 0; i < 4; i++)
      sums[i] += x[k + i] * y[k + i];
  }

  return MAX (sums[0] + sums[1] + sums[2] + sums[3], 0);
}
