#include "syn-overview-strip.h"

#include <math.h>

#include "syn-palette.h"

#define BAR_HEIGHT      2.5
#define SELECTED_HEIGHT 4
#define DIAMOND         5.5
#define PART            2.5 /* of a broken bar, with as much between */
#define THIN            1
#define MARGIN          6 /* above the first and below the last mark */
#define BOX_ALPHA       0.10f
#define EDGE_ALPHA      0.10f

struct _SynOverviewStrip {
  GtkWidget parent_instance;

  /* owned */
  SynArticleView *view;
  GtkAdjustment *vadjustment;

  /* borrowed */
  const SynMarks *marks;

  /* state */
  SynPalette palette;
  guint kinds;
  guint selected;
};

G_DEFINE_FINAL_TYPE (SynOverviewStrip, syn_overview_strip, GTK_TYPE_WIDGET)

/* The text's range on the strip: y = MARGIN + (buffer y - top) * scale. */
static double
find_scale (SynOverviewStrip *self, double *top)
{
  double bottom;

  syn_article_view_get_text_range (self->view, top, &bottom);

  return MAX (1, gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN) / MAX (1, bottom - *top);
}

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y, double width, double height)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
paint_diamond (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y)
{
  double side = DIAMOND / G_SQRT2 * 1.2;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_rotate (snapshot, 45);
  fill (snapshot, color, -side / 2, -side / 2, side, side);
  gtk_snapshot_restore (snapshot);
}

static void
paint_mark (
    SynOverviewStrip *self, GtkSnapshot *snapshot, const SynMark *mark, double y, double end, double width)
{
  const GdkRGBA *color = &self->palette.line[mark->kind];
  gboolean is_selected = mark->fact != SYN_NO_INDEX && mark->fact == self->selected;
  double height = is_selected ? SELECTED_HEIGHT : BAR_HEIGHT;
  double left = is_selected ? 1 : 3;

  switch (mark->kind) {
  case SYN_KIND_SHARED:
    fill (snapshot, color, left, y - height / 2, width - left, height);
    break;
  case SYN_KIND_SIMILAR:
    fill (snapshot, color, left + 1, y - height / 2, PART, height);
    fill (snapshot, color, left + 1 + 2 * PART, y - height / 2, PART, height);
    break;
  case SYN_KIND_CONFLICT:
    paint_diamond (snapshot, color, width - 4.5, y);
    break;
  case SYN_KIND_ONLY_HERE:
    fill (snapshot, color, 3, y, THIN, MAX (THIN, end - y));
    break;
  case SYN_KIND_LOADED:
  default:
    break;
  }
}

/* Of marks of one kind that fall on one pixel, in a long text, the first is enough; `last` has how far each
 * kind's reached. */
static gboolean
is_news (SynOverviewStrip *self, const SynMark *mark, double y, double end, double *last)
{
  gboolean is_selected = mark->fact != SYN_NO_INDEX && mark->fact == self->selected;
  double reach = mark->kind == SYN_KIND_ONLY_HERE ? end : y;

  if (!is_selected && reach < last[mark->kind] + 1) {
    return FALSE;
  }

  last[mark->kind] = reach;

  return TRUE;
}

static void
syn_overview_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SynOverviewStrip *self = SYN_OVERVIEW_STRIP (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA shade = self->palette.text;
  gsize n = 0;
  const SynMark *marks = self->marks != NULL ? syn_marks_get_all (self->marks, &n) : NULL;
  double last[SYN_N_KINDS] = { -1, -1, -1, -1, -1 };
  double top, scale, from, to;

  if (self->view == NULL) {
    return;
  }

  gtk_snapshot_save (snapshot);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL) {
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (width, 0));
    gtk_snapshot_scale (snapshot, -1, 1);
  }

  scale = find_scale (self, &top);
  shade.alpha = EDGE_ALPHA;
  fill (snapshot, &shade, 0, 0, 1, height);

  from = MARGIN + (gtk_adjustment_get_value (self->vadjustment) - top) * scale;
  to = from + gtk_adjustment_get_page_size (self->vadjustment) * scale;
  from = CLAMP (from, 1, height);
  to = CLAMP (to, 1, height);
  shade.alpha = BOX_ALPHA;
  if (to > from && to - from < height - 1) {
    fill (snapshot, &shade, 1, from, width - 1, to - from);
  }

  for (gsize i = 0; i < n && !marks[i].in_title; i++) {
    if (self->kinds & (1u << marks[i].kind)) {
      double y = syn_article_view_estimate (self->view, marks[i].start) + SYN_READING_LINE;
      double end = syn_article_view_estimate (self->view, marks[i].end) + SYN_READING_LINE;

      y = MARGIN + MAX (0, y - top) * scale;
      end = MARGIN + (end - top) * scale;
      if (is_news (self, &marks[i], y, end, last)) {
        paint_mark (self, snapshot, &marks[i], y, end, width);
      }
    }
  }
  gtk_snapshot_restore (snapshot);
}

static void
scroll_to (SynOverviewStrip *self, double y)
{
  double top;
  double scale = find_scale (self, &top);
  double page = gtk_adjustment_get_page_size (self->vadjustment);

  gtk_adjustment_set_value (self->vadjustment, top + (y - MARGIN) / scale - page / 2);
}

static void
on_drag_begin (SynOverviewStrip *self, double x, double y)
{
  scroll_to (self, y);
}

static void
on_drag_update (SynOverviewStrip *self, double x, double y, GtkGestureDrag *gesture)
{
  double start_x, start_y;

  gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y);
  scroll_to (self, start_y + y);
}

static void
syn_overview_strip_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (syn_overview_strip_parent_class)->css_changed (widget, change);

  syn_palette_load (&SYN_OVERVIEW_STRIP (widget)->palette, widget);
}

static void
syn_overview_strip_dispose (GObject *object)
{
  SynOverviewStrip *self = SYN_OVERVIEW_STRIP (object);

  g_clear_object (&self->view);
  g_clear_object (&self->vadjustment);

  G_OBJECT_CLASS (syn_overview_strip_parent_class)->dispose (object);
}

static void
syn_overview_strip_class_init (SynOverviewStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_overview_strip_dispose;
  widget_class->snapshot = syn_overview_strip_snapshot;
  widget_class->css_changed = syn_overview_strip_css_changed;

  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
syn_overview_strip_init (SynOverviewStrip *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->kinds = SYN_ALL_KINDS;
  self->selected = SYN_NO_INDEX;
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

void
syn_overview_strip_set_view (SynOverviewStrip *self, SynArticleView *view, GtkAdjustment *vadjustment)
{
  g_set_object (&self->view, view);
  g_set_object (&self->vadjustment, vadjustment);
  g_signal_connect_object (view, "shapes-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

void
syn_overview_strip_set_marks (SynOverviewStrip *self, const SynMarks *marks, guint kinds)
{
  self->marks = marks;
  self->kinds = kinds;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
syn_overview_strip_set_selected (SynOverviewStrip *self, guint fact)
{
  self->selected = fact;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
