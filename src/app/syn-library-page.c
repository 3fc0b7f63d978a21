#include "config.h"

#include "syn-library-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "syn-article-table.h"
#include "syn-button-names.h"
#include "syn-choice.h"
#include "syn-format.h"
#include "syn-library-search.h"
#include "syn-natural-bin.h"
#include "syn-outlet-list.h"
#include "syn-story-item.h"
#include "syn-story-list.h"

/* Articles side by side at once: as many as the engine still counts a story's facts for; more is no reading
 * any more. */
#define MAX_COMPARED 24

struct _SynLibraryPage {
  GtkWidget parent_instance;

  /* template */
  GtkWidget *flap;
  GtkMenuButton *menu;
  GtkListBox *parts;
  GtkLabel *n_stories;
  GtkLabel *n_articles;
  GtkLabel *n_outlets;
  GtkLabel *footer;
  GtkWidget *sort;
  GtkEditable *search_entry;
  GtkWidget *compare;
  GtkWidget *compare_icon;
  GtkLabel *compare_label;
  GtkWidget *remove;
  GtkStack *content;
  SynStoryList *stories;
  SynStoryList *results;
  SynArticleTable *articles;
  SynOutletList *outlets;
  AdwStatusPage *no_hit;

  /* owned */
  SynLibrary *library;
  SynLibrarySearch *search;
  GtkSortListModel *sorted_stories;
  GtkFilter *told_by_several;

  /* state */
  SynStoryOrder story_order;
  gboolean is_awaiting;
};

G_DEFINE_FINAL_TYPE (SynLibraryPage, syn_library_page, GTK_TYPE_WIDGET)

enum { PROP_STORY_ORDER = 1, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

/* ---- what is shown ---- */

/* The sidebar's rows, in their order. */
typedef enum {
  PART_STORIES,
  PART_ARTICLES,
  PART_OUTLETS,
} Part;

static Part
get_part (SynLibraryPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->parts);

  return row != NULL ? (Part) gtk_list_box_row_get_index (row) : PART_STORIES;
}

static void
show_part (SynLibraryPage *self, Part part)
{
  gtk_list_box_select_row (self->parts, gtk_list_box_get_row_at_index (self->parts, part));
}

static gboolean
shows_stories (SynLibraryPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "stories") == 0;
}

static gboolean
is_searched (SynLibraryPage *self)
{
  return self->search != NULL && *syn_library_search_get_query (self->search) != '\0';
}

/* Of the list in view; NULL where none is. */
static GtkSelectionModel *
get_selection (SynLibraryPage *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->content);

  if (SYN_IS_STORY_LIST (child)) {
    return syn_story_list_get_selection (SYN_STORY_LIST (child));
  }
  if (SYN_IS_ARTICLE_TABLE (child)) {
    return syn_article_table_get_selection (SYN_ARTICLE_TABLE (child));
  }

  return NULL;
}

static const char *
choose_content (SynLibraryPage *self)
{
  GListModel *results;

  if (self->library == NULL || !syn_library_is_loaded (self->library)) {
    return "loading";
  }
  if (syn_library_get_n_articles (self->library) == 0) {
    return self->is_awaiting ? "loading" : "empty";
  }

  if (get_part (self) == PART_OUTLETS) {
    return !is_searched (self) || syn_outlet_list_get_shown (self->outlets) > 0 ? "outlets" : "no-hit";
  }

  results = get_part (self) == PART_ARTICLES ? syn_library_search_get_articles (self->search)
                                             : syn_library_search_get_results (self->search);
  if (is_searched (self) && g_list_model_get_n_items (results) == 0) {
    /* Nothing is said to be not there while it is still being looked for. */
    return syn_library_search_is_searching (self->search) ? gtk_stack_get_visible_child_name (self->content)
                                                          : "no-hit";
  }
  if (get_part (self) == PART_ARTICLES) {
    return "articles";
  }
  if (is_searched (self)) {
    return "results";
  }

  return g_list_model_get_n_items (G_LIST_MODEL (self->sorted_stories)) > 0 ? "stories" : "no-story";
}

static void
update_selection (SynLibraryPage *self)
{
  GtkSelectionModel *selection = NULL;
  g_autoptr (GVariant) choice = NULL;
  gsize n = 0;

  /* The lists are emptied when the page goes. */
  if (self->flap == NULL) {
    return;
  }

  selection = get_selection (self);
  choice = selection != NULL ? syn_choice_from_selection (selection) : NULL;
  if (choice != NULL) {
    n = syn_choice_get_n_articles (choice);
  }
  if (n > 0) {
    g_autofree char *label = n == 1 ? g_strdup (_ ("_Read")) : g_strdup_printf (_ ("_Compare %u"), (guint) n);

    g_autofree char *spoken = n == 1 ? g_strdup (_ ("Read")) : g_strdup_printf (_ ("Compare %u"), (guint) n);

    gtk_label_set_label (self->compare_label, label);
    syn_button_names_set (self->compare, spoken);
    if (n > MAX_COMPARED) {
      g_autofree char *bound = g_strdup_printf (_ ("At Most %d Articles Side by Side"), MAX_COMPARED);

      gtk_widget_set_tooltip_text (self->compare, bound);
    } else {
      gtk_widget_set_tooltip_text (self->compare, _ ("Read the Selected Articles Side by Side (Ctrl+Enter)"));
    }
  }
  /* In a narrow window what acts on a selection takes the place of what sorts. */
  gtk_widget_set_visible (self->sort,
                          shows_stories (self) && !(n > 0 && adw_flap_get_folded (ADW_FLAP (self->flap))));
  gtk_widget_set_visible (self->compare, n > 0);
  gtk_widget_set_visible (self->remove, n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.compare", n > 0 && n <= MAX_COMPARED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.remove", n > 0);
}

static void
update_content (SynLibraryPage *self)
{
  const char *name = choose_content (self);

  if (g_str_equal (name, "no-hit")) {
    g_autofree char *title =
        g_markup_printf_escaped (_ ("Nothing found for “%s”"), syn_library_search_get_query (self->search));

    adw_status_page_set_title (self->no_hit, title);
  }
  gtk_stack_set_visible_child_name (self->content, name);
  update_selection (self);
}

static void
update_footnote (SynLibraryPage *self, guint n_alone)
{
  const char *drop = _ ("Drop files or folders here to add more");

  if (n_alone > 0) {
    g_autofree char *alone = g_strdup_printf (
        ngettext ("%u article belongs to no story yet", "%u articles belong to no story yet", n_alone),
        n_alone);
    g_autofree char *text = g_strdup_printf ("%s · %s", alone, drop);

    syn_story_list_set_footnote (self->stories, text);
  } else {
    syn_story_list_set_footnote (self->stories, drop);
  }
}

static void
update_counts (SynLibraryPage *self)
{
  guint n_articles = syn_library_get_n_articles (self->library);
  guint n_stories = g_list_model_get_n_items (G_LIST_MODEL (self->sorted_stories));
  guint n_all = g_list_model_get_n_items (syn_library_get_stories (self->library));
  g_autofree char *articles = g_strdup_printf ("%u", n_articles);
  g_autofree char *stories = g_strdup_printf ("%u", n_stories);
  g_autofree char *outlets = NULL;
  g_autofree char *footer = g_strdup_printf (
      ngettext ("%u article in the library, on this computer. Nothing is sent or fetched.",
                "%u articles in the library, all on this computer. Nothing is sent or fetched.", n_articles),
      n_articles);

  gtk_label_set_label (self->n_articles, articles);
  gtk_label_set_label (self->n_stories, stories);
  syn_outlet_list_update (self->outlets, self->library, syn_library_search_get_query (self->search));
  outlets = g_strdup_printf ("%u", syn_outlet_list_get_n (self->outlets));
  gtk_label_set_label (self->n_outlets, outlets);
  gtk_label_set_label (self->footer, footer);
  gtk_widget_set_visible (GTK_WIDGET (self->footer), syn_library_is_loaded (self->library));
  update_footnote (self, n_all - n_stories);
  update_content (self);
}

/* ---- doing ---- */

static void
on_part_selected (GtkListBox *parts, GtkListBoxRow *row, SynLibraryPage *self)
{
  /* None is when the page goes. */
  if (row == NULL) {
    return;
  }

  update_content (self);
  if (adw_flap_get_folded (ADW_FLAP (self->flap))) {
    adw_flap_set_reveal_flap (ADW_FLAP (self->flap), FALSE);
  }
}

static void
on_search_changed (GtkSearchEntry *entry, SynLibraryPage *self)
{
  if (self->search != NULL) {
    syn_library_search_set_query (self->search, gtk_editable_get_text (GTK_EDITABLE (entry)));
    syn_story_list_scroll_to_top (self->results);
    syn_article_table_scroll_to_top (self->articles);
    syn_outlet_list_update (self->outlets, self->library, syn_library_search_get_query (self->search));
    update_content (self);
  }
}

static void
on_search_stopped (GtkSearchEntry *entry, SynLibraryPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
  syn_library_page_focus_content (self);
}

/* Leads to what the library has of it. */
static void
on_outlet_activated (SynOutletList *outlets, const char *outlet, SynLibraryPage *self)
{
  show_part (self, PART_ARTICLES);
  gtk_editable_set_text (self->search_entry, outlet);
}

/* Typing in a list searches. Not the entry's own key capture: that would take Delete and the arrow keys as
 * well. */
static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                SynLibraryPage *self)
{
  gboolean is_typing = (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0 &&
                       g_unichar_isgraph (gdk_keyval_to_unicode (keyval));

  if (!is_typing || !gtk_widget_is_visible (GTK_WIDGET (self->search_entry))) {
    return GDK_EVENT_PROPAGATE;
  }

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  return gtk_event_controller_key_forward (controller,
                                           GTK_WIDGET (gtk_editable_get_delegate (self->search_entry)));
}

static void
clear_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynLibraryPage *self = SYN_LIBRARY_PAGE (widget);

  gtk_editable_set_text (self->search_entry, "");
  syn_library_page_start_search (self);
}

static void
compare (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkSelectionModel *selection = get_selection (SYN_LIBRARY_PAGE (widget));
  g_autoptr (GVariant) choice = selection != NULL ? syn_choice_from_selection (selection) : NULL;

  if (choice != NULL) {
    gtk_widget_activate_action_variant (widget, "win.read", choice);
  }
}

static void
remove_selected (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkSelectionModel *selection = get_selection (SYN_LIBRARY_PAGE (widget));
  g_autoptr (GVariant) choice = selection != NULL ? syn_choice_from_selection (selection) : NULL;

  if (choice != NULL) {
    g_autoptr (GVariant) ids = g_variant_get_child_value (choice, 1);

    gtk_selection_model_unselect_all (selection);
    gtk_widget_activate_action_variant (widget, "win.remove", ids);
  }
}

static void
show_articles (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynLibraryPage *self = SYN_LIBRARY_PAGE (widget);

  show_part (self, PART_ARTICLES);
}

/* ---- object ---- */

/* Says the order where there is room for words. */
static void
update_sort_button (SynLibraryPage *self)
{
  g_autofree char *name = g_strdup_printf (_ ("Sorted: %s"), syn_story_order_get_label (self->story_order));

  if (adw_flap_get_folded (ADW_FLAP (self->flap))) {
    gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->sort), "view-sort-descending-symbolic");
  } else {
    gtk_menu_button_set_label (GTK_MENU_BUTTON (self->sort), syn_story_order_get_label (self->story_order));
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sort), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_folded (AdwFlap *flap, GParamSpec *pspec, SynLibraryPage *self)
{
  gtk_widget_set_visible (self->compare_icon, !adw_flap_get_folded (flap));
  update_sort_button (self);
  update_selection (self);
}

static void
apply_story_order (SynLibraryPage *self)
{
  if (self->sorted_stories != NULL) {
    g_autoptr (GtkSorter) sorter = syn_story_order_new_sorter (self->story_order);

    gtk_sort_list_model_set_sorter (self->sorted_stories, sorter);
  }
  update_sort_button (self);
}

static void
syn_library_page_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  switch (property) {
  case PROP_STORY_ORDER:
    g_value_set_enum (value, SYN_LIBRARY_PAGE (object)->story_order);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    break;
  }
}

static void
syn_library_page_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  SynLibraryPage *self = SYN_LIBRARY_PAGE (object);

  switch (property) {
  case PROP_STORY_ORDER:
    if (self->story_order != (SynStoryOrder) g_value_get_enum (value)) {
      self->story_order = g_value_get_enum (value);
      apply_story_order (self);
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    break;
  }
}

static void
syn_library_page_dispose (GObject *object)
{
  SynLibraryPage *self = SYN_LIBRARY_PAGE (object);

  g_clear_pointer (&self->flap, gtk_widget_unparent);
  g_clear_object (&self->sorted_stories);
  g_clear_object (&self->told_by_several);
  g_clear_object (&self->search);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syn_library_page_parent_class)->dispose (object);
}

static void
syn_library_page_class_init (SynLibraryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = syn_library_page_get_property;
  object_class->set_property = syn_library_page_set_property;
  object_class->dispose = syn_library_page_dispose;

  properties[PROP_STORY_ORDER] =
      g_param_spec_enum ("story-order", NULL, NULL, SYN_TYPE_STORY_ORDER, SYN_STORY_ORDER_NEWEST,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_install_action (widget_class, "library.compare", NULL, compare);
  gtk_widget_class_install_action (widget_class, "library.remove", NULL, remove_selected);
  gtk_widget_class_install_action (widget_class, "library.clear-search", NULL, clear_search);
  gtk_widget_class_install_action (widget_class, "library.show-articles", NULL, show_articles);
  gtk_widget_class_install_property_action (widget_class, "library.story-order", "story-order");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "library.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "library.compare",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "library.compare",
                                       NULL);

  g_type_ensure (SYN_TYPE_ARTICLE_TABLE);
  g_type_ensure (SYN_TYPE_NATURAL_BIN);
  g_type_ensure (SYN_TYPE_OUTLET_LIST);
  g_type_ensure (SYN_TYPE_STORY_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/syn-library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SynLibraryPage, flap);
  gtk_widget_class_bind_template_child (widget_class, SynLibraryPage, menu);
  gtk_widget_class_bind_template_child (widget_class, SynLibraryPage, parts);
  gtk_widget_class_bind_template_child (widget_class, SynLibraryPage, n_stories);
  gtk_widget_class_bind_template_child (widget_class, SynLibraryPage, n_articles);
  gtk_widget_class_bind_template_child (widget_class, SynLibraryPage, n_outlets);
  gtk_widget_class_bind_template_child (widget_class, SynLibraryPage, footer);
  gtk_widget_class_bind_template_child (widget_class, SynLibraryPage, sort);
  gtk_widget_class_bind_template_child (widget_class, SynLibraryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SynLibraryPage, compare);
  gtk_widget_class_bind_template_child (widget_class, SynLibraryPage, compare_icon);
  gtk_widget_class_bind_template_child (widget_class, SynLibraryPage, compare_label);
  gtk_widget_class_bind_template_child (widget_class, SynLibraryPage, remove);
  gtk_widget_class_bind_template_child (widget_class, SynLibraryPage, content);
  gtk_widget_class_bind_template_child (widget_class, SynLibraryPage, stories);
  gtk_widget_class_bind_template_child (widget_class, SynLibraryPage, results);
  gtk_widget_class_bind_template_child (widget_class, SynLibraryPage, articles);
  gtk_widget_class_bind_template_child (widget_class, SynLibraryPage, outlets);
  gtk_widget_class_bind_template_child (widget_class, SynLibraryPage, no_hit);
  gtk_widget_class_bind_template_callback (widget_class, on_folded);
  gtk_widget_class_bind_template_callback (widget_class, on_part_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_outlet_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
}

/* The application's; NULL in a test without one. */
static GMenuModel *
get_primary_menu (void)
{
  GApplication *application = g_application_get_default ();

  if (!GTK_IS_APPLICATION (application)) {
    return NULL;
  }

  return G_MENU_MODEL (gtk_application_get_menu_by_id (GTK_APPLICATION (application), "primary-menu"));
}

static void
watch_selection (SynLibraryPage *self, GtkSelectionModel *selection)
{
  g_signal_connect_object (selection, "selection-changed", G_CALLBACK (update_selection), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (update_selection), self,
                           G_CONNECT_SWAPPED);
}

static void
syn_library_page_init (SynLibraryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  syn_button_names_fix (GTK_WIDGET (self));

  gtk_menu_button_set_menu_model (self->menu, get_primary_menu ());
  apply_story_order (self);
  show_part (self, PART_STORIES);
  watch_selection (self, syn_story_list_get_selection (self->stories));
  watch_selection (self, syn_story_list_get_selection (self->results));
  watch_selection (self, syn_article_table_get_selection (self->articles));
  update_content (self);
}

static gboolean
is_told_by_several (gpointer item, gpointer user_data)
{
  return syn_story_item_get_n_articles (item) > 1;
}

/* Counts changed or articles came: filter and order may be others now. */
static void
refresh_stories (SynLibraryPage *self)
{
  gtk_filter_changed (self->told_by_several, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->sorted_stories), GTK_SORTER_CHANGE_DIFFERENT);
  update_counts (self);
}

void
syn_library_page_set_library (SynLibraryPage *self, SynLibrary *library)
{
  g_autoptr (GtkFilterListModel) told_by_several = NULL;

  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  self->search = syn_library_search_new (library);
  self->told_by_several = GTK_FILTER (gtk_custom_filter_new (is_told_by_several, NULL, NULL));
  told_by_several = gtk_filter_list_model_new (g_object_ref (syn_library_get_stories (library)),
                                               g_object_ref (self->told_by_several));
  self->sorted_stories = gtk_sort_list_model_new (G_LIST_MODEL (g_steal_pointer (&told_by_several)), NULL);
  apply_story_order (self);

  syn_story_list_set_model (self->stories, G_LIST_MODEL (self->sorted_stories));
  syn_story_list_set_model (self->results, syn_library_search_get_results (self->search));
  syn_article_table_set_model (self->articles, syn_library_search_get_articles (self->search));

  g_signal_connect_object (library, "notify", G_CALLBACK (refresh_stories), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "notify::is-searching", G_CALLBACK (update_content), self,
                           G_CONNECT_SWAPPED);
  update_counts (self);
}

/* The first story is chosen from the start: what Enter does is said by the button that does the same. */
void
syn_library_page_focus_content (SynLibraryPage *self)
{
  GtkSelectionModel *selection = shows_stories (self) ? get_selection (self) : NULL;
  g_autoptr (GtkBitset) selected = selection != NULL ? gtk_selection_model_get_selection (selection) : NULL;

  if (selected != NULL && gtk_bitset_is_empty (selected)) {
    gtk_selection_model_select_item (selection, 0, TRUE);
  }
  gtk_widget_child_focus (GTK_WIDGET (self->content), GTK_DIR_TAB_FORWARD);
}

void
syn_library_page_start_search (SynLibraryPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
syn_library_page_set_awaiting (SynLibraryPage *self, gboolean is_awaiting)
{
  self->is_awaiting = is_awaiting;
  update_content (self);
}
