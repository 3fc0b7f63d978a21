/* Which ribbons run through the gutter between two neighbouring texts, and how: whole, or a stub with an
 * arrow where one end is out of view. Plain geometry, without a display. */
#pragma once

#include "syn-kind.h"

G_BEGIN_DECLS

/* Where a passage stands to the visible part of its text. */
typedef enum {
  SYN_REACH_NONE,    /* not in this text */
  SYN_REACH_ABOVE,
  SYN_REACH_VISIBLE,
  SYN_REACH_BELOW,
} SynReach;

typedef struct {
  SynReach reach;
  double top;    /* pixels from the top of the gutter's text part; meaningful when visible */
  double bottom;
} SynRibbonEnd;

/* One fact that both texts have. */
typedef struct {
  guint fact;
  SynKind kind;
  gboolean is_selected;
  SynRibbonEnd left;
  SynRibbonEnd right;
} SynRibbonPair;

typedef enum {
  SYN_RIBBON_WHOLE,
  SYN_RIBBON_STUB_LEFT,  /* the left end is in view, the right one is not */
  SYN_RIBBON_STUB_RIGHT,
} SynRibbonShape;

typedef struct {
  guint fact;
  SynKind kind;
  gboolean is_selected;
  SynRibbonShape shape;
  SynRibbonEnd left;
  SynRibbonEnd right;
} SynRibbon;

typedef struct {
  GArray *ribbons;    /* SynRibbon; in the pairs' order, the selected one last so that it lies on top */
  guint n_above;      /* pairs with no end in view, by where the left end is */
  guint n_below;
  guint nearest_above; /* the last pair above, the first below: SYN_NO_INDEX when there is none */
  guint nearest_below;
} SynRibbonLayout;

/* `pairs` in the left text's order. */
SynRibbonLayout *syn_ribbon_layout_new  (const SynRibbonPair *pairs,
                                         gsize                n);
void             syn_ribbon_layout_free (SynRibbonLayout     *self);

/* The curve's height at `x` of `width`, from `from` to `to`: a cubic with level ends (control points
 * halfway). */
double           syn_ribbon_curve       (double               from,
                                         double               to,
                                         double               x,
                                         double               width);

/* The topmost whole ribbon that covers the point; thin ones are widened to `slack` around their middle.
 * NULL when there is none. */
const SynRibbon *syn_ribbon_layout_find (const SynRibbonLayout *self,
                                         double               x,
                                         double               y,
                                         double               width,
                                         double               slack);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynRibbonLayout, syn_ribbon_layout_free)

G_END_DECLS
