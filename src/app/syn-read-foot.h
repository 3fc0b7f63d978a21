/* The foot of the Read page: the fact bar, unfolded the inspector; while there is no fact to show, why,
 * and what can be done about it. */
#pragma once

#include "syn-story-loader.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_READ_FOOT (syn_read_foot_get_type ())
G_DECLARE_FINAL_TYPE (SynReadFoot, syn_read_foot, SYN, READ_FOOT, GtkWidget)

GtkWidget *syn_read_foot_new          (SynSession     *session,
                                       SynStoryLoader *loader);
void       syn_read_foot_set_narrow   (SynReadFoot    *self,
                                       gboolean        is_narrow);
void       syn_read_foot_set_unfolded (SynReadFoot    *self,
                                       gboolean        is_unfolded);
/* FALSE while there is no fact, so nothing to unfold; the property "can-unfold". */
gboolean   syn_read_foot_can_unfold   (SynReadFoot    *self);
/* Into the list of facts, or the first control of the bar. */
void       syn_read_foot_focus        (SynReadFoot    *self);

/* The strictest threshold that shows a fact; 0 when no threshold does. */
double     syn_read_foot_find_looser_threshold (SynSession *session);

/* Says why the selected fact is marked. */
void syn_read_foot_show_why (SynReadFoot *self);

G_END_DECLS
