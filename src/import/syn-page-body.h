/* The text of a page's article: the element that holds nearly all of the page's prose, without what its
 * names, its place or its links tell to be something else. The idea that prose gives an article away by its
 * length and its few links is that of Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using
 * Shallow Text Features" (WSDM 2010). */
#pragma once

#include "syn-markup.h"

G_BEGIN_DECLS

/* The page's paragraphs in order, those that are none of the article with a reason: (transfer full)
 * (element-type SynBlock). `title`: the article's, where it is known. */
GPtrArray *syn_page_body_find (SynMarkup *markup, const char *title);

G_END_DECLS
