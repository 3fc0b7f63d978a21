#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "syn-application.h"

int
main (int argc, char **argv)
{
  g_autoptr (SynApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, SYN_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = syn_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
