/* What the reader looks for in the library: filters titles and outlets at once, and finds passages in the
 * articles' text a moment later. No widgets. */
#pragma once

#include <gtk/gtk.h>

#include "syn-library.h"

G_BEGIN_DECLS

#define SYN_TYPE_LIBRARY_SEARCH (syn_library_search_get_type ())
G_DECLARE_FINAL_TYPE (SynLibrarySearch, syn_library_search, SYN, LIBRARY_SEARCH, GObject)

/* Property "is-searching": passages are still to come. */
SynLibrarySearch *syn_library_search_new (SynLibrary *library);

/* White space around it does not count; NULL or empty ends the search. */
void syn_library_search_set_query (SynLibrarySearch *self, const char *query);
const char *syn_library_search_get_query (SynLibrarySearch *self);
gboolean syn_library_search_is_searching (SynLibrarySearch *self);

/* SynStoryItem objects of matching stories, then SynArticleItem objects with a snippet, best first: (transfer
 * none). */
GListModel *syn_library_search_get_results (SynLibrarySearch *self);
/* SynArticleItem objects of the library that match by headline, outlet or text; all without a query:
 * (transfer none). */
GListModel *syn_library_search_get_articles (SynLibrarySearch *self);

G_END_DECLS
