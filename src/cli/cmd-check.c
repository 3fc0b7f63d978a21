/* check: whether the library is sound. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "syn-cli.h"
#include "syn-error.h"

static void
print_json (const GError *problems)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_auto (GStrv) lines = g_strsplit (problems != NULL ? problems->message : "", "\n", -1);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sound");
  json_builder_add_boolean_value (builder, problems == NULL);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; lines[i] != NULL; i++)
    json_builder_add_string_value (builder, lines[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  syn_cli_print_json (builder, FALSE);
}

static SynCliStatus
run (int argc, char **argv)
{
  g_auto (GStrv) surplus = NULL;
  g_autofree char *library = NULL;
  g_autofree char *format_name = NULL;
  const GOptionEntry entries[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &library, N_("The library's file"), N_("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("text (the default) or json"), N_("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &surplus, NULL, NULL },
    { NULL },
  };
  SynCliFormat format = SYN_CLI_TEXT;
  SynCliStatus status = SYN_CLI_DONE;
  g_autoptr (GCancellable) cancellable = NULL;
  g_autoptr (SynEngine) engine = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_sound;

  if (!syn_cli_parse (&syn_command_check, entries, argc, argv) ||
      !syn_cli_parse_format (format_name, &format))
    return SYN_CLI_USAGE;
  if (surplus != NULL)
    return syn_cli_usage (&syn_command_check, _("It takes no arguments."));

  cancellable = syn_cli_catch_interrupt ();
  engine = syn_cli_open_library (library, FALSE, &status);
  if (engine == NULL)
    return status;

  is_sound = syn_engine_check (engine, cancellable, &error);
  if (!is_sound)
    status = syn_cli_fail (error);
  if (format != SYN_CLI_TEXT && (is_sound || g_error_matches (error, SYN_ERROR, SYN_ERROR_DAMAGED)))
    print_json (error);
  else if (is_sound)
    puts (_("The library is sound."));

  return status;
}

const SynCommand syn_command_check = {
  "check", "", N_("Verify the library: its file, foreign keys, search index and articles"), NULL, run,
};
