#include "syn-still-label.h"

struct _SynStillLabel {
  GtkWidget parent_instance;

  /* owned */
  char *widest;
  char *text;
  PangoLayout *layout; /* of `text`; NULL until needed */
};

G_DEFINE_FINAL_TYPE (SynStillLabel, syn_still_label, GTK_TYPE_WIDGET)

static void
syn_still_label_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  SynStillLabel *self = SYN_STILL_LABEL (widget);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, self->widest);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

static void
syn_still_label_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SynStillLabel *self = SYN_STILL_LABEL (widget);
  GdkRGBA color;
  int width, height;

  if (self->layout == NULL) {
    self->layout = gtk_widget_create_pango_layout (widget, self->text);
  }
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - width) / 2,
                                                          (gtk_widget_get_height (widget) - height) / 2));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
}

static void
syn_still_label_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (syn_still_label_parent_class)->css_changed (widget, change);

  g_clear_object (&SYN_STILL_LABEL (widget)->layout);
}

static void
syn_still_label_finalize (GObject *object)
{
  SynStillLabel *self = SYN_STILL_LABEL (object);

  g_free (self->widest);
  g_free (self->text);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (syn_still_label_parent_class)->finalize (object);
}

static void
syn_still_label_class_init (SynStillLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = syn_still_label_finalize;
  widget_class->measure = syn_still_label_measure;
  widget_class->snapshot = syn_still_label_snapshot;
  widget_class->css_changed = syn_still_label_css_changed;

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
syn_still_label_init (SynStillLabel *self)
{
  self->text = g_strdup ("");
}

GtkWidget *
syn_still_label_new (const char *widest)
{
  SynStillLabel *self = g_object_new (SYN_TYPE_STILL_LABEL, NULL);

  self->widest = g_strdup (widest);

  return GTK_WIDGET (self);
}

void
syn_still_label_set_text (SynStillLabel *self, const char *text)
{
  if (!g_str_equal (self->text, text)) {
    g_free (self->text);
    self->text = g_strdup (text);
    g_clear_object (&self->layout);
    gtk_widget_queue_draw (GTK_WIDGET (self));
  }
}

const char *
syn_still_label_get_text (SynStillLabel *self)
{
  return self->text;
}
