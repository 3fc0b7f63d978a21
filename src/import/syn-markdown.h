/* Markdown to blocks of plain text: headings, paragraphs, list items, quotes and code, their marks taken off.
 * What the marks mean is CommonMark 0.30 as far as text saved by people has it. */
#pragma once

#include "syn-block.h"

G_BEGIN_DECLS

/* Adds the blocks of `text` (cleaned). */
void syn_markdown_split (GPtrArray *blocks, const char *text);

/* The text looks like Markdown: a heading or several marks that plain text has no use for. */
gboolean syn_markdown_sniff (const char *text);

/* One paragraph's emphasis, links, code and escapes as plain text: (transfer full). */
char *syn_markdown_strip (const char *text, gssize length);

G_END_DECLS
