#include "config.h"

#include "syn-outlet-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "syn-format.h"

#define MAX_WIDTH 720
#define MARGIN    18

struct _SynOutletList {
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkWidget *list; /* in `scrolled` */
  GPtrArray *rows; /* Outlet, those to show */
  guint n_outlets; /* with those that are not shown */
  gboolean is_current;
};

enum { OUTLET_ACTIVATED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SynOutletList, syn_outlet_list, GTK_TYPE_WIDGET)

/* What the library has of one outlet. */
typedef struct {
  char *name;
  char *from; /* ISO 8601; NULL where no article states its date */
  char *to;
  guint n_articles;
} Outlet;

static void
outlet_free (gpointer data)
{
  Outlet *outlet = data;

  g_free (outlet->name);
  g_free (outlet->from);
  g_free (outlet->to);
  g_free (outlet);
}

static void
outlet_add (Outlet *outlet, SynArticle *article)
{
  const char *published = syn_article_get_published (article);

  outlet->n_articles++;
  if (published != NULL && (outlet->from == NULL || strcmp (published, outlet->from) < 0)) {
    g_free (outlet->from);
    outlet->from = g_strdup (published);
  }
  if (published != NULL && (outlet->to == NULL || strcmp (published, outlet->to) > 0)) {
    g_free (outlet->to);
    outlet->to = g_strdup (published);
  }
}

static int
compare_outlets (gconstpointer a, gconstpointer b)
{
  const Outlet *first = *(const Outlet *const *) a;
  const Outlet *second = *(const Outlet *const *) b;

  if (first->n_articles != second->n_articles) {
    return first->n_articles > second->n_articles ? -1 : 1;
  }

  return g_utf8_collate (first->name, second->name);
}

/* (transfer full) (element-type Outlet) */
static GPtrArray *
collect (SynLibrary *library)
{
  GListModel *articles = syn_library_get_articles (library);
  guint n = g_list_model_get_n_items (articles);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *outlets = g_ptr_array_new_with_free_func (outlet_free);

  for (guint i = 0; i < n; i++) {
    g_autoptr (SynArticleItem) item = g_list_model_get_item (articles, i);
    const char *name = syn_article_item_get_outlet (item);
    Outlet *outlet = g_hash_table_lookup (by_name, name);

    if (*name == '\0') {
      continue;
    }
    if (outlet == NULL) {
      outlet = g_new0 (Outlet, 1);
      outlet->name = g_strdup (name);
      g_hash_table_insert (by_name, outlet->name, outlet);
      g_ptr_array_add (outlets, outlet);
    }
    outlet_add (outlet, syn_article_item_get_article (item));
  }
  g_ptr_array_sort (outlets, compare_outlets);

  return outlets;
}

static GtkWidget *
create_row (const Outlet *outlet)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_markup_escape_text (outlet->name, -1);
  g_autofree char *articles = syn_format_articles (outlet->n_articles);
  g_autofree char *dates = syn_format_date_range (outlet->from, outlet->to);
  GtkWidget *count = gtk_label_new (articles);

  gtk_widget_add_css_class (count, "secondary");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), dates != NULL ? dates : _ ("Date not stated"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "syn-outlet", g_strdup (outlet->name), g_free);

  return row;
}

static void
fill (SynOutletList *self)
{
  GtkWidget *child;

  if (self->is_current || !gtk_widget_get_mapped (GTK_WIDGET (self))) {
    return;
  }

  self->is_current = TRUE;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL) {
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  }
  for (guint i = 0; i < self->rows->len; i++) {
    gtk_list_box_append (GTK_LIST_BOX (self->list), create_row (g_ptr_array_index (self->rows, i)));
  }
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, SynOutletList *self)
{
  g_signal_emit (self, signals[OUTLET_ACTIVATED], 0, g_object_get_data (G_OBJECT (row), "syn-outlet"));
}

static void
syn_outlet_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (syn_outlet_list_parent_class)->map (widget);

  fill (SYN_OUTLET_LIST (widget));
}

static void
syn_outlet_list_dispose (GObject *object)
{
  SynOutletList *self = SYN_OUTLET_LIST (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (syn_outlet_list_parent_class)->dispose (object);
}

static void
syn_outlet_list_finalize (GObject *object)
{
  g_ptr_array_unref (SYN_OUTLET_LIST (object)->rows);

  G_OBJECT_CLASS (syn_outlet_list_parent_class)->finalize (object);
}

static void
syn_outlet_list_class_init (SynOutletListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syn_outlet_list_dispose;
  object_class->finalize = syn_outlet_list_finalize;
  widget_class->map = syn_outlet_list_map;

  signals[OUTLET_ACTIVATED] = g_signal_new ("outlet-activated", SYN_TYPE_OUTLET_LIST, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
syn_outlet_list_init (SynOutletList *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->rows = g_ptr_array_new_with_free_func (outlet_free);
  self->scrolled = gtk_scrolled_window_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Outlets"),
                                  -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, 0);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->list);
  gtk_widget_set_margin_start (clamp, MARGIN);
  gtk_widget_set_margin_end (clamp, MARGIN);
  gtk_widget_set_margin_top (clamp, MARGIN);
  gtk_widget_set_margin_bottom (clamp, MARGIN);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), clamp);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

void
syn_outlet_list_update (SynOutletList *self, SynLibrary *library, const char *query)
{
  g_autofree char *folded = query != NULL ? g_utf8_casefold (query, -1) : g_strdup ("");

  g_ptr_array_unref (self->rows);
  self->rows = collect (library);
  self->n_outlets = self->rows->len;
  for (guint i = self->rows->len; i > 0; i--) {
    const Outlet *outlet = g_ptr_array_index (self->rows, i - 1);
    g_autofree char *name = g_utf8_casefold (outlet->name, -1);

    if (strstr (name, folded) == NULL) {
      g_ptr_array_remove_index (self->rows, i - 1);
    }
  }
  self->is_current = FALSE;
  fill (self);
}

guint
syn_outlet_list_get_n (SynOutletList *self)
{
  return self->n_outlets;
}

guint
syn_outlet_list_get_shown (SynOutletList *self)
{
  return self->rows->len;
}
