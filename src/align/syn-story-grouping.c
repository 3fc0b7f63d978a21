#include "config.h"

#include "syn-story-grouping.h"

#include "syn-average-link-private.h"

#include <math.h>
#include <string.h>

/* Two groups of articles are one story when their members' mean likeness reaches this. Best on ecb_stories
 * (292 articles of 24 stories in 12 pairs of look-alikes), with a broad optimum. */
#define STORY_LIKENESS 0.19

/* The language's statistics count as so many articles beside the library's own: a library of three articles
 * is judged by the language, one of thousands by itself. */
#define LANGUAGE_ARTICLES 200.0

/* Terms kept of an article: the heaviest; chosen by hand. */
#define MAX_TERMS 400

/* Pairs of articles below this add nothing that average link would notice. */
#define MIN_LIKENESS 0.01

/* A term of more articles than this finds no candidates of its own: it cannot tell stories apart. */
#define MAX_POSTINGS 1500

/* Names tell stories apart better than other words do: their weight, times this. */
#define NAME_WEIGHT 1.3

#define SIGNATURE_MAGIC 0x53796732u /* "Syg2" */

typedef struct {
  guint32 magic;
  guint32 n_terms;
  guint32 language; /* hash of its tag */
} SignatureHeader;

typedef struct {
  guint32 hash;
  guint32 is_name; /* capitalised within a sentence, or in digits */
  float count;     /* 1 + ln of the term's count */
  float rarity;    /* in the language, nats */
} SignatureTerm;

typedef struct {
  guint32 term;
  float weight; /* of unit length over the article's terms */
  float name;   /* likewise over its names, which are all that two languages share; 0 for another word */
} Weight;

typedef struct {
  guint32 article;
  float weight;
  float name;
} Posting;

/* ---- signatures ---- */

/* Words of the article's own language; a passage in another one, such as a foreign preface, would only dilute
 * it. */
static gboolean *
mark_own_language (const SynDocument *document)
{
  gsize n_tokens, n_paragraphs, n_sentences;
  const SynParagraph *paragraphs = syn_document_get_paragraphs (document, &n_paragraphs);
  const SynSentence *sentences = syn_document_get_sentences (document, &n_sentences);
  gboolean *marks;

  syn_document_get_tokens (document, &n_tokens);
  marks = g_new0 (gboolean, n_tokens + 1);
  for (gsize s = 0; s < n_sentences; s++) {
    const char *language = syn_document_get_string (document, paragraphs[sentences[s].paragraph].language);
    gboolean is_own = strcmp (language, syn_document_get_language (document)) == 0;

    for (guint32 i = sentences[s].first_token; i < sentences[s].first_token + sentences[s].n_tokens; i++)
      marks[i] = is_own;
  }

  return marks;
}

static gboolean
is_name (const SynToken *token)
{
  if (token->flags & SYN_TOKEN_NUMBER)
    return TRUE;

  return (token->flags & SYN_TOKEN_CAPITALISED) && !(token->flags & SYN_TOKEN_INITIAL);
}

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
  SignatureHeader header = { SIGNATURE_MAGIC, 0, g_str_hash (syn_document_get_language (document)) };
  gsize n_tokens;
  const SynToken *tokens = syn_document_get_tokens (document, &n_tokens);
  g_autofree gboolean *is_own = mark_own_language (document);
  GByteArray *bytes;

  for (gsize i = 0; i < n_tokens; i++) {
    gpointer position;

    if (!(tokens[i].flags & SYN_TOKEN_WORD) || tokens[i].flags & SYN_TOKEN_FUNCTION || !is_own[i])
      continue;

    if (g_hash_table_lookup_extended (index, GUINT_TO_POINTER (tokens[i].stem), NULL, &position)) {
      SignatureTerm *term = &g_array_index (terms, SignatureTerm, GPOINTER_TO_UINT (position));

      term->count += 1;
      term->is_name |= is_name (&tokens[i]);
    } else {
      SignatureTerm term = { g_str_hash (syn_document_get_string (document, tokens[i].stem)),
                             is_name (&tokens[i]), 1, tokens[i].rarity };

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
read_signature (GBytes *bytes, guint *n, guint32 *language)
{
  gsize size = 0;
  const guint8 *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
  SignatureHeader header;

  *n = 0;
  *language = 0;
  if (size < sizeof header)
    return NULL;

  memcpy (&header, data, sizeof header);
  if (header.magic != SIGNATURE_MAGIC || (size - sizeof header) / sizeof (SignatureTerm) < header.n_terms)
    return NULL;

  *n = header.n_terms;
  *language = header.language;

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

typedef struct {
  GBytes *const *signatures;
  gsize n;
  GArray *weights;    /* of Weight, all articles' */
  guint *first;       /* article i's are [first[i], first[i + 1]) */
  guint32 *languages; /* per article */
  GArray *counts;     /* of guint, by term: how many articles have it */
} Weights;

static void
number_terms (Weights *self)
{
  g_autoptr (GHashTable) index = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < self->n; i++) {
    guint n_terms;
    const guint8 *terms = read_signature (self->signatures[i], &n_terms, &self->languages[i]);

    self->first[i] = self->weights->len;
    for (guint k = 0; k < n_terms; k++) {
      SignatureTerm term = read_term (terms, k);
      gpointer position;
      Weight weight = { 0 };

      if (g_hash_table_lookup_extended (index, GUINT_TO_POINTER (term.hash), NULL, &position)) {
        weight.term = GPOINTER_TO_UINT (position);
      } else {
        guint zero = 0;

        weight.term = self->counts->len;
        g_hash_table_insert (index, GUINT_TO_POINTER (term.hash), GUINT_TO_POINTER (self->counts->len));
        g_array_append_val (self->counts, zero);
      }
      g_array_index (self->counts, guint, weight.term)++;
      g_array_append_val (self->weights, weight);
    }
  }
  self->first[self->n] = self->weights->len;
}

static void
weigh_article (Weights *self, gsize article)
{
  guint n_terms;
  guint32 language;
  const guint8 *terms = read_signature (self->signatures[article], &n_terms, &language);
  double square = 0, name_square = 0;

  for (guint k = 0; k < n_terms; k++) {
    Weight *weight = &g_array_index (self->weights, Weight, self->first[article] + k);
    SignatureTerm term = read_term (terms, k);
    double expected = LANGUAGE_ARTICLES * exp (-term.rarity);
    double seen = g_array_index (self->counts, guint, weight->term);
    double rarity = log ((self->n + LANGUAGE_ARTICLES) / (seen + expected));

    weight->weight = term.count * MAX (rarity, 0) * (term.is_name ? NAME_WEIGHT : 1);
    weight->name = term.is_name ? weight->weight : 0;
    square += (double) weight->weight * weight->weight;
    name_square += (double) weight->name * weight->name;
  }

  for (guint k = self->first[article]; k < self->first[article + 1]; k++) {
    Weight *weight = &g_array_index (self->weights, Weight, k);

    weight->weight = square > 0 ? weight->weight / sqrt (square) : 0;
    weight->name = name_square > 0 ? weight->name / sqrt (name_square) : 0;
  }
}

/* Adds what the article shares with each earlier one, and its own weights for the later ones. */
static guint
add_article (const Weights *self, guint article, GPtrArray *postings, double *sums, guint *touched)
{
  guint n_touched = 0;

  for (guint k = self->first[article]; k < self->first[article + 1]; k++) {
    Weight weight = g_array_index (self->weights, Weight, k);
    GArray *list = g_ptr_array_index (postings, weight.term);
    Posting posting = { article, weight.weight, weight.name };

    if (g_array_index (self->counts, guint, weight.term) > MAX_POSTINGS)
      continue;
    for (guint p = 0; p < list->len; p++) {
      const Posting *other = &g_array_index (list, Posting, p);
      gboolean is_across = self->languages[article] != self->languages[other->article];

      if (sums[other->article] == 0)
        touched[n_touched++] = other->article;
      sums[other->article] += is_across ? (double) weight.name * other->name + 1e-12
                                        : (double) weight.weight * other->weight + 1e-12;
    }
    g_array_append_val (list, posting);
  }

  return n_touched;
}

/* Every pair of articles that is alike at all, through an inverted index that grows as it is asked. */
static GArray *
find_links (const Weights *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) postings = g_ptr_array_new_full (self->counts->len, (GDestroyNotify) g_array_unref);
  g_autofree double *sums = g_new0 (double, self->n + 1);
  g_autofree guint *touched = g_new (guint, self->n + 1);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (SynLink));

  for (guint i = 0; i < self->counts->len; i++)
    g_ptr_array_add (postings, g_array_new (FALSE, FALSE, sizeof (Posting)));

  for (guint i = 0; i < self->n; i++) {
    guint n_touched;

    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;

    n_touched = add_article (self, i, postings, sums, touched);
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
  g_autofree guint *first = g_new (guint, n + 1);
  g_autofree guint32 *languages = g_new (guint32, n + 1);
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (Weight));
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) links = NULL;
  Weights self = { signatures, n, weights, first, languages, counts };

  number_terms (&self);
  for (gsize i = 0; i < n; i++)
    weigh_article (&self, i);
  links = find_links (&self, cancellable, error);
  if (links == NULL)
    return NULL;

  return syn_average_link (n, links, STORY_LIKENESS, cancellable, error);
}
