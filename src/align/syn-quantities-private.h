/* Quantities: what several articles give a figure or a day for, or say and deny, and which values they give
 * it. Private to align. */
#pragma once

#include "syn-clusters-private.h"
#include "syn-value-links-private.h"

G_BEGIN_DECLS

typedef enum {
  SYN_QUANTITY_FIGURE,
  SYN_QUANTITY_DAY,
  SYN_QUANTITY_CLAIM, /* its values are: so, and not so; see syn-denials-private.h */
} SynQuantityKind;

typedef struct {
  guint32 passage;
  guint32 record; /* figure, date or token in its article */
  guint value;    /* entries with one number may all be true together */
} SynQuantityEntry;

typedef struct {
  GArray *entries;     /* of SynQuantityEntry, by passage, then record; of two articles at least */
  SynQuantityKind kind;
  guint n_values;      /* 1: all agree; more: they conflict */
  SynCluster *cluster; /* the fact that they belong to, or NULL; see syn_quantities_settle () */
} SynQuantity;

/* Without entries. */
SynQuantity *syn_quantity_new    (SynQuantityKind kind);
void       syn_quantity_free     (SynQuantity *quantity);

/* Its entries by passage, then by record. */
void       syn_quantity_sort     (SynQuantity *quantity);

/* By first entry, claims last. (transfer full) (element-type SynQuantity) */
GPtrArray *syn_quantities_find   (const SynCorpus *corpus, const GArray *pairs);

/* Gives each quantity its cluster: one whose values differ is a fact of its own, and passages that only give another value
 * belong to it. Adds clusters and members; the clusters stay sorted. */
void       syn_quantities_settle (const SynCorpus *corpus,
                                  const GArray *pairs,
                                  GPtrArray *quantities,
                                  GPtrArray *clusters);

G_END_DECLS
