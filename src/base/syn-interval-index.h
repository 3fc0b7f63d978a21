/* Which of many spans touch a given one: an augmented, implicit interval tree over a sorted array (Li and Rong,
 * "Bedtk", 2021, section 2). Built once, asked often; answers in the spans' own order. */
#pragma once

#include <glib.h>

#include "syn-span.h"

G_BEGIN_DECLS

typedef struct _SynIntervalIndex SynIntervalIndex;

typedef void (*SynIntervalFunc) (gsize item, SynSpan span, gpointer user_data);

/* Copies `spans`; item k is the k-th of them. Empty spans are found by nothing. */
SynIntervalIndex *syn_interval_index_new     (const SynSpan          *spans,
                                              gsize                   n_spans);
void              syn_interval_index_free    (SynIntervalIndex       *self);

/* Calls `func` for each item that shares at least a byte with `span`, by start, then end, then item. */
void              syn_interval_index_foreach (const SynIntervalIndex *self,
                                              SynSpan                 span,
                                              SynIntervalFunc         func,
                                              gpointer                user_data);

/* The items as a new array of gsize, in the same order: (transfer full) (element-type gsize). */
GArray           *syn_interval_index_find    (const SynIntervalIndex *self,
                                              SynSpan                 span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynIntervalIndex, syn_interval_index_free)

G_END_DECLS
