#include "syn-anchor-map.h"

/* Two anchors nearer than this, in pixels, are one: a step of the one text must not become a leap of the
 * other. A line of text is 27. */
#define NEAREST 27

struct _SynAnchorMap {
  GArray *anchors; /* SynAnchor: both ends and the run between them */
};

static int
compare_anchors (gconstpointer a, gconstpointer b)
{
  const SynAnchor *first = a;
  const SynAnchor *second = b;

  if (first->from != second->from) {
    return first->from < second->from ? -1 : 1;
  }

  /* Of anchors at one place only one can be in a strictly increasing run: falling order sees to it. */
  return first->to > second->to ? -1 : first->to < second->to;
}

/* Patience sorting: tails[k] is the anchor with the least `to` that ends a run of k + 1. */
static void
append_longest_run (GArray *run, const SynAnchor *anchors, gsize n)
{
  g_autofree gsize *tails = g_new (gsize, n + 1);
  g_autofree gsize *before = g_new (gsize, n + 1);
  g_autofree gsize *chosen = NULL;
  gsize length = 0;

  for (gsize i = 0; i < n; i++) {
    gsize low = 0;
    gsize high = length;

    while (low < high) {
      gsize middle = (low + high) / 2;

      if (anchors[tails[middle]].to < anchors[i].to) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    before[i] = low > 0 ? tails[low - 1] : n;
    tails[low] = i;
    length = MAX (length, low + 1);
  }

  if (length == 0) {
    return;
  }
  chosen = g_new (gsize, length);
  for (gsize k = length, i = tails[length - 1]; k > 0; k--, i = before[i]) {
    chosen[k - 1] = i;
  }
  for (gsize k = 0; k < length; k++) {
    const SynAnchor *last = &g_array_index (run, SynAnchor, run->len - 1);
    const SynAnchor *next = &anchors[chosen[k]];

    if (next->from - last->from >= NEAREST && next->to - last->to >= NEAREST) {
      g_array_append_val (run, *next);
    }
  }
}

SynAnchorMap *
syn_anchor_map_new (const SynAnchor *anchors, gsize n, double from_end, double to_end)
{
  SynAnchorMap *self = g_new0 (SynAnchorMap, 1);
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (SynAnchor));
  SynAnchor start = { 0, 0 };
  SynAnchor end = { MAX (0, from_end), MAX (0, to_end) };

  for (gsize i = 0; i < n; i++) {
    if (anchors[i].from > 0 && anchors[i].from + NEAREST <= end.from && anchors[i].to > 0 &&
        anchors[i].to + NEAREST <= end.to) {
      g_array_append_val (sorted, anchors[i]);
    }
  }
  g_array_sort (sorted, compare_anchors);

  self->anchors = g_array_new (FALSE, FALSE, sizeof (SynAnchor));
  g_array_append_val (self->anchors, start);
  append_longest_run (self->anchors, (const SynAnchor *) sorted->data, sorted->len);
  g_array_append_val (self->anchors, end);

  return self;
}

void
syn_anchor_map_free (SynAnchorMap *self)
{
  g_array_unref (self->anchors);
  g_free (self);
}

double
syn_anchor_map_apply (const SynAnchorMap *self, double from)
{
  const SynAnchor *anchors = (const SynAnchor *) self->anchors->data;
  guint i = 1;

  from = CLAMP (from, 0, anchors[self->anchors->len - 1].from);
  while (i + 1 < self->anchors->len && anchors[i].from < from) {
    i++;
  }
  if (anchors[i].from <= anchors[i - 1].from) {
    return anchors[i - 1].to;
  }

  return anchors[i - 1].to + (from - anchors[i - 1].from) * (anchors[i].to - anchors[i - 1].to) /
                                 (anchors[i].from - anchors[i - 1].from);
}

const SynAnchor *
syn_anchor_map_get_anchors (const SynAnchorMap *self, gsize *n)
{
  *n = self->anchors->len;

  return (const SynAnchor *) self->anchors->data;
}
