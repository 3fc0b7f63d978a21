/* Paints the ribbons of a gutter. Draws what it is given and decides nothing. */
#pragma once

#include <gtk/gtk.h>

#include "syn-palette.h"
#include "syn-ribbon-layout.h"

G_BEGIN_DECLS

/* All in one drawing of `width` x `height`. */
void syn_paint_ribbons  (GtkSnapshot           *snapshot,
                         const SynPalette      *palette,
                         const SynRibbonLayout *layout,
                         double                 width,
                         double                 height);

/* The dotted line that carries the selected fact past a text without it. */
void syn_paint_through  (GtkSnapshot           *snapshot,
                         const SynPalette      *palette,
                         double                 from,
                         double                 to,
                         double                 width);

/* The ≠ on its disc, centred there. */
void syn_paint_conflict (GtkSnapshot           *snapshot,
                         const SynPalette      *palette,
                         PangoLayout           *sign,
                         double                 x,
                         double                 y);

G_END_DECLS
