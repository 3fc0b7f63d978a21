#include "syn-kind-sample.h"

#include <glib/gi18n.h>

#include "syn-marks-painter.h"

/* Room for the sign or the bar before the letters, so that all samples are equally wide. */
#define BEFORE 12
#define BAR_X  6
#define BAND   21
#define PAD    1

struct _SynKindSample {
  GtkWidget parent_instance;

  PangoLayout *letters;
  PangoLayout *sign;
  SynPalette palette;
  SynKind kind;
};

G_DEFINE_FINAL_TYPE (SynKindSample, syn_kind_sample, GTK_TYPE_WIDGET)

static void
ensure_layouts (SynKindSample *self)
{
  if (self->letters == NULL) {
    /* Translators: letters that stand for any text in the legend. */
    self->letters = gtk_widget_create_pango_layout (GTK_WIDGET (self), _ ("abc"));
    self->sign = gtk_widget_create_pango_layout (GTK_WIDGET (self), "≠");
  }
}

static void
syn_kind_sample_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  SynKindSample *self = SYN_KIND_SAMPLE (widget);
  int width, height;

  ensure_layouts (self);
  pango_layout_get_pixel_size (self->letters, &width, &height);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? BEFORE + width + 2 * PAD : BAND + 3;
  *natural = *minimum;
}

static void
append_layout (GtkSnapshot *snapshot, PangoLayout *layout, const GdkRGBA *color, double x, double y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
syn_kind_sample_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SynKindSample *self = SYN_KIND_SAMPLE (widget);
  double top = (gtk_widget_get_height (widget) - BAND) / 2.0 - 1;
  int width, height;

  ensure_layouts (self);
  pango_layout_get_pixel_size (self->letters, &width, &height);
  syn_paint_tint (snapshot, &self->palette, self->kind, FALSE, BEFORE, top, width + 2 * PAD, BAND);

  switch (self->kind) {
  case SYN_KIND_CONFLICT:
    append_layout (snapshot, self->sign, &self->palette.line[self->kind], 0, top + (BAND - height) / 2.0 - 2);
    syn_paint_wave (snapshot, &self->palette, BEFORE, top + BAND + SYN_FACT_TRACK, width + 2 * PAD);
    break;
  case SYN_KIND_ONLY_HERE:
    syn_paint_bar (snapshot, &self->palette, BAR_X, top, BAND);
    break;
  case SYN_KIND_LOADED:
    syn_paint_line (snapshot, &self->palette, self->kind, FALSE, BEFORE, top + BAND + SYN_WORDING_TRACK - 1,
                    width + 2 * PAD);
    break;
  case SYN_KIND_SHARED:
  case SYN_KIND_SIMILAR:
  default:
    syn_paint_line (snapshot, &self->palette, self->kind, FALSE, BEFORE, top + BAND + SYN_FACT_TRACK,
                    width + 2 * PAD);
  }
  append_layout (snapshot, self->letters, &self->palette.text, BEFORE + PAD, top + (BAND - height) / 2.0 - 2);
}

static void
syn_kind_sample_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  SynKindSample *self = SYN_KIND_SAMPLE (widget);

  GTK_WIDGET_CLASS (syn_kind_sample_parent_class)->css_changed (widget, change);

  syn_palette_load (&self->palette, widget);
  g_clear_object (&self->letters);
  g_clear_object (&self->sign);
}

static void
syn_kind_sample_finalize (GObject *object)
{
  SynKindSample *self = SYN_KIND_SAMPLE (object);

  g_clear_object (&self->letters);
  g_clear_object (&self->sign);

  G_OBJECT_CLASS (syn_kind_sample_parent_class)->finalize (object);
}

static void
syn_kind_sample_class_init (SynKindSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = syn_kind_sample_finalize;
  widget_class->measure = syn_kind_sample_measure;
  widget_class->snapshot = syn_kind_sample_snapshot;
  widget_class->css_changed = syn_kind_sample_css_changed;

  gtk_widget_class_set_css_name (widget_class, "sample");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
syn_kind_sample_init (SynKindSample *self)
{
}

GtkWidget *
syn_kind_sample_new (SynKind kind)
{
  SynKindSample *self = g_object_new (SYN_TYPE_KIND_SAMPLE, NULL);

  self->kind = kind;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);

  return GTK_WIDGET (self);
}
