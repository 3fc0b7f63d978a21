#include "syn-fact-cards.h"

#include <glib/gi18n.h>

#include "syn-letter-chip.h"

/* Two lines of about so many characters. */
#define CARD_CHARACTERS 30

struct _SynFactCards {
  GtkWidget parent_instance;

  SynSession *session;
  GtkWidget *scrolled;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (SynFactCards, syn_fact_cards, GTK_TYPE_WIDGET)

/* The words that differ stand out in bold: a card has no room for a wave's legend. */
static void
embolden (PangoAttrList *attributes, const SynMention *mention)
{
  for (gsize i = 0; i < mention->n_differing; i++) {
    SynSpan span = syn_span_intersect (mention->differing[i], mention->span);
    PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

    bold->start_index = span.start - mention->span.start;
    bold->end_index = span.end - mention->span.start;
    pango_attr_list_insert (attributes, bold);
  }
}

static GtkWidget *
create_passage (SynSession *session, const SynMention *mention)
{
  SynDocument *document =
      syn_comparison_get_document (syn_session_get_comparison (session), mention->article);
  g_autofree char *text = g_strndup (syn_document_get_text (document, NULL) + mention->span.start,
                                     syn_span_length (mention->span));
  GtkWidget *label = gtk_label_new (g_strdelimit (text, "\n", ' '));
  PangoAttrList *attributes = pango_attr_list_new ();

  embolden (attributes, mention);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), CARD_CHARACTERS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CARD_CHARACTERS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, "card-passage");

  return label;
}

static void
on_clicked (GtkButton *button, SynFactCards *self)
{
  guint article = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "syn-article"));

  syn_session_set_shown (self->session, article, TRUE);
  syn_session_set_current (self->session, article);
  syn_session_select_fact (self->session, syn_session_get_selected_fact (self->session));
}

static void
add_card (SynFactCards *self, const SynFact *fact, guint article)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *chip = syn_letter_chip_new (syn_session_get_place (self->session, article));

  syn_letter_chip_set_stance (SYN_LETTER_CHIP (chip), fact->stances[article]);
  gtk_widget_set_valign (chip, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (content), chip);
  gtk_box_append (GTK_BOX (content), create_passage (self->session, syn_fact_find_mention (fact, article)));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "fact-card");
  g_object_set_data (G_OBJECT (button), "syn-article", GUINT_TO_POINTER (article));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, 0);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
update (SynFactCards *self)
{
  SynFactItem *item = syn_session_get_selected (self->session);
  const SynFact *fact = item != NULL ? syn_fact_item_get_fact (item) : NULL;
  gsize n;
  const guint *order = syn_session_get_order (self->session, &n);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL) {
    gtk_box_remove (GTK_BOX (self->box), child);
  }
  for (gsize i = 0; fact != NULL && i < n; i++) {
    if (order[i] != syn_session_get_current (self->session) &&
        syn_fact_find_mention (fact, order[i]) != NULL) {
      add_card (self, fact, order[i]);
    }
  }
  gtk_widget_set_visible (self->scrolled, gtk_widget_get_first_child (self->box) != NULL);
}

static void
syn_fact_cards_dispose (GObject *object)
{
  SynFactCards *self = SYN_FACT_CARDS (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (syn_fact_cards_parent_class)->dispose (object);
}

static void
syn_fact_cards_class_init (SynFactCardsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_fact_cards_dispose;

  gtk_widget_class_set_css_name (widget_class, "factcards");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
syn_fact_cards_init (SynFactCards *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->box);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
syn_fact_cards_new (SynSession *session)
{
  SynFactCards *self = g_object_new (SYN_TYPE_FACT_CARDS, NULL);

  self->session = g_object_ref (session);
  update (self);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "marks-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "panes-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
