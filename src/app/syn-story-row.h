/* A story in the library's list: title, dates, languages, who tells it, and what comparing them found. */
#pragma once

#include <gtk/gtk.h>

#include "syn-story-item.h"

G_BEGIN_DECLS

#define SYN_TYPE_STORY_ROW (syn_story_row_get_type ())
G_DECLARE_FINAL_TYPE (SynStoryRow, syn_story_row, SYN, STORY_ROW, GtkWidget)

GtkWidget *syn_story_row_new (void);

/* NULL: lets go of the item. Names the list's own row around it, too: that one has the focus, but no name by
 * itself. */
void syn_story_row_set_item (SynStoryRow *self, SynStoryItem *item);

/* What it says to a screen reader: (transfer full). */
char *syn_story_row_dup_name (SynStoryItem *item);

G_END_DECLS
