#include "syn-facts-list.h"

#include <glib/gi18n.h>

#include "syn-fact-row.h"

struct _SynFactsList {
  GtkWidget parent_instance;

  /* owned */
  SynSession *session;
  GtkSingleSelection *selection;

  /* borrowed */
  GtkListView *list;

  /* state */
  gboolean is_following; /* the session selects, not the reader */
  guint scroll_source;
};

G_DEFINE_FINAL_TYPE (SynFactsList, syn_facts_list, GTK_TYPE_WIDGET)

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, syn_fact_row_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, SynFactsList *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  SynFactItem *fact = gtk_list_item_get_item (item);
  g_autofree char *name = syn_fact_row_describe (self->session, fact);

  syn_fact_row_set_fact (SYN_FACT_ROW (row), self->session, fact);
  /* What a screen reader meets is the list's own row around it. */
  if (gtk_widget_get_parent (row) != NULL) {
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  }
}

static gboolean
scroll_to_selected (gpointer user_data)
{
  SynFactsList *self = user_data;
  guint position = gtk_single_selection_get_selected (self->selection);

  self->scroll_source = 0;
  if (position != GTK_INVALID_LIST_POSITION) {
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  }

  return G_SOURCE_REMOVE;
}

/* Once the list has its size: it may be shown only now. */
static void
schedule_scroll (SynFactsList *self)
{
  if (self->scroll_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self))) {
    self->scroll_source = g_idle_add_full (G_PRIORITY_LOW, scroll_to_selected, self, NULL);
  }
}

/* A list out of sight has no rows: each costs a dozen widgets, at every comparison and change of panes. */
static void
set_attached (SynFactsList *self, gboolean is_attached)
{
  self->is_following = TRUE;
  gtk_list_view_set_model (self->list, is_attached ? GTK_SELECTION_MODEL (self->selection) : NULL);
  self->is_following = FALSE;
}

/* Rows show which panes there are; they are bound anew when that changes. */
static void
rebind (SynFactsList *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self))) {
    set_attached (self, FALSE);
    set_attached (self, TRUE);
    schedule_scroll (self);
  }
}

static void
on_selected (SynFactsList *self)
{
  SynFactItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (!self->is_following && item != NULL) {
    syn_session_select_fact (self->session, syn_fact_item_get_fact (item)->id);
  }
}

/* A press on the row that is selected already brings its fact back to the reading line. */
static void
on_activate (SynFactsList *self, guint position)
{
  on_selected (self);
}

static void
follow_session (SynFactsList *self)
{
  SynFactItem *item = syn_session_get_selected (self->session);
  guint position = item != NULL ? syn_fact_item_get_number (item) - 1 : GTK_INVALID_LIST_POSITION;

  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_following = FALSE;
  schedule_scroll (self);
}

static void
syn_facts_list_map (GtkWidget *widget)
{
  SynFactsList *self = SYN_FACTS_LIST (widget);

  set_attached (self, TRUE);
  GTK_WIDGET_CLASS (syn_facts_list_parent_class)->map (widget);
  follow_session (self);
}

static void
syn_facts_list_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (syn_facts_list_parent_class)->unmap (widget);

  set_attached (SYN_FACTS_LIST (widget), FALSE);
}

static void
syn_facts_list_dispose (GObject *object)
{
  SynFactsList *self = SYN_FACTS_LIST (object);
  GtkWidget *child;

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL) {
    gtk_widget_unparent (child);
  }
  g_clear_object (&self->selection);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (syn_facts_list_parent_class)->dispose (object);
}

static void
syn_facts_list_class_init (SynFactsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_facts_list_dispose;
  widget_class->map = syn_facts_list_map;
  widget_class->unmap = syn_facts_list_unmap;

  gtk_widget_class_set_css_name (widget_class, "factslist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
syn_facts_list_init (SynFactsList *self)
{
}

GtkWidget *
syn_facts_list_new (SynSession *session)
{
  SynFactsList *self = g_object_new (SYN_TYPE_FACTS_LIST, NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->session = g_object_ref (session);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, syn_session_get_facts (session));
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  self->list =
      GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "facts");
  gtk_list_view_set_single_click_activate (self->list, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Facts"),
                                  -1);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));

  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (follow_session), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "marks-changed", G_CALLBACK (follow_session), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "panes-changed", G_CALLBACK (rebind), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
