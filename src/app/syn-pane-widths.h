/* How wide each of several panes is: equal until the reader drags a divider between two, then in the proportions that
 * she made, and never under a minimum. A divider that has no room to give pushes the others out of view. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SynPaneWidths SynPaneWidths;

SynPaneWidths *syn_pane_widths_new         (int                  minimum);
void           syn_pane_widths_free        (SynPaneWidths       *self);

/* So many panes, all equal. */
void           syn_pane_widths_reset       (SynPaneWidths       *self,
                                            guint                n);

/* What all panes together need. */
int            syn_pane_widths_get_minimum (const SynPaneWidths *self);

/* Shares `width` among the panes; `widths` has room for each. */
void           syn_pane_widths_share       (const SynPaneWidths *self,
                                            int                  width,
                                            int                 *widths);

/* Moves the divider after pane `divider` by `by` pixels from where `widths` have it; `visible` is the room in view. */
void           syn_pane_widths_drag        (SynPaneWidths       *self,
                                            const int           *widths,
                                            guint                divider,
                                            int                  by,
                                            int                  visible);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynPaneWidths, syn_pane_widths_free)

G_END_DECLS
