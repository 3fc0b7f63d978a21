/* Stock statements: two passages in which somebody declines to comment state one fact, however they word it,
 * unless they name different somebodies. */
#include "config.h"

#include "syn-evidence-private.h"

/* What is left of the evidence when both name somebody, and not the same. */
#define OTHER_NAMES 0.3

void
syn_evidence_utterances (SynPair *pair)
{
  SynFinding finding = { SYN_REASON_MEANING, SYN_FEATURE_UTTERANCE, 1 };
  gboolean name_others;

  if (pair->a->utterance.kind == 0 || pair->a->utterance.kind != pair->b->utterance.kind)
    return;

  name_others =
      pair->a->n_referents > 0 && pair->b->n_referents > 0 && pair->features[SYN_FEATURE_NAME_OTHER] >= 1;
  finding.strength = name_others ? OTHER_NAMES : 1;
  finding.a = pair->a->utterance.span;
  finding.b = pair->b->utterance.span;
  finding.a_record = finding.b_record = pair->a->utterance.kind;
  pair->features[SYN_FEATURE_UTTERANCE] = finding.strength;
  syn_pair_tell (pair, &finding);
}
