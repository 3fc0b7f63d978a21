#include "config.h"

#include "syn-cli.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "syn-error.h"

/* ---- options ---- */

gboolean
syn_cli_parse (const SynCommand *command, const GOptionEntry *entries, int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (context, _ (command->summary));
  if (command->description != NULL)
    g_option_context_set_description (context, _ (command->description));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (g_option_context_parse (context, &argc, &argv, &error))
    return TRUE;

  syn_cli_usage (command, error->message);
  return FALSE;
}

gboolean
syn_cli_parse_format (const char *name, SynCliFormat *format)
{
  static const char *const names[] = {
    [SYN_CLI_TEXT] = "text", [SYN_CLI_JSON] = "json", [SYN_CLI_JSONL] = "jsonl"
  };
  g_autofree char *message = NULL;

  if (name == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_str_equal (names[i], name)) {
      *format = i;
      return TRUE;
    }
  }

  message = g_strdup_printf (_("There is no format “%s” here: text, json or jsonl."), name);
  syn_cli_report (message);
  return FALSE;
}

SynCliStatus
syn_cli_usage (const SynCommand *command, const char *message)
{
  g_autofree char *hint = g_strdup_printf (_("%s (see “synoptic-cli %s --help”)"), message, command->name);

  syn_cli_report (hint);

  return SYN_CLI_USAGE;
}

gboolean
syn_cli_parse_id (const char *text, gint64 *id)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (*text == '@' ? text + 1 : text, 10, 1, G_MAXINT64, &number, NULL))
    return FALSE;

  *id = number;
  return TRUE;
}

/* ---- reporting ---- */

void
syn_cli_report (const char *message)
{
  syn_cli_clear_progress ();
  g_printerr ("synoptic-cli: %s\n", message);
}

SynCliStatus
syn_cli_fail (const GError *error)
{
  syn_cli_report (error->message);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return SYN_CLI_INTERRUPTED;
  if (g_error_matches (error, SYN_ERROR, SYN_ERROR_NOT_FOUND))
    return SYN_CLI_FAILED;
  if (g_error_matches (error, SYN_ERROR, SYN_ERROR_USAGE))
    return SYN_CLI_USAGE;

  return SYN_CLI_LIBRARY;
}

char *
syn_cli_describe (SynArticle *article)
{
  const char *outlet = syn_article_get_outlet (article);
  const char *heading = syn_article_get_heading (article);

  return outlet != NULL ? g_strdup_printf ("%s: %s", outlet, heading) : g_strdup (heading);
}

/* ---- the engine ---- */

SynEngine *
syn_cli_open_library (const char *path, gboolean create, SynCliStatus *status)
{
  g_autoptr (SynEngine) engine = syn_engine_new ();
  g_autofree char *standard = syn_engine_get_default_library ();
  g_autoptr (GError) error = NULL;

  if (!syn_engine_open_library (engine, path != NULL ? path : standard, create, &error)) {
    syn_cli_report (error->message);
    *status = SYN_CLI_LIBRARY;
    return NULL;
  }

  return g_steal_pointer (&engine);
}

/* On a thread of its own, as a signal handler may do next to nothing. */
static gpointer
wait_for_interrupt (gpointer data)
{
  g_autoptr (GCancellable) cancellable = data;
  sigset_t signals;
  int signal_number;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);

  sigwait (&signals, &signal_number);
  g_cancellable_cancel (cancellable);
  sigwait (&signals, &signal_number);
  _exit (SYN_CLI_INTERRUPTED);
}

GCancellable *
syn_cli_catch_interrupt (void)
{
  GCancellable *cancellable = g_cancellable_new ();
  sigset_t signals;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("interrupt", wait_for_interrupt, g_object_ref (cancellable)));

  return cancellable;
}

void
syn_cli_show_progress (guint done, guint total, const char *what, gpointer unused)
{
  if (isatty (STDERR_FILENO) && what != NULL)
    g_printerr ("\r\033[K%u/%u  %.60s", MIN (done + 1, total), total, what);
}

void
syn_cli_clear_progress (void)
{
  if (isatty (STDERR_FILENO))
    g_printerr ("\r\033[K");
}
