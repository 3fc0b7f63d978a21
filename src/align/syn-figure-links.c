#include "config.h"

#include "syn-figure-links-private.h"

#include <string.h>

/* Figures less telling than this ("two", "first of") make no row and no conflict. */
#define MIN_WEIGHT 0.3

/* Figures of a sentence that are compared: a table in one sentence is not read as prose. */
#define MAX_FIGURES 12

/* Equal or compatible figures are one quantity where the sentences match about as well as those of one fact.
 */
#define MIN_SCORE 0.4

/* Likeness of words that makes them speak for one context. */
#define MIN_LIKENESS 0.5

/* What a pair of sentences that surely match is worth beside shared words, nats. Of 6, 3 and 10 the one that
 * tells the sample stories' conflicts from figures of different things best. */
#define SCORE_WEIGHT 6.0

GArray *
syn_figure_nodes_find (const SynCorpus *corpus)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (SynFigureNode));

  for (guint p = 0; p < corpus->passages->len; p++) {
    const SynPassage *passage = syn_corpus_get_passage (corpus, p);
    const SynFigure *figures = corpus->articles[passage->article].figures;
    guint n = 0;

    for (guint32 i = passage->first_figure; i < passage->first_figure + passage->n_figures && n < MAX_FIGURES;
         i++) {
      SynFigureNode node = { p, i };

      if (passage->is_label || syn_figure_get_weight (&figures[i]) < MIN_WEIGHT)
        continue;
      g_array_append_val (nodes, node);
      n++;
    }
  }

  return nodes;
}

/* ---- what speaks for one quantity ---- */

static gboolean
is_counted (const SynArticleView *view, const SynPassageTerm *term, const SynFigure *figure)
{
  return syn_span_contains (figure->what_span, view->tokens[term->token].span);
}

/* The term stands in the figure's clause, and is neither a number nor what is counted. */
static gboolean
is_context (const SynArticleView *view, const SynPassageTerm *term, const SynFigure *figure)
{
  return term->clause + view->sentences[figure->sentence].first_clause == figure->clause &&
         !(view->tokens[term->token].flags & SYN_TOKEN_NUMBER) && !is_counted (view, term, figure);
}

/* What the clauses around the two figures share beside the nouns that they count, nats. */
static double
weigh_context (const SynCorpus *corpus, const SynFigureNode *a, const SynFigureNode *b)
{
  const SynPassage *a_passage = syn_figure_node_get_passage (corpus, a);
  const SynPassage *b_passage = syn_figure_node_get_passage (corpus, b);
  const SynArticleView *a_view = &corpus->articles[a_passage->article];
  const SynArticleView *b_view = &corpus->articles[b_passage->article];
  const SynPassageTerm *x = syn_corpus_get_passage_terms (corpus, a_passage);
  const SynPassageTerm *y = syn_corpus_get_passage_terms (corpus, b_passage);
  double sum = 0;

  for (guint i = 0; i < a_passage->n_terms; i++) {
    double best = 0;

    if (!is_context (a_view, &x[i], &a_view->figures[a->figure]))
      continue;
    for (guint k = 0; k < b_passage->n_terms; k++) {
      double likeness = syn_corpus_get_likeness (corpus, x[i].term, y[k].term);

      if (likeness >= MIN_LIKENESS && is_context (b_view, &y[k], &b_view->figures[b->figure]))
        best = MAX (best, likeness * MIN (syn_corpus_get_term (corpus, x[i].term)->mild_weight,
                                          syn_corpus_get_term (corpus, y[k].term)->mild_weight));
    }
    sum += best;
  }

  return sum;
}

/* That both count tugs says much, that both count people nothing, nats. */
static double
weigh_noun (const SynCorpus *corpus, const SynFigureNode *node)
{
  const SynPassage *passage = syn_figure_node_get_passage (corpus, node);
  const SynArticleView *view = &corpus->articles[passage->article];
  const SynFigure *figure = syn_figure_node_get_figure (corpus, node);
  const SynPassageTerm *terms = syn_corpus_get_passage_terms (corpus, passage);
  double weight = 0;

  for (guint i = 0; i < passage->n_terms; i++) {
    if (is_counted (view, &terms[i], figure))
      weight = MAX (weight, syn_corpus_get_term (corpus, terms[i].term)->mild_weight);
  }

  return weight;
}

/* ---- links ---- */

static void
relate_nodes (
    const SynCorpus *corpus, const GArray *nodes, const SynScoredPair *pair, guint a, guint b, GArray *links)
{
  const SynFigureNode *a_node = &g_array_index (nodes, SynFigureNode, a);
  const SynFigureNode *b_node = &g_array_index (nodes, SynFigureNode, b);
  const SynPassage *a_passage = syn_figure_node_get_passage (corpus, a_node);
  const SynPassage *b_passage = syn_figure_node_get_passage (corpus, b_node);
  const SynFigure *x = syn_figure_node_get_figure (corpus, a_node);
  const SynFigure *y = syn_figure_node_get_figure (corpus, b_node);
  double fit;
  SynFigureLink link = { a, b };

  link.relation = syn_figures_relate (corpus, &corpus->articles[a_passage->article], x,
                                      &corpus->articles[b_passage->article], y, &fit);
  switch (link.relation) {
  case SYN_FIGURES_UNRELATED:
    return;
  case SYN_FIGURES_AGREE:
    if (fit < SYN_FIGURES_MAYBE_SAME ||
        (pair->score < MIN_SCORE &&
         (x->kind == SYN_FIGURE_RANK || syn_figure_get_weight (x) < SYN_FIGURES_TELLING)))
      return;
    break;
  case SYN_FIGURES_COMPATIBLE:
    if (fit < SYN_FIGURES_SAME || pair->score < MIN_SCORE)
      return;
    break;
  case SYN_FIGURES_CONFLICT:
    break;
  }
  if ((link.relation == SYN_FIGURES_CONFLICT || x->kind == SYN_FIGURE_RANK) &&
      syn_figures_have_other_subjects (corpus, a_passage, x, b_passage, y))
    return;

  link.strength = weigh_context (corpus, a_node, b_node) + (fit >= 1 ? weigh_noun (corpus, a_node) : 0) +
                  SCORE_WEIGHT * pair->score;
  g_array_append_val (links, link);
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const SynFigureLink *x = a;
  const SynFigureLink *y = b;

  if (x->relation != y->relation)
    return x->relation < y->relation ? -1 : 1;
  if (x->strength != y->strength)
    return x->strength > y->strength ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;

  return (x->b > y->b) - (x->b < y->b);
}

/* ---- conflicts that are none ---- */

/* A figure as somebody gives it: two may count other things. */
typedef struct {
  guint voice;
  SynFigureKind kind;
  double value;
} Given;

static guint
hash_given (gconstpointer key)
{
  const Given *given = key;

  return g_double_hash (&given->value) * 31 + given->voice * 8 + given->kind;
}

static gboolean
equal_given (gconstpointer a, gconstpointer b)
{
  const Given *x = a;
  const Given *y = b;

  return x->voice == y->voice && x->kind == y->kind && x->value == y->value;
}

static guint
get_voice (const SynCorpus *corpus, const GArray *nodes, guint node)
{
  return syn_passage_get_voice (
      syn_figure_node_get_passage (corpus, &g_array_index (nodes, SynFigureNode, node)));
}

/* Given -> GArray of guint: the nodes that give it. */
static GHashTable *
index_given (const SynCorpus *corpus, const GArray *nodes)
{
  GHashTable *index = g_hash_table_new_full (hash_given, equal_given, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < nodes->len; i++) {
    const SynFigure *figure = syn_figure_node_get_figure (corpus, &g_array_index (nodes, SynFigureNode, i));
    Given given = { get_voice (corpus, nodes, i), figure->kind, figure->value };
    GArray *list = g_hash_table_lookup (index, &given);

    if (list == NULL) {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (index, g_memdup2 (&given, sizeof given), list);
    }
    g_array_append_val (list, i);
  }

  return index;
}

/* Whether the voice gives this very figure, of something that may be the same. */
static gboolean
gives_same (const SynCorpus *corpus, GHashTable *index, const GArray *nodes, guint node, guint voice)
{
  const SynFigureNode *one = &g_array_index (nodes, SynFigureNode, node);
  const SynFigure *figure = syn_figure_node_get_figure (corpus, one);
  Given given = { voice, figure->kind, figure->value };
  const GArray *list = g_hash_table_lookup (index, &given);

  for (guint i = 0; list != NULL && i < list->len; i++) {
    const SynFigureNode *other = &g_array_index (nodes, SynFigureNode, g_array_index (list, guint, i));
    double fit;

    if (syn_figures_relate (corpus, &corpus->articles[syn_figure_node_get_passage (corpus, one)->article],
                            figure, &corpus->articles[syn_figure_node_get_passage (corpus, other)->article],
                            syn_figure_node_get_figure (corpus, other), &fit) == SYN_FIGURES_AGREE &&
        fit >= SYN_FIGURES_MAYBE_SAME)
      return TRUE;
  }

  return FALSE;
}

/* The node has been linked to a figure of that voice. */
static void
note_met (GHashTable *met, guint node, guint voice)
{
  guint64 key = (guint64) node << 32 | voice;

  g_hash_table_add (met, g_memdup2 (&key, sizeof key));
}

static gboolean
has_met (GHashTable *met, guint node, guint voice)
{
  guint64 key = (guint64) node << 32 | voice;

  return g_hash_table_contains (met, &key);
}

/* Where the other voice has the figure, too, or comes nearer to it elsewhere, the two that differ measure
 * different things. `links` are sorted. */
static void
drop_false_conflicts (const SynCorpus *corpus, const GArray *nodes, GArray *links)
{
  g_autoptr (GHashTable) index = index_given (corpus, nodes);
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint kept = 0;

  for (guint i = 0; i < links->len; i++) {
    SynFigureLink link = g_array_index (links, SynFigureLink, i);
    guint a_voice = get_voice (corpus, nodes, link.a);
    guint b_voice = get_voice (corpus, nodes, link.b);

    if (link.relation == SYN_FIGURES_CONFLICT &&
        (has_met (met, link.a, b_voice) || has_met (met, link.b, a_voice) ||
         gives_same (corpus, index, nodes, link.a, b_voice) ||
         gives_same (corpus, index, nodes, link.b, a_voice)))
      continue;
    note_met (met, link.a, b_voice);
    note_met (met, link.b, a_voice);
    g_array_index (links, SynFigureLink, kept++) = link;
  }
  g_array_set_size (links, kept);
}

/* Per passage, and one more, where its nodes begin. */
static guint *
find_first_nodes (const SynCorpus *corpus, const GArray *nodes)
{
  guint *first = g_new (guint, corpus->passages->len + 1);
  guint node = 0;

  for (guint p = 0; p <= corpus->passages->len; p++) {
    while (node < nodes->len && g_array_index (nodes, SynFigureNode, node).passage < p)
      node++;
    first[p] = node;
  }

  return first;
}

GArray *
syn_figure_links_find (const SynCorpus *corpus, const GArray *pairs, const GArray *nodes)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (SynFigureLink));
  g_autofree guint *first = find_first_nodes (corpus, nodes);

  for (guint i = 0; i < pairs->len; i++) {
    const SynScoredPair *pair = &g_array_index (pairs, SynScoredPair, i);

    for (guint a = first[pair->a]; a < first[pair->a + 1]; a++) {
      for (guint b = first[pair->b]; b < first[pair->b + 1]; b++)
        relate_nodes (corpus, nodes, pair, a, b, links);
    }
  }
  g_array_sort (links, compare_links);
  drop_false_conflicts (corpus, nodes, links);

  return links;
}
