/* Files and folders on their way into the library, one lot after the other; a lot given while another is
 * under way waits for its turn. No widgets. */
#pragma once

#include "syn-engine.h"

G_BEGIN_DECLS

#define SYN_TYPE_IMPORT_QUEUE (syn_import_queue_get_type ())
G_DECLARE_FINAL_TYPE (SynImportQueue, syn_import_queue, SYN, IMPORT_QUEUE, GObject)

/* What becomes of the articles once they are in. */
typedef enum {
  SYN_IMPORT_STAYS, /* the reader stays where they are */
  SYN_IMPORT_OPENS, /* their story is opened, where it is one */
} SynImportPurpose;

/* Property "is-running".
 * Signals: "progress" (guint done, guint total, const char *what);
 *          "finished" (SynImportReport *report, SynImportPurpose purpose), for each lot;
 *          "failed" (GError *error): the lot could not be taken in; cancelled is no failure. */
SynImportQueue *syn_import_queue_new (SynEngine *engine);

void syn_import_queue_add (SynImportQueue *self, const char *const *paths, SynImportPurpose purpose);
/* Stops the lot under way and forgets those that wait; articles that are in stay in. */
void syn_import_queue_cancel (SynImportQueue *self);
gboolean syn_import_queue_is_running (SynImportQueue *self);

G_END_DECLS
