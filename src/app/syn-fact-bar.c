#include "syn-fact-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "syn-button-names.h"
#include "syn-fact-cards.h"
#include "syn-fact-heading.h"
#include "syn-legend.h"
#include "syn-stance-chips.h"

/* More letters than this take the room of title and legend; then those of the shown panes must do. */
#define MAX_LETTERS 8

struct _SynFactBar {
  GtkWidget parent_instance;

  /* template */
  GtkStack *stack;
  GtkBox *fact;
  GtkLabel *message;
  GtkButton *button;
  GtkButton *unfold;
  GtkBox *cards_place;

  /* owned */
  SynSession *session;

  /* borrowed */
  GtkWidget *heading;
  SynStanceChips *chips;
  GtkWidget *legend;

  gboolean is_narrow;
};

G_DEFINE_FINAL_TYPE (SynFactBar, syn_fact_bar, GTK_TYPE_WIDGET)

static void
update (SynFactBar *self)
{
  syn_stance_chips_set_fact (self->chips, self->session, syn_session_get_selected (self->session),
                             syn_session_get_n_articles (self->session) <= MAX_LETTERS);
}

static void
update_parts (SynFactBar *self)
{
  gboolean has_fact = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "fact");
  gsize n_panes;

  /* What a lone text leaves room for below it: the others' words. */
  syn_session_get_panes (self->session, &n_panes);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), !self->is_narrow);
  gtk_widget_set_visible (self->legend, !self->is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->cards_place), (self->is_narrow || n_panes == 1) && has_fact);
  gtk_widget_set_visible (GTK_WIDGET (self->unfold), has_fact);
}

static void
syn_fact_bar_dispose (GObject *object)
{
  SynFactBar *self = SYN_FACT_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL) {
    gtk_widget_unparent (child);
  }
  g_clear_object (&self->session);

  G_OBJECT_CLASS (syn_fact_bar_parent_class)->dispose (object);
}

static void
syn_fact_bar_class_init (SynFactBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_fact_bar_dispose;

  gtk_widget_class_set_css_name (widget_class, "factbar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/syn-fact-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SynFactBar, stack);
  gtk_widget_class_bind_template_child (widget_class, SynFactBar, fact);
  gtk_widget_class_bind_template_child (widget_class, SynFactBar, message);
  gtk_widget_class_bind_template_child (widget_class, SynFactBar, button);
  gtk_widget_class_bind_template_child (widget_class, SynFactBar, unfold);
  gtk_widget_class_bind_template_child (widget_class, SynFactBar, cards_place);
}

static void
syn_fact_bar_init (SynFactBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
syn_fact_bar_new (SynSession *session)
{
  SynFactBar *self = g_object_new (SYN_TYPE_FACT_BAR, NULL);
  /* Where the whole legend has no room it gives way; the inspector has it. */
  GtkWidget *squeezer = adw_squeezer_new ();
  GtkWidget *legend = syn_legend_new (session, TRUE);

  self->session = g_object_ref (session);
  self->heading = syn_fact_heading_new (session, FALSE);
  self->chips = g_object_new (SYN_TYPE_STANCE_CHIPS, "valign", GTK_ALIGN_CENTER, NULL);
  self->legend = squeezer;
  adw_squeezer_add (ADW_SQUEEZER (squeezer), legend);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_halign (legend, GTK_ALIGN_END);
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  gtk_widget_set_hexpand (squeezer, TRUE);
  gtk_widget_set_valign (self->heading, GTK_ALIGN_CENTER);

  gtk_box_append (self->fact, self->heading);
  gtk_box_append (self->fact, GTK_WIDGET (self->chips));
  gtk_box_append (self->fact, squeezer);
  gtk_box_append (self->cards_place, syn_fact_cards_new (session));

  update (self);
  update_parts (self);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "marks-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "panes-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "panes-changed", G_CALLBACK (update_parts), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
syn_fact_bar_set_narrow (SynFactBar *self, gboolean is_narrow)
{
  self->is_narrow = is_narrow;
  update_parts (self);
}

void
syn_fact_bar_set_message (SynFactBar *self, const char *words, const char *button, const char *action)
{
  gtk_stack_set_visible_child_name (self->stack, words != NULL ? "message" : "fact");
  if (words != NULL) {
    gtk_label_set_text (self->message, words);
    gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
    gtk_button_set_label (self->button, button != NULL ? button : "");
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
    syn_button_names_fix (GTK_WIDGET (self->button));
  }
  update_parts (self);
}

void
syn_fact_bar_show_why (SynFactBar *self)
{
  syn_fact_heading_show_why (SYN_FACT_HEADING (self->heading));
}
