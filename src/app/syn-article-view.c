#include "syn-article-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "syn-article-buffer.h"
#include "syn-article-painter.h"
#include "syn-reading-size.h"

/* So much of the lead above the text is in view when an article opens. */
#define FIRST_GAP 24
/* A press that moves further is a selection of words. */
#define PRESS_SLACK 4
#define BELT_FADE   120

enum {
  FACT_ACTIVATED,
  SHAPES_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SynArticleView, syn_article_view, GTK_TYPE_TEXT_VIEW)

static void
emit_shapes_changed (SynArticleView *self)
{
  syn_article_view_forget_places (self);
  g_signal_emit (self, signals[SHAPES_CHANGED], 0);
}

static void
reset_shapes (SynArticleView *self)
{
  syn_mark_shapes_reset (self->shapes);
  emit_shapes_changed (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- layout ---- */

static gboolean
is_mirrored (SynArticleView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Margins by the pane's width; the text is never wider than a good measure. See the grammar's measures. */
static void
find_margins (int width, double scale, int *start, int *end)
{
  const int measure = (int) round (600 * scale);
  int spare;

  if (width < 320) {
    *start = 36;
    *end = 18;
  } else if (width < 400) {
    *start = 48;
    *end = 24;
  } else if (width <= 500) {
    *start = 48;
    *end = 30;
  } else {
    *start = MIN (54 + (width - 500) / 10, 72);
    *end = MIN (36 + (width - 500) / 6, 66);
  }

  spare = width - *start - *end - measure;
  if (spare > 0) {
    *start += spare / 2;
    *end += spare - spare / 2;
  }
}

/* The tail below the last paragraph lets it reach the reading line. Not from within an allocation: it
 * changes the text's height. */
static gboolean
update_tail (gpointer user_data)
{
  SynArticleView *self = user_data;
  int last_line = 27;

  self->tail_source = 0;
  syn_article_view_forget_places (self);
  syn_article_buffer_set_tail (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)),
                               self->height - SYN_READING_LINE - last_line);

  return G_SOURCE_REMOVE;
}

static void
syn_article_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SynArticleView *self = SYN_ARTICLE_VIEW (widget);
  gboolean is_resized = self->width != width || self->height != height;

  if (self->width != width) {
    int start, end;

    find_margins (width, self->scale, &start, &end);
    /* Synoptic's margin is at the start of the lines. */
    gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self), is_mirrored (self) ? end : start);
    gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self), is_mirrored (self) ? start : end);
    self->width = width;
    syn_mark_shapes_reset (self->shapes);
  }
  if (self->height != height) {
    self->height = height;
    if (self->tail_source == 0) {
      self->tail_source = g_idle_add_full (GTK_PRIORITY_RESIZE, update_tail, self, NULL);
    }
  }

  GTK_WIDGET_CLASS (syn_article_view_parent_class)->size_allocate (widget, width, height, baseline);

  if (is_resized) {
    emit_shapes_changed (self);
  }
}

/* Lines keep their proportion, and the text its measure in characters. */
static void
update_scale (SynArticleView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  double scale = syn_reading_size_get_scale (GTK_WIDGET (self));

  if (fabs (self->scale - scale) < 0.001) {
    return;
  }

  self->scale = scale;
  gtk_text_view_set_pixels_inside_wrap (view, (int) round (SYN_INSIDE_WRAP * scale));
  syn_article_buffer_set_scale (gtk_text_view_get_buffer (view), scale);
  self->width = -1; /* margins anew with the next allocation */
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
syn_article_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  SynArticleView *self = SYN_ARTICLE_VIEW (widget);

  GTK_WIDGET_CLASS (syn_article_view_parent_class)->css_changed (widget, change);

  syn_palette_load (&self->palette, widget);
  update_scale (self);
  syn_margin_numbers_restyle (self->numbers);
  syn_article_buffer_set_caption_color (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)),
                                        &self->palette.secondary);
  reset_shapes (self);
}

static void
syn_article_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (syn_article_view_parent_class)->direction_changed (widget, previous);

  SYN_ARTICLE_VIEW (widget)->width = -1; /* margins anew with the next allocation */
  gtk_widget_queue_resize (widget);
}

static void
on_scrolled (SynArticleView *self)
{
  emit_shapes_changed (self);
}

/* The text opens with a little of its lead in view, as soon as it is high enough to be scrolled there. */
static void
on_adjustment_changed (SynArticleView *self)
{
  double first = SYN_ARTICLE_LEAD - FIRST_GAP;

  if (!self->is_placed && self->text != NULL &&
      gtk_adjustment_get_upper (self->vadjustment) - gtk_adjustment_get_page_size (self->vadjustment) >=
          first) {
    self->is_placed = TRUE;
    gtk_adjustment_set_value (self->vadjustment, first);
  }
  emit_shapes_changed (self);
}

static void
on_vadjustment (SynArticleView *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (self->vadjustment == adjustment) {
    return;
  }

  if (self->vadjustment != NULL) {
    g_signal_handlers_disconnect_by_data (self->vadjustment, self);
  }
  g_set_object (&self->vadjustment, adjustment);
  if (adjustment != NULL) {
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_adjustment_changed), self,
                             G_CONNECT_SWAPPED);
  }
}

/* ---- painting ---- */

static void
syn_article_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  SynArticleView *self = SYN_ARTICLE_VIEW (view);

  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT && self->text != NULL) {
    const SynArticlePainting painting = {
      .view = view,
      .text = self->text,
      .marks = self->marks,
      .shapes = self->shapes,
      .numbers = self->numbers,
      .palette = &self->palette,
      .kinds = self->kinds,
      .selected = self->selected,
      .gap = self->gap,
      .belt_alpha = self->belt_alpha,
    };

    syn_article_paint (&painting, snapshot);
  }
}

static void
on_fade (double value, SynArticleView *self)
{
  self->belt_alpha = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- the pointer ---- */

static guint
fact_at (SynArticleView *self, double x, double y)
{
  GtkTextIter iter;
  int buffer_x, buffer_y;
  const SynMark *mark;
  guint fact;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x,
                                         &buffer_y);
  fact = syn_margin_numbers_find (self->numbers, buffer_x, buffer_y);
  if (fact != SYN_NO_INDEX) {
    return fact;
  }

  if (self->marks == NULL ||
      !gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y)) {
    return SYN_NO_INDEX;
  }
  mark = syn_marks_find_at (self->marks, gtk_text_iter_get_offset (&iter));

  return mark != NULL && (self->kinds & (1u << mark->kind)) ? mark->fact : SYN_NO_INDEX;
}

/* Watched beside the text view's own gestures, which claim every press for the caret. */
static gboolean
on_event (SynArticleView *self, GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double surface_x, surface_y, x, y;

  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE) ||
      gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY || native == NULL) {
    return GDK_EVENT_PROPAGATE;
  }

  gdk_event_get_position (event, &x, &y);
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), x - surface_x, y - surface_y, &x,
                                    &y);

  if (type == GDK_BUTTON_PRESS) {
    self->press_x = x;
    self->press_y = y;
  } else if (hypot (x - self->press_x, y - self->press_y) < PRESS_SLACK &&
             !gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)))) {
    guint fact = fact_at (self, x, y);

    if (fact != SYN_NO_INDEX) {
      g_signal_emit (self, signals[FACT_ACTIVATED], 0, fact);
    }
  }

  return GDK_EVENT_PROPAGATE;
}

static const SynMark *
loaded_at (SynArticleView *self, guint character)
{
  gsize n = 0;
  const SynMark *marks = self->marks != NULL ? syn_marks_get_all (self->marks, &n) : NULL;

  for (gsize i = 0; i < n && !marks[i].in_title && marks[i].start <= character; i++) {
    if (marks[i].kind == SYN_KIND_LOADED && character < marks[i].end) {
      return &marks[i];
    }
  }

  return NULL;
}

static gboolean
syn_article_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  SynArticleView *self = SYN_ARTICLE_VIEW (widget);
  g_autofree char *words = NULL;
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x,
                                         &buffer_y);
  if (is_mirrored (self) ? buffer_x > self->width - gtk_text_view_get_right_margin (GTK_TEXT_VIEW (self))
                         : buffer_x < gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self))) {
    words = syn_margin_numbers_describe (self->numbers, buffer_y);
  } else if ((self->kinds & (1u << SYN_KIND_LOADED)) &&
             gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y)) {
    const SynMark *mark = loaded_at (self, gtk_text_iter_get_offset (&iter));

    if (mark != NULL && mark->reason != NULL) {
      words = g_strdup_printf (_ ("Loaded wording: %s"), mark->reason);
    }
  }
  gtk_tooltip_set_text (tooltip, words);

  return words != NULL;
}

/* ---- the type ---- */

static void
syn_article_view_dispose (GObject *object)
{
  SynArticleView *self = SYN_ARTICLE_VIEW (object);

  g_clear_handle_id (&self->tail_source, g_source_remove);
  g_clear_object (&self->fade);
  g_clear_object (&self->vadjustment);

  G_OBJECT_CLASS (syn_article_view_parent_class)->dispose (object);
}

static void
syn_article_view_finalize (GObject *object)
{
  SynArticleView *self = SYN_ARTICLE_VIEW (object);

  syn_mark_shapes_free (self->shapes);
  syn_margin_numbers_free (self->numbers);
  g_array_unref (self->places);

  G_OBJECT_CLASS (syn_article_view_parent_class)->finalize (object);
}

static void
syn_article_view_class_init (SynArticleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syn_article_view_dispose;
  object_class->finalize = syn_article_view_finalize;
  widget_class->size_allocate = syn_article_view_size_allocate;
  widget_class->css_changed = syn_article_view_css_changed;
  widget_class->direction_changed = syn_article_view_direction_changed;
  widget_class->query_tooltip = syn_article_view_query_tooltip;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = syn_article_view_snapshot_layer;

  signals[FACT_ACTIVATED] = g_signal_new ("fact-activated", SYN_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SHAPES_CHANGED] = g_signal_new ("shapes-changed", SYN_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
syn_article_view_init (SynArticleView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkEventController *events = gtk_event_controller_legacy_new ();

  self->kinds = SYN_ALL_KINDS;
  self->selected = SYN_NO_INDEX;
  self->gap = G_MAXSIZE;
  self->belt_alpha = 1;
  self->scale = 1;
  self->places = g_array_new (FALSE, FALSE, sizeof (SynParagraphPlace));
  self->shapes = syn_mark_shapes_new (view, NULL);
  self->numbers = syn_margin_numbers_new (GTK_WIDGET (self));
  self->fade = adw_timed_animation_new (
      GTK_WIDGET (self), 0, 1, BELT_FADE,
      adw_callback_animation_target_new ((AdwAnimationTargetFunc) on_fade, self, NULL));

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_inside_wrap (view, SYN_INSIDE_WRAP);
  gtk_text_view_set_pixels_below_lines (view, SYN_BELOW_TEXT);
  syn_article_buffer_add_tags (gtk_text_view_get_buffer (view));

  gtk_widget_add_css_class (GTK_WIDGET (self), "reading-text");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (on_event), self);
  gtk_widget_add_controller (GTK_WIDGET (self), events);
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (on_vadjustment), NULL);
  on_vadjustment (self);
}

GtkWidget *
syn_article_view_new (void)
{
  return g_object_new (SYN_TYPE_ARTICLE_VIEW, NULL);
}

static void
replace_marks (SynArticleView *self, const SynMarks *marks)
{
  self->marks = marks;
  syn_mark_shapes_free (self->shapes);
  self->shapes = syn_mark_shapes_new (GTK_TEXT_VIEW (self), marks);
  syn_margin_numbers_clear (self->numbers);
}

void
syn_article_view_set_text (SynArticleView *self, const SynPageText *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;
  g_autofree char *old = NULL;

  replace_marks (self, NULL);
  self->text = text;
  self->gap = G_MAXSIZE;
  syn_article_view_forget_places (self);
  if (text == NULL) {
    gtk_text_buffer_set_text (buffer, "", 0);
    return;
  }

  /* The analysed text is mostly the one already there; then its place on the screen stays. */
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  old = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  self->is_placed = self->is_placed && g_str_equal (old, syn_page_text_get_text (text));
  syn_article_buffer_set_text (buffer, text);
}

void
syn_article_view_set_marks (SynArticleView *self, const SynMarks *marks, guint kinds)
{
  self->kinds = kinds;
  replace_marks (self, marks);
  syn_article_buffer_set_marks (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), marks, kinds);
  emit_shapes_changed (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
syn_article_view_set_selected (SynArticleView *self, guint fact)
{
  if (self->selected == fact) {
    return;
  }

  self->selected = fact;
  self->gap = G_MAXSIZE;
  if (fact != SYN_NO_INDEX) {
    adw_animation_reset (self->fade);
    adw_animation_play (self->fade);
  }
  emit_shapes_changed (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
syn_article_view_set_gap (SynArticleView *self, gsize paragraph)
{
  self->gap = paragraph;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gsize
syn_article_view_get_gap (SynArticleView *self)
{
  return self->gap;
}
