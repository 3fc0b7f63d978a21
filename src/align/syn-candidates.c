#include "config.h"

#include "syn-pairs-private.h"

#include <math.h>

/* A passage is compared with so many of each other article: the likeliest. Chosen by hand; what it loses was not
 * measured. */
#define MAX_PARTNERS 16

/* Keys of more passages than this cannot tell them apart; they are compared once something else proposes
 * them. */
#define MAX_POSTINGS 300

/* Shared weight below this is not worth a look, nats. */
#define MIN_ROUGH 1.0

/* Passages lighter than this gain nothing from being short, nats. */
#define MIN_LENGTH 20

/* What it is worth that two passages share a figure, a day or a stock statement, nats. */
#define FIGURE_WEIGHT    6.0
#define RANK_WEIGHT      3.0
#define DATE_WEIGHT      4.0
#define UTTERANCE_WEIGHT 6.0

typedef struct {
  guint32 passage;
  float weight;
} Posting;

typedef struct {
  guint32 key;
  float weight;
} Key;

typedef struct {
  guint32 passage;
  guint article;
  double score;
} Partner;

typedef struct {
  const SynCorpus *corpus;
  GArray *keys;       /* of Key: each passage's */
  guint32 *first;     /* per passage: where its keys begin */
  guint32 n_keys;     /* kinds of keys: the terms, then the others */
  GHashTable *others; /* what a figure, date or statement says -> its key */
  GArray *postings;   /* of Posting, by key */
  guint32 *starts;    /* per key */
} Index;

/* ---- keys ---- */

static guint32
find_key (Index *self, const char *name)
{
  gpointer known;

  if (g_hash_table_lookup_extended (self->others, name, NULL, &known))
    return GPOINTER_TO_UINT (known);
  g_hash_table_insert (self->others, g_strdup (name), GUINT_TO_POINTER (self->n_keys));

  return self->n_keys++;
}

static void
add_other (Index *self, const char *name, double weight)
{
  Key key = { find_key (self, name), weight };

  g_array_append_val (self->keys, key);
}

static void
add_keys (Index *self, const SynPassage *passage)
{
  const SynArticleView *view = &self->corpus->articles[passage->article];
  const SynPassageTerm *terms = syn_corpus_get_passage_terms (self->corpus, passage);
  char name[64];

  if (passage->is_label)
    return;

  for (guint i = 0; i < passage->n_terms; i++) {
    Key key = { terms[i].term, syn_corpus_get_term (self->corpus, terms[i].term)->mild_weight };

    g_array_append_val (self->keys, key);
  }

  for (guint32 i = passage->first_figure; i < passage->first_figure + passage->n_figures; i++) {
    const SynFigure *figure = &view->figures[i];
    gboolean is_rank = figure->kind == SYN_FIGURE_RANK;

    g_snprintf (name, sizeof name, "f%d:%.17g", figure->kind, figure->value);
    add_other (self, name, is_rank ? RANK_WEIGHT : FIGURE_WEIGHT * syn_figure_get_weight (figure));
  }
  for (guint32 i = passage->first_date; i < passage->first_date + passage->n_dates; i++) {
    if (view->dates[i].date.precision != SYN_DATE_DAY)
      continue;
    g_snprintf (name, sizeof name, "d%d", view->dates[i].date.first);
    add_other (self, name, DATE_WEIGHT);
  }
  if (passage->utterance.kind > 0) {
    g_snprintf (name, sizeof name, "u%u", passage->utterance.kind);
    add_other (self, name, UTTERANCE_WEIGHT);
  }
}

static void
fill_postings (Index *self, guint n_passages)
{
  g_autofree guint32 *ends = NULL;

  self->starts = g_new0 (guint32, self->n_keys + 2);
  for (guint i = 0; i < self->keys->len; i++)
    self->starts[g_array_index (self->keys, Key, i).key + 1]++;
  for (guint k = 0; k < self->n_keys; k++)
    self->starts[k + 1] += self->starts[k];

  ends = g_memdup2 (self->starts, (self->n_keys + 1) * sizeof (guint32));
  g_array_set_size (self->postings, self->keys->len);
  for (guint p = 0; p < n_passages; p++) {
    for (guint32 i = self->first[p]; i < self->first[p + 1]; i++) {
      Key key = g_array_index (self->keys, Key, i);
      Posting posting = { p, key.weight };

      g_array_index (self->postings, Posting, ends[key.key]++) = posting;
    }
  }
}

/* ---- partners ---- */

static int
compare_partners (gconstpointer a, gconstpointer b)
{
  const Partner *x = a;
  const Partner *y = b;

  if (x->article != y->article)
    return x->article < y->article ? -1 : 1;
  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;

  return (x->passage > y->passage) - (x->passage < y->passage);
}

static void
add_scores (const Index *self, guint32 key, double weight, guint32 passage, double *scores, GArray *partners)
{
  guint article = syn_corpus_get_passage (self->corpus, passage)->article;

  if (weight <= 0 || self->starts[key + 1] - self->starts[key] > MAX_POSTINGS)
    return;

  for (guint32 i = self->starts[key]; i < self->starts[key + 1]; i++) {
    const Posting *posting = &g_array_index (self->postings, Posting, i);
    Partner partner = { posting->passage, syn_corpus_get_passage (self->corpus, posting->passage)->article,
                        0 };

    if (partner.article == article || posting->weight <= 0)
      continue;
    if (scores[partner.passage] == 0)
      g_array_append_val (partners, partner);
    scores[partner.passage] += sqrt (weight * posting->weight);
  }
}

/* The likeliest of each article first. */
static void
find_partners (const Index *self, guint32 passage, double *scores, GArray *partners)
{
  guint kept = 0;

  g_array_set_size (partners, 0);
  for (guint32 i = self->first[passage]; i < self->first[passage + 1]; i++) {
    Key key = g_array_index (self->keys, Key, i);

    add_scores (self, key.key, key.weight, passage, scores, partners);
    if (key.key < self->corpus->terms->len) {
      const SynTerm *term = syn_corpus_get_term (self->corpus, key.key);

      for (guint32 l = 0; l < term->n_links; l++) {
        const SynTermLink *link = &g_array_index (self->corpus->links, SynTermLink, term->first_link + l);

        add_scores (self, link->term, key.weight * link->likeness * link->likeness, passage, scores,
                    partners);
      }
    }
  }

  /* the cosine's order, but for the passage's own length, which is the same for all */
  for (guint i = 0; i < partners->len; i++) {
    Partner partner = g_array_index (partners, Partner, i);
    const SynPassage *other = syn_corpus_get_passage (self->corpus, partner.passage);

    partner.score = scores[partner.passage] / sqrt (MIN_LENGTH + (double) other->weight);
    if (scores[partner.passage] >= MIN_ROUGH)
      g_array_index (partners, Partner, kept++) = partner;
    scores[partner.passage] = 0;
  }
  g_array_set_size (partners, kept);
  g_array_sort (partners, compare_partners);
}

static inline guint32
get_side (const SynCandidate *candidate, gboolean is_b)
{
  return is_b ? candidate->b : candidate->a;
}

/* The candidates by one of their passages, those with the same one as they were: a counting sort, as there are many
 * candidates for each passage. (transfer full) */
static GArray *
order_by_side (const GArray *candidates, gboolean is_b, guint n_passages)
{
  GArray *ordered = g_array_sized_new (FALSE, FALSE, sizeof (SynCandidate), candidates->len);
  g_autofree guint *places = g_new0 (guint, n_passages + 1);

  g_array_set_size (ordered, candidates->len);
  for (guint i = 0; i < candidates->len; i++)
    places[get_side (&g_array_index (candidates, SynCandidate, i), is_b) + 1]++;
  for (guint p = 0; p < n_passages; p++)
    places[p + 1] += places[p];
  for (guint i = 0; i < candidates->len; i++) {
    SynCandidate candidate = g_array_index (candidates, SynCandidate, i);

    g_array_index (ordered, SynCandidate, places[get_side (&candidate, is_b)]++) = candidate;
  }

  return ordered;
}

/* By a, then b, each once. (transfer full) */
static GArray *
order_candidates (const GArray *found, guint n_passages)
{
  g_autoptr (GArray) by_b = order_by_side (found, TRUE, n_passages);
  GArray *ordered = order_by_side (by_b, FALSE, n_passages);
  guint kept = 0;

  for (guint i = 0; i < ordered->len; i++) {
    SynCandidate candidate = g_array_index (ordered, SynCandidate, i);
    const SynCandidate *last = kept > 0 ? &g_array_index (ordered, SynCandidate, kept - 1) : NULL;

    if (last == NULL || last->a != candidate.a || last->b != candidate.b)
      g_array_index (ordered, SynCandidate, kept++) = candidate;
  }
  g_array_set_size (ordered, kept);

  return ordered;
}

GArray *
syn_candidates_find (const SynCorpus *corpus)
{
  guint n_passages = corpus->passages->len;
  g_autoptr (GHashTable) others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  g_autoptr (GArray) postings = g_array_new (FALSE, FALSE, sizeof (Posting));
  g_autoptr (GArray) partners = g_array_new (FALSE, FALSE, sizeof (Partner));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SynCandidate));
  g_autofree guint32 *first = g_new (guint32, n_passages + 1);
  g_autofree double *scores = g_new0 (double, n_passages + 1);
  g_autofree guint32 *starts = NULL;
  Index self = { corpus, keys, first, corpus->terms->len, others, postings };

  for (guint p = 0; p < n_passages; p++) {
    first[p] = keys->len;
    add_keys (&self, syn_corpus_get_passage (corpus, p));
  }
  first[n_passages] = keys->len;
  fill_postings (&self, n_passages);
  starts = self.starts;

  for (guint p = 0; p < n_passages; p++) {
    guint rank = 0;

    find_partners (&self, p, scores, partners);
    for (guint i = 0; i < partners->len; i++) {
      const Partner *partner = &g_array_index (partners, Partner, i);
      SynCandidate candidate = { MIN (p, partner->passage), MAX (p, partner->passage) };

      rank = i > 0 && g_array_index (partners, Partner, i - 1).article == partner->article ? rank + 1 : 0;
      if (rank < MAX_PARTNERS)
        g_array_append_val (found, candidate);
    }
  }

  return order_candidates (found, n_passages);
}
