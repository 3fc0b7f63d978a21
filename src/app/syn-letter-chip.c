#include "syn-letter-chip.h"

#include <glib/gi18n.h>

#include "syn-marks-painter.h"

/* The line under the letter, from the chip's bottom. */
#define LINE_WIDTH  15
#define LINE_BOTTOM 4.5

struct _SynLetterChip {
  GtkWidget parent_instance;

  GtkWidget *label;
  SynPalette palette;
  guint place;
  SynStance stance;
  gboolean has_stance;
};

G_DEFINE_FINAL_TYPE (SynLetterChip, syn_letter_chip, GTK_TYPE_WIDGET)

/* "C, conflicting", or the letter alone: (transfer full). */
static char *
describe (SynLetterChip *self)
{
  g_autofree char *letter = syn_article_letter (self->place);

  if (!self->has_stance) {
    return g_steal_pointer (&letter);
  }

  /* Translators: an article's letter and how it stands to a fact: "C, conflicting". */
  return g_strdup_printf (_ ("%s, %s"), letter, syn_stance_get_name (self->stance));
}

static void
update_name (SynLetterChip *self)
{
  g_autofree char *name = describe (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_letter (SynLetterChip *self)
{
  g_autofree char *letter = syn_article_letter (self->place);

  gtk_label_set_text (GTK_LABEL (self->label), letter);
  update_name (self);
}

static gboolean
syn_letter_chip_query_tooltip (GtkWidget *widget, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  SynLetterChip *self = SYN_LETTER_CHIP (widget);
  g_autofree char *name = describe (self);

  gtk_tooltip_set_text (tooltip, name);

  return self->has_stance;
}

static void
syn_letter_chip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SynLetterChip *self = SYN_LETTER_CHIP (widget);
  double x = (gtk_widget_get_width (widget) - LINE_WIDTH) / 2.0;
  double y = gtk_widget_get_height (widget) - LINE_BOTTOM;

  GTK_WIDGET_CLASS (syn_letter_chip_parent_class)->snapshot (widget, snapshot);

  if (!self->has_stance) {
    return;
  }
  if (self->stance == SYN_STANCE_CONFLICTING) {
    syn_paint_wave (snapshot, &self->palette, x, y, LINE_WIDTH);
  } else if (self->stance != SYN_STANCE_ABSENT) {
    /* Dashes begin where the line does. */
    gtk_snapshot_save (snapshot);
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
    syn_paint_line (snapshot, &self->palette, syn_kind_of_stance (self->stance), TRUE, 0, 0, LINE_WIDTH);
    gtk_snapshot_restore (snapshot);
  }
}

static void
syn_letter_chip_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (syn_letter_chip_parent_class)->css_changed (widget, change);

  syn_palette_load (&SYN_LETTER_CHIP (widget)->palette, widget);
}

static void
syn_letter_chip_dispose (GObject *object)
{
  g_clear_pointer (&SYN_LETTER_CHIP (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (syn_letter_chip_parent_class)->dispose (object);
}

static void
syn_letter_chip_class_init (SynLetterChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_letter_chip_dispose;
  widget_class->snapshot = syn_letter_chip_snapshot;
  widget_class->query_tooltip = syn_letter_chip_query_tooltip;
  widget_class->css_changed = syn_letter_chip_css_changed;

  gtk_widget_class_set_css_name (widget_class, "letter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
syn_letter_chip_init (SynLetterChip *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  show_letter (self);
}

GtkWidget *
syn_letter_chip_new (guint place)
{
  SynLetterChip *self = g_object_new (SYN_TYPE_LETTER_CHIP, NULL);

  syn_letter_chip_set_place (self, place);

  return GTK_WIDGET (self);
}

void
syn_letter_chip_set_place (SynLetterChip *self, guint place)
{
  if (self->place != place) {
    self->place = place;
    show_letter (self);
  }
}

void
syn_letter_chip_set_stance (SynLetterChip *self, SynStance stance)
{
  static const char *const classes[] = {
    [SYN_STANCE_ABSENT] = "absent",
    [SYN_STANCE_SIMILAR] = "similar",
    [SYN_STANCE_STATED] = "shared",
    [SYN_STANCE_CONFLICTING] = "conflict",
  };

  /* Rows of a list are bound again and again, mostly to the same. */
  if (self->has_stance && self->stance == stance) {
    return;
  }

  if (self->has_stance) {
    gtk_widget_remove_css_class (GTK_WIDGET (self), classes[self->stance]);
  }
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[stance]);
  self->stance = stance;
  self->has_stance = TRUE;
  update_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
