/* How each article words the story: loaded words, hedges, attributing verbs, frames, labels, quotes,
 * distinctive words. Never a verdict on an outlet: spans, scores and the reason for each. Immutable,
 * atomically reference counted. */
#pragma once

#include "syn-document.h"

G_BEGIN_DECLS

typedef enum {
  SYN_FRAMING_LOADED,
  SYN_FRAMING_HEDGE,
  SYN_FRAMING_ATTRIBUTION,
  SYN_FRAMING_METAPHOR,
  SYN_FRAMING_FRAME,
} SynFramingKind;

/* The fifteen dimensions of the policy-frame codebook (Boydstun, Gross, Resnik and Smith, 2013), as CLI.md
 * names them. */
#define SYN_N_FRAMES 15
extern const char *const syn_frame_names[SYN_N_FRAMES];

typedef struct {
  guint article;
  SynSpan span;
  SynFramingKind kind;
  int frame;    /* index into syn_frame_names, or -1 */
  double score; /* 0.5: shown by default */
  char *reason; /* "intensifier", "evaluative; nobody else on the story uses it"; translated */
} SynFramingMark;

typedef struct {
  double loaded;
  double frames[SYN_N_FRAMES]; /* 0 to 1 each */
} SynSentenceFraming;

typedef struct {
  guint article;
  guint32 quote; /* into the document's quotes */
  char *speaker; /* resolved name, or NULL */
} SynQuoteRow;

typedef struct {
  guint article;
  SynSpan span;
} SynLabelName;

typedef struct {
  char *referent;
  double contrast;
  SynLabelName *names; /* by article, then by position */
  gsize n_names;
} SynLabel;

typedef struct {
  guint article;
  char *term;
  double score; /* calibrated log-odds: 0.5 is shown by default */
  guint count;
  guint others;
} SynDistinctive;

typedef struct _SynFraming SynFraming;

SynFraming *
syn_framing_new (SynDocument *const *documents, gsize n, GCancellable *cancellable, GError **error);
SynFraming *syn_framing_ref (SynFraming *self);
void syn_framing_unref (SynFraming *self);

const SynFramingMark *syn_framing_get_marks (const SynFraming *self, gsize *n);
/* One for each sentence of the article, in the document's order. */
const SynSentenceFraming *syn_framing_get_sentences (const SynFraming *self, guint article, gsize *n);
const SynQuoteRow *syn_framing_get_quotes (const SynFraming *self, gsize *n);
const SynLabel *syn_framing_get_labels (const SynFraming *self, gsize *n);
const SynDistinctive *syn_framing_get_distinctive (const SynFraming *self, gsize *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynFraming, syn_framing_unref)

G_END_DECLS
