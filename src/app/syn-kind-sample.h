/* A kind's sample: "abc" marked as the texts are, so that the legend needs no other words for lines and
 * tints. */
#pragma once

#include <gtk/gtk.h>

#include "syn-kind.h"

G_BEGIN_DECLS

#define SYN_TYPE_KIND_SAMPLE (syn_kind_sample_get_type ())
G_DECLARE_FINAL_TYPE (SynKindSample, syn_kind_sample, SYN, KIND_SAMPLE, GtkWidget)

GtkWidget *syn_kind_sample_new (SynKind kind);

G_END_DECLS
