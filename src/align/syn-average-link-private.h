/* Agglomerative clustering by average link over a sparse graph: the two groups whose members are most alike on average
 * are joined, again and again, until no two reach the threshold. Pairs without an edge count as 0. (Sokal and Michener,
 * "A statistical method for evaluating systematic relationships", 1958.) Private to align. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  guint a;
  guint b;
  double likeness;
} SynLink;

/* `links`: of SynLink, each pair once. Gives `n` group numbers, by first member; deterministic. NULL only when cancelled.
 * (transfer full) (element-type guint) */
GArray *syn_average_link (gsize n,
                          const GArray *links,
                          double threshold,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
