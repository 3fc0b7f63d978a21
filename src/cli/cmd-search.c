/* search: words in the library's articles. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "syn-cli.h"

#define DEFAULT_LIMIT 20

/* The snippet with its hits bold on a terminal, between asterisks elsewhere. */
static void
print_snippet (SynSearchHit *hit)
{
  gboolean is_terminal = isatty (STDOUT_FILENO);
  const char *snippet = syn_search_hit_get_snippet (hit);
  gsize n;
  const SynSpan *marks = syn_search_hit_get_marks (hit, &n);
  gsize at = 0;

  fputs ("        ", stdout);
  for (gsize i = 0; i < n; i++) {
    fwrite (snippet + at, 1, marks[i].start - at, stdout);
    fputs (is_terminal ? "\033[1m" : "*", stdout);
    fwrite (snippet + marks[i].start, 1, syn_span_length (marks[i]), stdout);
    fputs (is_terminal ? "\033[0m" : "*", stdout);
    at = marks[i].end;
  }
  puts (snippet + at);
}

static void
print_text (gpointer item)
{
  SynSearchHit *hit = item;
  SynArticle *article = syn_search_hit_get_article (hit);
  g_autofree char *description = syn_cli_describe (article);

  printf ("%6" G_GINT64_FORMAT "  %s\n", syn_article_get_id (article), description);
  print_snippet (hit);
}

static void
add_hit (JsonBuilder *builder, gpointer item)
{
  SynSearchHit *hit = item;
  SynArticle *article = syn_search_hit_get_article (hit);
  const char *title = syn_article_get_title (article);
  const SynSpan *spans;
  gsize n;

  json_builder_begin_object (builder);
  syn_cli_add_number (builder, "id", syn_article_get_id (article));
  syn_cli_add_number (builder, "story", syn_article_get_story (article));
  syn_cli_add_fields (builder, article);
  syn_cli_add_text (builder, "snippet", syn_search_hit_get_snippet (hit));
  spans = syn_search_hit_get_marks (hit, &n);
  syn_cli_add_spans (builder, "marks", syn_search_hit_get_snippet (hit), spans, n);
  spans = syn_search_hit_get_title_marks (hit, &n);
  syn_cli_add_spans (builder, "title_marks", title != NULL ? title : "", spans, n);
  json_builder_set_member_name (builder, "rank");
  json_builder_add_double_value (builder, syn_search_hit_get_rank (hit));
  json_builder_end_object (builder);
}

static SynCliStatus
run (int argc, char **argv)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *library = NULL;
  g_autofree char *format_name = NULL;
  g_autofree char *query = NULL;
  int limit = DEFAULT_LIMIT;
  const GOptionEntry entries[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &library, N_("The library's file"), N_("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("text (the default), json or jsonl"),
      N_("FORMAT") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("At most so many articles (20)"), N_("NUMBER") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &words, NULL, NULL },
    { NULL },
  };
  SynCliFormat format = SYN_CLI_TEXT;
  SynCliStatus status = SYN_CLI_DONE;
  g_autoptr (SynEngine) engine = NULL;
  g_autoptr (GListModel) hits = NULL;
  g_autoptr (GError) error = NULL;

  if (!syn_cli_parse (&syn_command_search, entries, argc, argv) ||
      !syn_cli_parse_format (format_name, &format))
    return SYN_CLI_USAGE;
  if (words == NULL || limit < 1)
    return syn_cli_usage (&syn_command_search,
                          words == NULL ? _("No word is given.") : _("The limit is at least 1."));

  engine = syn_cli_open_library (library, FALSE, &status);
  if (engine == NULL)
    return status;

  query = g_strjoinv (" ", words);
  hits = syn_engine_search (engine, query, limit, NULL, &error);
  if (hits == NULL)
    return syn_cli_fail (error);

  syn_cli_print_list (hits, format, print_text, add_hit);

  return SYN_CLI_DONE;
}

const SynCommand syn_command_search = {
  "search",
  "WORD…",
  N_("Find words in the library's articles, the best match first"),
  N_("Every word must occur; '\"words in quotation marks\"' must follow each other; the last word may go on. Case and\n"
      "diacritics make no difference."),
  run,
};
