/* Names: whom and what both sides speak of, whatever they call them. */
#include "config.h"

#include "syn-evidence-private.h"

/* What the shared names prove in all that counts as full evidence, nats: two names that are rare in the
 * story. */
#define FULL_NAMES 14.0

static SynSpan
find_mention (const SynPair *pair, const SynPassage *passage, guint32 referent)
{
  const SynArticleView *view = syn_pair_get_article (pair, passage);

  for (guint32 i = passage->first_name; i < passage->first_name + passage->n_names; i++) {
    if (view->referents[view->names[i].entity] == referent)
      return view->names[i].span;
  }

  return SYN_SPAN_NONE;
}

static void
tell_name (SynPair *pair, guint32 referent, double weight)
{
  SynFinding finding = { SYN_REASON_NAME, SYN_FEATURE_NAME, weight };

  if (pair->findings == NULL)
    return;
  finding.a = find_mention (pair, pair->a, referent);
  finding.b = find_mention (pair, pair->b, referent);
  finding.a_record = finding.b_record = referent;
  syn_pair_tell (pair, &finding);
}

static double
add_weights (const SynPair *pair, const SynPassage *passage, guint *n_people)
{
  const guint32 *referents = syn_corpus_get_passage_referents (pair->corpus, passage);
  double sum = 0;

  *n_people = 0;
  for (guint i = 0; i < passage->n_referents; i++) {
    const SynReferent *referent = &g_array_index (pair->corpus->referents, SynReferent, referents[i]);

    sum += referent->weight;
    *n_people += referent->kind == SYN_NAME_PERSON;
  }

  return sum;
}

void
syn_evidence_names (SynPair *pair)
{
  const guint32 *a = syn_corpus_get_passage_referents (pair->corpus, pair->a);
  const guint32 *b = syn_corpus_get_passage_referents (pair->corpus, pair->b);
  guint a_people, b_people, shared_people = 0;
  double a_sum = add_weights (pair, pair->a, &a_people);
  double b_sum = add_weights (pair, pair->b, &b_people);
  double shared = 0;

  for (guint i = 0, k = 0; i < pair->a->n_referents && k < pair->b->n_referents;) {
    if (a[i] == b[k]) {
      const SynReferent *referent = &g_array_index (pair->corpus->referents, SynReferent, a[i]);

      shared += referent->weight;
      shared_people += referent->kind == SYN_NAME_PERSON;
      tell_name (pair, a[i], referent->weight);
      i++;
      k++;
    } else if (a[i] < b[k]) {
      i++;
    } else {
      k++;
    }
  }

  pair->features[SYN_FEATURE_NAME] = MIN (shared / FULL_NAMES, 1);
  if (a_sum + b_sum > 0)
    pair->features[SYN_FEATURE_NAME_OTHER] = 1 - 2 * shared / (a_sum + b_sum);
  if (a_people > 0 && b_people > 0 && shared_people == 0)
    pair->features[SYN_FEATURE_PERSON_OTHER] = 1;
}
