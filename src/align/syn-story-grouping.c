#include "config.h"

#include "syn-story-grouping.h"

#include "syn-average-link-private.h"

#include <math.h>
#include <string.h>

/* Two groups of articles are one story when their members' mean likeness reaches this. Best on ecb_stories
 * (292 articles of 24 stories in 12 pairs of look-alikes), with a broad optimum. */
#define STORY_LIKENESS 0.165

/* The language's statistics count as so many articles beside the library's own: a library of three articles
 * is judged by the language, one of thousands by itself. */
#define LANGUAGE_ARTICLES 200.0

/* Terms kept of an article: the heaviest. More change nothing on ecb_stories. */
#define MAX_TERMS 400

/* Pairs of articles below this add nothing that average link would notice. */
#define MIN_LIKENESS 0.01

/* A term of more articles than this finds no candidates of its own: it cannot tell stories apart. */
#define MAX_POSTINGS 1500

#define SIGNATURE_MAGIC 0x53796731u /* "Syg1" */

typedef struct {
  guint32 magic;
  guint32 n_terms;
} SignatureHeader;

typedef struct {
  guint32 hash;
  float count;  /* 1 + ln of the term's count */
  float rarity; /* in the language, nats */
} SignatureTerm;

typedef struct {
  guint32 term;
  float weight;
} Weight;

/* ---- signatures ---- */

static int
compare_heaviest (gconstpointer a, gconstpointer b)
{
  const SignatureTerm *x = a;
  const SignatureTerm *y = b;
  float wx = x->count * x->rarity;
  float wy = y->count * y->rarity;

  if (wx != wy)
    return wx > wy ? -1 : 1;

  return (x->hash > y->hash) - (x->hash < y->hash);
}

GBytes *
syn_story_signature_new (const SynDocument *document)
{
  g_autoptr (GHashTable) index = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (SignatureTerm));
  SignatureHeader header = { SIGNATURE_MAGIC, 0 };
  gsize n_tokens;
  const SynToken *tokens = syn_document_get_tokens (document, &n_tokens);
  GByteArray *bytes;

  for (gsize i = 0; i < n_tokens; i++) {
    gpointer position;

    if (!(tokens[i].flags & SYN_TOKEN_WORD) || tokens[i].flags & SYN_TOKEN_FUNCTION)
      continue;

    if (g_hash_table_lookup_extended (index, GUINT_TO_POINTER (tokens[i].stem), NULL, &position)) {
      g_array_index (terms, SignatureTerm, GPOINTER_TO_UINT (position)).count += 1;
    } else {
      SignatureTerm term = { g_str_hash (syn_document_get_string (document, tokens[i].stem)), 1,
                             tokens[i].rarity };

      g_hash_table_insert (index, GUINT_TO_POINTER (tokens[i].stem), GUINT_TO_POINTER (terms->len));
      g_array_append_val (terms, term);
    }
  }

  for (guint i = 0; i < terms->len; i++) {
    SignatureTerm *term = &g_array_index (terms, SignatureTerm, i);

    term->count = 1 + logf (term->count);
  }
  g_array_sort (terms, compare_heaviest);
  header.n_terms = MIN (terms->len, MAX_TERMS);

  bytes = g_byte_array_new ();
  g_byte_array_append (bytes, (const guint8 *) &header, sizeof header);
  g_byte_array_append (bytes, (const guint8 *) terms->data, header.n_terms * sizeof (SignatureTerm));

  return g_byte_array_free_to_bytes (bytes);
}

/* Where the terms of a signature begin, or nowhere when the bytes are not one. They may lie unaligned, as a
 * database gives them. */
static const guint8 *
read_signature (GBytes *bytes, guint *n)
{
  gsize size = 0;
  const guint8 *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
  SignatureHeader header;

  *n = 0;
  if (size < sizeof header)
    return NULL;

  memcpy (&header, data, sizeof header);
  if (header.magic != SIGNATURE_MAGIC || (size - sizeof header) / sizeof (SignatureTerm) < header.n_terms)
    return NULL;

  *n = header.n_terms;

  return data + sizeof header;
}

static SignatureTerm
read_term (const guint8 *terms, guint k)
{
  SignatureTerm term;

  memcpy (&term, terms + k * sizeof term, sizeof term);

  return term;
}

/* ---- how alike two articles are ---- */

/* All articles' terms, weighed and of unit length: article i's are [first[i], first[i + 1]). */
static GArray *
weigh_articles (GBytes *const *signatures, gsize n, guint *first, GArray *counts)
{
  GArray *weights = g_array_new (FALSE, FALSE, sizeof (Weight));
  g_autoptr (GHashTable) index = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < n; i++) {
    guint n_terms;
    const guint8 *terms = read_signature (signatures[i], &n_terms);

    first[i] = weights->len;
    for (guint k = 0; k < n_terms; k++) {
      SignatureTerm term = read_term (terms, k);
      gpointer position;
      Weight weight = { 0, 0 };

      if (g_hash_table_lookup_extended (index, GUINT_TO_POINTER (term.hash), NULL, &position)) {
        weight.term = GPOINTER_TO_UINT (position);
      } else {
        guint zero = 0;

        weight.term = counts->len;
        g_hash_table_insert (index, GUINT_TO_POINTER (term.hash), GUINT_TO_POINTER (counts->len));
        g_array_append_val (counts, zero);
      }
      g_array_index (counts, guint, weight.term)++;
      g_array_append_val (weights, weight);
    }
  }
  first[n] = weights->len;

  for (gsize i = 0; i < n; i++) {
    guint n_terms;
    const guint8 *terms = read_signature (signatures[i], &n_terms);
    double norm = 0;

    for (guint k = 0; k < n_terms; k++) {
      Weight *weight = &g_array_index (weights, Weight, first[i] + k);
      SignatureTerm term = read_term (terms, k);
      double expected = LANGUAGE_ARTICLES * exp (-term.rarity);
      double seen = g_array_index (counts, guint, weight->term);
      double rarity = log ((n + LANGUAGE_ARTICLES) / (seen + expected));

      weight->weight = term.count * MAX (rarity, 0);
      norm += (double) weight->weight * weight->weight;
    }
    for (guint k = first[i]; k < first[i + 1] && norm > 0; k++)
      g_array_index (weights, Weight, k).weight /= sqrt (norm);
  }

  return weights;
}

/* Every pair of articles that is alike at all, through an inverted index that grows as it is asked. */
static GArray *
find_links (GBytes *const *signatures, gsize n, GCancellable *cancellable, GError **error)
{
  g_autofree guint *first = g_new (guint, n + 1);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) weights = weigh_articles (signatures, n, first, counts);
  g_autoptr (GPtrArray) postings = g_ptr_array_new_full (counts->len, NULL);
  g_autofree double *sums = g_new0 (double, n);
  g_autofree guint *touched = g_new (guint, n);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (SynLink));

  g_ptr_array_set_free_func (postings, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < counts->len; i++)
    g_ptr_array_add (postings, g_array_new (FALSE, FALSE, sizeof (Weight)));

  for (guint i = 0; i < n; i++) {
    guint n_touched = 0;

    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;

    for (guint k = first[i]; k < first[i + 1]; k++) {
      Weight weight = g_array_index (weights, Weight, k);
      GArray *list = g_ptr_array_index (postings, weight.term);
      Weight posting = { i, weight.weight };

      if (g_array_index (counts, guint, weight.term) > MAX_POSTINGS)
        continue;
      for (guint p = 0; p < list->len; p++) {
        const Weight *other = &g_array_index (list, Weight, p);

        if (sums[other->term] == 0)
          touched[n_touched++] = other->term;
        sums[other->term] += (double) weight.weight * other->weight + 1e-12;
      }
      g_array_append_val (list, posting);
    }

    for (guint t = 0; t < n_touched; t++) {
      SynLink link = { touched[t], i, sums[touched[t]] };

      if (link.likeness >= MIN_LIKENESS)
        g_array_append_val (links, link);
      sums[touched[t]] = 0;
    }
  }

  return g_steal_pointer (&links);
}

GArray *
syn_story_group (GBytes *const *signatures, gsize n, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) links = find_links (signatures, n, cancellable, error);

  if (links == NULL)
    return NULL;

  return syn_average_link (n, NULL, links, STORY_LIKENESS, cancellable, error);
}
