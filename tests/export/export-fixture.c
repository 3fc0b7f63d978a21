#include "export-fixture.h"

#include <glib/gstdio.h>

const char *const fixture_bridge[2] = {
  "Title: Ostmouth’s old bridge closes for nine months\nOutlet: Harbour Post\nDate: 2024-03-05\n"
  "Url: https://harbour.example/bridge?a=1&b=2\n\n"
  "The city council of Ostmouth voted on Tuesday to close the old harbour bridge for nine months.\n\n"
  "The bridge carries 14,000 cars a day. “We have no choice,” said Ada Quill, the mayor of Ostmouth.\n\n"
  "It was a disgraceful and reckless decision.\n",
  "Title: Bridge in Ostmouth to shut\nOutlet: 北方日报\nDate: 2024-03-06\n\n"
  "On Tuesday the Ostmouth city council voted to close the old harbour bridge for nine months — “naïve”, a "
  "critic said.\n\n"
  "About 9,000 cars a day use the bridge. A ferry will run every 20 minutes.\n",
};

const char *const fixture_hostile[2] = {
  "Title: <script>alert(1)</script> & \"quoted\" 'title'\nOutlet: =HYPERLINK(\"http://x\")\nDate: "
  "2024-03-05\n"
  "Url: javascript:alert(1)\n\n"
  "=2+5 <img src=x onerror=alert(1)> closed the *old* harbour bridge of Ostmouth for nine months on "
  "Tuesday.\n\n"
  "</style></body><!-- ]]> The council said, \"it's `done`\", [link](javascript:alert(2)) | pipe, comma.\n",
  "Title: </title><b>bold</b>\nOutlet: -1+cmd|' /C calc'!A0\nDate: 2024-03-05\n\n"
  "=2+5 <img src=x onerror=alert(1)> closed the *old* harbour bridge of Ostmouth for nine months on "
  "Tuesday.\n\n"
  "1. Not a list. The council said, \"it's `done`\", [link](javascript:alert(2)) | pipe, comma.\n",
};

static gboolean
take_article (SynArticle *article, gpointer data)
{
  g_ptr_array_add (data, g_object_ref (article));

  return TRUE;
}

SynComparison *
fixture_compare (const char *const *files, guint n)
{
  g_autofree char *folder = g_dir_make_tmp ("synoptic-export-XXXXXX", NULL);
  g_autoptr (SynEngine) engine = syn_engine_new ();
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  SynComparison *comparison;

  g_assert_nonnull (folder);
  for (guint i = 0; i < n; i++) {
    g_autofree char *name = g_strdup_printf ("%u.txt", i);
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_assert_true (g_file_set_contents (path, files[i], -1, NULL));
    g_assert_true (syn_engine_read_file (engine, path, FALSE, NULL, take_article, articles, &error));
    g_assert_no_error (error);
    g_remove (path);
  }
  g_rmdir (folder);

  comparison = syn_engine_compare (engine, (SynArticle *const *) articles->pdata, articles->len, NULL, NULL,
                                   NULL, &error);
  g_assert_no_error (error);

  return comparison;
}

char *
fixture_export (SynComparison *comparison, SynExportFormat format, gsize *length)
{
  SynExportOptions options = { .format = format, .threshold = 0.5 };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  g_assert_true (syn_export_comparison (comparison, &options, stream, NULL, &error));
  g_assert_no_error (error);
  if (length != NULL)
    *length = g_memory_output_stream_get_data_size (memory);

  return g_strndup (g_memory_output_stream_get_data (memory), g_memory_output_stream_get_data_size (memory));
}
