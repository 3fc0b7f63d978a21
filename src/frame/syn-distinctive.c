/* Distinctive words: what one article says more often than the others do, by log-odds with an informative
 * Dirichlet prior (Monroe, Colaresi and Quinn, "Fightin' Words", 2008, section 3.5.1); the prior is how
 * common the word is in news. */
#include "config.h"

#include "syn-frame-work-private.h"

#include <math.h>
#include <string.h>

/* Words that the prior is worth: an article's. */
#define PRIOR_WORDS 400.0
/* The sum over all words of the share of articles that have it: the distinct words of a mean article, counted
 * in data/tables/en-document-frequency.tsv. Turns document frequencies into shares of running text. */
#define DISTINCT_WORDS 415.0
/* The least prior of a word: without it the variance of a word that the others never use is out of all
 * proportion. */
#define MIN_PRIOR 0.4
/* z at which a word is shown, and how fast the score rises about it. A word three times in an article of 500
 * words and nowhere in four others has a z of about 2.2. */
#define SHOWN_Z   2.1
#define STEEP_Z   1.6
#define MIN_COUNT 2
/* Scores below are not kept. */
#define FLOOR 0.25
/* Words commoner than this in news (nats) prove nothing. */
#define MIN_RARITY 2.0

typedef struct {
  const char *word; /* borrowed: the commonest spelling met first */
  float rarity;
  guint *counts; /* an article each */
  guint total;
} Term;

static void
free_term (gpointer data)
{
  g_free (((Term *) data)->counts);
  g_free (data);
}

/* Names say what the article is about, not how it is worded; a single letter or sign says nothing. */
static gboolean
is_candidate (const SynToken *token, guint8 roles)
{
  gsize least = (token->flags & SYN_TOKEN_HAN) ? strlen ("字字") : 2;

  return (token->flags & SYN_TOKEN_WORD) && !(token->flags & (SYN_TOKEN_FUNCTION | SYN_TOKEN_NUMBER)) &&
         !(roles & SYN_ROLE_NAME) && token->rarity >= MIN_RARITY && syn_span_length (token->span) >= least;
}

static GHashTable *
count_terms (const SynFrameWork *work, guint *n_words)
{
  GHashTable *terms = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_term);

  for (guint a = 0; a < work->n_articles; a++) {
    const SynDocument *document = work->articles[a].document;
    gsize n_tokens;
    const SynToken *tokens = syn_document_get_tokens (document, &n_tokens);

    for (gsize i = 0; i < n_tokens; i++) {
      const char *stem = syn_document_get_string (document, tokens[i].stem);
      Term *term;

      n_words[a] += (tokens[i].flags & SYN_TOKEN_WORD) != 0;
      if (!is_candidate (&tokens[i], work->articles[a].roles[i]))
        continue;

      term = g_hash_table_lookup (terms, stem);
      if (term == NULL) {
        term = g_new0 (Term, 1);
        term->word = syn_document_get_string (document, tokens[i].word);
        term->rarity = tokens[i].rarity;
        term->counts = g_new0 (guint, work->n_articles);
        g_hash_table_insert (terms, (gpointer) stem, term);
      }
      term->rarity = MIN (term->rarity, tokens[i].rarity);
      term->counts[a]++;
      term->total++;
    }
  }

  return terms;
}

/* z of the word in one article against all others together. */
static double
get_z (const Term *term, guint article, guint here_words, guint other_words)
{
  double prior = MAX (MIN_PRIOR, PRIOR_WORDS * exp (-term->rarity) / DISTINCT_WORDS);
  double here = term->counts[article] + prior;
  double others = term->total - term->counts[article] + prior;
  double odds =
      log (here / (here_words + PRIOR_WORDS - here)) - log (others / (other_words + PRIOR_WORDS - others));

  return odds / sqrt (1 / here + 1 / others);
}

static int
compare_distinctive (gconstpointer a, gconstpointer b)
{
  const SynDistinctive *x = a;
  const SynDistinctive *y = b;

  if (x->article != y->article)
    return x->article < y->article ? -1 : 1;
  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;

  return g_strcmp0 (x->term, y->term);
}

void
syn_frame_find_distinctive (SynFrameWork *work)
{
  g_autofree guint *n_words = g_new0 (guint, work->n_articles + 1);
  g_autoptr (GHashTable) terms = NULL;
  GHashTableIter iter;
  gpointer value;
  guint all = 0;

  if (work->n_articles < 2)
    return;

  terms = count_terms (work, n_words);
  for (guint a = 0; a < work->n_articles; a++)
    all += n_words[a];

  g_hash_table_iter_init (&iter, terms);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const Term *term = value;

    for (guint a = 0; a < work->n_articles; a++) {
      SynDistinctive found = { a, NULL, 0, term->counts[a], term->total - term->counts[a] };

      if (found.count < MIN_COUNT)
        continue;
      found.score = 1 / (1 + exp (-STEEP_Z * (get_z (term, a, n_words[a], all - n_words[a]) - SHOWN_Z)));
      if (found.score < FLOOR)
        continue;
      found.term = g_strdup (term->word);
      g_array_append_val (work->distinctive, found);
    }
  }
  g_array_sort (work->distinctive, compare_distinctive);
}
