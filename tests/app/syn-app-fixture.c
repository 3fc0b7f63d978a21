#include "syn-app-fixture.h"

#include <glib/gstdio.h>

#define PATIENCE (10 * G_USEC_PER_SEC)

static const struct {
  const char *name;
  const char *text;
} FILES[] = {
  { "ferry-1.txt", "Harbour ferry to lose its night service\n"
                   "Source: The Harbour Post\n"
                   "13 January 2025\n\n"
                   "The Tollen harbour ferry will stop sailing at 10 p.m. from 1 March, the Tollen Transport "
                   "Company said on Monday.\n\n"
                   "About 340 passengers a night use the late sailings, according to director Mara Holt. "
                   "\"We cannot pay two crews "
                   "for an empty boat,\" Holt said.\n\n"
                   "The night service began in 1987 and costs 1.2 million crowns a year.\n" },
  { "ferry-2.txt",
    "Tollen ferry ends night sailings in March\n"
    "Source: The Valley Ledger\n"
    "14 January 2025\n\n"
    "Night sailings of the Tollen harbour ferry end on 1 March, the Tollen Transport Company announced.\n\n"
    "Director Mara Holt said that 340 passengers a night were too few. The service, begun in 1987, costs "
    "1.2 million crowns a year.\n\n"
    "Dock workers in Tollen called the decision a blow to those who work late shifts.\n" },
  { "ferry-3.txt",
    "Late ferry in Tollen to be scrapped\n"
    "Source: City Wire\n"
    "15 January 2025\n\n"
    "The Tollen Transport Company is scrapping the harbour ferry's night service from 1 March.\n\n"
    "Fewer than 200 passengers a night still use it, director Mara Holt told reporters in Tollen. The night "
    "ferry costs "
    "1.2 million crowns a year.\n" },
  { "museum-1.txt", "Museum returns four bronzes\n"
                    "Source: The Northern Courier\n"
                    "6 January 2025\n\n"
                    "The Oberau Museum has returned four bronze heads to the town of Idrin, curator Leif "
                    "Sand said on Monday.\n\n"
                    "The bronzes were bought in 1904. Idrin had asked for them since 1978.\n" },
  { "museum-2.txt",
    "Idrin welcomes back its bronze heads\n"
    "Source: The Harbour Post Weekly\n"
    "8 January 2025\n\n"
    "Four bronze heads are back in Idrin after the Oberau Museum returned them on Monday.\n\n"
    "Curator Leif Sand of the Oberau Museum brought the bronzes, bought in 1904, to Idrin himself.\n" },
  { "lone.txt",
    "How to prune an apple tree\n"
    "Source: Garden and Yard\n"
    "2 November 2024\n\n"
    "Cut in late winter, when the buds still sleep. Take dead wood first, then branches that cross.\n\n"
    "A clean saw heals faster than a blunt one, says the gardener.\n" },
};

void
syn_app_fixture_wait (gboolean (*is_so) (gpointer data), gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;

  while (!is_so (data)) {
    g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    if (!g_main_context_iteration (NULL, FALSE)) {
      g_usleep (1000);
    }
  }
}

static gboolean
is_loaded (gpointer data)
{
  return syn_library_is_loaded (data);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  syn_library_open_finish (SYN_LIBRARY (source), result, &error);
  g_assert_no_error (error);
}

void
syn_app_fixture_set_up (SynAppFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SynImportReport) report = NULL;
  g_autoptr (SynEngine) writer = syn_engine_new ();
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("synoptic-app-XXXXXX", &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (FILES); i++) {
    char *file = g_build_filename (self->folder, FILES[i].name, NULL);

    g_file_set_contents (file, FILES[i].text, -1, &error);
    g_assert_no_error (error);
    g_ptr_array_add (paths, file);
  }
  g_ptr_array_add (paths, NULL);

  path = g_build_filename (self->folder, "library.db", NULL);
  syn_engine_open_library (writer, path, TRUE, &error);
  g_assert_no_error (error);
  report = syn_engine_import (writer, (const char *const *) paths->pdata, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->imported, ==, SYN_FIXTURE_N_ARTICLES);

  self->engine = syn_engine_new ();
  self->library = syn_library_new (self->engine);
  syn_library_open_async (self->library, path, on_opened, NULL);
  syn_app_fixture_wait (is_loaded, self->library);
}

static gboolean
is_finalized (gpointer data)
{
  SynLibrary **library = data;

  return *library == NULL;
}

void
syn_app_fixture_tear_down (SynAppFixture *self, gconstpointer unused)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  /* A reload under way holds the library until it is done. */
  g_object_add_weak_pointer (G_OBJECT (self->library), (gpointer *) &self->library);
  g_object_unref (self->library);
  syn_app_fixture_wait (is_finalized, &self->library);
  g_clear_object (&self->engine);

  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *file = g_build_filename (self->folder, name, NULL);

    g_unlink (file);
  }
  g_rmdir (self->folder);
  g_clear_pointer (&self->folder, g_free);
}

SynArticleItem *
syn_app_fixture_find (SynAppFixture *self, const char *outlet)
{
  GListModel *articles = syn_library_get_articles (self->library);
  guint n = g_list_model_get_n_items (articles);

  for (guint i = 0; i < n; i++) {
    g_autoptr (SynArticleItem) item = g_list_model_get_item (articles, i);

    if (g_str_equal (syn_article_item_get_outlet (item), outlet)) {
      return item; /* the library holds it */
    }
  }

  g_error ("no article of %s", outlet);
}
