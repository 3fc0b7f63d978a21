/* The colours of style.css as the painters need them: loaded from a widget's style, so light, dark and
 * high contrast come by themselves. */
#pragma once

#include <gtk/gtk.h>

#include "syn-kind.h"

G_BEGIN_DECLS

typedef struct {
  GdkRGBA tint[SYN_N_KINDS];     /* transparent where the kind has none */
  GdkRGBA selected[SYN_N_KINDS];
  GdkRGBA belt[SYN_N_KINDS];
  GdkRGBA line[SYN_N_KINDS];
  GdkRGBA label[SYN_N_KINDS];
  GdkRGBA text;
  GdkRGBA page;
  GdkRGBA secondary;
  GdkRGBA gutter;
  gboolean is_high_contrast;
} SynPalette;

/* To be called again when the widget's style changes. */
void syn_palette_load (SynPalette *self, GtkWidget *widget);

G_END_DECLS
