/* The figures of a fact's mentions that measure one quantity, and which values they give it. Private to align. */
#pragma once

#include "syn-clusters-private.h"

G_BEGIN_DECLS

typedef struct {
  guint member;   /* index into the cluster's members */
  guint32 figure; /* in its article */
  guint value;    /* entries with one number agree with each other */
} SynQuantityEntry;

typedef struct {
  SynFigureKind kind;
  GArray *entries; /* of SynQuantityEntry, by member */
  guint n_values;  /* 1: all agree; more: they conflict */
} SynQuantity;

void       syn_quantity_free (SynQuantity *quantity);

/* Quantities that passages of two voices give. (transfer full) (element-type SynQuantity) */
GPtrArray *syn_quantities_find (const SynCorpus *corpus, const SynCluster *cluster);

/* Sets other values of what a cluster measures against it: "1.8 million" joins "700,000" where both count new users of one
 * app. Only articles join that do not state the cluster's own value. */
void       syn_quantities_attach (const SynCorpus *corpus, GPtrArray *clusters);

/* Whose words these are: an aside is another voice than its article. */
guint      syn_passage_get_voice (const SynPassage *passage);

G_END_DECLS
