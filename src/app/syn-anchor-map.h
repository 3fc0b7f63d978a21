/* From a place in one text to the place in another that tells the same: both texts' common facts are the
 * anchors. News reorders, so only the longest run of anchors that keeps its order in both counts (Fredman,
 * "On computing the length of longest increasing subsequences", 1975); between two anchors the way is
 * straight, and the ends meet. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  double from;
  double to;
} SynAnchor;

typedef struct _SynAnchorMap SynAnchorMap;

/* `anchors` in any order, each within 0 and its text's end; those outside are left out. */
SynAnchorMap    *syn_anchor_map_new         (const SynAnchor    *anchors,
                                             gsize               n,
                                             double              from_end,
                                             double              to_end);
void             syn_anchor_map_free        (SynAnchorMap       *self);

/* Never decreasing; 0 gives 0 and the end gives the end. */
double           syn_anchor_map_apply       (const SynAnchorMap *self,
                                             double              from);

/* Those that count, with both ends, by place. */
const SynAnchor *syn_anchor_map_get_anchors (const SynAnchorMap *self,
                                             gsize              *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynAnchorMap, syn_anchor_map_free)

G_END_DECLS
