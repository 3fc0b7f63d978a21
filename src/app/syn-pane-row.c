#include "syn-pane-row.h"

#include "syn-gutter.h"

/* Measures of the grammar. */
#define MIN_PANE      324
#define GUTTER        48
#define NARROW_GUTTER 42
#define MANY_PANES    4
#define COMPACT_PANE  400
/* A pane alone goes with a window of 360. */
#define MIN_SINGLE 300

struct _SynPaneRow {
  GtkWidget parent_instance;

  SynSession *session;
  GPtrArray *panes;   /* SynPane, in order; children of this widget */
  GPtrArray *gutters; /* SynGutter, each after the pane of its position; children, too */
  GtkSizeGroup *headers;
  gboolean is_single;
  gboolean is_compact;
  guint compact_source;
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
  /* Headers out of sight do not stretch the one that is shown. */
  gtk_size_group_set_mode (self->headers, self->is_single ? GTK_SIZE_GROUP_NONE : GTK_SIZE_GROUP_VERTICAL);
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

/* Panes that stay are kept, with their place in the text; the others are made or let go. */
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
      gtk_size_group_add_widget (self->headers, syn_pane_get_header (pane));
    } else {
      /* The order of children is the order of the Tab key and of a screen reader. */
      gtk_widget_insert_before (GTK_WIDGET (pane), GTK_WIDGET (self), NULL);
    }
    syn_pane_set_compact (pane, self->is_compact);
    syn_pane_set_single (pane, self->is_single);
    g_ptr_array_add (self->panes, pane);
  }

  for (guint k = 0; k < old->len; k++) {
    gtk_widget_unparent (g_ptr_array_index (old, k));
  }
  replace_gutters (self);
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
    *minimum = n * MIN_PANE + (n - 1) * gutter_width (self);
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
    syn_pane_set_compact (g_ptr_array_index (self->panes, i), self->is_compact);
  }

  return G_SOURCE_REMOVE;
}

static void
set_compact (SynPaneRow *self, gboolean is_compact)
{
  if (self->is_compact != is_compact) {
    self->is_compact = is_compact;
    if (self->compact_source == 0) {
      self->compact_source = g_idle_add_full (GTK_PRIORITY_RESIZE, apply_compact, self, NULL);
    }
  }
}

static void
syn_pane_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SynPaneRow *self = SYN_PANE_ROW (widget);
  int n = self->panes->len;
  int gutter = gutter_width (self);
  int free_width = width - (n - 1) * gutter;
  int x = 0;

  set_compact (self, n > 0 && (self->is_single ? width : free_width / n) < COMPACT_PANE);
  for (int i = 0; i < n; i++) {
    GtkWidget *pane = g_ptr_array_index (self->panes, i);

    if (self->is_single) {
      /* Those out of sight as well: their texts move to the reading line with the others. */
      gtk_widget_size_allocate (pane, &(GtkAllocation){ 0, 0, width, height }, -1);
    } else {
      /* Widths differ by a pixel at most. */
      int pane_width = free_width * (i + 1) / n - free_width * i / n;

      gtk_widget_size_allocate (pane, &(GtkAllocation){ x, 0, pane_width, height }, -1);
      x += pane_width;
      if (i + 1 < n) {
        /* Beside the texts, not the headers. */
        int top = gtk_widget_get_allocated_height (syn_pane_get_header (SYN_PANE (pane)));

        gtk_widget_size_allocate (g_ptr_array_index (self->gutters, i),
                                  &(GtkAllocation){ x, top, gutter, MAX (0, height - top) }, -1);
      }
      x += gutter;
    }
  }
}

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
  g_object_unref (self->headers);

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
}

static void
syn_pane_row_init (SynPaneRow *self)
{
  self->panes = g_ptr_array_new ();
  self->gutters = g_ptr_array_new ();
  self->headers = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
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
