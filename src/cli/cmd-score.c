/* score: pairs of passages from standard input, one answer a line, at once. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "syn-analyser.h"
#include "syn-cli.h"
#include "syn-pair-score.h"

static gboolean
take_context (SynArticle *article, gpointer data)
{
  g_ptr_array_add (data, g_object_ref (article));

  return TRUE;
}

static SynDocument *
analyse (SynAnalyser *analyser, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  SynDocumentSource source = { .body = valid };

  return syn_analyser_analyse (analyser, &source, NULL, NULL);
}

/* Documents of the context's articles; a file that cannot be read is reported. */
static GPtrArray *
read_context (SynAnalyser *analyser, char **files, SynCliStatus *status)
{
  g_autoptr (SynEngine) engine = syn_engine_new ();
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_document_unref);

  for (guint i = 0; files != NULL && files[i] != NULL; i++) {
    g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
    g_autoptr (GError) error = NULL;

    if (!syn_engine_read_file (engine, files[i], FALSE, NULL, take_context, articles, &error)) {
      syn_cli_report (error->message);
      *status = SYN_CLI_FAILED;
    }
    for (guint k = 0; k < articles->len; k++)
      g_ptr_array_add (documents, analyse (analyser, syn_article_get_text (articles->pdata[k])));
  }

  return documents;
}

static void
print_score (const SynPairScore *score)
{
  char match[G_ASCII_DTOSTR_BUF_SIZE];
  char similarity[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (match, sizeof match, "%.4f", score->match);
  g_ascii_formatd (similarity, sizeof similarity, "%.4f", score->similarity);
  if (score->reasons != NULL)
    g_strdelimit (score->reasons, "\t\n\r", ' ');
  printf ("%s\t%s\t%s\t%s\n", match, similarity, score->relation,
          score->reasons != NULL ? score->reasons : "");
  fflush (stdout);
}

static void
score_line (SynAnalyser *analyser, SynPairScorer *scorer, const char *a, const char *b)
{
  g_autoptr (SynDocument) first = analyse (analyser, a);
  g_autoptr (SynDocument) second = analyse (analyser, b);
  g_auto (SynPairScore) score = { 0 };

  syn_pair_scorer_score (scorer, first, second, &score);
  print_score (&score);
}

static SynCliStatus
score_lines (SynAnalyser *analyser, SynPairScorer *scorer)
{
  SynCliStatus status = SYN_CLI_DONE;
  char *line = NULL;
  size_t size = 0;
  guint number = 0;
  ssize_t length;

  while ((length = getline (&line, &size, stdin)) >= 0) {
    char *tab;

    number++;
    if (length > 0 && line[length - 1] == '\n')
      line[length - 1] = '\0';

    /* A line is answered whatever it is, so that answers and lines stay side by side. */
    tab = strchr (line, '\t');
    if (tab != NULL) {
      *tab = '\0';
      score_line (analyser, scorer, line, tab + 1);
    } else {
      g_autofree char *message =
          g_strdup_printf (_("Line %u has no tabulator between two passages."), number);
      SynPairScore none = { .relation = "none" };

      syn_cli_report (message);
      status = SYN_CLI_FAILED;
      print_score (&none);
    }
  }
  free (line);

  return status;
}

static SynCliStatus
run (int argc, char **argv)
{
  g_auto (GStrv) context = NULL;
  g_auto (GStrv) more_context = NULL;
  const GOptionEntry entries[] = {
    { "context", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &context,
      N_("An article whose word statistics serve as background; may be repeated"), N_("FILE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &more_context, NULL, NULL },
    { NULL },
  };
  SynCliStatus status = SYN_CLI_DONE;
  SynCliStatus context_status = SYN_CLI_DONE;
  g_autoptr (SynAnalyser) analyser = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (SynPairScorer) scorer = NULL;

  if (!syn_cli_parse (&syn_command_score, entries, argc, argv))
    return SYN_CLI_USAGE;
  /* Files may follow the first: --context=FILE FILE … */
  if (context == NULL && more_context != NULL)
    return syn_cli_usage (&syn_command_score, _("The passages come from standard input."));

  analyser = syn_analyser_new ();
  documents = read_context (analyser, context, &context_status);
  if (more_context != NULL) {
    g_autoptr (GPtrArray) more = read_context (analyser, more_context, &context_status);

    g_ptr_array_extend_and_steal (documents, g_steal_pointer (&more));
  }
  scorer = syn_pair_scorer_new ((SynDocument *const *) documents->pdata, documents->len);
  status = score_lines (analyser, scorer);

  return MAX (status, context_status);
}

const SynCommand syn_command_score = {
  "score",
  "< PAIRS",
  N_("Score pairs of passages: do they state a common fact, how alike are they?"),
  N_("Reads lines “A<tab>B” from standard input and answers each at once with a line\n"
      "“match<tab>similarity<tab>relation<tab>reasons”: match and similarity from 0 to 1, relation one of same,\n"
      "similar, conflict, none."),
  run,
};
