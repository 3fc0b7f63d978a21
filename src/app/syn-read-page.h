/* The Read page: articles on one story side by side, their common facts marked and joined, the selected
 * fact at one height in all of them. Has a header bar of its own; its back button is the action
 * "win.back". */
#pragma once

#include <gtk/gtk.h>

#include "syn-engine.h"
#include "syn-reading-size.h"

G_BEGIN_DECLS

#define SYN_TYPE_READ_PAGE (syn_read_page_get_type ())
G_DECLARE_FINAL_TYPE (SynReadPage, syn_read_page, SYN, READ_PAGE, GtkWidget)

GtkWidget      *syn_read_page_new              (SynEngine    *engine);

/* Of all texts; for the window to remember. */
SynReadingSize *syn_read_page_get_reading_size (SynReadPage  *self);

/* Replaces what is read; `ids` of the library, in pane order. */
void            syn_read_page_open             (SynReadPage  *self,
                                                const char   *title,
                                                const gint64 *ids,
                                                gsize         n);

G_END_DECLS
