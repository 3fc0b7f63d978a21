/* What the readers of figures share, whatever the script. */
#pragma once

#include "syn-analysis-private.h"

G_BEGIN_DECLS

/* A figure being read, in tokens. */
typedef struct {
  guint32 first; /* qualifier, number and unit: tokens from here */
  guint32 end;   /* up to here */
  guint32 number_first;
  guint32 number_end;
  SynFigureKind kind;
  SynQualifier qualifier;
  double lower;
  double upper;
  double value;
  double factor;    /* of the unit: 86400 for days */
  char unit[8];     /* ISO 4217, "%", "s", ..., "" for none */
  guint32 what;     /* token, SYN_NO_INDEX when the text does not say */
  gboolean is_change;
  gboolean is_none; /* read, but no figure: a score */
} SynFigureDraft;

#define SYN_FIGURE_DRAFT_INIT { .factor = 1, .what = SYN_NO_INDEX }

/* Sets the bounds as the qualifier says: "about" a tenth to either side, "over" without an upper end. */
void    syn_figure_set_bounds     (SynFigureDraft    *figure,
                                   const char        *qualifier);

/* "m 1000": the SI unit and what one of the text's is in it. */
void    syn_figure_set_measure    (SynFigureDraft    *figure,
                                   const SynSense    *sense);

/* The head of what a number at tokens before `token` counts: "700,000 [new users] joined". SYN_NO_INDEX for none. */
guint32 syn_figure_find_counted   (const SynAnalysis *self,
                                   guint32            token,
                                   guint32            end);
/* The head of what changed or amounts to a figure at `token`: "[downloads] of the app rose by", "a [valuation] of". */
guint32 syn_figure_find_measured  (const SynAnalysis *self,
                                   guint32            first,
                                   guint32            token);
/* What something ranks in: "the top of Apple's App [Store]", "the second-most popular free [app]". */
guint32 syn_figure_find_ranked    (const SynAnalysis *self,
                                   const SynLexicon  *lexicon,
                                   guint32            token,
                                   guint32            end);

/* Ranks: "No. 1", "second-most popular", "top of the charts". FALSE where there is none at `token`. */
gboolean syn_figure_read_rank     (const SynAnalysis *self,
                                   const SynLexicon  *lexicon,
                                   guint32            token,
                                   guint32            end,
                                   SynFigureDraft    *figure);

void    syn_analysis_add_figure   (SynAnalysis          *self,
                                   guint32               sentence,
                                   const SynFigureDraft *figure);

void    syn_analysis_find_han_figures (SynAnalysis *self,
                                       guint32      sentence);

G_END_DECLS
