/* Which of a story's articles have panes, and the order of all: those with a pane from the first to the last, then the
 * others. Letters go by it. A plain value. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SynPaneOrder SynPaneOrder;

SynPaneOrder *syn_pane_order_new       (void);
void          syn_pane_order_free      (SynPaneOrder       *self);

/* Panes for these of so many articles. */
void          syn_pane_order_set       (SynPaneOrder       *self,
                                        const guint        *panes,
                                        guint               n,
                                        guint               n_articles);

const guint  *syn_pane_order_get_panes (const SynPaneOrder *self,
                                        gsize              *n);
const guint  *syn_pane_order_get_all   (const SynPaneOrder *self,
                                        gsize              *n);
/* The article's place among all, from 0; G_MAXUINT for none of them. */
guint         syn_pane_order_get_place (const SynPaneOrder *self,
                                        guint               article);
gboolean      syn_pane_order_is_shown  (const SynPaneOrder *self,
                                        guint               article);

/* FALSE where nothing changes: shown already; not shown, or the last; at the end. */
gboolean      syn_pane_order_show      (SynPaneOrder       *self,
                                        guint               article);
gboolean      syn_pane_order_hide      (SynPaneOrder       *self,
                                        guint               article);
gboolean      syn_pane_order_move      (SynPaneOrder       *self,
                                        guint               article,
                                        int                 by);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynPaneOrder, syn_pane_order_free)

G_END_DECLS
