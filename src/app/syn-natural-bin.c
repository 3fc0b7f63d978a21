#include "config.h"

#include "syn-natural-bin.h"

struct _SynNaturalBin {
  GtkWidget parent_instance;

  GtkWidget *child;
  int natural_width;
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SynNaturalBin,
                               syn_natural_bin,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

enum { PROP_CHILD = 1, PROP_NATURAL_WIDTH, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];
static GtkBuildableIface *parent_buildable;

static void
set_child (SynNaturalBin *self, GtkWidget *child)
{
  if (self->child == child) {
    return;
  }

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL) {
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child)) {
    set_child (SYN_NATURAL_BIN (buildable), GTK_WIDGET (child));
  } else {
    parent_buildable->add_child (buildable, builder, child, type);
  }
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
syn_natural_bin_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  SynNaturalBin *self = SYN_NATURAL_BIN (widget);

  if (self->child != NULL) {
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  }
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *natural = MAX (*minimum, self->natural_width);
  }
}

static void
syn_natural_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SynNaturalBin *self = SYN_NATURAL_BIN (widget);

  if (self->child != NULL) {
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
  }
}

static void
syn_natural_bin_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  SynNaturalBin *self = SYN_NATURAL_BIN (object);

  switch (property) {
  case PROP_CHILD:
    g_value_set_object (value, self->child);
    break;
  case PROP_NATURAL_WIDTH:
    g_value_set_int (value, self->natural_width);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    break;
  }
}

static void
syn_natural_bin_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  SynNaturalBin *self = SYN_NATURAL_BIN (object);

  switch (property) {
  case PROP_CHILD:
    set_child (self, g_value_get_object (value));
    break;
  case PROP_NATURAL_WIDTH:
    self->natural_width = g_value_get_int (value);
    gtk_widget_queue_resize (GTK_WIDGET (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    break;
  }
}

static void
syn_natural_bin_dispose (GObject *object)
{
  g_clear_pointer (&SYN_NATURAL_BIN (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (syn_natural_bin_parent_class)->dispose (object);
}

static void
syn_natural_bin_class_init (SynNaturalBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = syn_natural_bin_get_property;
  object_class->set_property = syn_natural_bin_set_property;
  object_class->dispose = syn_natural_bin_dispose;
  widget_class->measure = syn_natural_bin_measure;
  widget_class->size_allocate = syn_natural_bin_size_allocate;

  properties[PROP_CHILD] =
      g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NATURAL_WIDTH] = g_param_spec_int ("natural-width", NULL, NULL, 0, G_MAXINT, 0,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
syn_natural_bin_init (SynNaturalBin *self)
{
}
