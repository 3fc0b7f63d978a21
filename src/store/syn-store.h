/* The library: one SQLite file (WAL, foreign keys, full-text index). One SynStore is one connection and belongs to one
 * thread; the engine keeps one for writing and one per reading thread. Every call that changes something is one
 * transaction: at any moment the file holds whole articles only. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SynStore SynStore;

typedef enum {
  SYN_STORE_READ,
  SYN_STORE_WRITE, /* creates the file and brings an older one up to date */
} SynStoreMode;

/* SYN_ERROR_DAMAGED, SYN_ERROR_FOREIGN (another program's or a newer version's), SYN_ERROR_FAILED; a file that is
 * refused is left as it is. */
SynStore *syn_store_open  (const char *path, SynStoreMode mode, GError **error);
void      syn_store_close (SynStore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynStore, syn_store_close)

G_END_DECLS
