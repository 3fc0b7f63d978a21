/* How far an import is: a thin bar, the file in hand, and Cancel. Shown while the queue runs, after a moment,
 * so that a short import does not flash. */
#pragma once

#include <gtk/gtk.h>

#include "syn-import-queue.h"

G_BEGIN_DECLS

#define SYN_TYPE_IMPORT_BAR (syn_import_bar_get_type ())
G_DECLARE_FINAL_TYPE (SynImportBar, syn_import_bar, SYN, IMPORT_BAR, GtkWidget)

void syn_import_bar_set_queue (SynImportBar *self, SynImportQueue *queue);

G_END_DECLS
