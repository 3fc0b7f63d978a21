#include "syn-pane-row.h"

#include <math.h>

#include "syn-gutter.h"
#include "syn-pane-widths.h"

/* Measures of the grammar. */
#define MIN_PANE      324
#define GUTTER        48
#define NARROW_GUTTER 42
#define MANY_PANES    4
#define COMPACT_PANE  400
/* Of a divider by the pane's menu. */
#define RESIZE_STEP 48
/* A pane alone goes with a window of 360. */
#define MIN_SINGLE 300

struct _SynPaneRow {
  GtkWidget parent_instance;

  SynSession *session;
  GPtrArray *panes;   /* SynPane, in order; children of this widget */
  GPtrArray *gutters; /* SynGutter, each after the pane of its position; children, too */
  SynPaneWidths *widths;
  GArray *allocated; /* int, a pane: as last allocated */

  /* state */
  gboolean is_single;
  guint compact_source;
  guint divider;   /* the one that is dragged */
  GArray *dragged; /* int, a pane: when the drag began */
};

G_DEFINE_FINAL_TYPE (SynPaneRow, syn_pane_row, GTK_TYPE_WIDGET)

static int
gutter_width (SynPaneRow *self)
{
  return self->panes->len >= MANY_PANES ? NARROW_GUTTER : GUTTER;
}

static void
update_visible (SynPaneRow *self)
{
  guint current = syn_session_get_current (self->session);

  for (guint i = 0; i < self->panes->len; i++) {
    SynPane *pane = g_ptr_array_index (self->panes, i);

    gtk_widget_set_child_visible (GTK_WIDGET (pane),
                                  !self->is_single || syn_pane_get_article (pane) == current);
  }
  for (guint i = 0; i < self->gutters->len; i++) {
    gtk_widget_set_child_visible (g_ptr_array_index (self->gutters, i), !self->is_single);
  }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Painted after all panes, whose texts are laid out by then. */
static void
replace_gutters (SynPaneRow *self)
{
  for (guint i = 0; i < self->gutters->len; i++) {
    gtk_widget_unparent (g_ptr_array_index (self->gutters, i));
  }
  g_ptr_array_set_size (self->gutters, 0);

  for (guint i = 0; i + 1 < self->panes->len; i++) {
    GtkWidget *gutter = syn_gutter_new (self->session, g_ptr_array_index (self->panes, i),
                                        g_ptr_array_index (self->panes, i + 1));

    gtk_widget_insert_before (gutter, GTK_WIDGET (self), NULL);
    g_ptr_array_add (self->gutters, gutter);
  }
}

/* Panes that stay are kept, with their place in the text; the others are made or let go. A row of other
 * panes, or of the same in another order, is divided anew. */
static void
on_panes_changed (SynPaneRow *self)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->panes);
  const guint *articles;
  gsize n;

  self->panes = g_ptr_array_new ();
  articles = syn_session_get_panes (self->session, &n);
  for (gsize i = 0; i < n; i++) {
    SynPane *pane = NULL;

    for (guint k = 0; k < old->len && pane == NULL; k++) {
      if (syn_pane_get_article (g_ptr_array_index (old, k)) == articles[i]) {
        pane = g_ptr_array_steal_index (old, k);
      }
    }
    if (pane == NULL) {
      pane = SYN_PANE (syn_pane_new (self->session, articles[i]));
      gtk_widget_insert_before (GTK_WIDGET (pane), GTK_WIDGET (self), NULL);
    } else {
      /* The order of children is the order of the Tab key and of a screen reader. */
      gtk_widget_insert_before (GTK_WIDGET (pane), GTK_WIDGET (self), NULL);
    }
    syn_pane_set_single (pane, self->is_single);
    g_ptr_array_add (self->panes, pane);
  }

  for (guint k = 0; k < old->len; k++) {
    gtk_widget_unparent (g_ptr_array_index (old, k));
  }
  replace_gutters (self);
  syn_pane_widths_reset (self->widths, n);
  g_array_set_size (self->allocated, n);
  update_visible (self);
}

static void
syn_pane_row_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  SynPaneRow *self = SYN_PANE_ROW (widget);
  int n = self->panes->len;

  *minimum = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->is_single) {
    *minimum = MIN_SINGLE;
  } else if (orientation == GTK_ORIENTATION_HORIZONTAL && n > 0) {
    *minimum = syn_pane_widths_get_minimum (self->widths) + (n - 1) * gutter_width (self);
  }
  for (int i = 0; i < n; i++) {
    int child_minimum;

    gtk_widget_measure (g_ptr_array_index (self->panes, i), orientation, -1, &child_minimum, NULL, NULL,
                        NULL);
    if (orientation == GTK_ORIENTATION_VERTICAL) {
      *minimum = MAX (*minimum, child_minimum);
    }
  }
  for (guint i = 0; i < self->gutters->len; i++) {
    gtk_widget_measure (g_ptr_array_index (self->gutters, i), orientation, -1, NULL, NULL, NULL, NULL);
  }
  *natural = *minimum;
}

/* Headers change their type with the panes' width, which an allocation may not do itself. */
static gboolean
apply_compact (gpointer user_data)
{
  SynPaneRow *self = user_data;

  self->compact_source = 0;
  for (guint i = 0; i < self->panes->len; i++) {
    syn_pane_set_compact (g_ptr_array_index (self->panes, i),
                          g_array_index (self->allocated, int, i) < COMPACT_PANE);
  }

  return G_SOURCE_REMOVE;
}

/* The highest header that is in sight: the texts begin at one height. */
static int
share_header_height (SynPaneRow *self)
{
  int highest = 0;

  for (guint i = 0; i < self->panes->len; i++) {
    SynPane *pane = g_ptr_array_index (self->panes, i);

    if (gtk_widget_get_child_visible (GTK_WIDGET (pane))) {
      highest = MAX (highest, syn_pane_measure_header (pane, g_array_index (self->allocated, int, i)));
    }
  }
  for (guint i = 0; i < self->panes->len; i++) {
    syn_pane_set_header_height (g_ptr_array_index (self->panes, i), highest);
  }

  return highest;
}

static void
syn_pane_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SynPaneRow *self = SYN_PANE_ROW (widget);
  int n = self->panes->len;
  int gutter = gutter_width (self);
  int *widths = (int *) self->allocated->data;
  int x = 0;
  int top;

  if (self->is_single) {
    for (int i = 0; i < n; i++) {
      widths[i] = width;
    }
  } else if (n > 0) {
    syn_pane_widths_share (self->widths, width - (n - 1) * gutter, widths);
  }
  top = share_header_height (self);
  if (self->compact_source == 0) {
    self->compact_source = g_idle_add_full (GTK_PRIORITY_RESIZE, apply_compact, self, NULL);
  }

  for (int i = 0; i < n; i++) {
    GtkWidget *pane = g_ptr_array_index (self->panes, i);

    if (self->is_single) {
      /* Those out of sight as well: their texts move to the reading line with the others. */
      gtk_widget_size_allocate (pane, &(GtkAllocation){ 0, 0, width, height }, -1);
    } else {
      gtk_widget_size_allocate (pane, &(GtkAllocation){ x, 0, widths[i], height }, -1);
      x += widths[i];
      if (i + 1 < n) {
        /* Beside the texts, not the headers. */
        gtk_widget_size_allocate (g_ptr_array_index (self->gutters, i),
                                  &(GtkAllocation){ x, top, gutter, MAX (0, height - top) }, -1);
      }
      x += gutter;
    }
  }
}

/* ---- dividers ---- */

/* Pixels that are in view for panes, without the gutters. */
static int
visible_width (SynPaneRow *self)
{
  GtkWidget *viewport = gtk_widget_get_parent (GTK_WIDGET (self));

  return gtk_widget_get_width (viewport != NULL ? viewport : GTK_WIDGET (self)) -
         (int) self->gutters->len * gutter_width (self);
}

static void
move_divider (SynPaneRow *self, const int *widths, guint divider, int by)
{
  syn_pane_widths_drag (self->widths, widths, divider, by, visible_width (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, SynPaneRow *self)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (!g_ptr_array_find (self->gutters, picked, &self->divider)) {
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
    return;
  }

  g_array_set_size (self->dragged, 0);
  g_array_append_vals (self->dragged, self->allocated->data, self->allocated->len);
}

/* A press that does not move is the gutter's own: it may meet a ribbon. */
static void
on_drag_update (GtkGestureDrag *gesture, double x, double y, SynPaneRow *self)
{
  if (self->dragged->len != self->panes->len ||
      !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, (int) y)) {
    return;
  }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  move_divider (self, (const int *) self->dragged->data, self->divider, (int) round (x));
}

/* Lines break elsewhere now: the selected fact comes back to one height. */
static void
reveal_again (SynPaneRow *self)
{
  syn_session_select_fact (self->session, syn_session_get_selected_fact (self->session));
}

static void
on_drag_end (GtkGestureDrag *gesture, double x, double y, SynPaneRow *self)
{
  if (self->dragged->len > 0) {
    g_array_set_size (self->dragged, 0);
    reveal_again (self);
  }
}

/* The current pane, by so many steps wider; the last one takes from the one before. */
static void
on_resize (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynPaneRow *self = SYN_PANE_ROW (widget);
  int by = g_variant_get_int32 (parameter) * RESIZE_STEP;

  for (guint i = 0; !self->is_single && self->panes->len > 1 && i < self->panes->len; i++) {
    SynPane *pane = g_ptr_array_index (self->panes, i);

    if (syn_pane_get_article (pane) == syn_session_get_current (self->session)) {
      gboolean is_last = i + 1 == self->panes->len;

      move_divider (self, (const int *) self->allocated->data, is_last ? i - 1 : i, is_last ? -by : by);
      reveal_again (self);
      return;
    }
  }
}

static void
on_equalise (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynPaneRow *self = SYN_PANE_ROW (widget);

  syn_pane_widths_reset (self->widths, self->panes->len);
  gtk_widget_queue_resize (widget);
  reveal_again (self);
}

static void
add_drag (SynPaneRow *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/* ---- the type ---- */

static void
syn_pane_row_dispose (GObject *object)
{
  SynPaneRow *self = SYN_PANE_ROW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->compact_source, g_source_remove);
  g_ptr_array_set_size (self->panes, 0);
  g_ptr_array_set_size (self->gutters, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL) {
    gtk_widget_unparent (child);
  }
  g_clear_object (&self->session);

  G_OBJECT_CLASS (syn_pane_row_parent_class)->dispose (object);
}

static void
syn_pane_row_finalize (GObject *object)
{
  SynPaneRow *self = SYN_PANE_ROW (object);

  g_ptr_array_unref (self->panes);
  g_ptr_array_unref (self->gutters);
  syn_pane_widths_free (self->widths);
  g_array_unref (self->allocated);
  g_array_unref (self->dragged);

  G_OBJECT_CLASS (syn_pane_row_parent_class)->finalize (object);
}

static void
syn_pane_row_class_init (SynPaneRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syn_pane_row_dispose;
  object_class->finalize = syn_pane_row_finalize;
  widget_class->measure = syn_pane_row_measure;
  widget_class->size_allocate = syn_pane_row_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "panerow");
  gtk_widget_class_install_action (widget_class, "row.resize", "i", on_resize);
  gtk_widget_class_install_action (widget_class, "row.equalise", NULL, on_equalise);
}

static void
syn_pane_row_init (SynPaneRow *self)
{
  self->panes = g_ptr_array_new ();
  self->gutters = g_ptr_array_new ();
  self->widths = syn_pane_widths_new (MIN_PANE);
  self->allocated = g_array_new (FALSE, TRUE, sizeof (int));
  self->dragged = g_array_new (FALSE, FALSE, sizeof (int));
  add_drag (self);
}

GtkWidget *
syn_pane_row_new (SynSession *session)
{
  SynPaneRow *self = g_object_new (SYN_TYPE_PANE_ROW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "panes-changed", G_CALLBACK (on_panes_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (update_visible), self,
                           G_CONNECT_SWAPPED);
  on_panes_changed (self);

  return GTK_WIDGET (self);
}

void
syn_pane_row_set_single (SynPaneRow *self, gboolean is_single)
{
  if (self->is_single != is_single) {
    self->is_single = is_single;
    for (guint i = 0; i < self->panes->len; i++) {
      syn_pane_set_single (g_ptr_array_index (self->panes, i), is_single);
    }
    update_visible (self);
  }
}

GPtrArray *
syn_pane_row_get_panes (SynPaneRow *self)
{
  return self->panes;
}

SynPane *
syn_pane_row_find (SynPaneRow *self, guint article)
{
  for (guint i = 0; i < self->panes->len; i++) {
    SynPane *pane = g_ptr_array_index (self->panes, i);

    if (syn_pane_get_article (pane) == article) {
      return pane;
    }
  }

  return NULL;
}
