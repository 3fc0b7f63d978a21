/* The Read page's keys: caught before any of its parts sees them, and carried out as the page's actions
 * "read.*". */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void syn_read_keys_add (GtkWidget *page);

G_END_DECLS
