/* What could not be added: file by file, with the reason and what can be done. */
#pragma once

#include <adwaita.h>

#include "syn-engine.h"

G_BEGIN_DECLS

#define SYN_TYPE_IMPORT_REPORT_DIALOG (syn_import_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SynImportReportDialog, syn_import_report_dialog, SYN, IMPORT_REPORT_DIALOG, AdwWindow)

/* `failures`: SynImportFailure. */
GtkWindow *syn_import_report_dialog_new (GtkWindow *parent, GPtrArray *failures);

G_END_DECLS
