/* Protects: files and articles of the library compare alike; the same comparison is not made twice, and never again
 * after its articles changed; a cancelled one gives no result; the labels that stand where fields are missing. */
#include <string.h>

#include "engine-fixture.h"
#include "syn-error.h"

static gboolean
take_article (SynArticle *article, gpointer data)
{
  g_ptr_array_add (data, g_object_ref (article));

  return TRUE;
}

static GPtrArray *
read_articles (Fixture *fixture, const char *const *names, guint n)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++) {
    g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
    g_autoptr (GError) error = NULL;

    g_assert_true (syn_engine_read_file (fixture->engine, path, FALSE, NULL, take_article, articles, &error));
    g_assert_no_error (error);
  }

  return articles;
}

static const char *const dam_files[] = { "dam-1.txt", "dam-2.txt" };

static SynComparison *
compare (Fixture *fixture, GPtrArray *articles)
{
  g_autoptr (GError) error = NULL;
  SynComparison *comparison = syn_engine_compare (fixture->engine, (SynArticle *const *) articles->pdata,
                                                  articles->len, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (comparison);

  return comparison;
}

static void
test_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (SynComparison) comparison = NULL;
  g_autoptr (SynComparison) again = NULL;
  gsize n_facts, n_quotes;

  fixture_write_stories (fixture);
  articles = read_articles (fixture, dam_files, 2);
  g_assert_cmpint (syn_article_get_id (articles->pdata[0]), ==, 0);
  g_assert_cmpstr (syn_article_get_outlet (articles->pdata[0]), ==, "Valley Post");
  g_assert_cmpstr (syn_article_get_language (articles->pdata[0]), ==, "en");

  comparison = compare (fixture, articles);
  g_assert_cmpuint (syn_comparison_get_n_articles (comparison), ==, 2);
  g_assert_true (syn_comparison_get_article (comparison, 1) == articles->pdata[1]);
  syn_alignment_get_facts (syn_comparison_get_alignment (comparison), &n_facts);
  g_assert_cmpuint (n_facts, >, 0);

  syn_framing_get_quotes (syn_comparison_get_framing (comparison), &n_quotes);
  for (gsize i = 0; i < n_quotes; i++) {
    guint fact = syn_comparison_find_quote_fact (comparison, i);

    g_assert_true (fact == SYN_NO_INDEX || fact < n_facts);
  }

  again = compare (fixture, articles);
  g_assert_true (again == comparison);
}

static void
test_library_alike (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SynImportReport) report = NULL;
  g_autoptr (SynComparison) of_files = NULL;
  g_autoptr (SynComparison) of_library = NULL;
  const SynFact *a, *b;
  gsize n_a, n_b;

  fixture_write_stories (fixture);
  articles = read_articles (fixture, dam_files, 2);
  of_files = compare (fixture, articles);
  report = fixture_import (fixture, fixture->folder);
  /* With its analysis read from the library, not from the cache. */
  fixture_reopen (fixture);
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (kept, fixture_find (fixture, dam_files[i]));
  of_library = compare (fixture, kept);

  a = syn_alignment_get_facts (syn_comparison_get_alignment (of_files), &n_a);
  b = syn_alignment_get_facts (syn_comparison_get_alignment (of_library), &n_b);
  g_assert_cmpuint (n_a, ==, n_b);
  for (gsize i = 0; i < n_a; i++) {
    g_assert_cmpstr (a[i].title, ==, b[i].title);
    g_assert_cmpfloat (a[i].confidence, ==, b[i].confidence);
  }
}

/* The library's article is rewritten: the next comparison is of the new words. */
static void
test_stale (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SynImportReport) first = NULL;
  g_autoptr (SynImportReport) second = NULL;
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SynComparison) old = NULL;
  g_autoptr (SynComparison) new = NULL;
  gsize length;

  fixture_write_stories (fixture);
  first = fixture_import (fixture, fixture->folder);
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (before, fixture_find (fixture, dam_files[i]));
  old = compare (fixture, before);

  g_free (fixture_write (fixture, "dam-2.txt",
                         "Title: Villagers return as Corvelle dam stands firm\n\n"
                         "The rain over the Corvelle dam went on and on.\n"));
  second = fixture_import (fixture, fixture->folder);
  g_assert_cmpuint (second->updated, ==, 1);
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (after, fixture_find (fixture, dam_files[i]));
  new = compare (fixture, after);

  g_assert_true (new != old);
  g_assert_nonnull (
      strstr (syn_document_get_text (syn_comparison_get_document (new, 1), &length), "on and on"));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SynComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;

  fixture_write_stories (fixture);
  articles = read_articles (fixture, dam_files, 2);
  g_cancellable_cancel (cancellable);
  comparison = syn_engine_compare (fixture->engine, (SynArticle *const *) articles->pdata, 2, cancellable,
                                   NULL, NULL, &error);
  g_assert_null (comparison);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct {
  gboolean done;
  guint n_progress;
  SynComparison *comparison;
  GError *error;
} Waiting;

static void
count_progress (guint done, guint total, const char *what, gpointer data)
{
  Waiting *waiting = data;

  g_assert_cmpuint (done, <=, total);
  g_assert_false (waiting->done);
  waiting->n_progress++;
}

static void
take_comparison (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;

  waiting->comparison = syn_engine_compare_finish (SYN_ENGINE (source), result, &waiting->error);
  waiting->done = TRUE;
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SynImportReport) report = NULL;
  Waiting found = { 0 };
  Waiting missing = { 0 };
  Waiting stopped = { 0 };
  gint64 nobody = 4000;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  fixture_write_stories (fixture);
  report = fixture_import (fixture, fixture->folder);

  syn_engine_compare_async (fixture->engine, (const gint64 *) report->articles->data, 4, NULL, count_progress,
                            &found, take_comparison, &found);
  fixture_wait (&found.done);
  g_assert_no_error (found.error);
  g_assert_cmpuint (syn_comparison_get_n_articles (found.comparison), ==, 4);
  g_assert_cmpuint (found.n_progress, >, 0);
  g_object_unref (found.comparison);

  syn_engine_compare_async (fixture->engine, &nobody, 1, NULL, NULL, NULL, take_comparison, &missing);
  fixture_wait (&missing.done);
  g_assert_error (missing.error, SYN_ERROR, SYN_ERROR_NOT_FOUND);
  g_clear_error (&missing.error);

  syn_engine_compare_async (fixture->engine, (const gint64 *) report->articles->data, 2, cancellable, NULL,
                            NULL, take_comparison, &stopped);
  g_cancellable_cancel (cancellable);
  fixture_wait (&stopped.done);
  g_assert_error (stopped.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&stopped.error);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *name, *content, *label, *heading;
  } cases[] = {
    { "outlet.txt",
      "Title: The dam held\nOutlet: Valley Post\nByline: Ada Field\n\nThe dam of the valley held.\n",
      "Valley Post", "The dam held" },
    { "byline.txt", "Title: The dam held\nByline: Ada Field\n\nThe dam of the valley held.\n", "Ada Field",
      "The dam held" },
    { "title.txt",
      "Title: The dam of the long valley held through the night\n\nThe dam of the valley held.\n",
      "The dam of the long valley…", "The dam of the long valley held through the night" },
    { "opening.txt",
      "The dam of the valley held through the night, the engineers who had watched it since the evening said in the "
      "morning.\n",
      "The dam of the valley held…",
      "The dam of the valley held through the night, the engineers who had watched it…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = fixture_write (fixture, cases[i].name, cases[i].content);
    g_autoptr (GPtrArray) articles = read_articles (fixture, &cases[i].name, 1);

    g_assert_cmpstr (syn_article_get_label (articles->pdata[0]), ==, cases[i].label);
    g_assert_cmpstr (syn_article_get_heading (articles->pdata[0]), ==, cases[i].heading);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/engine/compare/files", test_files);
  fixture_test ("/engine/compare/library-alike", test_library_alike);
  fixture_test ("/engine/compare/stale", test_stale);
  fixture_test ("/engine/compare/cancelled", test_cancelled);
  fixture_test ("/engine/compare/async", test_async);
  fixture_test ("/engine/compare/names", test_names);

  return g_test_run ();
}
