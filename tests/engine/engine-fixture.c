#include "engine-fixture.h"

#include <glib/gstdio.h>

static const struct {
  const char *name, *content;
} stories[] = {
  { "dam-1.txt",
    "Title: Dam at Corvelle holds after night of rain\nOutlet: Valley Post\nDate: 2024-03-02\n\n"
    "The Corvelle dam held through a night of record rain, engineers said on Saturday.\n\n"
    "More than 1,200 people were moved out of the villages below the Corvelle dam before midnight.\n\n"
    "“The wall did what it was built to do,” said Ada Field, the chief engineer of the dam.\n" },
  { "dam-2.txt",
    "Title: Villagers return as Corvelle dam stands firm\nOutlet: River Wire\nDate: 2024-03-03\n\n"
    "Villagers began to return to their homes below the Corvelle dam on Sunday after the rain eased.\n\n"
    "Some 900 people were moved out of the villages below the Corvelle dam before midnight.\n\n"
    "Ada Field, the chief engineer of the dam, said the wall did what it was built to do.\n" },
  { "orchestra-1.txt",
    "Title: Lunehaven orchestra names its first woman conductor\nOutlet: Arts Mirror\nDate: 2024-06-10\n\n"
    "The Lunehaven orchestra named the pianist Clara Monk as its chief conductor on Monday.\n\n"
    "Monk, 41, is the first woman to conduct the Lunehaven orchestra in its 130 years.\n\n"
    "Her first concert with the orchestra is planned for September.\n" },
  { "orchestra-2.txt",
    "Title: Clara Monk to conduct Lunehaven\nOutlet: Stage Today\nDate: 2024-06-11\n\n"
    "Clara Monk will be the chief conductor of the Lunehaven orchestra, its board announced.\n\n"
    "She is the first woman to conduct the Lunehaven orchestra in 130 years.\n\n"
    "The pianist will give her first concert with the orchestra in September.\n" },
};

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->home = g_dir_make_tmp ("synoptic-engine-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_build_filename (fixture->home, "articles", NULL);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  fixture->library = g_build_filename (fixture->home, "data", "library.db", NULL);
  fixture->engine = syn_engine_new ();
  syn_engine_open_library (fixture->engine, fixture->library, TRUE, &error);
  g_assert_no_error (error);
}

/* A task's thread lets go of the engine a moment after its result was handed out. */
static void
drop_engine (Fixture *fixture)
{
  gpointer left = fixture->engine;

  g_object_add_weak_pointer (G_OBJECT (fixture->engine), &left);
  g_object_unref (g_steal_pointer (&fixture->engine));
  for (guint i = 0; i < 5000 && g_atomic_pointer_get (&left) != NULL; i++) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (1000);
  }
  g_assert_null (left);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
      remove_folder (child);
    else
      g_remove (child);
  }
  g_rmdir (path);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  drop_engine (fixture);
  remove_folder (fixture->home);
  g_free (fixture->home);
  g_free (fixture->folder);
  g_free (fixture->library);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  drop_engine (fixture);
  fixture->engine = syn_engine_new ();
  syn_engine_open_library (fixture->engine, fixture->library, FALSE, &error);
  g_assert_no_error (error);
}

char *
fixture_write (Fixture *fixture, const char *name, const char *content)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return path;
}

SynImportReport *
fixture_import (Fixture *fixture, const char *path)
{
  const char *paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  SynImportReport *report = syn_engine_import (fixture->engine, paths, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (report);

  return report;
}

void
fixture_write_stories (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++) {
    g_autofree char *path = fixture_write (fixture, stories[i].name, stories[i].content);
  }
}

SynArticle *
fixture_find (Fixture *fixture, const char *name)
{
  g_autoptr (GListModel) articles = syn_engine_list_articles (fixture->engine, NULL, NULL);
  guint n = g_list_model_get_n_items (articles);

  for (guint i = 0; i < n; i++) {
    g_autoptr (SynArticle) article = g_list_model_get_item (articles, i);
    g_autofree char *found = g_path_get_basename (syn_article_get_file (article));

    if (g_str_equal (found, name))
      return syn_engine_get_article (fixture->engine, syn_article_get_id (article), NULL);
  }

  return NULL;
}

static gboolean
give_up (gpointer data)
{
  g_assert_not_reached ();
}

void
fixture_wait (const gboolean *done)
{
  guint timeout = g_timeout_add_seconds (20, give_up, NULL);

  while (!*done)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}
