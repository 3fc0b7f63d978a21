/* Quotes: the same words from the same mouth, also where one side reports them indirectly. */
#include "config.h"

#include "syn-evidence-private.h"

#include <math.h>

/* Weight of quoted words said on both sides that counts as full evidence, nats. */
#define FULL_QUOTE 6.0

/* Reported speech keeps the sense, not the words. */
#define INDIRECT 0.8

/* The words of one mouth; of nobody knows whose; of two. */
#define SAME_MOUTH    1.0
#define UNKNOWN_MOUTH 0.7
#define OTHER_MOUTH   0.4

/* How much of what is quoted the other side says in the same words or like ones. */
typedef struct {
  double weight;
  double held;
} Content;

static Content
weigh_content (const SynPair *pair, const SynPassage *passage, const float *held, SynSpan span)
{
  const SynPassageTerm *terms = syn_corpus_get_passage_terms (pair->corpus, passage);
  const SynArticleView *view = syn_pair_get_article (pair, passage);
  Content content = { 0 };

  for (guint i = 0; i < passage->n_terms; i++) {
    if (!syn_span_contains (span, view->tokens[terms[i].token].span))
      continue;
    content.weight += terms[i].weight;
    content.held += terms[i].weight * held[i];
  }

  return content;
}

static double
compare_mouths (const SynPair *pair, guint32 a, guint32 b)
{
  guint32 x = syn_pair_get_article (pair, pair->a)->mouths[a];
  guint32 y = syn_pair_get_article (pair, pair->b)->mouths[b];

  if (x == SYN_NO_INDEX || y == SYN_NO_INDEX)
    return UNKNOWN_MOUTH;

  return x == y ? SAME_MOUTH : OTHER_MOUTH;
}

static void
tell_quote (SynPair *pair,
            SynFeature feature,
            double strength,
            SynSpan a,
            SynSpan b,
            guint32 a_record,
            guint32 b_record)
{
  SynFinding finding = { SYN_REASON_QUOTE, feature, strength };

  finding.a = a;
  finding.b = b;
  finding.a_record = a_record;
  finding.b_record = b_record;
  syn_pair_tell (pair, &finding);
}

static void
compare_quotes (SynPair *pair, guint32 i, guint32 k)
{
  const SynArticleView *a_view = syn_pair_get_article (pair, pair->a);
  const SynArticleView *b_view = syn_pair_get_article (pair, pair->b);
  const SynQuote *a = &a_view->quotes[i];
  const SynQuote *b = &b_view->quotes[k];
  SynSpan a_content = syn_span_intersect (a->content, pair->a->span);
  SynSpan b_content = syn_span_intersect (b->content, pair->b->span);
  Content x = weigh_content (pair, pair->a, pair->a_held, a_content);
  Content y = weigh_content (pair, pair->b, pair->b_held, b_content);
  double mouths = compare_mouths (pair, i, k);

  if (x.held > 0 && y.held > 0) {
    double strength = MAX (x.held / x.weight, y.held / y.weight) *
                      MIN (MIN (x.held, y.held) / FULL_QUOTE, 1) *
                      (a->is_direct && b->is_direct ? 1 : INDIRECT) * mouths;

    pair->features[SYN_FEATURE_QUOTE] = MAX (pair->features[SYN_FEATURE_QUOTE], strength);
    tell_quote (pair, SYN_FEATURE_QUOTE, strength, a_content, b_content, i, k);
  }

  if (mouths == SAME_MOUTH) {
    double strength = sqrt (a_view->mouth_shares[i] * b_view->mouth_shares[k]);

    pair->features[SYN_FEATURE_SPEAKER] = MAX (pair->features[SYN_FEATURE_SPEAKER], strength);
    if (a->speaker != SYN_NO_INDEX && !syn_span_is_empty (b->source))
      tell_quote (pair, SYN_FEATURE_SPEAKER, strength, a->source, b->source, i, k);
  }
}

void
syn_evidence_quotes (SynPair *pair)
{
  const guint32 *a = &g_array_index (pair->corpus->passage_quotes, guint32, pair->a->first_quote);
  const guint32 *b = &g_array_index (pair->corpus->passage_quotes, guint32, pair->b->first_quote);

  for (guint i = 0; i < pair->a->n_quotes; i++) {
    for (guint k = 0; k < pair->b->n_quotes; k++)
      compare_quotes (pair, a[i], b[k]);
  }
}
