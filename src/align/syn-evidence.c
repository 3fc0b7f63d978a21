#include "config.h"

#include "syn-evidence-private.h"

#include <string.h>

struct _SynComparer {
  const SynCorpus *corpus;
  SynPair pair;
  guint32 *slots; /* per term: 1 + its place among a's terms */
  guint32 a;      /* the passage that `slots` describes */
  GArray *links;  /* of SynTermMatch: candidates by likeness */
  GArray *findings;
  guint8 *a_taken; /* per term of a: matched already, one to one */
  guint8 *b_taken;
  float *a_held; /* per term of a: how well its best match holds it */
  float *b_held;
};

static guint32
count_most_terms (const SynCorpus *corpus)
{
  guint32 most = 0;

  for (guint p = 0; p < corpus->passages->len; p++)
    most = MAX (most, syn_corpus_get_passage (corpus, p)->n_terms);

  return most;
}

SynComparer *
syn_comparer_new (const SynCorpus *corpus)
{
  SynComparer *self = g_new0 (SynComparer, 1);

  self->corpus = corpus;
  self->slots = g_new0 (guint32, corpus->terms->len + 1);
  self->a = SYN_NO_INDEX;
  self->a_taken = g_new0 (guint8, count_most_terms (corpus) + 1);
  self->b_taken = g_new0 (guint8, count_most_terms (corpus) + 1);
  self->a_held = g_new0 (float, count_most_terms (corpus) + 1);
  self->b_held = g_new0 (float, count_most_terms (corpus) + 1);
  self->links = g_array_new (FALSE, FALSE, sizeof (SynTermMatch));
  self->findings = g_array_new (FALSE, FALSE, sizeof (SynFinding));
  self->pair.matches = g_array_new (FALSE, FALSE, sizeof (SynTermMatch));
  self->pair.first_places = g_new0 (guint8, corpus->n_words + 1);

  return self;
}

void
syn_comparer_free (SynComparer *self)
{
  g_free (self->slots);
  g_free (self->a_taken);
  g_free (self->b_taken);
  g_free (self->a_held);
  g_free (self->b_held);
  g_array_unref (self->links);
  g_array_unref (self->findings);
  g_array_unref (self->pair.matches);
  g_free (self->pair.first_places);
  g_free (self);
}

/* Writes a's terms into the slots, and the former passage's out. */
static void
set_slots (SynComparer *self, guint32 a)
{
  const SynPassage *passage;
  const SynPassageTerm *terms;

  if (self->a == a)
    return;

  if (self->a != SYN_NO_INDEX) {
    passage = syn_corpus_get_passage (self->corpus, self->a);
    terms = syn_corpus_get_passage_terms (self->corpus, passage);
    for (guint i = 0; i < passage->n_terms; i++)
      self->slots[terms[i].term] = 0;
  }

  passage = syn_corpus_get_passage (self->corpus, a);
  terms = syn_corpus_get_passage_terms (self->corpus, passage);
  for (guint i = 0; i < passage->n_terms; i++)
    self->slots[terms[i].term] = i + 1;
  self->a = a;
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const SynTermMatch *x = a;
  const SynTermMatch *y = b;

  if (x->likeness != y->likeness)
    return x->likeness > y->likeness ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;

  return (x->b > y->b) - (x->b < y->b);
}

static void
clear_sides (SynComparer *self)
{
  memset (self->a_taken, 0, self->pair.a->n_terms);
  memset (self->b_taken, 0, self->pair.b->n_terms);
  for (guint i = 0; i < self->pair.a->n_terms; i++)
    self->a_held[i] = 0;
  for (guint i = 0; i < self->pair.b->n_terms; i++)
    self->b_held[i] = 0;
}

/* The terms of a that are like the term of b: candidates for it, unless it is matched already. */
static void
note_links (SynComparer *self, const SynTerm *term, guint32 b)
{
  for (guint32 k = 0; k < term->n_links; k++) {
    const SynTermLink *link = &g_array_index (self->corpus->links, SynTermLink, term->first_link + k);
    guint32 slot = self->slots[link->term];
    SynTermMatch match = { slot - 1, b, link->likeness };
    float strength;

    if (slot == 0)
      continue;
    strength = syn_term_match_get_strength (link->likeness);
    self->a_held[slot - 1] = MAX (self->a_held[slot - 1], strength);
    self->b_held[b] = MAX (self->b_held[b], strength);
    if (!self->b_taken[b])
      g_array_append_val (self->links, match);
  }
}

/* Equal words first, then the likest of those left, each word once. */
static void
match_terms (SynComparer *self)
{
  const SynPassageTerm *b = syn_corpus_get_passage_terms (self->corpus, self->pair.b);

  g_array_set_size (self->pair.matches, 0);
  g_array_set_size (self->links, 0);
  clear_sides (self);

  for (guint i = 0; i < self->pair.b->n_terms; i++) {
    guint32 slot = self->slots[b[i].term];

    if (slot > 0) {
      SynTermMatch match = { slot - 1, i, 1 };

      self->a_taken[slot - 1] = self->b_taken[i] = TRUE;
      self->a_held[slot - 1] = self->b_held[i] = 1;
      g_array_append_val (self->pair.matches, match);
    }
    note_links (self, syn_corpus_get_term (self->corpus, b[i].term), i);
  }

  if (self->links->len > 1)
    g_array_sort (self->links, compare_matches);
  for (guint i = 0; i < self->links->len; i++) {
    const SynTermMatch *match = &g_array_index (self->links, SynTermMatch, i);

    if (self->a_taken[match->a] || self->b_taken[match->b])
      continue;
    self->a_taken[match->a] = self->b_taken[match->b] = TRUE;
    g_array_append_val (self->pair.matches, *match);
  }
  self->pair.a_held = self->a_held;
  self->pair.b_held = self->b_held;
}

SynPair *
syn_comparer_compare (SynComparer *self, guint32 a, guint32 b, gboolean explain)
{
  SynPair *pair = &self->pair;

  set_slots (self, a);
  pair->corpus = self->corpus;
  pair->a = syn_corpus_get_passage (self->corpus, a);
  pair->b = syn_corpus_get_passage (self->corpus, b);
  g_array_set_size (self->findings, 0);
  pair->findings = explain ? self->findings : NULL;
  memset (pair->features, 0, sizeof pair->features);

  match_terms (self);
  pair->features[SYN_FEATURE_ACROSS] = syn_corpus_is_across_languages (self->corpus, pair->a, pair->b);
  syn_evidence_terms (pair);
  if (pair->features[SYN_FEATURE_ACROSS] == 0) {
    syn_evidence_phrases (pair);
    pair->features[SYN_FEATURE_GIST] = syn_corpus_compare_gists (self->corpus, a, b);
  }
  syn_evidence_figures (pair);
  syn_evidence_dates (pair);
  syn_evidence_names (pair);
  syn_evidence_quotes (pair);
  syn_evidence_utterances (pair);

  pair->features[SYN_FEATURE_NEGATION] = pair->a->is_negated != pair->b->is_negated;
  pair->features[SYN_FEATURE_TITLE] = pair->a->is_title || pair->b->is_title;

  return pair;
}
