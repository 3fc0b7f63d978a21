#include "syn-stance-chips.h"

#include "syn-letter-chip.h"

struct _SynStanceChips {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (SynStanceChips, syn_stance_chips, GTK_TYPE_WIDGET)

#define SPACING 6

static void
syn_stance_chips_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL) {
    gtk_widget_unparent (child);
  }

  G_OBJECT_CLASS (syn_stance_chips_parent_class)->dispose (object);
}

static void
syn_stance_chips_class_init (SynStanceChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_stance_chips_dispose;

  gtk_widget_class_set_css_name (widget_class, "chips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
syn_stance_chips_init (SynStanceChips *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), SPACING);
}

void
syn_stance_chips_set_fact (SynStanceChips *self, SynSession *session, SynFactItem *item, gboolean all)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self));
  gsize n, n_panes;
  const guint *order = syn_session_get_order (session, &n);

  syn_session_get_panes (session, &n_panes);

  /* Rows are bound again and again while a list scrolls: chips that are there are used. */
  for (gsize i = 0; item != NULL && i < (all ? n : n_panes); i++) {
    if (chip == NULL) {
      chip = syn_letter_chip_new (i);
      gtk_widget_set_parent (chip, GTK_WIDGET (self));
    } else {
      syn_letter_chip_set_place (SYN_LETTER_CHIP (chip), i);
    }
    syn_letter_chip_set_stance (SYN_LETTER_CHIP (chip), syn_fact_item_get_fact (item)->stances[order[i]]);
    chip = gtk_widget_get_next_sibling (chip);
  }

  while (chip != NULL) {
    GtkWidget *next = gtk_widget_get_next_sibling (chip);

    gtk_widget_unparent (chip);
    chip = next;
  }
}
