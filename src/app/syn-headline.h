/* A headline with its marks: headlines state facts and carry wording, too. */
#pragma once

#include <gtk/gtk.h>

#include "syn-marks.h"

G_BEGIN_DECLS

#define SYN_TYPE_HEADLINE (syn_headline_get_type ())
G_DECLARE_FINAL_TYPE (SynHeadline, syn_headline, SYN, HEADLINE, GtkWidget)

/* NULL reads as "Headline not stated". */
void syn_headline_set_text     (SynHeadline    *self,
                                const char     *text);
/* Borrowed until the next call; NULL for none. */
void syn_headline_set_marks    (SynHeadline    *self,
                                const SynMarks *marks,
                                guint           kinds);
void syn_headline_set_selected (SynHeadline    *self,
                                guint           fact);

G_END_DECLS
