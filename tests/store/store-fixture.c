#include "store-fixture.h"

#include <glib/gstdio.h>

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("synoptic-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "library.db", NULL);
  fixture->store = syn_store_open (fixture->path, SYN_STORE_CREATE, &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  syn_store_close (fixture->store);
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

    g_remove (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

SynRecord *
fixture_make_record (const char *title, const char *text)
{
  SynRecord *record = syn_record_new ();

  record->title = g_strdup (title);
  record->text = g_strdup (text);
  record->hash = syn_record_compute_hash (record);

  return record;
}

gint64
fixture_add (Fixture *fixture, const char *title, const char *text)
{
  g_autoptr (SynRecord) record = fixture_make_record (title, text);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("analysis", 8);
  SynKeptAnalysis analysis = { 1, bytes, bytes };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  syn_store_insert_article (fixture->store, record, &analysis, &id, &error);
  g_assert_no_error (error);

  return id;
}

GBytes *
fixture_read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (content, length);
}
