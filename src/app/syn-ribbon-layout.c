#include "syn-ribbon-layout.h"

#include <math.h>

/* The cubic's parameter is found by bisection to well below a pixel in a gutter of 48. */
#define CURVE_STEPS 12

static gboolean
is_visible (const SynRibbonEnd *end)
{
  return end->reach == SYN_REACH_VISIBLE;
}

static void
add_pair (SynRibbonLayout *self, const SynRibbonPair *pair)
{
  SynRibbon ribbon = {
    .fact = pair->fact,
    .kind = pair->kind,
    .is_selected = pair->is_selected,
    .left = pair->left,
    .right = pair->right,
  };

  if (is_visible (&pair->left) && is_visible (&pair->right)) {
    ribbon.shape = SYN_RIBBON_WHOLE;
  } else if (is_visible (&pair->left)) {
    ribbon.shape = SYN_RIBBON_STUB_LEFT;
  } else if (is_visible (&pair->right)) {
    ribbon.shape = SYN_RIBBON_STUB_RIGHT;
  } else if (pair->left.reach == SYN_REACH_ABOVE) {
    self->n_above++;
    self->nearest_above = pair->fact;
    return;
  } else {
    self->n_below++;
    if (self->nearest_below == SYN_NO_INDEX) {
      self->nearest_below = pair->fact;
    }
    return;
  }

  g_array_append_val (self->ribbons, ribbon);
}

SynRibbonLayout *
syn_ribbon_layout_new (const SynRibbonPair *pairs, gsize n)
{
  SynRibbonLayout *self = g_new0 (SynRibbonLayout, 1);

  self->ribbons = g_array_new (FALSE, FALSE, sizeof (SynRibbon));
  self->nearest_above = SYN_NO_INDEX;
  self->nearest_below = SYN_NO_INDEX;

  for (gsize pass = 0; pass < 2; pass++) {
    for (gsize i = 0; i < n; i++) {
      if (pairs[i].left.reach != SYN_REACH_NONE && pairs[i].right.reach != SYN_REACH_NONE &&
          pairs[i].is_selected == (pass == 1)) {
        add_pair (self, &pairs[i]);
      }
    }
  }

  return self;
}

void
syn_ribbon_layout_free (SynRibbonLayout *self)
{
  g_array_unref (self->ribbons);
  g_free (self);
}

double
syn_ribbon_curve (double from, double to, double x, double width)
{
  double low = 0;
  double high = 1;
  double t = 0.5;

  if (width <= 0 || x <= 0) {
    return from;
  }
  if (x >= width) {
    return to;
  }

  for (guint i = 0; i < CURVE_STEPS; i++) {
    t = (low + high) / 2;

    /* Both control points at half the width: x(t) = 1.5 t (1 - t) + t^3 in widths. */
    if (1.5 * t * (1 - t) + t * t * t < x / width) {
      low = t;
    } else {
      high = t;
    }
  }

  return from + (to - from) * t * t * (3 - 2 * t);
}

const SynRibbon *
syn_ribbon_layout_find (const SynRibbonLayout *self, double x, double y, double width, double slack)
{
  for (guint i = self->ribbons->len; i > 0; i--) {
    const SynRibbon *ribbon = &g_array_index (self->ribbons, SynRibbon, i - 1);
    double top, bottom, spare;

    if (ribbon->shape == SYN_RIBBON_WHOLE) {
      top = syn_ribbon_curve (ribbon->left.top, ribbon->right.top, x, width);
      bottom = syn_ribbon_curve (ribbon->left.bottom, ribbon->right.bottom, x, width);
    } else {
      const SynRibbonEnd *end = ribbon->shape == SYN_RIBBON_STUB_LEFT ? &ribbon->left : &ribbon->right;
      double distance = ribbon->shape == SYN_RIBBON_STUB_LEFT ? x : width - x;

      if (distance > width / 3) {
        continue;
      }
      top = end->top;
      bottom = end->bottom;
    }

    spare = MAX (0, slack - (bottom - top)) / 2;
    if (y >= top - spare && y <= bottom + spare) {
      return ribbon;
    }
  }

  return NULL;
}
