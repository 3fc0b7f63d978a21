/* Lays children out as words in a paragraph: side by side at their natural width, on a new line where the
 * line is full. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_WRAP_LAYOUT (syn_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (SynWrapLayout, syn_wrap_layout, SYN, WRAP_LAYOUT, GtkLayoutManager)

/* Property "spacing": pixels between children and between lines. */
GtkLayoutManager *syn_wrap_layout_new (int spacing);

G_END_DECLS
