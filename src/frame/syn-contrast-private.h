/* How differently the articles speak of one thing: by the kind and unkind words in its names and beside them.
 */
#pragma once

#include "syn-noun-phrases-private.h"

G_BEGIN_DECLS

/* How kind each word is, -1 to 1, an array an article, a value a token; computed once for all labels. */
typedef struct {
  float **values;
  gsize n_articles;
} SynValence;

void syn_valence_init (SynValence *self, const SynFrameWork *work);
void syn_valence_clear (SynValence *self);

/* 0: all alike, to 1; `names` indexes `phrases`, both as syn_noun_phrases_find() orders them. 0 for names of
 * one article. */
double syn_contrast_get (const SynFrameWork *work,
                         const SynValence *valence,
                         const GArray *phrases,
                         const GArray *names);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SynValence, syn_valence_clear)

G_END_DECLS
