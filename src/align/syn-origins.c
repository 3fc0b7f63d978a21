/* Copies: passages that share most of their runs of words go back to one origin, such as a news agency.
 * Shingles after Broder, "On the resemblance and containment of documents", 1997. */
#include "config.h"

#include "syn-fact-private.h"

#include <string.h>

/* Words in a shingle; shorter runs are shared by chance. */
#define SHINGLE 4

/* Share of the shorter passage's shingles from which on it is a copy. */
#define COPY 0.6

/* Passages of fewer words are too short to tell a copy from a coincidence. */
#define MIN_WORDS 8

/* Words looked at: bounds the work on endless sentences. */
#define MAX_WORDS 400

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* The hashes of the runs of words in the span, sorted: (transfer full) (element-type guint). */
static GArray *
make_shingles (const SynArticleView *view, SynSpan span, guint32 first, guint32 n)
{
  guint words[MAX_WORDS], n_words = 0;
  GArray *shingles = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint32 i = first; i < first + n && n_words < MAX_WORDS; i++) {
    const SynToken *token = &view->tokens[i];

    if (!(token->flags & SYN_TOKEN_WORD) || !syn_span_contains (span, token->span))
      continue;
    words[n_words++] = g_str_hash (syn_document_get_string (view->document, token->word));
  }
  if (n_words < MIN_WORDS)
    return shingles;

  g_array_set_size (shingles, n_words - SHINGLE + 1);
  for (guint i = 0; i < shingles->len; i++) {
    guint hash = 0;

    for (guint k = 0; k < SHINGLE; k++)
      hash = hash * 31 + words[i + k];
    g_array_index (shingles, guint, i) = hash;
  }
  g_array_sort (shingles, compare_numbers);

  return shingles;
}

static gboolean
is_copy (const GArray *a, const GArray *b)
{
  guint shared = 0;

  if (a->len == 0 || b->len == 0)
    return FALSE;

  for (guint i = 0, k = 0; i < a->len && k < b->len;) {
    guint x = g_array_index (a, guint, i);
    guint y = g_array_index (b, guint, k);

    shared += x == y;
    if (x <= y)
      i++;
    else
      k++;
  }

  return shared >= COPY * MIN (a->len, b->len);
}

guint
syn_origins_find (const SynCorpus *corpus, SynMention *mentions, gsize n)
{
  g_autoptr (GPtrArray) shingles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint n_origins = 0;

  for (gsize i = 0; i < n; i++) {
    const SynArticleView *view = &corpus->articles[mentions[i].article];
    const SynSentence *sentence = &view->sentences[mentions[i].sentence];
    gsize source = i;

    g_ptr_array_add (shingles,
                     make_shingles (view, mentions[i].span, sentence->first_token, sentence->n_tokens));
    for (gsize k = 0; k < i && source == i; k++) {
      if (mentions[k].article != mentions[i].article &&
          is_copy (g_ptr_array_index (shingles, k), g_ptr_array_index (shingles, i)))
        source = k;
    }

    mentions[i].is_verbatim = source != i;
    if (source != i) {
      mentions[i].origin = mentions[source].origin;
      continue;
    }

    /* an article's further mentions come from where its first one does */
    mentions[i].origin = n_origins;
    if (i > 0 && mentions[i - 1].article == mentions[i].article)
      mentions[i].origin = mentions[i - 1].origin;
    else
      n_origins++;
  }

  return n_origins;
}
