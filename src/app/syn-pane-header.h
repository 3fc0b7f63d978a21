/* Above a pane's text: letter, outlet, facts found, headline, and date, byline and languages. */
#pragma once

#include "syn-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_PANE_HEADER (syn_pane_header_get_type ())
G_DECLARE_FINAL_TYPE (SynPaneHeader, syn_pane_header, SYN, PANE_HEADER, GtkWidget)

void  syn_pane_header_set_article (SynPaneHeader *self,
                                   SynSession    *session,
                                   guint          article);
/* Counts, marks and the selected fact, as the session has them now. */
void  syn_pane_header_update      (SynPaneHeader *self,
                                   SynSession    *session);

/* In a pane under 400 px: a smaller headline, and whose outlet is not stated is told by the tooltip alone. */
void  syn_pane_header_set_compact (SynPaneHeader *self,
                                   gboolean       is_compact);

/* Alone under the letter switcher, which has letter and outlet already. */
void  syn_pane_header_set_single  (SynPaneHeader *self,
                                   SynSession    *session,
                                   gboolean       is_single);

/* "Article A, The Guardian, 14 January 2025, 13 of 17 facts": (transfer full). */
char *syn_pane_header_describe    (SynPaneHeader *self,
                                   SynSession    *session);

G_END_DECLS
