/* import: files and folders into the library. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "syn-cli.h"

static void
print_json (const SynImportReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  syn_cli_add_number (builder, "imported", report->imported);
  syn_cli_add_number (builder, "updated", report->updated);
  syn_cli_add_number (builder, "skipped", report->skipped);

  json_builder_set_member_name (builder, "failed");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->failed->len; i++) {
    const SynImportFailure *failure = report->failed->pdata[i];

    json_builder_begin_object (builder);
    syn_cli_add_text (builder, "file", failure->file);
    syn_cli_add_text (builder, "why", failure->why);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->articles->len; i++)
    json_builder_add_int_value (builder, g_array_index (report->articles, gint64, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  syn_cli_print_json (builder, FALSE);
}

static void
print_report (const SynImportReport *report, SynCliFormat format)
{
  for (guint i = 0; i < report->failed->len; i++)
    syn_cli_report (((const SynImportFailure *) report->failed->pdata[i])->why);

  if (format == SYN_CLI_TEXT)
    printf (_("%u imported, %u updated, %u skipped, %u failed\n"), report->imported, report->updated,
            report->skipped, report->failed->len);
  else
    print_json (report);
}

static SynCliStatus
run (int argc, char **argv)
{
  g_auto (GStrv) paths = NULL;
  g_autofree char *library = NULL;
  g_autofree char *format_name = NULL;
  const GOptionEntry entries[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &library, N_("The library's file; made where there is none"),
      N_("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("text (the default) or json"), N_("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    { NULL },
  };
  SynCliFormat format = SYN_CLI_TEXT;
  SynCliStatus status = SYN_CLI_DONE;
  g_autoptr (GCancellable) cancellable = NULL;
  g_autoptr (SynEngine) engine = NULL;
  g_autoptr (SynImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  if (!syn_cli_parse (&syn_command_import, entries, argc, argv) ||
      !syn_cli_parse_format (format_name, &format))
    return SYN_CLI_USAGE;
  if (paths == NULL)
    return syn_cli_usage (&syn_command_import, _("No file or folder is named."));

  cancellable = syn_cli_catch_interrupt ();
  engine = syn_cli_open_library (library, TRUE, &status);
  if (engine == NULL)
    return status;

  report = syn_engine_import (engine, (const char *const *) paths, cancellable, syn_cli_show_progress, NULL,
                              &error);
  syn_cli_clear_progress ();
  if (report == NULL)
    return syn_cli_fail (error);

  print_report (report, format);

  return report->failed->len > 0 ? SYN_CLI_FAILED : SYN_CLI_DONE;
}

const SynCommand syn_command_import = {
  "import",
  "PATH…",
  N_("Take files, folders and feeds into the library"),
  N_("What the library has already is skipped, a later version of it takes its place. An article is taken in whole or\n"
      "not at all; what was done before an interruption stays."),
  run,
};
