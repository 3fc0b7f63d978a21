/* Protects: the command line on files alone: extract and compare print what CLI.md says and leave nothing behind, score
 * answers line by line, a wrong call exits 2, help is there for every command. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli-fixture.h"

static void
write_articles (Fixture *fixture)
{
  fixture_write (fixture, "a.txt",
                 "Title: Dam at Corvelle holds after night of rain\nOutlet: Valley Post\nDate: 2024-03-02\n\n"
                 "The Corvelle dam held through a night of record rain, engineers said on Saturday.\n");
  fixture_write (fixture, "b.txt",
                 "Title: Corvelle dam stands firm\nOutlet: River Wire\nDate: 2024-03-03\n\n"
                 "The Corvelle dam held through the night of rain, its engineers said.\n");
}

static void
test_usage (Fixture *fixture, gconstpointer data)
{
  static const char *const calls[][3] = {
    { NULL },
    { "frobnicate" },
    { "extract" },
    { "extract", "--frobnicate", "a.txt" },
    { "extract", "--format=stone", "a.txt" },
    { "compare", "a.txt" },
    { "compare", "--format=stone", "a.txt" },
    { "import" },
    { "list", "a.txt" },
    { "search" },
    { "remove", "--library=x.db" },
    { "remove", "first" },
    { "export", "--story=1", "--articles=1" },
    { "score", "a.txt" },
  };

  write_articles (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++) {
    fixture_run (fixture, calls[i][0], calls[i][1], calls[i][2], NULL);
    g_assert_cmpint (fixture->status, ==, 2);
    g_assert_cmpstr (fixture->out, ==, "");
    g_assert_cmpstr (fixture->err, !=, "");
  }
}

static void
test_help (Fixture *fixture, gconstpointer data)
{
  static const char *const commands[] = {
    "extract", "compare", "score", "import", "stories", "list", "show", "search", "export", "remove", "check",
  };

  fixture_run (fixture, "--version", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_true (g_str_has_prefix (fixture->out, "synoptic-cli "));

  fixture_run (fixture, "--help", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_assert_nonnull (strstr (fixture->out, commands[i]));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_autofree char *usage = g_strconcat ("synoptic-cli ", commands[i], " [", NULL);

    fixture_run (fixture, commands[i], "--help", NULL);
    g_assert_cmpint (fixture->status, ==, 0);
    g_assert_nonnull (strstr (fixture->out, usage));
    fixture_run (fixture, "help", commands[i], NULL);
    g_assert_cmpint (fixture->status, ==, 0);
    g_assert_nonnull (strstr (fixture->out, usage));
  }
}

static void
test_extract (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = {
    "file", "title", "byline", "outlet", "published", "updated", "language", "url", "text", "dropped",
  };
  g_auto (GStrv) lines = NULL;

  write_articles (fixture);
  fixture_run (fixture, "extract", "b.txt", "nowhere.txt", "a.txt", "--format=jsonl", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->err, "nowhere.txt"));

  lines = g_strsplit (fixture->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (JsonNode) node = json_from_string (lines[i], NULL);
    JsonObject *article = json_node_get_object (node);

    for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
      g_assert_true (json_object_has_member (article, keys[k]));
    g_assert_cmpstr (json_object_get_string_member (article, "file"), ==, i == 0 ? "b.txt" : "a.txt");
    g_assert_cmpstr (json_object_get_string_member (article, "language"), ==, "en");
    g_assert_true (json_object_get_null_member (article, "url"));
  }
}

static void
test_plain (Fixture *fixture, gconstpointer data)
{
  JsonObject *article;

  fixture_write (fixture, "page.html",
                 "By Ada Field\nThe dam <b>held</b> &amp; hummed.\nShare this article\n");
  fixture_run (fixture, "extract", "--plain", "page.html", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  article = json_node_get_object (fixture_json (fixture));
  g_assert_cmpstr (json_object_get_string_member (article, "text"), ==,
                   "By Ada Field\n\nThe dam <b>held</b> &amp; hummed.\n\nShare this article");
  g_assert_true (json_object_get_null_member (article, "byline"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (article, "dropped")), ==, 0);
}

static void
test_compare (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = {
    "articles", "sentences", "facts", "figures", "quotes", "labels", "framing", "distinctive",
  };
  g_autofree char *folder = g_build_filename (fixture->home, "synoptic", NULL);
  g_autofree char *first = NULL;
  JsonObject *comparison;

  write_articles (fixture);
  fixture_run (fixture, "compare", "a.txt", "b.txt", "--format=json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  comparison = json_node_get_object (fixture_json (fixture));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_true (json_object_has_member (comparison, keys[i]));

  /* The same input gives the same bytes. */
  first = g_strdup (fixture->out);
  for (guint i = 0; i < 5; i++) {
    fixture_run (fixture, "compare", "a.txt", "b.txt", "--format=json", NULL);
    g_assert_cmpstr (fixture->out, ==, first);
  }

  fixture_run (fixture, "compare", "a.txt", "b.txt", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->out, "Valley Post"));

  /* One of three is missing: the others are compared. Of two, nothing can be. */
  fixture_run (fixture, "compare", "a.txt", "nowhere.txt", "b.txt", "--format=json", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpstr (fixture->out, ==, first);
  fixture_run (fixture, "compare", "a.txt", "nowhere.txt", "--format=json", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpstr (fixture->out, ==, "");

  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

/* Each line is answered before the next is asked. */
static void
test_score (Fixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "The Corvelle dam held through the night.\tThe dam at Corvelle held through the night.\n",
    "The Corvelle dam held through the night.\tThe orchestra has a new conductor.\n",
    "no second passage\n",
    "\t\n",
  };
  const char *arguments[] = { g_getenv ("SYNOPTIC_CLI"), "score", NULL };
  g_autoptr (GError) error = NULL;
  double matches[G_N_ELEMENTS (lines)];
  FILE *answers;
  int in, out;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &pid,
                            &in, &out, NULL, &error);
  g_assert_no_error (error);
  answers = fdopen (out, "r");

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    char answer[4096];
    g_auto (GStrv) parts = NULL;

    g_assert_cmpint (write (in, lines[i], strlen (lines[i])), ==, strlen (lines[i]));
    g_assert_nonnull (fgets (answer, sizeof answer, answers));
    parts = g_strsplit (answer, "\t", -1);
    g_assert_cmpuint (g_strv_length (parts), ==, 4);
    matches[i] = g_ascii_strtod (parts[0], NULL);
    g_assert_cmpfloat (matches[i], >=, 0);
    g_assert_cmpfloat (matches[i], <=, 1);
    g_assert_true (g_str_equal (parts[2], "same") || g_str_equal (parts[2], "similar") ||
                   g_str_equal (parts[2], "conflict") || g_str_equal (parts[2], "none"));
  }
  g_assert_cmpfloat (matches[0], >, matches[1]);

  close (in);
  fclose (answers);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/cli/files/usage", test_usage);
  fixture_test ("/cli/files/help", test_help);
  fixture_test ("/cli/files/extract", test_extract);
  fixture_test ("/cli/files/plain", test_plain);
  fixture_test ("/cli/files/compare", test_compare);
  fixture_test ("/cli/files/score", test_score);

  return g_test_run ();
}
