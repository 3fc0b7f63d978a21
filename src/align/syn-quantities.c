#include "config.h"

#include "syn-quantities-private.h"

#include "syn-denials-private.h"

/* Two differing values are one quantity from this strength on, nats. In the sample stories and the readers'
 * true conflicts have 5.6 and more; see tests/corpus. */
#define MIN_CONFLICT 5.5

/* Likewise where two articles agree on one of the values, so that it is known what is measured. */
#define MIN_OTHER_VALUE 3.0

/* Shares are many in a text and alike, and what they are of stands further off: by reading those of ECB+'s
 * stories. */
#define MIN_PERCENT_CONFLICT 8.0

SynQuantity *
syn_quantity_new (SynQuantityKind kind)
{
  SynQuantity *quantity = g_new0 (SynQuantity, 1);

  quantity->kind = kind;
  quantity->entries = g_array_new (FALSE, FALSE, sizeof (SynQuantityEntry));

  return quantity;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const SynQuantityEntry *x = a;
  const SynQuantityEntry *y = b;

  if (x->passage != y->passage)
    return x->passage < y->passage ? -1 : 1;

  return (x->record > y->record) - (x->record < y->record);
}

void
syn_quantity_sort (SynQuantity *quantity)
{
  g_array_sort (quantity->entries, compare_entries);
}

void
syn_quantity_free (SynQuantity *quantity)
{
  g_array_unref (quantity->entries);
  g_free (quantity);
}

/* ---- groups of values ---- */

typedef struct {
  const SynCorpus *corpus;
  const GArray *nodes;
  GPtrArray *groups; /* per node: its group, a GArray of nodes that they share */
} Grouping;

static const SynValueNode *
get_node (const Grouping *self, guint node)
{
  return &g_array_index (self->nodes, SynValueNode, node);
}

static const SynArticleView *
get_view (const Grouping *self, guint node)
{
  return &self->corpus->articles[syn_value_node_get_passage (self->corpus, get_node (self, node))->article];
}

static SynSpan
get_what_span (const Grouping *self, guint node)
{
  const SynFigure *figure = syn_value_node_get_figure (self->corpus, get_node (self, node));

  return figure != NULL ? figure->what_span : SYN_SPAN_NONE;
}

static gboolean
do_meet (const Grouping *self, guint a, guint b)
{
  return syn_values_meet (self->corpus, get_node (self, a), get_node (self, b));
}

/* Whether their sentence says what is counted once for both: "400,000 users one day and 900,000 the next". */
static gboolean
share_noun (const Grouping *self, guint a, guint b)
{
  SynSpan what = get_what_span (self, a);

  return get_node (self, a)->passage == get_node (self, b)->passage && !syn_span_is_empty (what) &&
         syn_span_equal (what, get_what_span (self, b));
}

static guint
get_voice (const Grouping *self, guint node)
{
  return syn_passage_get_voice (syn_value_node_get_passage (self->corpus, get_node (self, node)));
}

/* Who gives two values gives them of two things; but for one sentence that says once what it counts. */
static gboolean
are_told_apart (const Grouping *self, guint a, guint b)
{
  return get_voice (self, a) == get_voice (self, b) && !do_meet (self, a, b) && !share_noun (self, a, b);
}

/* Whether all of both groups may be values of one quantity. */
static gboolean
can_join (const Grouping *self, const GArray *x, const GArray *y, SynFigureRelation relation)
{
  for (guint i = 0; i < x->len; i++) {
    for (guint k = 0; k < y->len; k++) {
      guint a = g_array_index (x, guint, i);
      guint b = g_array_index (y, guint, k);

      if (are_told_apart (self, a, b) ||
          !syn_values_may_be_one (self->corpus, get_node (self, a), get_node (self, b)) ||
          (relation == SYN_FIGURES_COMPATIBLE && !do_meet (self, a, b)))
        return FALSE;
    }
  }

  return TRUE;
}

static gboolean
is_agreed (const Grouping *self, const GArray *group)
{
  for (guint i = 1; i < group->len; i++) {
    if (get_view (self, g_array_index (group, guint, i)) != get_view (self, g_array_index (group, guint, 0)))
      return TRUE;
  }

  return FALSE;
}

/* How strong a conflict must be for its two groups to be one quantity. */
static double
get_threshold (const Grouping *self, const SynValueLink *link, const GArray *x, const GArray *y)
{
  const SynFigure *figure = syn_value_node_get_figure (self->corpus, get_node (self, link->a));

  if (figure != NULL && figure->kind == SYN_FIGURE_PERCENT)
    return MIN_PERCENT_CONFLICT;

  return is_agreed (self, x) || is_agreed (self, y) ? MIN_OTHER_VALUE : MIN_CONFLICT;
}

static void
join_groups (Grouping *self, const SynValueLink *link)
{
  GArray *x = g_ptr_array_index (self->groups, link->a);
  GArray *y = g_ptr_array_index (self->groups, link->b);

  if (x == y || !can_join (self, x, y, link->relation))
    return;
  if (link->relation == SYN_FIGURES_CONFLICT && link->strength < get_threshold (self, link, x, y))
    return;

  for (guint i = 0; i < y->len; i++) {
    guint node = g_array_index (y, guint, i);

    g_array_append_val (x, node);
  }
  g_array_ref (y);
  for (guint i = 0; i < y->len; i++) {
    gpointer *slot = &g_ptr_array_index (self->groups, g_array_index (y, guint, i));

    g_array_unref (*slot);
    *slot = g_array_ref (x);
  }
  g_array_unref (y);
}

/* ---- values ---- */

typedef struct {
  guint node;
  double width; /* of its range: the precise ones found the values */
} Ranked;

static int
compare_widths (gconstpointer a, gconstpointer b)
{
  const Ranked *x = a;
  const Ranked *y = b;

  if (x->width != y->width)
    return x->width < y->width ? -1 : 1;

  return (x->node > y->node) - (x->node < y->node);
}

static gboolean
fits_value (const Grouping *self, const GArray *value, guint node)
{
  for (guint i = 0; i < value->len; i++) {
    if (!do_meet (self, g_array_index (value, guint, i), node))
      return FALSE;
  }

  return TRUE;
}

/* Meeting is not transitive: "more than 400" fits 422 and 450, which differ. Each figure, the most precise
 * first, goes to the value that most others give out of those that it fits whole. (transfer full)
 * (element-type GArray of nodes) */
static GPtrArray *
find_values (const Grouping *self, const GArray *group)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < group->len; i++) {
    Ranked entry = { g_array_index (group, guint, i) };
    const SynFigure *figure = syn_value_node_get_figure (self->corpus, get_node (self, entry.node));

    entry.width = figure != NULL ? figure->upper - figure->lower : 0;
    g_array_append_val (ranked, entry);
  }
  g_array_sort (ranked, compare_widths);

  for (guint i = 0; i < ranked->len; i++) {
    guint node = g_array_index (ranked, Ranked, i).node;
    GArray *best = NULL;

    for (guint v = 0; v < values->len; v++) {
      GArray *value = g_ptr_array_index (values, v);

      if (fits_value (self, value, node) && (best == NULL || value->len > best->len))
        best = value;
    }
    if (best == NULL) {
      best = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (values, best);
    }
    g_array_append_val (best, node);
  }

  return values;
}

/* ---- quantities ---- */

/* Values are numbered in the order in which they are given first. */
static void
number_values (SynQuantity *quantity)
{
  g_autofree guint *numbers = g_new0 (guint, quantity->n_values); /* from 1; 0: not met yet */
  guint n = 0;

  for (guint i = 0; i < quantity->entries->len; i++) {
    SynQuantityEntry *entry = &g_array_index (quantity->entries, SynQuantityEntry, i);

    if (numbers[entry->value] == 0)
      numbers[entry->value] = ++n;
    entry->value = numbers[entry->value] - 1;
  }
}

static SynQuantity *
make_quantity (const Grouping *self, const GArray *group)
{
  gboolean is_date = get_node (self, g_array_index (group, guint, 0))->is_date;
  SynQuantity *quantity = syn_quantity_new (is_date ? SYN_QUANTITY_DAY : SYN_QUANTITY_FIGURE);
  g_autoptr (GPtrArray) values = find_values (self, group);

  quantity->n_values = values->len;
  for (guint v = 0; v < values->len; v++) {
    const GArray *value = g_ptr_array_index (values, v);

    for (guint i = 0; i < value->len; i++) {
      const SynValueNode *node = get_node (self, g_array_index (value, guint, i));
      SynQuantityEntry entry = { node->passage, node->record, v };

      g_array_append_val (quantity->entries, entry);
    }
  }
  syn_quantity_sort (quantity);
  number_values (quantity);

  return quantity;
}

static gboolean
is_contested (const Grouping *self, const GArray *group)
{
  for (guint i = 0; i < group->len; i++) {
    for (guint k = i + 1; k < group->len; k++) {
      if (!do_meet (self, g_array_index (group, guint, i), g_array_index (group, guint, k)))
        return TRUE;
    }
  }

  return FALSE;
}

/* Of figures that stand against others, those that go with them belong there as well. */
static void
join_followers (Grouping *self)
{
  for (guint i = 1; i < self->nodes->len; i++) {
    SynValueLink link = { i - 1, i, SYN_FIGURES_AGREE };
    const GArray *before = g_ptr_array_index (self->groups, i - 1);
    const GArray *group = g_ptr_array_index (self->groups, i);

    if (share_noun (self, i - 1, i) && (is_contested (self, before) || is_contested (self, group)))
      join_groups (self, &link);
  }
}

GPtrArray *
syn_quantities_find (const SynCorpus *corpus, const GArray *pairs)
{
  GPtrArray *quantities = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_quantity_free);
  g_autoptr (GArray) nodes = syn_value_nodes_find (corpus);
  g_autoptr (GArray) links = syn_value_links_find (corpus, pairs, nodes);
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Grouping grouping = { corpus, nodes, groups };

  for (guint i = 0; i < nodes->len; i++) {
    GArray *group = g_array_new (FALSE, FALSE, sizeof (guint));

    g_array_append_val (group, i);
    g_ptr_array_add (groups, group);
  }
  for (guint i = 0; i < links->len; i++)
    join_groups (&grouping, &g_array_index (links, SynValueLink, i));
  join_followers (&grouping);

  for (guint i = 0; i < nodes->len; i++) {
    GArray *group = g_ptr_array_index (groups, i);
    gboolean is_first = TRUE;

    for (guint k = 0; k < group->len; k++)
      is_first &= g_array_index (group, guint, k) >= i;
    if (is_first && is_agreed (&grouping, group))
      g_ptr_array_add (quantities, make_quantity (&grouping, group));
  }

  claims = syn_denials_find (corpus, pairs);
  g_ptr_array_extend_and_steal (quantities, g_steal_pointer (&claims));

  return quantities;
}
