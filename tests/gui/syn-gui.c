#include "syn-gui.h"

#include <cairo-xlib.h>
#include <glib/gstdio.h>
#include <gdk/x11/gdkx.h>
#include <gtk/gtk.h>
#include <string.h>

#define PATIENCE_S  10 /* how long something may take to appear; far above what it takes, for busy machines */
#define POLL_MS     30
#define QUIT_SECONDS 30 /* how long the program may take to end */
#define DEPTH_LIMIT 60

struct _SynGui {
  GSubprocess *process;
  AtspiAccessible *root;
};

/* ---- looking ---- */

static AtspiAccessible *
find_application (const char *name)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  int n = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (desktop, i, NULL);
    g_autofree char *child_name = child != NULL ? atspi_accessible_get_name (child, NULL) : NULL;

    if (child_name != NULL && g_str_has_suffix (child_name, name))
      return g_steal_pointer (&child);
  }

  return NULL;
}

char *
syn_gui_get_name (AtspiAccessible *accessible)
{
  char *name = atspi_accessible_get_name (accessible, NULL);

  return name != NULL ? name : g_strdup ("");
}

gboolean
syn_gui_has_state (AtspiAccessible *accessible, AtspiStateType state)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (accessible);

  return states != NULL && atspi_state_set_contains (states, state);
}

/* GTK 4.8 calls the hidden pages of a stack visible, but gives a page no room before it was shown once. */
static gboolean
is_shown (AtspiAccessible *accessible)
{
  g_autoptr (AtspiComponent) component = NULL;
  g_autofree AtspiPoint *size = NULL;

  if (!syn_gui_has_state (accessible, ATSPI_STATE_VISIBLE))
    return FALSE;

  component = atspi_accessible_get_component_iface (accessible);
  size = component != NULL ? atspi_component_get_size (component, NULL) : NULL;

  return size == NULL || (size->x > 0 && size->y > 0);
}

static gboolean
matches (AtspiAccessible *accessible, AtspiRole role, const char *pattern)
{
  g_autofree char *name = NULL;

  if (role != ATSPI_ROLE_INVALID && atspi_accessible_get_role (accessible, NULL) != role)
    return FALSE;
  if (pattern == NULL)
    return TRUE;

  name = syn_gui_get_name (accessible);

  return g_pattern_match_simple (pattern, name);
}

/* Collects, in reading order, up to `limit` that match below `from`; what is hidden hides what is below it. */
static void
collect (AtspiAccessible *from, AtspiRole role, const char *pattern, guint limit, guint depth, GPtrArray *found)
{
  int n = atspi_accessible_get_child_count (from, NULL);

  for (int i = 0; i < n && found->len < limit && depth < DEPTH_LIMIT; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (from, i, NULL);

    if (child == NULL || !is_shown (child))
      continue;
    if (matches (child, role, pattern))
      g_ptr_array_add (found, g_object_ref (child));
    if (found->len < limit)
      collect (child, role, pattern, limit, depth + 1, found);
  }
}

static GPtrArray *
find_all (SynGui *self, AtspiRole role, const char *name, guint limit)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  /* What the bus said a moment ago may have changed: ask the program itself. */
  atspi_accessible_clear_cache (self->root);
  collect (self->root, role, name, limit, 0, found);

  return found;
}

static void
describe (AtspiAccessible *accessible, guint depth, GString *out)
{
  g_autofree char *role = atspi_accessible_get_role_name (accessible, NULL);
  g_autofree char *name = syn_gui_get_name (accessible);
  int n = atspi_accessible_get_child_count (accessible, NULL);

  g_string_append_printf (out, "# %*s%s \"%s\"\n", (int) depth * 2, "", role != NULL ? role : "?", name);
  for (int i = 0; i < n && depth < DEPTH_LIMIT; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);

    if (child != NULL && is_shown (child))
      describe (child, depth + 1, out);
  }
}

char *
syn_gui_describe (SynGui *self)
{
  GString *out = g_string_new (NULL);

  atspi_accessible_clear_cache (self->root);
  describe (self->root, 0, out);

  return g_string_free (out, FALSE);
}

AtspiAccessible *
syn_gui_look (SynGui *self, AtspiRole role, const char *name)
{
  g_autoptr (GPtrArray) found = find_all (self, role, name, 1);

  return found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;
}

static void
pause_a_moment (void)
{
  g_usleep (POLL_MS * 1000);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

G_GNUC_NORETURN static void
give_up (SynGui *self, const char *what, AtspiRole role, const char *name)
{
  g_autofree char *tree = syn_gui_describe (self);

  g_autofree char *picture = syn_gui_screenshot (self, "failure");

  g_print ("%s", tree);
  g_test_message ("picture: %s", picture);
  g_error ("%s: %s \"%s\"", what, role != ATSPI_ROLE_INVALID ? atspi_role_get_name (role) : "anything", name != NULL ? name : "*");
}

AtspiAccessible *
syn_gui_find (SynGui *self, AtspiRole role, const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  do {
    AtspiAccessible *found = syn_gui_look (self, role, name);

    if (found != NULL)
      return found;
    pause_a_moment ();
  } while (g_get_monotonic_time () < end);

  give_up (self, "not found", role, name);
}

guint
syn_gui_count (SynGui *self, AtspiRole role, const char *name)
{
  g_autoptr (GPtrArray) found = find_all (self, role, name, G_MAXUINT);

  return found->len;
}

void
syn_gui_wait_count (SynGui *self, AtspiRole role, const char *name, guint n)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;
  guint seen;

  while ((seen = syn_gui_count (self, role, name)) != n) {
    if (g_get_monotonic_time () > end) {
      g_test_message ("%u instead of %u", seen, n);
      give_up (self, "not as many as expected", role, name);
    }
    pause_a_moment ();
  }
}

/* ---- doing ---- */

void
syn_gui_press (SynGui *self, AtspiRole role, const char *name)
{
  g_autoptr (AtspiAccessible) first = syn_gui_find (self, role, name);
  g_autoptr (GPtrArray) found = find_all (self, role, name, G_MAXUINT);

  /* A menu button stands twice on the bus, and the inner one acts. */
  for (guint i = 0; i < found->len; i++) {
    g_autoptr (AtspiAction) action = atspi_accessible_get_action_iface (g_ptr_array_index (found, i));

    if (action != NULL && atspi_action_do_action (action, 0, NULL)) {
      pause_a_moment ();
      return;
    }
  }

  give_up (self, "cannot be pressed", role, name);
}

static void
send_key (guint keyval, AtspiKeySynthType type)
{
  g_autoptr (GError) error = NULL;

  if (!atspi_generate_keyboard_event (keyval, NULL, type, &error))
    g_error ("key %u: %s", keyval, error != NULL ? error->message : "refused");
}

/* There is no window manager to give the keyboard to the topmost window. */
static void
focus_topmost_window (void)
{
  Display *display = gdk_x11_display_get_xdisplay (gdk_display_get_default ());
  Window root, parent, *children = NULL;
  guint n = 0;

  XQueryTree (display, DefaultRootWindow (display), &root, &parent, &children, &n);
  while (n-- > 0) {
    XWindowAttributes attributes;

    if (XGetWindowAttributes (display, children[n], &attributes) && attributes.map_state == IsViewable &&
        !attributes.override_redirect && attributes.class == InputOutput) {
      XSetInputFocus (display, children[n], RevertToParent, CurrentTime);
      break;
    }
  }
  XFree (children);
  XSync (display, False);
}

static void
send_modifiers (GdkModifierType modifiers, gboolean is_down)
{
  const struct {
    GdkModifierType mask;
    guint keyval;
  } keys[] = { { GDK_CONTROL_MASK, GDK_KEY_Control_L }, { GDK_SHIFT_MASK, GDK_KEY_Shift_L }, { GDK_ALT_MASK, GDK_KEY_Alt_L } };
  GdkDisplay *display = gdk_display_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autofree GdkKeymapKey *codes = NULL;
    int n = 0;

    if (!(modifiers & keys[i].mask) || !gdk_display_map_keyval (display, keys[i].keyval, &codes, &n) || n == 0)
      continue;
    send_key (codes[0].keycode, is_down ? ATSPI_KEY_PRESS : ATSPI_KEY_RELEASE);
  }
}

void
syn_gui_key (SynGui *self, const char *accelerator)
{
  guint keyval;
  GdkModifierType modifiers;

  if (!gtk_accelerator_parse (accelerator, &keyval, &modifiers))
    g_error ("no such key: %s", accelerator);

  focus_topmost_window ();
  send_modifiers (modifiers, TRUE);
  send_key (keyval, ATSPI_KEY_SYM);
  send_modifiers (modifiers, FALSE);
  pause_a_moment ();
}

void
syn_gui_type (SynGui *self, const char *text)
{
  focus_topmost_window ();
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    send_key (gdk_unicode_to_keyval (g_utf8_get_char (p)), ATSPI_KEY_SYM);
  pause_a_moment ();
}

static void
send_pointer (int x, int y, const char *what)
{
  g_autoptr (GError) error = NULL;

  if (!atspi_generate_mouse_event (x, y, what, &error))
    g_error ("pointer: %s", error != NULL ? error->message : "refused");
  pause_a_moment ();
}

void
syn_gui_drag (SynGui *self, int from_x, int from_y, int to_x, int to_y)
{
  const int steps = 6;

  send_pointer (from_x, from_y, "abs");
  send_pointer (from_x, from_y, "b1p");
  for (int i = 1; i <= steps; i++)
    send_pointer (from_x + (to_x - from_x) * i / steps, from_y + (to_y - from_y) * i / steps, "abs");
  send_pointer (to_x, to_y, "b1r");
}

void
syn_gui_get_place (AtspiAccessible *accessible, int *x, int *y, int *width, int *height)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (accessible);
  g_autofree AtspiRect *place = NULL;

  g_assert_nonnull (component);
  place = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);
  g_assert_nonnull (place);
  *x = place->x;
  *y = place->y;
  *width = place->width;
  *height = place->height;
}

void
syn_gui_click (SynGui *self, AtspiRole role, const char *name)
{
  g_autoptr (AtspiAccessible) accessible = syn_gui_find (self, role, name);
  int x, y, width, height;

  syn_gui_get_place (accessible, &x, &y, &width, &height);
  send_pointer (x + width / 2, y + height / 2, "b1c");
}

char *
syn_gui_get_text (AtspiAccessible *accessible)
{
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (accessible);

  g_assert_nonnull (text);

  return atspi_text_get_text (text, 0, atspi_text_get_character_count (text, NULL), NULL);
}

char *
syn_gui_screenshot (SynGui *self, const char *name)
{
  Display *display = gdk_x11_display_get_xdisplay (gdk_display_get_default ());
  Screen *screen = DefaultScreenOfDisplay (display);
  const char *folder = g_getenv ("SYN_SCREENSHOTS");
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  char *path = g_build_filename (folder != NULL ? folder : g_get_tmp_dir (), file, NULL);
  cairo_surface_t *surface =
      cairo_xlib_surface_create (display, RootWindowOfScreen (screen), DefaultVisualOfScreen (screen),
                                 WidthOfScreen (screen), HeightOfScreen (screen));
  cairo_status_t status = cairo_surface_write_to_png (surface, path);

  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    g_error ("screenshot: %s", cairo_status_to_string (status));

  return path;
}

/* ---- starting and stopping ---- */

void
syn_gui_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  /* The bus warns of programs that come and go while it asks them. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);
  gtk_init ();
  atspi_init ();
}

AtspiAccessible *
syn_gui_get_root (SynGui *self)
{
  return self->root;
}

SynGui *
syn_gui_start (const char *const *arguments)
{
  g_autoptr (GStrvBuilder) command = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  const char *reports = g_getenv ("SYN_REPORTS");
  g_autofree char *options = g_strdup_printf ("detect_leaks=1:log_path=%s", reports);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  SynGui *self = g_new0 (SynGui, 1);
  gint64 end = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  g_strv_builder_add (command, g_getenv ("SYN_PROGRAM"));
  for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++)
    g_strv_builder_add (command, arguments[i]);
  argv = g_strv_builder_end (command);

  if (reports != NULL)
    g_subprocess_launcher_setenv (launcher, "ASAN_OPTIONS", options, TRUE);
  self->process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);

  while (self->root == NULL) {
    if (g_get_monotonic_time () > end)
      g_error ("the window is not on the accessibility bus");
    pause_a_moment ();
    self->root = find_application ("synoptic");
  }

  return self;
}

/* GLib keeps its first 2,048 quarks in a block that it leaves behind when a program has more of them (g_quark_new() says
 * so), which this one has by the number of its types: the one leak that is none. Its stack is that of a library's
 * constructor, which tests/leaks.supp has no name for. Anything else that a sanitizer reported is printed. */
static gboolean
has_only_quarks_leaked (const char *process)
{
  const char *reports = g_getenv ("SYN_REPORTS");
  g_autofree char *path = g_strdup_printf ("%s.%s", reports != NULL ? reports : "", process);
  g_autofree char *report = NULL;
  gboolean is_known;

  if (!g_file_get_contents (path, &report, NULL, NULL))
    return FALSE;

  g_unlink (path);
  is_known = strstr (report, "SUMMARY: AddressSanitizer: 16384 byte(s) leaked in 1 allocation(s).") != NULL;
  if (!is_known)
    g_printerr ("%s\n", report);

  return is_known;
}

static void
note_exit (GObject *process, GAsyncResult *result, gpointer has_ended)
{
  *(gboolean *) has_ended = g_subprocess_wait_finish (G_SUBPROCESS (process), result, NULL);
}

static gboolean
quit_again (gpointer data)
{
  syn_gui_key (data, "<Control>q");

  return G_SOURCE_CONTINUE;
}

static gboolean
end_wait (gpointer is_over)
{
  *(gboolean *) is_over = TRUE;

  return G_SOURCE_CONTINUE;
}

/* Ctrl+Q, and again: a key that comes while no window has the focus reaches nobody. A program that stays is ended. */
static void
quit (SynGui *self)
{
  gboolean has_ended = FALSE, is_over = FALSE;
  guint again = g_timeout_add_seconds (2, quit_again, self);
  guint end = g_timeout_add_seconds (QUIT_SECONDS, end_wait, &is_over);

  syn_gui_key (self, "<Control>q");
  g_subprocess_wait_async (self->process, NULL, note_exit, &has_ended);
  while (!has_ended) {
    g_main_context_iteration (NULL, TRUE);
    if (is_over && !has_ended) {
      g_test_message ("the program did not quit within %d seconds", QUIT_SECONDS);
      g_subprocess_force_exit (self->process);
      is_over = FALSE;
    }
  }
  g_source_remove (again);
  g_source_remove (end);
}

gboolean
syn_gui_stop (SynGui *self)
{
  g_autofree char *process = g_strdup (g_subprocess_get_identifier (self->process));
  gboolean is_clean;

  quit (self);
  is_clean = g_subprocess_get_successful (self->process) || has_only_quarks_leaked (process);

  g_clear_object (&self->root);
  g_clear_object (&self->process);
  g_free (self);

  return is_clean;
}
