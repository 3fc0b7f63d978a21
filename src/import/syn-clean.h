/* Text as the rest of the program expects it: NFC, lines ended by "\n", no control or invisible formatting
 * characters, runs of white space one space. No other character is lost, added or changed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whole text, its line ends kept: (transfer full). Characters of the C1 range, which no text means, are read
 * as the Windows characters of the same number ("&#146;" is an apostrophe). */
char *syn_clean_text (const char *text, gssize length);

/* `text` (cleaned) as one paragraph: white space and line ends collapsed, none at the ends: (transfer full).
 */
char *syn_clean_collapse (const char *text, gssize length);

/* Both, for a title or a name out of a file's header: NULL for NULL and where nothing is left: (transfer
 * full). */
char *syn_clean_field (const char *text);

/* Runs of letters and runs of digits, case folded: (transfer full). */
char **syn_clean_words (const char *text);

G_END_DECLS
