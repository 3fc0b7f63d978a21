/* One fact in the facts list. */
#pragma once

#include "syn-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_FACT_ROW (syn_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (SynFactRow, syn_fact_row, SYN, FACT_ROW, GtkWidget)

GtkWidget *syn_fact_row_new      (void);
void       syn_fact_row_set_fact (SynFactRow  *self,
                                  SynSession  *session,
                                  SynFactItem *item);

/* "Fact 3 of 17, New users: 700,000 within days; stated in A, B, D; not found in E": (transfer full). */
char      *syn_fact_row_describe (SynSession  *session,
                                  SynFactItem *item);

G_END_DECLS
