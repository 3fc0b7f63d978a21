/* Protects: an import that is killed at any moment leaves a library that opens, passes `check`, and holds every article
 * that was finished, in the order of the file, each whole; an interrupted one exits 130 with what was done kept; two at
 * once both succeed. */
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "cli-fixture.h"

#define N_ENTRIES    2000
#define N_KILLS      25
#define N_INTERRUPTS 6

static void
write_feed (Fixture *fixture, const char *name, guint first, guint n)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = first; i < first + n; i++)
    g_string_append_printf (
        lines,
        "{\"title\": \"Entry %u\", \"text\": \"On day %u the engineers of valley %u filled "
        "reservoir %u to the brim and it held.\"}\n",
        i, i, i, i);
  fixture_write (fixture, name, lines->str);
}

static void
check (Fixture *fixture)
{
  fixture_run (fixture, "check", "--library=library.db", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* How many entries are in: the first so many of the file, none twice, none left out between. */
static guint
count_entries (Fixture *fixture)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (int));
  JsonArray *list;

  fixture_run (fixture, "list", "--library=library.db", "--format=json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  list = json_node_get_array (fixture_json (fixture));
  for (guint i = 0; i < json_array_get_length (list); i++) {
    const char *title = json_object_get_string_member (json_array_get_object_element (list, i), "title");
    int entry = atoi (title + strlen ("Entry "));

    g_array_append_val (numbers, entry);
  }

  g_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    g_assert_cmpint (g_array_index (numbers, int, i), ==, i);

  return numbers->len;
}

/* Its exit status, or minus the signal that ended it. */
static int
wait_for (GPid pid)
{
  int status;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);

  return WIFSIGNALED (status) ? -WTERMSIG (status) : WEXITSTATUS (status);
}

/* How long an import takes that nobody disturbs, in microseconds. */
static int
measure (Fixture *fixture)
{
  gint64 start = g_get_monotonic_time ();

  fixture_run (fixture, "import", "--library=whole.db", "feed.jsonl", NULL);
  g_assert_cmpint (fixture->status, ==, 0);

  return g_get_monotonic_time () - start;
}

static void
remove_library (Fixture *fixture)
{
  static const char *const names[] = { "library.db", "library.db-wal", "library.db-shm",
                                       "library.db-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (fixture->home, names[i], NULL);

    g_remove (path);
  }
}

/* One after the other on a library that fills; a new one when all is in. */
static void
test_killed (Fixture *fixture, gconstpointer data)
{
  guint n_before = 0;
  guint n_partly = 0;
  int duration;

  write_feed (fixture, "feed.jsonl", 0, N_ENTRIES);
  duration = measure (fixture);
  for (guint i = 0; i < N_KILLS; i++) {
    GPid pid = fixture_start (fixture, "import", "--library=library.db", "feed.jsonl", NULL);
    guint n;

    /* From before the file is made to about when all is in. */
    g_usleep (g_test_rand_int_range (0, duration));
    kill (pid, SIGKILL);
    wait_for (pid);
    if (!g_file_test (fixture->library, G_FILE_TEST_EXISTS))
      continue;

    check (fixture);
    n = count_entries (fixture);
    g_test_message ("%u in", n);
    g_assert_cmpuint (n, >=, n_before);
    n_partly += n > n_before && n < N_ENTRIES;
    n_before = n;
    if (n == N_ENTRIES) {
      remove_library (fixture);
      n_before = 0;
    }
  }
  g_assert_cmpuint (n_partly, >, 0);

  fixture_run (fixture, "import", "--library=library.db", "feed.jsonl", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpuint (count_entries (fixture), ==, N_ENTRIES);
  check (fixture);
}

static void
test_interrupted (Fixture *fixture, gconstpointer data)
{
  guint n_interrupted = 0;
  int duration;

  write_feed (fixture, "feed.jsonl", 0, N_ENTRIES);
  duration = measure (fixture);
  for (guint i = 0; i < N_INTERRUPTS; i++) {
    GPid pid = fixture_start (fixture, "import", "--library=library.db", "feed.jsonl", NULL);
    int status;

    /* With the library there, the program listens: a signal before would just end it. */
    while (!g_file_test (fixture->library, G_FILE_TEST_EXISTS))
      g_usleep (1000);
    g_usleep ((duration / N_INTERRUPTS) * i);
    kill (pid, SIGINT);
    status = wait_for (pid);
    if (status != 0)
      g_assert_cmpint (status, ==, 130);
    n_interrupted += status == 130;
    check (fixture);
    g_test_message ("%u in", count_entries (fixture));
    remove_library (fixture);
  }
  g_assert_cmpuint (n_interrupted, >, 0);
}

static void
test_at_once (Fixture *fixture, gconstpointer data)
{
  GPid first, second;

  write_feed (fixture, "first.jsonl", 0, 500);
  write_feed (fixture, "second.jsonl", 500, 500);
  first = fixture_start (fixture, "import", "--library=library.db", "first.jsonl", NULL);
  second = fixture_start (fixture, "import", "--library=library.db", "second.jsonl", NULL);
  g_assert_cmpint (wait_for (first), ==, 0);
  g_assert_cmpint (wait_for (second), ==, 0);

  check (fixture);
  g_assert_cmpuint (count_entries (fixture), ==, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/cli/kill/killed", test_killed);
  fixture_test ("/cli/kill/interrupted", test_interrupted);
  fixture_test ("/cli/kill/at-once", test_at_once);

  return g_test_run ();
}
