/* The same work on many things at once. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*SynParallelFunc) (guint item, gpointer data);

/* Calls `func` for the items 0 to `n` - 1 on as many threads as the machine has cores, the caller's among them; returns
 * when all are done. */
void syn_parallel_run (guint n, SynParallelFunc func, gpointer data);

G_END_DECLS
