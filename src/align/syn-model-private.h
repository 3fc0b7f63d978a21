/* The fitted numbers: how much each feature of a pair of passages speaks for a common fact. Read from
 * data/model/evidence.tsv, which tells where they come from. Private to align. */
#pragma once

#include "syn-evidence-private.h"

G_BEGIN_DECLS

typedef enum {
  SYN_MODEL_PAIR,       /* two passages by themselves */
  SYN_MODEL_FIRST,      /* two passages of one story, before their neighbourhood is known */
  SYN_MODEL_STORY,      /* ... and with it */
  SYN_MODEL_SIMILARITY, /* how alike the meaning is as a whole: linear, not logistic */
  SYN_N_MODELS,
} SynModelKind;

typedef struct {
  double bias[SYN_N_MODELS];
  double weights[SYN_N_MODELS][SYN_N_FEATURES];
} SynModel;

/* The shipped numbers: (transfer none). */
const SynModel *syn_model_get_default (void);

/* The feature's name in the table: "figure-conflict". */
const char     *syn_feature_get_name  (SynFeature feature);

double          syn_model_get_logit   (const SynModel *self, SynModelKind kind, const double *features);

/* 0 to 1; 0.5 is where readers would agree that both state the fact. */
double          syn_model_get_score   (const SynModel *self, SynModelKind kind, const double *features);

G_END_DECLS
