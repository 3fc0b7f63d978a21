#include "syn-gutter.h"

#include <glib/gi18n.h>

#include "syn-article-painter.h"
#include "syn-ribbon-painter.h"
#include "syn-still-label.h"

/* The counts follow the scroll at this distance, in milliseconds: nobody reads them sooner. */
#define COUNT_DELAY 60
/* A thin ribbon can be hit this far. */
#define PRESS_SLACK   14
#define BUTTON_MARGIN 6
#define SIGN_SIZE     11

struct _SynGutter {
  GtkWidget parent_instance;

  GtkWidget *above;
  GtkWidget *below;

  /* owned */
  SynSession *session;
  SynPane *left;
  SynPane *right;
  PangoLayout *sign;

  /* state */
  SynPalette palette;
  guint count_source;
  guint nearest_above;
  guint nearest_below;
};

G_DEFINE_FINAL_TYPE (SynGutter, syn_gutter, GTK_TYPE_WIDGET)

/* ---- geometry ---- */

/* Conflicting where the two values differ; similar where either is; else shared. */
static SynKind
pair_kind (const SynMark *left, const SynMark *right)
{
  if (left->has_conflict && left->value != right->value) {
    return SYN_KIND_CONFLICT;
  }
  if (left->kind == SYN_KIND_SIMILAR || right->kind == SYN_KIND_SIMILAR) {
    return SYN_KIND_SIMILAR;
  }
  if (left->kind == SYN_KIND_CONFLICT && right->kind == SYN_KIND_CONFLICT) {
    return SYN_KIND_CONFLICT;
  }

  return SYN_KIND_SHARED;
}

static SynRibbonLayout *
create_layout (SynGutter *self)
{
  const SynMarks *left = syn_session_get_marks (self->session, syn_pane_get_article (self->left));
  const SynMarks *right = syn_session_get_marks (self->session, syn_pane_get_article (self->right));
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (SynRibbonPair));
  gsize n = 0;
  const SynMark *marks = left != NULL ? syn_marks_get_all (left, &n) : NULL;

  for (gsize i = 0; i < n; i++) {
    const SynMark *other;
    SynRibbonPair pair = { .fact = marks[i].fact };

    if (marks[i].fact == SYN_NO_INDEX || syn_marks_find_fact (left, marks[i].fact) != &marks[i]) {
      continue;
    }
    other = syn_marks_find_fact (right, marks[i].fact);
    if (other == NULL) {
      continue;
    }

    pair.kind = pair_kind (&marks[i], other);
    pair.is_selected = pair.fact == syn_session_get_selected_fact (self->session);
    if (!syn_session_shows (self->session, pair.kind)) {
      continue;
    }
    syn_article_view_get_end (syn_pane_get_view (self->left), pair.fact, &pair.left);
    syn_article_view_get_end (syn_pane_get_view (self->right), pair.fact, &pair.right);
    g_array_append_val (pairs, pair);
  }

  return syn_ribbon_layout_new ((const SynRibbonPair *) pairs->data, pairs->len);
}

/* ---- painting ---- */

static PangoLayout *
ensure_sign (SynGutter *self)
{
  if (self->sign == NULL) {
    PangoFontDescription *font;

    self->sign = gtk_widget_create_pango_layout (GTK_WIDGET (self), "≠");
    font = pango_font_description_copy (
        pango_context_get_font_description (pango_layout_get_context (self->sign)));
    pango_font_description_set_size (font, SIGN_SIZE * PANGO_SCALE);
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description (self->sign, font);
    pango_font_description_free (font);
  }

  return self->sign;
}

/* The value that the nearest pane to the start of `pane` states of the selected fact; FALSE when none has
 * it. */
static gboolean
find_value_before (SynGutter *self, SynPane *pane, guint *value)
{
  gsize n;
  const guint *panes = syn_session_get_panes (self->session, &n);
  gboolean is_found = FALSE;

  for (gsize i = 0; i < n && panes[i] != syn_pane_get_article (pane); i++) {
    const SynMarks *marks = syn_session_get_marks (self->session, panes[i]);
    const SynMark *mark =
        marks != NULL ? syn_marks_find_fact (marks, syn_session_get_selected_fact (self->session)) : NULL;

    if (mark != NULL) {
      *value = mark->value;
      is_found = TRUE;
    }
  }

  return is_found;
}

/* Where the selected fact's through-line meets this pane's edge; FALSE when it does not run here. */
static gboolean
find_through (SynPane *pane, double *y, gboolean *is_gap)
{
  SynArticleView *view = syn_pane_get_view (pane);
  SynKind kind;
  double top, bottom;

  *is_gap = syn_article_view_get_gap_line (view, y);
  if (*is_gap) {
    return TRUE;
  }
  if (syn_article_view_get_belt (view, &kind, &top, &bottom)) {
    *y = top + SYN_BELT_ABOVE + SYN_GAP_BELOW_READING_LINE;
    return TRUE;
  }

  return FALSE;
}

static void
snapshot_through (SynGutter *self, GtkSnapshot *snapshot, double width)
{
  double from, to;
  gboolean left_gap, right_gap;
  guint before;

  if (!find_through (self->left, &from, &left_gap) || !find_through (self->right, &to, &right_gap) ||
      (!left_gap && !right_gap)) {
    return;
  }

  syn_paint_through (snapshot, &self->palette, from, to, width);
  /* Two values face each other across a pane without the fact. */
  if (left_gap && !right_gap && find_value_before (self, self->right, &before)) {
    const SynMark *mark =
        syn_marks_find_fact (syn_session_get_marks (self->session, syn_pane_get_article (self->right)),
                             syn_session_get_selected_fact (self->session));

    if (mark->has_conflict && mark->value != before) {
      syn_paint_conflict (snapshot, &self->palette, ensure_sign (self), width / 2, (from + to) / 2);
    }
  }
}

static void
syn_gutter_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SynGutter *self = SYN_GUTTER (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  g_autoptr (SynRibbonLayout) layout = create_layout (self);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  syn_paint_ribbons (snapshot, &self->palette, layout, width, height);
  for (guint i = 0; i < layout->ribbons->len; i++) {
    const SynRibbon *ribbon = &g_array_index (layout->ribbons, SynRibbon, i);

    if (ribbon->shape == SYN_RIBBON_WHOLE && ribbon->kind == SYN_KIND_CONFLICT) {
      syn_paint_conflict (
          snapshot, &self->palette, ensure_sign (self), width / 2,
          (ribbon->left.top + ribbon->left.bottom + ribbon->right.top + ribbon->right.bottom) / 4);
    }
  }
  snapshot_through (self, snapshot, width);
  gtk_snapshot_pop (snapshot);

  gtk_widget_snapshot_child (widget, self->above, snapshot);
  gtk_widget_snapshot_child (widget, self->below, snapshot);
}

/* ---- the counts ---- */

static void
update_button (GtkWidget *button, const char *arrow, guint n, const char *words)
{
  SynStillLabel *label = SYN_STILL_LABEL (gtk_button_get_child (GTK_BUTTON (button)));
  g_autofree char *text = g_strdup_printf ("%s%u", arrow, n);

  if (g_str_equal (syn_still_label_get_text (label), text)) {
    return;
  }

  syn_still_label_set_text (label, text);
  gtk_widget_set_child_visible (button, n > 0);
  /* A tooltip's text that is set asks where the pointer is, which takes time at every step of a scroll. */
  g_object_set_data_full (G_OBJECT (button), "syn-words", g_strdup (words), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static gboolean
on_query_tooltip (GtkWidget *button, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  const char *words = g_object_get_data (G_OBJECT (button), "syn-words");

  gtk_tooltip_set_text (tooltip, words);

  return words != NULL;
}

static gboolean
update_counts (gpointer user_data)
{
  SynGutter *self = user_data;
  g_autoptr (SynRibbonLayout) layout = create_layout (self);
  g_autofree char *left = syn_session_get_letter (self->session, syn_pane_get_article (self->left));
  g_autofree char *right = syn_session_get_letter (self->session, syn_pane_get_article (self->right));
  g_autofree char *above = g_strdup_printf (
      ngettext ("%u fact of %s and %s further up", "%u facts of %s and %s further up", layout->n_above),
      layout->n_above, left, right);
  g_autofree char *below = g_strdup_printf (
      ngettext ("%u fact of %s and %s further down", "%u facts of %s and %s further down", layout->n_below),
      layout->n_below, left, right);

  self->count_source = 0;
  self->nearest_above = layout->nearest_above;
  self->nearest_below = layout->nearest_below;
  update_button (self->above, "↑", layout->n_above, above);
  update_button (self->below, "↓", layout->n_below, below);

  return G_SOURCE_REMOVE;
}

static void
on_shapes_changed (SynGutter *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->count_source == 0) {
    self->count_source = g_timeout_add (COUNT_DELAY, update_counts, self);
  }
}

static void
on_above (SynGutter *self)
{
  syn_session_select_fact (self->session, self->nearest_above);
}

static void
on_below (SynGutter *self)
{
  syn_session_select_fact (self->session, self->nearest_below);
}

static void
on_released (SynGutter *self, int n_press, double x, double y)
{
  g_autoptr (SynRibbonLayout) layout = create_layout (self);
  const SynRibbon *ribbon =
      syn_ribbon_layout_find (layout, x, y, gtk_widget_get_width (GTK_WIDGET (self)), PRESS_SLACK);

  if (ribbon != NULL) {
    syn_session_select_fact (self->session, ribbon->fact);
  }
}

/* ---- the type ---- */

static void
syn_gutter_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  /* The row gives it its width. */
  *minimum = 0;
  *natural = 0;
}

static void
allocate_button (GtkWidget *button, int width, int y, gboolean is_at_end)
{
  GtkRequisition size;

  gtk_widget_get_preferred_size (button, &size, NULL);
  gtk_widget_size_allocate (
      button,
      &(GtkAllocation){ (width - size.width) / 2, is_at_end ? y - size.height : y, size.width, size.height },
      -1);
}

static void
syn_gutter_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SynGutter *self = SYN_GUTTER (widget);

  allocate_button (self->above, width, BUTTON_MARGIN, FALSE);
  allocate_button (self->below, width, height - BUTTON_MARGIN, TRUE);
}

static void
syn_gutter_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  SynGutter *self = SYN_GUTTER (widget);

  GTK_WIDGET_CLASS (syn_gutter_parent_class)->css_changed (widget, change);

  syn_palette_load (&self->palette, widget);
  g_clear_object (&self->sign);
}

static void
syn_gutter_dispose (GObject *object)
{
  SynGutter *self = SYN_GUTTER (object);

  g_clear_handle_id (&self->count_source, g_source_remove);
  g_clear_pointer (&self->above, gtk_widget_unparent);
  g_clear_pointer (&self->below, gtk_widget_unparent);
  g_clear_object (&self->sign);
  g_clear_object (&self->session);
  g_clear_object (&self->left);
  g_clear_object (&self->right);

  G_OBJECT_CLASS (syn_gutter_parent_class)->dispose (object);
}

static void
syn_gutter_class_init (SynGutterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_gutter_dispose;
  widget_class->measure = syn_gutter_measure;
  widget_class->size_allocate = syn_gutter_size_allocate;
  widget_class->snapshot = syn_gutter_snapshot;
  widget_class->css_changed = syn_gutter_css_changed;

  gtk_widget_class_set_css_name (widget_class, "gutter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_button (SynGutter *self, GCallback callback)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "out-of-view");
  gtk_button_set_child (GTK_BUTTON (button), syn_still_label_new ("↑999"));
  g_signal_connect_swapped (button, "clicked", callback, self);
  g_signal_connect (button, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  gtk_widget_set_has_tooltip (button, TRUE);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  gtk_widget_set_child_visible (button, FALSE);

  return button;
}

static void
syn_gutter_init (SynGutter *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->nearest_above = SYN_NO_INDEX;
  self->nearest_below = SYN_NO_INDEX;
  self->above = create_button (self, G_CALLBACK (on_above));
  self->below = create_button (self, G_CALLBACK (on_below));
  /* On release: a press that moves on drags the divider. */
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
syn_gutter_new (SynSession *session, SynPane *left, SynPane *right)
{
  SynGutter *self = g_object_new (SYN_TYPE_GUTTER, NULL);

  self->session = g_object_ref (session);
  self->left = g_object_ref (left);
  self->right = g_object_ref (right);
  g_signal_connect_object (syn_pane_get_view (left), "shapes-changed", G_CALLBACK (on_shapes_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (syn_pane_get_view (right), "shapes-changed", G_CALLBACK (on_shapes_changed), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
