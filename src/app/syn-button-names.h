/* What assistive technology calls buttons with a mnemonic. GTK 4.8 gives such a button two names, its label with the
 * underscore and the label widget's text, and both are spoken: "_Cancel Cancel". */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names every button with a mnemonic in `widget` by its words alone; again after a button's label changed. */
void syn_button_names_fix (GtkWidget *widget);

/* Names `button` so, whatever label points at it by its mnemonic. */
void syn_button_names_set (GtkWidget  *button,
                           const char *name);

G_END_DECLS
