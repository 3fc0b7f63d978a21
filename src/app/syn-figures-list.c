#include "syn-figures-list.h"

#include <glib/gi18n.h>

#include "syn-letter-chip.h"

struct _SynFiguresList {
  GtkWidget parent_instance;

  SynSession *session;
  SynComparison *shown; /* what the rows are of */
  GtkWidget *scrolled;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (SynFiguresList, syn_figures_list, GTK_TYPE_WIDGET)

/* Where a figure's button leads: the article and its span there. */
typedef struct {
  SynSession *session; /* borrowed: the button goes with the list */
  guint article;
  SynSpan span;
} Target;

static void
on_clicked (GtkButton *button, Target *target)
{
  syn_session_show_passage (target->session, target->article, target->span);
}

static GtkWidget *
create_entry (SynFiguresList *self, const SynFigureEntry *entry, gboolean has_conflict)
{
  SynDocument *document = syn_comparison_get_document (self->shown, entry->article);
  const SynFigure *figure = &syn_document_get_figures (document, NULL)[entry->figure];
  g_autofree char *words = syn_document_dup_span (document, figure->span);
  g_autofree char *letter = syn_session_get_letter (self->session, entry->article);
  g_autofree char *name = g_strdup_printf ("%s, %s", letter, words);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (g_strdelimit (words, "\n", ' '));
  Target *target = g_new (Target, 1);

  *target = (Target){ self->session, entry->article, figure->span };
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_add_css_class (label, "card-passage");
  gtk_box_append (GTK_BOX (content),
                  syn_letter_chip_new (syn_session_get_place (self->session, entry->article)));
  gtk_box_append (GTK_BOX (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "figure");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_clicked), target, (GClosureNotify) (void *) g_free,
                         0);

  return button;
}

static GtkWidget *
create_row (SynFiguresList *self, const SynFigureRow *row)
{
  GtkWidget *widget = gtk_list_box_row_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *sign = gtk_label_new (row->has_conflict ? "≠" : NULL);
  GtkWidget *what = gtk_label_new (row->what);

  gtk_label_set_width_chars (GTK_LABEL (sign), 2);
  gtk_widget_add_css_class (sign, "conflict-sign");
  gtk_label_set_xalign (GTK_LABEL (what), 0);
  gtk_label_set_width_chars (GTK_LABEL (what), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (what), 16);
  gtk_label_set_ellipsize (GTK_LABEL (what), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), sign);
  gtk_box_append (GTK_BOX (content), what);
  for (gsize i = 0; i < row->n_entries; i++) {
    gtk_box_append (GTK_BOX (content), create_entry (self, &row->entries[i], row->has_conflict));
  }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), content);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), FALSE);
  if (row->has_conflict) {
    gtk_widget_set_tooltip_text (sign, _ ("These figures differ; they may not measure the same thing"));
  }

  return widget;
}

static void
update (SynFiguresList *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  const SynFigureRow *rows;
  GtkWidget *child;
  gsize n;

  if (self->shown == comparison) {
    return;
  }

  while ((child = gtk_widget_get_first_child (self->list)) != NULL) {
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  }
  g_set_object (&self->shown, comparison);
  if (comparison == NULL) {
    return;
  }

  rows = syn_alignment_get_figures (syn_comparison_get_alignment (comparison), &n);
  for (gsize i = 0; i < n; i++) {
    gtk_list_box_append (GTK_LIST_BOX (self->list), create_row (self, &rows[i]));
  }
}

/* Letters go by the panes' order. */
static void
reletter (SynFiguresList *self)
{
  g_clear_object (&self->shown);
  update (self);
}

static void
syn_figures_list_dispose (GObject *object)
{
  SynFiguresList *self = SYN_FIGURES_LIST (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->shown);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (syn_figures_list_parent_class)->dispose (object);
}

static void
syn_figures_list_class_init (SynFiguresListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_figures_list_dispose;

  gtk_widget_class_set_css_name (widget_class, "figureslist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
syn_figures_list_init (SynFiguresList *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Figures"),
                                  -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
syn_figures_list_new (SynSession *session)
{
  SynFiguresList *self = g_object_new (SYN_TYPE_FIGURES_LIST, NULL);

  self->session = g_object_ref (session);
  update (self);
  g_signal_connect_object (session, "articles-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "panes-changed", G_CALLBACK (reletter), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
