#include "syn-article-chooser.h"

#include <glib/gi18n.h>

#include "syn-letter-chip.h"

#define MAX_HEIGHT 420

struct _SynArticleChooser {
  GtkWidget parent_instance;

  SynSession *session;
  GtkWidget *scrolled;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (SynArticleChooser, syn_article_chooser, GTK_TYPE_WIDGET)

static guint
article_of (GtkWidget *check)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "syn-article"));
}

static void
on_toggled (GtkCheckButton *check, SynArticleChooser *self)
{
  syn_session_set_shown (self->session, article_of (GTK_WIDGET (check)), gtk_check_button_get_active (check));
}

/* Letters go by the panes' order. */
static void
name_check (SynArticleChooser *self, GtkWidget *check, guint article)
{
  GtkWidget *content = gtk_check_button_get_child (GTK_CHECK_BUTTON (check));
  g_autofree char *letter = syn_session_get_letter (self->session, article);
  g_autofree char *name = g_strdup_printf (
      "%s, %s", letter, syn_article_get_label (syn_session_get_article (self->session, article)));

  syn_letter_chip_set_place (SYN_LETTER_CHIP (gtk_widget_get_first_child (content)),
                             syn_session_get_place (self->session, article));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The last pane cannot be closed, and beyond the most panes none can be added. */
static void
update (SynArticleChooser *self)
{
  gsize n;

  syn_session_get_panes (self->session, &n);
  for (GtkWidget *check = gtk_widget_get_first_child (self->box); check != NULL;
       check = gtk_widget_get_next_sibling (check)) {
    guint article = article_of (check);
    gboolean is_shown = syn_session_is_shown (self->session, article);

    name_check (self, check, article);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_shown);
    gtk_widget_set_sensitive (check, is_shown ? n > 1 : n < SYN_MAX_PANES);
  }
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  if (css_class != NULL) {
    gtk_widget_add_css_class (label, css_class);
  }

  return label;
}

static GtkWidget *
create_check (SynArticleChooser *self, guint index)
{
  SynArticle *article = syn_session_get_article (self->session, index);
  const char *title = syn_article_get_title (article);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *headline = create_label (title != NULL ? title : _ ("Headline not stated"), "syn-caption");

  gtk_widget_add_css_class (headline, "syn-secondary");
  gtk_box_append (GTK_BOX (words), create_label (syn_article_get_label (article), NULL));
  gtk_box_append (GTK_BOX (words), headline);
  gtk_box_append (GTK_BOX (content), syn_letter_chip_new (syn_session_get_place (self->session, index)));
  gtk_box_append (GTK_BOX (content), words);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), content);
  g_object_set_data (G_OBJECT (check), "syn-article", GUINT_TO_POINTER (index));

  return check;
}

static void
fill (SynArticleChooser *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL) {
    gtk_box_remove (GTK_BOX (self->box), child);
  }
  for (guint i = 0; i < syn_session_get_n_articles (self->session); i++) {
    gtk_box_append (GTK_BOX (self->box), create_check (self, i));
  }
  update (self);
  for (child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    g_signal_connect_object (child, "toggled", G_CALLBACK (on_toggled), self, 0);
  }
}

static void
syn_article_chooser_dispose (GObject *object)
{
  SynArticleChooser *self = SYN_ARTICLE_CHOOSER (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (syn_article_chooser_parent_class)->dispose (object);
}

static void
syn_article_chooser_class_init (SynArticleChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_article_chooser_dispose;

  gtk_widget_class_set_css_name (widget_class, "articlechooser");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
syn_article_chooser_init (SynArticleChooser *self)
{
  GtkScrolledWindow *scrolled;

  self->scrolled = gtk_scrolled_window_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  scrolled = GTK_SCROLLED_WINDOW (self->scrolled);
  gtk_scrolled_window_set_policy (scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (scrolled, TRUE);
  gtk_scrolled_window_set_propagate_natural_width (scrolled, TRUE);
  gtk_scrolled_window_set_max_content_height (scrolled, MAX_HEIGHT);
  gtk_scrolled_window_set_child (scrolled, self->box);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
syn_article_chooser_new (SynSession *session)
{
  SynArticleChooser *self = g_object_new (SYN_TYPE_ARTICLE_CHOOSER, NULL);

  self->session = g_object_ref (session);
  fill (self);
  g_signal_connect_object (session, "articles-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "panes-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
