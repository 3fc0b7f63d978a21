/* What speaks for and against two passages stating a common fact. Each kind of evidence is a module of its own: it fills
 * its features of the pair and, where asked, tells what it found in words and spans. The model weighs the features.
 * Private to align. */
#pragma once

#include "syn-corpus-private.h"
#include "syn-fact.h"

G_BEGIN_DECLS

/* Each is 0 where the module has nothing to say, and about 1 where its evidence is as strong as it gets. The names in
 * data/model/evidence.tsv are these, in this order. */
typedef enum {
  /* terms */
  SYN_FEATURE_OVERLAP,       /* share of the weight that both have */
  SYN_FEATURE_CONTAINED,     /* share of the shorter passage's weight that the other has */
  SYN_FEATURE_CONTAINED_LONGER, /* share of the longer passage that the other has */
  SYN_FEATURE_SURPRISE, /* how seldom two sentences of this story share these words by chance */
  SYN_FEATURE_MEANING,       /* what words of like meaning add to the overlap */
  SYN_FEATURE_MEANING_CONTAINED, /* likewise to the share contained */
  SYN_FEATURE_HELD, /* share of one passage that the other says in the same words or like ones: the greater of the two */
  SYN_FEATURE_HELD_HERE, /* likewise, words weighed by this story alone */
  SYN_FEATURE_HELD_CLAUSE, /* likewise of one clause */
  SYN_FEATURE_HELD_CLAUSE_HERE, /* likewise, words weighed by this story alone */
  SYN_FEATURE_GIST, /* cosine of the mean vectors of the words */
  /* phrases */
  SYN_FEATURE_SURFACE,       /* share of all words, function words too, that the other side has */
  SYN_FEATURE_PHRASE,        /* shared pairs of neighbouring words */
  SYN_FEATURE_RUN,           /* longest run of equal words */
  /* figures */
  SYN_FEATURE_FIGURE,        /* the same figure of the same thing */
  SYN_FEATURE_FIGURE_LOOSE,  /* compatible ones, or of things not known to be the same */
  SYN_FEATURE_FIGURE_CONFLICT, /* of the same thing, but not both true */
  SYN_FEATURE_FIGURE_OTHER,  /* figures that only one side has: share */
  SYN_FEATURE_RANK,          /* the same rank of the same kind of thing */
  /* dates */
  SYN_FEATURE_DATE,          /* the same day */
  SYN_FEATURE_DATE_LOOSE,    /* times that may be the same */
  SYN_FEATURE_DATE_OTHER,    /* times that cannot be */
  /* names */
  SYN_FEATURE_NAME,          /* what the shared names prove */
  SYN_FEATURE_NAME_OTHER,    /* share of the names that only one side has */
  SYN_FEATURE_PERSON_OTHER,  /* both name people, none the same */
  /* quotes */
  SYN_FEATURE_QUOTE,         /* the same words quoted */
  SYN_FEATURE_SPEAKER,       /* the same speaker, whom neither article quotes often */
  /* utterances */
  SYN_FEATURE_UTTERANCE,     /* the same stock statement: "declined to comment" */
  /* the rest */
  SYN_FEATURE_NEGATION,      /* one side denies */
  SYN_FEATURE_BREVITY,       /* the shorter has few words to match */
  SYN_FEATURE_IMBALANCE,     /* one is much longer */
  SYN_FEATURE_TITLE,         /* one is a headline */
  SYN_FEATURE_ACROSS,        /* two languages */
  /* neighbourhood: filled once all pairs of the two articles have a first score */
  SYN_FEATURE_NEIGHBOUR,     /* the sentences before or after match as well */
  SYN_FEATURE_NEIGHBOUR_NAME, /* a rare name of one stands beside the other */
  SYN_FEATURE_BEST,          /* no other pair of these two sentences scores as high */
  SYN_FEATURE_STATEMENT,     /* the same speaker says no other sentence that is so like */
  SYN_FEATURE_POSITION,      /* they stand at like places in their articles */
  SYN_FEATURE_TRIANGLE,      /* a passage of a third article matches both */
  SYN_FEATURE_TWO,           /* there is no third article */
  SYN_N_FEATURES,
} SynFeature;

/* One thing found: the words on both sides, and what it feeds. */
typedef struct {
  SynReasonKind kind;
  SynFeature feature;       /* whose share of the score it explains */
  double strength;          /* among the findings of that feature */
  SynSpan a;
  SynSpan b;
  guint32 a_record;         /* figure, date, name, quote or term in its array */
  guint32 b_record;
} SynFinding;

typedef struct {
  guint32 a; /* index into the terms of each passage */
  guint32 b;
  float likeness; /* 1: the same stem */
} SynTermMatch;

/* Two passages being compared. */
typedef struct {
  const SynCorpus *corpus;
  const SynPassage *a;
  const SynPassage *b;
  GArray *matches;  /* of SynTermMatch: a word of one side with a word of the other, each once */
  const float *a_held; /* per term of a: how well its best match in b holds it, 0 to 1; a match may serve several terms */
  const float *b_held; /* likewise of b in a */
  GArray *findings; /* of SynFinding; NULL where nobody asks why */
  guint8 *first_places; /* per word of the corpus: scratch of syn_evidence_phrases (), 0 between calls */
  double features[SYN_N_FEATURES];
} SynPair;

/* Compares passages of one corpus: memory that is used again from pair to pair. One per thread. */
typedef struct _SynComparer SynComparer;

SynComparer *syn_comparer_new  (const SynCorpus *corpus);
void         syn_comparer_free (SynComparer *self);

/* The features of a pair, neighbourhood excepted; the result is the comparer's until the next call. */
SynPair     *syn_comparer_compare (SynComparer *self, guint32 a, guint32 b, gboolean explain);

/* ---- the modules ---- */

void syn_evidence_terms      (SynPair *pair);
void syn_evidence_phrases    (SynPair *pair);
void syn_evidence_figures    (SynPair *pair);
void syn_evidence_dates      (SynPair *pair);
void syn_evidence_names      (SynPair *pair);
void syn_evidence_quotes     (SynPair *pair);
void syn_evidence_utterances (SynPair *pair);

/* ---- shared by them ---- */

static inline const SynArticleView *
syn_pair_get_article (const SynPair *pair, const SynPassage *passage)
{
  return &pair->corpus->articles[passage->article];
}

static inline void
syn_pair_tell (SynPair *pair, const SynFinding *finding)
{
  if (pair->findings != NULL)
    g_array_append_vals (pair->findings, finding, 1);
}

/* What a word counts that is like another by so much: 1 for the same stem. */
double syn_term_match_get_strength (float likeness);

/* How two figures stand to each other. */
typedef enum {
  SYN_FIGURES_UNRELATED, /* of different kinds or things */
  SYN_FIGURES_AGREE,     /* the same value */
  SYN_FIGURES_COMPATIBLE, /* their ranges meet, or one is rounded */
  SYN_FIGURES_CONFLICT,  /* of the same thing, but not both true */
} SynFigureRelation;

/* The fit from which two figures count the same thing, or may. */
#define SYN_FIGURES_SAME       0.8
#define SYN_FIGURES_MAYBE_SAME 0.6

/* A figure of this weight ("700,000") is the same one wherever it stands. */
#define SYN_FIGURES_TELLING 0.6

/* `fit` (out): 1 where both surely count the same thing, less where one does not say. */
SynFigureRelation syn_figures_relate (const SynCorpus *corpus,
                                      const SynArticleView *a_view,
                                      const SynFigure *a,
                                      const SynArticleView *b_view,
                                      const SynFigure *b,
                                      double *fit);

/* Both values may be true of one quantity. */
gboolean          syn_figures_meet                (const SynArticleView *a_view,
                                                   const SynFigure *a,
                                                   const SynArticleView *b_view,
                                                   const SynFigure *b);

/* Both sides name somebody or something that the figure may be of, and nobody in common: "Acme sold 500 cars", "Apex sold
 * 700". Places and names within the quantity itself ("top of Acme's list") do not count. */
gboolean          syn_figures_have_other_subjects (const SynCorpus *corpus,
                                                   const SynPassage *a,
                                                   const SynFigure *a_figure,
                                                   const SynPassage *b,
                                                   const SynFigure *b_figure);

/* How telling a figure is, 0 to 1: "two" hardly, "1,874" very. */
double            syn_figure_get_weight (const SynFigure *figure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynComparer, syn_comparer_free)

G_END_DECLS
