/* Names on their way to entities: mentions as found, their forms, and which forms mean the same. */
#pragma once

#include "syn-analysis-private.h"
#include "syn-gazetteer.h"

G_BEGIN_DECLS

/* One place where a name stands. */
typedef struct {
  SynSpan span;
  guint32 first_token;
  guint32 end_token;
  guint32 sentence;
  guint32 form;
} SynNameCandidate;

/* One spelling, case and all white space aside. */
typedef struct {
  SynTextId text;      /* as first written */
  SynTextId key;       /* the words, folded, with single spaces */
  const char *country; /* what the gazetteer takes it for; borrowed, nullable */
  SynPlaceKind place;
  guint32 n_words;
  guint32 n_mentions;
  int votes[4];        /* by SynNameKind */
  gboolean is_learnt;  /* the text says that it is another name of something */
  gboolean is_gloss;   /* given in quotation marks or in another script: what the name means, or how it is written there */
  guint32 joined;      /* a form that means the same; itself for the first of its group */
} SynNameForm;

typedef struct {
  SynAnalysis *analysis;
  GArray *candidates;  /* SynNameCandidate */
  GArray *forms;       /* SynNameForm */
  GHashTable *by_key;  /* SynTextId of the key -> index of the form + 1 */
  GHashTable *capitals; /* SynTextId of a word -> times seen with a capital inside a sentence */
  GHashTable *small;   /* the same without a capital */
} SynNames;

/* The words of the tokens, folded, with single spaces. */
SynTextId        syn_names_add_words (SynNames      *self,
                                      guint32        first,
                                      guint32        end);
/* What the tokens span, less a possessive ending. */
SynSpan          syn_names_get_span  (const SynAnalysis *analysis,
                                      guint32        first,
                                      guint32        end);

/* Adds a mention of the words from token `first` to `end`; its index in `candidates`. `span` NULL: theirs, less a
 * possessive ending. */
guint32          syn_names_add       (SynNames      *self,
                                      guint32        sentence,
                                      guint32        first,
                                      guint32        end,
                                      const SynSpan *span);

SynNameForm     *syn_names_get_form  (SynNames      *self,
                                      guint32        candidate);

/* The first of the group that a form belongs to. */
guint32          syn_names_find_group (SynNames     *self,
                                       guint32       form);
/* Both forms mean the same. */
void             syn_names_join      (SynNames      *self,
                                      guint32        form,
                                      guint32        other);

/* The steps, in their order. */
void             syn_names_find      (SynNames      *self);
void             syn_names_find_han  (SynNames      *self,
                                      guint32        sentence);
void             syn_names_learn     (SynNames      *self);
void             syn_names_group     (SynNames      *self);
void             syn_names_finish    (SynNames      *self);

/* A word that can be part of a name: a capital, at the start or inside ("iPhone"). */
gboolean         syn_names_is_capital (const SynAnalysis *analysis,
                                       guint32            token);

G_END_DECLS
