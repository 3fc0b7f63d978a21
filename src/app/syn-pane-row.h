/* The panes side by side at equal widths, with a gutter between neighbours. Narrower than the panes'
 * minimum it asks to be scrolled sideways; alone, in a narrow window, the current pane fills it. */
#pragma once

#include "syn-pane.h"

G_BEGIN_DECLS

#define SYN_TYPE_PANE_ROW (syn_pane_row_get_type ())
G_DECLARE_FINAL_TYPE (SynPaneRow, syn_pane_row, SYN, PANE_ROW, GtkWidget)

GtkWidget *syn_pane_row_new        (SynSession *session);

/* Only the current pane. */
void       syn_pane_row_set_single (SynPaneRow *self,
                                    gboolean    is_single);

/* SynPane, in their order; borrowed. */
GPtrArray *syn_pane_row_get_panes  (SynPaneRow *self);
/* NULL when it is not shown. */
SynPane   *syn_pane_row_find       (SynPaneRow *self,
                                    guint       article);

G_END_DECLS
