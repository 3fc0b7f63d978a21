/* Protects: what is opened is what was chosen: a story whole, an article first among its story's, a selection
 * and no more; and files given on the command line lead to their story only where it is one. */
#include "syn-app-fixture.h"
#include "syn-choice.h"
#include "syn-story-item.h"

static gint64
get_id (SynAppFixture *fixture, const char *outlet)
{
  return syn_article_item_get_id (syn_app_fixture_find (fixture, outlet));
}

static void
assert_choice (GVariant *choice, gsize n, gint64 first)
{
  g_autoptr (GVariant) sunk = choice;
  g_autoptr (GVariant) ids = g_variant_get_child_value (sunk, 1);

  g_assert_true (g_variant_is_of_type (sunk, G_VARIANT_TYPE (SYN_CHOICE_TYPE)));
  g_assert_cmpuint (syn_choice_get_n_articles (sunk), ==, n);
  if (first != 0) {
    gint64 id;

    g_variant_get_child (ids, 0, "x", &id);
    g_assert_cmpint (id, ==, first);
  }
}

static void
test_item (SynAppFixture *fixture, gconstpointer unused)
{
  SynArticleItem *wire = syn_app_fixture_find (fixture, "City Wire");
  g_autoptr (SynStoryItem) story = syn_story_item_new (syn_article_item_get_story (wire));

  assert_choice (syn_choice_from_item (G_OBJECT (story)), 3, 0);
  assert_choice (syn_choice_from_item (G_OBJECT (wire)), 3, syn_article_item_get_id (wire));
  assert_choice (syn_choice_from_item (G_OBJECT (syn_app_fixture_find (fixture, "Garden and Yard"))), 1, 0);
}

static void
test_selection (SynAppFixture *fixture, gconstpointer unused)
{
  GListModel *articles = syn_library_get_articles (fixture->library);
  g_autoptr (GtkSelectionModel) selection =
      GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (articles)));

  g_assert_null (syn_choice_from_selection (selection));
  gtk_selection_model_select_item (selection, 0, TRUE);
  gtk_selection_model_select_item (selection, SYN_FIXTURE_N_ARTICLES - 1, FALSE);
  assert_choice (syn_choice_from_selection (selection), 2, 0);
}

static void
test_ids (SynAppFixture *fixture, gconstpointer unused)
{
  gint64 post = get_id (fixture, "The Harbour Post");
  gint64 ledger = get_id (fixture, "The Valley Ledger");
  gint64 courier = get_id (fixture, "The Northern Courier");
  gint64 weekly = get_id (fixture, "The Harbour Post Weekly");
  gint64 garden = get_id (fixture, "Garden and Yard");
  const gint64 one_story[] = { post, garden, ledger };
  const gint64 two_stories[] = { post, ledger, courier, weekly };
  const gint64 no_story[] = { post, courier, garden };

  assert_choice (syn_choice_from_ids (fixture->library, one_story, G_N_ELEMENTS (one_story)), 3, 0);
  assert_choice (syn_choice_from_ids (fixture->library, &ledger, 1), 3, ledger);
  g_assert_null (syn_choice_from_ids (fixture->library, two_stories, G_N_ELEMENTS (two_stories)));
  g_assert_null (syn_choice_from_ids (fixture->library, no_story, G_N_ELEMENTS (no_story)));
  g_assert_null (syn_choice_from_ids (fixture->library, NULL, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                                      \
  g_test_add (path, SynAppFixture, NULL, syn_app_fixture_set_up, test, syn_app_fixture_tear_down)
  ADD ("/choice/item", test_item);
  ADD ("/choice/selection", test_selection);
  ADD ("/choice/ids", test_ids);

  return g_test_run ();
}
