#include "config.h"

#include "syn-quantities-private.h"

#include <math.h>
#include <string.h>

/* Two figures are one quantity from this fit of what they count. */
#define SAME_QUANTITY 0.8

/* Beside the noun, the sentences around two differing figures must share so much, nats, for a conflict: about
 * one rare word or two of middling rarity. */
#define MIN_CONTEXT 1.2

/* A passage that only gives another value joins with this share of the fact's confidence. */
#define ATTACHED_SUPPORT 0.75

/* A figure this telling ("700,000") is the same one wherever it stands. */
#define TELLING 0.6

/* Figures less telling than this ("two", "first of") make no row and no conflict. */
#define MIN_WEIGHT 0.3

void
syn_quantity_free (SynQuantity *quantity)
{
  g_array_unref (quantity->entries);
  g_free (quantity);
}

guint
syn_passage_get_voice (const SynPassage *passage)
{
  return passage->article * 4 + passage->aside;
}

/* ---- do two figures measure one quantity? ---- */

static gboolean
is_same_noun (const SynArticleView *view, const SynPassageTerm *term, const SynFigure *figure)
{
  return syn_span_contains (figure->what_span, view->tokens[term->token].span);
}

/* What the clauses around the two figures share beside the nouns that they count, nats. */
static double
weigh_context (const SynCorpus *corpus,
               const SynPassage *a,
               const SynFigure *a_figure,
               const SynPassage *b,
               const SynFigure *b_figure)
{
  const SynPassageTerm *x = syn_corpus_get_passage_terms (corpus, a);
  const SynPassageTerm *y = syn_corpus_get_passage_terms (corpus, b);
  double sum = 0;

  for (guint i = 0, k = 0; i < a->n_terms && k < b->n_terms;) {
    if (x[i].term == y[k].term) {
      if (!is_same_noun (&corpus->articles[a->article], &x[i], a_figure) &&
          !is_same_noun (&corpus->articles[b->article], &y[k], b_figure))
        sum += syn_corpus_get_term (corpus, x[i].term)->mild_weight;
      i++;
      k++;
    } else if (x[i].term < y[k].term) {
      i++;
    } else {
      k++;
    }
  }

  /* names by their aliases: the words differ, so the loop above has not seen them */
  for (guint i = 0; i < a->n_referents; i++) {
    guint32 referent = syn_corpus_get_passage_referents (corpus, a)[i];

    for (guint k = 0; k < b->n_referents; k++) {
      if (syn_corpus_get_passage_referents (corpus, b)[k] == referent)
        sum += g_array_index (corpus->referents, SynReferent, referent).weight / 2;
    }
  }

  return sum;
}

static SynFigureRelation
relate (const SynCorpus *corpus, const SynPassage *a, guint32 a_figure, const SynPassage *b, guint32 b_figure)
{
  const SynArticleView *a_view = &corpus->articles[a->article];
  const SynArticleView *b_view = &corpus->articles[b->article];
  const SynFigure *x = &a_view->figures[a_figure];
  const SynFigure *y = &b_view->figures[b_figure];
  double fit;
  SynFigureRelation relation = syn_figures_relate (corpus, a_view, x, b_view, y, &fit);

  if (MIN (syn_figure_get_weight (x), syn_figure_get_weight (y)) < MIN_WEIGHT)
    return SYN_FIGURES_UNRELATED;
  if (relation == SYN_FIGURES_AGREE && fit < 0.6)
    return SYN_FIGURES_UNRELATED;
  if (relation == SYN_FIGURES_COMPATIBLE && fit < SAME_QUANTITY)
    return SYN_FIGURES_UNRELATED;
  if ((relation == SYN_FIGURES_CONFLICT || x->kind == SYN_FIGURE_RANK) &&
      syn_figures_have_other_subjects (corpus, a, x, b, y))
    return SYN_FIGURES_UNRELATED;
  if (relation == SYN_FIGURES_CONFLICT && weigh_context (corpus, a, x, b, y) < MIN_CONTEXT)
    return SYN_FIGURES_UNRELATED;

  return relation;
}

/* ---- quantities of a cluster ---- */

typedef struct {
  guint member;
  guint32 figure;
  guint quantity; /* union-find: same quantity */
  guint value;    /* union-find: same value */
} Node;

static guint
find_quantity (GArray *nodes, guint node)
{
  while (g_array_index (nodes, Node, node).quantity != node)
    node = g_array_index (nodes, Node, node).quantity;

  return node;
}

static guint
find_value (GArray *nodes, guint node)
{
  while (g_array_index (nodes, Node, node).value != node)
    node = g_array_index (nodes, Node, node).value;

  return node;
}

static void
join_nodes (GArray *nodes, guint a, guint b, gboolean is_same_value)
{
  guint x = find_quantity (nodes, a);
  guint y = find_quantity (nodes, b);

  g_array_index (nodes, Node, MAX (x, y)).quantity = MIN (x, y);
  if (!is_same_value)
    return;

  x = find_value (nodes, a);
  y = find_value (nodes, b);
  g_array_index (nodes, Node, MAX (x, y)).value = MIN (x, y);
}

static const SynPassage *
get_member (const SynCorpus *corpus, const SynCluster *cluster, guint member)
{
  return syn_corpus_get_passage (corpus, g_array_index (cluster->members, SynClusterMember, member).passage);
}

/* Whether either figure has a partner of equal value in the other's sentence: then the two differ because
 * they measure different things. */
static gboolean
has_better_partner (const SynCorpus *corpus, const SynPassage *a, guint32 figure, const SynPassage *b)
{
  for (guint32 i = b->first_figure; i < b->first_figure + b->n_figures; i++) {
    SynFigureRelation relation = relate (corpus, a, figure, b, i);

    if (relation == SYN_FIGURES_AGREE || relation == SYN_FIGURES_COMPATIBLE)
      return TRUE;
  }

  return FALSE;
}

static void
relate_nodes (const SynCorpus *corpus, const SynCluster *cluster, GArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++) {
    for (guint k = i + 1; k < nodes->len; k++) {
      const Node *x = &g_array_index (nodes, Node, i);
      const Node *y = &g_array_index (nodes, Node, k);
      const SynPassage *a = get_member (corpus, cluster, x->member);
      const SynPassage *b = get_member (corpus, cluster, y->member);
      SynFigureRelation relation;

      if (syn_passage_get_voice (a) == syn_passage_get_voice (b))
        continue;
      relation = relate (corpus, a, x->figure, b, y->figure);
      if (relation == SYN_FIGURES_UNRELATED)
        continue;
      if (relation == SYN_FIGURES_CONFLICT &&
          (has_better_partner (corpus, a, x->figure, b) || has_better_partner (corpus, b, y->figure, a)))
        continue;
      join_nodes (nodes, i, k, relation != SYN_FIGURES_CONFLICT);
    }
  }
}

static SynQuantity *
collect_quantity (const SynCorpus *corpus, const SynCluster *cluster, GArray *nodes, guint root)
{
  SynQuantity *quantity = g_new0 (SynQuantity, 1);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first_voice = 0;
  gboolean has_voices = FALSE;

  quantity->entries = g_array_new (FALSE, FALSE, sizeof (SynQuantityEntry));
  for (guint i = 0; i < nodes->len; i++) {
    const Node *node = &g_array_index (nodes, Node, i);
    SynQuantityEntry entry = { node->member, node->figure, 0 };
    guint value = find_value (nodes, i);
    guint voice = syn_passage_get_voice (get_member (corpus, cluster, node->member));

    if (find_quantity (nodes, i) != root)
      continue;
    while (entry.value < values->len && g_array_index (values, guint, entry.value) != value)
      entry.value++;
    if (entry.value == values->len)
      g_array_append_val (values, value);
    if (quantity->entries->len == 0)
      first_voice = voice;
    has_voices |= voice != first_voice;
    g_array_append_val (quantity->entries, entry);
  }

  quantity->n_values = values->len;
  if (!has_voices)
    g_clear_pointer (&quantity, syn_quantity_free);

  return quantity;
}

GPtrArray *
syn_quantities_find (const SynCorpus *corpus, const SynCluster *cluster)
{
  g_autoptr (GPtrArray) quantities = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_quantity_free);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (Node));

  for (guint m = 0; m < cluster->members->len; m++) {
    const SynPassage *passage = get_member (corpus, cluster, m);

    for (guint32 i = passage->first_figure; i < passage->first_figure + passage->n_figures; i++) {
      Node node = { m, i, nodes->len, nodes->len };

      g_array_append_val (nodes, node);
    }
  }
  relate_nodes (corpus, cluster, nodes);

  for (guint i = 0; i < nodes->len; i++) {
    SynQuantity *quantity =
        find_quantity (nodes, i) == i ? collect_quantity (corpus, cluster, nodes, i) : NULL;

    if (quantity == NULL)
      continue;
    quantity->kind =
        corpus->articles[get_member (corpus, cluster, g_array_index (nodes, Node, i).member)->article]
            .figures[g_array_index (nodes, Node, i).figure]
            .kind;
    g_ptr_array_add (quantities, quantity);
  }

  return g_steal_pointer (&quantities);
}

/* ---- other values from elsewhere ---- */

static gboolean
has_voice (const SynCorpus *corpus, const SynCluster *cluster, guint voice)
{
  for (guint i = 0; i < cluster->members->len; i++) {
    if (syn_passage_get_voice (get_member (corpus, cluster, i)) == voice)
      return TRUE;
  }

  return FALSE;
}

typedef enum {
  VALUE_NONE,
  VALUE_SAME,  /* so telling a figure that it can hardly be of something else */
  VALUE_OTHER, /* of the same thing, but not both true */
} Value;

/* What the passage says of the quantity, judged against each entry. */
static Value
compare_value (const SynCorpus *corpus,
               const SynCluster *cluster,
               const SynQuantity *quantity,
               const SynPassage *passage)
{
  const SynArticleView *view = &corpus->articles[passage->article];
  Value value = VALUE_NONE;

  for (guint32 f = passage->first_figure; f < passage->first_figure + passage->n_figures; f++) {
    for (guint e = 0; e < quantity->entries->len; e++) {
      const SynQuantityEntry *entry = &g_array_index (quantity->entries, SynQuantityEntry, e);
      const SynPassage *member = get_member (corpus, cluster, entry->member);
      const SynFigure *figure = &corpus->articles[member->article].figures[entry->figure];
      SynFigureRelation relation = relate (corpus, member, entry->figure, passage, f);

      if (relation == SYN_FIGURES_AGREE && figure->kind != SYN_FIGURE_RANK &&
          syn_figure_get_weight (figure) >= TELLING &&
          !syn_figures_have_other_subjects (corpus, member, figure, passage, &view->figures[f]))
        return VALUE_SAME;
      if (relation == SYN_FIGURES_AGREE || relation == SYN_FIGURES_COMPATIBLE)
        return VALUE_NONE;
      if (relation == SYN_FIGURES_CONFLICT)
        value = VALUE_OTHER;
    }
  }

  return value;
}

static void
attach_values (const SynCorpus *corpus, SynCluster *cluster, const SynQuantity *quantity)
{
  for (guint p = 0; p < corpus->passages->len; p++) {
    const SynPassage *passage = syn_corpus_get_passage (corpus, p);
    SynClusterMember member = { p, cluster->confidence * ATTACHED_SUPPORT };
    Value value;

    if (passage->n_figures == 0 || has_voice (corpus, cluster, syn_passage_get_voice (passage)))
      continue;
    value = compare_value (corpus, cluster, quantity, passage);
    if (value == VALUE_OTHER)
      member.conflict = quantity->kind == SYN_FIGURE_RANK ? SYN_CONFLICT_RANK : SYN_CONFLICT_FIGURE;
    if (value != VALUE_NONE)
      g_array_append_val (cluster->members, member);
  }
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  const SynClusterMember *x = a;
  const SynClusterMember *y = b;

  return (x->passage > y->passage) - (x->passage < y->passage);
}

void
syn_quantities_attach (const SynCorpus *corpus, GPtrArray *clusters)
{
  for (guint c = 0; c < clusters->len; c++) {
    SynCluster *cluster = g_ptr_array_index (clusters, c);
    g_autoptr (GPtrArray) quantities = syn_quantities_find (corpus, cluster);

    for (guint q = 0; q < quantities->len; q++) {
      const SynQuantity *quantity = g_ptr_array_index (quantities, q);

      if (quantity->n_values == 1)
        attach_values (corpus, cluster, quantity);
    }
    g_array_sort (cluster->members, compare_members);
  }
}
