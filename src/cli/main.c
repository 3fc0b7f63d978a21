/* synoptic-cli: the engine without a window. Finds the command and hands over. */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "syn-cli.h"

/* In the order that --help shows: files first, then the library. */
static const SynCommand *const commands[] = {
  &syn_command_extract, &syn_command_compare, &syn_command_score, &syn_command_import,
  &syn_command_stories, &syn_command_list,    &syn_command_show,  &syn_command_search,
  &syn_command_export,  &syn_command_remove,  &syn_command_check,
};

static void
print_help (FILE *stream)
{
  fprintf (stream, "%s\n  synoptic-cli COMMAND [OPTION…] …\n\n%s\n\n%s\n", _("Usage:"),
           _("Compares articles on one story: what they share, where they differ, how each words it."),
           _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-8s  %s\n", commands[i]->name, _ (commands[i]->summary));
  fprintf (
      stream, "\n%s\n  %s\n  %s\n\n%s\n", _("Options:"), _("--help     show this, or a command's options"),
      _("--version  show the version"),
      _("Exit status: 0 done, 1 some inputs failed, 2 wrong call, 3 the library cannot be used, 130 interrupted."));
}

static const SynCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  }

  return NULL;
}

static SynCliStatus
run_command (const char *name, int argc, char **argv)
{
  const SynCommand *command = find_command (name);
  g_autofree char *program = NULL;
  g_autofree char *message = NULL;

  if (command == NULL) {
    message = g_strdup_printf (_("There is no command “%s” (see “synoptic-cli --help”)."), name);
    syn_cli_report (message);
    return SYN_CLI_USAGE;
  }

  program = g_strconcat ("synoptic-cli ", command->name, NULL);
  g_set_prgname (program);

  return command->run (argc, argv);
}

static SynCliStatus
run (int argc, char **argv)
{
  const char *name = argc > 1 ? argv[1] : NULL;

  if (name == NULL) {
    print_help (stderr);
    return SYN_CLI_USAGE;
  }
  if (g_str_equal (name, "--version")) {
    puts ("synoptic-cli " SYN_VERSION);
    return SYN_CLI_DONE;
  }
  if (g_str_equal (name, "help") && argc > 2) {
    char *arguments[] = { argv[2], (char *) "--help", NULL };

    return run_command (argv[2], 2, arguments);
  }
  if (g_str_equal (name, "--help") || g_str_equal (name, "-h") || g_str_equal (name, "help")) {
    print_help (stdout);
    return SYN_CLI_DONE;
  }

  return run_command (name, argc - 1, argv + 1);
}

static void
stop (int signal_number)
{
  _exit (SYN_CLI_INTERRUPTED);
}

int
main (int argc, char **argv)
{
  struct sigaction action = { .sa_handler = stop };
  SynCliStatus status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, SYN_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  sigaction (SIGINT, &action, NULL);

  status = run (argc, argv);
  if (fflush (stdout) != 0 || ferror (stdout)) {
    syn_cli_report (_("The output cannot be written."));
    return SYN_CLI_FAILED;
  }

  return status;
}
