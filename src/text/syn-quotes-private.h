/* Attributions, the verb of saying with its source, and quotations, on their way to quotes. */
#pragma once

#include "syn-names-private.h"

G_BEGIN_DECLS

typedef enum {
  SYN_CUE_SAY,    /* reports words wherever it stands: said, told */
  SYN_CUE_ALSO,   /* often means something else: called, warned */
  SYN_CUE_BELIEF, /* thinks, expects */
  SYN_CUE_QUOTED, /* reads: only beside quotation marks */
  SYN_CUE_ACCORDING,
} SynCueKind;

/* "[Anna Holm, the mayor,] [has said]", "[said] [Anna Holm]", "[according to] [the board]", in tokens. */
typedef struct {
  guint32 sentence;
  guint32 source_first;
  guint32 source_end; /* equal to the first: nobody is named */
  guint32 cue_first;
  guint32 cue_end;
  guint32 first;      /* both, with what stands between */
  guint32 end;
  SynCueKind kind;
  gboolean is_inverted; /* the source stands behind */
  gboolean is_used;   /* by a direct quote */
} SynAttribution;

/* All of them, in text order: (element-type SynAttribution) (transfer full). */
GArray  *syn_attributions_find     (SynAnalysis          *self);

/* The same for a sentence in Chinese; adds to `found`. */
void     syn_attributions_find_han (SynAnalysis          *self,
                                    guint32               sentence,
                                    GArray               *found);
guint    syn_attribution_find_han_content (const SynAnalysis    *self,
                                           const SynAttribution *attribution,
                                           guint32               contents[2][2]);

/* Whether the token may be a finite verb. */
gboolean syn_attribution_is_verb   (const SynAnalysis    *self,
                                    guint32               token);

/* What is said without quotation marks, found from the attribution: spans of tokens ([first, end) pairs), at most two.
 * The number found. */
guint    syn_attribution_find_content (const SynAnalysis    *self,
                                       const SynAttribution *attribution,
                                       const SynAttribution *next,
                                       guint32               contents[2][2]);

/* A whole passage in somebody's words. */
typedef struct {
  SynSpan content;
  SynSpan source;      /* where a post is signed; else empty */
  guint32 attribution; /* that announces it, an index; SYN_NO_INDEX for a post */
  gboolean is_direct;
} SynPassage;

/* In text order: (element-type SynPassage) (transfer full). */
GArray  *syn_passages_find         (SynAnalysis          *self,
                                    const GArray         *attributions);

/* The entity that speaks: the source's own name, or what a pronoun stands for. Quotes are resolved in text order;
 * `is_heard`: the source speaks itself, so that a later "he" may be it, unlike in "according to the Post". */
typedef struct _SynSpeakers SynSpeakers;

SynSpeakers *syn_speakers_new      (SynAnalysis          *self);
void         syn_speakers_free     (SynSpeakers          *speakers);
guint32      syn_speakers_resolve  (SynSpeakers          *speakers,
                                    SynSpan               source,
                                    guint32               sentence,
                                    gboolean              is_heard);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynSpeakers, syn_speakers_free)

G_END_DECLS
