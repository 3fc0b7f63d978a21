/* What the two halves of the page share: escaping, and the articles' texts with their marks. */
#pragma once

#include "syn-export-private.h"

G_BEGIN_DECLS

/* Text as HTML text or attribute value: whatever it holds, it stays text. */
void syn_export_html_append_escaped (GString *out, const char *text, gssize length);

/* One article's headline and text; passages of facts shown at `threshold`, sentences that only it has, and
 * loaded words are marked. `numbers`: for each fact the number that the page gives it, 0 where it is not on
 * the page. */
void syn_export_html_append_text (
    GString *out, SynComparison *comparison, guint article, double threshold, const guint *numbers);

G_END_DECLS
