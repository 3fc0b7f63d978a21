#include "syn-headline.h"

#include <glib/gi18n.h>

#include "syn-marks-painter.h"

/* Longer ones end in an ellipsis; the whole is in the tooltip. */
#define MAX_LINES 3
/* From the bottom of a line's band to the fact line: the headline's pitch leaves no space between lines. */
#define LINE_RAISE 3

struct _SynHeadline {
  GtkWidget parent_instance;

  GtkWidget *label;
  const SynMarks *marks; /* borrowed */
  SynPalette palette;
  guint kinds;
  guint selected;
};

G_DEFINE_FINAL_TYPE (SynHeadline, syn_headline, GTK_TYPE_WIDGET)

static void
paint_range (SynHeadline *self, GtkSnapshot *snapshot, PangoLayoutLine *line, const PangoRectangle *extents,
             const SynMark *mark, int first, int last, int x, int y)
{
  g_autofree int *ranges = NULL;
  int n_ranges;
  gboolean is_selected = mark->fact != SYN_NO_INDEX && mark->fact == self->selected;
  double height = extents->height / (double) PANGO_SCALE;
  double top = y + extents->y / (double) PANGO_SCALE;

  pango_layout_line_get_x_ranges (line, first, last, &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++) {
    double from = x + ranges[2 * i] / (double) PANGO_SCALE;
    double width = (ranges[2 * i + 1] - ranges[2 * i]) / (double) PANGO_SCALE;

    syn_paint_tint (snapshot, &self->palette, mark->kind, is_selected, from, top, width, height);
    if (mark->has_conflict && (self->kinds & (1u << SYN_KIND_CONFLICT))) {
      syn_paint_wave (snapshot, &self->palette, from, top + height - LINE_RAISE, width);
    } else {
      syn_paint_line (snapshot, &self->palette, mark->kind, is_selected, from, top + height - LINE_RAISE, width);
    }
  }
}

static void
paint_mark (SynHeadline *self, GtkSnapshot *snapshot, const SynMark *mark)
{
  GtkLabel *label = GTK_LABEL (self->label);
  PangoLayout *layout = gtk_label_get_layout (label);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  const char *text = pango_layout_get_text (layout);
  int start = g_utf8_offset_to_pointer (text, mark->start) - text;
  int end = g_utf8_offset_to_pointer (text, mark->end) - text;
  int x, y;

  gtk_label_get_layout_offsets (label, &x, &y);
  do {
    PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
    int first = MAX (start, line->start_index);
    int last = MIN (end, line->start_index + line->length);
    PangoRectangle extents;

    pango_layout_iter_get_line_extents (iter, NULL, &extents);
    if (first < last) {
      /* A line's ranges are told from the layout's edge, its extents too. */
      paint_range (self, snapshot, line, &extents, mark, first, last, x, y);
    }
  } while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

static void
syn_headline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SynHeadline *self = SYN_HEADLINE (widget);
  gsize n = 0;
  const SynMark *marks = self->marks != NULL ? syn_marks_get_all (self->marks, &n) : NULL;

  for (gsize i = 0; i < n; i++) {
    if (marks[i].in_title && (self->kinds & (1u << marks[i].kind))) {
      paint_mark (self, snapshot, &marks[i]);
    }
  }

  GTK_WIDGET_CLASS (syn_headline_parent_class)->snapshot (widget, snapshot);
}

static void
syn_headline_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (syn_headline_parent_class)->css_changed (widget, change);

  syn_palette_load (&SYN_HEADLINE (widget)->palette, widget);
}

static void
syn_headline_dispose (GObject *object)
{
  g_clear_pointer (&SYN_HEADLINE (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (syn_headline_parent_class)->dispose (object);
}

static void
syn_headline_class_init (SynHeadlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_headline_dispose;
  widget_class->snapshot = syn_headline_snapshot;
  widget_class->css_changed = syn_headline_css_changed;

  gtk_widget_class_set_css_name (widget_class, "headline");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
syn_headline_init (SynHeadline *self)
{
  self->kinds = SYN_ALL_KINDS;
  self->selected = SYN_NO_INDEX;
  self->label = g_object_new (GTK_TYPE_LABEL,
                              "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              "lines", MAX_LINES,
                              "ellipsize", PANGO_ELLIPSIZE_END,
                              "xalign", 0.0,
                              "yalign", 0.0,
                              NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

void
syn_headline_set_text (SynHeadline *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->label), text != NULL ? text : _ ("Headline not stated"));
  gtk_widget_set_tooltip_text (self->label, text);
  if (text == NULL) {
    gtk_widget_add_css_class (GTK_WIDGET (self), "dim-label");
  } else {
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dim-label");
  }
}

void
syn_headline_set_marks (SynHeadline *self, const SynMarks *marks, guint kinds)
{
  self->marks = marks;
  self->kinds = kinds;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
syn_headline_set_selected (SynHeadline *self, guint fact)
{
  self->selected = fact;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
