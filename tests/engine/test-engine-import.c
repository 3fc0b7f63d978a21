/* Protects: files and folders come in whole, once, in order; a later version takes the place of the earlier one; what
 * cannot be read is named and leaves the rest done; a cancelled import keeps what it had. */
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine-fixture.h"

#define assert_report(report, a, b, c, d)                                                                    \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_assert_cmpuint ((report)->imported, ==, a);                                                            \
    g_assert_cmpuint ((report)->updated, ==, b);                                                             \
    g_assert_cmpuint ((report)->skipped, ==, c);                                                             \
    g_assert_cmpuint ((report)->failed->len, ==, d);                                                         \
  }                                                                                                          \
  G_STMT_END

static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SynImportReport) first = NULL;
  g_autoptr (SynImportReport) second = NULL;

  fixture_write_stories (fixture);
  first = fixture_import (fixture, fixture->folder);
  g_assert_cmpuint (first->imported, ==, 4);
  second = fixture_import (fixture, fixture->folder);
  g_assert_cmpuint (second->imported + second->updated, ==, 0);
  g_assert_cmpuint (second->skipped, ==, 4);
  g_assert_cmpuint (second->articles->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (g_array_index (first->articles, gint64, i), ==,
                     g_array_index (second->articles, gint64, i));
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      fixture_write (fixture, "a.txt", "Title: The dam\n\nThe dam of the valley held through the night.\n");
  g_autoptr (SynImportReport) first = fixture_import (fixture, path);
  g_autoptr (SynImportReport) second = NULL;
  g_autoptr (SynArticle) article = NULL;

  g_free (
      fixture_write (fixture, "a.txt", "Title: The dam\n\nThe dam of the valley broke in the morning.\n"));
  second = fixture_import (fixture, path);
  assert_report (second, 0, 1, 0, 0);
  g_assert_cmpint (g_array_index (first->articles, gint64, 0), ==,
                   g_array_index (second->articles, gint64, 0));

  article = fixture_find (fixture, "a.txt");
  g_assert_nonnull (strstr (syn_article_get_text (article), "morning"));
  g_assert_true (syn_engine_check (fixture->engine, NULL, NULL));
}

/* Also a hundred of them in one file: stored in the order that they stand in. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autoptr (SynImportReport) report = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (
        lines, "{\"title\": \"Entry %u\", \"text\": \"On day %u the dam of valley %u held.\"}\n", i, i, i);
  path = fixture_write (fixture, "many.jsonl", lines->str);
  report = fixture_import (fixture, path);
  assert_report (report, 300, 0, 0, 0);

  for (guint i = 0; i < 300; i++) {
    g_autoptr (SynArticle) article =
        syn_engine_get_article (fixture->engine, g_array_index (report->articles, gint64, i), NULL);
    g_autofree char *title = g_strdup_printf ("Entry %u", i);

    g_assert_cmpstr (syn_article_get_title (article), ==, title);
  }
}

/* Entries of one import never take each other's place, whatever their keys say. */
static void
test_same_keys (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      fixture_write (fixture, "feed.xml",
                     "<rss version='2.0'><channel><title>Reports</title>"
                     "<item><title>One</title><guid>1</guid><description>The dam of the valley held."
                     "</description></item>"
                     "<item><title>Two</title><guid>1</guid><description>The dam of the valley broke."
                     "</description></item></channel></rss>");
  g_autoptr (SynImportReport) first = fixture_import (fixture, path);
  g_autoptr (SynImportReport) second = fixture_import (fixture, path);

  assert_report (first, 2, 0, 0, 0);
  assert_report (second, 0, 0, 2, 0);
}

static void
test_bad_files (Fixture *fixture, gconstpointer data)
{
  static const char *const bad[] = { "binary.txt", "dangling.txt", "empty.txt", "nothing", "pipe.txt" };
  static const char program[] = "\x7f"
                                "ELF\0\1\2\3\0\0\0\0\xff\xfe\0\0\x80\x81\0\0";
  g_autofree char *folder = g_build_filename (fixture->folder, "in", NULL);
  g_autofree char *nothing = g_build_filename (folder, "nothing", NULL);
  g_autofree char *pipe_path = g_build_filename (folder, "pipe.txt", NULL);
  g_autofree char *link_path = g_build_filename (folder, "dangling.txt", NULL);
  g_autofree char *binary = g_build_filename (folder, "binary.txt", NULL);
  g_autoptr (SynImportReport) report = NULL;

  g_assert_cmpint (mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (mkdir (nothing, 0700), ==, 0);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_cmpint (symlink ("/nowhere/at/all", link_path), ==, 0);
  g_assert_true (g_file_set_contents (binary, program, sizeof program, NULL));
  g_free (fixture_write (fixture, "in/empty.txt", ""));
  g_free (fixture_write (fixture, "in/good-1.txt",
                         "Title: One\n\nThe dam of the valley held through the night.\n"));
  g_free (fixture_write (fixture, "in/good-2.txt",
                         "Title: Two\n\nThe orchestra of the town has a new conductor.\n"));

  report = fixture_import (fixture, folder);
  assert_report (report, 2, 0, 0, G_N_ELEMENTS (bad));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    gboolean named = FALSE;

    for (guint k = 0; k < report->failed->len; k++) {
      const SynImportFailure *failure = report->failed->pdata[k];

      named |= g_str_has_suffix (failure->file, bad[i]) && strstr (failure->why, bad[i]) != NULL;
    }
    g_test_message ("%s", bad[i]);
    g_assert_true (named);
  }
}

typedef struct {
  GCancellable *cancellable;
  guint cancel_at;
} Cancelling;

static void
cancel_at (guint done, guint total, const char *what, gpointer data)
{
  Cancelling *cancelling = data;

  if (done == cancelling->cancel_at)
    g_cancellable_cancel (cancelling->cancellable);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Cancelling cancelling = { cancellable, 3 };
  const char *paths[] = { fixture->folder, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SynImportReport) report = NULL;
  g_autoptr (GListModel) stories = NULL;

  fixture_write_stories (fixture);
  report = syn_engine_import (fixture->engine, paths, cancellable, cancel_at, &cancelling, &error);
  g_assert_null (report);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  /* Sound, and every article that is there is in a story. */
  g_assert_true (syn_engine_check (fixture->engine, NULL, &error));
  stories = syn_engine_list_stories (fixture->engine, NULL, &error);
  g_assert_no_error (error);
  report = fixture_import (fixture, fixture->folder);
  g_assert_cmpuint (report->imported + report->skipped, ==, 4);
}

typedef struct {
  gboolean done;
  guint n_progress;
  guint n_changed;
  SynImportReport *report;
} Waiting;

static void
count_progress (guint done, guint total, const char *what, gpointer data)
{
  Waiting *waiting = data;

  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  g_assert_cmpuint (done, <=, total);
  g_assert_false (waiting->done);
  waiting->n_progress++;
}

static void
count_changed (SynEngine *engine, gpointer data)
{
  ((Waiting *) data)->n_changed++;
}

static void
take_report (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;

  waiting->report = syn_engine_import_finish (SYN_ENGINE (source), result, &error);
  g_assert_no_error (error);
  waiting->done = TRUE;
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  const char *paths[] = { fixture->folder, NULL };
  Waiting waiting = { 0 };
  gboolean changed;

  fixture_write_stories (fixture);
  g_signal_connect (fixture->engine, "changed", G_CALLBACK (count_changed), &waiting);
  syn_engine_import_async (fixture->engine, paths, NULL, count_progress, &waiting, take_report, &waiting);
  fixture_wait (&waiting.done);
  g_assert_cmpuint (waiting.report->imported, ==, 4);
  g_assert_cmpuint (waiting.n_progress, >, 0);
  syn_import_report_free (waiting.report);

  changed = waiting.n_changed > 0;
  while (!changed) {
    g_main_context_iteration (NULL, TRUE);
    changed = waiting.n_changed > 0;
  }
}

static void
test_without_library (void)
{
  g_autoptr (SynEngine) engine = syn_engine_new ();
  const char *paths[] = { "/nowhere", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (syn_engine_import (engine, paths, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (syn_engine_list_stories (engine, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/engine/import/twice", test_twice);
  fixture_test ("/engine/import/changed", test_changed);
  fixture_test ("/engine/import/order", test_order);
  fixture_test ("/engine/import/same-keys", test_same_keys);
  fixture_test ("/engine/import/bad-files", test_bad_files);
  fixture_test ("/engine/import/cancelled", test_cancelled);
  fixture_test ("/engine/import/async", test_async);
  g_test_add_func ("/engine/import/without-library", test_without_library);

  return g_test_run ();
}
