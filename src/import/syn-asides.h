/* Passages of a file by another hand than its article: told by how they begin
 * (data/lexicons/import-notes.tsv) or by a script or a language of their own before or behind the article. */
#pragma once

#include "syn-block.h"

G_BEGIN_DECLS

/* Marks them in `blocks`. `title`: the article's, where it is known. Headings and headlines in between are
 * left alone. */
void syn_asides_mark (GPtrArray *blocks, const char *title);

G_END_DECLS
