/* What stands around two values, and so speaks for or against their being of one thing. */
#include "config.h"

#include "syn-value-links-private.h"

/* Likeness of words that makes them speak for one context. */
#define MIN_LIKENESS 0.5

static SynSpan
get_span (const SynCorpus *corpus, const SynValueNode *node)
{
  return node->is_date ? syn_value_node_get_date (corpus, node)->span
                       : syn_value_node_get_figure (corpus, node)->number;
}

static guint32
get_clause (const SynCorpus *corpus, const SynValueNode *node)
{
  return node->is_date ? syn_value_node_get_date (corpus, node)->clause
                       : syn_value_node_get_figure (corpus, node)->clause;
}

static gboolean
is_counted (const SynArticleView *view, const SynPassageTerm *term, const SynFigure *figure)
{
  return figure != NULL && syn_span_contains (figure->what_span, view->tokens[term->token].span);
}

/* The term stands in the value's clause, and is neither a number, nor part of the value, nor what is counted.
 */
static gboolean
is_context (const SynCorpus *corpus, const SynValueNode *node, const SynPassageTerm *term)
{
  const SynPassage *passage = syn_value_node_get_passage (corpus, node);
  const SynArticleView *view = &corpus->articles[passage->article];
  const SynToken *token = &view->tokens[term->token];

  return term->clause + passage->first_clause == get_clause (corpus, node) &&
         !(token->flags & SYN_TOKEN_NUMBER) && !syn_span_overlaps (token->span, get_span (corpus, node)) &&
         !is_counted (view, term, syn_value_node_get_figure (corpus, node));
}

/* A word that is no name, and no "Updated:". */
static gboolean
is_plain (const SynArticleView *view, const SynPassageTerm *term)
{
  return (view->tokens[term->token].flags & SYN_TOKEN_CAPITALISED) == 0;
}

double
syn_value_nodes_weigh_context (const SynCorpus *corpus,
                               const SynValueNode *a,
                               const SynValueNode *b,
                               guint *n_shared)
{
  const SynPassage *a_passage = syn_value_node_get_passage (corpus, a);
  const SynPassage *b_passage = syn_value_node_get_passage (corpus, b);
  const SynPassageTerm *x = syn_corpus_get_passage_terms (corpus, a_passage);
  const SynPassageTerm *y = syn_corpus_get_passage_terms (corpus, b_passage);
  double sum = 0;

  *n_shared = 0;
  for (guint i = 0; i < a_passage->n_terms; i++) {
    double best = 0;

    if (!is_context (corpus, a, &x[i]))
      continue;
    for (guint k = 0; k < b_passage->n_terms; k++) {
      double likeness = syn_corpus_get_likeness (corpus, x[i].term, y[k].term);

      if (likeness >= MIN_LIKENESS && is_context (corpus, b, &y[k]))
        best = MAX (best, likeness * MIN (syn_corpus_get_term (corpus, x[i].term)->mild_weight,
                                          syn_corpus_get_term (corpus, y[k].term)->mild_weight));
    }
    sum += best;
    *n_shared += best > 0 && is_plain (syn_value_node_get_article (corpus, a), &x[i]);
  }

  return sum;
}

guint
syn_value_node_count_context (const SynCorpus *corpus, const SynValueNode *node)
{
  const SynPassage *passage = syn_value_node_get_passage (corpus, node);
  const SynPassageTerm *terms = syn_corpus_get_passage_terms (corpus, passage);
  guint n = 0;

  for (guint i = 0; i < passage->n_terms; i++)
    n += is_context (corpus, node, &terms[i]) &&
         is_plain (syn_value_node_get_article (corpus, node), &terms[i]);

  return n;
}

double
syn_value_node_weigh_noun (const SynCorpus *corpus, const SynValueNode *node)
{
  const SynPassage *passage = syn_value_node_get_passage (corpus, node);
  const SynArticleView *view = &corpus->articles[passage->article];
  const SynPassageTerm *terms = syn_corpus_get_passage_terms (corpus, passage);
  double weight = 0;

  for (guint i = 0; i < passage->n_terms; i++) {
    if (is_counted (view, &terms[i], syn_value_node_get_figure (corpus, node)))
      weight = MAX (weight, syn_corpus_get_term (corpus, terms[i].term)->mild_weight);
  }

  return weight;
}

/* The countries that the value's clause names, each as its code: (element-type utf8). */
static GPtrArray *
find_countries (const SynCorpus *corpus, const SynValueNode *node)
{
  const SynPassage *passage = syn_value_node_get_passage (corpus, node);
  const SynPassageTerm *terms = syn_corpus_get_passage_terms (corpus, passage);
  GPtrArray *countries = g_ptr_array_new ();

  for (guint i = 0; i < passage->n_terms; i++) {
    const char *country = syn_corpus_get_term (corpus, terms[i].term)->country;

    if (country != NULL && terms[i].clause + passage->first_clause == get_clause (corpus, node))
      g_ptr_array_add (countries, (gpointer) country);
  }

  return countries;
}

gboolean
syn_value_nodes_name_other_countries (const SynCorpus *corpus, const SynValueNode *a, const SynValueNode *b)
{
  g_autoptr (GPtrArray) x = find_countries (corpus, a);
  g_autoptr (GPtrArray) y = find_countries (corpus, b);

  for (guint i = 0; i < x->len; i++) {
    if (g_ptr_array_find_with_equal_func (y, g_ptr_array_index (x, i), g_str_equal, NULL))
      return FALSE;
  }

  return x->len > 0 && y->len > 0;
}
