/* Reading connections, as many as threads read at once; each serves one thread at a time. Thread-safe. */
#pragma once

#include "syn-store.h"

G_BEGIN_DECLS

typedef struct _SynReaders SynReaders;

SynReaders *syn_readers_new   (const char *path);
/* All must have been given back. */
void        syn_readers_free  (SynReaders *self);

/* A connection for the calling thread, to be given back: NULL with an error. */
SynStore   *syn_readers_take  (SynReaders *self, GError **error);
/* `store` nullable. */
void        syn_readers_give  (SynReaders *self, SynStore *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynReaders, syn_readers_free)

G_END_DECLS
