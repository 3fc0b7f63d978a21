/* The fact numbers in a text's start margin: they pair facts where no ribbon runs. One line's numbers
 * stand side by side as far as there is room: the selected one nearest to the text, then conflicts, then
 * the first. */
#pragma once

#include <gtk/gtk.h>

#include "syn-marks.h"
#include "syn-palette.h"

G_BEGIN_DECLS

typedef struct _SynMarginNumbers SynMarginNumbers;

/* `widget` gives font and resolution. */
SynMarginNumbers *syn_margin_numbers_new      (GtkWidget        *widget);
void              syn_margin_numbers_free     (SynMarginNumbers *self);

/* Another frame or another font. */
void              syn_margin_numbers_clear    (SynMarginNumbers *self);
void              syn_margin_numbers_restyle  (SynMarginNumbers *self);

/* A mark whose first line stands at `y`, `height` high. */
void              syn_margin_numbers_add      (SynMarginNumbers *self,
                                               const SynMark    *mark,
                                               gboolean          is_selected,
                                               int               y,
                                               int               height);

/* Paints what was added, ending at `right`; no number reaches further left than `left`. Beside lines that run from right
 * to left both are told from the right edge, and `mirror` is the width there; else it is 0. */
void              syn_margin_numbers_snapshot (SynMarginNumbers *self,
                                               GtkSnapshot      *snapshot,
                                               const SynPalette *palette,
                                               int               left,
                                               int               right,
                                               int               mirror);

/* The fact whose number is painted there, or SYN_NO_INDEX. */
guint             syn_margin_numbers_find     (SynMarginNumbers *self,
                                               double            x,
                                               double            y);

/* "Facts 3, 10" when the line at that height has several: (transfer full) (nullable). */
char             *syn_margin_numbers_describe (SynMarginNumbers *self,
                                               double            y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynMarginNumbers, syn_margin_numbers_free)

G_END_DECLS
