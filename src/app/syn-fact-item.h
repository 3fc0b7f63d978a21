/* A fact as the window lists it: the alignment's fact with the number that it has under the reader's
 * threshold. Immutable. */
#pragma once

#include "syn-comparison.h"
#include "syn-kind.h"

G_BEGIN_DECLS

#define SYN_TYPE_FACT_ITEM (syn_fact_item_get_type ())
G_DECLARE_FINAL_TYPE (SynFactItem, syn_fact_item, SYN, FACT_ITEM, GObject)

SynFactItem   *syn_fact_item_new        (SynComparison *comparison,
                                         const SynFact *fact,
                                         guint          number);

const SynFact *syn_fact_item_get_fact   (SynFactItem *self);
/* From 1. */
guint          syn_fact_item_get_number (SynFactItem *self);
SynKind        syn_fact_item_get_kind   (SynFactItem *self);

G_END_DECLS
