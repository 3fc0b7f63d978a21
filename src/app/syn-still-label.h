/* A short text in a place of fixed size: another text is drawn, but nothing around it is laid out anew. For
 * what changes while the reader scrolls. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_STILL_LABEL (syn_still_label_get_type ())
G_DECLARE_FINAL_TYPE (SynStillLabel, syn_still_label, SYN, STILL_LABEL, GtkWidget)

/* Room for `widest`, which is a text itself: "↑999". */
GtkWidget  *syn_still_label_new      (const char    *widest);
void        syn_still_label_set_text (SynStillLabel *self,
                                      const char    *text);
const char *syn_still_label_get_text (SynStillLabel *self);

G_END_DECLS
