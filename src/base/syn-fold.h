/* Upper and lower case made one, so that words can be compared. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What g_utf8_casefold () gives, but ASCII, which most words are, at a tenth of its cost. `length` in bytes, or -1 where a
 * NUL ends the text. (transfer full) */
char *syn_fold  (const char *text, gssize length);

/* Likewise g_utf8_strdown (): for showing, since folding may spell differently ("ß"). */
char *syn_lower (const char *text, gssize length);

G_END_DECLS
