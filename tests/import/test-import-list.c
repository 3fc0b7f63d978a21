/* Protects: every file under what was named is listed once, in order; a corpus manifest rules its folder and
 * cannot reach out of it; what is not there is told. */
#include "import-test.h"

#include "syn-error.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
note (const char *path, const GError *error, gpointer user_data)
{
  g_string_append_printf (user_data, "%s;", strrchr (path, '/') + 1);
  g_assert_nonnull (strstr (error->message, strrchr (path, '/') + 1));
}

/* The files under `folder`/`name` relative to `folder`, joined by ";", and the failures. */
static void
assert_list (const char *folder, const char *name, const char *files, const char *failures)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const char *paths[] = { path, NULL };
  g_autoptr (GString) failed = g_string_new (NULL);
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autoptr (GPtrArray) list = syn_import_list (paths, NULL, note, failed);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (joined, "%s;", (const char *) g_ptr_array_index (list, i) + strlen (folder) + 1);
  g_assert_cmpstr (joined->str, ==, files);
  g_assert_cmpstr (failed->str, ==, failures);
}

static void
write_file (const char *folder, const char *name, const char *content)
{
  g_free (import_test_write (folder, name, content, -1));
}

static void
test_walk (void)
{
  g_autofree char *folder = import_test_make_folder ();
  g_autofree char *again = g_build_filename (folder, "in", "deep", "again", NULL);
  g_autofree char *twin = g_build_filename (folder, "in", "twin.txt", NULL);
  g_autofree char *lost = g_build_filename (folder, "in", "lost.txt", NULL);
  g_autofree char *bare = g_build_filename (folder, "in", "bare", NULL);

  write_file (folder, "in/b.txt", "b");
  write_file (folder, "in/a.txt", "a");
  write_file (folder, "in/deep/er/c.txt", "c");
  write_file (folder, "in/.hidden", "h");
  g_assert_cmpint (symlink ("..", again), ==, 0);
  g_assert_cmpint (symlink ("b.txt", twin), ==, 0);
  g_assert_cmpint (symlink ("nowhere", lost), ==, 0);
  g_assert_cmpint (g_mkdir (bare, 0700), ==, 0);

  assert_list (folder, "in", "in/a.txt;in/b.txt;in/deep/er/c.txt;", "bare;lost.txt;");
  assert_list (folder, "in/b.txt", "in/b.txt;", "");
  assert_list (folder, "nowhere", "", "nowhere;");

  import_test_clear (folder);
}

static void
test_manifest (void)
{
  static const char manifest[] = "{\"format\":\"synoptic-corpus\",\"version\":1,\"stories\":[{\"id\":\"s\","
                                 "\"articles\":[\"s/b.txt\",\"s/a.txt\","
                                 "\"../out.txt\",\"/etc/passwd\",\"s/../../out.txt\",\"s/gone.txt\",7]},5]}";
  g_autofree char *folder = import_test_make_folder ();

  write_file (folder, "in/manifest.json", manifest);
  write_file (folder, "in/s/a.txt", "a");
  write_file (folder, "in/s/b.txt", "b");
  write_file (folder, "in/s/annotation.json", "{}");
  write_file (folder, "in/README.md", "r");
  write_file (folder, "in/unlisted/notes.txt", "n");
  write_file (folder, "out.txt", "o");
  write_file (folder, "other/manifest.json", "{\"format\":\"another\"}");
  write_file (folder, "other/a.txt", "a");

  assert_list (folder, "in", "in/s/b.txt;in/s/a.txt;", "out.txt;passwd;out.txt;gone.txt;");
  assert_list (folder, "in/manifest.json", "in/s/b.txt;in/s/a.txt;", "out.txt;passwd;out.txt;gone.txt;");
  assert_list (folder, "in/s", "in/s/b.txt;in/s/a.txt;", "out.txt;gone.txt;");
  assert_list (folder, "in/s/", "in/s/b.txt;in/s/a.txt;", "out.txt;gone.txt;");
  assert_list (folder, "in/unlisted", "in/unlisted/notes.txt;", "");
  assert_list (folder, "other", "other/a.txt;other/manifest.json;", "");

  import_test_clear (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-list/walk", test_walk);
  g_test_add_func ("/import-list/manifest", test_manifest);

  return g_test_run ();
}
