/* The unfolded foot of the Read page: the selected fact in words, the list of facts, the figures of
 * several articles, and what is marked at which threshold. */
#pragma once

#include "syn-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_INSPECTOR (syn_inspector_get_type ())
G_DECLARE_FINAL_TYPE (SynInspector, syn_inspector, SYN, INSPECTOR, GtkWidget)

GtkWidget *syn_inspector_new        (SynSession   *session);
/* The list alone with the marks below it. */
void       syn_inspector_set_narrow (SynInspector *self,
                                     gboolean      is_narrow);
void       syn_inspector_focus_list (SynInspector *self);
void       syn_inspector_show_why   (SynInspector *self);

G_END_DECLS
