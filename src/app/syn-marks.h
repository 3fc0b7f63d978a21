/* The marks of one article under one threshold: which characters of its headline and text carry what.
 * Plain values in text order, made anew when the comparison or the threshold changes. */
#pragma once

#include "syn-comparison.h"
#include "syn-kind.h"
#include "syn-page-text.h"

G_BEGIN_DECLS

/* Loaded wording is shown from this score on; the scale of SynFramingMark. The reader's threshold is for facts. */
#define SYN_LOADED_SHOWN 0.5

typedef struct {
  guint start; /* characters, half open */
  guint end;
} SynCharacters;

typedef struct {
  SynKind kind;
  guint start;           /* characters of the pane's text, or of the headline */
  guint end;
  gboolean in_title;
  guint fact;            /* position among the alignment's facts; SYN_NO_INDEX where none */
  guint number;          /* of the fact as shown, from 1 */
  gboolean has_conflict; /* values differ between articles: ≠ in the margin, a wave under the words */
  guint value;           /* in a conflict: marks of one value share a number */
  guint first_differing; /* into the differing words */
  guint n_differing;
  const char *reason;    /* of loaded wording; borrowed from the framing */
} SynMark;

typedef struct _SynMarks SynMarks;

/* `numbers`: the shown number of each fact of the alignment, 0 for one below the threshold. */
SynMarks            *syn_marks_new           (SynComparison     *comparison,
                                              guint              article,
                                              const SynPageText *text,
                                              const guint       *numbers,
                                              double             threshold);
void                 syn_marks_free          (SynMarks          *self);

/* Those of the text first, by start; then those of the headline. */
const SynMark       *syn_marks_get_all       (const SynMarks    *self,
                                              gsize             *n);
const SynCharacters *syn_marks_get_differing (const SynMarks    *self,
                                              const SynMark     *mark);

/* The fact's first mark in the text, else in the headline; NULL when it is not found here. */
const SynMark       *syn_marks_find_fact     (const SynMarks    *self,
                                              guint              fact);
/* The mark of a fact at that character of the text: the shortest, so that a clause wins over its sentence;
 * else NULL. */
const SynMark       *syn_marks_find_at       (const SynMarks    *self,
                                              guint              character);

/* Marks of only-here and loaded wording count themselves; facts count once, by their stance here. */
guint                syn_marks_count         (const SynMarks    *self,
                                              SynKind            kind);
/* Facts that this article has. */
guint                syn_marks_count_facts   (const SynMarks    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynMarks, syn_marks_free)

G_END_DECLS
