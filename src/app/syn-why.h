/* Why the selected fact is marked: its passages with the words that speak for it, the reasons with their share in the
 * score, and the score beside the reader's own threshold. */
#pragma once

#include <gtk/gtk.h>

#include "syn-session.h"

G_BEGIN_DECLS

/* A button with the words `label` (with a mnemonic) that shows it in a popover; without a selected fact it is out of
 * reach. */
GtkWidget *syn_why_button_new (SynSession *session,
                               const char *label);

G_END_DECLS
