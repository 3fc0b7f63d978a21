/* compare: articles from files or of the library, side by side. */
#include "config.h"

#include <glib/gi18n.h>

#include "syn-cli.h"
#include "syn-parallel.h"

typedef struct {
  gboolean is_plain;
  char *library;
  SynEngine *engine; /* with a library when one was needed */
  gboolean has_library;
  GPtrArray *articles;
  SynCliStatus status;
} Choice;

/* A file among the arguments, as it was read. */
typedef struct {
  Choice *choice;
  const char *file; /* NULL for an argument that is none */
  SynArticle *first;
  GError *error;
} Reading;

/* A file's first article, then stops. */
static gboolean
take_first (SynArticle *article, gpointer data)
{
  SynArticle **first = data;

  *first = g_object_ref (article);

  return FALSE;
}

static void
read_file (guint item, gpointer data)
{
  Reading *reading = &g_array_index ((GArray *) data, Reading, item);

  if (reading->file != NULL)
    syn_engine_read_file (reading->choice->engine, reading->file, reading->choice->is_plain, NULL, take_first,
                          &reading->first, &reading->error);
}

static void
clear_reading (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->first);
  g_clear_error (&reading->error);
}

/* One for each argument, all files read beside each other. */
static GArray *
read_files (Choice *choice, char **arguments)
{
  GArray *readings = g_array_new (FALSE, TRUE, sizeof (Reading));

  g_array_set_clear_func (readings, clear_reading);
  for (guint i = 0; arguments[i] != NULL; i++) {
    Reading reading = { choice, arguments[i] };
    gint64 id;

    if (*arguments[i] == '@' && syn_cli_parse_id (arguments[i], &id))
      reading.file = NULL;
    g_array_append_val (readings, reading);
  }
  syn_parallel_run (readings->len, read_file, readings);

  return readings;
}

static void
add_file (Choice *choice, Reading *reading)
{
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (reading->first != NULL) {
    g_ptr_array_add (choice->articles, g_steal_pointer (&reading->first));
    return;
  }

  name = g_filename_display_name (reading->file);
  message = g_strdup_printf (_("%s holds no article"), name);
  syn_cli_report (reading->error != NULL ? reading->error->message : message);
  choice->status = SYN_CLI_FAILED;
}

static gboolean
need_library (Choice *choice)
{
  if (choice->has_library)
    return TRUE;

  g_clear_object (&choice->engine);
  choice->engine = syn_cli_open_library (choice->library, FALSE, &choice->status);
  choice->has_library = choice->engine != NULL;

  return choice->has_library;
}

/* Takes over what was loaded; FALSE where nothing was. */
static gboolean
add_all (Choice *choice, GPtrArray *articles)
{
  if (articles == NULL)
    return FALSE;

  g_ptr_array_extend_and_steal (choice->articles, articles);
  return TRUE;
}

/* FALSE where the library cannot be used; an article that is not there only fails. */
static gboolean
add_arguments (Choice *choice, char **arguments)
{
  g_autoptr (GArray) readings = read_files (choice, arguments);

  for (guint i = 0; i < readings->len; i++) {
    Reading *reading = &g_array_index (readings, Reading, i);
    gint64 id;

    if (reading->file != NULL) {
      add_file (choice, reading);
      continue;
    }
    if (!syn_cli_parse_id (arguments[i], &id) || !need_library (choice) ||
        (!add_all (choice, syn_cli_load_articles (choice->engine, &id, 1, &choice->status)) &&
         choice->status == SYN_CLI_LIBRARY))
      return FALSE;
  }

  return TRUE;
}

static gboolean
choose (Choice *choice, char **arguments, gint64 story)
{
  if (story != 0 && (!need_library (choice) ||
                     (!add_all (choice, syn_cli_load_story (choice->engine, story, &choice->status)) &&
                      choice->status == SYN_CLI_LIBRARY)))
    return FALSE;

  return arguments == NULL || add_arguments (choice, arguments);
}

static SynCliStatus
compare (Choice *choice, char **arguments, gint64 story, const char *format)
{
  g_autoptr (GCancellable) cancellable = syn_cli_catch_interrupt ();
  SynCliStatus status;

  if (!choose (choice, arguments, story))
    return choice->status;
  if (choice->articles->len < 2 && choice->status != SYN_CLI_DONE)
    return choice->status;

  status = syn_cli_write_comparison (choice->engine, choice->articles, format, NULL, cancellable);

  return status != SYN_CLI_DONE ? status : choice->status;
}

static SynCliStatus
run (int argc, char **argv)
{
  g_auto (GStrv) arguments = NULL;
  g_autofree char *format = NULL;
  Choice choice = { .status = SYN_CLI_DONE };
  gint64 story = 0;
  const GOptionEntry entries[] = {
    { "story", 0, 0, G_OPTION_ARG_INT64, &story, N_("All articles of that story of the library"),
      N_("ID") },
    { "plain", 0, 0, G_OPTION_ARG_NONE, &choice.is_plain,
      N_("Take each file as body text alone: a line a paragraph"), NULL },
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &choice.library, N_("The library's file"), N_("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format,
      N_("text (the default), json, html, markdown, csv or annotations"), N_("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    { NULL },
  };
  SynCliStatus status;

  if (!syn_cli_parse (&syn_command_compare, entries, argc, argv))
    return SYN_CLI_USAGE;
  if (format != NULL && !syn_cli_check_export_format (format))
    return SYN_CLI_USAGE;
  if (story <= 0 && (arguments == NULL || arguments[1] == NULL))
    return syn_cli_usage (&syn_command_compare, _("Comparing takes two articles or more, or a story."));

  choice.engine = syn_engine_new ();
  choice.articles = g_ptr_array_new_with_free_func (g_object_unref);
  status = compare (&choice, arguments, story, format != NULL ? format : "text");

  g_clear_object (&choice.engine);
  g_ptr_array_unref (choice.articles);
  g_free (choice.library);

  return status;
}

const SynCommand syn_command_compare = {
  "compare",
  "ARTICLE ARTICLE…",
  N_("Compare articles: files, or @ID for one of the library"),
  N_("Of a file its first article is taken. A library is opened only where one is asked for."),
  run,
};
