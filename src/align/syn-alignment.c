#include "config.h"

#include "syn-alignment.h"

#include "syn-fact-private.h"
#include "syn-figure-rows-private.h"
#include "syn-parallel.h"

struct _SynAlignment {
  gatomicrefcount ref_count;
  SynDocument **documents;
  gsize n_documents;
  GArray *facts;   /* of SynFact */
  GArray *figures; /* of SynFigureRow */
};

static const SynAlignOptions default_options = { .floor = 0.25 };

/* How much of the work each step is, for the progress bar: estimates. */
#define PROGRESS_READ     0.2
#define PROGRESS_PAIRS    0.7
#define PROGRESS_CLUSTERS 0.8

/* Facts below the default threshold make no figure rows: their quantities are guesses. */
#define ROW_CONFIDENCE 0.5

/* Facts that a thread builds at a time. */
#define SLICE 16

static void
clear_fact (gpointer fact)
{
  syn_fact_clear (fact);
}

static void
clear_row (gpointer row)
{
  syn_figure_row_clear (row);
}

static void
report (const SynAlignOptions *options, double fraction)
{
  if (options->progress != NULL)
    options->progress (fraction, options->user_data);
}

/* What the threads share that build facts: each takes a slice of the clusters and fills the same slice of the facts. */
typedef struct {
  const SynCorpus *corpus;
  const SynModel *model;
  const GArray *pairs;
  GPtrArray *clusters;
  GPtrArray *quantities;
  GArray *facts;
} Building;

/* The cluster's quantity that the articles give different values of, or NULL. */
static const SynQuantity *
find_contested (GPtrArray *quantities, const SynCluster *cluster)
{
  for (guint i = 0; i < quantities->len; i++) {
    const SynQuantity *quantity = g_ptr_array_index (quantities, i);

    if (quantity->cluster == cluster && quantity->n_values > 1)
      return quantity;
  }

  return NULL;
}

static void
build_slice (guint slice, gpointer data)
{
  const Building *self = data;
  g_autoptr (SynComparer) comparer = syn_comparer_new (self->corpus);

  for (guint i = slice * SLICE; i < MIN ((slice + 1) * SLICE, self->clusters->len); i++) {
    const SynCluster *cluster = g_ptr_array_index (self->clusters, i);
    SynFact *fact = &g_array_index (self->facts, SynFact, i);

    fact->id = i;
    syn_fact_build (fact, comparer, self->corpus, self->model, self->pairs, cluster,
                    find_contested (self->quantities, cluster));
  }
}

static void
build_rows (
    SynAlignment *self, const SynCorpus *corpus, GPtrArray *quantities, const SynCluster *cluster, guint fact)
{
  for (guint i = 0; i < quantities->len; i++) {
    const SynQuantity *quantity = g_ptr_array_index (quantities, i);

    if (quantity->cluster == cluster && quantity->kind == SYN_QUANTITY_FIGURE)
      syn_figure_rows_add (self->figures, corpus, quantity, fact);
  }
}

static void
build_facts (SynAlignment *self,
             const SynCorpus *corpus,
             const SynModel *model,
             const GArray *pairs,
             GPtrArray *clusters,
             GPtrArray *quantities)
{
  Building building = { corpus, model, pairs, clusters, quantities, self->facts };

  g_array_set_size (self->facts, clusters->len);
  syn_parallel_run ((clusters->len + SLICE - 1) / SLICE, build_slice, &building);

  for (guint i = 0; i < clusters->len; i++) {
    const SynFact *fact = &g_array_index (self->facts, SynFact, i);

    if (fact->confidence >= ROW_CONFIDENCE)
      build_rows (self, corpus, quantities, g_ptr_array_index (clusters, i), fact->id);
  }
  build_rows (self, corpus, quantities, NULL, SYN_NO_INDEX);
}

/* Leaves out the clusters that are not sure enough. */
static GPtrArray *
keep_sure (GPtrArray *clusters, double floor)
{
  GPtrArray *kept = g_ptr_array_new ();

  for (guint i = 0; i < clusters->len; i++) {
    SynCluster *cluster = g_ptr_array_index (clusters, i);

    if (cluster->confidence >= floor)
      g_ptr_array_add (kept, cluster);
  }

  return kept;
}

SynAlignment *
syn_alignment_new (SynDocument *const *documents, gsize n, const SynAlignOptions *options, GError **error)
{
  g_autoptr (SynAlignment) self = g_new0 (SynAlignment, 1);
  g_autoptr (SynCorpus) corpus = NULL;
  g_autoptr (GArray) candidates = NULL;
  g_autoptr (GArray) pairs = NULL;
  g_autoptr (GPtrArray) clusters = NULL;
  g_autoptr (GPtrArray) sure = NULL;
  g_autoptr (GPtrArray) quantities = NULL;
  const SynModel *model = syn_model_get_default ();

  if (options == NULL)
    options = &default_options;

  g_atomic_ref_count_init (&self->ref_count);
  self->n_documents = n;
  self->documents = g_new (SynDocument *, n + 1);
  for (gsize i = 0; i < n; i++)
    self->documents[i] = syn_document_ref (documents[i]);
  self->facts = g_array_new (FALSE, TRUE, sizeof (SynFact));
  self->figures = g_array_new (FALSE, TRUE, sizeof (SynFigureRow));
  g_array_set_clear_func (self->facts, clear_fact);
  g_array_set_clear_func (self->figures, clear_row);

  corpus = syn_corpus_new (documents, n);
  report (options, PROGRESS_READ);

  candidates = syn_candidates_find (corpus);
  pairs = syn_pairs_score (corpus, model, candidates, options->cancellable, error);
  if (pairs == NULL)
    return NULL;
  report (options, PROGRESS_PAIRS);

  clusters = syn_clusters_find (corpus, pairs, options->floor, options->cancellable, error);
  if (clusters == NULL)
    return NULL;
  quantities = syn_quantities_find (corpus, pairs);
  syn_quantities_settle (corpus, pairs, quantities, clusters);
  report (options, PROGRESS_CLUSTERS);

  sure = keep_sure (clusters, options->floor);
  build_facts (self, corpus, model, pairs, sure, quantities);
  report (options, 1);

  return g_steal_pointer (&self);
}

SynAlignment *
syn_alignment_ref (SynAlignment *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
syn_alignment_unref (SynAlignment *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (gsize i = 0; i < self->n_documents; i++)
    syn_document_unref (self->documents[i]);
  g_free (self->documents);
  g_array_unref (self->facts);
  g_array_unref (self->figures);
  g_free (self);
}

const SynFact *
syn_alignment_get_facts (const SynAlignment *self, gsize *n)
{
  *n = self->facts->len;

  return (const SynFact *) (gpointer) self->facts->data;
}

const SynFigureRow *
syn_alignment_get_figures (const SynAlignment *self, gsize *n)
{
  *n = self->figures->len;

  return (const SynFigureRow *) (gpointer) self->figures->data;
}

GArray *
syn_alignment_find_only_here (const SynAlignment *self, guint article, double threshold)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree gboolean *is_shared = NULL;
  gsize n_sentences;

  syn_document_get_sentences (self->documents[article], &n_sentences);
  is_shared = g_new0 (gboolean, n_sentences + 1);
  for (guint i = 0; i < self->facts->len; i++) {
    const SynFact *fact = &g_array_index (self->facts, SynFact, i);

    for (gsize m = 0; m < fact->n_mentions && fact->confidence >= threshold; m++) {
      if (fact->mentions[m].article == article)
        is_shared[fact->mentions[m].sentence] = TRUE;
    }
  }

  for (guint32 s = 0; s < n_sentences; s++) {
    if (!is_shared[s])
      g_array_append_val (sentences, s);
  }

  return sentences;
}
