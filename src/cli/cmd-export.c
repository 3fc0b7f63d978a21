/* export: a comparison of the library's articles into a file. */
#include "config.h"

#include <glib/gi18n.h>

#include "syn-cli.h"

/* "1,2,@3": FALSE where one is no number. */
static gboolean
parse_ids (const char *list, GArray *ids)
{
  g_auto (GStrv) parts = g_strsplit (list, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    gint64 id;

    if (!syn_cli_parse_id (g_strstrip (parts[i]), &id))
      return FALSE;
    g_array_append_val (ids, id);
  }

  return ids->len > 0;
}

static SynCliStatus
run (int argc, char **argv)
{
  g_auto (GStrv) surplus = NULL;
  g_autofree char *library = NULL;
  g_autofree char *format = NULL;
  g_autofree char *output = NULL;
  g_autofree char *list = NULL;
  gint64 story = 0;
  const GOptionEntry entries[] = {
    { "story", 0, 0, G_OPTION_ARG_INT64, &story, N_("All articles of that story"), N_("ID") },
    { "articles", 0, 0, G_OPTION_ARG_STRING, &list, N_("These articles, in this order"), N_("ID,ID…") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format,
      N_("html (the default), text, json, markdown, csv or annotations"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write; standard output without it"),
      N_("FILE") },
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &library, N_("The library's file"), N_("FILE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &surplus, NULL, NULL },
    { NULL },
  };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GCancellable) cancellable = NULL;
  g_autoptr (SynEngine) engine = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  SynCliStatus status = SYN_CLI_DONE;

  if (!syn_cli_parse (&syn_command_export, entries, argc, argv))
    return SYN_CLI_USAGE;
  if (format != NULL && !syn_cli_check_export_format (format))
    return SYN_CLI_USAGE;
  if (surplus != NULL || (story > 0) == (list != NULL) || (list != NULL && !parse_ids (list, ids)))
    return syn_cli_usage (&syn_command_export, _("It takes either --story=ID or --articles=ID,ID…"));

  cancellable = syn_cli_catch_interrupt ();
  engine = syn_cli_open_library (library, FALSE, &status);
  if (engine == NULL)
    return status;

  articles = story > 0 ? syn_cli_load_story (engine, story, &status)
                       : syn_cli_load_articles (engine, (const gint64 *) ids->data, ids->len, &status);
  if (articles == NULL)
    return status;

  return syn_cli_write_comparison (engine, articles, format != NULL ? format : "html", output, cancellable);
}

const SynCommand syn_command_export = {
  "export",
  "",
  N_("Write a comparison of the library's articles to a file"),
  N_("The file is written whole or not at all; one that is there is replaced."),
  run,
};
