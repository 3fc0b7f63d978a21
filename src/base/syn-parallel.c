#include "config.h"

#include "syn-parallel.h"

typedef struct {
  SynParallelFunc func;
  gpointer data;
  int n;
  int next; /* atomic */
} Work;

static gpointer
take_items (gpointer data)
{
  Work *work = data;
  int item;

  while ((item = g_atomic_int_add (&work->next, 1)) < work->n)
    work->func (item, work->data);

  return NULL;
}

void
syn_parallel_run (guint n, SynParallelFunc func, gpointer data)
{
  Work work = { func, data, n, 0 };
  g_autoptr (GPtrArray) helpers = g_ptr_array_new ();
  guint n_helpers = n > 1 ? MIN (n, g_get_num_processors ()) - 1 : 0;

  for (guint i = 0; i < n_helpers; i++) {
    /* Fewer threads than wanted are no failure: the caller's own does the rest. */
    GThread *helper = g_thread_try_new ("parallel", take_items, &work, NULL);

    if (helper != NULL)
      g_ptr_array_add (helpers, helper);
  }

  take_items (&work);
  for (guint i = 0; i < helpers->len; i++)
    g_thread_join (helpers->pdata[i]);
}
