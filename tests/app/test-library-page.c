/* Protects: the library page shows the state that the library is in (stories, articles, hits, none), folds in
 * a narrow window, names its rows for a screen reader, and hands over exactly what was chosen. */
#include <adwaita.h>

#include "syn-app-fixture.h"
#include "syn-choice.h"
#include "syn-library-page.h"
#include "syn-story-list.h"
#include "syn-story-row.h"

typedef struct {
  SynAppFixture library;
  GtkWidget *window;
  SynLibraryPage *page;
  GVariant *read;    /* last parameter of "win.read" */
  GVariant *removed; /* of "win.remove" */
} Fixture;

/* ---- looking ---- */

/* The first below `widget` that is shown and of that type; NULL for none. */
static gpointer
find (GtkWidget *widget, GType type)
{
  if (!gtk_widget_get_mapped (widget)) {
    return NULL;
  }
  if (g_type_is_a (G_OBJECT_TYPE (widget), type)) {
    return widget;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    gpointer found = find (child, type);

    if (found != NULL) {
      return found;
    }
  }

  return NULL;
}

static const char *
get_content (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (find (GTK_WIDGET (fixture->page), GTK_TYPE_STACK));
}

typedef struct {
  Fixture *fixture;
  const char *content;
} Expected;

static gboolean
shows (gpointer data)
{
  Expected *expected = data;

  return g_strcmp0 (get_content (expected->fixture), expected->content) == 0;
}

static void
wait_content (Fixture *fixture, const char *content)
{
  syn_app_fixture_wait (shows, &(Expected){ fixture, content });
}

static void
search_for (Fixture *fixture, const char *query)
{
  gtk_editable_set_text (GTK_EDITABLE (find (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY)), query);
}

/* ---- fixture ---- */

static void
on_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GVariant **slot = user_data;

  g_clear_pointer (slot, g_variant_unref);
  *slot = g_variant_ref (parameter);
}

static void
add_action (GSimpleActionGroup *group, const char *name, const char *type, GVariant **slot)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, G_VARIANT_TYPE (type));

  g_signal_connect (action, "activate", G_CALLBACK (on_action), slot);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

static void
open_window (Fixture *fixture, int width, SynLibrary *library)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  fixture->window = adw_window_new ();
  fixture->page = g_object_new (SYN_TYPE_LIBRARY_PAGE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 800);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  add_action (actions, "read", SYN_CHOICE_TYPE, &fixture->read);
  add_action (actions, "remove", "ax", &fixture->removed);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  syn_library_page_set_library (fixture->page, library);
  gtk_window_present (GTK_WINDOW (fixture->window));
  syn_app_fixture_wait (is_mapped, fixture->page);
}

static void
set_up (Fixture *fixture, gconstpointer width)
{
  syn_app_fixture_set_up (&fixture->library, NULL);
  open_window (fixture, GPOINTER_TO_INT (width), fixture->library.library);
}

static void
tear_down (Fixture *fixture, gconstpointer width)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_pointer (&fixture->read, g_variant_unref);
  g_clear_pointer (&fixture->removed, g_variant_unref);
  syn_app_fixture_tear_down (&fixture->library, NULL);
}

/* ---- tests ---- */

static void
test_states (Fixture *fixture, gconstpointer width)
{
  wait_content (fixture, "stories");

  search_for (fixture, "dock workers");
  wait_content (fixture, "results");
  search_for (fixture, "zeppelin");
  wait_content (fixture, "no-hit");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "library.clear-search", NULL);
  wait_content (fixture, "stories");

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "library.show-articles", NULL);
  wait_content (fixture, "articles");
  search_for (fixture, "apple");
  wait_content (fixture, "articles");
  search_for (fixture, "");
}

static void
test_emptied (Fixture *fixture, gconstpointer width)
{
  GListModel *articles = syn_library_get_articles (fixture->library.library);
  guint n = g_list_model_get_n_items (articles);
  g_autofree gint64 *ids = g_new (gint64, n);

  for (guint i = 0; i < n; i++) {
    g_autoptr (SynArticleItem) item = g_list_model_get_item (articles, i);

    ids[i] = syn_article_item_get_id (item);
  }
  syn_library_take_out (fixture->library.library, ids, n);
  wait_content (fixture, "empty");
  syn_library_put_back (fixture->library.library);
  wait_content (fixture, "stories");
}

static void
test_choosing (Fixture *fixture, gconstpointer width)
{
  SynStoryList *list;
  GtkSelectionModel *selection;
  gsize n;

  wait_content (fixture, "stories");
  list = find (GTK_WIDGET (fixture->page), SYN_TYPE_STORY_LIST);
  selection = syn_story_list_get_selection (list);

  /* Newest first: the ferry, told by three. */
  gtk_selection_model_select_item (selection, 0, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "library.compare", NULL);
  g_assert_nonnull (fixture->read);
  g_assert_cmpuint (syn_choice_get_n_articles (fixture->read), ==, 3);

  gtk_selection_model_select_all (selection);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "library.compare", NULL);
  g_assert_cmpuint (syn_choice_get_n_articles (fixture->read), ==, 5);

  gtk_selection_model_select_item (selection, 1, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "library.remove", NULL);
  g_assert_nonnull (fixture->removed);
  n = g_variant_n_children (fixture->removed);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (gtk_bitset_is_empty (gtk_selection_model_get_selection (selection)));
}

static void
test_row_names (Fixture *fixture, gconstpointer width)
{
  g_autoptr (SynStoryItem) item = NULL;
  g_autofree char *name = NULL;

  wait_content (fixture, "stories");
  item = g_list_model_get_item (
      G_LIST_MODEL (syn_story_list_get_selection (find (GTK_WIDGET (fixture->page), SYN_TYPE_STORY_LIST))),
      0);
  name = syn_story_row_dup_name (item);
  g_assert_nonnull (g_strstr_len (name, -1, syn_story_get_title (syn_story_item_get_story (item))));
  g_assert_nonnull (g_strstr_len (name, -1, "13–15 January 2025 · 3 articles · English"));
}

static void
test_folding (Fixture *fixture, gconstpointer width)
{
  AdwFlap *flap = find (GTK_WIDGET (fixture->page), ADW_TYPE_FLAP);

  wait_content (fixture, "stories");
  g_assert_cmpint (adw_flap_get_folded (flap), ==, GPOINTER_TO_INT (width) < 768);
}

/* The least window of the grammar, with all that a selection brings; nothing may ask for more. */
static void
test_least_width (Fixture *fixture, gconstpointer width)
{
  int minimum;

  wait_content (fixture, "stories");
  gtk_selection_model_select_all (
      syn_story_list_get_selection (find (GTK_WIDGET (fixture->page), SYN_TYPE_STORY_LIST)));
  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", NULL); /* the desktop's own */

#define ADD(path, width, test) g_test_add (path, Fixture, GINT_TO_POINTER (width), set_up, test, tear_down)
  ADD ("/library-page/states", 1200, test_states);
  ADD ("/library-page/emptied", 1200, test_emptied);
  ADD ("/library-page/choosing", 1200, test_choosing);
  ADD ("/library-page/row-names", 1200, test_row_names);
  /* A display without a compositor draws a frame of some pixels within the width. */
  ADD ("/library-page/folding/wide", 792, test_folding);
  ADD ("/library-page/folding/narrow", 720, test_folding);
  ADD ("/library-page/least-width", 360, test_least_width);

  return g_test_run ();
}
