#include "syn-fact-heading.h"

#include <glib/gi18n.h>

#include "syn-fact-words.h"
#include "syn-why.h"

/* Beside the buttons: what is over goes to the legend. */
#define TITLE_CHARACTERS 34
/* In a column of its own. */
#define COLUMN_CHARACTERS 24

struct _SynFactHeading {
  GtkWidget parent_instance;

  /* owned */
  SynSession *session;

  /* borrowed */
  GtkWidget *previous;
  GtkWidget *next;
  GtkLabel *position;
  GtkLabel *title;
  GtkLabel *sentence; /* NULL beside the buttons */
  GtkWidget *why;
};

G_DEFINE_FINAL_TYPE (SynFactHeading, syn_fact_heading, GTK_TYPE_WIDGET)

static void
update (SynFactHeading *self)
{
  SynFactItem *item = syn_session_get_selected (self->session);
  gsize n_articles;
  guint n = g_list_model_get_n_items (syn_session_get_facts (self->session));
  guint number = item != NULL ? syn_fact_item_get_number (item) : 0;
  g_autofree char *position = NULL;
  g_autofree char *sentence = NULL;

  if (item != NULL) {
    position = g_strdup_printf (_ ("%u of %u"), number, n);
    sentence = syn_fact_words_sentence (syn_fact_item_get_fact (item),
                                        syn_session_get_order (self->session, &n_articles));
  } else {
    position = g_strdup_printf (ngettext ("%u fact", "%u facts", n), n);
  }

  gtk_label_set_text (self->position, position);
  gtk_label_set_text (self->title, item != NULL ? syn_fact_item_get_fact (item)->title : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title),
                               item != NULL ? syn_fact_item_get_fact (item)->title : NULL);
  if (self->sentence != NULL) {
    gtk_label_set_text (self->sentence, sentence != NULL
                                            ? sentence
                                            : _ ("Choose a fact in the list, or press a mark in a text."));
  }
  gtk_widget_set_sensitive (self->previous, n > 0 && number != 1);
  gtk_widget_set_sensitive (self->next, n > 0 && number != n);
}

static GtkWidget *
create_step (const char *icon, const char *action, const char *tooltip, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "step");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static GtkLabel *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return GTK_LABEL (label);
}

static GtkWidget *
create_key (const char *text)
{
  GtkWidget *key = gtk_label_new (text);

  gtk_widget_add_css_class (key, "syn-key");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);

  return key;
}

static void
fill (SynFactHeading *self, gboolean is_column)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->previous =
      create_step ("go-up-symbolic", "read.previous-fact", _ ("Previous Fact (Alt+↑)"), _ ("Previous fact"));
  self->next = create_step ("go-down-symbolic", "read.next-fact", _ ("Next Fact (Alt+↓)"), _ ("Next fact"));
  self->position = create_label ("fact-position");
  self->title = create_label ("fact-heading");
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);

  gtk_box_append (GTK_BOX (row), self->previous);
  gtk_box_append (GTK_BOX (row), self->next);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->position));
  gtk_widget_set_parent (row, GTK_WIDGET (self));

  if (!is_column) {
    gtk_label_set_max_width_chars (self->title, TITLE_CHARACTERS);
    gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
    gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->title));
    self->why = syn_why_button_new (self->session, _ ("_Why?"));
    gtk_widget_add_css_class (self->why, "flat");
    gtk_box_append (GTK_BOX (row), self->why);
    return;
  }

  gtk_widget_set_hexpand (GTK_WIDGET (self->position), TRUE);
  gtk_box_append (GTK_BOX (row), create_key ("Alt ↑"));
  gtk_box_append (GTK_BOX (row), create_key ("Alt ↓"));
  self->sentence = create_label ("syn-small");
  gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "syn-secondary");
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_label_set_max_width_chars (self->sentence, COLUMN_CHARACTERS);
  gtk_label_set_max_width_chars (self->title, COLUMN_CHARACTERS);
  gtk_label_set_lines (self->title, 2);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->title), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->sentence), GTK_WIDGET (self));
  self->why = syn_why_button_new (self->session, _ ("_Why highlighted?"));
  gtk_widget_set_halign (self->why, GTK_ALIGN_START);
  gtk_widget_set_parent (self->why, GTK_WIDGET (self));
}

static void
syn_fact_heading_dispose (GObject *object)
{
  SynFactHeading *self = SYN_FACT_HEADING (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL) {
    gtk_widget_unparent (child);
  }
  g_clear_object (&self->session);

  G_OBJECT_CLASS (syn_fact_heading_parent_class)->dispose (object);
}

static void
syn_fact_heading_class_init (SynFactHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_fact_heading_dispose;

  gtk_widget_class_set_css_name (widget_class, "factheading");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
syn_fact_heading_init (SynFactHeading *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

GtkWidget *
syn_fact_heading_new (SynSession *session, gboolean is_column)
{
  SynFactHeading *self = g_object_new (SYN_TYPE_FACT_HEADING, NULL);

  self->session = g_object_ref (session);
  fill (self, is_column);
  update (self);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "marks-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "panes-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
syn_fact_heading_show_why (SynFactHeading *self)
{
  if (gtk_widget_get_sensitive (self->why)) {
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->why));
  }
}
