/* Protects: an article comes back as it was taken in, the same content is known again, a later version takes the place
 * of the earlier one and keeps its id, and a change that fails half way leaves nothing. */
#include "store-fixture.h"
#include "syn-error.h"

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SynRecord) record = syn_record_new ();
  g_autoptr (SynRecord) found = NULL;
  g_autoptr (GBytes) document = g_bytes_new_static ("a\0b", 3);
  g_autoptr (GBytes) kept = NULL;
  SynKeptAnalysis analysis = { 7, document, document };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  record->file = g_strdup ("/news/dam.txt");
  record->entry = 3;
  record->key = g_strdup ("guid-3");
  record->title = g_strdup ("The dam held");
  record->byline = g_strdup ("Ada Field");
  record->published = g_strdup ("2025-01-14");
  record->language = g_strdup ("en");
  record->text = g_strdup ("转载者按\n\nThe dam held.");
  syn_record_add_aside (record, syn_span (0, 12), SYN_RECORD_PREFACE);
  syn_record_add_dropped (record, "Share this", "share bar");
  record->hash = syn_record_compute_hash (record);

  g_assert_true (syn_store_insert_article (fixture->store, record, &analysis, &id, &error));
  found = syn_store_get_article (fixture->store, id, &error);
  g_assert_no_error (error);

  g_assert_cmpstr (found->file, ==, record->file);
  g_assert_cmpuint (found->entry, ==, 3);
  g_assert_cmpstr (found->key, ==, record->key);
  g_assert_cmpstr (found->title, ==, record->title);
  g_assert_cmpstr (found->byline, ==, record->byline);
  g_assert_null (found->outlet);
  g_assert_cmpstr (found->text, ==, record->text);
  g_assert_cmpuint (found->asides->len, ==, 1);
  g_assert_cmpuint (g_array_index (found->asides, SynRecordAside, 0).span.end, ==, 12);
  g_assert_cmpuint (found->dropped->len, ==, 1);
  g_assert_cmpstr (((SynRecordDropped *) found->dropped->pdata[0])->why, ==, "share bar");
  g_assert_true (g_bytes_equal (found->hash, record->hash));

  g_assert_true (syn_store_get_document (fixture->store, id, record->hash, 7, &kept, &error));
  g_assert_true (g_bytes_equal (kept, document));
  g_clear_pointer (&kept, g_bytes_unref);
  g_assert_true (syn_store_get_document (fixture->store, id, record->hash, 8, &kept, &error));
  g_assert_null (kept);
}

static void
test_same_content (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, "One", "The dam held.");
  g_autoptr (SynRecord) same = fixture_make_record ("One", "The dam held.");
  g_autoptr (SynRecord) other = fixture_make_record (NULL, "OneThe dam held.");
  gint64 found;

  g_assert_true (syn_store_find_content (fixture->store, same->hash, &found, NULL));
  g_assert_cmpint (found, ==, id);
  g_assert_true (syn_store_find_content (fixture->store, other->hash, &found, NULL));
  g_assert_cmpint (found, ==, 0);
}

/* Which of the articles in the library a new one is a later version of. */
static void
test_earlier (Fixture *fixture, gconstpointer data)
{
  typedef struct {
    const char *file, *key, *url, *title, *text;
    guint entry;
  } Case;
  static const Case kept[] = {
    { "/a.html", "https://a.example/1", NULL, "One", "The dam held.\n\nIt hummed.", 0 },
    { "/feed.xml", "1", NULL, "Two", "The dam held.", 0 },
    { "/b.html", NULL, "https://b.example/1", "Three", "The dam held.", 0 },
    { "/c.txt", NULL, NULL, "Four", "The dam held.", 0 },
    { "/d.jsonl", NULL, NULL, "Five", "The dam held.", 0 },
    { "/d.jsonl", NULL, NULL, "Six", "The dam held.", 1 },
    { "/e.txt", NULL, NULL, NULL, "The dam held.\n\nIt hummed.", 0 },
  };
  static const struct {
    Case later;
    int earlier; /* index into `kept`, -1 for none */
  } cases[] = {
    { { "/elsewhere.html", "https://a.example/1", NULL, "One", "It broke.", 0 }, 0 },
    { { "/elsewhere.html", "https://a.example/1", NULL, "One, later", "It hummed.\n\nIt broke.", 0 }, 0 },
    /* a page that gives another's address for its own */
    { { "/elsewhere.html", "https://a.example/1", NULL, "Concert", "The orchestra played.", 0 }, -1 },
    { { "/feed.xml", "1", NULL, "Two, later", "It broke.", 5 }, 1 },
    { { "/other-feed.xml", "1", NULL, "Two", "The dam held, others say.", 0 }, -1 },
    { { "/elsewhere.html", NULL, "https://b.example/1", "Three", "It broke.", 0 }, 2 },
    { { "/c.txt", NULL, NULL, "Four", "It broke.", 0 }, 3 },
    { { "/c.txt", NULL, NULL, "Four, mended", "The dam held.", 0 }, 3 },
    /* a file that now holds something else */
    { { "/c.txt", NULL, NULL, "Concert", "The orchestra played.", 0 }, -1 },
    { { "/d.jsonl", NULL, NULL, "A new first line", "The orchestra played.", 0 }, -1 },
    { { "/d.jsonl", NULL, NULL, "Six", "It broke.", 1 }, 5 },
    { { "/e.txt", NULL, NULL, NULL, "The dam held.\n\nIt broke.", 0 }, 6 },
    { { "/e.txt", NULL, NULL, NULL, "The orchestra played.", 0 }, -1 },
    { { "/f.txt", NULL, NULL, "Four", "The dam held.", 0 }, -1 },
  };
  gint64 ids[G_N_ELEMENTS (kept)];
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  SynKeptAnalysis analysis = { 1, bytes, bytes };

  for (guint i = 0; i < G_N_ELEMENTS (kept) + G_N_ELEMENTS (cases); i++) {
    gboolean is_kept = i < G_N_ELEMENTS (kept);
    guint k = is_kept ? i : i - G_N_ELEMENTS (kept);
    const Case *one = is_kept ? &kept[k] : &cases[k].later;
    g_autoptr (SynRecord) record = syn_record_new ();
    gint64 found = 0;

    record->file = g_strdup (one->file);
    record->key = g_strdup (one->key);
    record->url = g_strdup (one->url);
    record->title = g_strdup (one->title);
    record->entry = one->entry;
    record->text = g_strdup (one->text);
    record->hash = syn_record_compute_hash (record);

    if (is_kept) {
      g_assert_true (syn_store_insert_article (fixture->store, record, &analysis, &ids[k], NULL));
    } else {
      g_test_message ("case %u", k);
      g_assert_true (syn_store_find_earlier (fixture->store, record, &found, NULL));
      g_assert_cmpint (found, ==, cases[k].earlier < 0 ? 0 : ids[cases[k].earlier]);
    }
  }
}

static void
test_rewrite (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, "One", "The dam held.");
  g_autoptr (SynRecord) later = fixture_make_record ("One", "The dam broke.");
  g_autoptr (SynRecord) found = NULL;
  g_autoptr (GPtrArray) matches = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("later", 5);
  g_autoptr (GBytes) stale = g_bytes_new_static ("stale", 5);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (SynRecord) earlier = fixture_make_record ("One", "The dam held.");
  SynKeptAnalysis analysis = { 1, bytes, bytes };
  SynKeptAnalysis stale_analysis = { 1, stale, stale };
  g_autoptr (GError) error = NULL;

  g_assert_true (syn_store_rewrite_article (fixture->store, id, later, &analysis, &error));
  found = syn_store_get_article (fixture->store, id, &error);
  g_assert_cmpstr (found->text, ==, "The dam broke.");
  matches = syn_store_search (fixture->store, "held", 10, NULL, &error);
  g_assert_cmpuint (matches->len, ==, 0);

  /* An analysis of the words before does not overwrite that of the words now. */
  g_assert_true (syn_store_set_analysis (fixture->store, id, earlier->hash, &stale_analysis, &error));
  g_assert_true (syn_store_get_document (fixture->store, id, later->hash, 1, &kept, &error));
  g_assert_true (g_bytes_equal (kept, bytes));
  g_assert_true (syn_store_check (fixture->store, NULL, &error));
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  gint64 ids[] = { fixture_add (fixture, "One", "First."), fixture_add (fixture, "Two", "Second."), 4000 };
  gint64 next;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (syn_store_remove_articles (fixture->store, ids, G_N_ELEMENTS (ids), &error));
  left = syn_store_list_articles (fixture->store, &error);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_null (syn_store_get_article (fixture->store, ids[0], &error));
  g_assert_error (error, SYN_ERROR, SYN_ERROR_NOT_FOUND);
  g_clear_error (&error);

  next = fixture_add (fixture, "Three", "Third.");
  g_assert_cmpint (next, >, ids[1]);
  g_assert_true (syn_store_check (fixture->store, NULL, &error));
}

static void
test_roll_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;

  fixture_add (fixture, "One", "First.");
  g_assert_true (syn_store_begin (fixture->store, &error));
  fixture_add (fixture, "Two", "Second.");
  syn_store_roll_back (fixture->store);

  left = syn_store_list_articles (fixture->store, &error);
  g_assert_cmpuint (left->len, ==, 1);
}

static void
test_outdated (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, "One", "First.");
  g_autoptr (SynRecord) record = syn_store_get_article (fixture->store, id, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  SynKeptAnalysis analysis = { 2, bytes, bytes };
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;

  before = syn_store_list_outdated (fixture->store, 2, NULL);
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_true (syn_store_set_analysis (fixture->store, id, record->hash, &analysis, NULL));
  after = syn_store_list_outdated (fixture->store, 2, NULL);
  g_assert_cmpuint (after->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/articles/round-trip", test_round_trip);
  fixture_test ("/store/articles/same-content", test_same_content);
  fixture_test ("/store/articles/earlier", test_earlier);
  fixture_test ("/store/articles/rewrite", test_rewrite);
  fixture_test ("/store/articles/remove", test_remove);
  fixture_test ("/store/articles/roll-back", test_roll_back);
  fixture_test ("/store/articles/outdated", test_outdated);

  return g_test_run ();
}
