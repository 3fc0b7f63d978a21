/* Which passages of N articles state the same facts. Candidates by an inverted index, evidence, a fitted score,
 * clusters, conflicts. Immutable, atomically reference counted; the same input gives the same facts in the same order,
 * whatever the number of threads. */
#pragma once

#include "syn-fact.h"

G_BEGIN_DECLS

typedef struct _SynAlignment SynAlignment;

typedef void (*SynProgressFunc) (double fraction, gpointer user_data);

typedef struct {
  double floor;             /* facts below this confidence are not kept; 0.25 lets the window's slider show looser ones */
  GCancellable *cancellable; /* nullable */
  SynProgressFunc progress; /* nullable; may be called on any thread */
  gpointer user_data;
} SynAlignOptions;

/* `documents`: `n` of them, borrowed for the call and referenced by the result. `options` nullable for the defaults.
 * NULL only when cancelled (G_IO_ERROR_CANCELLED). (transfer full) */
SynAlignment       *syn_alignment_new           (SynDocument *const    *documents,
                                                 gsize                  n,
                                                 const SynAlignOptions *options,
                                                 GError               **error);
SynAlignment       *syn_alignment_ref           (SynAlignment *self);
void                syn_alignment_unref         (SynAlignment *self);

/* By first mention in the first article that has one. */
const SynFact      *syn_alignment_get_facts     (const SynAlignment *self, gsize *n);
const SynFigureRow *syn_alignment_get_figures   (const SynAlignment *self, gsize *n);

/* The sentences of one article that stand in no fact of confidence `threshold` or more: (transfer full)
 * (element-type guint32). */
GArray             *syn_alignment_find_only_here (const SynAlignment *self,
                                                  guint               article,
                                                  double              threshold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynAlignment, syn_alignment_unref)

G_END_DECLS
