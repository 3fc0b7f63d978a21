#include "import-test.h"

#include <glib/gstdio.h>
#include <string.h>

char *
import_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("synoptic-import-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

void
import_test_clear (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
      import_test_clear (path);
    else
      g_unlink (path);
  }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (folder);
}

char *
import_test_write (const char *folder, const char *name, const char *content, gssize length)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);

  return path;
}

static gboolean
keep (SynDraft *draft, gpointer user_data)
{
  g_ptr_array_add (user_data, syn_draft_ref (draft));

  return TRUE;
}

GPtrArray *
import_test_read (const char *name, const char *content, gssize length, gboolean is_plain, GError **error)
{
  g_autofree char *folder = import_test_make_folder ();
  g_autofree char *path = import_test_write (folder, name, content, length);
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_draft_unref);
  SynImportOptions options = { is_plain };

  syn_import_file (path, &options, NULL, keep, drafts, error);
  import_test_clear (folder);

  return drafts;
}

SynDraft *
import_test_read_one (const char *name, const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = import_test_read (name, content, -1, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 1);

  return syn_draft_ref (g_ptr_array_index (drafts, 0));
}

const char *
import_test_get_why (const SynDraft *draft, const char *text)
{
  for (guint i = 0; i < draft->dropped->len; i++) {
    const SynDropped *dropped = g_ptr_array_index (draft->dropped, i);

    if (strcmp (dropped->text, text) == 0)
      return dropped->why;
  }

  return NULL;
}
