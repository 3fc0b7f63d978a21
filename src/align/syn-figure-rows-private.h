/* The numbers of several articles that measure one quantity, one row each. Private to align. */
#pragma once

#include "syn-fact-private.h"

G_BEGIN_DECLS

void    syn_figure_row_clear  (SynFigureRow *row);

/* Adds the rows of one fact's quantities to `rows` (element-type SynFigureRow). */
void    syn_figure_rows_add   (GArray *rows,
                               const SynCorpus *corpus,
                               const SynCluster *cluster,
                               GPtrArray *quantities,
                               guint fact);

/* Rows that measure the same figures become one. */
void    syn_figure_rows_merge (GArray *rows);

G_END_DECLS
