/* Metaphors: a word that belongs to another domain than the story's ("a flood of users", "the battle for
 * viewers"; Lakoff and Johnson, 1980). Whether the story itself is about that domain is judged from all its
 * articles: of a story about a flood, the words of water are literal. */
#include "config.h"

#include "syn-frame-work-private.h"

#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

/* A phrase ("flood of") is surer than a word by itself. */
#define PHRASE_SCORE 0.65
#define WORD_SCORE   0.5
/* Share of reported words that counts. */
#define REPORTED_SHARE 0.6
/* Different words of the domain itself, in a story of a thousand words, at which the pictures are taken to be
 * meant. Counted on the sample stories and on those of the readers: 3.1 and more where the story is about it
 * (water on a ship aground, 6.0), 2.1 and less where it is not. */
#define LITERAL_RATE 2.5
/* What is left of a score then. */
#define LITERAL_SHARE 0.3

typedef struct {
  const char *domain; /* borrowed from the lexicon: equal domains are equal pointers */
  GHashTable *words;  /* those of the domain itself that occur */
} Domain;

static void
clear_domain (gpointer data)
{
  g_hash_table_unref (((Domain *) data)->words);
}

static Domain *
get_domain (GArray *domains, const char *name)
{
  Domain domain = { name, NULL };

  for (guint i = 0; i < domains->len; i++) {
    if (g_array_index (domains, Domain, i).domain == name)
      return &g_array_index (domains, Domain, i);
  }
  domain.words = g_hash_table_new (NULL, NULL);
  g_array_append_val (domains, domain);

  return &g_array_index (domains, Domain, domains->len - 1);
}

static GArray *
count_domains (const SynFrameWork *work, gsize *n_words)
{
  GArray *domains = g_array_new (FALSE, FALSE, sizeof (Domain));

  g_array_set_clear_func (domains, clear_domain);
  *n_words = 0;
  for (guint a = 0; a < work->n_articles; a++) {
    gsize n_tokens;

    syn_document_get_tokens (work->articles[a].document, &n_tokens);
    *n_words += n_tokens;
    for (guint i = 0; i < work->articles[a].matches->len; i++) {
      const SynFrameMatch *match = &g_array_index (work->articles[a].matches, SynFrameMatch, i);
      const SynFrameSense *sense = syn_frame_sense_find (match->senses, SYN_FRAME_DOMAIN, SYN_FRAME_DOMAIN);

      if (sense != NULL)
        g_hash_table_add (get_domain (domains, sense->text)->words, (gpointer) sense);
    }
  }

  return domains;
}

static gboolean
is_literal (GArray *domains, const char *name, gsize n_words)
{
  guint n = g_hash_table_size (get_domain (domains, name)->words);

  /* The square root: a longer story has more of everything, but not in proportion. */
  return n / sqrt (MAX (n_words, 1000) / 1000.0) >= LITERAL_RATE;
}

void
syn_frame_find_metaphors (SynFrameWork *work)
{
  gsize n_words;
  g_autoptr (GArray) domains = count_domains (work, &n_words);

  for (guint a = 0; a < work->n_articles; a++) {
    const SynFrameArticle *article = &work->articles[a];

    for (guint i = 0; i < article->matches->len; i++) {
      const SynFrameMatch *match = &g_array_index (article->matches, SynFrameMatch, i);
      const SynFrameSense *sense =
          syn_frame_sense_find (match->senses, SYN_FRAME_METAPHOR, SYN_FRAME_METAPHOR);
      double score = match->n_tokens > 1 ? PHRASE_SCORE : WORD_SCORE;

      if (sense == NULL)
        continue;

      if (is_literal (domains, sense->text, n_words))
        score *= LITERAL_SHARE;
      if (article->roles[match->first_token] & SYN_ROLE_REPORTED)
        score *= REPORTED_SHARE;
      syn_frame_work_add_mark (work, a, syn_frame_article_get_span (article, match), SYN_FRAMING_METAPHOR,
                               score, g_strdup_printf (_ ("a picture from another field: %s"), sense->text));
    }
  }
}
