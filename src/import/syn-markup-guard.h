/* What must be done to markup from anywhere before libxml2's HTML parser sees it: its time is quadratic in how deep
 * elements nest and in how many attributes one has. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Turns tags that would nest deeper than `max_depth` into comments in place, with the end tags that belong to them, and
 * tags with too many attributes; linear in `length`. The text between stays. */
void syn_markup_guard (char  *html,
                       gsize  length,
                       guint  max_depth);

G_END_DECLS
