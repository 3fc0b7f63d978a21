/* show: one article of the library. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "syn-cli.h"

static void
print_text (SynArticle *article)
{
  const char *fields[] = {
    syn_article_get_title (article),     syn_article_get_outlet (article), syn_article_get_byline (article),
    syn_article_get_published (article), syn_article_get_url (article),    syn_article_get_file (article),
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    if (fields[i] != NULL)
      puts (fields[i]);
  }
  printf ("\n%s\n", syn_article_get_text (article));
}

static void
print_json (SynArticle *article)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  syn_cli_add_number (builder, "id", syn_article_get_id (article));
  syn_cli_add_number (builder, "story", syn_article_get_story (article));
  syn_cli_add_fields (builder, article);
  syn_cli_add_text_parts (builder, article);
  json_builder_end_object (builder);
  syn_cli_print_json (builder, FALSE);
}

static SynCliStatus
run (int argc, char **argv)
{
  g_auto (GStrv) ids = NULL;
  g_autofree char *library = NULL;
  g_autofree char *format_name = NULL;
  const GOptionEntry entries[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &library, N_("The library's file"), N_("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("text (the default) or json"), N_("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &ids, NULL, NULL },
    { NULL },
  };
  SynCliFormat format = SYN_CLI_TEXT;
  SynCliStatus status = SYN_CLI_DONE;
  g_autoptr (SynEngine) engine = NULL;
  g_autoptr (SynArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!syn_cli_parse (&syn_command_show, entries, argc, argv) || !syn_cli_parse_format (format_name, &format))
    return SYN_CLI_USAGE;
  if (ids == NULL || ids[1] != NULL || !syn_cli_parse_id (ids[0], &id))
    return syn_cli_usage (&syn_command_show, _("It takes one article's number."));

  engine = syn_cli_open_library (library, FALSE, &status);
  if (engine == NULL)
    return status;

  article = syn_engine_get_article (engine, id, &error);
  if (article == NULL)
    return syn_cli_fail (error);

  if (format == SYN_CLI_TEXT)
    print_text (article);
  else
    print_json (article);

  return SYN_CLI_DONE;
}

const SynCommand syn_command_show = {
  "show", "ID", N_("Show an article of the library"), NULL, run,
};
