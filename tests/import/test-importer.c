/* Protects: a file is taken for what it holds, and one that cannot be read gives one error that names it and
 * says why, without waiting, hanging or taking much memory. */
#include "import-test.h"

#include "syn-error.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
keep (SynDraft *draft, gpointer user_data)
{
  g_ptr_array_add (user_data, syn_draft_ref (draft));

  return TRUE;
}

static void
assert_fails (const char *path, int code, const char *why)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_draft_unref);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);

  g_assert_false (syn_import_file (path, NULL, NULL, keep, drafts, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, SYN_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, why));
  g_assert_cmpuint (drafts->len, ==, 0);
}

static void
test_failures (void)
{
  g_autofree char *folder = import_test_make_folder ();
  g_autofree char *empty = import_test_write (folder, "empty.txt", "", 0);
  g_autofree char *blank = import_test_write (folder, "blank.txt", " \n\t\n", -1);
  g_autofree char *picture = import_test_write (folder, "picture.txt", "\x89PNG\r\n\x1a\n", 8);
  g_autofree char *noise = import_test_write (folder, "noise.txt", "\x01\x02\x03\x04\x05\x06\x07\x08", 8);
  g_autofree char *drawing =
      import_test_write (folder, "drawing.txt",
                         "<?xml version=\"1.0\"?>\n<!-- a > b -->\n<svg><text>The weir.</text></svg>", -1);
  g_autofree char *feeds = import_test_write (folder, "feeds.opml", "<opml><body/></opml>", -1);
  g_autofree char *other =
      import_test_write (folder, "other.xml", "<?xml version=\"1.0\"?><n:note>The weir.</n:note>", -1);
  g_autofree char *rich = import_test_write (folder, "rich.txt", "{\\rtf1\\ansi The weir.}", -1);
  g_autofree char *nothing =
      import_test_write (folder, "nothing.html", "<html><body><script>x</script></body></html>", -1);
  g_autofree char *nowhere = g_build_filename (folder, "nowhere.txt", NULL);
  g_autofree char *loop = g_build_filename (folder, "loop.txt", NULL);
  g_autofree char *fifo = g_build_filename (folder, "silent.txt", NULL);
  g_autofree char *secret = import_test_write (folder, "secret.txt", "The weir.", -1);

  g_assert_cmpint (symlink ("loop.txt", loop), ==, 0);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (g_chmod (secret, 0), ==, 0);

  assert_fails (empty, SYN_ERROR_EMPTY, "empty");
  assert_fails (blank, SYN_ERROR_EMPTY, "empty");
  assert_fails (picture, SYN_ERROR_UNSUPPORTED, "binary data (PNG)");
  assert_fails (drawing, SYN_ERROR_UNSUPPORTED, "a picture (SVG)");
  assert_fails (feeds, SYN_ERROR_UNSUPPORTED, "a list of feeds (OPML)");
  assert_fails (other, SYN_ERROR_UNSUPPORTED, "XML of another kind (note)");
  assert_fails (rich, SYN_ERROR_UNSUPPORTED, "RTF");
  assert_fails (noise, SYN_ERROR_UNSUPPORTED, "binary data");
  assert_fails (nothing, SYN_ERROR_EMPTY, "no text");
  assert_fails (nowhere, SYN_ERROR_NOT_FOUND, g_strerror (ENOENT));
  assert_fails (loop, SYN_ERROR_FAILED, g_strerror (ELOOP));
  assert_fails (folder, SYN_ERROR_UNSUPPORTED, "folder");
  assert_fails (fifo, SYN_ERROR_UNSUPPORTED, "pipe");
  assert_fails ("/dev/zero", SYN_ERROR_UNSUPPORTED, "device");
  if (geteuid () != 0)
    assert_fails (secret, SYN_ERROR_FAILED, g_strerror (EACCES));

  import_test_clear (folder);
}

/* The file is sparse: it takes no room. */
static void
test_too_large (void)
{
  g_autofree char *folder = import_test_make_folder ();
  g_autofree char *path = import_test_write (folder, "large.txt", "The weir.", -1);

  g_assert_cmpint (truncate (path, 65 << 20), ==, 0);
  assert_fails (path, SYN_ERROR_TOO_LARGE, "too large");

  import_test_clear (folder);
}

/* `text`, so many times over, as gzip has it. */
static GBytes *
pack (const char *text, guint times)
{
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1));
  GOutputStream *memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, compressor);
  GBytes *packed;

  for (guint i = 0; i < times; i++)
    g_assert_true (g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  packed = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  g_object_unref (memory);

  return packed;
}

/* All but the last `n_cut` bytes. */
static char *
write_bytes (const char *folder, const char *name, GBytes *bytes, gsize n_cut)
{
  return import_test_write (folder, name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) - n_cut);
}

static void
assert_reads (const char *path, const char *text)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_draft_unref);
  g_autoptr (GError) error = NULL;

  syn_import_file (path, NULL, NULL, keep, drafts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (((SynDraft *) drafts->pdata[0])->text, ==, text);
}

static const struct {
  const char *file;
  const char *content;
  const char *text;
} sniffed[] = {
  { "page.txt", "<!DOCTYPE html><p>The weir.</p>", "The weir." },
  { "page", "<?xml version=\"1.0\"?>\n<html><body><p>The weir.</p></body></html>", "The weir." },
  { "feed.txt", "<rss><channel><item><description>The weir.</description></item></channel></rss>",
    "The weir." },
  { "feed.html", "<!-- a -->\n<feed><entry><content>The weir.</content></entry></feed>", "The weir." },
  { "lines.txt", "{\"text\":\"The weir.\"}", "The weir." },
  { "note.html", "<p>The weir.", "The weir." },
  { "page.xml", "<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html><body><p>The weir.</p></body></html>",
    "The weir." },
  { "readme", "The weir.", "The weir." },
  { "less.txt", "A < B and <the weir>.", "A < B and <the weir>." },
  { "brackets.txt", "[The weir.]", "[The weir.]" },
};

static void
test_sniff (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sniffed); i++) {
    g_autoptr (SynDraft) draft = import_test_read_one (sniffed[i].file, sniffed[i].content);

    g_test_message ("%s", sniffed[i].file);
    g_assert_cmpstr (draft->text, ==, sniffed[i].text);
    g_assert_true (g_str_has_suffix (draft->file, sniffed[i].file));
  }
}

/* A packed file is what is packed in it; one that is cut off, or that would unpack without end, is refused
 * whole. */
static void
test_packed (void)
{
  g_autofree char *folder = import_test_make_folder ();
  g_autoptr (GBytes) page = pack ("<html><body><p>The weir.</p></body></html>", 1);
  g_autoptr (GBytes) zeros = pack (" The weir is open from one end of the valley to the other.", 2 << 20);
  g_autofree char *good = write_bytes (folder, "page.html.gz", page, 0);
  g_autofree char *misnamed = write_bytes (folder, "page.txt", page, 0);
  g_autofree char *cut = write_bytes (folder, "cut.html.gz", page, 12);
  g_autofree char *bomb = write_bytes (folder, "bomb.txt.gz", zeros, 0);

  assert_reads (good, "The weir.");
  assert_reads (misnamed, "The weir.");
  assert_fails (cut, SYN_ERROR_INVALID, "cut off");
  assert_fails (bomb, SYN_ERROR_TOO_LARGE, "too large");

  import_test_clear (folder);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (syn_import_file ("nowhere", NULL, cancellable, keep, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/importer/failures", test_failures);
  g_test_add_func ("/importer/too-large", test_too_large);
  g_test_add_func ("/importer/sniff", test_sniff);
  g_test_add_func ("/importer/packed", test_packed);
  g_test_add_func ("/importer/cancelled", test_cancelled);

  return g_test_run ();
}
