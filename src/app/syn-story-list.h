/* Stories and search hits as one list of cards, made only for what is in view. Enter or a double click opens
 * an item on the Read page; several can be selected. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_STORY_LIST (syn_story_list_get_type ())
G_DECLARE_FINAL_TYPE (SynStoryList, syn_story_list, SYN, STORY_LIST, GtkWidget)

/* SynStoryItem and, of search hits, SynArticleItem objects. */
void syn_story_list_set_model (SynStoryList *self, GListModel *model);
GtkSelectionModel *syn_story_list_get_selection (SynStoryList *self);

/* At the next quiet moment. */
void syn_story_list_scroll_to_top (SynStoryList *self);

/* A line below the last card; NULL for none. */
void syn_story_list_set_footnote (SynStoryList *self, const char *text);

G_END_DECLS
