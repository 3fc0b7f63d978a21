/* Two passages, without articles around them: do they state a common fact, and how alike is their meaning? What
 * `synoptic-cli score` prints, by the same evidence and model as the alignment. */
#pragma once

#include "syn-fact.h"

G_BEGIN_DECLS

typedef struct {
  double match;      /* 0 to 1: how surely both state a common fact; 0.5 is the default threshold */
  double similarity; /* 0 to 1: how alike their meaning is as a whole */
  const char *relation; /* "same", "similar", "conflict" or "none" */
  char *reasons;     /* strongest first, "; " between; may be "" */
} SynPairScore;

typedef struct _SynPairScorer SynPairScorer;

/* `context`: `n` documents whose word statistics serve as background beside the language's; may be none. */
SynPairScorer *syn_pair_scorer_new   (SynDocument *const *context, gsize n);
void           syn_pair_scorer_free  (SynPairScorer *self);

void           syn_pair_scorer_score (SynPairScorer *self,
                                      SynDocument   *a,
                                      SynDocument   *b,
                                      SynPairScore  *score);
void           syn_pair_score_clear  (SynPairScore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynPairScorer, syn_pair_scorer_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SynPairScore, syn_pair_score_clear)

G_END_DECLS
