/* Protects: what a reader does on the Read page, by keyboard and over the accessibility bus alone: the
 * articles of a story side by side with their text, facts by name, from fact to fact, the caret in the
 * passage, panes closed and brought back, the inspector, and the way back to the library. */
#include "syn-gui.h"

static SynGui *
start (void)
{
  g_autofree char *story = g_build_filename (g_getenv ("SYN_CORPUS"), "rednote", NULL);
  const char *arguments[] = { story, NULL };
  SynGui *gui = syn_gui_start (arguments);

  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_TEXT, "Article A, *facts"));

  return gui;
}

static void
test_panes (void)
{
  SynGui *gui = start ();
  g_autoptr (AtspiAccessible) text = syn_gui_find (gui, ATSPI_ROLE_TEXT, "Article B, *facts");
  g_autofree char *words = syn_gui_get_text (text);

  g_assert_cmpuint (strlen (words), >, 500);
  syn_gui_wait_count (gui, ATSPI_ROLE_TEXT, "Article ?, *", 5);
  g_free (syn_gui_screenshot (gui, "read"));

  g_assert_true (syn_gui_stop (gui));
}

/* No click and no Tab is needed before the keys work, and they go on working when a button they moved from
 * turns grey. */
static void
test_keys_at_once (void)
{
  SynGui *gui = start ();

  syn_gui_key (gui, "<Alt>Down");
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_LABEL, "1 of *"));
  syn_gui_key (gui, "<Alt>Down");
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_LABEL, "2 of *"));
  syn_gui_key (gui, "<Alt>Up");
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_LABEL, "1 of *"));

  g_assert_true (syn_gui_stop (gui));
}

/* The row's own words tell the whole: number, title, who states it. */
static void
test_facts (void)
{
  SynGui *gui = start ();

  syn_gui_key (gui, "F9");
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_LIST_ITEM, "Fact 1 of *in *"));
  syn_gui_key (gui, "<Alt>Down");
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_LABEL, "1 of *"));
  syn_gui_key (gui, "<Alt>Down");
  syn_gui_key (gui, "<Alt>Down");
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_LABEL, "3 of *"));
  syn_gui_key (gui, "<Alt>Up");
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_LABEL, "2 of *"));
  g_free (syn_gui_screenshot (gui, "read-inspector"));

  g_assert_true (syn_gui_stop (gui));
}

/* Reading goes on from the passage: the caret is in it, and the text says how it is marked. */
static void
test_caret (void)
{
  SynGui *gui = start ();
  g_autoptr (AtspiAccessible) pane = NULL;
  g_autoptr (AtspiText) text = NULL;
  g_autoptr (GHashTable) attributes = NULL;
  int caret = 0;
  int start_offset, end_offset;

  syn_gui_key (gui, "<Alt>2");
  pane = syn_gui_find (gui, ATSPI_ROLE_TEXT, "Article B, *");
  text = atspi_accessible_get_text_iface (pane);
  /* Until one that stands in the text, not in the headline alone. */
  for (guint i = 0; i < 20 && caret <= 0; i++) {
    syn_gui_key (gui, "<Alt>Down");
    g_usleep (G_USEC_PER_SEC / 10);
    caret = atspi_text_get_caret_offset (text, NULL);
  }
  g_assert_cmpint (caret, >, 0);
  attributes = atspi_text_get_text_attributes (text, caret, &start_offset, &end_offset, NULL);
  g_assert_nonnull (g_hash_table_lookup (attributes, "underline"));
  g_assert_cmpint (start_offset, <=, caret);

  g_assert_true (syn_gui_stop (gui));
}

static void
test_close_pane (void)
{
  SynGui *gui = start ();

  syn_gui_key (gui, "<Alt>2");
  syn_gui_key (gui, "<Control><Shift>w");
  syn_gui_wait_count (gui, ATSPI_ROLE_TEXT, "Article ?, *", 4);
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_LABEL, "4 of 5 articles"));
  /* Letters go by the panes' order: there is no gap. */
  syn_gui_wait_count (gui, ATSPI_ROLE_TEXT, "Article B, *", 1);
  syn_gui_wait_count (gui, ATSPI_ROLE_TEXT, "Article E, *", 0);

  g_assert_true (syn_gui_stop (gui));
}

/* A pane that moves takes the letter of its new place. */
static void
test_move_pane (void)
{
  SynGui *gui = start ();
  g_autoptr (AtspiAccessible) text = syn_gui_find (gui, ATSPI_ROLE_TEXT, "Article A, *");
  g_autofree char *name = syn_gui_get_name (text);
  const char *outlet = strchr (name, ',');
  g_autofree char *moved = g_strconcat ("Article B", outlet, NULL);

  syn_gui_key (gui, "<Alt>1");
  syn_gui_key (gui, "<Control><Shift>Right");
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_TEXT, moved));

  g_assert_true (syn_gui_stop (gui));
}

static int
get_width (SynGui *gui, const char *name)
{
  g_autoptr (AtspiAccessible) text = syn_gui_find (gui, ATSPI_ROLE_TEXT, name);
  int x, y, width, height;

  syn_gui_get_place (text, &x, &y, &width, &height);

  return width;
}

/* A divider follows the pointer; the pane's menu does the same for the keyboard. */
static void
test_divider (void)
{
  SynGui *gui = start ();
  g_autoptr (AtspiAccessible) second = NULL;
  int before, dragged, x, y, width, height;

  syn_gui_key (gui, "<Alt>3");
  syn_gui_key (gui, "<Control><Shift>w");
  syn_gui_key (gui, "<Control><Shift>w");
  syn_gui_wait_count (gui, ATSPI_ROLE_TEXT, "Article ?, *", 3);
  before = get_width (gui, "Article A, *");

  second = syn_gui_find (gui, ATSPI_ROLE_TEXT, "Article B, *");
  syn_gui_get_place (second, &x, &y, &width, &height);
  syn_gui_drag (gui, x - 24, y + height / 2, x - 24 + 60, y + height / 2);
  dragged = get_width (gui, "Article A, *");
  g_assert_cmpint (dragged, >, before + 40);

  syn_gui_press (gui, ATSPI_ROLE_PUSH_BUTTON, "Pane menu");
  syn_gui_press (gui, ATSPI_ROLE_MENU_ITEM, "Equal Widths");
  g_usleep (G_USEC_PER_SEC / 2);
  g_assert_cmpint (get_width (gui, "Article A, *"), ==, before);

  g_assert_true (syn_gui_stop (gui));
}

static int
get_text_size (AtspiText *text)
{
  g_autoptr (GHashTable) attributes = atspi_text_get_default_attributes (text, NULL);
  const char *size = g_hash_table_lookup (attributes, "size");

  g_assert_nonnull (size);

  return atoi (size);
}

/* A style is applied with the next frame. */
static void
wait_for_text_size (AtspiText *text, int size)
{
  for (guint i = 0; i < 50 && get_text_size (text) != size; i++) {
    g_usleep (G_USEC_PER_SEC / 20);
  }
  g_assert_cmpint (get_text_size (text), ==, size);
}

/* One size for all texts, larger and smaller by keys, and back. */
static void
test_text_size (void)
{
  SynGui *gui = start ();
  g_autoptr (AtspiAccessible) pane = syn_gui_find (gui, ATSPI_ROLE_TEXT, "Article B, *");
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (pane);
  int normal = get_text_size (text);

  syn_gui_key (gui, "<Control>minus");
  wait_for_text_size (text, normal - 1);
  syn_gui_key (gui, "<Control>0");
  wait_for_text_size (text, normal);
  for (guint i = 0; i < 20; i++) {
    syn_gui_key (gui, "<Control>plus");
  }
  wait_for_text_size (text, 26); /* 20 pt */
  g_free (syn_gui_screenshot (gui, "read-large"));

  g_assert_true (syn_gui_stop (gui));
}

/* Every mark can say why it is there: by the key, and closed with Escape. */
static void
test_why (void)
{
  SynGui *gui = start ();

  syn_gui_key (gui, "<Alt>Down");
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_LABEL, "1 of *"));
  syn_gui_key (gui, "<Alt>Return");
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_LABEL, "Shown, since *"));
  g_free (syn_gui_screenshot (gui, "read-why"));
  syn_gui_key (gui, "Escape");
  syn_gui_wait_count (gui, ATSPI_ROLE_LABEL, "Shown, since *", 0);
  /* The fact is still selected: Escape was the popover's. */
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_LABEL, "1 of *"));

  g_assert_true (syn_gui_stop (gui));
}

/* Every tab of the inspector lists its findings, each with a way to its passage. */
static void
test_tabs (void)
{
  static const char *const tabs[] = { "Figures, *", "Quotes, *", "Labels, *", "Wording, *", "Frames" };
  SynGui *gui = start ();

  syn_gui_key (gui, "F9");
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++) {
    syn_gui_press (gui, ATSPI_ROLE_INVALID, tabs[i]);
    g_object_unref (syn_gui_find (gui, ATSPI_ROLE_PUSH_BUTTON, "?, *"));
  }
  g_free (syn_gui_screenshot (gui, "read-frames"));

  g_assert_true (syn_gui_stop (gui));
}

/* Spoken once, without the underscore of a mnemonic; and no control is nameless. */
static void
test_names (void)
{
  SynGui *gui = start ();

  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_PUSH_BUTTON, "*, 5 of 5 articles"));
  syn_gui_key (gui, "F9");
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_INVALID, "Keep Aligned"));
  g_assert_cmpuint (syn_gui_count (gui, ATSPI_ROLE_INVALID, "*_*"), ==, 0);
  g_assert_cmpuint (syn_gui_count (gui, ATSPI_ROLE_PUSH_BUTTON, "Gtk*"), ==, 0);

  g_assert_true (syn_gui_stop (gui));
}

static void
test_back (void)
{
  SynGui *gui = start ();

  syn_gui_press (gui, ATSPI_ROLE_PUSH_BUTTON, "Back to the library");
  g_object_unref (syn_gui_find (gui, ATSPI_ROLE_LIST_ITEM, "*TikTok*"));

  g_assert_true (syn_gui_stop (gui));
}

int
main (int argc, char *argv[])
{
  syn_gui_init (&argc, &argv);
  g_test_add_func ("/gui/read/panes", test_panes);
  g_test_add_func ("/gui/read/keys-at-once", test_keys_at_once);
  g_test_add_func ("/gui/read/facts", test_facts);
  g_test_add_func ("/gui/read/caret", test_caret);
  g_test_add_func ("/gui/read/close-pane", test_close_pane);
  g_test_add_func ("/gui/read/move-pane", test_move_pane);
  g_test_add_func ("/gui/read/divider", test_divider);
  g_test_add_func ("/gui/read/text-size", test_text_size);
  g_test_add_func ("/gui/read/why", test_why);
  g_test_add_func ("/gui/read/tabs", test_tabs);
  g_test_add_func ("/gui/read/names", test_names);
  g_test_add_func ("/gui/read/back", test_back);

  return g_test_run ();
}
