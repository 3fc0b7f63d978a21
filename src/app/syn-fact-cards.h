/* What the other articles say of the selected fact, a card each: for a window with room for one text only.
 * A press on a card shows that article. */
#pragma once

#include "syn-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_FACT_CARDS (syn_fact_cards_get_type ())
G_DECLARE_FINAL_TYPE (SynFactCards, syn_fact_cards, SYN, FACT_CARDS, GtkWidget)

GtkWidget *syn_fact_cards_new (SynSession *session);

G_END_DECLS
