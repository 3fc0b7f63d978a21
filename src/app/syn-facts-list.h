/* The facts above the threshold as a list: number, title, letters. The accessible twin of the ribbons:
 * selecting a row selects the fact. */
#pragma once

#include "syn-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_FACTS_LIST (syn_facts_list_get_type ())
G_DECLARE_FINAL_TYPE (SynFactsList, syn_facts_list, SYN, FACTS_LIST, GtkWidget)

GtkWidget *syn_facts_list_new (SynSession *session);

G_END_DECLS
