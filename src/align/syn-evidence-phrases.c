/* Words in the same order: phrases that both sides use, up to whole sentences taken over. */
#include "config.h"

#include "syn-evidence-private.h"

#include <math.h>

/* Neighbouring words shared that count as full evidence, nats. */
#define FULL_PHRASES 40.0

/* A run of this many equal words is surely copied. */
#define FULL_RUN 12.0

/* Where the words of one passage stand, by word: places count from 1, so that 0 is none. */
typedef struct {
  guint8 *first;                          /* per word of the corpus: its first place */
  guint8 next[SYN_MAX_PASSAGE_WORDS + 1]; /* per place: the same word's next one */
} Places;

G_STATIC_ASSERT (SYN_MAX_PASSAGE_WORDS < G_MAXUINT8);

static void
note_places (Places *places, const SynPassageWord *words, guint n)
{
  for (guint place = n; place > 0; place--) {
    places->next[place] = places->first[words[place - 1].word];
    places->first[words[place - 1].word] = place;
  }
}

static void
forget_places (Places *places, const SynPassageWord *words, guint n)
{
  for (guint i = 0; i < n; i++)
    places->first[words[i].word] = 0;
}

/* A run of equal words that ends at the given places. */
static void
tell_run (SynPair *pair, guint a_end, guint b_end, guint length, double weight)
{
  const SynToken *a_tokens = syn_pair_get_article (pair, pair->a)->tokens;
  const SynToken *b_tokens = syn_pair_get_article (pair, pair->b)->tokens;
  const SynPassageWord *a = syn_corpus_get_passage_words (pair->corpus, pair->a);
  const SynPassageWord *b = syn_corpus_get_passage_words (pair->corpus, pair->b);
  SynFinding finding = { SYN_REASON_TERM, SYN_FEATURE_PHRASE, weight };

  finding.a = syn_span (a_tokens[a[a_end - length].token].span.start, a_tokens[a[a_end - 1].token].span.end);
  finding.b = syn_span (b_tokens[b[b_end - length].token].span.start, b_tokens[b[b_end - 1].token].span.end);
  finding.a_record = finding.b_record = SYN_NO_INDEX;
  syn_pair_tell (pair, &finding);
}

/* Pairs of neighbours: a lone content word in a run of function words is no phrase. */
static double
weigh_run (const SynPassageWord *end, guint length)
{
  double weight = 0;

  for (guint n = 1; n < length; n++)
    weight += sqrt ((double) end[-(int) n].weight * end[1 - (int) n].weight);

  return weight;
}

/* Only the places where a word of `a` stands in `b` are walked; most pairs share few. */
void
syn_evidence_phrases (SynPair *pair)
{
  const SynPassageWord *a = syn_corpus_get_passage_words (pair->corpus, pair->a);
  const SynPassageWord *b = syn_corpus_get_passage_words (pair->corpus, pair->b);
  guint n_a = pair->a->n_words, n_b = pair->b->n_words;
  Places places = { .first = pair->first_places };
  /* per place in b, for this word of a and the one before: how many equal words end there */
  guint8 runs[2][SYN_MAX_PASSAGE_WORDS + 1] = { 0 };
  gboolean b_found[SYN_MAX_PASSAGE_WORDS + 1] = { 0 };
  guint longest = 0, n_found = 0;
  double phrases = 0;

  if (pair->matches->len == 0)
    return;

  note_places (&places, b, n_b);
  for (guint i = 1; i <= n_a; i++) {
    guint8 *before = runs[(i - 1) & 1];
    guint8 *now = runs[i & 1];
    gboolean found = FALSE;

    for (guint k = places.first[a[i - 1].word]; k > 0; k = places.next[k]) {
      gboolean goes_on = i < n_a && k < n_b && a[i].word == b[k].word;

      now[k] = before[k - 1] + 1;
      found = b_found[k] = TRUE;
      longest = MAX (longest, now[k]);
      if (!goes_on && now[k] >= 2) {
        double weight = weigh_run (&a[i - 1], now[k]);

        phrases += weight;
        if (weight > 0)
          tell_run (pair, i, k, now[k], weight);
      }
    }
    if (i > 1) {
      for (guint k = places.first[a[i - 2].word]; k > 0; k = places.next[k])
        before[k] = 0;
    }
    n_found += found;
  }
  forget_places (&places, b, n_b);

  for (guint k = 1; k <= n_b; k++)
    n_found += b_found[k];

  pair->features[SYN_FEATURE_SURFACE] = (double) n_found / (n_a + n_b);
  pair->features[SYN_FEATURE_PHRASE] = MIN (log1p (phrases) / log1p (FULL_PHRASES), 1.3);
  pair->features[SYN_FEATURE_RUN] = longest > 2 ? MIN (log (longest / 2.0) / log (FULL_RUN / 2), 1.5) : 0;
}
