#include "config.h"

#include "syn-fact-private.h"

#include <string.h>

/* Pairs of mentions that are asked why: the surest. More only say the same again. */
#define MAX_PAIRS 16

/* A mention is a clause where this share of what matches lies in it; else the whole sentence. */
#define CLAUSE_SHARE 0.95

/* Support below this makes a mention similar rather than stated. Chosen by hand, not measured. */
#define STATED 0.65

typedef struct {
  guint a; /* mentions */
  guint b;
  const SynScoredPair *pair;
} Link;

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const Link *x = a;
  const Link *y = b;

  if (x->pair->score != y->pair->score)
    return x->pair->score > y->pair->score ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;

  return (x->b > y->b) - (x->b < y->b);
}

static guint32
get_passage (const SynCluster *cluster, guint member)
{
  return g_array_index (cluster->members, SynClusterMember, member).passage;
}

/* The surest pairs, but every mention's best among them. (transfer full) (element-type Link) */
static GArray *
choose_links (const SynCluster *cluster, const GArray *pairs)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (Link));
  g_autofree gboolean *has_link = g_new0 (gboolean, cluster->members->len);
  guint kept = 0;

  for (guint i = 0; i < cluster->members->len; i++) {
    for (guint k = i + 1; k < cluster->members->len; k++) {
      Link link = { i, k, syn_pairs_find (pairs, get_passage (cluster, i), get_passage (cluster, k)) };

      if (link.pair != NULL)
        g_array_append_val (links, link);
    }
  }
  g_array_sort (links, compare_links);

  for (guint i = 0; i < links->len; i++) {
    Link link = g_array_index (links, Link, i);

    if (i >= MAX_PAIRS && has_link[link.a] && has_link[link.b])
      continue;
    has_link[link.a] = has_link[link.b] = TRUE;
    g_array_index (links, Link, kept++) = link;
  }
  g_array_set_size (links, kept);

  return links;
}

/* ---- mentions ---- */

/* Adds what the pair found to the weights of the clauses it lies in. */
static void
weigh_clauses (
    const SynPassage *passage, const SynArticleView *view, SynSpan span, double strength, double *clauses)
{
  for (guint32 c = 0; c < passage->n_clauses; c++) {
    if (syn_span_overlaps (view->clauses[passage->first_clause + c].span, span))
      clauses[c] += strength;
  }
}

/* The clause that holds nearly all of the evidence, or the sentence. */
static SynSpan
choose_span (const SynPassage *passage, const SynArticleView *view, const double *clauses, double total)
{
  for (guint32 c = 0; c < passage->n_clauses && passage->n_clauses > 1; c++) {
    if (total > 0 && clauses[c] >= CLAUSE_SHARE * total)
      return view->clauses[passage->first_clause + c].span;
  }

  return passage->span;
}

static void
choose_spans (SynFact *fact,
              SynComparer *comparer,
              const SynCorpus *corpus,
              const SynCluster *cluster,
              const GArray *links,
              SynReasons *reasons)
{
  g_autoptr (GPtrArray) clauses = g_ptr_array_new_with_free_func (g_free);
  g_autofree double *totals = g_new0 (double, cluster->members->len);

  for (guint m = 0; m < cluster->members->len; m++)
    g_ptr_array_add (
        clauses, g_new0 (double, syn_corpus_get_passage (corpus, get_passage (cluster, m))->n_clauses + 1));

  for (guint i = 0; i < links->len; i++) {
    const Link *link = &g_array_index (links, Link, i);
    SynPair *pair =
        syn_comparer_compare (comparer, get_passage (cluster, link->a), get_passage (cluster, link->b), TRUE);
    double features[SYN_N_FEATURES];

    for (int f = 0; f < SYN_N_FEATURES; f++)
      features[f] = link->pair->features[f];
    syn_reasons_add (reasons, pair, features, link->a, link->b);

    for (guint k = 0; k < pair->findings->len; k++) {
      const SynFinding *finding = &g_array_index (pair->findings, SynFinding, k);

      totals[link->a] += finding->strength;
      totals[link->b] += finding->strength;
      weigh_clauses (pair->a, &corpus->articles[pair->a->article], finding->a, finding->strength,
                     g_ptr_array_index (clauses, link->a));
      weigh_clauses (pair->b, &corpus->articles[pair->b->article], finding->b, finding->strength,
                     g_ptr_array_index (clauses, link->b));
    }
  }

  for (guint m = 0; m < cluster->members->len; m++) {
    const SynPassage *passage = syn_corpus_get_passage (corpus, get_passage (cluster, m));

    fact->mentions[m].span =
        choose_span (passage, &corpus->articles[passage->article], g_ptr_array_index (clauses, m), totals[m]);
  }
}

static void
fill_mentions (SynFact *fact, const SynCorpus *corpus, const SynCluster *cluster)
{
  fact->n_mentions = cluster->members->len;
  fact->mentions = g_new0 (SynMention, fact->n_mentions);
  for (gsize m = 0; m < fact->n_mentions; m++) {
    const SynClusterMember *member = &g_array_index (cluster->members, SynClusterMember, m);
    const SynPassage *passage = syn_corpus_get_passage (corpus, member->passage);
    SynMention *mention = &fact->mentions[m];

    mention->article = passage->article;
    mention->sentence = passage->sentence;
    mention->span = passage->span;
    mention->score = CLAMP (member->support, 0, 1);
    mention->stance = mention->score >= STATED ? SYN_STANCE_STATED : SYN_STANCE_SIMILAR;
  }
}

/* ---- stances ---- */

/* An article stands to the fact as its firmest mention does. */
static void
fill_stances (SynFact *fact, guint n_articles)
{
  fact->n_articles = n_articles;
  fact->stances = g_new0 (SynStance, n_articles);
  for (gsize m = 0; m < fact->n_mentions; m++) {
    const SynMention *mention = &fact->mentions[m];
    SynStance *stance = &fact->stances[mention->article];

    if (*stance == SYN_STANCE_ABSENT || mention->stance == SYN_STANCE_STATED ||
        (*stance == SYN_STANCE_SIMILAR && mention->stance == SYN_STANCE_CONFLICTING))
      *stance = mention->stance;
  }
}

/* ---- title ---- */

/* Where a title of the mention begins, so that a reader sees in it what differs: at the clause that says it,
 * if it comes late.
 */
static SynSpan
choose_title_span (const SynMention *mention, const SynPassage *passage, const SynArticleView *view)
{
  SynSpan span = mention->span;

  if (mention->n_differing == 0 || syn_fact_title_shows (view, span, mention->differing[0]))
    return span;

  for (guint32 c = passage->first_clause; c < passage->first_clause + passage->n_clauses; c++) {
    if (syn_span_contains (view->clauses[c].span, mention->differing[0]))
      span.start = MAX (span.start, view->clauses[c].span.start);
  }

  return span;
}

/* How well the mention would stand for all: surely stated, no headline or heading where there is a choice,
 * short, and plain about what differs. */
static double
get_clarity (const SynMention *mention, const SynPassage *passage, const SynArticleView *view)
{
  SynSpan span = choose_title_span (mention, passage, view);
  gboolean is_hidden = mention->n_differing > 0 && !syn_fact_title_shows (view, span, mention->differing[0]);

  return mention->score - 0.0015 * syn_span_length (mention->span) -
         (passage->aside != SYN_ASIDE_NONE ? 0.3 : 0) -
         (mention->stance == SYN_STANCE_CONFLICTING ? 0.3 : 0) - (is_hidden ? 0.6 : 0) -
         (span.start != mention->span.start ? 0.15 : 0);
}

/* (transfer full) */
static char *
make_title (const SynFact *fact, const SynCorpus *corpus, const SynCluster *cluster)
{
  SynSpan best_span = SYN_SPAN_NONE;
  const SynArticleView *best_view = NULL;
  double best = 0;

  for (gsize m = 0; m < fact->n_mentions; m++) {
    const SynMention *mention = &fact->mentions[m];
    const SynPassage *passage = syn_corpus_get_passage (corpus, get_passage (cluster, m));
    const SynArticleView *view = &corpus->articles[mention->article];
    double clarity = get_clarity (mention, passage, view);

    if (best_view == NULL || clarity > best) {
      best = clarity;
      best_view = view;
      best_span = choose_title_span (mention, passage, view);
    }
  }

  return syn_fact_title_new (best_view, best_span);
}

void
syn_fact_build (SynFact *fact,
                SynComparer *comparer,
                const SynCorpus *corpus,
                const SynModel *model,
                const GArray *pairs,
                const SynCluster *cluster,
                const SynQuantity *contested)
{
  g_autoptr (SynReasons) reasons = syn_reasons_new (corpus, model, SYN_MODEL_STORY);
  g_autoptr (GArray) links = choose_links (cluster, pairs);

  fact->confidence = CLAMP (cluster->confidence, 0, 1);
  fill_mentions (fact, corpus, cluster);
  choose_spans (fact, comparer, corpus, cluster, links, reasons);
  if (contested != NULL)
    syn_fact_mark_conflict (fact, corpus, contested, reasons);
  fill_stances (fact, corpus->n_articles);
  fact->n_origins = syn_origins_find (corpus, fact->mentions, fact->n_mentions);
  fact->reasons = syn_reasons_steal (reasons, &fact->n_reasons);
  fact->title = make_title (fact, corpus, cluster);
}
