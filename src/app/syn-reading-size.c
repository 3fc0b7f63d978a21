#include "syn-reading-size.h"

#include <math.h>

/* Pixels of the default size: 11.5 pt at 96 dpi. */
#define DEFAULT_PIXELS (SYN_DEFAULT_READING_SIZE * 96 / 72)

struct _SynReadingSize {
  GObject parent_instance;

  GtkCssProvider *provider;
  double points;
};

enum {
  PROP_0,
  PROP_POINTS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SynReadingSize, syn_reading_size, G_TYPE_OBJECT)

static void
load (SynReadingSize *self)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *style = NULL;

  g_ascii_formatd (number, sizeof number, "%.1f", self->points);
  style = g_strdup_printf (".reading-text { font-size: %spt; }", number);
  gtk_css_provider_load_from_data (self->provider, style, -1);
}

static void
syn_reading_size_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_POINTS:
    g_value_set_double (value, SYN_READING_SIZE (object)->points);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
syn_reading_size_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_POINTS:
    syn_reading_size_set_points (SYN_READING_SIZE (object), g_value_get_double (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
syn_reading_size_dispose (GObject *object)
{
  SynReadingSize *self = SYN_READING_SIZE (object);

  if (self->provider != NULL) {
    gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                   GTK_STYLE_PROVIDER (self->provider));
  }
  g_clear_object (&self->provider);

  G_OBJECT_CLASS (syn_reading_size_parent_class)->dispose (object);
}

static void
syn_reading_size_class_init (SynReadingSizeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = syn_reading_size_get_property;
  object_class->set_property = syn_reading_size_set_property;
  object_class->dispose = syn_reading_size_dispose;

  props[PROP_POINTS] = g_param_spec_double (
      "points", NULL, NULL, SYN_SMALLEST_READING_SIZE, SYN_LARGEST_READING_SIZE, SYN_DEFAULT_READING_SIZE,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
syn_reading_size_init (SynReadingSize *self)
{
  self->points = SYN_DEFAULT_READING_SIZE;
  self->provider = gtk_css_provider_new ();
  /* Goes before the program's own style, which has the default. */
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
}

SynReadingSize *
syn_reading_size_new (void)
{
  return g_object_new (SYN_TYPE_READING_SIZE, NULL);
}

double
syn_reading_size_get_points (SynReadingSize *self)
{
  return self->points;
}

void
syn_reading_size_set_points (SynReadingSize *self, double points)
{
  points = CLAMP (points, SYN_SMALLEST_READING_SIZE, SYN_LARGEST_READING_SIZE);
  if (fabs (self->points - points) < 0.01) {
    return;
  }

  self->points = points;
  load (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_POINTS]);
}

double
syn_reading_size_get_scale (GtkWidget *widget)
{
  const PangoFontDescription *font =
      pango_context_get_font_description (gtk_widget_get_pango_context (widget));

  /* Style gives sizes in pixels. */
  if (font == NULL || !pango_font_description_get_size_is_absolute (font)) {
    return 1;
  }

  return pango_units_to_double (pango_font_description_get_size (font)) / DEFAULT_PIXELS;
}
