/* The window: the library page, the Read page, and what floats above both: toasts, progress, dialogs. */
#pragma once

#include "syn-application.h"

G_BEGIN_DECLS

#define SYN_TYPE_WINDOW (syn_window_get_type ())
G_DECLARE_FINAL_TYPE (SynWindow, syn_window, SYN, WINDOW, AdwApplicationWindow)

/* Begins at once to open the library at `library_path`, in a thread. */
SynWindow *syn_window_new (SynApplication *application, const char *library_path);

/* Imports the files and folders, as soon as the library is open, and shows them: on the Read page when they
 * are one story, in the library when they are several. */
void syn_window_open_files (SynWindow *self, GFile *const *files, gsize n_files);

G_END_DECLS
