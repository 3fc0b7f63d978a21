/* A single child with a natural width of its own choosing: it tells an AdwFlap from which width on its
 * content and its sidebar fit side by side, whatever the content's labels would ask for. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_NATURAL_BIN (syn_natural_bin_get_type ())
G_DECLARE_FINAL_TYPE (SynNaturalBin, syn_natural_bin, SYN, NATURAL_BIN, GtkWidget)

/* Properties: "child"; "natural-width" in pixels, or the child's least width where that is more. */

G_END_DECLS
