#include "config.h"

#include "syn-text-index.h"

#include <string.h>

#define STRIDE 64 /* bytes between two table entries */

struct _SynTextIndex {
  const char *text;
  gsize length;
  gsize *characters; /* [k]: code points that start before byte k * STRIDE */
  gsize n_entries;
};

static inline gboolean
starts_character (char byte)
{
  return ((guchar) byte & 0xc0) != 0x80;
}

/* Of eight bytes, all at once: those that go on with a character have 1 as their highest bit and 0 as the next. */
static inline gsize
count_eight (const char *bytes)
{
  guint64 word;

  memcpy (&word, bytes, sizeof word);
  word = (word >> 7) & (~word >> 6) & G_GUINT64_CONSTANT (0x0101010101010101);

  return 8 - ((word * G_GUINT64_CONSTANT (0x0101010101010101)) >> 56);
}

static gsize
count_characters (const char *text, gsize from, gsize to)
{
  gsize n = 0;

  for (; from + 8 <= to; from += 8)
    n += count_eight (text + from);
  for (; from < to; from++)
    n += starts_character (text[from]);

  return n;
}

SynTextIndex *
syn_text_index_new (const char *text, gsize length)
{
  SynTextIndex *self = g_new0 (SynTextIndex, 1);

  self->text = text;
  self->length = length;
  self->n_entries = length / STRIDE + 1;
  self->characters = g_new (gsize, self->n_entries);
  self->characters[0] = 0;

  for (gsize k = 1; k < self->n_entries; k++)
    self->characters[k] = self->characters[k - 1] + count_characters (text, (k - 1) * STRIDE, k * STRIDE);

  return self;
}

void
syn_text_index_free (SynTextIndex *self)
{
  if (self == NULL)
    return;

  g_free (self->characters);
  g_free (self);
}

gsize
syn_text_index_to_characters (const SynTextIndex *self, gsize offset)
{
  gsize entry;

  offset = MIN (offset, self->length);
  while (offset < self->length && offset > 0 && !starts_character (self->text[offset]))
    offset--;
  entry = offset / STRIDE;

  return self->characters[entry] + count_characters (self->text, entry * STRIDE, offset);
}

gsize
syn_text_index_to_bytes (const SynTextIndex *self, gsize character)
{
  gsize low = 0;
  gsize high = self->n_entries;
  gsize offset;
  gsize seen;

  while (high - low > 1) {
    gsize middle = low + (high - low) / 2;

    if (self->characters[middle] <= character)
      low = middle;
    else
      high = middle;
  }

  offset = low * STRIDE;
  seen = self->characters[low];
  for (; offset < self->length; offset++) {
    if (!starts_character (self->text[offset]))
      continue;
    if (seen == character)
      return offset;
    seen++;
  }

  return self->length;
}

SynSpan
syn_text_index_span (const SynTextIndex *self, SynSpan span)
{
  return syn_span (syn_text_index_to_characters (self, span.start), syn_text_index_to_characters (self, span.end));
}
