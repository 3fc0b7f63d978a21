/* What each line and tint means, with its count; each kind can be switched off. In rows with counts in the
 * inspector, in one line in the fact bar. */
#pragma once

#include "syn-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_LEGEND (syn_legend_get_type ())
G_DECLARE_FINAL_TYPE (SynLegend, syn_legend, SYN, LEGEND, GtkWidget)

GtkWidget *syn_legend_new (SynSession *session,
                           gboolean    is_bar);
/* One column in place of two; not for the bar. */
void       syn_legend_set_narrow (SynLegend *self,
                                  gboolean   is_narrow);

G_END_DECLS
