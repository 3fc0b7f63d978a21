#include "syn-fact-row.h"

#include <glib/gi18n.h>

#include "syn-fact-words.h"
#include "syn-stance-chips.h"

struct _SynFactRow {
  GtkWidget parent_instance;

  /* template */
  GtkLabel *number;
  GtkLabel *title;
  GtkLabel *also;
  SynStanceChips *chips;
};

G_DEFINE_FINAL_TYPE (SynFactRow, syn_fact_row, GTK_TYPE_WIDGET)

static void
syn_fact_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL) {
    gtk_widget_unparent (child);
  }

  G_OBJECT_CLASS (syn_fact_row_parent_class)->dispose (object);
}

static void
syn_fact_row_class_init (SynFactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_fact_row_dispose;

  g_type_ensure (SYN_TYPE_STANCE_CHIPS);
  gtk_widget_class_set_css_name (widget_class, "factrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/syn-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SynFactRow, number);
  gtk_widget_class_bind_template_child (widget_class, SynFactRow, title);
  gtk_widget_class_bind_template_child (widget_class, SynFactRow, also);
  gtk_widget_class_bind_template_child (widget_class, SynFactRow, chips);
}

static void
syn_fact_row_init (SynFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
syn_fact_row_new (void)
{
  return g_object_new (SYN_TYPE_FACT_ROW, NULL);
}

/* "also D, E": articles that have the fact and no pane. */
static char *
describe_also (SynSession *session, const SynFact *fact)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  gsize n, n_panes;
  const guint *order = syn_session_get_order (session, &n);

  syn_session_get_panes (session, &n_panes);
  for (gsize i = n_panes; i < n; i++) {
    if (fact->stances[order[i]] != SYN_STANCE_ABSENT) {
      g_autofree char *letter = syn_article_letter (i);

      g_string_append_printf (letters, "%s%s", letters->len > 0 ? _ (", ") : "", letter);
    }
  }

  return letters->len > 0 ? g_strdup_printf (_ ("also %s"), letters->str) : g_strdup ("");
}

void
syn_fact_row_set_fact (SynFactRow *self, SynSession *session, SynFactItem *item)
{
  const SynFact *fact = syn_fact_item_get_fact (item);
  g_autofree char *number = g_strdup_printf ("%u", syn_fact_item_get_number (item));
  g_autofree char *also = describe_also (session, fact);
  g_autofree char *name = syn_fact_row_describe (session, item);

  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->title, fact->title);
  gtk_label_set_text (self->also, also);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), fact->title);
  syn_stance_chips_set_fact (self->chips, session, item, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

char *
syn_fact_row_describe (SynSession *session, SynFactItem *item)
{
  const SynFact *fact = syn_fact_item_get_fact (item);
  gsize n;
  g_autofree char *stances = syn_fact_words_stances (fact, syn_session_get_order (session, &n));

  /* Translators: "Fact 3 of 17, title; stated in A, B" */
  return g_strdup_printf (_ ("Fact %u of %u, %s; %s"), syn_fact_item_get_number (item),
                          g_list_model_get_n_items (syn_session_get_facts (session)), fact->title, stances);
}
