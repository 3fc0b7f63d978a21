/* A whole text in 12 pixels beside it: where its marks are and which part is in view. A press scrolls there.
 * Presentation only. */
#pragma once

#include "syn-article-view.h"

G_BEGIN_DECLS

#define SYN_TYPE_OVERVIEW_STRIP (syn_overview_strip_get_type ())
G_DECLARE_FINAL_TYPE (SynOverviewStrip, syn_overview_strip, SYN, OVERVIEW_STRIP, GtkWidget)

void syn_overview_strip_set_view     (SynOverviewStrip *self,
                                      SynArticleView   *view,
                                      GtkAdjustment    *vadjustment);
/* Borrowed until the next call. */
void syn_overview_strip_set_marks    (SynOverviewStrip *self,
                                      const SynMarks   *marks,
                                      guint             kinds);
void syn_overview_strip_set_selected (SynOverviewStrip *self,
                                      guint             fact);

G_END_DECLS
