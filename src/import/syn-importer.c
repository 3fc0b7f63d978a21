#include "config.h"

#include "syn-importer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "syn-charset.h"
#include "syn-error.h"
#include "syn-gzip.h"
#include "syn-reader-private.h"

/* How much of a file the readers see to tell whose it is. */
#define SNIFF_WITHIN 4096

/* The order settles nothing but ties. */
static const SynReader *const readers[] = {
  &syn_reader_feed, &syn_reader_json, &syn_reader_mail, &syn_reader_page, &syn_reader_other, &syn_reader_text,
};

/* ---- the file's bytes ---- */

static gboolean
fail_errno (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, SYN_ERROR, code == ENOENT ? SYN_ERROR_NOT_FOUND : SYN_ERROR_FAILED,
               _ ("%s cannot be read: %s"), name, g_strerror (code));

  return FALSE;
}

static gboolean
check_kind (const char *path, int fd, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  struct stat status;

  if (fstat (fd, &status) < 0)
    return fail_errno (path, errno, error);
  if (S_ISREG (status.st_mode) && status.st_size > SYN_IMPORT_MAX_FILE) {
    g_set_error (error, SYN_ERROR, SYN_ERROR_TOO_LARGE, _ ("%s is too large: over %d MB"), name,
                 SYN_IMPORT_MAX_FILE >> 20);
    return FALSE;
  }
  if (S_ISREG (status.st_mode))
    return TRUE;

  if (S_ISDIR (status.st_mode))
    g_set_error (error, SYN_ERROR, SYN_ERROR_UNSUPPORTED, _ ("%s is not an article: it is a folder"), name);
  else
    g_set_error (error, SYN_ERROR, SYN_ERROR_UNSUPPORTED,
                 _ ("%s is not an article: it is a pipe or a device"), name);

  return FALSE;
}

/* Never waits (a pipe nobody writes to) and never reads on for ever (a device, a file that grows). */
static GByteArray *
load_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint8 buffer[64 << 10];
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  gssize n;

  if (fd < 0) {
    fail_errno (path, errno, error);
    return NULL;
  }
  if (!check_kind (path, fd, error)) {
    close (fd);
    return NULL;
  }

  while (!g_cancellable_is_cancelled (cancellable) && (n = read (fd, buffer, sizeof buffer)) != 0) {
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      fail_errno (path, errno, error);
      close (fd);
      return NULL;
    }
    if (data->len + n > SYN_IMPORT_MAX_FILE) {
      close (fd);
      return fail_errno (path, EFBIG, error), NULL;
    }
    g_byte_array_append (data, buffer, n);
  }
  close (fd);

  return g_steal_pointer (&data);
}

/* The file as it is, or what is packed in it. */
static GByteArray *
load_content (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) data = load_file (path, cancellable, error);
  g_autofree char *name = g_filename_display_name (path);

  if (data == NULL || !syn_gzip_is_packed (data->data, data->len))
    return g_steal_pointer (&data);

  return syn_gzip_unpack (data->data, data->len, SYN_IMPORT_MAX_FILE, name, cancellable, error);
}

/* ---- choosing the reader ---- */

/* The first bytes in lower case without a byte-order mark and zeros, so that markup shows in UTF-16, too. */
static char *
make_head (const guint8 *data, gsize size)
{
  GString *head = g_string_new (NULL);

  for (gsize i = 0; i < MIN (size, SNIFF_WITHIN); i++) {
    if (data[i] != 0 && !(i < 4 && strchr ("\xef\xbb\xbf\xff\xfe", data[i]) != NULL))
      g_string_append_c (head, g_ascii_tolower (data[i]));
  }

  return g_string_free (head, FALSE);
}

static char *
get_ending (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_ascii_strdown (base, -1);
  const char *dot;

  if (g_str_has_suffix (name, ".gz"))
    name[strlen (name) - strlen (".gz")] = '\0';
  dot = strrchr (name, '.');

  return g_strdup (dot != NULL ? dot + 1 : "");
}

static const SynReader *
choose_reader (const SynReading *reading)
{
  const SynReader *best = NULL;
  guint best_score = 0;

  if (reading->options != NULL && reading->options->is_plain)
    return &syn_reader_plain;

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++) {
    guint score = readers[i]->sniff (reading->head, reading->ending);

    if (score > best_score) {
      best = readers[i];
      best_score = score;
    }
  }

  return best;
}

static gboolean
is_blank (const guint8 *data, gsize size)
{
  for (gsize i = 0; i < size; i++) {
    if (data[i] != 0 && !g_ascii_isspace (data[i]))
      return FALSE;
  }

  return TRUE;
}

static gboolean
check_content (const SynReading *reading, GError **error)
{
  g_autofree char *name = syn_reading_get_name (reading);
  const char *kind;

  if (is_blank (reading->data, reading->size)) {
    g_set_error (error, SYN_ERROR, SYN_ERROR_EMPTY, _ ("%s is empty"), name);
    return FALSE;
  }
  if (!syn_charset_is_binary (reading->data, reading->size, &kind))
    return TRUE;

  if (kind != NULL)
    g_set_error (error, SYN_ERROR, SYN_ERROR_UNSUPPORTED, _ ("%s is not an article: it is binary data (%s)"),
                 name, kind);
  else
    g_set_error (error, SYN_ERROR, SYN_ERROR_UNSUPPORTED, _ ("%s is not an article: it is binary data"),
                 name);

  return FALSE;
}

gboolean
syn_import_file (const char *path,
                 const SynImportOptions *options,
                 GCancellable *cancellable,
                 SynDraftFunc func,
                 gpointer user_data,
                 GError **error)
{
  g_autoptr (GByteArray) data = NULL;
  g_autofree char *head = NULL;
  g_autofree char *ending = NULL;
  SynReading reading = { 0 };
  gboolean is_read;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  data = load_content (path, cancellable, error);
  if (data == NULL)
    return FALSE;

  head = make_head (data->data, data->len);
  ending = get_ending (path);
  reading.path = path;
  reading.ending = ending;
  reading.head = head;
  reading.data = data->data;
  reading.size = data->len;
  reading.options = options;
  reading.cancellable = cancellable;
  reading.func = func;
  reading.user_data = user_data;
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_content (&reading, error))
    return FALSE;

  is_read = choose_reader (&reading)->read (&reading, error);

  return is_read && !g_cancellable_set_error_if_cancelled (cancellable, error);
}
