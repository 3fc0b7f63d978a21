/* How loaded a word is, how loaded a sentence is, and whether a word is kind or unkind: three linear models
 * over one set of features, with the weights of data/model/wording.tsv (made by fit-wording.py there). */
#pragma once

#include "syn-frame-work-private.h"

G_BEGIN_DECLS

#define SYN_WORDING_DIMENSIONS 64

typedef enum {
  SYN_WORDING_BIAS,
  /* What the lists say of the word: their value, else 0. */
  SYN_WORDING_PRAISE,
  SYN_WORDING_BLAME,
  SYN_WORDING_LABEL,
  SYN_WORDING_INTENSIFIER,
  SYN_WORDING_ABSOLUTE,
  SYN_WORDING_DRAMATIC,
  SYN_WORDING_OPINION,
  SYN_WORDING_STANCE,
  SYN_WORDING_METAPHOR,
  /* Its place and form: 0 or 1. */
  SYN_WORDING_REPORTED,
  SYN_WORDING_TITLE,
  SYN_WORDING_CAPITAL,
  SYN_WORDING_ADVERB,
  SYN_WORDING_SUPERLATIVE,
  SYN_WORDING_UNKNOWN, /* without a vector */
  SYN_WORDING_RARITY,  /* tenths of a nat */
  /* Of sentences alone. */
  SYN_WORDING_TOP,    /* the most loaded word's score */
  SYN_WORDING_SUM,    /* of all words' scores, at most 3 */
  SYN_WORDING_LENGTH, /* logarithm of the number of words */
  SYN_WORDING_VECTOR, /* 64 of them */
  SYN_N_WORDING_FEATURES = SYN_WORDING_VECTOR + SYN_WORDING_DIMENSIONS,
} SynWordingFeature;

typedef enum {
  SYN_WORDING_WORD,     /* logit: the word is loaded */
  SYN_WORDING_SENTENCE, /* logit: the sentence is; its features are its words' means and the three of its own
                         */
  SYN_WORDING_VALENCE,  /* -1 unkind to 1 kind */
  SYN_N_WORDING_MODELS,
} SynWordingModelKind;

/* A word, or a phrase of the lists, that may be loaded. */
typedef struct {
  guint32 first_token;
  guint32 n_tokens;
  const SynFrameSense *senses; /* NULL for a word of no list */
  float features[SYN_N_WORDING_FEATURES];
} SynWordingUnit;

typedef struct _SynWordingModel SynWordingModel;

const SynWordingModel *syn_wording_model_get_default (void);
double
syn_wording_model_get_logit (const SynWordingModel *self, SynWordingModelKind kind, const float *features);

/* The units of each sentence, by position: not names, figures nor closed-class words, but these where a list
 * has them: (transfer full) (element-type GArray of SynWordingUnit). */
GPtrArray *syn_wording_units_new (const SynFrameArticle *article, const SynTables *tables);

/* Nothing speaks for its being loaded: a list says that it is plain, or no list knows it and it has no
 * vector. */
gboolean syn_wording_unit_is_plain (const SynWordingUnit *unit);

/* The sentence's features from its units' and their scores. */
void syn_wording_units_join (const GArray *units, const double *scores, float *features);

const char *syn_wording_feature_get_name (guint feature);

G_END_DECLS
