/* The library's articles as a table with columns to sort by. Enter or a double click opens an article with
 * its story on the Read page; several can be selected. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_ARTICLE_TABLE (syn_article_table_get_type ())
G_DECLARE_FINAL_TYPE (SynArticleTable, syn_article_table, SYN, ARTICLE_TABLE, GtkWidget)

/* Property "is-narrow": only headline and outlet. */

/* SynArticleItem objects. */
void syn_article_table_set_model (SynArticleTable *self, GListModel *model);
GtkSelectionModel *syn_article_table_get_selection (SynArticleTable *self);

/* As soon as all are sorted; done by itself when the reader sorts by another column. */
void syn_article_table_scroll_to_top (SynArticleTable *self);

G_END_DECLS
