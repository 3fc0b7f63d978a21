#include "syn-ribbon-painter.h"

#include <math.h>

#include "syn-marks-painter.h"

#define EDGE_WIDTH     1.2
#define SELECTED_WIDTH 1.5
#define STUB_WIDTH     1.2
/* How far a stub's arrow reaches into the gutter and along it. */
#define STUB_REACH  13
#define STUB_RISE   22
#define ARROW_SIZE  3.5
#define DISC_RADIUS 9.5
#define DISC_EDGE   1.5
/* How much of a kind's tint a ribbon that is not selected keeps: many lie over each other. */
#define FILL_ALPHA 0.55

static void
set_color (cairo_t *cr, const GdkRGBA *color, double alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

static void
curve_to (cairo_t *cr, double x, double from, double to_x, double to)
{
  double middle = (x + to_x) / 2;

  cairo_curve_to (cr, middle, from, middle, to, to_x, to);
}

static void
stroke_edge (cairo_t *cr, double from, double to, double width)
{
  cairo_move_to (cr, 0, from);
  curve_to (cr, 0, from, width, to);
  cairo_stroke (cr);
}

static void
paint_whole (cairo_t *cr, const SynPalette *palette, const SynRibbon *ribbon, double width)
{
  double above = ribbon->is_selected ? SYN_BELT_ABOVE : 0;
  double below = ribbon->is_selected ? SYN_BELT_BELOW : 0;
  double line = palette->is_high_contrast ? 2 : ribbon->is_selected ? SELECTED_WIDTH : EDGE_WIDTH;
  double left_top = ribbon->left.top - above;
  double left_bottom = ribbon->left.bottom + below;
  double right_top = ribbon->right.top - above;
  double right_bottom = ribbon->right.bottom + below;
  const GdkRGBA *ground = ribbon->is_selected ? &palette->belt[ribbon->kind] : &palette->tint[ribbon->kind];

  if (ground->alpha > 0) {
    cairo_move_to (cr, 0, left_top);
    curve_to (cr, 0, left_top, width, right_top);
    cairo_line_to (cr, width, right_bottom);
    curve_to (cr, width, right_bottom, 0, left_bottom);
    cairo_close_path (cr);
    set_color (cr, ground, ribbon->is_selected ? 1 : FILL_ALPHA);
    cairo_fill (cr);
  }

  /* The belt's edge lines lie inside the belt. */
  cairo_set_line_width (cr, line);
  set_color (cr, &palette->line[ribbon->kind], 1);
  if (ribbon->kind == SYN_KIND_SIMILAR) {
    cairo_set_dash (cr, (double[2]){ 6, 3.5 }, 2, 0);
  }
  stroke_edge (cr, left_top + line / 2, right_top + line / 2, width);
  stroke_edge (cr, left_bottom - line / 2, right_bottom - line / 2, width);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* A bar at the edge, as high as the passage, and an arrow towards where the other end is. */
static void
paint_stub (cairo_t *cr, const SynPalette *palette, const SynRibbon *ribbon, double width, double height)
{
  gboolean is_left = ribbon->shape == SYN_RIBBON_STUB_LEFT;
  const SynRibbonEnd *end = is_left ? &ribbon->left : &ribbon->right;
  gboolean is_up = (is_left ? ribbon->right.reach : ribbon->left.reach) == SYN_REACH_ABOVE;
  double edge = is_left ? 1 : width - 1;
  double inward = is_left ? 1 : -1;
  double middle = CLAMP ((end->top + end->bottom) / 2, 0, height);
  double x = edge + inward * STUB_REACH;
  double y = middle + (is_up ? -STUB_RISE : STUB_RISE);
  double back = is_up ? ARROW_SIZE : -ARROW_SIZE;

  set_color (cr, &palette->line[ribbon->kind], 1);
  cairo_set_line_width (cr, palette->is_high_contrast ? 2 : STUB_WIDTH);
  cairo_move_to (cr, edge, end->top);
  cairo_line_to (cr, edge, end->bottom);
  cairo_stroke (cr);

  if (ribbon->kind == SYN_KIND_SIMILAR) {
    cairo_set_dash (cr, (double[2]){ 3, 2 }, 2, 0);
  }
  cairo_move_to (cr, edge, middle);
  cairo_curve_to (cr, edge + inward * STUB_REACH * 0.9, middle, x, middle + (y - middle) * 0.2, x, y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  cairo_move_to (cr, x - ARROW_SIZE, y + back);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x + ARROW_SIZE, y + back);
  cairo_stroke (cr);
}

void
syn_paint_ribbons (GtkSnapshot *snapshot,
                   const SynPalette *palette,
                   const SynRibbonLayout *layout,
                   double width,
                   double height)
{
  cairo_t *cr;

  if (layout->ribbons->len == 0) {
    return;
  }

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  for (guint i = 0; i < layout->ribbons->len; i++) {
    const SynRibbon *ribbon = &g_array_index (layout->ribbons, SynRibbon, i);

    if (ribbon->shape == SYN_RIBBON_WHOLE) {
      paint_whole (cr, palette, ribbon, width);
    } else {
      paint_stub (cr, palette, ribbon, width, height);
    }
  }
  cairo_destroy (cr);
}

void
syn_paint_through (GtkSnapshot *snapshot, const SynPalette *palette, double from, double to, double width)
{
  double top = MIN (from, to) - 2;
  cairo_t *cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, top, width, fabs (from - to) + 4));

  set_color (cr, &palette->secondary, 1);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, (double[2]){ 2, 2 }, 2, 0);
  stroke_edge (cr, from, to, width);
  cairo_destroy (cr);
}

void
syn_paint_conflict (GtkSnapshot *snapshot, const SynPalette *palette, PangoLayout *sign, double x, double y)
{
  const GdkRGBA *line = &palette->line[SYN_KIND_CONFLICT];
  GskRoundedRect disc;
  PangoRectangle ink;

  gsk_rounded_rect_init_from_rect (
      &disc, &GRAPHENE_RECT_INIT (x - DISC_RADIUS, y - DISC_RADIUS, 2 * DISC_RADIUS, 2 * DISC_RADIUS),
      DISC_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, &palette->page, &disc.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &disc, (float[4]){ DISC_EDGE, DISC_EDGE, DISC_EDGE, DISC_EDGE },
                              (GdkRGBA[4]){ *line, *line, *line, *line });

  pango_layout_get_pixel_extents (sign, &ink, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (x - ink.x - ink.width / 2.0, y - ink.y - ink.height / 2.0));
  gtk_snapshot_append_layout (snapshot, sign, line);
  gtk_snapshot_restore (snapshot);
}
