/* The library: a sidebar with its parts, the lists of stories and articles, and search. Asks the window for
 * what is more than looking: "win.read", "win.remove", "win.add-articles", "win.open-samples". */
#pragma once

#include <gtk/gtk.h>

#include "syn-library.h"
#include "syn-story-order.h"

G_BEGIN_DECLS

#define SYN_TYPE_LIBRARY_PAGE (syn_library_page_get_type ())
G_DECLARE_FINAL_TYPE (SynLibraryPage, syn_library_page, SYN, LIBRARY_PAGE, GtkWidget)

/* Property "story-order": a SynStoryOrder. */

void syn_library_page_set_library (SynLibraryPage *self, SynLibrary *library);

/* Puts the focus into the list in view, or into the search entry. */
void syn_library_page_focus_content (SynLibraryPage *self);
void syn_library_page_start_search (SynLibraryPage *self);

/* Articles are on their way in: an empty library is not said to be one. */
void syn_library_page_set_awaiting (SynLibraryPage *self, gboolean is_awaiting);

G_END_DECLS
