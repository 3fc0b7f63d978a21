/* The fields of a page's article: what the page's data says (syn-page-data.h), then what stands on the page
 * itself, tidied: the headline without the outlet's name, dates out of <time> elements and date lines, the
 * address's own date last. */
#pragma once

#include "syn-markup.h"

G_BEGIN_DECLS

/* (transfer full): a byline that may do where the text names no writer; NULL where there is none. */
char *syn_page_fields_read (SynDraft *draft, SynMarkup *markup);

G_END_DECLS
