/* From a file's bytes to UTF-8, whatever the encoding: byte-order mark, then well-formed UTF-8, then what the
 * file declares (read as browsers do: WHATWG Encoding Standard, 2023, section 4.2), then statistics (ICU's
 * detector). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Never fails: bytes that stand for no character become U+FFFD, bytes of value 0 are left out. `length`:
 * bytes of the result, which ends in a NUL: (transfer full). */
char *syn_charset_decode (const guint8 *data, gsize size, gsize *length);

/* The encoding by name instead, as a mail's or an answer's header states it; unknown names fall back to the
 * above. */
char *syn_charset_decode_as (const guint8 *data, gsize size, const char *charset, gsize *length);

/* The data is a picture, a program or the like, not text in any encoding. `kind`: its name where a signature
 * tells, else NULL; static. */
gboolean syn_charset_is_binary (const guint8 *data, gsize size, const char **kind);

G_END_DECLS
