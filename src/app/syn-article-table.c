#include "config.h"

#include "syn-article-table.h"

#include <glib/gi18n.h>

#include "syn-article-item.h"
#include "syn-choice.h"
#include "syn-format.h"

struct _SynArticleTable {
  GtkWidget parent_instance;

  /* template */
  GtkWidget *content;
  GtkColumnView *table;
  GtkColumnViewColumn *headline;
  GtkColumnViewColumn *outlet;
  GtkColumnViewColumn *published;
  GtkColumnViewColumn *language;
  GtkColumnViewColumn *story;

  /* owned */
  GtkSortListModel *sorted;
  GtkMultiSelection *selection;

  /* state */
  guint scroll_source;
  gboolean is_narrow;
  gboolean is_order_new; /* and still being sorted by */
};

G_DEFINE_FINAL_TYPE (SynArticleTable, syn_article_table, GTK_TYPE_WIDGET)

enum { PROP_IS_NARROW = 1, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

/* ---- cells ---- */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, SynArticleTable *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
}

static void
set_cell (GtkListItem *list_item, const char *text, const char *not_stated)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  gboolean is_stated = text != NULL && *text != '\0';

  gtk_label_set_label (GTK_LABEL (label), is_stated ? text : not_stated);
  if (is_stated) {
    gtk_widget_remove_css_class (label, "secondary");
  } else {
    gtk_widget_add_css_class (label, "secondary");
  }
}

static void
on_bind_headline (GtkSignalListItemFactory *factory, GtkListItem *list_item, SynArticleTable *self)
{
  SynArticleItem *item = gtk_list_item_get_item (list_item);

  set_cell (list_item, syn_article_item_get_headline (item), "");
}

static void
on_bind_outlet (GtkSignalListItemFactory *factory, GtkListItem *list_item, SynArticleTable *self)
{
  SynArticleItem *item = gtk_list_item_get_item (list_item);

  set_cell (list_item, syn_article_item_get_outlet (item), _ ("not stated"));
}

static void
on_bind_published (GtkSignalListItemFactory *factory, GtkListItem *list_item, SynArticleTable *self)
{
  SynArticle *article = syn_article_item_get_article (gtk_list_item_get_item (list_item));
  g_autofree char *date = syn_format_date (syn_article_get_published (article));

  set_cell (list_item, date, _ ("not stated"));
}

static void
on_bind_language (GtkSignalListItemFactory *factory, GtkListItem *list_item, SynArticleTable *self)
{
  SynArticle *article = syn_article_item_get_article (gtk_list_item_get_item (list_item));
  g_autofree char *language = syn_format_language (syn_article_get_language (article));

  set_cell (list_item, language, _ ("not known"));
}

static void
on_bind_story (GtkSignalListItemFactory *factory, GtkListItem *list_item, SynArticleTable *self)
{
  SynStory *story = syn_article_item_get_story (gtk_list_item_get_item (list_item));
  gboolean is_alone = g_list_model_get_n_items (syn_story_get_articles (story)) < 2;

  set_cell (list_item, is_alone ? NULL : syn_story_get_title (story), _ ("no story yet"));
}

static void
on_activate (GtkColumnView *table, guint position, SynArticleTable *self)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (GVariant) choice = syn_choice_from_item (item);

  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.read", choice);
}

/* ---- sorting ---- */

static void
set_sorter (GtkColumnViewColumn *column, const char *property)
{
  GtkExpression *text = gtk_property_expression_new (SYN_TYPE_ARTICLE_ITEM, NULL, property);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_string_sorter_new (text));

  gtk_column_view_column_set_sorter (column, sorter);
}

static gboolean
scroll_to_top (gpointer user_data)
{
  SynArticleTable *self = user_data;

  self->scroll_source = 0;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->table)), 0.0);

  return G_SOURCE_REMOVE;
}

/* A new order is read from its top: GTK would keep the row in view that was there before. Once it is sorted
 * and laid out, not before: rows without a place cannot be scrolled to. */
static void
on_sorted (SynArticleTable *self)
{
  if (self->is_order_new && self->scroll_source == 0 && gtk_sort_list_model_get_pending (self->sorted) == 0) {
    self->is_order_new = FALSE;
    self->scroll_source = g_idle_add_full (G_PRIORITY_LOW, scroll_to_top, self, NULL);
  }
}

static void
on_order_changed (SynArticleTable *self)
{
  /* The columns report their going, too. */
  if (self->content != NULL) {
    syn_article_table_scroll_to_top (self);
  }
}

static void
set_is_narrow (SynArticleTable *self, gboolean is_narrow)
{
  if (self->is_narrow == is_narrow) {
    return;
  }

  self->is_narrow = is_narrow;
  gtk_column_view_column_set_visible (self->published, !is_narrow);
  gtk_column_view_column_set_visible (self->language, !is_narrow);
  gtk_column_view_column_set_visible (self->story, !is_narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_NARROW]);
}

/* ---- object ---- */

static void
syn_article_table_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  switch (property) {
  case PROP_IS_NARROW:
    g_value_set_boolean (value, SYN_ARTICLE_TABLE (object)->is_narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    break;
  }
}

static void
syn_article_table_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  switch (property) {
  case PROP_IS_NARROW:
    set_is_narrow (SYN_ARTICLE_TABLE (object), g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    break;
  }
}

static void
syn_article_table_dispose (GObject *object)
{
  SynArticleTable *self = SYN_ARTICLE_TABLE (object);

  self->is_order_new = FALSE;
  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);

  G_OBJECT_CLASS (syn_article_table_parent_class)->dispose (object);
}

static void
syn_article_table_class_init (SynArticleTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = syn_article_table_get_property;
  object_class->set_property = syn_article_table_set_property;
  object_class->dispose = syn_article_table_dispose;

  properties[PROP_IS_NARROW] = g_param_spec_boolean (
      "is-narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/syn-article-table.ui");
  gtk_widget_class_bind_template_child (widget_class, SynArticleTable, content);
  gtk_widget_class_bind_template_child (widget_class, SynArticleTable, table);
  gtk_widget_class_bind_template_child (widget_class, SynArticleTable, headline);
  gtk_widget_class_bind_template_child (widget_class, SynArticleTable, outlet);
  gtk_widget_class_bind_template_child (widget_class, SynArticleTable, published);
  gtk_widget_class_bind_template_child (widget_class, SynArticleTable, language);
  gtk_widget_class_bind_template_child (widget_class, SynArticleTable, story);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_headline);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_outlet);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_published);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_language);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_story);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
syn_article_table_init (SynArticleTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  set_sorter (self->headline, "headline");
  set_sorter (self->outlet, "outlet");
  set_sorter (self->published, "published");
  set_sorter (self->language, "language");
  set_sorter (self->story, "story");

  /* Sorted in steps between frames: a library of thousands never holds up the window. */
  self->sorted = gtk_sort_list_model_new (NULL, g_object_ref (gtk_column_view_get_sorter (self->table)));
  gtk_sort_list_model_set_incremental (self->sorted, TRUE);
  g_signal_connect_object (self->sorted, "notify::pending", G_CALLBACK (on_sorted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (on_order_changed),
                           self, G_CONNECT_SWAPPED);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->sorted)));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  gtk_column_view_sort_by_column (self->table, self->published, GTK_SORT_DESCENDING);
}

void
syn_article_table_set_model (SynArticleTable *self, GListModel *model)
{
  gtk_sort_list_model_set_model (self->sorted, model);
}

void
syn_article_table_scroll_to_top (SynArticleTable *self)
{
  self->is_order_new = TRUE;
  on_sorted (self);
}

GtkSelectionModel *
syn_article_table_get_selection (SynArticleTable *self)
{
  return GTK_SELECTION_MODEL (self->selection);
}
