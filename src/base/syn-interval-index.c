#include "config.h"

#include "syn-interval-index.h"

typedef struct {
  SynSpan span;
  gsize item;
  gsize reach; /* the largest end in the subtree whose root this is */
} Node;

/* The sorted array read as a balanced tree: the root of [low, high) is its middle. */
struct _SynIntervalIndex {
  Node *nodes;
  gsize n_nodes;
};

static int
compare_nodes (gconstpointer a, gconstpointer b)
{
  const Node *x = a;
  const Node *y = b;

  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  if (x->span.end != y->span.end)
    return x->span.end < y->span.end ? -1 : 1;

  return (x->item > y->item) - (x->item < y->item);
}

static gsize
set_reach (SynIntervalIndex *self, gsize low, gsize high)
{
  gsize middle = low + (high - low) / 2;
  gsize reach;

  if (low >= high)
    return 0;

  reach = self->nodes[middle].span.end;
  reach = MAX (reach, set_reach (self, low, middle));
  reach = MAX (reach, set_reach (self, middle + 1, high));
  self->nodes[middle].reach = reach;

  return reach;
}

SynIntervalIndex *
syn_interval_index_new (const SynSpan *spans, gsize n_spans)
{
  SynIntervalIndex *self = g_new0 (SynIntervalIndex, 1);

  self->nodes = g_new0 (Node, n_spans);
  for (gsize i = 0; i < n_spans; i++) {
    if (syn_span_is_empty (spans[i]))
      continue;
    self->nodes[self->n_nodes].span = spans[i];
    self->nodes[self->n_nodes].item = i;
    self->n_nodes++;
  }

  if (self->n_nodes > 0)
    qsort (self->nodes, self->n_nodes, sizeof (Node), compare_nodes);
  set_reach (self, 0, self->n_nodes);

  return self;
}

void
syn_interval_index_free (SynIntervalIndex *self)
{
  if (self == NULL)
    return;

  g_free (self->nodes);
  g_free (self);
}

static void
visit (const SynIntervalIndex *self, gsize low, gsize high, SynSpan span, SynIntervalFunc func, gpointer user_data)
{
  gsize middle = low + (high - low) / 2;
  const Node *node;

  if (low >= high || self->nodes[middle].reach <= span.start)
    return;

  node = &self->nodes[middle];
  visit (self, low, middle, span, func, user_data);
  if (syn_span_overlaps (node->span, span))
    func (node->item, node->span, user_data);
  if (node->span.start < span.end)
    visit (self, middle + 1, high, span, func, user_data);
}

void
syn_interval_index_foreach (const SynIntervalIndex *self, SynSpan span, SynIntervalFunc func, gpointer user_data)
{
  if (!syn_span_is_empty (span))
    visit (self, 0, self->n_nodes, span, func, user_data);
}

static void
append_item (gsize item, SynSpan span, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, item);
}

GArray *
syn_interval_index_find (const SynIntervalIndex *self, SynSpan span)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (gsize));

  syn_interval_index_foreach (self, span, append_item, items);

  return items;
}
