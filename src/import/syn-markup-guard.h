/* What must be done to markup from anywhere before libxml2's HTML parser sees it: its time is quadratic in
 * how deep elements nest and in how many attributes one has. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Takes out in place what the parser is not to see: tags that would nest deeper than `max_depth`, end tags
 * that belong to them or to none, tags with too many attributes, comments, declarations and elements that
 * hold no markup; linear in `length`. The text between stays. The new length; a NUL is put behind it where
 * there is room. */
gsize syn_markup_guard (char *html, gsize length, guint max_depth);

G_END_DECLS
