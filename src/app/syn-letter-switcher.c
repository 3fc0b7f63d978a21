#include "syn-letter-switcher.h"

#include <glib/gi18n.h>

#include "syn-letter-chip.h"

/* An outlet's name keeps at least so much of it; then the letters scroll. */
#define LABEL_CHARACTERS 12

struct _SynLetterSwitcher {
  GtkWidget parent_instance;

  SynSession *session;
  GtkWidget *scrolled;
  GtkWidget *box;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (SynLetterSwitcher, syn_letter_switcher, GTK_TYPE_WIDGET)

static void
on_toggled (GtkToggleButton *button, SynLetterSwitcher *self)
{
  if (!self->is_updating && gtk_toggle_button_get_active (button)) {
    syn_session_set_current (self->session,
                             GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "syn-article")));
  }
}

/* Letter, then the outlet where the article is the one shown, else its count of facts. */
static GtkWidget *
create_content (SynLetterSwitcher *self, guint article, gboolean is_current)
{
  SynFactItem *item = syn_session_get_selected (self->session);
  const SynMarks *marks = syn_session_get_marks (self->session, article);
  g_autofree char *count =
      marks != NULL ? g_strdup_printf ("%u", syn_marks_count_facts (marks)) : g_strdup ("");
  const char *label = syn_article_get_label (syn_session_get_article (self->session, article));
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *chip = syn_letter_chip_new (syn_session_get_place (self->session, article));
  GtkWidget *words = gtk_label_new (is_current ? label : count);

  if (item != NULL) {
    syn_letter_chip_set_stance (SYN_LETTER_CHIP (chip), syn_fact_item_get_fact (item)->stances[article]);
  }
  gtk_label_set_ellipsize (GTK_LABEL (words), is_current ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  if (is_current) {
    gtk_label_set_width_chars (GTK_LABEL (words), MIN (g_utf8_strlen (label, -1), LABEL_CHARACTERS));
  }
  gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (content), chip);
  gtk_box_append (GTK_BOX (content), words);

  return content;
}

static void
update (SynLetterSwitcher *self)
{
  gsize n;
  const guint *panes = syn_session_get_panes (self->session, &n);
  GtkWidget *button = gtk_widget_get_first_child (self->box);

  self->is_updating = TRUE;
  for (gsize i = 0; i < n; i++) {
    gboolean is_current = panes[i] == syn_session_get_current (self->session);
    g_autofree char *letter = syn_article_letter (i);
    g_autofree char *name = g_strdup_printf (
        "%s, %s", letter, syn_article_get_label (syn_session_get_article (self->session, panes[i])));

    if (button == NULL) {
      button = gtk_toggle_button_new ();
      /* Once only: to join a group twice makes a ring of it. */
      if (i > 0) {
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                     GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (self->box)));
      }
      gtk_widget_add_css_class (button, "flat");
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, 0);
      gtk_box_append (GTK_BOX (self->box), button);
    }
    g_object_set_data (G_OBJECT (button), "syn-article", GUINT_TO_POINTER (panes[i]));
    gtk_button_set_child (GTK_BUTTON (button), create_content (self, panes[i], is_current));
    gtk_widget_set_hexpand (button, TRUE);
    gtk_widget_set_tooltip_text (button, name);
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), is_current);

    button = gtk_widget_get_next_sibling (button);
  }
  while (button != NULL) {
    GtkWidget *next = gtk_widget_get_next_sibling (button);

    gtk_box_remove (GTK_BOX (self->box), button);
    button = next;
  }
  self->is_updating = FALSE;
}

static void
syn_letter_switcher_dispose (GObject *object)
{
  SynLetterSwitcher *self = SYN_LETTER_SWITCHER (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (syn_letter_switcher_parent_class)->dispose (object);
}

static void
syn_letter_switcher_class_init (SynLetterSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_letter_switcher_dispose;

  gtk_widget_class_set_css_name (widget_class, "letterswitcher");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
syn_letter_switcher_init (SynLetterSwitcher *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->box);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
syn_letter_switcher_new (SynSession *session)
{
  SynLetterSwitcher *self = g_object_new (SYN_TYPE_LETTER_SWITCHER, NULL);

  self->session = g_object_ref (session);
  update (self);
  g_signal_connect_object (session, "panes-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "marks-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
