#include "syn-marks-painter.h"

#include <math.h>

#define LINE_WIDTH          1.2
#define SELECTED_WIDTH      2.0
#define HIGH_CONTRAST_WIDTH 2.0
#define DASH_WIDTH          1.5
#define DASH_ON             6.0
#define DASH_OFF            3.5
#define WAVE_LENGTH         6.4
#define WAVE_HEIGHT         4.6
#define WAVE_WIDTH          1.5
#define DOT_SIZE            2.0
#define DOT_EVERY           4.0
#define BAR_WIDTH           2.0
#define BELT_EDGE           1.5

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y, double width, double height)
{
  if (color->alpha > 0 && width > 0 && height > 0) {
    gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
  }
}

void
syn_paint_belt (GtkSnapshot *snapshot,
                const SynPalette *palette,
                SynKind kind,
                double x,
                double y,
                double width,
                double height)
{
  fill (snapshot, &palette->belt[kind], x, y, width, height);
  fill (snapshot, &palette->line[kind], x, y, width, BELT_EDGE);
  fill (snapshot, &palette->line[kind], x, y + height - BELT_EDGE, width, BELT_EDGE);
}

void
syn_paint_tint (GtkSnapshot *snapshot,
                const SynPalette *palette,
                SynKind kind,
                gboolean is_selected,
                double x,
                double y,
                double width,
                double height)
{
  fill (snapshot, is_selected ? &palette->selected[kind] : &palette->tint[kind], x, y, width, height);
}

/* Marks repeat from the page's edge, not from the passage's, so that lines of neighbouring passages run on.
 * One node a line, not one a dash: a page in view has thousands of dashes. */
static void
repeat (GtkSnapshot *snapshot,
        const GdkRGBA *color,
        double x,
        double y,
        double width,
        double height,
        double on,
        double every)
{
  const GdkRGBA off = { color->red, color->green, color->blue, 0 };
  const float edge = on / every;
  const GskColorStop stops[] = { { 0, *color }, { edge, *color }, { edge, off }, { 1, off } };
  double start = floor (x / every) * every;

  if (width > 0) {
    gtk_snapshot_append_repeating_linear_gradient (
        snapshot, &GRAPHENE_RECT_INIT (x, y, width, height), &GRAPHENE_POINT_INIT (start, y),
        &GRAPHENE_POINT_INIT (start + every, y), stops, G_N_ELEMENTS (stops));
  }
}

void
syn_paint_line (GtkSnapshot *snapshot,
                const SynPalette *palette,
                SynKind kind,
                gboolean is_selected,
                double x,
                double y,
                double width)
{
  double height = palette->is_high_contrast ? HIGH_CONTRAST_WIDTH : is_selected ? SELECTED_WIDTH : LINE_WIDTH;

  switch (kind) {
  case SYN_KIND_SHARED:
  case SYN_KIND_CONFLICT:
    fill (snapshot, &palette->line[kind], x, y - height / 2, width, height);
    break;
  case SYN_KIND_SIMILAR:
    height = MAX (height, DASH_WIDTH);
    repeat (snapshot, &palette->line[kind], x, y - height / 2, width, height, DASH_ON, DASH_ON + DASH_OFF);
    break;
  case SYN_KIND_LOADED:
    repeat (snapshot, &palette->line[kind], x, y - DOT_SIZE / 2, width, DOT_SIZE, DOT_SIZE, DOT_EVERY);
    break;
  case SYN_KIND_ONLY_HERE:
  default:
    break;
  }
}

void
syn_paint_wave (GtkSnapshot *snapshot, const SynPalette *palette, double x, double y, double width)
{
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (floor (x), floor (y - WAVE_HEIGHT), ceil (width) + 1, ceil (2 * WAVE_HEIGHT));
  double amplitude = (WAVE_HEIGHT - WAVE_WIDTH) / 2;
  double half = WAVE_LENGTH / 2;
  gboolean is_up = TRUE;
  cairo_t *cr;

  if (width <= 0) {
    return;
  }

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_rectangle (cr, x, y - WAVE_HEIGHT, width, 2 * WAVE_HEIGHT);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, &palette->line[SYN_KIND_CONFLICT]);
  cairo_set_line_width (cr, palette->is_high_contrast ? HIGH_CONTRAST_WIDTH : WAVE_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, x, y);
  for (double at = x; at < x + width; at += half) {
    double peak = is_up ? y - 2 * amplitude : y + 2 * amplitude;

    /* The middle of a quadratic curve lies halfway to its control point; drawn as the equal cubic. */
    cairo_curve_to (cr, at + half / 3, y + (peak - y) * 2 / 3, at + half * 2 / 3, y + (peak - y) * 2 / 3,
                    at + half, y);
    is_up = !is_up;
  }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

void
syn_paint_bar (GtkSnapshot *snapshot, const SynPalette *palette, double x, double y, double height)
{
  fill (snapshot, &palette->line[SYN_KIND_ONLY_HERE], x - BAR_WIDTH / 2, y, BAR_WIDTH, height);
}

void
syn_paint_dotted (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y, double width)
{
  repeat (snapshot, color, x, y - DOT_SIZE / 2, width, DOT_SIZE, DOT_SIZE, DOT_EVERY);
}
