/* What a page says of itself in data: JSON-LD, meta elements and links, in the vocabularies of schema.org,
 * Open Graph, Dublin Core and the rest of data/lexicons/import-page-meta.tsv. */
#pragma once

#include "syn-markup.h"

G_BEGIN_DECLS

/* Sets what `draft` has not yet of title, byline, outlet, dates, language and url. (transfer full): whose
 * account the page was published under, who often is its writer; NULL where it does not say. */
char *syn_page_data_read (SynDraft *draft, SynMarkup *markup);

G_END_DECLS
