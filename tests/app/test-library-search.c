/* Protects: a search finds stories by title and outlet at once and passages in the text a moment later, marks
 * what it found, and an ended search shows all again. */
#include "syn-app-fixture.h"
#include "syn-library-search.h"
#include "syn-story-item.h"

static gboolean
is_done (gpointer data)
{
  return !syn_library_search_is_searching (data);
}

static void
search_for (SynLibrarySearch *search, const char *query)
{
  syn_library_search_set_query (search, query);
  syn_app_fixture_wait (is_done, search);
}

static void
test_passages (SynAppFixture *fixture, gconstpointer unused)
{
  g_autoptr (SynLibrarySearch) search = syn_library_search_new (fixture->library);
  GListModel *results = syn_library_search_get_results (search);
  g_autoptr (GObject) hit = NULL;

  /* Stands in one article's text alone. */
  search_for (search, "  dock workers ");
  g_assert_cmpstr (syn_library_search_get_query (search), ==, "dock workers");
  g_assert_cmpuint (g_list_model_get_n_items (results), ==, 1);

  hit = g_list_model_get_item (results, 0);
  g_assert_true (SYN_IS_ARTICLE_ITEM (hit));
  g_assert_cmpstr (syn_article_item_get_outlet (SYN_ARTICLE_ITEM (hit)), ==, "The Valley Ledger");
  g_assert_nonnull (
      g_strstr_len (syn_article_item_get_snippet (SYN_ARTICLE_ITEM (hit)), -1, "<b><u>workers</u></b>"));
  g_assert_cmpuint (g_list_model_get_n_items (syn_library_search_get_articles (search)), ==, 1);
}

static void
test_stories (SynAppFixture *fixture, gconstpointer unused)
{
  g_autoptr (SynLibrarySearch) search = syn_library_search_new (fixture->library);
  GListModel *results = syn_library_search_get_results (search);
  g_autoptr (GObject) story = NULL;

  /* An outlet's name, in any case, finds its story before the text is searched. */
  syn_library_search_set_query (search, "valley LEDGER");
  g_assert_cmpuint (g_list_model_get_n_items (results), ==, 1);
  story = g_list_model_get_item (results, 0);
  g_assert_true (SYN_IS_STORY_ITEM (story));
  syn_app_fixture_wait (is_done, search);
}

static void
test_nothing_and_all (SynAppFixture *fixture, gconstpointer unused)
{
  g_autoptr (SynLibrarySearch) search = syn_library_search_new (fixture->library);

  search_for (search, "zeppelin");
  g_assert_cmpuint (g_list_model_get_n_items (syn_library_search_get_results (search)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (syn_library_search_get_articles (search)), ==, 0);

  search_for (search, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (syn_library_search_get_results (search)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (syn_library_search_get_articles (search)), ==,
                    SYN_FIXTURE_N_ARTICLES);
}

/* Each keystroke is a query; only the last one's answer counts. */
static void
test_overtaken (SynAppFixture *fixture, gconstpointer unused)
{
  g_autoptr (SynLibrarySearch) search = syn_library_search_new (fixture->library);
  g_autoptr (SynArticleItem) hit = NULL;

  syn_library_search_set_query (search, "fer");
  syn_library_search_set_query (search, "ferry");
  search_for (search, "apple");

  g_assert_cmpuint (g_list_model_get_n_items (syn_library_search_get_articles (search)), ==, 1);
  hit = g_list_model_get_item (syn_library_search_get_articles (search), 0);
  g_assert_cmpstr (syn_article_item_get_outlet (hit), ==, "Garden and Yard");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                                      \
  g_test_add (path, SynAppFixture, NULL, syn_app_fixture_set_up, test, syn_app_fixture_tear_down)
  ADD ("/library-search/passages", test_passages);
  ADD ("/library-search/stories", test_stories);
  ADD ("/library-search/nothing-and-all", test_nothing_and_all);
  ADD ("/library-search/overtaken", test_overtaken);

  return g_test_run ();
}
