/* An article in a list of search hits: headline, outlet and date, and the passage that was found. */
#pragma once

#include <gtk/gtk.h>

#include "syn-article-item.h"

G_BEGIN_DECLS

#define SYN_TYPE_HIT_ROW (syn_hit_row_get_type ())
G_DECLARE_FINAL_TYPE (SynHitRow, syn_hit_row, SYN, HIT_ROW, GtkWidget)

GtkWidget *syn_hit_row_new (void);

/* Names the list's own row around it, too: that one has the focus, but no name by itself. */
void syn_hit_row_set_item (SynHitRow *self, SynArticleItem *item);

G_END_DECLS
