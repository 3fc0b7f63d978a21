#include "syn-strings-private.h"

#include <string.h>

struct _SynStrings {
  GString *bytes;
  guint32 *slots; /* open addressing; an id, 0 where free */
  gsize n_slots;  /* a power of two, at least twice `n_used` */
  gsize n_used;
};

#define FIRST_SLOTS 1024

SynStrings *
syn_strings_new (void)
{
  SynStrings *self = g_new0 (SynStrings, 1);

  self->bytes = g_string_sized_new (8192);
  g_string_append_c (self->bytes, '\0');
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (guint32, self->n_slots);

  return self;
}

void
syn_strings_free (SynStrings *self)
{
  g_string_free (self->bytes, TRUE);
  g_free (self->slots);
  g_free (self);
}

static guint32
hash_string (const char *string, gsize length)
{
  guint32 hash = 0x811c9dc5;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) string[i]) * 0x01000193;

  return hash;
}

/* The slot that holds the string, or the free one where it belongs. */
static guint32 *
find_slot (SynStrings *self, const char *string, gsize length)
{
  for (gsize slot = hash_string (string, length);; slot++) {
    guint32 *found = &self->slots[slot & (self->n_slots - 1)];

    if (*found == 0)
      return found;
    if (strncmp (self->bytes->str + *found, string, length) == 0 && self->bytes->str[*found + length] == '\0')
      return found;
  }
}

static void
grow (SynStrings *self)
{
  g_autofree guint32 *old = g_steal_pointer (&self->slots);
  gsize n_old = self->n_slots;

  self->n_slots *= 2;
  self->slots = g_new0 (guint32, self->n_slots);
  for (gsize i = 0; i < n_old; i++) {
    const char *string = self->bytes->str + old[i];

    if (old[i] != 0)
      *find_slot (self, string, strlen (string)) = old[i];
  }
}

SynTextId
syn_strings_add (SynStrings *self, const char *string, gssize length)
{
  gsize size = length < 0 ? strlen (string) : strnlen (string, length);
  guint32 *slot;

  if (size == 0)
    return 0;

  slot = find_slot (self, string, size);
  if (*slot == 0) {
    *slot = self->bytes->len;
    g_string_append_len (self->bytes, string, size);
    g_string_append_c (self->bytes, '\0');

    if (2 * ++self->n_used > self->n_slots) {
      guint32 id = *slot;

      grow (self);
      return id;
    }
  }

  return *slot;
}

const char *
syn_strings_get (const SynStrings *self, SynTextId id)
{
  return self->bytes->str + id;
}

const char *
syn_strings_get_bytes (const SynStrings *self, gsize *size)
{
  *size = self->bytes->len;

  return self->bytes->str;
}
