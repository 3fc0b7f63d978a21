/* remove: articles out of the library. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "syn-cli.h"

/* The articles that are there; the others are reported. */
static GArray *
find_articles (SynEngine *engine, const gint64 *ids, guint n, SynCliStatus *status)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SynArticle) article = syn_engine_get_article (engine, ids[i], &error);

    if (article != NULL)
      g_array_append_val (found, ids[i]);
    else
      *status = syn_cli_fail (error);
  }

  return found;
}

static void
print_removed (GArray *removed, SynCliFormat format)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (format == SYN_CLI_TEXT) {
    printf (_("%u removed\n"), removed->len);
    return;
  }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "removed");
  json_builder_begin_array (builder);
  for (guint i = 0; i < removed->len; i++)
    json_builder_add_int_value (builder, g_array_index (removed, gint64, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  syn_cli_print_json (builder, FALSE);
}

static SynCliStatus
run (int argc, char **argv)
{
  g_auto (GStrv) texts = NULL;
  g_autofree char *library = NULL;
  g_autofree char *format_name = NULL;
  const GOptionEntry entries[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &library, N_("The library's file"), N_("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("text (the default) or json"), N_("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &texts, NULL, NULL },
    { NULL },
  };
  SynCliFormat format = SYN_CLI_TEXT;
  SynCliStatus status = SYN_CLI_DONE;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) found = NULL;
  g_autoptr (SynEngine) engine = NULL;
  g_autoptr (GError) error = NULL;

  if (!syn_cli_parse (&syn_command_remove, entries, argc, argv) ||
      !syn_cli_parse_format (format_name, &format))
    return SYN_CLI_USAGE;
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++) {
    gint64 id;

    if (!syn_cli_parse_id (texts[i], &id))
      return syn_cli_usage (&syn_command_remove, _("It takes articles' numbers."));
    g_array_append_val (ids, id);
  }
  if (ids->len == 0)
    return syn_cli_usage (&syn_command_remove, _("No article is named."));

  engine = syn_cli_open_library (library, FALSE, &status);
  if (engine == NULL)
    return status;

  found = find_articles (engine, (const gint64 *) ids->data, ids->len, &status);
  if (status == SYN_CLI_LIBRARY)
    return status;
  if (!syn_engine_remove (engine, (const gint64 *) found->data, found->len, &error))
    return syn_cli_fail (error);

  print_removed (found, format);

  return status;
}

const SynCommand syn_command_remove = {
  "remove",
  "ID…",
  N_("Remove articles from the library"),
  N_("The files that they came from are not touched."),
  run,
};
