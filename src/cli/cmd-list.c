/* list: the library's articles. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "syn-cli.h"

static void
print_line (gpointer item)
{
  SynArticle *article = item;
  const char *published = syn_article_get_published (article);
  g_autofree char *description = syn_cli_describe (article);

  printf ("%6" G_GINT64_FORMAT "  %-10.10s  %s\n", syn_article_get_id (article),
          published != NULL ? published : "", description);
}

static void
add_article (JsonBuilder *builder, gpointer item)
{
  SynArticle *article = item;

  json_builder_begin_object (builder);
  syn_cli_add_number (builder, "id", syn_article_get_id (article));
  syn_cli_add_number (builder, "story", syn_article_get_story (article));
  syn_cli_add_fields (builder, article);
  json_builder_end_object (builder);
}

static SynCliStatus
run (int argc, char **argv)
{
  g_auto (GStrv) surplus = NULL;
  g_autofree char *library = NULL;
  g_autofree char *format_name = NULL;
  const GOptionEntry entries[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &library, N_("The library's file"), N_("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("text (the default), json or jsonl"),
      N_("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &surplus, NULL, NULL },
    { NULL },
  };
  SynCliFormat format = SYN_CLI_TEXT;
  SynCliStatus status = SYN_CLI_DONE;
  g_autoptr (SynEngine) engine = NULL;
  g_autoptr (GListModel) articles = NULL;
  g_autoptr (GError) error = NULL;

  if (!syn_cli_parse (&syn_command_list, entries, argc, argv) || !syn_cli_parse_format (format_name, &format))
    return SYN_CLI_USAGE;
  if (surplus != NULL)
    return syn_cli_usage (&syn_command_list, _("It takes no arguments."));

  engine = syn_cli_open_library (library, FALSE, &status);
  if (engine == NULL)
    return status;

  articles = syn_engine_list_articles (engine, NULL, &error);
  if (articles == NULL)
    return syn_cli_fail (error);

  syn_cli_print_list (articles, format, print_line, add_article);

  return SYN_CLI_DONE;
}

const SynCommand syn_command_list = {
  "list", "", N_("List the library's articles, the latest first"), NULL, run,
};
