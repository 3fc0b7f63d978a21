/* Protects: the command line over a library: what import, list, stories, show, search, export, remove and
 * check print, that a file which is no library is refused untouched, and the exit statuses. */
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli-fixture.h"

static void
write_articles (Fixture *fixture)
{
  fixture_write (
      fixture, "in/dam-1.txt",
      "Title: Dam at Corvelle holds after night of rain\nOutlet: Valley Post\nDate: 2024-03-02\n\n"
      "The Corvelle dam held through a night of record rain, engineers said on Saturday.\n\n"
      "More than 1,200 people were moved out of the villages below the Corvelle dam before midnight.\n");
  fixture_write (
      fixture, "in/dam-2.txt",
      "Title: Villagers return as Corvelle dam stands firm\nOutlet: River Wire\nDate: 2024-03-03\n\n"
      "Villagers began to return to their homes below the Corvelle dam on Sunday after the rain eased.\n\n"
      "Some 900 people were moved out of the villages below the Corvelle dam before midnight.\n");
  fixture_write (
      fixture, "in/orchestra.txt",
      "Title: Lunehaven orchestra names its first woman conductor\nOutlet: Arts Mirror\nDate: 2024-06-10\n\n"
      "The Lunehaven orchestra named the pianist Clara Monk as its chief conductor on Monday.\n\n"
      "转载者说：小红书上也有人谈论这位指挥。\n");
}

static void
import (Fixture *fixture)
{
  write_articles (fixture);
  fixture_run (fixture, "import", "--library=library.db", "--format=json", "in", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
}

static gint64
number (JsonObject *object, const char *name)
{
  g_assert_true (json_object_has_member (object, name));

  return json_object_get_int_member (object, name);
}

/* The id of the article whose file ends in `name`. */
static gint64
find_id (Fixture *fixture, const char *name)
{
  JsonArray *list;

  fixture_run (fixture, "list", "--library=library.db", "--format=json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  list = json_node_get_array (fixture_json (fixture));
  for (guint i = 0; i < json_array_get_length (list); i++) {
    JsonObject *article = json_array_get_object_element (list, i);

    if (g_str_has_suffix (json_object_get_string_member (article, "file"), name))
      return number (article, "id");
  }

  return 0;
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  JsonObject *report;

  import (fixture);
  report = json_node_get_object (fixture_json (fixture));
  g_assert_cmpint (number (report, "imported"), ==, 3);
  g_assert_cmpint (number (report, "updated"), ==, 0);
  g_assert_cmpint (number (report, "skipped"), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (report, "failed")), ==, 0);

  import (fixture);
  report = json_node_get_object (fixture_json (fixture));
  g_assert_cmpint (number (report, "imported"), ==, 0);
  g_assert_cmpint (number (report, "skipped"), ==, 3);
}

/* A folder with a folder, an empty file, a binary one, an unreadable one and what else is no article among
 * good ones: each is named with its reason, the good ones are in. */
static void
test_bad_among_good (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *file;
    const char *why;
  } bad[] = {
    { "binary.txt", "binary data (ELF)" },
    { "dangling.txt", "No such file" },
    { "empty.txt", "is empty" },
    { "nothing", "is an empty folder" },
    { "notes.json", "nothing has a text" },
    { "picture.svg", "a picture (SVG)" },
    { "pipe.txt", "a pipe" },
    { "secret.txt", "Permission denied" },
  };
  static const char program[] = "\x7f"
                                "ELF\0\1\2\3\0\0\0\0\xff\xfe\0\0\x80\x81\0\0";
  g_autofree char *nothing = g_build_filename (fixture->home, "in", "nothing", NULL);
  g_autofree char *pipe_path = g_build_filename (fixture->home, "in", "pipe.txt", NULL);
  g_autofree char *link_path = g_build_filename (fixture->home, "in", "dangling.txt", NULL);
  g_autofree char *secret = g_build_filename (fixture->home, "in", "secret.txt", NULL);
  g_autofree char *binary = g_build_filename (fixture->home, "in", "binary.txt", NULL);
  JsonObject *report;
  JsonArray *failed;

  write_articles (fixture);
  fixture_write (fixture, "in/empty.txt", "");
  fixture_write (fixture, "in/folder/dam-4.txt", "The Corvelle dam held, and the valley slept.\n");
  fixture_write (fixture, "in/notes.json", "{\"articles\": [{\"file\": \"dam-1.txt\", \"facts\": []}]}");
  fixture_write (fixture, "in/picture.svg",
                 "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>A dam</text></svg>");
  fixture_write (fixture, "in/secret.txt", "The Corvelle dam held.\n");
  g_assert_cmpint (chmod (secret, 0), ==, 0);
  g_assert_cmpint (mkdir (nothing, 0700), ==, 0);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_cmpint (symlink ("/nowhere/at/all", link_path), ==, 0);
  g_assert_true (g_file_set_contents (binary, program, sizeof program, NULL));

  fixture_run (fixture, "import", "--library=library.db", "--format=json", "in", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  report = json_node_get_object (fixture_json (fixture));
  g_assert_cmpint (number (report, "imported"), ==, 4);
  failed = json_object_get_array_member (report, "failed");
  g_assert_cmpuint (json_array_get_length (failed), ==, G_N_ELEMENTS (bad));

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    gboolean named = FALSE;

    for (guint k = 0; k < json_array_get_length (failed); k++) {
      JsonObject *failure = json_array_get_object_element (failed, k);

      named |= g_str_has_suffix (json_object_get_string_member (failure, "file"), bad[i].file) &&
               strstr (json_object_get_string_member (failure, "why"), bad[i].why) != NULL;
    }
    g_test_message ("%s", bad[i].file);
    g_assert_true (named);
    g_assert_nonnull (strstr (fixture->err, bad[i].file));
  }
}

static void
test_stories (Fixture *fixture, gconstpointer data)
{
  JsonArray *stories;
  guint n_articles = 0;

  import (fixture);
  fixture_run (fixture, "stories", "--library=library.db", "--format=json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  stories = json_node_get_array (fixture_json (fixture));
  g_assert_cmpuint (json_array_get_length (stories), ==, 2);

  for (guint i = 0; i < json_array_get_length (stories); i++) {
    JsonObject *story = json_array_get_object_element (stories, i);
    JsonArray *articles = json_object_get_array_member (story, "articles");

    g_assert_cmpint (number (story, "story"), >, 0);
    g_assert_nonnull (json_object_get_string_member (story, "title"));
    g_assert_true (g_str_has_prefix (json_object_get_string_member (story, "from"), "2024-0"));
    g_assert_true (g_str_has_prefix (json_object_get_string_member (story, "to"), "2024-0"));
    for (guint k = 0; k < json_array_get_length (articles); k++) {
      JsonObject *article = json_array_get_object_element (articles, k);

      g_assert_cmpint (number (article, "id"), >, 0);
      g_assert_true (json_object_has_member (article, "file"));
      g_assert_true (json_object_has_member (article, "outlet"));
      g_assert_true (json_object_has_member (article, "published"));
      g_assert_true (json_object_has_member (article, "title"));
      n_articles++;
    }
  }
  g_assert_cmpuint (n_articles, ==, 3);
}

static void
test_show (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *marked_id = NULL;
  JsonObject *article;

  import (fixture);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, find_id (fixture, "dam-1.txt"));
  marked_id = g_strconcat ("@", id, NULL);

  fixture_run (fixture, "show", id, "--library=library.db", "--format=json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  article = json_node_get_object (fixture_json (fixture));
  g_assert_cmpstr (json_object_get_string_member (article, "outlet"), ==, "Valley Post");
  g_assert_true (g_str_has_prefix (json_object_get_string_member (article, "text"), "The Corvelle dam held"));
  g_assert_true (json_object_get_null_member (article, "byline"));
  g_assert_true (json_object_has_member (article, "dropped"));

  fixture_run (fixture, "show", marked_id, "--library=library.db", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->out, "Valley Post"));

  fixture_run (fixture, "show", "4000", "--library=library.db", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->err, "4000"));
  fixture_run (fixture, "show", "first", "--library=library.db", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  JsonArray *hits;
  JsonObject *hit, *mark;
  g_autofree char *found = NULL;
  const char *snippet;

  import (fixture);
  fixture_run (fixture, "search", "小红书", "--library=library.db", "--format=json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  hits = json_node_get_array (fixture_json (fixture));
  g_assert_cmpuint (json_array_get_length (hits), ==, 1);

  /* Marks count code points. */
  hit = json_array_get_object_element (hits, 0);
  mark = json_array_get_object_element (json_object_get_array_member (hit, "marks"), 0);
  snippet = json_object_get_string_member (hit, "snippet");
  found = g_utf8_substring (snippet, number (mark, "start"), number (mark, "end"));
  g_assert_cmpstr (found, ==, "小红书");

  fixture_run (fixture, "search", "corvelle", "dam", "--library=library.db", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->out, "Valley Post"));
  g_assert_nonnull (strstr (fixture->out, "*"));

  fixture_run (fixture, "search", "nowhere", "--library=library.db", "--format=json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (fixture_json (fixture))), ==, 0);
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;

  import (fixture);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, find_id (fixture, "orchestra.txt"));
  fixture_run (fixture, "remove", id, "4000", "--library=library.db", "--format=json", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpint (find_id (fixture, "orchestra.txt"), ==, 0);
  g_assert_cmpint (find_id (fixture, "dam-1.txt"), !=, 0);

  fixture_run (fixture, "check", "--library=library.db", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
}

static void
test_compare_and_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *pair = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *path = g_build_filename (fixture->home, "out.json", NULL);
  g_autofree char *written = NULL;
  g_autofree char *names = NULL;
  gint64 ids[2];

  import (fixture);
  ids[0] = find_id (fixture, "dam-1.txt");
  ids[1] = find_id (fixture, "dam-2.txt");
  first = g_strdup_printf ("@%" G_GINT64_FORMAT, ids[0]);
  names = g_strdup_printf ("@%" G_GINT64_FORMAT, ids[1]);
  pair = g_strdup_printf ("--articles=%" G_GINT64_FORMAT ",%s", ids[0], names);

  fixture_run (fixture, "compare", first, names, "--library=library.db", "--format=json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (
                        json_node_get_object (fixture_json (fixture)), "articles")),
                    ==, 2);
  printed = g_strdup (fixture->out);

  fixture_run (fixture, "export", pair, "--format=json", "-o", "out.json", "--library=library.db", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, printed);

  fixture_run (fixture, "export", pair, "--format=json", "-o", "no/such/folder.json", "--library=library.db",
               NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  fixture_run (fixture, "export", "--story=4000", "--library=library.db", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  fixture_run (fixture, "export", "--library=library.db", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  fixture_run (fixture, "compare", "@4000", "in/dam-1.txt", "--library=library.db", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
}

/* A library that the first version made: what it holds is there, and its articles compare, whatever has
 * changed since in the schema or the analysis that is kept with them. */
static void
test_frozen (Fixture *fixture, gconstpointer data)
{
  g_autofree char *frozen = g_test_build_filename (G_TEST_DIST, "store", "libraries", "v1.db", NULL);
  g_autofree char *content = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  JsonObject *comparison;
  gsize length;

  g_assert_true (g_file_get_contents (frozen, &content, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->library, content, length, NULL));

  fixture_run (fixture, "check", "--library=library.db", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  fixture_run (fixture, "stories", "--library=library.db", "--format=json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (fixture_json (fixture))), ==, 2);

  first = g_strdup_printf ("@%" G_GINT64_FORMAT, find_id (fixture, "gate-1.txt"));
  second = g_strdup_printf ("@%" G_GINT64_FORMAT, find_id (fixture, "gate-2.txt"));
  fixture_run (fixture, "compare", first, second, "--library=library.db", "--format=json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  comparison = json_node_get_object (fixture_json (fixture));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (comparison, "facts")), >, 0);
  fixture_run (fixture, "check", "--library=library.db", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const commands[][2] = {
    { "check", NULL },   { "list", NULL },          { "stories", NULL },
    { "search", "dam" }, { "show", "1" },           { "remove", "1" },
    { "import", "in" },  { "export", "--story=1" }, { "compare", "--story=1" },
  };
  const char *junk = "no library at all, but another program's file that must stay as it is";

  write_articles (fixture);
  fixture_write (fixture, "library.db", junk);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_autofree char *after = NULL;

    fixture_run (fixture, commands[i][0], "--library=library.db", commands[i][1], NULL);
    g_assert_cmpint (fixture->status, ==, 3);
    g_assert_nonnull (strstr (fixture->err, "library.db"));
    g_assert_true (g_file_get_contents (fixture->library, &after, NULL, NULL));
    g_assert_cmpstr (after, ==, junk);
  }
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *standard = g_build_filename (fixture->home, "synoptic", "library.db", NULL);

  fixture_run (fixture, "list", NULL);
  g_assert_cmpint (fixture->status, ==, 3);
  g_assert_false (g_file_test (standard, G_FILE_TEST_EXISTS));

  write_articles (fixture);
  fixture_run (fixture, "import", "in", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_true (g_file_test (standard, G_FILE_TEST_EXISTS));
  fixture_run (fixture, "list", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/cli/library/import", test_import);
  fixture_test ("/cli/library/bad-among-good", test_bad_among_good);
  fixture_test ("/cli/library/stories", test_stories);
  fixture_test ("/cli/library/show", test_show);
  fixture_test ("/cli/library/search", test_search);
  fixture_test ("/cli/library/remove", test_remove);
  fixture_test ("/cli/library/compare-and-export", test_compare_and_export);
  fixture_test ("/cli/library/frozen", test_frozen);
  fixture_test ("/cli/library/refused", test_refused);
  fixture_test ("/cli/library/missing", test_missing);

  return g_test_run ();
}
