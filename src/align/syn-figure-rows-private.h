/* The table of figures: what is measured, and who gives which value. Private to align. */
#pragma once

#include "syn-fact.h"
#include "syn-quantities-private.h"

G_BEGIN_DECLS

/* Appends the quantity's row, which belongs to `fact`. */
void syn_figure_rows_add  (GArray *rows, const SynCorpus *corpus, const SynQuantity *quantity, guint fact);

/* Frees what the row owns, not the row. */
void syn_figure_row_clear (SynFigureRow *row);

G_END_DECLS
