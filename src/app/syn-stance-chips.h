/* A fact's letters in a row: each article's with how it states the fact. */
#pragma once

#include "syn-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_STANCE_CHIPS (syn_stance_chips_get_type ())
G_DECLARE_FINAL_TYPE (SynStanceChips, syn_stance_chips, SYN, STANCE_CHIPS, GtkWidget)

/* The articles of the shown panes, in their order; with `all`, the others behind them. NULL `item` empties it. */
void syn_stance_chips_set_fact (SynStanceChips *self,
                                SynSession     *session,
                                SynFactItem    *item,
                                gboolean        all);

G_END_DECLS
