/* Protects: what a reader does on the library page, by keyboard and over the accessibility bus alone: the first start,
 * the sample stories, searching, opening a story, coming back. */
#include "syn-gui.h"

static const char *
get_corpus (void)
{
  return g_getenv ("SYN_CORPUS");
}

static void
test_first_start (void)
{
  SynGui *gui = syn_gui_start (NULL);
  g_autoptr (AtspiAccessible) title = syn_gui_find (gui, ATSPI_ROLE_INVALID, "No articles yet");

  syn_gui_press (gui, ATSPI_ROLE_PUSH_BUTTON, "*Open the Sample Stories*");
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_LIST_ITEM, "*28 March – 8 July 2021*"));
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_LIST_ITEM, "*17 April 2019 – *"));
  g_free (syn_gui_screenshot (gui, "library"));

  g_assert_true (syn_gui_stop (gui));
}

static void
test_search (void)
{
  const char *arguments[] = { get_corpus (), NULL };
  SynGui *gui = syn_gui_start (arguments);

  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_LIST_ITEM, "*28 March – 8 July 2021*"));
  syn_gui_key (gui, "<Control>f");
  syn_gui_type (gui, "salvors");
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_LIST_ITEM, "*counting on a spring tide*"));

  g_assert_true (syn_gui_stop (gui));
}

/* From an outlet to what the library has of it. */
static void
test_outlets (void)
{
  const char *arguments[] = { get_corpus (), NULL };
  SynGui *gui = syn_gui_start (arguments);
  g_autoptr (AtspiAccessible) entry = NULL;
  g_autofree char *query = NULL;

  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_LIST_ITEM, "*28 March – 8 July 2021*"));
  /* The first story is chosen from the start, and the button says so once. */
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_PUSH_BUTTON, "Compare 5"));
  syn_gui_click (gui, ATSPI_ROLE_LIST_ITEM, "Outlets");
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_LIST_ITEM, "Corran Press*"));
  g_free (syn_gui_screenshot (gui, "outlets"));
  syn_gui_click (gui, ATSPI_ROLE_LIST_ITEM, "Corran Press*");
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_TREE_TABLE, "Articles"));
  entry = syn_gui_find (gui, ATSPI_ROLE_ENTRY, "Search *");
  query = syn_gui_get_text (entry);
  g_assert_cmpstr (query, ==, "Corran Press");

  g_assert_true (syn_gui_stop (gui));
}

/* What cannot be taken in is told with its reason. */
static void
test_failure (void)
{
  const char *arguments[] = { "/dev/null", NULL };
  SynGui *gui = syn_gui_start (arguments);

  syn_gui_press (gui, ATSPI_ROLE_PUSH_BUTTON, "Details");
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_INVALID, "null is not an article*"));
  syn_gui_key (gui, "Escape");

  g_assert_true (syn_gui_stop (gui));
}

int
main (int argc, char *argv[])
{
  syn_gui_init (&argc, &argv);
  g_test_add_func ("/gui/library/first-start", test_first_start);
  g_test_add_func ("/gui/library/search", test_search);
  g_test_add_func ("/gui/library/outlets", test_outlets);
  g_test_add_func ("/gui/library/failure", test_failure);

  return g_test_run ();
}
