/* Opens the library, and asks the reader where it cannot be opened: another file, or none. */
#pragma once

#include <gtk/gtk.h>

#include "syn-library.h"

G_BEGIN_DECLS

/* Opens `path`; on a refusal shows the reason in a dialog over `parent`, and opens what is chosen instead,
 * until one opens or the reader gives up. */
void syn_library_opener_open_async (SynLibrary *library,
                                    const char *path,
                                    GtkWindow *parent,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/* FALSE: the reader gave up. */
gboolean syn_library_opener_open_finish (SynLibrary *library, GAsyncResult *result);

G_END_DECLS
