/* Plain text to paragraphs: separated by blank lines or one a line, hard-wrapped or not, decided for each
 * text as a whole by how its lines end. */
#pragma once

#include "syn-block.h"

G_BEGIN_DECLS

/* Adds the paragraphs of `text` (cleaned) to `blocks`. */
void syn_paragraphs_split (GPtrArray *blocks, const char *text);

/* The bytes of line `line` behind its line end are the next line; two lines of one paragraph joined as one: a
 * space between words, none between Han and behind a hyphen that a word was broken at. */
void syn_paragraphs_join (GString *paragraph, const char *line, gsize length);

G_END_DECLS
