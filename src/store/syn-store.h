/* The library: one SQLite file (WAL, foreign keys, full-text index). One SynStore is one connection and belongs to one
 * thread at a time; the engine keeps one for writing and some for reading. Every call that changes something is one
 * transaction, or part of the one that the caller began: at any moment the file holds whole articles only.
 *
 * What it keeps: syn-store-articles.h, syn-store-stories.h; finding words in it: syn-store-search.h. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* "SynL" in the file's header, by which a library is known (https://www.sqlite.org/fileformat.html, 1.3). */
#define SYN_STORE_APPLICATION_ID 0x53796e4c

typedef struct _SynStore SynStore;

typedef enum {
  SYN_STORE_READ,
  SYN_STORE_WRITE, /* brings an older library up to date */
  SYN_STORE_CREATE, /* the same, and makes the file where there is none */
  SYN_STORE_READ_BESIDE, /* reading, in a program that has the library open already: the file is taken as known */
} SynStoreMode;

/* SYN_ERROR_NOT_FOUND (no such file), SYN_ERROR_DAMAGED, SYN_ERROR_FOREIGN (another program's or a newer version's),
 * SYN_ERROR_FAILED; a file that is refused is left as it is. */
SynStore *syn_store_open      (const char   *path,
                               SynStoreMode  mode,
                               GError      **error);
void      syn_store_close     (SynStore *self);

/* Stops what runs on this connection when cancelled, with G_IO_ERROR_CANCELLED; NULL takes it back. Borrowed. */
void      syn_store_set_cancellable (SynStore     *self,
                                     GCancellable *cancellable);

/* Several changes as one. Waits for other writers; what is not committed is not in the file. */
gboolean  syn_store_begin     (SynStore *self,
                               GError  **error);
gboolean  syn_store_commit    (SynStore *self,
                               GError  **error);
void      syn_store_roll_back (SynStore *self);

/* Rises with every change of the articles, by whichever program. */
gboolean  syn_store_get_revision (SynStore *self,
                                  gint64   *revision,
                                  GError  **error);

/* Whether the file is sound: its structure, foreign keys, search index, and that every article is as it was taken in.
 * Else SYN_ERROR_DAMAGED with a line a problem. Needs a writing connection. */
gboolean  syn_store_check     (SynStore     *self,
                               GCancellable *cancellable,
                               GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynStore, syn_store_close)

G_END_DECLS
