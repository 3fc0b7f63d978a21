#include "syn-tables.h"

#include <string.h>

/* What data/pack-tables.py writes: this head, then the sections at the offsets (bytes from the start) it
 * names. Words are numbered by how often they are used, those with a vector first: a word's number is its
 * vector's row. */
struct _SynTables {
  guint32 n_words;
  guint32 n_vectors;
  guint32 n_slots; /* a power of two */
  guint32 n_dimensions;
  guint32 offsets;  /* guint32 a word and one more: where its letters start in `letters` */
  guint32 rarities; /* float a word */
  guint32
      slots; /* guint32 a slot: open addressing by FNV-1a, linear probing; a word's number or SYN_NO_WORD */
  guint32 norms;   /* float a vector: one over its length */
  guint32 vectors; /* `n_dimensions` signed bytes a vector */
  guint32 letters;
  guint32 sense_offsets; /* guint32 a word and one more: where its senses start in `senses` */
  guint32 senses;        /* guint32 each, ascending by word: only those that several words have */
  float max_rarity;
};

extern const SynTables syn_tables_data;

#define SECTION(self, type, name) ((const type *) (gconstpointer) ((const char *) (self) + (self)->name))

const SynTables *
syn_tables_get_default (void)
{
  return &syn_tables_data;
}

static guint32
hash_word (const char *word, gsize length)
{
  guint32 hash = 0x811c9dc5;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) word[i]) * 0x01000193;

  return hash;
}

SynWordId
syn_tables_find (const SynTables *self, const char *word, gssize length)
{
  const guint32 *slots = SECTION (self, guint32, slots);
  const guint32 *offsets = SECTION (self, guint32, offsets);
  const char *letters = SECTION (self, char, letters);
  gsize size = length < 0 ? strlen (word) : (gsize) length;

  for (guint32 slot = hash_word (word, size);; slot++) {
    guint32 found = slots[slot & (self->n_slots - 1)];

    if (found == SYN_NO_WORD)
      return SYN_NO_WORD;
    if (offsets[found + 1] - offsets[found] == size && memcmp (letters + offsets[found], word, size) == 0)
      return found;
  }
}

float
syn_tables_get_rarity (const SynTables *self, SynWordId word)
{
  return word < self->n_words ? SECTION (self, float, rarities)[word] : self->max_rarity;
}

float
syn_tables_get_likeness (const SynTables *self, SynWordId a, SynWordId b)
{
  const gint8 *row_a, *row_b;
  gint32 product = 0;

  if (a >= self->n_vectors || b >= self->n_vectors)
    return 0;

  row_a = syn_tables_get_vector (self, a, NULL);
  row_b = syn_tables_get_vector (self, b, NULL);
  for (guint32 i = 0; i < self->n_dimensions; i++)
    product += row_a[i] * row_b[i];

  return CLAMP (product * SECTION (self, float, norms)[a] * SECTION (self, float, norms)[b], -1, 1);
}

const gint8 *
syn_tables_get_vector (const SynTables *self, SynWordId word, gsize *n)
{
  if (n != NULL)
    *n = word < self->n_vectors ? self->n_dimensions : 0;

  return word < self->n_vectors ? SECTION (self, gint8, vectors) + (gsize) word * self->n_dimensions : NULL;
}

const guint32 *
syn_tables_get_senses (const SynTables *self, SynWordId word, gsize *n)
{
  const guint32 *offsets = SECTION (self, guint32, sense_offsets);

  *n = word < self->n_words ? offsets[word + 1] - offsets[word] : 0;

  return word < self->n_words ? SECTION (self, guint32, senses) + offsets[word] : NULL;
}
