/* Figures of several articles that measure one quantity, a row each: what is counted, and every article's
 * own words. A press on one leads to its passage. */
#pragma once

#include "syn-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_FIGURES_LIST (syn_figures_list_get_type ())
G_DECLARE_FINAL_TYPE (SynFiguresList, syn_figures_list, SYN, FIGURES_LIST, GtkWidget)

GtkWidget *syn_figures_list_new (SynSession *session);

G_END_DECLS
