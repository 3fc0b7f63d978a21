#include "config.h"

#include "syn-record.h"

#include <string.h>

/* Of the shorter text, the part in paragraphs that both have, from which on they are versions of one article. A report
 * that is updated keeps most paragraphs; two reports of one outlet share a closing line at most. */
#define VERSION_PART 0.3

static void
free_dropped (gpointer data)
{
  SynRecordDropped *dropped = data;

  g_free (dropped->text);
  g_free (dropped->why);
  g_free (dropped);
}

SynRecord *
syn_record_new (void)
{
  SynRecord *self = g_new0 (SynRecord, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->asides = g_array_new (FALSE, FALSE, sizeof (SynRecordAside));
  self->dropped = g_ptr_array_new_with_free_func (free_dropped);

  return self;
}

SynRecord *
syn_record_ref (SynRecord *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
syn_record_unref (SynRecord *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->file);
  g_free (self->key);
  g_free (self->title);
  g_free (self->byline);
  g_free (self->outlet);
  g_free (self->published);
  g_free (self->updated);
  g_free (self->language);
  g_free (self->url);
  g_free (self->text);
  g_free (self->opening);
  g_array_unref (self->asides);
  g_ptr_array_unref (self->dropped);
  g_clear_pointer (&self->hash, g_bytes_unref);
  g_free (self);
}

void
syn_record_add_aside (SynRecord *self, SynSpan span, SynRecordAsideKind kind)
{
  SynRecordAside aside = { span, kind };

  g_array_append_val (self->asides, aside);
}

void
syn_record_add_dropped (SynRecord *self, const char *text, const char *why)
{
  SynRecordDropped *dropped = g_new (SynRecordDropped, 1);

  dropped->text = g_strdup (text);
  dropped->why = g_strdup (why);
  g_ptr_array_add (self->dropped, dropped);
}

/* With the end of each field marked, so that no text can pass for the next field's. */
static void
hash_text (GChecksum *checksum, const char *text)
{
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_update (checksum, (const guchar *) (text != NULL ? "" : "\1"), 1);
}

GBytes *
syn_record_compute_hash (const SynRecord *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;

  hash_text (checksum, self->title);
  hash_text (checksum, self->byline);
  hash_text (checksum, self->outlet);
  hash_text (checksum, self->published);
  hash_text (checksum, self->updated);
  hash_text (checksum, self->language);
  hash_text (checksum, self->url);
  hash_text (checksum, self->text);

  for (guint i = 0; i < self->asides->len; i++) {
    const SynRecordAside *aside = &g_array_index (self->asides, SynRecordAside, i);
    g_autofree char *description = g_strdup_printf ("%" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " %d",
                                                    aside->span.start, aside->span.end, aside->kind);

    hash_text (checksum, description);
  }

  g_checksum_get_digest (checksum, digest, &size);

  return g_bytes_new (digest, size);
}

gboolean
syn_record_is_version_of (const SynRecord *self, const SynRecord *other)
{
  g_auto (GStrv) paragraphs = g_strsplit (self->text, "\n", -1);
  g_auto (GStrv) other_paragraphs = g_strsplit (other->text, "\n", -1);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  gsize shared = 0;

  if (self->title != NULL && g_strcmp0 (self->title, other->title) == 0)
    return TRUE;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    g_hash_table_add (known, paragraphs[i]);
  for (guint i = 0; other_paragraphs[i] != NULL; i++) {
    if (g_hash_table_contains (known, other_paragraphs[i]))
      shared += strlen (other_paragraphs[i]);
  }

  return shared > 0 && shared >= VERSION_PART * MIN (strlen (self->text), strlen (other->text));
}
