/* The library as the window sees it: live lists of stories and articles, filled in a thread and kept up to
 * date with the engine. No widgets. */
#pragma once

#include "syn-article-item.h"
#include "syn-engine.h"

G_BEGIN_DECLS

#define SYN_TYPE_LIBRARY (syn_library_get_type ())
G_DECLARE_FINAL_TYPE (SynLibrary, syn_library, SYN, LIBRARY, GObject)

/* Properties: "is-loaded" turns TRUE when the lists were first filled; "n-articles" counts what is shown and
 * notifies after every loading. Signal "failed" (GError): the lists could not be read; they stay as they
 * were. */
SynLibrary *syn_library_new (SynEngine *engine);

SynEngine *syn_library_get_engine (SynLibrary *self);

/* Opens the library file, creating it, in a thread, and begins to fill the lists; the engine's errors. */
void
syn_library_open_async (SynLibrary *self, const char *path, GAsyncReadyCallback callback, gpointer user_data);
gboolean syn_library_open_finish (SynLibrary *self, GAsyncResult *result, GError **error);

/* Reads the lists anew; done by itself whenever the engine reports a change. Returns the number of the
 * loading that will show all that is in the library by now: syn_library_get_n_loads() reaches it then. */
guint syn_library_reload (SynLibrary *self);
guint syn_library_get_n_loads (SynLibrary *self);

gboolean syn_library_is_loaded (SynLibrary *self);
guint syn_library_get_n_articles (SynLibrary *self);

/* SynStoryItem and SynArticleItem objects, without those taken out: (transfer none). */
GListModel *syn_library_get_stories (SynLibrary *self);
GListModel *syn_library_get_articles (SynLibrary *self);

/* By id; NULL when not in the lists (yet): (transfer none). */
SynArticleItem *syn_library_find_article (SynLibrary *self, gint64 id);

/* ---- removing, with time to think again ---- */

/* Takes the articles out of the lists only; those taken out before and not put back are removed for good. */
void syn_library_take_out (SynLibrary *self, const gint64 *ids, gsize n);
/* Puts back what was taken out last. */
void syn_library_put_back (SynLibrary *self);
/* Removes for good what was taken out: in a thread, or, with `wait`, before it returns. */
void syn_library_commit (SynLibrary *self, gboolean wait);

G_END_DECLS
