/* Words in the same order: phrases that both sides use, up to whole sentences taken over. */
#include "config.h"

#include "syn-evidence-private.h"

#include <math.h>
#include <string.h>

/* Neighbouring words shared that count as full evidence, nats. */
#define FULL_PHRASES 40.0

/* A run of this many equal words is surely copied. */
#define FULL_RUN 12.0

/* Sentences longer than this are compared by their first words only: the work grows with the product. */
#define MAX_TOKENS 160

typedef struct {
  const char *words[MAX_TOKENS];
  guint32 tokens[MAX_TOKENS];
  guint hashes[MAX_TOKENS];
  float weights[MAX_TOKENS];
  guint n;
} Words;

static void
read_words (const SynPair *pair, const SynPassage *passage, Words *words)
{
  const SynArticleView *view = syn_pair_get_article (pair, passage);

  words->n = 0;
  for (guint32 i = passage->first_token;
       i < passage->first_token + passage->n_tokens && words->n < MAX_TOKENS; i++) {
    const SynToken *token = &view->tokens[i];

    if (!(token->flags & SYN_TOKEN_WORD))
      continue;
    words->words[words->n] = syn_document_get_string (view->document, token->stem);
    words->hashes[words->n] = g_str_hash (words->words[words->n]);
    words->tokens[words->n] = i;
    words->weights[words->n] =
        view->terms[i] != SYN_NO_INDEX ? syn_corpus_get_term (pair->corpus, view->terms[i])->weight : 0;
    words->n++;
  }
}

static void
tell_run (
    SynPair *pair, const Words *a, const Words *b, guint a_end, guint b_end, guint length, double weight)
{
  const SynToken *a_tokens = syn_pair_get_article (pair, pair->a)->tokens;
  const SynToken *b_tokens = syn_pair_get_article (pair, pair->b)->tokens;
  SynFinding finding = { SYN_REASON_TERM, SYN_FEATURE_PHRASE, weight };

  finding.a =
      syn_span (a_tokens[a->tokens[a_end + 1 - length]].span.start, a_tokens[a->tokens[a_end]].span.end);
  finding.b =
      syn_span (b_tokens[b->tokens[b_end + 1 - length]].span.start, b_tokens[b->tokens[b_end]].span.end);
  finding.a_record = finding.b_record = SYN_NO_INDEX;
  syn_pair_tell (pair, &finding);
}

void
syn_evidence_phrases (SynPair *pair)
{
  Words a, b;
  guint16 rows[2][MAX_TOKENS + 1] = { 0 };
  double phrases = 0;
  gboolean b_found[MAX_TOKENS] = { 0 };
  gboolean b_follows[MAX_TOKENS] = { 0 };
  guint longest = 0, n_found = 0, n_follows = 0;

  if (pair->matches->len == 0)
    return;

  read_words (pair, pair->a, &a);
  read_words (pair, pair->b, &b);

  for (guint i = 0; i < a.n; i++) {
    guint16 *before = rows[(i + 1) & 1];
    guint16 *now = rows[i & 1];

    gboolean found = FALSE, follows = FALSE;

    now[0] = 0;
    for (guint k = 0; k < b.n; k++) {
      gboolean is_equal = a.hashes[i] == b.hashes[k] && strcmp (a.words[i], b.words[k]) == 0;
      gboolean goes_on;

      now[k + 1] = is_equal ? before[k] + 1 : 0;
      if (!is_equal)
        continue;

      found = b_found[k] = TRUE;
      if (now[k + 1] > 1)
        follows = b_follows[k] = TRUE;
      longest = MAX (longest, now[k + 1]);
      goes_on = i + 1 < a.n && k + 1 < b.n && a.hashes[i + 1] == b.hashes[k + 1];
      if (!goes_on && now[k + 1] >= 2) {
        double weight = 0;

        /* pairs of neighbours: a lone content word in a run of function words is no phrase */
        for (guint n = 1; n < now[k + 1]; n++)
          weight += sqrt ((double) a.weights[i - n] * a.weights[i + 1 - n]);
        phrases += weight;
        if (weight > 0)
          tell_run (pair, &a, &b, i, k, now[k + 1], weight);
      }
    }
    n_found += found;
    n_follows += follows;
  }
  for (guint k = 0; k < b.n; k++) {
    n_found += b_found[k];
    n_follows += b_follows[k];
  }

  pair->features[SYN_FEATURE_SURFACE] = (double) n_found / (a.n + b.n);
  if (a.n + b.n > 2)
    pair->features[SYN_FEATURE_ORDER] = (double) n_follows / (a.n + b.n - 2);

  pair->features[SYN_FEATURE_PHRASE] = MIN (log1p (phrases) / log1p (FULL_PHRASES), 1.3);
  pair->features[SYN_FEATURE_RUN] = longest > 2 ? MIN (log (longest / 2.0) / log (FULL_RUN / 2), 1.5) : 0;
}
