/* One article on the Read page: header, text, overview strip. */
#pragma once

#include "syn-article-view.h"
#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_PANE (syn_pane_get_type ())
G_DECLARE_FINAL_TYPE (SynPane, syn_pane, SYN, PANE, GtkWidget)

GtkWidget      *syn_pane_new             (SynSession *session,
                                          guint       article);
guint           syn_pane_get_article     (SynPane    *self);
SynArticleView *syn_pane_get_view        (SynPane    *self);
/* Under 400 px wide. */
void            syn_pane_set_compact     (SynPane    *self,
                                          gboolean    is_compact);
/* Alone in a narrow window. */
void            syn_pane_set_single      (SynPane    *self,
                                          gboolean    is_single);
/* What the header needs at that width; and what it gets, so that the texts of a row begin at one height.
 * Both while the row is allocated, before the pane is. */
int             syn_pane_measure_header    (SynPane  *self,
                                            int       width);
void            syn_pane_set_header_height (SynPane  *self,
                                            int       height);
GtkAdjustment  *syn_pane_get_vadjustment (SynPane    *self);

/* "Article A, The Guardian, 14 January 2025, 13 of 17 facts": (transfer full). */
char           *syn_pane_describe        (SynPane    *self);

G_END_DECLS
