/* Files packed with gzip (RFC 1952), as archives and crawls keep pages: "page.html.gz" is the page. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The bytes begin as a gzip file does. */
gboolean    syn_gzip_is_packed (const guint8 *data, gsize size);

/* All members of the file unpacked: (transfer full). NULL with SYN_ERROR_TOO_LARGE beyond `limit` bytes,
 * without having taken more memory, with SYN_ERROR_INVALID for a file that is broken or cut off, or with
 * G_IO_ERROR_CANCELLED; the message starts with `name`. */
GByteArray *syn_gzip_unpack    (const guint8 *data,
                                gsize         size,
                                gsize         limit,
                                const char   *name,
                                GCancellable *cancellable,
                                GError      **error);

G_END_DECLS
