#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/wait.h>

static JsonParser *parser;

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->home = g_dir_make_tmp ("synoptic-cli-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->library = g_build_filename (fixture->home, "library.db", NULL);
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
  remove_folder (fixture->home);
  g_free (fixture->home);
  g_free (fixture->library);
  g_free (fixture->out);
  g_free (fixture->err);
  g_clear_object (&parser);
}

void
fixture_write (Fixture *fixture, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (fixture->home, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

/* The program, the library and the arguments: (transfer container). */
static GPtrArray *
collect (const char *first, va_list rest)
{
  GPtrArray *arguments = g_ptr_array_new ();

  g_ptr_array_add (arguments, (gpointer) g_getenv ("SYNOPTIC_CLI"));
  for (const char *argument = first; argument != NULL; argument = va_arg (rest, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  g_ptr_array_add (arguments, NULL);

  return arguments;
}

static GStrv
make_environment (Fixture *fixture)
{
  GStrv environment = g_get_environ ();

  return g_environ_setenv (environment, "XDG_DATA_HOME", fixture->home, TRUE);
}

/* In the child, before it becomes the program: a file's mode binds it even where the tests run as root.
 * Readers who are not root are bound anyway, and for them the calls fail. */
static void
give_up_privileges (gpointer unused)
{
  prctl (PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
  prctl (PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0);
}

void
fixture_run (Fixture *fixture, ...)
{
  g_auto (GStrv) environment = make_environment (fixture);
  g_autoptr (GPtrArray) arguments = NULL;
  g_autofree char *call = NULL;
  g_autoptr (GError) error = NULL;
  va_list rest;
  int status;

  va_start (rest, fixture);
  arguments = collect (va_arg (rest, const char *), rest);
  va_end (rest);

  g_clear_pointer (&fixture->out, g_free);
  g_clear_pointer (&fixture->err, g_free);
  g_spawn_sync (fixture->home, (char **) arguments->pdata, environment, G_SPAWN_DEFAULT, give_up_privileges,
                NULL, &fixture->out, &fixture->err, &status, &error);
  g_assert_no_error (error);

  call = g_strjoinv (" ", (char **) arguments->pdata + 1);
  g_test_message ("%s: %s", call, fixture->err);
  g_assert_true (WIFEXITED (status));
  fixture->status = WEXITSTATUS (status);
}

JsonNode *
fixture_json (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&parser);
  parser = json_parser_new ();
  json_parser_load_from_data (parser, fixture->out, -1, &error);
  g_assert_no_error (error);

  return json_parser_get_root (parser);
}

GPid
fixture_start (Fixture *fixture, ...)
{
  g_auto (GStrv) environment = make_environment (fixture);
  g_autoptr (GPtrArray) arguments = NULL;
  g_autoptr (GError) error = NULL;
  va_list rest;
  GPid pid;

  va_start (rest, fixture);
  arguments = collect (va_arg (rest, const char *), rest);
  va_end (rest);

  g_spawn_async (fixture->home, (char **) arguments->pdata, environment,
                 G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                 NULL, &pid, &error);
  g_assert_no_error (error);

  return pid;
}
