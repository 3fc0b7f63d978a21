#include "config.h"

#include "syn-average-link-private.h"

typedef struct {
  guint other;
  double sum; /* of the likeness of all pairs of members */
} Edge;

typedef struct {
  GArray *edges; /* of Edge, by `other`; NULL once joined into another group */
  guint size;
} Group;

typedef struct {
  double mean;
  guint a;
  guint b;
  guint size; /* of both groups when the entry was made: an entry of other sizes is stale */
} Join;

typedef struct {
  Group *groups;
  GArray *heap; /* of Join, the best on top */
  double threshold;
} Linker;

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const Edge *x = a;
  const Edge *y = b;

  return (x->other > y->other) - (x->other < y->other);
}

/* As they are where the links came in order. */
static gboolean
is_sorted (const GArray *edges)
{
  for (guint i = 1; i < edges->len; i++) {
    if (g_array_index (edges, Edge, i).other < g_array_index (edges, Edge, i - 1).other)
      return FALSE;
  }

  return TRUE;
}

/* ---- the heap of joins ---- */

/* The better join first; of equal ones that of the earlier articles. */
static gboolean
is_better (const Join *x, const Join *y)
{
  if (x->mean != y->mean)
    return x->mean > y->mean;
  if (x->a != y->a)
    return x->a < y->a;

  return x->b < y->b;
}

static void
push_join (GArray *heap, Join join)
{
  guint i = heap->len;

  g_array_append_val (heap, join);
  while (i > 0 && is_better (&g_array_index (heap, Join, i), &g_array_index (heap, Join, (i - 1) / 2))) {
    Join parent = g_array_index (heap, Join, (i - 1) / 2);

    g_array_index (heap, Join, (i - 1) / 2) = g_array_index (heap, Join, i);
    g_array_index (heap, Join, i) = parent;
    i = (i - 1) / 2;
  }
}

static Join
pop_join (GArray *heap)
{
  Join best = g_array_index (heap, Join, 0);
  Join last = g_array_index (heap, Join, heap->len - 1);
  guint i = 0;

  g_array_set_size (heap, heap->len - 1);
  while (2 * i + 1 < heap->len) {
    guint child = 2 * i + 1;

    if (child + 1 < heap->len &&
        is_better (&g_array_index (heap, Join, child + 1), &g_array_index (heap, Join, child)))
      child++;
    if (!is_better (&g_array_index (heap, Join, child), &last))
      break;
    g_array_index (heap, Join, i) = g_array_index (heap, Join, child);
    i = child;
  }
  if (heap->len > 0)
    g_array_index (heap, Join, i) = last;

  return best;
}

/* ---- groups ---- */

static void
offer_join (Linker *self, guint a, guint b, double sum)
{
  const Group *x = &self->groups[a];
  const Group *y = &self->groups[b];
  Join join = { sum / ((double) x->size * y->size), MIN (a, b), MAX (a, b), x->size + y->size };

  if (join.mean >= self->threshold)
    push_join (self->heap, join);
}

/* Takes `other` out of the edges. */
static void
take_edge (GArray *edges, guint other)
{
  Edge key = { other, 0 };
  guint position;

  if (g_array_binary_search (edges, &key, compare_edges, &position))
    g_array_remove_index (edges, position);
}

static void
add_edge (GArray *edges, guint other, double sum)
{
  guint low = 0;
  guint high = edges->len;
  Edge edge = { other, sum };

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (edges, Edge, middle).other < other)
      low = middle + 1;
    else
      high = middle;
  }

  if (low < edges->len && g_array_index (edges, Edge, low).other == other)
    g_array_index (edges, Edge, low).sum += sum;
  else
    g_array_insert_val (edges, low, edge);
}

/* Joins group b into group a. */
static void
join_groups (Linker *self, guint a, guint b)
{
  Group *group = &self->groups[a];
  g_autoptr (GArray) moved = g_steal_pointer (&self->groups[b].edges);

  take_edge (group->edges, b);
  group->size += self->groups[b].size;

  for (guint i = 0; i < moved->len; i++) {
    const Edge *edge = &g_array_index (moved, Edge, i);

    if (edge->other == a)
      continue;
    take_edge (self->groups[edge->other].edges, b);
    add_edge (self->groups[edge->other].edges, a, edge->sum);
    add_edge (group->edges, edge->other, edge->sum);
  }

  for (guint i = 0; i < group->edges->len; i++) {
    const Edge *edge = &g_array_index (group->edges, Edge, i);

    offer_join (self, a, edge->other, edge->sum);
  }
}

static gboolean
join_all (Linker *self, guint *parents, GCancellable *cancellable, GError **error)
{
  while (self->heap->len > 0) {
    Join join = pop_join (self->heap);
    const Group *a = &self->groups[join.a];
    const Group *b = &self->groups[join.b];

    if (a->edges == NULL || b->edges == NULL || a->size + b->size != join.size)
      continue;
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    parents[join.b] = join.a;
    join_groups (self, join.a, join.b);
  }

  return TRUE;
}

static void
init_groups (Linker *self, gsize n, const GArray *links)
{
  for (guint i = 0; i < n; i++) {
    Group *group = &self->groups[i];

    group->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
    group->size = 1;
  }

  for (guint i = 0; i < links->len; i++) {
    const SynLink *link = &g_array_index (links, SynLink, i);
    Edge to_b = { link->b, link->likeness };
    Edge to_a = { link->a, link->likeness };

    g_array_append_val (self->groups[link->a].edges, to_b);
    g_array_append_val (self->groups[link->b].edges, to_a);
    offer_join (self, link->a, link->b, link->likeness);
  }
  for (gsize i = 0; i < n; i++) {
    if (!is_sorted (self->groups[i].edges))
      g_array_sort (self->groups[i].edges, compare_edges);
  }
}

GArray *
syn_average_link (gsize n,
                  const GArray *links,
                  double threshold,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree Group *groups = g_new0 (Group, n + 1);
  g_autofree guint *parents = g_new (guint, n + 1);
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (Join));
  g_autoptr (GArray) numbers = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  Linker self = { groups, heap, threshold };
  guint n_numbers = 0;
  gboolean done;

  for (guint i = 0; i < n; i++)
    parents[i] = i;
  init_groups (&self, n, links);
  done = join_all (&self, parents, cancellable, error);
  for (gsize i = 0; i < n; i++)
    g_clear_pointer (&groups[i].edges, g_array_unref);
  if (!done)
    return NULL;

  /* a group lives on under its earliest member, so a parent's number is always known already */
  for (guint i = 0; i < n; i++) {
    guint number = parents[i] == i ? n_numbers++ : g_array_index (numbers, guint, parents[i]);

    g_array_append_val (numbers, number);
  }

  return g_steal_pointer (&numbers);
}
