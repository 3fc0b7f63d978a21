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

/* One stroke is enough under one word: waves before solid lines before dashes, as in the texts. */
typedef enum {
  RANK_DASHES,
  RANK_LINE,
  RANK_WAVE,
} Rank;

static Rank
rank_of (SynHeadline *self, const SynMark *mark)
{
  if (mark->has_conflict && (self->kinds & (1u << SYN_KIND_CONFLICT))) {
    return RANK_WAVE;
  }

  return mark->kind == SYN_KIND_SIMILAR ? RANK_DASHES : RANK_LINE;
}

static gboolean
is_covered (SynHeadline *self, const SynMark *mark)
{
  gsize n;
  const SynMark *marks = syn_marks_get_all (self->marks, &n);

  for (gsize i = 0; mark->kind != SYN_KIND_LOADED && i < n; i++) {
    if (marks[i].in_title && marks[i].kind != SYN_KIND_LOADED && (self->kinds & (1u << marks[i].kind)) &&
        marks[i].start <= mark->start && marks[i].end >= mark->end &&
        rank_of (self, &marks[i]) > rank_of (self, mark)) {
      return TRUE;
    }
  }

  return FALSE;
}

typedef enum {
  PASS_TINTS,
  PASS_SELECTED_TINTS,
  PASS_LINES,
  N_PASSES,
} Pass;

static void
paint_piece (
    SynHeadline *self, GtkSnapshot *snapshot, const SynMark *mark, Pass pass, const graphene_rect_t *piece)
{
  gboolean is_selected = mark->fact != SYN_NO_INDEX && mark->fact == self->selected;
  double x = piece->origin.x;
  double y = piece->origin.y + piece->size.height - LINE_RAISE;

  if (pass != PASS_LINES) {
    if (is_selected == (pass == PASS_SELECTED_TINTS)) {
      syn_paint_tint (snapshot, &self->palette, mark->kind, is_selected, x, piece->origin.y,
                      piece->size.width, piece->size.height);
    }
  } else if (rank_of (self, mark) == RANK_WAVE) {
    syn_paint_wave (snapshot, &self->palette, x, y, piece->size.width);
  } else if (!is_covered (self, mark)) {
    syn_paint_line (snapshot, &self->palette, mark->kind, is_selected, x, y, piece->size.width);
  }
}

/* The part of the mark that stands in one line, piece by piece: right-to-left words inside break it. */
static void
paint_in_line (
    SynHeadline *self, GtkSnapshot *snapshot, PangoLayoutIter *iter, const SynMark *mark, Pass pass)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  const char *text = pango_layout_get_text (gtk_label_get_layout (GTK_LABEL (self->label)));
  int start = MAX (g_utf8_offset_to_pointer (text, mark->start) - text, line->start_index);
  int end = MIN (g_utf8_offset_to_pointer (text, mark->end) - text, line->start_index + line->length);
  g_autofree int *ranges = NULL;
  PangoRectangle extents;
  int n_ranges, x, y;

  if (start >= end) {
    return;
  }

  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &x, &y);
  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  pango_layout_line_get_x_ranges (line, start, end, &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++) {
    const graphene_rect_t piece = GRAPHENE_RECT_INIT (
        x + (float) ranges[2 * i] / PANGO_SCALE, y + (float) extents.y / PANGO_SCALE,
        (float) (ranges[2 * i + 1] - ranges[2 * i]) / PANGO_SCALE, (float) extents.height / PANGO_SCALE);

    paint_piece (self, snapshot, mark, pass, &piece);
  }
}

static void
paint_mark (SynHeadline *self, GtkSnapshot *snapshot, const SynMark *mark, Pass pass)
{
  PangoLayoutIter *iter = pango_layout_get_iter (gtk_label_get_layout (GTK_LABEL (self->label)));

  do {
    paint_in_line (self, snapshot, iter, mark, pass);
  } while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

static void
syn_headline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SynHeadline *self = SYN_HEADLINE (widget);
  gsize n = 0;
  const SynMark *marks = self->marks != NULL ? syn_marks_get_all (self->marks, &n) : NULL;

  for (Pass pass = 0; pass < N_PASSES; pass++) {
    for (gsize i = 0; i < n; i++) {
      if (marks[i].in_title && (self->kinds & (1u << marks[i].kind))) {
        paint_mark (self, snapshot, &marks[i], pass);
      }
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
  self->label =
      g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", MAX_LINES,
                    "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0, "yalign", 0.0, NULL);
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
