/* An article's letter, with how the article stands to a fact: tinted and underlined as its passage is, a
 * dotted border where the fact is not found. Neutral in a pane's header. */
#pragma once

#include <gtk/gtk.h>

#include "syn-kind.h"

G_BEGIN_DECLS

#define SYN_TYPE_LETTER_CHIP (syn_letter_chip_get_type ())
G_DECLARE_FINAL_TYPE (SynLetterChip, syn_letter_chip, SYN, LETTER_CHIP, GtkWidget)

GtkWidget *syn_letter_chip_new         (guint          place);
void       syn_letter_chip_set_place   (SynLetterChip *self,
                                        guint          place);
void       syn_letter_chip_set_stance  (SynLetterChip *self,
                                        SynStance      stance);

G_END_DECLS
