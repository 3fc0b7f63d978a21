/* What the library page shows of a comparison. */
#pragma once

#include "syn-comparison.h"

G_BEGIN_DECLS

typedef struct {
  guint facts;
  guint conflicts; /* of the facts, those whose mentions cannot all be true */
  guint origins;   /* articles, those that copy each other counted once */
  guint *facts_of; /* per article, those that it states */
} SynCountedFacts;

void syn_counted_facts_init  (SynCountedFacts *self, SynComparison *comparison);
void syn_counted_facts_clear (SynCountedFacts *self);

G_END_DECLS
