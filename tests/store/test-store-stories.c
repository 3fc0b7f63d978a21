/* Protects: stories keep their ids while their articles stay together, none is empty, and counts of a story that has
 * changed meanwhile are not taken. */
#include "store-fixture.h"

#define N 6

static void
group (Fixture *fixture, const gint64 *ids, const guint *groups, gsize n)
{
  g_autoptr (GError) error = NULL;
  gint64 revision;
  gboolean due;

  g_assert_true (syn_store_get_revision (fixture->store, &revision, &error));
  g_assert_true (syn_store_set_groups (fixture->store, revision, ids, groups, n, &error));
  g_assert_no_error (error);
  g_assert_true (syn_store_is_grouping_due (fixture->store, &due, &error));
  g_assert_false (due);
}

static gint64
story_of (Fixture *fixture, gint64 id)
{
  g_autoptr (SynRecord) record = syn_store_get_article (fixture->store, id, NULL);

  return record->story;
}

static void
add_all (Fixture *fixture, gint64 *ids)
{
  for (guint i = 0; i < N; i++) {
    g_autofree char *text = g_strdup_printf ("Report %u on the dam.", i);

    ids[i] = fixture_add (fixture, NULL, text);
  }
}

static void
test_ids_stay (Fixture *fixture, gconstpointer data)
{
  static const guint first[N] = { 0, 0, 0, 1, 1, 2 };
  static const guint second[N] = { 0, 0, 1, 1, 1, 1 }; /* the third moves, the last joins */
  gint64 ids[N], before[N];
  g_autoptr (GPtrArray) stories = NULL;

  add_all (fixture, ids);
  group (fixture, ids, first, N);
  for (guint i = 0; i < N; i++)
    before[i] = story_of (fixture, ids[i]);
  g_assert_cmpint (before[0], !=, before[3]);
  g_assert_cmpint (before[3], !=, before[5]);

  group (fixture, ids, second, N);
  g_assert_cmpint (story_of (fixture, ids[0]), ==, before[0]);
  for (guint i = 2; i < N; i++)
    g_assert_cmpint (story_of (fixture, ids[i]), ==, before[3]);

  stories = syn_store_list_stories (fixture->store, NULL);
  g_assert_cmpuint (stories->len, ==, 2);
}

/* One story falls apart: the larger part stays it, the other is new. */
static void
test_split (Fixture *fixture, gconstpointer data)
{
  static const guint first[N] = { 0, 0, 0, 0, 0, 0 };
  static const guint second[N] = { 0, 0, 1, 1, 1, 1 };
  gint64 ids[N], before;

  add_all (fixture, ids);
  group (fixture, ids, first, N);
  before = story_of (fixture, ids[0]);
  group (fixture, ids, second, N);

  g_assert_cmpint (story_of (fixture, ids[5]), ==, before);
  g_assert_cmpint (story_of (fixture, ids[0]), >, before);
}

static void
test_due (Fixture *fixture, gconstpointer data)
{
  static const guint alone[] = { 0 };
  gint64 id = fixture_add (fixture, NULL, "One.");
  gint64 revision;
  gboolean due;

  g_assert_true (syn_store_get_revision (fixture->store, &revision, NULL));
  fixture_add (fixture, NULL, "Two.");
  g_assert_true (syn_store_set_groups (fixture->store, revision, &id, alone, 1, NULL));
  g_assert_true (syn_store_is_grouping_due (fixture->store, &due, NULL));
  g_assert_true (due);
}

static void
test_last_removed (Fixture *fixture, gconstpointer data)
{
  static const guint alone[] = { 0 };
  gint64 id = fixture_add (fixture, NULL, "One.");
  g_autoptr (GPtrArray) stories = NULL;

  group (fixture, &id, alone, 1);
  g_assert_true (syn_store_remove_articles (fixture->store, &id, 1, NULL));
  stories = syn_store_list_stories (fixture->store, NULL);
  g_assert_cmpuint (stories->len, ==, 0);
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  static const guint groups[N] = { 0, 0, 0, 0, 0, 0 };
  static const guint facts_of[N] = { 3, 1, 0, 0, 0, 2 };
  gint64 ids[N];
  SynStoryCounts counts = { 4, 1, 2, ids, facts_of, N };
  g_autoptr (SynRecord) counted = NULL;

  add_all (fixture, ids);
  group (fixture, ids, groups, N);

  for (guint round = 0; round < 2; round++) {
    g_autoptr (GPtrArray) before = syn_store_list_stories (fixture->store, NULL);
    g_autoptr (GPtrArray) after = NULL;
    const SynStoryRow *row = before->pdata[0];

    g_assert_false (row->is_counted);
    if (round == 0)
      g_assert_true (syn_store_remove_articles (fixture->store, &ids[1], 1, NULL));
    g_assert_true (syn_store_set_counts (fixture->store, row->id, row->revision, &counts, NULL));

    after = syn_store_list_stories (fixture->store, NULL);
    row = after->pdata[0];
    g_assert_cmpint (row->is_counted, ==, round == 1);
    if (round == 1)
      g_assert_cmpuint (row->facts, ==, 4);
  }

  counted = syn_store_get_article (fixture->store, ids[0], NULL);
  g_assert_cmpuint (counted->facts, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/stories/ids-stay", test_ids_stay);
  fixture_test ("/store/stories/split", test_split);
  fixture_test ("/store/stories/due", test_due);
  fixture_test ("/store/stories/last-removed", test_last_removed);
  fixture_test ("/store/stories/counts", test_counts);

  return g_test_run ();
}
