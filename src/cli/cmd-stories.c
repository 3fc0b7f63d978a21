/* stories: the library's articles by story. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "syn-cli.h"

static void
print_text (gpointer item)
{
  SynStory *story = item;
  GListModel *articles = syn_story_get_articles (story);
  guint n = g_list_model_get_n_items (articles);
  const char *from = syn_story_get_from (story);
  const char *to = syn_story_get_to (story);

  printf ("%6" G_GINT64_FORMAT "  %s  (%s%s%s)\n", syn_story_get_id (story), syn_story_get_title (story),
          from != NULL ? from : _("no date"), g_strcmp0 (from, to) != 0 ? " – " : "",
          g_strcmp0 (from, to) != 0 ? to : "");
  for (guint i = 0; i < n; i++) {
    g_autoptr (SynArticle) article = g_list_model_get_item (articles, i);
    g_autofree char *description = syn_cli_describe (article);

    printf ("        @%" G_GINT64_FORMAT "  %s\n", syn_article_get_id (article), description);
  }
}

/* null where the story was not compared yet. */
static void
add_counts (JsonBuilder *builder, SynStory *story)
{
  guint facts, conflicts, origins;

  if (syn_story_get_counts (story, &facts, &conflicts, &origins)) {
    syn_cli_add_number (builder, "facts", facts);
    syn_cli_add_number (builder, "conflicts", conflicts);
    syn_cli_add_number (builder, "origins", origins);
  } else {
    syn_cli_add_text (builder, "facts", NULL);
    syn_cli_add_text (builder, "conflicts", NULL);
    syn_cli_add_text (builder, "origins", NULL);
  }
}

static void
add_story (JsonBuilder *builder, gpointer item)
{
  SynStory *story = item;
  GListModel *articles = syn_story_get_articles (story);
  guint n = g_list_model_get_n_items (articles);

  json_builder_begin_object (builder);
  syn_cli_add_number (builder, "story", syn_story_get_id (story));
  syn_cli_add_text (builder, "title", syn_story_get_title (story));
  syn_cli_add_text (builder, "from", syn_story_get_from (story));
  syn_cli_add_text (builder, "to", syn_story_get_to (story));
  add_counts (builder, story);

  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++) {
    g_autoptr (SynArticle) article = g_list_model_get_item (articles, i);

    json_builder_begin_object (builder);
    syn_cli_add_number (builder, "id", syn_article_get_id (article));
    syn_cli_add_fields (builder, article);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
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
  g_autoptr (GCancellable) cancellable = NULL;
  g_autoptr (SynEngine) engine = NULL;
  g_autoptr (GListModel) stories = NULL;
  g_autoptr (GError) error = NULL;

  if (!syn_cli_parse (&syn_command_stories, entries, argc, argv) ||
      !syn_cli_parse_format (format_name, &format))
    return SYN_CLI_USAGE;
  if (surplus != NULL)
    return syn_cli_usage (&syn_command_stories, _("It takes no arguments."));

  cancellable = syn_cli_catch_interrupt ();
  engine = syn_cli_open_library (library, FALSE, &status);
  if (engine == NULL)
    return status;

  stories = syn_engine_list_stories (engine, cancellable, &error);
  if (stories == NULL)
    return syn_cli_fail (error);

  syn_cli_print_list (stories, format, print_text, add_story);

  return SYN_CLI_DONE;
}

const SynCommand syn_command_stories = {
  "stories", "", N_("List the library's stories, the latest first, each with its articles"), NULL, run,
};
