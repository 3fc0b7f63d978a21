/* Feeds as they are in the wild to what an XML parser takes: bare ampersands and the names of HTML's
 * characters, which XML does not know, spelt out. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* `xml` (UTF-8) mended, from its first "<" on; text in CDATA sections stays as it is: (transfer full). */
char *syn_feed_guard (const char *xml, gsize length, gsize *mended_length);

G_END_DECLS
