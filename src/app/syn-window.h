/* The window: the library page, the Read page, and what floats above both (toasts, import progress, dialogs). */
#pragma once

#include "syn-application.h"

G_BEGIN_DECLS

#define SYN_TYPE_WINDOW (syn_window_get_type ())
G_DECLARE_FINAL_TYPE (SynWindow, syn_window, SYN, WINDOW, AdwApplicationWindow)

SynWindow *syn_window_new (SynApplication *application);

G_END_DECLS
