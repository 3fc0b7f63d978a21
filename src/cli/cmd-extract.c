/* extract: what an article is, as the importer reads it from a file; each as soon as it is ready. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "syn-cli.h"

typedef struct {
  SynCliFormat format;
  JsonBuilder *builder;
  guint n_printed;
} Output;

static void
print_text (SynArticle *article)
{
  const char *fields[] = {
    syn_article_get_title (article),     syn_article_get_outlet (article), syn_article_get_byline (article),
    syn_article_get_published (article), syn_article_get_url (article),
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    if (fields[i] != NULL)
      puts (fields[i]);
  }
  printf ("\n%s\n\n", syn_article_get_text (article));
}

static gboolean
print_article (SynArticle *article, gpointer data)
{
  Output *output = data;

  output->n_printed++;
  if (output->format == SYN_CLI_TEXT) {
    print_text (article);
    return TRUE;
  }

  json_builder_begin_object (output->builder);
  syn_cli_add_fields (output->builder, article);
  syn_cli_add_text_parts (output->builder, article);
  json_builder_end_object (output->builder);
  if (output->format == SYN_CLI_JSON)
    return TRUE;

  syn_cli_print_json (output->builder, FALSE);
  fflush (stdout);

  return !ferror (stdout);
}

static SynCliStatus
extract_files (char **files, gboolean is_plain, Output *output)
{
  g_autoptr (SynEngine) engine = syn_engine_new ();
  SynCliStatus status = SYN_CLI_DONE;

  for (guint i = 0; files[i] != NULL; i++) {
    g_autoptr (GError) error = NULL;

    if (!syn_engine_read_file (engine, files[i], is_plain, NULL, print_article, output, &error)) {
      syn_cli_report (error->message);
      status = SYN_CLI_FAILED;
    }
  }

  return status;
}

static SynCliStatus
run (int argc, char **argv)
{
  g_auto (GStrv) files = NULL;
  g_autofree char *format = NULL;
  gboolean is_plain = FALSE;
  const GOptionEntry entries[] = {
    { "plain", 0, 0, G_OPTION_ARG_NONE, &is_plain,
      N_("Take each file as body text alone: a line a paragraph"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("jsonl (the default), json or text"), N_("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  Output output = { SYN_CLI_JSONL, NULL, 0 };
  SynCliStatus status;

  if (!syn_cli_parse (&syn_command_extract, entries, argc, argv) ||
      !syn_cli_parse_format (format, &output.format))
    return SYN_CLI_USAGE;
  if (files == NULL)
    return syn_cli_usage (&syn_command_extract, _("No file is named."));

  output.builder = json_builder_new ();
  if (output.format == SYN_CLI_JSON)
    json_builder_begin_array (output.builder);
  status = extract_files (files, is_plain, &output);
  if (output.format == SYN_CLI_JSON) {
    json_builder_end_array (output.builder);
    syn_cli_print_json (output.builder, TRUE);
  }
  g_object_unref (output.builder);

  return status;
}

const SynCommand syn_command_extract = {
  "extract",
  "FILE…",
  N_("Show the articles in files: fields, text, and what was left out"),
  N_("One JSON object a line for each article, as soon as it is read; unknown fields are null. Needs no library and\n"
      "leaves none behind."),
  run,
};
