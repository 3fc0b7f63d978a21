/* Protects: the library's lists are whole, keep their objects over a reload (a selection stays), and removing
 * can be undone until it is committed. */
#include "syn-app-fixture.h"
#include "syn-story-item.h"

static guint
count (GListModel *model)
{
  return g_list_model_get_n_items (model);
}

static void
test_lists (SynAppFixture *fixture, gconstpointer unused)
{
  GListModel *stories = syn_library_get_stories (fixture->library);
  guint n_told_by_several = 0;
  guint n_articles = 0;

  for (guint i = 0; i < count (stories); i++) {
    g_autoptr (SynStoryItem) item = g_list_model_get_item (stories, i);

    n_articles += syn_story_item_get_n_articles (item);
    n_told_by_several += syn_story_item_get_n_articles (item) > 1;
  }

  g_assert_cmpuint (n_told_by_several, ==, 2);
  g_assert_cmpuint (n_articles, ==, SYN_FIXTURE_N_ARTICLES);
  g_assert_cmpuint (syn_library_get_n_articles (fixture->library), ==, SYN_FIXTURE_N_ARTICLES);
}

typedef struct {
  SynLibrary *library;
  guint load;
} Load;

static gboolean
has_loaded (gpointer data)
{
  Load *load = data;

  return syn_library_get_n_loads (load->library) >= load->load;
}

static void
test_reload_keeps_objects (SynAppFixture *fixture, gconstpointer unused)
{
  GListModel *articles = syn_library_get_articles (fixture->library);
  g_autoptr (SynArticleItem) before = g_list_model_get_item (articles, 0);
  Load load = { fixture->library, syn_library_reload (fixture->library) };
  gint64 id = syn_article_item_get_id (before);

  syn_app_fixture_wait (has_loaded, &load);

  g_assert_true (syn_library_find_article (fixture->library, id) == before);
  g_assert_cmpuint (count (articles), ==, SYN_FIXTURE_N_ARTICLES);
}

static void
test_put_back (SynAppFixture *fixture, gconstpointer unused)
{
  gint64 id = syn_article_item_get_id (syn_app_fixture_find (fixture, "Garden and Yard"));
  guint n_stories = count (syn_library_get_stories (fixture->library));

  syn_library_take_out (fixture->library, &id, 1);
  g_assert_cmpuint (syn_library_get_n_articles (fixture->library), ==, SYN_FIXTURE_N_ARTICLES - 1);
  g_assert_cmpuint (count (syn_library_get_stories (fixture->library)), ==, n_stories - 1);

  syn_library_put_back (fixture->library);
  g_assert_cmpuint (syn_library_get_n_articles (fixture->library), ==, SYN_FIXTURE_N_ARTICLES);
  g_assert_cmpuint (count (syn_library_get_stories (fixture->library)), ==, n_stories);

  /* Nothing is left to be removed. */
  syn_library_commit (fixture->library, TRUE);
  g_assert_nonnull (syn_library_find_article (fixture->library, id));
}

/* A story shows no article that was taken out of it, and says nothing of facts that this one may have stated. */
static void
test_story_without_article (SynAppFixture *fixture, gconstpointer data)
{
  SynArticleItem *taken = syn_app_fixture_find (fixture, "City Wire");
  gint64 id = syn_article_item_get_id (taken);
  gint64 story = syn_story_get_id (syn_article_item_get_story (taken));
  GListModel *stories = syn_library_get_stories (fixture->library);
  g_autoptr (SynStoryItem) item = NULL;
  guint n;

  for (guint i = 0; item == NULL || syn_story_item_get_id (item) != story; i++) {
    g_clear_object (&item);
    item = g_list_model_get_item (stories, i);
    g_assert_nonnull (item);
  }
  n = syn_story_item_get_n_articles (item);
  g_assert_true (syn_story_item_is_whole (item));

  syn_library_take_out (fixture->library, &id, 1);
  g_assert_cmpuint (syn_story_item_get_n_articles (item), ==, n - 1);
  g_assert_false (syn_story_item_is_whole (item));
  for (guint i = 0; i < n - 1; i++) {
    g_autoptr (SynArticle) article = syn_story_item_get_article (item, i);

    g_assert_cmpint (syn_article_get_id (article), !=, id);
  }

  syn_library_put_back (fixture->library);
  g_assert_cmpuint (syn_story_item_get_n_articles (item), ==, n);
  g_assert_true (syn_story_item_is_whole (item));
}

static gboolean
is_gone (gpointer data)
{
  SynAppFixture *fixture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) articles = syn_engine_list_articles (fixture->engine, NULL, &error);

  g_assert_no_error (error);

  return count (articles) == SYN_FIXTURE_N_ARTICLES - 1;
}

static void
test_commit (SynAppFixture *fixture, gconstpointer unused)
{
  gint64 first = syn_article_item_get_id (syn_app_fixture_find (fixture, "Garden and Yard"));
  gint64 second = syn_article_item_get_id (syn_app_fixture_find (fixture, "City Wire"));

  /* The second lot lets the first go for good; putting back brings the second only. */
  syn_library_take_out (fixture->library, &first, 1);
  syn_library_take_out (fixture->library, &second, 1);
  syn_library_put_back (fixture->library);
  g_assert_cmpuint (syn_library_get_n_articles (fixture->library), ==, SYN_FIXTURE_N_ARTICLES - 1);

  syn_app_fixture_wait (is_gone, fixture);
  g_assert_cmpuint (syn_library_get_n_articles (fixture->library), ==, SYN_FIXTURE_N_ARTICLES - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                                      \
  g_test_add (path, SynAppFixture, NULL, syn_app_fixture_set_up, test, syn_app_fixture_tear_down)
  ADD ("/library/lists", test_lists);
  ADD ("/library/reload-keeps-objects", test_reload_keeps_objects);
  ADD ("/library/put-back", test_put_back);
  ADD ("/library/story-without-article", test_story_without_article);
  ADD ("/library/commit", test_commit);

  return g_test_run ();
}
