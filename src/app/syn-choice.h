/* What to open on the Read page: ids in pane order, and a title. As the parameter of the action "win.read", a
 * "(sax)". */
#pragma once

#include <gtk/gtk.h>

#include "syn-library.h"

G_BEGIN_DECLS

#define SYN_CHOICE_TYPE "(sax)"

/* From a SynStoryItem (all its articles) or a SynArticleItem (that article, then the others of its story):
 * (transfer full). */
GVariant *syn_choice_from_item (GObject *item);

/* From the selected items: exactly the stories and articles that are selected. NULL when nothing is:
 * (transfer full). */
GVariant *syn_choice_from_selection (GtkSelectionModel *selection);

/* What to show of articles just added: their story, where just one story holds several of them (lone articles
 * beside it do not matter), or where it is a single article. NULL where they are of several stories or none
 * is listed: (transfer full). */
GVariant *syn_choice_from_ids (SynLibrary *library, const gint64 *ids, gsize n);

gsize syn_choice_get_n_articles (GVariant *choice);

G_END_DECLS
