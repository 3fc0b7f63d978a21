/* The one thread that writes: owns the writing connection and does one thing after another. */
#pragma once

#include "syn-store.h"

G_BEGIN_DECLS

typedef struct _SynWriter SynWriter;

typedef gboolean (*SynWriterFunc) (SynStore *store, gpointer data, GError **error);

/* Takes `store`. */
SynWriter *syn_writer_new  (SynStore *store);
/* Does what is queued, then ends the thread and closes the connection. */
void       syn_writer_free (SynWriter *self);

/* Runs `func` on the writer's thread and waits for it; its answer and error. Not from that thread itself. */
gboolean   syn_writer_run  (SynWriter *self, SynWriterFunc func, gpointer data, GError **error);

/* Queues `func`, whose answer nobody waits for; `destroy` (nullable) frees `data` afterwards, on the writer's thread. */
void       syn_writer_push (SynWriter *self, SynWriterFunc func, gpointer data, GDestroyNotify destroy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynWriter, syn_writer_free)

G_END_DECLS
