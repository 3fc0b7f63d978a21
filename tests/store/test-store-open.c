/* Protects: a library opens with its marks set, is brought up to date, and every file that is not a sound
 * library of this version or an older one is refused and left byte for byte as it was. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"
#include "syn-error.h"

static gint64
ask (const char *path, const char *sql)
{
  sqlite3 *db;
  sqlite3_stmt *statement;
  gint64 value;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return value;
}

static void
tell (const char *path, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->store, syn_store_close);

  g_assert_cmpint (ask (fixture->path, "PRAGMA application_id"), ==, SYN_STORE_APPLICATION_ID);
  g_assert_cmpint (ask (fixture->path, "PRAGMA user_version"), >=, 1);
  g_assert_cmpint (
      ask (fixture->path, "SELECT count (*) FROM pragma_journal_mode WHERE journal_mode = 'wal'"), ==, 1);
}

static void
expect_refused (Fixture *fixture, int code)
{
  g_autoptr (GBytes) before = fixture_read_file (fixture->path);

  for (SynStoreMode mode = SYN_STORE_READ; mode <= SYN_STORE_CREATE; mode++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) after = NULL;
    SynStore *store = syn_store_open (fixture->path, mode, &error);

    g_assert_null (store);
    g_assert_error (error, SYN_ERROR, code);
    after = fixture_read_file (fixture->path);
    g_assert_true (g_bytes_equal (before, after));
  }
}

static void
test_other_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) junk = g_string_new ("SQLite format 3");
  const char *kinds[] = { "no library at all\n", "SQLite format 3" };

  g_clear_pointer (&fixture->store, syn_store_close);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_assert_true (g_file_set_contents (fixture->path, kinds[i], -1, NULL));
    expect_refused (fixture, SYN_ERROR_FOREIGN);
  }

  g_string_append_len (junk, "\0", 1);
  for (guint i = 0; i < 8000; i++)
    g_string_append_c (junk, '\xff');
  g_assert_true (g_file_set_contents (fixture->path, junk->str, junk->len, NULL));
  expect_refused (fixture, SYN_ERROR_FOREIGN);

  g_remove (fixture->path);
  tell (fixture->path, "CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('soup')");
  expect_refused (fixture, SYN_ERROR_FOREIGN);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->store, syn_store_close);
  tell (fixture->path, "PRAGMA journal_mode = DELETE; PRAGMA user_version = 4000");

  expect_refused (fixture, SYN_ERROR_FOREIGN);
}

/* A version that so far stands in the log beside the file only, as after a crash. */
static void
test_newer_in_log (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db;
  SynStore *store;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 4000", NULL, NULL, NULL), ==, SQLITE_OK);
  store = syn_store_open (fixture->path, SYN_STORE_WRITE, &error);
  sqlite3_close (db);

  g_assert_null (store);
  g_assert_error (error, SYN_ERROR, SYN_ERROR_FOREIGN);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *broken = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  for (guint i = 0; i < 50; i++) {
    g_autofree char *title = g_strdup_printf ("Report %u", i);

    fixture_add (fixture, title, "The dam held through the night, and the valley slept.");
  }
  g_clear_pointer (&fixture->store, syn_store_close);

  bytes = fixture_read_file (fixture->path);
  broken = g_memdup2 (g_bytes_get_data (bytes, &size), g_bytes_get_size (bytes));
  memset (broken + 4096, 0xa5, size - 4096);
  g_assert_true (g_file_set_contents (fixture->path, broken, size, NULL));

  fixture->store = syn_store_open (fixture->path, SYN_STORE_WRITE, &error);
  if (fixture->store != NULL)
    g_assert_false (syn_store_check (fixture->store, NULL, &error));
  g_assert_error (error, SYN_ERROR, SYN_ERROR_DAMAGED);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere.db", NULL);

  for (SynStoreMode mode = SYN_STORE_READ; mode <= SYN_STORE_WRITE; mode++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (syn_store_open (path, mode, &error));
    g_assert_error (error, SYN_ERROR, SYN_ERROR_NOT_FOUND);
    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  }
}

/* What a creation leaves that was cut off at once: a file of no bytes. */
static void
test_empty_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->store, syn_store_close);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  fixture->store = syn_store_open (fixture->path, SYN_STORE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (syn_store_check (fixture->store, NULL, &error));
}

static gpointer
open_and_close (gpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SynStore) store = syn_store_open (path, SYN_STORE_CREATE, &error);

  g_assert_no_error (error);

  return NULL;
}

static void
test_created_at_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.db", NULL);
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("opener", open_and_close, path);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_assert_cmpint (ask (path, "SELECT count (*) FROM library"), ==, 1);
}

/* The library of that schema as it was frozen when it was the newest, of three articles in two stories:
 * (transfer full), NULL where none is kept. */
static char *
find_frozen (gint64 version)
{
  g_autofree char *name = g_strdup_printf ("v%" G_GINT64_FORMAT ".db", version);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "store", "libraries", name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

static void
expect_whole (SynStore *store)
{
  static const char *const words[] = { "gate", "古钟" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = syn_store_list_articles (store, &error);
  g_autoptr (GPtrArray) stories = syn_store_list_stories (store, &error);

  g_assert_true (syn_store_check (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 3);
  g_assert_cmpuint (stories->len, ==, 2);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autoptr (GPtrArray) matches = syn_store_search (store, words[i], 10, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (matches->len, >, 0);
  }
}

/* Whatever step the schema has taken since, every older library is brought to it, whole, and takes more in.
 */
static void
test_frozen (Fixture *fixture, gconstpointer data)
{
  gint64 newest = ask (fixture->path, "PRAGMA user_version");

  g_clear_pointer (&fixture->store, syn_store_close);

  for (gint64 version = 1; version <= newest; version++) {
    g_autofree char *path = find_frozen (version);
    g_autoptr (GBytes) frozen = NULL;
    g_autoptr (GError) error = NULL;

    /* The newest is frozen when it is released. */
    g_test_message ("version %" G_GINT64_FORMAT, version);
    if (path == NULL && version == newest && version > 1)
      break;
    g_assert_nonnull (path);

    frozen = fixture_read_file (path);
    g_assert_true (g_file_set_contents (fixture->path, g_bytes_get_data (frozen, NULL),
                                        g_bytes_get_size (frozen), NULL));
    g_assert_cmpint (ask (fixture->path, "PRAGMA user_version"), ==, version);

    fixture->store = syn_store_open (fixture->path, SYN_STORE_WRITE, &error);
    g_assert_no_error (error);
    g_assert_cmpint (ask (fixture->path, "PRAGMA user_version"), ==, newest);
    expect_whole (fixture->store);

    fixture_add (fixture, "The gate opens again", "The tide gate opened again on Sunday morning.");
    g_assert_true (syn_store_check (fixture->store, NULL, &error));
    g_clear_pointer (&fixture->store, syn_store_close);
  }
}

/* SQLite's shared lock on the file, by which other programs see that the library is in use; asked by another
 * process. */
static gboolean
is_in_use (const char *path)
{
  int status;
  pid_t child = fork ();

  if (child == 0) {
    struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000002, .l_len = 510 };
    int file = open (path, O_RDWR | O_CLOEXEC);

    _exit (file >= 0 && fcntl (file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK ? 0 : 1);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);

  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

/* A further connection must not cost the locks of the first: else another program, at its end, would throw
 * the log away with the articles that are in it. */
static void
test_locks_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SynStore) reader = NULL;
  gint64 revision;

  g_assert_true (syn_store_get_revision (fixture->store, &revision, &error));
  g_assert_true (is_in_use (fixture->path));

  reader = syn_store_open (fixture->path, SYN_STORE_READ_BESIDE, &error);
  g_assert_no_error (error);
  g_assert_true (is_in_use (fixture->path));

  g_clear_pointer (&reader, syn_store_close);
  g_assert_true (is_in_use (fixture->path));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/open/marks", test_marks);
  fixture_test ("/store/open/other-files", test_other_files);
  fixture_test ("/store/open/newer", test_newer);
  fixture_test ("/store/open/newer-in-log", test_newer_in_log);
  fixture_test ("/store/open/damaged", test_damaged);
  fixture_test ("/store/open/missing", test_missing);
  fixture_test ("/store/open/empty-file", test_empty_file);
  fixture_test ("/store/open/created-at-once", test_created_at_once);
  fixture_test ("/store/open/frozen", test_frozen);
  fixture_test ("/store/open/locks-kept", test_locks_kept);

  return g_test_run ();
}
