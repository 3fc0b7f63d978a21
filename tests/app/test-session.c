/* Protects: what a reader chose stays chosen and nothing impossible can be: panes in their order, never
 * none; numbers from 1 under the threshold; a selected fact that the threshold hides is let go; and the
 * marks stand on the very words of the article, whatever lies before them in the file. */
#include "syn-session.h"

#include <glib/gstdio.h>
#include <string.h>

#include "syn-engine.h"

/* The first has a headline, a section head and a note by another hand; figures differ between the two. */
static const char *const TEXTS[] = {
  "Title: Ferry Nordlys back in service\nOutlet: Harbour Post\nDate: 2024-05-02\n\n"
  "The ferry Nordlys went back into service on Thursday after nine weeks in the Oddvik dock.\n\n"
  "What it cost\n\n"
  "Repairs to the ferry Nordlys cost 4.2 million kroner, the Oddvik dock company said. “Größer als gedacht”, "
  "said "
  "its chief.\n\n"
  "Children had come down to the quay with flags and a brass band.\n",
  "Title: Nordlys sails again\nOutlet: Island Wire\nDate: 2024-05-03\n\n"
  "After nine weeks in the Oddvik dock the ferry Nordlys went back into service on Thursday.\n\n"
  "Repairs to the ferry Nordlys cost 6 million kroner, according to the Oddvik dock company.\n\n"
  "A committee will look at new prices in autumn.\n",
  "Title: Timetable of the Lillesund line\nOutlet: Coast Daily\nDate: 2024-05-03\n\n"
  "The ferry Nordlys went back into service on Thursday after nine weeks in the Oddvik dock.\n",
};

typedef struct {
  char *folder;
  SynEngine *engine;
  GPtrArray *articles;
  SynComparison *comparison;
  SynSession *session;
} Fixture;

static gboolean
take_article (SynArticle *article, gpointer data)
{
  g_ptr_array_add (data, g_object_ref (article));

  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("synoptic-session-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->engine = syn_engine_new ();
  fixture->articles = g_ptr_array_new_with_free_func (g_object_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (TEXTS); i++) {
    g_autofree char *name = g_strdup_printf ("%c.txt", (int) ('a' + i));
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

    g_assert_true (g_file_set_contents (path, TEXTS[i], -1, &error));
    g_assert_true (
        syn_engine_read_file (fixture->engine, path, FALSE, NULL, take_article, fixture->articles, &error));
    g_assert_no_error (error);
    g_unlink (path);
  }
  g_rmdir (fixture->folder);

  fixture->comparison = syn_engine_compare (fixture->engine, (SynArticle *const *) fixture->articles->pdata,
                                            fixture->articles->len, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->session = syn_session_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->session);
  g_object_unref (fixture->comparison);
  g_ptr_array_unref (fixture->articles);
  g_object_unref (fixture->engine);
  g_free (fixture->folder);
}

static void
count (guint *n)
{
  (*n)++;
}

/* The words that a mark covers. */
static char *
dup_marked (const SynPageText *text, const SynMark *mark)
{
  const char *all = syn_page_text_get_text (text);

  return g_utf8_substring (all, mark->start, mark->end);
}

static void
test_texts_first (Fixture *fixture, gconstpointer data)
{
  gsize n;

  syn_session_set_articles (fixture->session, (SynArticle *const *) fixture->articles->pdata, 3);
  g_assert_null (syn_session_get_comparison (fixture->session));
  g_assert_null (syn_session_get_marks (fixture->session, 0));
  g_assert_nonnull (
      strstr (syn_page_text_get_text (syn_session_get_text (fixture->session, 0)), "brass band"));
  syn_session_get_panes (fixture->session, &n);
  g_assert_cmpuint (n, ==, 3);
  syn_session_step (fixture->session, 1);
  g_assert_null (syn_session_get_selected (fixture->session));
}

/* The same lines before and after the analysis: marks that arrive later never move text. */
static void
test_text_stays (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 3; i++) {
    SynArticle *article = fixture->articles->pdata[i];
    g_autoptr (SynPageText) before = syn_page_text_new (article, NULL);
    g_autoptr (SynPageText) after =
        syn_page_text_new (article, syn_comparison_get_document (fixture->comparison, i));

    g_assert_cmpstr (syn_page_text_get_text (before), ==, syn_page_text_get_text (after));
  }
}

static void
test_heading (Fixture *fixture, gconstpointer data)
{
  const SynPageParagraph *paragraphs;
  gsize n;

  syn_session_set_comparison (fixture->session, fixture->comparison);
  paragraphs = syn_page_text_get_paragraphs (syn_session_get_text (fixture->session, 0), &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpint (paragraphs[1].kind, ==, SYN_PAGE_HEADING);
  g_assert_cmpint (paragraphs[0].kind, ==, SYN_PAGE_TEXT);
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  gboolean has_service = FALSE;
  gboolean has_only_here = FALSE;

  syn_session_set_comparison (fixture->session, fixture->comparison);
  g_assert_cmpuint (g_list_model_get_n_items (syn_session_get_facts (fixture->session)), >, 0);

  for (guint article = 0; article < 3; article++) {
    const SynPageText *text = syn_session_get_text (fixture->session, article);
    const SynMarks *marks = syn_session_get_marks (fixture->session, article);
    gsize n;
    const SynMark *all = syn_marks_get_all (marks, &n);

    for (gsize i = 0; i < n; i++) {
      g_autofree char *words = NULL;

      g_assert_cmpuint (all[i].start, <, all[i].end);
      if (all[i].in_title) {
        continue;
      }
      words = dup_marked (text, &all[i]);
      g_assert_null (strchr (words, '\n'));
      g_assert_false (g_unichar_isspace (g_utf8_get_char (words)));
      has_service |= strstr (words, "back into service") != NULL && all[i].fact != SYN_NO_INDEX;
      has_only_here |= all[i].kind == SYN_KIND_ONLY_HERE && strstr (words, "brass band") != NULL;
      if (all[i].fact != SYN_NO_INDEX) {
        g_assert_nonnull (syn_marks_find_at (marks, all[i].start));
        g_assert_nonnull (syn_marks_find_fact (marks, all[i].fact));
        g_assert_cmpuint (all[i].number, >, 0);
      }
    }
  }
  g_assert_true (has_service);
  g_assert_true (has_only_here);
}

static void
test_panes (Fixture *fixture, gconstpointer data)
{
  SynSession *session = fixture->session;
  const guint *panes;
  gsize n;

  syn_session_set_comparison (session, fixture->comparison);
  syn_session_move_pane (session, 0, 2);
  panes = syn_session_get_panes (session, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (panes[0], ==, 1);
  g_assert_cmpuint (panes[2], ==, 0);

  /* Past the end is the end. */
  syn_session_move_pane (session, 1, 9);
  panes = syn_session_get_panes (session, &n);
  g_assert_cmpuint (panes[2], ==, 1);

  syn_session_set_current (session, 1);
  syn_session_set_shown (session, 1, FALSE);
  g_assert_cmpuint (syn_session_get_current (session), ==, 0);
  syn_session_set_shown (session, 0, FALSE);
  syn_session_set_shown (session, 2, FALSE);
  panes = syn_session_get_panes (session, &n);
  g_assert_cmpuint (n, ==, 1);

  syn_session_set_shown (session, 1, TRUE);
  g_assert_true (syn_session_is_shown (session, 1));
}

/* Letters follow the panes, and those without a pane come after them. */
static void
test_letters (Fixture *fixture, gconstpointer data)
{
  static const guint places[] = { 2, 0, 1 };
  SynSession *session = fixture->session;
  const guint *order;
  gsize n;

  syn_session_set_comparison (session, fixture->comparison);
  syn_session_move_pane (session, 0, 2);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_assert_cmpuint (syn_session_get_place (session, i), ==, places[i]);
  }

  syn_session_set_shown (session, 1, FALSE);
  order = syn_session_get_order (session, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (order[0], ==, 2);
  g_assert_cmpuint (order[1], ==, 0);
  g_assert_cmpuint (order[2], ==, 1);
}

static void
test_threshold (Fixture *fixture, gconstpointer data)
{
  SynSession *session = fixture->session;
  GListModel *facts = syn_session_get_facts (session);
  guint at_default, n_selections = 0;

  syn_session_set_comparison (session, fixture->comparison);
  at_default = g_list_model_get_n_items (facts);
  for (guint i = 0; i < at_default; i++) {
    g_autoptr (SynFactItem) item = g_list_model_get_item (facts, i);

    g_assert_cmpuint (syn_fact_item_get_number (item), ==, i + 1);
    g_assert_cmpfloat (syn_fact_item_get_fact (item)->confidence, >=, SYN_DEFAULT_THRESHOLD);
  }

  syn_session_set_threshold (session, 0);
  g_assert_cmpfloat (syn_session_get_threshold (session), ==, SYN_LOOSEST_THRESHOLD);
  g_assert_cmpuint (g_list_model_get_n_items (facts), >=, at_default);

  syn_session_step (session, -1);
  g_assert_cmpuint (syn_fact_item_get_number (syn_session_get_selected (session)), ==,
                    g_list_model_get_n_items (facts));
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (count), &n_selections);
  syn_session_set_threshold (session, 2);
  g_assert_cmpfloat (syn_session_get_threshold (session), ==, SYN_STRICTEST_THRESHOLD);
  if (syn_session_get_selected (session) == NULL) {
    g_assert_cmpuint (n_selections, ==, 1);
    g_assert_cmpuint (syn_session_get_selected_fact (session), ==, SYN_NO_INDEX);
  }
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  SynSession *session = fixture->session;
  guint n, n_reveals = 0;

  syn_session_set_comparison (session, fixture->comparison);
  n = g_list_model_get_n_items (syn_session_get_facts (session));
  g_signal_connect_swapped (session, "reveal", G_CALLBACK (count), &n_reveals);
  for (guint i = 0; i < n + 3; i++) {
    syn_session_step (session, 1);
  }
  g_assert_cmpuint (syn_fact_item_get_number (syn_session_get_selected (session)), ==, n);
  g_assert_cmpuint (n_reveals, ==, n);
  syn_session_step (session, -1);
  g_assert_cmpuint (syn_fact_item_get_number (syn_session_get_selected (session)), ==, MAX (n, 2) - 1);
}

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  SynSession *session = fixture->session;
  guint n_changes = 0;

  syn_session_set_comparison (session, fixture->comparison);
  g_signal_connect_swapped (session, "marks-changed", G_CALLBACK (count), &n_changes);
  syn_session_set_shows (session, SYN_KIND_SHARED, FALSE);
  syn_session_set_shows (session, SYN_KIND_SHARED, FALSE);
  g_assert_false (syn_session_shows (session, SYN_KIND_SHARED));
  g_assert_true (syn_session_shows (session, SYN_KIND_CONFLICT));
  g_assert_cmpuint (n_changes, ==, 1);
}

#define add(name, func) g_test_add ("/app/session/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("texts-first", test_texts_first);
  add ("text-stays", test_text_stays);
  add ("heading", test_heading);
  add ("marks", test_marks);
  add ("panes", test_panes);
  add ("letters", test_letters);
  add ("threshold", test_threshold);
  add ("steps", test_steps);
  add ("kinds", test_kinds);

  return g_test_run ();
}
