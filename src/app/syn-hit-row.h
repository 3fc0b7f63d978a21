/* An article in a list of search hits: headline, outlet and date, and the passage that was found. */
#pragma once

#include <gtk/gtk.h>

#include "syn-article-item.h"

G_BEGIN_DECLS

#define SYN_TYPE_HIT_ROW (syn_hit_row_get_type ())
G_DECLARE_FINAL_TYPE (SynHitRow, syn_hit_row, SYN, HIT_ROW, GtkWidget)

GtkWidget *syn_hit_row_new      (void);

void       syn_hit_row_set_item (SynHitRow *self, SynArticleItem *item);

/* What the row says to a screen reader: (transfer full). */
char      *syn_hit_row_dup_name (SynArticleItem *item);

G_END_DECLS
