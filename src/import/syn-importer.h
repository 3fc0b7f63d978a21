/* Files to drafts: finds out what a file is (by content first, name second), picks the reader for it and
 * hands out its articles one by one, so that a feed of ten thousand entries needs the memory of one.
 * Nothing is run, loaded or fetched; sizes, depth and expansion are bounded. Thread-safe: no state between
 * calls. */
#pragma once

#include <gio/gio.h>

#include "syn-draft.h"

G_BEGIN_DECLS

/* One article; (transfer none): ref to keep. FALSE stops the reading (no error). */
typedef gboolean (*SynDraftFunc) (SynDraft *draft, gpointer user_data);

typedef struct {
  gboolean is_plain; /* body text alone: nothing detected, nothing dropped, each line a paragraph */
} SynImportOptions;

/* Reads `path`. FALSE with SYN_ERROR or G_IO_ERROR_CANCELLED when the file as a whole or its rest cannot
 * be read; the articles before the error were handed out all the same. The message names the file and the
 * reason. */
gboolean   syn_import_file     (const char             *path,
                                const SynImportOptions *options,
                                GCancellable           *cancellable,
                                SynDraftFunc            func,
                                gpointer                user_data,
                                GError                **error);

/* A path that could not be read, met while walking folders. */
typedef void (*SynImportFailedFunc) (const char *path, const GError *error, gpointer user_data);

/* Every file to read under `paths`, folders walked in name order, each file once: (transfer full). A
 * folder with a corpus manifest gives the articles that the manifest lists, and so does a named folder
 * some of whose files the manifest in the folder above lists. Hidden files and links that lead in a circle
 * are passed over. A path that is named but is not there, and an empty folder, go to `failed`. */
GPtrArray *syn_import_list     (const char *const      *paths,
                                GCancellable           *cancellable,
                                SynImportFailedFunc     failed,
                                gpointer                user_data);

G_END_DECLS
