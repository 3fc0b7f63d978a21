#include "syn-button-names.h"

void
syn_button_names_set (GtkWidget *button, const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
syn_button_names_fix (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget))) {
    GtkWidget *label = gtk_button_get_child (GTK_BUTTON (widget));

    if (GTK_IS_LABEL (label)) {
      syn_button_names_set (widget, gtk_label_get_text (GTK_LABEL (label)));
    }
  }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    syn_button_names_fix (child);
  }
}
