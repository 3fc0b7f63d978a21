#include "syn-pane-widths.h"

#include <math.h>

struct _SynPaneWidths {
  GArray *shares; /* double */
  int minimum;    /* of one pane */
  int needed;     /* of all, where the reader made them wider than what is in view; else 0 */
};

SynPaneWidths *
syn_pane_widths_new (int minimum)
{
  SynPaneWidths *self = g_new0 (SynPaneWidths, 1);

  self->shares = g_array_new (FALSE, FALSE, sizeof (double));
  self->minimum = minimum;

  return self;
}

void
syn_pane_widths_free (SynPaneWidths *self)
{
  g_array_unref (self->shares);
  g_free (self);
}

void
syn_pane_widths_reset (SynPaneWidths *self, guint n)
{
  const double equal = 1;

  g_array_set_size (self->shares, 0);
  for (guint i = 0; i < n; i++) {
    g_array_append_val (self->shares, equal);
  }
  self->needed = 0;
}

int
syn_pane_widths_get_minimum (const SynPaneWidths *self)
{
  return MAX ((int) self->shares->len * self->minimum, self->needed);
}

/* The factor from shares to pixels under which panes at the minimum and the others fill `width`. */
static double
find_scale (const SynPaneWidths *self, int width)
{
  double scale = 0;
  gboolean is_settled = FALSE;

  while (!is_settled) {
    double rest = width;
    double sum = 0;
    double next;

    for (guint i = 0; i < self->shares->len; i++) {
      double share = g_array_index (self->shares, double, i);

      if (scale > 0 && share * scale <= self->minimum) {
        rest -= self->minimum;
      } else {
        sum += share;
      }
    }
    next = sum > 0 ? MAX (rest, 0) / sum : 0;
    is_settled = sum <= 0 || fabs (next - scale) < 1e-9;
    scale = next;
  }

  return scale;
}

void
syn_pane_widths_share (const SynPaneWidths *self, int width, int *widths)
{
  double scale = find_scale (self, MAX (width, syn_pane_widths_get_minimum (self)));
  double at = 0;

  for (guint i = 0; i < self->shares->len; i++) {
    double next = at + MAX (g_array_index (self->shares, double, i) * scale, self->minimum);

    /* Edges are rounded, not widths: the last one ends where the row does. */
    widths[i] = (int) round (next) - (int) round (at);
    at = next;
  }
}

void
syn_pane_widths_drag (SynPaneWidths *self, const int *widths, guint divider, int by, int visible)
{
  int left, right;
  int sum = 0;

  g_return_if_fail (divider + 1 < self->shares->len);

  left = CLAMP (widths[divider] + by, self->minimum, MAX (self->minimum, visible));
  right = MAX (widths[divider + 1] - (left - widths[divider]), self->minimum);

  for (guint i = 0; i < self->shares->len; i++) {
    int width = i == divider ? left : i == divider + 1 ? right : widths[i];

    g_array_index (self->shares, double, i) = width;
    sum += width;
  }
  self->needed = sum > visible ? sum : 0;
}
