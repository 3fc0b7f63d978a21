#include "config.h"

#include "syn-wrap-layout.h"

struct _SynWrapLayout {
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (SynWrapLayout, syn_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum { PROP_SPACING = 1, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

/* Goes through the lines that fit into `width`, allocating children when `allocates`; returns the height. */
static int
lay_out (SynWrapLayout *self, GtkWidget *widget, int width, gboolean allocates)
{
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0;
  int line_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int natural, height;
    int child_width;

    if (!gtk_widget_should_layout (child)) {
      continue;
    }
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
    child_width = MIN (natural, width);
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &height, NULL, NULL);

    if (x > 0 && x + child_width > width) {
      x = 0;
      y += line_height + self->spacing;
      line_height = 0;
    }
    if (allocates) {
      GtkAllocation place = { is_mirrored ? width - x - child_width : x, y, child_width, height };

      gtk_widget_size_allocate (child, &place, -1);
    }
    x += child_width + self->spacing;
    line_height = MAX (line_height, height);
  }

  return y + line_height;
}

static void
measure_width (SynWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = 0;
  *natural = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int child_minimum, child_natural;

    if (!gtk_widget_should_layout (child)) {
      continue;
    }
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
    *minimum = MAX (*minimum, child_minimum);
    *natural += child_natural + (*natural > 0 ? self->spacing : 0);
  }
}

static void
syn_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  SynWrapLayout *self = SYN_WRAP_LAYOUT (manager);
  int unwrapped;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    measure_width (self, widget, minimum, natural);
    return;
  }

  if (for_size < 0) {
    measure_width (self, widget, &for_size, &unwrapped);
    for_size = MAX (for_size, unwrapped);
  }
  *minimum = *natural = lay_out (self, widget, for_size, FALSE);
}

static void
syn_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (SYN_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static GtkSizeRequestMode
syn_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
syn_wrap_layout_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  switch (property) {
  case PROP_SPACING:
    g_value_set_int (value, SYN_WRAP_LAYOUT (object)->spacing);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    break;
  }
}

static void
syn_wrap_layout_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  switch (property) {
  case PROP_SPACING:
    SYN_WRAP_LAYOUT (object)->spacing = g_value_get_int (value);
    gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    break;
  }
}

static void
syn_wrap_layout_class_init (SynWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = syn_wrap_layout_get_property;
  object_class->set_property = syn_wrap_layout_set_property;
  layout_class->get_request_mode = syn_wrap_layout_get_request_mode;
  layout_class->measure = syn_wrap_layout_measure;
  layout_class->allocate = syn_wrap_layout_allocate;

  properties[PROP_SPACING] =
      g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
syn_wrap_layout_init (SynWrapLayout *self)
{
}

GtkLayoutManager *
syn_wrap_layout_new (int spacing)
{
  return g_object_new (SYN_TYPE_WRAP_LAYOUT, "spacing", spacing, NULL);
}
