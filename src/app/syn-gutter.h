/* The space between the texts of two neighbouring panes: ribbons join what both state. At its ends,
 * buttons count the facts of the pair that are out of view there. Presentation only: the facts list and
 * the keys say and do the same. */
#pragma once

#include "syn-pane.h"

G_BEGIN_DECLS

#define SYN_TYPE_GUTTER (syn_gutter_get_type ())
G_DECLARE_FINAL_TYPE (SynGutter, syn_gutter, SYN, GUTTER, GtkWidget)

/* The panes outlive it. */
GtkWidget *syn_gutter_new (SynSession *session,
                           SynPane    *left,
                           SynPane    *right);

G_END_DECLS
