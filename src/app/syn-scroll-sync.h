/* Moves the panes' texts together: brings the selected fact to the reading line in all of them, and, while
 * the session keeps them aligned, lets the others follow the one that the reader scrolls. */
#pragma once

#include "syn-pane-row.h"

G_BEGIN_DECLS

#define SYN_TYPE_SCROLL_SYNC (syn_scroll_sync_get_type ())
G_DECLARE_FINAL_TYPE (SynScrollSync, syn_scroll_sync, SYN, SCROLL_SYNC, GObject)

/* Lives as long as the row. */
SynScrollSync *syn_scroll_sync_new (SynSession *session,
                                    SynPaneRow *row);

G_END_DECLS
