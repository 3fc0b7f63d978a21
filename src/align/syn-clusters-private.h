/* Groups of passages that all state one claim. Private to align. */
#pragma once

#include "syn-pairs-private.h"

G_BEGIN_DECLS

typedef struct {
  guint32 passage;
  double support; /* mean score with the mentions of other articles, 0 to 1 */
} SynClusterMember;

typedef struct {
  GArray *members;   /* of SynClusterMember, by passage */
  double confidence; /* 0 to 1 */
} SynCluster;

void       syn_cluster_free  (SynCluster *cluster);

/* By first passage, then by the others. A passage may stand in several. NULL only when cancelled. (transfer full)
 * (element-type SynCluster) */
GPtrArray *syn_clusters_find (const SynCorpus *corpus,
                              const GArray *pairs,
                              double floor,
                              GCancellable *cancellable,
                              GError **error);

/* In that order, after clusters or members have been added. */
void       syn_clusters_sort (GPtrArray *clusters);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynCluster, syn_cluster_free)

G_END_DECLS
