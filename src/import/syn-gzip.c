#include "config.h"

#include "syn-gzip.h"

#include <glib/gi18n-lib.h>

#include "syn-error.h"

gboolean
syn_gzip_is_packed (const guint8 *data, gsize size)
{
  return size > 2 && data[0] == 0x1f && data[1] == 0x8b;
}

static gboolean
fail_damaged (const char *name, GError **error)
{
  g_set_error (error, SYN_ERROR, SYN_ERROR_INVALID, _ ("%s is damaged: its gzip data is broken or cut off"),
               name);

  return FALSE;
}

/* One member from `*data` on, which moves behind it. */
static gboolean
unpack_member (const guint8 **data,
               const guint8 *end,
               gsize limit,
               const char *name,
               GCancellable *cancellable,
               GByteArray *into,
               GError **error)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  GConverterResult result = G_CONVERTER_CONVERTED;
  guint8 buffer[64 << 10];

  while (result != G_CONVERTER_FINISHED) {
    gsize n_read = 0;
    gsize n_written = 0;

    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    result = g_converter_convert (G_CONVERTER (decompressor), *data, end - *data, buffer, sizeof buffer,
                                  G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
    if (result == G_CONVERTER_ERROR)
      return fail_damaged (name, error);
    if (into->len + n_written > limit) {
      g_set_error (error, SYN_ERROR, SYN_ERROR_TOO_LARGE, _ ("%s is too large: over %d MB unpacked"), name,
                   (int) (limit >> 20));
      return FALSE;
    }

    g_byte_array_append (into, buffer, n_written);
    *data += n_read;
  }

  return TRUE;
}

GByteArray *
syn_gzip_unpack (
    const guint8 *data, gsize size, gsize limit, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) unpacked = g_byte_array_new ();
  const guint8 *end = data + size;

  /* What follows the last member is padding. */
  do {
    if (!unpack_member (&data, end, limit, name, cancellable, unpacked, error))
      return NULL;
  } while (syn_gzip_is_packed (data, end - data));

  return g_steal_pointer (&unpacked);
}
