/* Shared words, exact and of like meaning: how much of what both sides say is the same. */
#include "config.h"

#include "syn-evidence-private.h"

#include <math.h>

/* Amounts of shared weight, in nats, that count as full evidence: about four rare words. */
#define FULL_AMOUNT   30.0
#define FULL_WORD     8.5
#define FULL_SURPRISE 15.0

/* A word of like meaning counts with its likeness above this, stretched to 1: related words are often not the
 * same. */
#define LIKENESS_FLOOR 0.2

/* Clauses of a sentence beyond this are compared as one: bounds the work on endless sentences. */
#define MAX_CLAUSES 12

/* Content words of the shorter side below which a match is a matter of luck. */
#define FEW_TERMS 6.0

static double
get_strength (const SynTermMatch *match)
{
  return match->likeness >= 1 ? 1 : (match->likeness - LIKENESS_FLOOR) / (1 - LIKENESS_FLOOR);
}

/* A clause of one word would match too easily: as if each had so much more in it, nats squared. */
#define CLAUSE_REST 60.0

static void
add_squares (const SynCorpus *corpus, const SynPassage *passage, const SynPassageTerm *terms, double *squares)
{
  for (guint i = 0; i < MAX_CLAUSES; i++)
    squares[i] = CLAUSE_REST;
  for (guint i = 0; i < passage->n_terms; i++) {
    double weight = terms[i].weight;

    squares[MIN (terms[i].clause, MAX_CLAUSES - 1)] += weight * weight;
  }
}

static void
compare_clauses (SynPair *pair, const SynPassageTerm *a, const SynPassageTerm *b)
{
  double shared[MAX_CLAUSES][MAX_CLAUSES] = { 0 };
  double a_square[MAX_CLAUSES];
  double b_square[MAX_CLAUSES];
  double best = 0;

  add_squares (pair->corpus, pair->a, a, a_square);
  add_squares (pair->corpus, pair->b, b, b_square);
  for (guint i = 0; i < pair->matches->len; i++) {
    const SynTermMatch *match = &g_array_index (pair->matches, SynTermMatch, i);
    double weight = sqrt ((double) a[match->a].weight * b[match->b].weight);

    shared[MIN (a[match->a].clause, MAX_CLAUSES - 1)][MIN (b[match->b].clause, MAX_CLAUSES - 1)] +=
        weight * weight * get_strength (match);
  }

  for (guint x = 0; x < MIN (pair->a->n_clauses, MAX_CLAUSES); x++) {
    for (guint y = 0; y < MIN (pair->b->n_clauses, MAX_CLAUSES); y++) {
      double cosine = shared[x][y] > 0 ? shared[x][y] / sqrt (a_square[x] * b_square[y]) : 0;

      if (cosine > best) {
        best = cosine;
        pair->a_clause = x;
        pair->b_clause = y;
      }
    }
  }
  pair->features[SYN_FEATURE_CLAUSE] = MIN (best, 1);
}

static void
tell_match (
    SynPair *pair, const SynTermMatch *match, const SynPassageTerm *a, const SynPassageTerm *b, double weight)
{
  gboolean is_exact = match->likeness >= 1;
  SynFinding finding = { is_exact ? SYN_REASON_TERM : SYN_REASON_MEANING,
                         is_exact ? SYN_FEATURE_COSINE : SYN_FEATURE_MEANING, weight };

  if (pair->findings == NULL)
    return;

  finding.a = syn_pair_get_article (pair, pair->a)->tokens[a[match->a].token].span;
  finding.b = syn_pair_get_article (pair, pair->b)->tokens[b[match->b].token].span;
  finding.a_record = a[match->a].term;
  finding.b_record = b[match->b].term;
  syn_pair_tell (pair, &finding);
}

void
syn_evidence_terms (SynPair *pair)
{
  const SynPassageTerm *a = syn_corpus_get_passage_terms (pair->corpus, pair->a);
  const SynPassageTerm *b = syn_corpus_get_passage_terms (pair->corpus, pair->b);
  double *features = pair->features;
  double norm = sqrt ((double) pair->a->weight * pair->b->weight);
  double square_norm = sqrt ((double) pair->a->square * pair->b->square);
  double plain_norm = sqrt ((double) pair->a->plain_weight * pair->b->plain_weight);
  double least = MIN (pair->a->weight, pair->b->weight);
  double most = MAX (pair->a->weight, pair->b->weight);
  double surprise = 0, product = 0, plain = 0, sum = 0, meaning = 0, rarest = 0;

  for (guint i = 0; i < pair->matches->len; i++) {
    const SynTermMatch *match = &g_array_index (pair->matches, SynTermMatch, i);
    const SynPassageTerm *x = &a[match->a];
    const SynPassageTerm *y = &b[match->b];
    double strength = get_strength (match);
    double weight = sqrt ((double) x->weight * y->weight) * strength;

    if (match->likeness >= 1) {
      surprise += syn_corpus_get_term (pair->corpus, x->term)->surprise * MIN (x->share, y->share);
      product += (double) x->weight * y->weight;
      plain += MIN (x->rarity, y->rarity);
      sum += weight;
      rarest = MAX (rarest, weight);
    } else {
      meaning += weight;
    }
    tell_match (pair, match, a, b, weight);
  }

  features[SYN_FEATURE_AMOUNT] = MIN (log1p (sum) / log1p (FULL_AMOUNT), 1.3);
  features[SYN_FEATURE_SURPRISE] = MIN (surprise / FULL_SURPRISE, 2);
  features[SYN_FEATURE_RAREST] = MIN (rarest / FULL_WORD, 1);
  if (features[SYN_FEATURE_ACROSS] > 0)
    return; /* most words could not match, so that shares say nothing */

  if (norm > 0) {
    features[SYN_FEATURE_COSINE] = MIN (product / square_norm, 1);
    features[SYN_FEATURE_OVERLAP] = MIN (sum / norm, 1);
    features[SYN_FEATURE_MEANING] = MIN (meaning / norm, 1);
  }
  if (plain_norm > 0)
    features[SYN_FEATURE_PLAIN_OVERLAP] = MIN (plain / plain_norm, 1);
  if (least > 0) {
    features[SYN_FEATURE_CONTAINED] = MIN (sum / least, 1);
    features[SYN_FEATURE_CONTAINED_LONGER] = MIN (sum / most, 1);
    features[SYN_FEATURE_SUBSTANCE] = features[SYN_FEATURE_AMOUNT] * features[SYN_FEATURE_CONTAINED];
    features[SYN_FEATURE_MEANING_CONTAINED] = MIN (meaning / least, 1);
    features[SYN_FEATURE_IMBALANCE] = 1 - least / most;
  }
  features[SYN_FEATURE_BREVITY] = MAX (0, 1 - MIN (pair->a->n_terms, pair->b->n_terms) / FEW_TERMS);
  compare_clauses (pair, a, b);
}
