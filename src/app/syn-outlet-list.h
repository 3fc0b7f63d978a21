/* The library's outlets, a row each with what they have in it; those with most articles first. Signal "outlet-activated"
 * (const char *outlet). */
#pragma once

#include <gtk/gtk.h>

#include "syn-library.h"

G_BEGIN_DECLS

#define SYN_TYPE_OUTLET_LIST (syn_outlet_list_get_type ())
G_DECLARE_FINAL_TYPE (SynOutletList, syn_outlet_list, SYN, OUTLET_LIST, GtkWidget)

/* Shows the library as it is now, of its outlets those whose name holds `query` (nullable); rows are made only once the
 * list is in view. */
void  syn_outlet_list_update    (SynOutletList *self,
                                 SynLibrary    *library,
                                 const char    *query);
/* Outlets that are stated, whatever the query; and those that the query leaves. */
guint syn_outlet_list_get_n     (SynOutletList *self);
guint syn_outlet_list_get_shown (SynOutletList *self);

G_END_DECLS
