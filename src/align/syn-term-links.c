/* Which words may stand for each other: by their vectors, and as names of the same thing. Found once for the
 * merged vocabulary, so that comparing two sentences only walks short lists. */
#include "config.h"

#include "syn-corpus-private.h"

#include <math.h>
#include <string.h>

#include "syn-parallel.h"

/* Likeness below this is taken for noise. The tables' note puts the border near .35; this is a little
 * stricter, by hand. */
#define MIN_LIKENESS 0.40f

/* Links a term keeps: the strongest. */
#define MAX_LINKS 12

/* Words so common in the language that their vectors say little, nats. */
#define MIN_RARITY 1.5f

/* Vocabulary beyond this is linked by names only: the work grows with its square. Six articles of 10,000
 * words have about 8,000 terms. */
#define MAX_VECTORS 12000

/* Words of a common meaning in WordNet, if their vectors are at least so alike: a rare sense is seldom meant.
 * Both from the readers' stories, each left out of the fit in turn. */
#define SENSE_LIKENESS     0.84f
#define MIN_SENSE_LIKENESS 0.15f

/* A sense of so many of the story's words links all with all: none has, but for a text of nothing else. */
#define MAX_SENSE_TERMS 24

#define CAPITAL_LIKENESS 0.6f

/* A word of a dictionary has other senses, too. */
#define TRANSLATION_LIKENESS 0.9f

/* Parts that the comparison of vectors is cut into, for as many threads at most. */
#define N_SLICES 16

#define DIMENSIONS  64
#define UNIT_SQUARE (279.4f * 279.4f)

typedef struct {
  guint32 from;
  SynTermLink link;
} Link;

/* Of 16-bit numbers, since most processors multiply and add eight of these at once, but none of 8 bits with
 * signs. */
static int
dot (const gint16 *a, const gint16 *b)
{
  int sum = 0;

#pragma GCC unroll 8
  for (int i = 0; i < DIMENSIONS; i++)
    sum += a[i] * b[i];

  return sum;
}

static void
add_link (GArray *found, guint32 a, guint32 b, float likeness)
{
  Link there = { a, { b, likeness } };
  Link back = { b, { a, likeness } };

  g_array_append_val (found, there);
  g_array_append_val (found, back);
}

/* What the threads share that compare vectors: each takes every N_SLICES-th row, as the later rows have less
 * to do. */
typedef struct {
  const gint16 *rows;
  const GArray *terms;     /* of guint32: each row's */
  GArray *found[N_SLICES]; /* of Link */
} Comparing;

static void
compare_slice (guint slice, gpointer data)
{
  const Comparing *self = data;
  const GArray *terms = self->terms;

  for (guint i = slice; i < terms->len; i += N_SLICES) {
    for (guint k = i + 1; k < terms->len; k++) {
      int product = dot (self->rows + (gsize) i * DIMENSIONS, self->rows + (gsize) k * DIMENSIONS);

      if (product >= MIN_LIKENESS * UNIT_SQUARE)
        add_link (self->found[slice], g_array_index (terms, guint32, i), g_array_index (terms, guint32, k),
                  MIN (product / UNIT_SQUARE, 1));
    }
  }
}

/* The links come in no order that matters: they are sorted later. */
static void
link_by_vectors (const SynCorpus *self, GArray *found)
{
  const SynTables *tables = syn_tables_get_default ();
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree gint16 *rows = NULL;
  Comparing comparing = { .terms = terms };

  for (guint32 i = 0; i < self->terms->len && terms->len < MAX_VECTORS; i++) {
    const SynTerm *term = syn_corpus_get_term (self, i);
    gsize size;

    if (term->entry != SYN_NO_WORD && term->rarity >= MIN_RARITY && term->weight > 0 &&
        syn_tables_get_vector (tables, term->entry, &size) != NULL && size == DIMENSIONS)
      g_array_append_val (terms, i);
  }

  rows = g_new (gint16, (gsize) terms->len * DIMENSIONS + 1);
  for (guint i = 0; i < terms->len; i++) {
    const SynTerm *term = syn_corpus_get_term (self, g_array_index (terms, guint32, i));
    const gint8 *vector = syn_tables_get_vector (tables, term->entry, NULL);

    for (int d = 0; d < DIMENSIONS; d++)
      rows[(gsize) i * DIMENSIONS + d] = vector[d];
  }

  comparing.rows = rows;
  for (guint i = 0; i < N_SLICES; i++)
    comparing.found[i] = g_array_new (FALSE, FALSE, sizeof (Link));
  syn_parallel_run (N_SLICES, compare_slice, &comparing);
  for (guint i = 0; i < N_SLICES; i++) {
    g_array_append_vals (found, comparing.found[i]->data, comparing.found[i]->len);
    g_array_unref (comparing.found[i]);
  }
}

typedef struct {
  guint32 sense;
  guint32 term;
} SenseTerm;

static int
compare_senses (gconstpointer a, gconstpointer b)
{
  const SenseTerm *x = a;
  const SenseTerm *y = b;

  if (x->sense != y->sense)
    return x->sense < y->sense ? -1 : 1;

  return (x->term > y->term) - (x->term < y->term);
}

/* "Died" and "death", "rescue" and "save". */
static void
link_by_senses (const SynCorpus *self, GArray *found)
{
  const SynTables *tables = syn_tables_get_default ();
  g_autoptr (GArray) senses = g_array_new (FALSE, FALSE, sizeof (SenseTerm));

  for (guint32 i = 0; i < self->terms->len; i++) {
    const SynTerm *term = syn_corpus_get_term (self, i);
    gsize n;
    const guint32 *list = syn_tables_get_senses (tables, term->entry, &n);

    if (term->rarity < MIN_RARITY || term->weight <= 0)
      continue;
    for (gsize k = 0; k < n; k++) {
      SenseTerm item = { list[k], i };

      g_array_append_val (senses, item);
    }
  }
  g_array_sort (senses, compare_senses);

  for (guint first = 0, end; first < senses->len; first = end) {
    const SenseTerm *items = &g_array_index (senses, SenseTerm, 0);

    for (end = first; end < senses->len && items[end].sense == items[first].sense;)
      end++;
    for (guint i = first; i < end && end - first <= MAX_SENSE_TERMS; i++) {
      for (guint k = i + 1; k < end; k++) {
        SynWordId a = syn_corpus_get_term (self, items[i].term)->entry;
        SynWordId b = syn_corpus_get_term (self, items[k].term)->entry;

        if (syn_tables_get_likeness (tables, a, b) >= MIN_SENSE_LIKENESS)
          add_link (found, items[i].term, items[k].term, SENSE_LIKENESS);
      }
    }
  }
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const Link *x = a;
  const Link *y = b;

  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  if (x->link.likeness != y->link.likeness)
    return x->link.likeness > y->link.likeness ? -1 : 1;

  return (x->link.term > y->link.term) - (x->link.term < y->link.term);
}

/* One-word names of one referent are the same word: RedNote, Xiaohongshu. */
static void
link_by_names (const SynCorpus *self, GArray *found)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Link));

  for (guint a = 0; a < self->n_articles; a++) {
    const SynArticleView *view = &self->articles[a];
    gsize at = 0;

    for (gsize i = 0; i < view->n_names; i++) {
      Link name = { view->referents[view->names[i].entity],
                    { syn_article_find_single_term (view, view->names[i].span, &at), 1 } };

      if (name.link.term != SYN_NO_INDEX)
        g_array_append_val (names, name);
    }
  }
  g_array_sort (names, compare_links);

  for (guint i = 0; i < names->len; i++) {
    const Link *one = &g_array_index (names, Link, i);

    for (guint k = i + 1; k < names->len && k < i + 2 * MAX_LINKS; k++) {
      const Link *other = &g_array_index (names, Link, k);
      const Link *before = &g_array_index (names, Link, k - 1);

      if (other->from != one->from)
        break;
      if (other->link.term == one->link.term || (k > i + 1 && before->link.term == other->link.term))
        continue;
      add_link (found, one->link.term, other->link.term, 1);
    }
    while (i + 1 < names->len && memcmp (&g_array_index (names, Link, i + 1), one, sizeof *one) == 0)
      i++;
  }
}

/* A capital stands for its country's government, but for the city, too. */
static void
link_capitals (const SynCorpus *self, GArray *found)
{
  for (guint32 i = 0; i < self->terms->len; i++) {
    const SynTerm *capital = syn_corpus_get_term (self, i);

    if (capital->country == NULL || !capital->is_capital)
      continue;
    for (guint32 k = 0; k < self->terms->len; k++) {
      const SynTerm *country = syn_corpus_get_term (self, k);

      if (country->country != NULL && !country->is_capital &&
          strcmp (country->country, capital->country) == 0)
        add_link (found, i, k, CAPITAL_LIKENESS);
    }
  }
}

static void
add_translation (guint32 a, guint32 b, gpointer found)
{
  add_link (found, a, b, TRANSLATION_LIKENESS);
}

/* The stronger of two links between the same terms comes first and stays. */
static gboolean
has_link (const SynCorpus *self, const SynTerm *term, guint32 other)
{
  for (guint32 i = 0; i < term->n_links; i++) {
    if (g_array_index (self->links, SynTermLink, term->first_link + i).term == other)
      return TRUE;
  }

  return FALSE;
}

void
syn_corpus_link_terms (SynCorpus *self)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Link));

  link_by_vectors (self, found);
  link_by_senses (self, found);
  link_by_names (self, found);
  link_capitals (self, found);
  syn_corpus_find_translations (self, add_translation, found);
  g_array_sort (found, compare_links);

  for (guint i = 0; i < found->len; i++) {
    const Link *link = &g_array_index (found, Link, i);
    SynTerm *term = &g_array_index (self->terms, SynTerm, link->from);

    if (term->n_links == 0)
      term->first_link = self->links->len;
    if (term->n_links >= MAX_LINKS || has_link (self, term, link->link.term))
      continue;
    g_array_append_val (self->links, link->link);
    term->n_links++;
  }
}

double
syn_corpus_get_likeness (const SynCorpus *self, guint32 a, guint32 b)
{
  const SynTerm *term = syn_corpus_get_term (self, a);

  if (a == b)
    return 1;
  for (guint32 i = 0; i < term->n_links; i++) {
    const SynTermLink *link = &g_array_index (self->links, SynTermLink, term->first_link + i);

    if (link->term == b)
      return link->likeness;
  }

  return 0;
}
