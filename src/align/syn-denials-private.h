/* Claims that one passage makes and another denies: "the release covers the hotel", "it does not cover the hotel". Private to
 * align. */
#pragma once

#include "syn-quantities-private.h"

G_BEGIN_DECLS

/* Quantities of the kind SYN_QUANTITY_CLAIM, by first entry: an entry's record is the verb's token, its value 0 where the passage
 * says so and 1 where it denies it. (transfer full) (element-type SynQuantity) */
GPtrArray *syn_denials_find     (const SynCorpus *corpus, const GArray *pairs);

/* The words that say or deny it: the verb, with the negation before it. */
SynSpan    syn_denials_get_span (const SynCorpus *corpus, const SynQuantityEntry *entry);

G_END_DECLS
