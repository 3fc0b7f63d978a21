/* Paragraphs that a saved page carries and that are no text of its article: share bars, newsletter boxes,
 * comment forms, cookie notices, links to more. By data/lexicons/import-leftovers.tsv; in doubt a paragraph
 * stays. */
#pragma once

#include "syn-block.h"

G_BEGIN_DECLS

/* Gives each leftover its reason. */
void syn_leftovers_mark (GPtrArray *blocks);

/* The paragraph is prose: long enough, and ended like a sentence. What is prose is text of the article. */
gboolean syn_leftovers_is_prose (const char *text);

/* Only numbers and the words of date and counter lines: "4 min read", "1.2k comments", "Updated 3 hours ago".
 */
gboolean syn_leftovers_is_counter (const char *text);

G_END_DECLS
