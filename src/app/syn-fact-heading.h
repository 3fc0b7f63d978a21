/* Up, down, "3 of 17" and the selected fact's title: the head of the fact bar and of the inspector's first
 * column. */
#pragma once

#include "syn-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_FACT_HEADING (syn_fact_heading_get_type ())
G_DECLARE_FINAL_TYPE (SynFactHeading, syn_fact_heading, SYN, FACT_HEADING, GtkWidget)

/* With `is_column` title and sentence stand below the buttons, else the title beside them. */
GtkWidget *syn_fact_heading_new (SynSession *session,
                                 gboolean    is_column);
/* Opens the popover with the reasons; nothing without a selected fact. */
void       syn_fact_heading_show_why (SynFactHeading *self);

G_END_DECLS
