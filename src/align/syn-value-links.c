#include "config.h"

#include "syn-value-links-private.h"

#include <string.h>

/* Figures less telling than this ("two", "first of") make no row and no conflict. */
#define MIN_WEIGHT 0.3

/* Values of a sentence that are compared: a table in one sentence is not read as prose. */
#define MAX_VALUES 12

/* Equal values are one quantity where the sentences match about as well as those of one fact; those that only
 * fit each other, as "thousands" fits much, where they match better. Chosen by hand. */
#define MIN_SCORE            0.4
#define MIN_COMPATIBLE_SCORE 0.6

/* Two days are a conflict only where the sentences match so well, and their clauses share so much beside the
 * day, nats, and so many of their words: news tells one thing a day after another in like words. Chosen by
 * hand; in the readers' and the sample stories, where nobody finds such a conflict, none passes. */
#define MIN_DAY_SCORE   0.7
#define MIN_DAY_CONTEXT 6.0
#define MIN_DAY_SHARE   0.7
#define MIN_DAY_WORDS   2

/* What a pair of sentences that surely match is worth beside shared words, nats. Chosen by hand; the
 * threshold on the sum is measured (syn-quantities.c). */
#define SCORE_WEIGHT 6.0

/* The day of the month is written: "19 January", but not "Sunday" or "2 days ago", which outlets of different
 * days mean differently. */
static gboolean
is_written_out (const SynArticleView *view, const SynDateMention *date)
{
  GDate day;

  if (!date->is_relative)
    return TRUE;

  g_date_set_julian (&day, date->date.first);
  for (gsize i = date->span.start; i < date->span.end; i++) {
    if (!g_ascii_isdigit (view->text[i]))
      continue;
    if (g_ascii_strtoull (view->text + i, NULL, 10) == g_date_get_day (&day))
      return TRUE;
    while (g_ascii_isdigit (view->text[i + 1]))
      i++;
  }

  return FALSE;
}

static void
add_nodes (const SynCorpus *corpus, guint32 passage, GArray *nodes)
{
  const SynPassage *record = syn_corpus_get_passage (corpus, passage);
  const SynArticleView *view = &corpus->articles[record->article];
  guint first = nodes->len;

  for (guint32 i = record->first_figure; i < record->first_figure + record->n_figures; i++) {
    SynValueNode node = { passage, i, FALSE };

    if (syn_figure_get_weight (&view->figures[i]) >= MIN_WEIGHT && nodes->len - first < MAX_VALUES)
      g_array_append_val (nodes, node);
  }
  for (guint32 i = record->first_date; i < record->first_date + record->n_dates; i++) {
    SynValueNode node = { passage, i, TRUE };

    if (view->dates[i].date.precision == SYN_DATE_DAY && is_written_out (view, &view->dates[i]) &&
        nodes->len - first < MAX_VALUES)
      g_array_append_val (nodes, node);
  }
}

GArray *
syn_value_nodes_find (const SynCorpus *corpus)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (SynValueNode));

  for (guint p = 0; p < corpus->passages->len; p++) {
    if (!syn_corpus_get_passage (corpus, p)->is_label)
      add_nodes (corpus, p, nodes);
  }

  return nodes;
}

gboolean
syn_values_may_be_one (const SynCorpus *corpus, const SynValueNode *a, const SynValueNode *b)
{
  double fit = 0;

  if (a->is_date || b->is_date)
    return a->is_date == b->is_date;
  syn_figures_relate (corpus, syn_value_node_get_article (corpus, a), syn_value_node_get_figure (corpus, a),
                      syn_value_node_get_article (corpus, b), syn_value_node_get_figure (corpus, b), &fit);

  return fit >= SYN_FIGURES_MAYBE_SAME;
}

gboolean
syn_values_meet (const SynCorpus *corpus, const SynValueNode *a, const SynValueNode *b)
{
  if (a->is_date != b->is_date)
    return FALSE;
  if (a->is_date)
    return syn_date_agrees (&syn_value_node_get_date (corpus, a)->date,
                            &syn_value_node_get_date (corpus, b)->date);

  return syn_figures_meet (syn_value_node_get_article (corpus, a), syn_value_node_get_figure (corpus, a),
                           syn_value_node_get_article (corpus, b), syn_value_node_get_figure (corpus, b));
}

/* ---- links ---- */

static gboolean
link_figures (const SynCorpus *corpus,
              const SynScoredPair *pair,
              const SynValueNode *a,
              const SynValueNode *b,
              SynValueLink *link)
{
  const SynFigure *x = syn_value_node_get_figure (corpus, a);
  const SynFigure *y = syn_value_node_get_figure (corpus, b);
  guint n_shared;
  double fit;

  link->relation = syn_figures_relate (corpus, syn_value_node_get_article (corpus, a), x,
                                       syn_value_node_get_article (corpus, b), y, &fit);
  switch (link->relation) {
  case SYN_FIGURES_UNRELATED:
    return FALSE;
  case SYN_FIGURES_AGREE:
    if (fit < SYN_FIGURES_MAYBE_SAME ||
        (pair->score < MIN_SCORE &&
         (x->kind == SYN_FIGURE_RANK || syn_figure_get_weight (x) < SYN_FIGURES_TELLING)))
      return FALSE;
    break;
  case SYN_FIGURES_COMPATIBLE:
    if (fit < SYN_FIGURES_SAME || pair->score < MIN_COMPATIBLE_SCORE)
      return FALSE;
    break;
  case SYN_FIGURES_CONFLICT:
    break;
  }
  if ((link->relation == SYN_FIGURES_CONFLICT || x->kind == SYN_FIGURE_RANK) &&
      syn_figures_have_other_subjects (corpus, syn_value_node_get_passage (corpus, a), x,
                                       syn_value_node_get_passage (corpus, b), y))
    return FALSE;
  if (link->relation == SYN_FIGURES_CONFLICT && syn_value_nodes_name_other_countries (corpus, a, b))
    return FALSE;

  link->strength = syn_value_nodes_weigh_context (corpus, a, b, &n_shared) +
                   (fit >= 1 ? syn_value_node_weigh_noun (corpus, a) : 0) + SCORE_WEIGHT * pair->score;

  return TRUE;
}

static gboolean
link_days (const SynCorpus *corpus,
           const SynScoredPair *pair,
           const SynValueNode *a,
           const SynValueNode *b,
           SynValueLink *link)
{
  guint n_shared;
  double context = syn_value_nodes_weigh_context (corpus, a, b, &n_shared);

  link->relation = syn_values_meet (corpus, a, b) ? SYN_FIGURES_AGREE : SYN_FIGURES_CONFLICT;
  link->strength = context + SCORE_WEIGHT * pair->score;
  if (link->relation == SYN_FIGURES_AGREE)
    return pair->score >= MIN_SCORE;

  return pair->score >= MIN_DAY_SCORE && context >= MIN_DAY_CONTEXT && n_shared >= MIN_DAY_WORDS &&
         n_shared >= MIN_DAY_SHARE * MAX (syn_value_node_count_context (corpus, a),
                                          syn_value_node_count_context (corpus, b));
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const SynValueLink *x = a;
  const SynValueLink *y = b;

  if (x->relation != y->relation)
    return x->relation < y->relation ? -1 : 1;
  if (x->strength != y->strength)
    return x->strength > y->strength ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;

  return (x->b > y->b) - (x->b < y->b);
}

/* ---- conflicts that are none ---- */

/* A value as somebody gives it: two may be of other things. */
typedef struct {
  guint voice;
  guint kind; /* of figure, or DAY */
  double value;
} Given;

#define DAY G_MAXUINT

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
      syn_value_node_get_passage (corpus, &g_array_index (nodes, SynValueNode, node)));
}

static Given
make_given (const SynCorpus *corpus, const SynValueNode *node, guint voice)
{
  Given given = { voice, DAY, 0 };

  if (node->is_date) {
    given.value = syn_value_node_get_date (corpus, node)->date.first;
  } else {
    given.kind = syn_value_node_get_figure (corpus, node)->kind;
    given.value = syn_value_node_get_figure (corpus, node)->value;
  }

  return given;
}

/* Given -> GArray of guint: the nodes that give it. */
static GHashTable *
index_given (const SynCorpus *corpus, const GArray *nodes)
{
  GHashTable *index = g_hash_table_new_full (hash_given, equal_given, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < nodes->len; i++) {
    Given given = make_given (corpus, &g_array_index (nodes, SynValueNode, i), get_voice (corpus, nodes, i));
    GArray *list = g_hash_table_lookup (index, &given);

    if (list == NULL) {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (index, g_memdup2 (&given, sizeof given), list);
    }
    g_array_append_val (list, i);
  }

  return index;
}

static gboolean
are_same (const SynCorpus *corpus, const SynValueNode *a, const SynValueNode *b)
{
  double fit;

  if (a->is_date)
    return TRUE;

  return syn_figures_relate (corpus, syn_value_node_get_article (corpus, a),
                             syn_value_node_get_figure (corpus, a), syn_value_node_get_article (corpus, b),
                             syn_value_node_get_figure (corpus, b), &fit) == SYN_FIGURES_AGREE &&
         fit >= SYN_FIGURES_MAYBE_SAME;
}

/* Whether the voice gives this very value, of something that may be the same. */
static gboolean
gives_same (const SynCorpus *corpus, GHashTable *index, const GArray *nodes, guint node, guint voice)
{
  const SynValueNode *one = &g_array_index (nodes, SynValueNode, node);
  Given given = make_given (corpus, one, voice);
  const GArray *list = g_hash_table_lookup (index, &given);

  for (guint i = 0; list != NULL && i < list->len; i++) {
    if (are_same (corpus, one, &g_array_index (nodes, SynValueNode, g_array_index (list, guint, i))))
      return TRUE;
  }

  return FALSE;
}

/* The node has been linked to a value of that voice. */
static void
note_met (GHashTable *met, guint node, guint voice)
{
  guint64 key = (guint64) voice << 32 | node; /* g_int64_hash () looks at the low half only */

  g_hash_table_add (met, g_memdup2 (&key, sizeof key));
}

static gboolean
has_met (GHashTable *met, guint node, guint voice)
{
  guint64 key = (guint64) voice << 32 | node;

  return g_hash_table_contains (met, &key);
}

/* Where the other voice has the value, too, or comes nearer to it elsewhere, the two that differ measure
 * different things. `links` are sorted. */
static void
drop_false_conflicts (const SynCorpus *corpus, const GArray *nodes, GArray *links)
{
  g_autoptr (GHashTable) index = index_given (corpus, nodes);
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint kept = 0;

  for (guint i = 0; i < links->len; i++) {
    SynValueLink link = g_array_index (links, SynValueLink, i);
    guint a_voice = get_voice (corpus, nodes, link.a);
    guint b_voice = get_voice (corpus, nodes, link.b);

    if (link.relation == SYN_FIGURES_CONFLICT &&
        (has_met (met, link.a, b_voice) || has_met (met, link.b, a_voice) ||
         gives_same (corpus, index, nodes, link.a, b_voice) ||
         gives_same (corpus, index, nodes, link.b, a_voice)))
      continue;
    note_met (met, link.a, b_voice);
    note_met (met, link.b, a_voice);
    g_array_index (links, SynValueLink, kept++) = link;
  }
  g_array_set_size (links, kept);
}

static void
link_nodes (
    const SynCorpus *corpus, const GArray *nodes, const SynScoredPair *pair, guint a, guint b, GArray *links)
{
  const SynValueNode *a_node = &g_array_index (nodes, SynValueNode, a);
  const SynValueNode *b_node = &g_array_index (nodes, SynValueNode, b);
  SynValueLink link = { a, b };

  if (a_node->is_date != b_node->is_date)
    return;
  if (a_node->is_date ? link_days (corpus, pair, a_node, b_node, &link)
                      : link_figures (corpus, pair, a_node, b_node, &link))
    g_array_append_val (links, link);
}

/* Per passage, and one more, where its nodes begin. */
static guint *
find_first_nodes (const SynCorpus *corpus, const GArray *nodes)
{
  guint *first = g_new (guint, corpus->passages->len + 1);
  guint node = 0;

  for (guint p = 0; p <= corpus->passages->len; p++) {
    while (node < nodes->len && g_array_index (nodes, SynValueNode, node).passage < p)
      node++;
    first[p] = node;
  }

  return first;
}

GArray *
syn_value_links_find (const SynCorpus *corpus, const GArray *pairs, const GArray *nodes)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (SynValueLink));
  g_autofree guint *first = find_first_nodes (corpus, nodes);

  for (guint i = 0; i < pairs->len; i++) {
    const SynScoredPair *pair = &g_array_index (pairs, SynScoredPair, i);

    for (guint a = first[pair->a]; a < first[pair->a + 1]; a++) {
      for (guint b = first[pair->b]; b < first[pair->b + 1]; b++)
        link_nodes (corpus, nodes, pair, a, b, links);
    }
  }
  g_array_sort (links, compare_links);
  drop_false_conflicts (corpus, nodes, links);

  return links;
}
