/* Protects: articles on one event come together and every article is in exactly one story; ids last while a story grows;
 * the counts of a story are made in the background and forgotten with its next change; what another version analysed is
 * analysed anew; words are found. */
#include <sqlite3.h>
#include <string.h>

#include "engine-fixture.h"

/* The story of that file's article; 0 where it is in none. Fails where it is in two. */
static gint64
story_of (Fixture *fixture, const char *name)
{
  g_autoptr (GListModel) stories = syn_engine_list_stories (fixture->engine, NULL, NULL);
  guint n_stories = g_list_model_get_n_items (stories);
  gint64 found = 0;

  for (guint i = 0; i < n_stories; i++) {
    g_autoptr (SynStory) story = g_list_model_get_item (stories, i);
    GListModel *articles = syn_story_get_articles (story);
    guint n = g_list_model_get_n_items (articles);

    for (guint k = 0; k < n; k++) {
      g_autoptr (SynArticle) article = g_list_model_get_item (articles, k);

      if (g_str_has_suffix (syn_article_get_file (article), name)) {
        g_assert_cmpint (found, ==, 0);
        found = syn_story_get_id (story);
      }
    }
  }

  return found;
}

static void
import_stories (Fixture *fixture)
{
  g_autoptr (SynImportReport) report = NULL;

  fixture_write_stories (fixture);
  report = fixture_import (fixture, fixture->folder);
  g_assert_cmpuint (report->imported, ==, 4);
}

static void
test_grouped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) stories = NULL;
  g_autoptr (SynStory) newest = NULL;
  g_autoptr (GArray) members = NULL;
  gint64 dam;

  import_stories (fixture);
  dam = story_of (fixture, "dam-1.txt");
  g_assert_cmpint (dam, !=, 0);
  g_assert_cmpint (story_of (fixture, "dam-2.txt"), ==, dam);
  g_assert_cmpint (story_of (fixture, "orchestra-1.txt"), !=, dam);
  g_assert_cmpint (story_of (fixture, "orchestra-2.txt"), ==, story_of (fixture, "orchestra-1.txt"));

  stories = syn_engine_list_stories (fixture->engine, NULL, NULL);
  newest = g_list_model_get_item (stories, 0);
  g_assert_cmpint (syn_story_get_id (newest), ==, story_of (fixture, "orchestra-1.txt"));
  g_assert_cmpstr (syn_story_get_from (newest), ==, "2024-06-10");
  g_assert_cmpstr (syn_story_get_to (newest), ==, "2024-06-11");
  g_assert_nonnull (strstr (syn_story_get_title (newest), "Lunehaven"));

  members = syn_engine_list_members (fixture->engine, dam, NULL);
  g_assert_cmpuint (members->len, ==, 2);
  g_assert_null (syn_engine_list_members (fixture->engine, 4000, NULL));
}

static void
test_ids_last (Fixture *fixture, gconstpointer data)
{
  g_autofree char *later = NULL;
  g_autoptr (SynImportReport) report = NULL;
  gint64 dam, orchestra;

  import_stories (fixture);
  dam = story_of (fixture, "dam-1.txt");
  orchestra = story_of (fixture, "orchestra-1.txt");

  later = fixture_write (
      fixture, "dam-3.txt",
      "Title: Corvelle dam: inquiry into the night of rain\nDate: 2024-03-05\n\n"
      "An inquiry will look at how the Corvelle dam held through the night of record rain.\n\n"
      "Engineers moved 1,200 people out of the villages below the Corvelle dam before midnight.\n");
  report = fixture_import (fixture, later);
  g_assert_cmpint (story_of (fixture, "dam-3.txt"), ==, dam);
  g_assert_cmpint (story_of (fixture, "orchestra-2.txt"), ==, orchestra);

  fixture_reopen (fixture);
  g_assert_cmpint (story_of (fixture, "dam-1.txt"), ==, dam);
}

static void
test_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SynArticle) first = NULL;
  g_autoptr (SynArticle) second = NULL;
  gint64 ids[2];

  import_stories (fixture);
  first = fixture_find (fixture, "dam-1.txt");
  second = fixture_find (fixture, "dam-2.txt");
  ids[0] = syn_article_get_id (first);
  ids[1] = syn_article_get_id (second);
  g_assert_true (syn_engine_remove (fixture->engine, ids, 2, NULL));

  g_assert_cmpint (story_of (fixture, "dam-1.txt"), ==, 0);
  g_assert_cmpint (story_of (fixture, "orchestra-1.txt"), !=, 0);
  g_assert_null (syn_engine_get_article (fixture->engine, ids[0], NULL));
  g_assert_true (syn_engine_check (fixture->engine, NULL, NULL));
}

/* ---- counts ---- */

typedef struct {
  gboolean all_counted;
  gboolean is_asking;
} Watching;

static void
look_at_counts (GObject *source, GAsyncResult *result, gpointer data)
{
  Watching *watching = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) stories = syn_engine_list_stories_finish (SYN_ENGINE (source), result, &error);
  guint n = g_list_model_get_n_items (stories);
  guint n_counted = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++) {
    g_autoptr (SynStory) story = g_list_model_get_item (stories, i);
    guint facts, conflicts, origins;

    if (syn_story_get_counts (story, &facts, &conflicts, &origins)) {
      g_assert_cmpuint (facts, >, 0);
      g_assert_cmpuint (conflicts, <=, facts);
      g_assert_cmpuint (origins, ==, 2);
      g_assert_cmpuint (syn_story_get_n_facts_of (story, 0), >, 0);
      n_counted++;
    }
  }
  watching->is_asking = FALSE;
  watching->all_counted = n_counted == n;
}

static void
ask_again (SynEngine *engine, gpointer data)
{
  Watching *watching = data;

  if (watching->is_asking)
    return;

  watching->is_asking = TRUE;
  syn_engine_list_stories_async (engine, NULL, look_at_counts, watching);
}

static void
test_counted_in_background (Fixture *fixture, gconstpointer data)
{
  Watching watching = { FALSE, FALSE };
  g_autoptr (GListModel) stories = NULL;
  g_autofree char *later = NULL;
  g_autoptr (SynImportReport) report = NULL;
  gint64 dam;

  import_stories (fixture);
  g_signal_connect (fixture->engine, "changed", G_CALLBACK (ask_again), &watching);
  ask_again (fixture->engine, &watching);
  fixture_wait (&watching.all_counted);
  while (watching.is_asking || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (fixture->engine, &watching);

  /* A change of the story makes its counts unknown again, and no other's. */
  dam = story_of (fixture, "dam-1.txt");
  later = fixture_write (
      fixture, "dam-1.txt",
      "Title: Dam at Corvelle holds after night of rain\nOutlet: Valley Post\nDate: 2024-03-02\n\n"
      "The Corvelle dam held through a night of record rain, the engineers of the dam said.\n\n"
      "More than 1,500 people were moved out of the villages below the Corvelle dam.\n");
  report = fixture_import (fixture, later);
  g_assert_cmpuint (report->updated, ==, 1);
  stories = syn_engine_list_stories (fixture->engine, NULL, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (stories); i++) {
    g_autoptr (SynStory) story = g_list_model_get_item (stories, i);
    guint facts, conflicts, origins;

    g_assert_cmpint (syn_story_get_counts (story, &facts, &conflicts, &origins), ==,
                     syn_story_get_id (story) != dam);
  }
}

/* ---- an analysis of another version ---- */

static void
tell (Fixture *fixture, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->library, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static gint64
ask (Fixture *fixture, const char *sql)
{
  sqlite3 *db;
  sqlite3_stmt *statement;
  gint64 number;

  g_assert_cmpint (sqlite3_open (fixture->library, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return number;
}

static void
test_analysed_anew (Fixture *fixture, gconstpointer data)
{
  gint64 dam;

  import_stories (fixture);
  dam = story_of (fixture, "dam-1.txt");
  tell (fixture,
        "UPDATE analysis SET version = 0, document = x'00'; UPDATE signature SET version = 0, bytes = x'00'");
  fixture_reopen (fixture);

  g_assert_cmpint (story_of (fixture, "dam-2.txt"), ==, dam);
  g_assert_cmpint (
      ask (fixture, "SELECT count (*) FROM analysis WHERE version = 0 OR length (document) < 100"), ==, 0);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM signature WHERE version = 0"), ==, 0);
}

/* A program that was killed between the import and the grouping. */
static void
test_caught_up (Fixture *fixture, gconstpointer data)
{
  import_stories (fixture);
  tell (fixture, "UPDATE article SET story = NULL; DELETE FROM story; UPDATE library SET grouped = 0");
  fixture_reopen (fixture);

  g_assert_cmpint (story_of (fixture, "dam-1.txt"), !=, 0);
  g_assert_cmpint (story_of (fixture, "dam-1.txt"), ==, story_of (fixture, "dam-2.txt"));
}

/* ---- search ---- */

static void
take_hits (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) hits = syn_engine_search_finish (SYN_ENGINE (source), result, &error);
  g_autoptr (SynSearchHit) hit = g_list_model_get_item (hits, 0);
  const SynSpan *marks;
  gsize n;

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (hits), ==, 2);
  marks = syn_search_hit_get_marks (hit, &n);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpint (strncmp (syn_search_hit_get_snippet (hit) + marks[0].start, "villages", 8), ==, 0);
  *(gboolean *) data = TRUE;
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  gboolean done = FALSE;

  import_stories (fixture);
  syn_engine_search_async (fixture->engine, "villages", 10, NULL, take_hits, &done);
  fixture_wait (&done);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/engine/stories/grouped", test_grouped);
  fixture_test ("/engine/stories/ids-last", test_ids_last);
  fixture_test ("/engine/stories/removed", test_removed);
  fixture_test ("/engine/stories/counted-in-background", test_counted_in_background);
  fixture_test ("/engine/stories/analysed-anew", test_analysed_anew);
  fixture_test ("/engine/stories/caught-up", test_caught_up);
  fixture_test ("/engine/stories/search", test_search);

  return g_test_run ();
}
