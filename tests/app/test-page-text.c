/* Protects: a text runs in the direction of most of its paragraphs, whatever single names or figures in it
 * do. */
#include "syn-page-text.h"

#include <glib/gstdio.h>

#include "syn-engine.h"

static const struct {
  const char *text;
  gboolean is_right_to_left;
} CASES[] = {
  { "Title: A\n\nThe ferry went back into service.\n", FALSE },
  { "Title: א\n\nהמעבורת חזרה לשירות ביום חמישי.\n", TRUE },
  { "Title: ا\n\nNordlys: عادت العبارة إلى الخدمة.\n\nعادت العبارة.\n\nتعود العبارة غدا.\n", TRUE },
  { "Title: A\n\nThe word for it is המעבורת.\n\nהמעבורת is the word.\n\nThat is all.\n", FALSE },
  { "Title: 船\n\n渡轮星期四恢复航行。\n", FALSE },
  { "Title: 12\n\n12 34.\n", FALSE },
};

static gboolean
take_article (SynArticle *article, gpointer data)
{
  g_assert_null (*(SynArticle **) data);
  *(SynArticle **) data = g_object_ref (article);

  return TRUE;
}

static void
test_direction (void)
{
  g_autoptr (SynEngine) engine = syn_engine_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("synoptic-page-text-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "a.txt", NULL);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (SynArticle) article = NULL;
    g_autoptr (SynPageText) text = NULL;

    g_assert_true (g_file_set_contents (path, CASES[i].text, -1, &error));
    g_assert_true (syn_engine_read_file (engine, path, FALSE, NULL, take_article, &article, &error));
    g_assert_no_error (error);
    text = syn_page_text_new (article, NULL);
    g_assert_cmpint (syn_page_text_is_right_to_left (text), ==, CASES[i].is_right_to_left);
  }
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/page-text/direction", test_direction);

  return g_test_run ();
}
