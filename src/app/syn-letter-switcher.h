/* In a narrow window: one button an article, each with its letter's stance to the selected fact. */
#pragma once

#include "syn-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_LETTER_SWITCHER (syn_letter_switcher_get_type ())
G_DECLARE_FINAL_TYPE (SynLetterSwitcher, syn_letter_switcher, SYN, LETTER_SWITCHER, GtkWidget)

GtkWidget *syn_letter_switcher_new (SynSession *session);

G_END_DECLS
