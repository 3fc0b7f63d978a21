#include "config.h"

#include "syn-coverage-chip.h"

#include <glib/gi18n.h>

#define BAR_HEIGHT 3  /* pixels; half a step of the grid */
#define MAX_NAME   24 /* characters; a longer one is cut, the tooltip has it whole */

struct _SynCoverageChip {
  GtkWidget parent_instance;

  /* borrowed: children */
  GtkLabel *name;
  GtkLabel *count;

  /* state */
  char *words;     /* what it says, whole, to a screen reader and in the tooltip */
  double coverage; /* 0 to 1 */
  gboolean has_bar;
};

G_DEFINE_FINAL_TYPE (SynCoverageChip, syn_coverage_chip, GTK_TYPE_WIDGET)

static void
syn_coverage_chip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SynCoverageChip *self = SYN_COVERAGE_CHIP (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  float filled = (float) (self->coverage * width);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA line;

  if (self->has_bar &&
      gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "syn_shared_line", &line)) {
    GdkRGBA track = line;

    track.alpha = 0.2f;
    gtk_snapshot_append_color (snapshot, &track,
                               &GRAPHENE_RECT_INIT (0, height - BAR_HEIGHT, width, BAR_HEIGHT));
    gtk_snapshot_append_color (
        snapshot, &line,
        &GRAPHENE_RECT_INIT (is_mirrored ? width - filled : 0, height - BAR_HEIGHT, filled, BAR_HEIGHT));
  }

  GTK_WIDGET_CLASS (syn_coverage_chip_parent_class)->snapshot (widget, snapshot);
}

/* Asked for when the pointer rests here: setting a tooltip beforehand asks the display server each time, a
 * thousand times for the rows that a list makes ready. */
static gboolean
syn_coverage_chip_query_tooltip (GtkWidget *widget, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, SYN_COVERAGE_CHIP (widget)->words);

  return TRUE;
}

static void
syn_coverage_chip_finalize (GObject *object)
{
  g_free (SYN_COVERAGE_CHIP (object)->words);

  G_OBJECT_CLASS (syn_coverage_chip_parent_class)->finalize (object);
}

static void
syn_coverage_chip_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL) {
    gtk_widget_unparent (child);
  }

  G_OBJECT_CLASS (syn_coverage_chip_parent_class)->dispose (object);
}

static void
syn_coverage_chip_class_init (SynCoverageChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syn_coverage_chip_dispose;
  object_class->finalize = syn_coverage_chip_finalize;
  widget_class->query_tooltip = syn_coverage_chip_query_tooltip;
  widget_class->snapshot = syn_coverage_chip_snapshot;

  gtk_widget_class_set_css_name (widget_class, "coverage-chip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* In code, not from a template: a list makes a thousand of these ready, and a template costs more than both
 * labels. */
static void
syn_coverage_chip_init (SynCoverageChip *self)
{
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), MAX_NAME);
  gtk_widget_add_css_class (name, "name");
  gtk_widget_set_parent (name, GTK_WIDGET (self));
  self->name = GTK_LABEL (name);

  gtk_widget_add_css_class (count, "count");
  gtk_widget_set_parent (count, GTK_WIDGET (self));
  self->count = GTK_LABEL (count);
}

GtkWidget *
syn_coverage_chip_new (void)
{
  return g_object_new (SYN_TYPE_COVERAGE_CHIP, NULL);
}

void
syn_coverage_chip_set (SynCoverageChip *self, const char *name, guint n_facts, guint n_all)
{
  g_autofree char *count = g_strdup_printf ("%u", n_facts);
  g_autofree char *spoken = NULL;

  self->has_bar = n_all > 0;
  self->coverage = n_all > 0 ? MIN (1.0, (double) n_facts / n_all) : 0.0;

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), self->has_bar);

  if (self->has_bar) {
    /* Translators: an outlet, and how many of a story's facts it states. */
    spoken =
        g_strdup_printf (ngettext ("%s: %u of %u fact", "%s: %u of %u facts", n_all), name, n_facts, n_all);
  } else {
    spoken = g_strdup (name);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_free (self->words);
  self->words = g_steal_pointer (&spoken);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
