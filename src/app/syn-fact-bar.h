/* The foot of the Read page while the inspector is folded: the selected fact, its letters and the legend;
 * in a narrow window the other articles' passages as cards below. While there is no fact to show it says
 * why, and what can be done. */
#pragma once

#include "syn-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_FACT_BAR (syn_fact_bar_get_type ())
G_DECLARE_FINAL_TYPE (SynFactBar, syn_fact_bar, SYN, FACT_BAR, GtkWidget)

GtkWidget *syn_fact_bar_new         (SynSession *session);
void       syn_fact_bar_set_narrow  (SynFactBar *self,
                                     gboolean    is_narrow);
/* In place of the fact; `button` and `action` NULL for words alone, `words` NULL for the fact again. */
void       syn_fact_bar_set_message (SynFactBar *self,
                                     const char *words,
                                     const char *button,
                                     const char *action);
void       syn_fact_bar_show_why    (SynFactBar *self);

G_END_DECLS
