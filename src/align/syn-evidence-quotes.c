/* Quotes: the same words from the same mouth, also where one side reports them indirectly. */
#include "config.h"

#include "syn-evidence-private.h"

/* Weight of shared quoted words that counts as full evidence, nats. */
#define FULL_QUOTE 20.0

/* Reported speech keeps the sense, not the words. */
#define INDIRECT 0.6

static double
weigh_content (const SynPair *pair, const SynPassage *passage, SynSpan content)
{
  const SynPassageTerm *terms = syn_corpus_get_passage_terms (pair->corpus, passage);
  const SynArticleView *view = syn_pair_get_article (pair, passage);
  double sum = 0;

  for (guint i = 0; i < passage->n_terms; i++) {
    if (syn_span_contains (content, view->tokens[terms[i].token].span))
      sum += terms[i].weight;
  }

  return sum;
}

static double
weigh_shared (const SynPair *pair, SynSpan a_content, SynSpan b_content)
{
  const SynPassageTerm *a = syn_corpus_get_passage_terms (pair->corpus, pair->a);
  const SynPassageTerm *b = syn_corpus_get_passage_terms (pair->corpus, pair->b);
  const SynToken *a_tokens = syn_pair_get_article (pair, pair->a)->tokens;
  const SynToken *b_tokens = syn_pair_get_article (pair, pair->b)->tokens;
  double sum = 0;

  for (guint i = 0; i < pair->matches->len; i++) {
    const SynTermMatch *match = &g_array_index (pair->matches, SynTermMatch, i);

    if (match->likeness >= 1 && syn_span_contains (a_content, a_tokens[a[match->a].token].span) &&
        syn_span_contains (b_content, b_tokens[b[match->b].token].span))
      sum += MIN (a[match->a].weight, b[match->b].weight);
  }

  return sum;
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
  double least = MIN (weigh_content (pair, pair->a, a_content), weigh_content (pair, pair->b, b_content));
  double shared = weigh_shared (pair, a_content, b_content);
  gboolean has_speakers = a->speaker != SYN_NO_INDEX && b->speaker != SYN_NO_INDEX;

  if (least > 0 && shared > 0) {
    double strength =
        shared / least * MIN (shared / FULL_QUOTE, 1) * (a->is_direct && b->is_direct ? 1 : INDIRECT);

    strength = MIN (strength, 1);
    pair->features[SYN_FEATURE_QUOTE] = MAX (pair->features[SYN_FEATURE_QUOTE], strength);
    tell_quote (pair, SYN_FEATURE_QUOTE, strength, a_content, b_content, i, k);
  }

  if (has_speakers && a_view->referents[a->speaker] == b_view->referents[b->speaker]) {
    pair->features[SYN_FEATURE_SPEAKER] = 1;
    tell_quote (pair, SYN_FEATURE_SPEAKER, 1, a->source, b->source, i, k);
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
