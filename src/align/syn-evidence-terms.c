/* Shared words, exact and of like meaning: how much of what both sides say is the same. */
#include "config.h"

#include "syn-evidence-private.h"

#include <math.h>

/* Surprise that counts as full evidence, nats: about four words that only these two sentences have. */
#define FULL_SURPRISE 15.0

/* A word of like meaning counts with its likeness above this, stretched to 1: related words are often not the
 * same. */
#define LIKENESS_FLOOR 0.2f

/* Clauses of a sentence beyond this are compared as one: bounds the work on endless sentences. */
#define MAX_CLAUSES 12

/* A clause of one word would be held too easily: it takes so many, and as if each had so much more in it,
 * nats. */
#define MIN_CLAUSE_TERMS 3
#define CLAUSE_REST      6.0f

/* Content words of the shorter side below which a match is a matter of luck. */
#define FEW_TERMS 6.0

double
syn_term_match_get_strength (float likeness)
{
  return likeness >= 1 ? 1 : MAX (0, (likeness - LIKENESS_FLOOR) / (1 - LIKENESS_FLOOR));
}

/* How much of a passage the other one holds. */
typedef struct {
  double whole;
  double here;
  double clause;
  double clause_here;
} Held;

static Held
find_held (const SynPair *pair, const SynPassage *passage, const float *strengths)
{
  const SynPassageTerm *terms = syn_corpus_get_passage_terms (pair->corpus, passage);
  float weights[MAX_CLAUSES] = { 0 };
  float helds[MAX_CLAUSES] = { 0 };
  float surprises[MAX_CLAUSES] = { 0 };
  float held_surprises[MAX_CLAUSES] = { 0 };
  guint counts[MAX_CLAUSES] = { 0 };
  double weight = 0, held = 0, here = 0, held_here = 0;
  Held result = { 0 };

  for (guint i = 0; i < passage->n_terms; i++) {
    guint clause = MIN (terms[i].clause, MAX_CLAUSES - 1);
    double surprise = syn_corpus_get_term (pair->corpus, terms[i].term)->surprise * terms[i].share;

    weights[clause] += terms[i].weight;
    helds[clause] += terms[i].weight * strengths[i];
    surprises[clause] += surprise;
    held_surprises[clause] += surprise * strengths[i];
    counts[clause]++;
  }

  for (guint c = 0; c < MAX_CLAUSES; c++) {
    weight += weights[c];
    held += helds[c];
    here += surprises[c];
    held_here += held_surprises[c];
    if (counts[c] < MIN_CLAUSE_TERMS)
      continue;
    result.clause = MAX (result.clause, helds[c] / (weights[c] + CLAUSE_REST));
    result.clause_here = MAX (result.clause_here, held_surprises[c] / (surprises[c] + CLAUSE_REST));
  }
  result.whole = weight > 0 ? held / weight : 0;
  result.here = here > 0 ? held_here / here : 0;

  return result;
}

static void
tell_match (
    SynPair *pair, const SynTermMatch *match, const SynPassageTerm *a, const SynPassageTerm *b, double weight)
{
  gboolean is_exact = match->likeness >= 1;
  SynFinding finding = { is_exact ? SYN_REASON_TERM : SYN_REASON_MEANING,
                         is_exact ? SYN_FEATURE_HELD : SYN_FEATURE_MEANING, weight };

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
  double least = MIN (pair->a->weight, pair->b->weight);
  double most = MAX (pair->a->weight, pair->b->weight);
  double surprise = 0, sum = 0, meaning = 0;
  Held a_held, b_held;

  for (guint i = 0; i < pair->matches->len; i++) {
    const SynTermMatch *match = &g_array_index (pair->matches, SynTermMatch, i);
    const SynPassageTerm *x = &a[match->a];
    const SynPassageTerm *y = &b[match->b];
    double weight = sqrt ((double) x->weight * y->weight) * syn_term_match_get_strength (match->likeness);

    if (match->likeness >= 1) {
      surprise += syn_corpus_get_term (pair->corpus, x->term)->surprise * MIN (x->share, y->share);
      sum += weight;
    } else {
      meaning += weight;
    }
    tell_match (pair, match, a, b, weight);
  }

  a_held = find_held (pair, pair->a, pair->a_held);
  b_held = find_held (pair, pair->b, pair->b_held);
  features[SYN_FEATURE_HELD] = MAX (a_held.whole, b_held.whole);
  features[SYN_FEATURE_HELD_HERE] = MAX (a_held.here, b_held.here);
  features[SYN_FEATURE_HELD_CLAUSE] = MAX (a_held.clause, b_held.clause);
  features[SYN_FEATURE_HELD_CLAUSE_HERE] = MAX (a_held.clause_here, b_held.clause_here);
  features[SYN_FEATURE_SURPRISE] = MIN (surprise / FULL_SURPRISE, 2);
  if (features[SYN_FEATURE_ACROSS] > 0)
    return; /* most words could not match, so that these shares say little */

  if (norm > 0) {
    features[SYN_FEATURE_OVERLAP] = MIN (sum / norm, 1);
    features[SYN_FEATURE_MEANING] = MIN (meaning / norm, 1);
  }
  if (least > 0) {
    features[SYN_FEATURE_CONTAINED] = MIN (sum / least, 1);
    features[SYN_FEATURE_CONTAINED_LONGER] = MIN (sum / most, 1);
    features[SYN_FEATURE_MEANING_CONTAINED] = MIN (meaning / least, 1);
    features[SYN_FEATURE_IMBALANCE] = 1 - least / most;
  }
  features[SYN_FEATURE_BREVITY] = MAX (0, 1 - MIN (pair->a->n_terms, pair->b->n_terms) / FEW_TERMS);
}
