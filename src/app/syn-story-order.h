/* How the library page sorts its stories. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The nicks are those of the settings schema and the values of the sort menu's items. */
typedef enum {
  SYN_STORY_ORDER_NEWEST,
  SYN_STORY_ORDER_MOST_ARTICLES,
  SYN_STORY_ORDER_MOST_FACTS,
  SYN_STORY_ORDER_MOST_CONFLICTS,
  SYN_STORY_ORDER_TITLE,
} SynStoryOrder;

#define SYN_TYPE_STORY_ORDER (syn_story_order_get_type ())
GType syn_story_order_get_type (void);

/* As the menu words it: "Newest First". */
const char *syn_story_order_get_label (SynStoryOrder order);

/* Sorts SynStoryItem objects; equal ones by date, then by id: (transfer full). */
GtkSorter *syn_story_order_new_sorter (SynStoryOrder order);

G_END_DECLS
