/* Whose words each quote is, across articles: one person's, or one government's, whoever speaks for it.
 * "Beijing says" here and "the Chinese foreign ministry's spokeswoman" there are one mouth. */
#include "config.h"

#include "syn-corpus-private.h"

#include "syn-align-table-private.h"
#include "syn-rows.h"

#define OFFICIALS_PATH "/io/github/synoptic_reader/Synoptic/align/officials.tsv"

/* Mouths are referents; those of governments are numbered from here on. */
#define FIRST_GOVERNMENT 0x80000000u

typedef struct {
  char *text;        /* owns the words */
  GHashTable *words; /* set of words that make a source an organ of its country */
} Officials;

static Officials *
read_officials (void)
{
  g_autoptr (GBytes) bytes = syn_align_lookup_table (OFFICIALS_PATH);
  Officials *self = g_new0 (Officials, 1);
  SynRows rows;
  char *fields[2];

  self->text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  self->words = g_hash_table_new (g_str_hash, g_str_equal);
  syn_rows_init (&rows, self->text);
  while (syn_rows_next (&rows, fields, 2) == 2) {
    char *word;

    while ((word = syn_rows_take_item (&fields[1], ", ")) != NULL)
      g_hash_table_add (self->words, word);
  }

  return self;
}

static const Officials *
get_officials (void)
{
  static gsize officials = 0;

  if (g_once_init_enter (&officials))
    g_once_init_leave (&officials, GPOINTER_TO_SIZE (read_officials ()));

  return GSIZE_TO_POINTER (officials);
}

/* The government that the source names, or SYN_NO_INDEX: a country or its capital alone, or with a word for
 * an organ. */
static guint32
find_government (const SynCorpus *self, const SynArticleView *view, const SynQuote *quote)
{
  const SynSentence *sentence = &view->sentences[quote->sentence];
  const char *country = NULL;
  gboolean is_official = FALSE;
  guint n_others = 0;

  if (syn_span_is_empty (quote->source))
    return SYN_NO_INDEX;

  for (guint32 t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++) {
    const char *term_country = NULL;

    if (!syn_span_contains (quote->source, view->tokens[t].span))
      continue;
    is_official |= g_hash_table_contains (get_officials ()->words,
                                          syn_document_get_string (view->document, view->tokens[t].word));
    if (view->terms[t] == SYN_NO_INDEX)
      continue;
    term_country = syn_corpus_get_term (self, view->terms[t])->country;
    if (term_country != NULL && country == NULL)
      country = term_country;
    else
      n_others++;
  }
  if (country == NULL || (!is_official && n_others > 0))
    return SYN_NO_INDEX;

  return FIRST_GOVERNMENT + g_quark_from_string (country);
}

/* Who speaks for a government does so in all that the article quotes. */
static void
find_mouths (const SynCorpus *self, SynArticleView *view)
{
  g_autofree guint32 *governments = g_new (guint32, view->n_entities + 1);

  for (gsize e = 0; e < view->n_entities; e++)
    governments[e] = SYN_NO_INDEX;
  for (gsize i = 0; i < view->n_quotes; i++) {
    const SynQuote *quote = &view->quotes[i];

    view->mouths[i] = find_government (self, view, quote);
    if (view->mouths[i] != SYN_NO_INDEX && quote->speaker != SYN_NO_INDEX)
      governments[quote->speaker] = view->mouths[i];
  }

  for (gsize i = 0; i < view->n_quotes; i++) {
    guint32 speaker = view->quotes[i].speaker;

    if (view->mouths[i] == SYN_NO_INDEX && speaker != SYN_NO_INDEX)
      view->mouths[i] =
          governments[speaker] != SYN_NO_INDEX ? governments[speaker] : view->referents[speaker];
  }
}

void
syn_corpus_find_mouths (SynCorpus *self)
{
  for (guint a = 0; a < self->n_articles; a++) {
    SynArticleView *view = &self->articles[a];
    g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

    view->mouths = g_new (guint32, view->n_quotes + 1);
    view->mouth_shares = g_new (float, view->n_quotes + 1);
    find_mouths (self, view);
    for (gsize i = 0; i < view->n_quotes; i++) {
      gpointer mouth = GUINT_TO_POINTER (view->mouths[i]);

      g_hash_table_insert (counts, mouth,
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, mouth)) + 1));
    }
    for (gsize i = 0; i < view->n_quotes; i++)
      view->mouth_shares[i] =
          1.0f / GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (view->mouths[i])));
  }
}
