/* How each kind of mark is drawn: tint, line, wave, dots, bar, belt. The same strokes for texts,
 * headlines, samples of the legend and letters, so that a kind looks alike everywhere. */
#pragma once

#include <gtk/gtk.h>

#include "syn-palette.h"

G_BEGIN_DECLS

/* Lines stand on two tracks below the letters, so that both can stand under one word: offsets from the
 * bottom of a line's box, which lies 4.5 below the baseline of the reading text. */
#define SYN_FACT_TRACK   -1.0
#define SYN_WORDING_TRACK 2.5

/* Over and under the passage: the belt reaches so far past its first and last line. */
#define SYN_BELT_ABOVE 3
#define SYN_BELT_BELOW 4

void syn_paint_belt (GtkSnapshot *snapshot,
                     const SynPalette *palette,
                     SynKind kind,
                     double x,
                     double y,
                     double width,
                     double height);

void syn_paint_tint (GtkSnapshot *snapshot,
                     const SynPalette *palette,
                     SynKind kind,
                     gboolean is_selected,
                     double x,
                     double y,
                     double width,
                     double height);

/* The kind's own line from x on; `y` is the line's middle. Nothing for only-here. */
void syn_paint_line (GtkSnapshot *snapshot,
                     const SynPalette *palette,
                     SynKind kind,
                     gboolean is_selected,
                     double x,
                     double y,
                     double width);

/* The wave under words that differ. */
void syn_paint_wave (GtkSnapshot *snapshot,
                     const SynPalette *palette,
                     double x,
                     double y,
                     double width);

/* The bar of a passage that only this article has; `x` is its middle. */
void syn_paint_bar (GtkSnapshot *snapshot,
                    const SynPalette *palette,
                    double x,
                    double y,
                    double height);

/* Dots of 2 every 4 in any colour: the line of a fact that is not found here. */
void syn_paint_dotted (GtkSnapshot *snapshot,
                       const GdkRGBA *color,
                       double x,
                       double y,
                       double width);

G_END_DECLS
