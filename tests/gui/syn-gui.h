/* Drives the window as a screen reader and a keyboard do: starts the built program in the test's own display and buses,
 * finds what it shows by role and name on the accessibility bus, presses, types, waits. No widget is touched directly.
 * Every find waits for a bounded time; what does not appear fails the test and prints the tree that was there. */
#pragma once

#include <atspi/atspi.h>

G_BEGIN_DECLS

typedef struct _SynGui SynGui;

/* In place of g_test_init(). */
void              syn_gui_init           (int *argc, char ***argv);

/* Starts `synoptic ARGUMENTS`, on a library of its own under the test's home; `arguments` NULL-terminated, nullable.
 * Waits until its window is on the bus. */
SynGui           *syn_gui_start          (const char *const *arguments);
/* Ends the program, which must go without being killed; FALSE when its exit status was not 0. */
gboolean          syn_gui_stop           (SynGui *self);

/* The application's root on the bus: (transfer none). */
AtspiAccessible  *syn_gui_get_root       (SynGui *self);

/* The first in reading order that has `role` (ATSPI_ROLE_INVALID: any), whose name matches the glob `name` (NULL: any)
 * and which is showing; waits up to 10 s, then fails the test: (transfer full). */
AtspiAccessible  *syn_gui_find           (SynGui *self, AtspiRole role, const char *name);
/* The same without waiting or failing: (transfer full) (nullable). */
AtspiAccessible  *syn_gui_look           (SynGui *self, AtspiRole role, const char *name);
/* How many there are now. */
guint             syn_gui_count          (SynGui *self, AtspiRole role, const char *name);
/* Waits until there are exactly `n`, or fails. */
void              syn_gui_wait_count     (SynGui *self, AtspiRole role, const char *name, guint n);

/* Its first action (press, toggle, activate), which must exist. */
void              syn_gui_press          (SynGui *self, AtspiRole role, const char *name);
/* Keys as a person strikes them: "<Alt>Down", "F9", "Return"; to the focused window. */
void              syn_gui_key            (SynGui *self, const char *accelerator);
void              syn_gui_type           (SynGui *self, const char *text);

/* A press of the pointer in its middle. */
void              syn_gui_click          (SynGui *self, AtspiRole role, const char *name);
/* The pointer: a press, a way of some steps, a release; pixels of the window. */
void              syn_gui_drag           (SynGui *self, int from_x, int from_y, int to_x, int to_y);
/* Where it stands in the window, in pixels. */
void              syn_gui_get_place      (AtspiAccessible *accessible, int *x, int *y, int *width, int *height);

/* The whole text of a text view or entry: (transfer full). */
char             *syn_gui_get_text       (AtspiAccessible *accessible);
char             *syn_gui_get_name       (AtspiAccessible *accessible);
gboolean          syn_gui_has_state      (AtspiAccessible *accessible, AtspiStateType state);

/* A picture of the screen as PNG below the build folder, for looking at: (transfer full), its path. */
char             *syn_gui_screenshot     (SynGui *self, const char *name);

/* The tree as the bus shows it, for messages: (transfer full). */
char             *syn_gui_describe       (SynGui *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAction, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiComponent, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)

G_END_DECLS
