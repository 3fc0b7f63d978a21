/* What the class and the id of an element say it is, by data/lexicons/import-page-names.tsv. */
#pragma once

#include "syn-markup.h"

G_BEGIN_DECLS

/* Why the element is no text of the article, by its names, its role, its kind or its being hidden: static,
 * untranslated; NULL where nothing tells. */
const char *syn_page_names_why_not (const SynNode *node);

/* The names say `what` of the element: "keep", "byline", "date". */
gboolean syn_page_names_say (const SynNode *node, const char *what);

G_END_DECLS
