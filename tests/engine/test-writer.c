/* Protects: what is given to the writer is done one after another, on one thread, in order, and all of it before the
 * writer is gone; an answer and its error reach the thread that waits. */
#include <glib/gstdio.h>

#include "syn-error.h"
#include "syn-writer-private.h"

#define N_PUSHED 500

typedef struct {
  guint n_done;
  guint n_freed;
  GThread *thread;
} Log;

static gboolean
take_down (SynStore *store, gpointer data, GError **error)
{
  Log *log = data;

  g_assert_true (log->thread == NULL || log->thread == g_thread_self ());
  log->thread = g_thread_self ();
  log->n_done++;

  return TRUE;
}

static void
take_down_freed (gpointer data)
{
  Log *log = data;

  log->n_freed++;
  g_assert_cmpuint (log->n_freed, ==, log->n_done);
}

static gboolean
fail (SynStore *store, gpointer data, GError **error)
{
  g_set_error_literal (error, SYN_ERROR, SYN_ERROR_FAILED, "for the test");

  return FALSE;
}

static void
test_order (void)
{
  g_autofree char *folder = g_dir_make_tmp ("synoptic-writer-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  SynWriter *writer = syn_writer_new (syn_store_open (path, SYN_STORE_CREATE, NULL));
  g_autoptr (GError) error = NULL;
  Log log = { 0 };

  for (guint i = 0; i < N_PUSHED; i++)
    syn_writer_push (writer, take_down, &log, take_down_freed);
  g_assert_true (syn_writer_run (writer, take_down, &log, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (log.n_done, ==, N_PUSHED + 1);
  g_assert_cmpuint (log.n_freed, ==, N_PUSHED);
  g_assert_true (log.thread != g_thread_self ());

  g_assert_false (syn_writer_run (writer, fail, NULL, &error));
  g_assert_error (error, SYN_ERROR, SYN_ERROR_FAILED);

  syn_writer_push (writer, take_down, &log, NULL);
  syn_writer_free (writer);
  g_assert_cmpuint (log.n_done, ==, N_PUSHED + 2);

  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/writer/order", test_order);

  return g_test_run ();
}
