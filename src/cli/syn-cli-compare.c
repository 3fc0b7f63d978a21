#include "config.h"

#include <errno.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "syn-cli.h"
#include "syn-error.h"
#include "syn-export.h"

/* What the window shows by default. */
#define SHOWN_THRESHOLD 0.5

GPtrArray *
syn_cli_load_articles (SynEngine *engine, const gint64 *ids, gsize n, SynCliStatus *status)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < n; i++) {
    g_autoptr (GError) error = NULL;
    SynArticle *article = syn_engine_get_article (engine, ids[i], &error);

    if (article == NULL) {
      *status = syn_cli_fail (error);
      return NULL;
    }
    g_ptr_array_add (articles, article);
  }

  return g_steal_pointer (&articles);
}

GPtrArray *
syn_cli_load_story (SynEngine *engine, gint64 story, SynCliStatus *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = syn_engine_list_members (engine, story, &error);

  if (ids == NULL) {
    *status = syn_cli_fail (error);
    return NULL;
  }

  return syn_cli_load_articles (engine, (const gint64 *) ids->data, ids->len, status);
}

gboolean
syn_cli_check_export_format (const char *name)
{
  SynExportFormat format;
  g_autofree char *message = NULL;

  if (syn_export_format_from_name (name, &format))
    return TRUE;

  message = g_strdup_printf (
      _("There is no format “%s” here: text, json, html, markdown, csv or annotations."), name);
  syn_cli_report (message);
  return FALSE;
}

static SynCliStatus
write_to_stdout (SynComparison *comparison, const SynExportOptions *options, GCancellable *cancellable)
{
  g_autoptr (GOutputStream) plain = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (GOutputStream) stream = g_buffered_output_stream_new_sized (plain, 64 << 10);
  g_autoptr (GError) error = NULL;

  if (syn_export_comparison (comparison, options, stream, cancellable, &error) &&
      g_output_stream_close (stream, cancellable, &error))
    return SYN_CLI_DONE;

  syn_cli_report (error->message);
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? SYN_CLI_INTERRUPTED : SYN_CLI_FAILED;
}

/* A pipe or a device is written to; anything else is replaced by a whole file. */
static gboolean
replace_file (const char *path, GMemoryOutputStream *content, GError **error)
{
  const char *data = g_memory_output_stream_get_data (content);
  gsize size = g_memory_output_stream_get_data_size (content);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = NULL;
  GStatBuf status;
  FILE *file;

  if (g_stat (path, &status) == 0 && !S_ISREG (status.st_mode)) {
    file = g_fopen (path, "w");
    if (file == NULL || fwrite (data, 1, size, file) != size || fflush (file) != 0)
      g_set_error_literal (&local_error, SYN_ERROR, SYN_ERROR_FAILED, g_strerror (errno));
    if (file != NULL)
      fclose (file);
  } else {
    g_file_set_contents_full (path, data, size, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &local_error);
  }

  if (local_error == NULL)
    return TRUE;

  name = g_filename_display_name (path);
  g_set_error (error, SYN_ERROR, SYN_ERROR_FAILED, _("%s cannot be written: %s"), name,
               local_error->message);
  return FALSE;
}

static SynCliStatus
write_to_file (SynComparison *comparison,
               const SynExportOptions *options,
               const char *path,
               GCancellable *cancellable)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  if (syn_export_comparison (comparison, options, stream, cancellable, &error) &&
      replace_file (path, G_MEMORY_OUTPUT_STREAM (stream), &error))
    return SYN_CLI_DONE;

  syn_cli_report (error->message);
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? SYN_CLI_INTERRUPTED : SYN_CLI_FAILED;
}

SynCliStatus
syn_cli_write_comparison (
    SynEngine *engine, GPtrArray *articles, const char *format, const char *output, GCancellable *cancellable)
{
  SynExportOptions options = { .threshold = SHOWN_THRESHOLD };
  g_autoptr (SynComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;

  syn_export_format_from_name (format, &options.format);
  comparison = syn_engine_compare (engine, (SynArticle *const *) articles->pdata, articles->len, cancellable,
                                   syn_cli_show_progress, NULL, &error);
  syn_cli_clear_progress ();
  if (comparison == NULL)
    return syn_cli_fail (error);

  return output != NULL ? write_to_file (comparison, &options, output, cancellable)
                        : write_to_stdout (comparison, &options, cancellable);
}
