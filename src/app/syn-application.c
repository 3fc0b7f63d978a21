#include "config.h"

#include "syn-application.h"

#include <glib/gi18n.h>

#include "syn-engine.h"
#include "syn-window.h"

struct _SynApplication {
  AdwApplication parent_instance;

  char *library_path; /* as given; NULL: the reader's own */
};

G_DEFINE_FINAL_TYPE (SynApplication, syn_application, ADW_TYPE_APPLICATION)

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Each is asked to close, so that it ends what it is at; the program ends with the last. */
  for (GList *window = windows; window != NULL; window = window->next) {
    gtk_window_close (window->data);
  }
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *self = user_data;

  adw_show_about_window (
      gtk_application_get_active_window (self), "application-name", _ ("Synoptic"), "application-icon",
      SYN_APP_ID, "version", SYN_VERSION, "developer-name", _ ("The Synoptic Authors"), "comments",
      _ ("Read how several outlets tell the same story, side by side. All of it stays "
         "on this computer: nothing is sent, nothing is fetched."),
      "license-type", GTK_LICENSE_GPL_3_0, "translator-credits", _ ("translator-credits"), NULL);
}

static const GActionEntry ACTIONS[] = {
  { "quit", on_quit },
  { "about", on_about },
};

static const struct {
  const char *action;
  const char *keys[3];
} ACCELERATORS[] = {
  { "app.quit", { "<Control>q" } },         { "window.close", { "<Control>w" } },
  { "win.add-articles", { "<Control>o" } }, { "win.add-folder", { "<Control><Shift>o" } },
  { "win.search", { "<Control>f" } },       { "win.undo-remove", { "<Control>z" } },
  { "win.back", { "<Alt>Home" } },
};

static void
syn_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (syn_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), ACTIONS, G_N_ELEMENTS (ACTIONS), application);
  for (gsize i = 0; i < G_N_ELEMENTS (ACCELERATORS); i++) {
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), ACCELERATORS[i].action,
                                           ACCELERATORS[i].keys);
  }
}

static SynWindow *
ensure_window (SynApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *path = NULL;

  while (window != NULL && !SYN_IS_WINDOW (window)) {
    window = gtk_window_get_transient_for (window); /* a dialog was the active one */
  }
  if (window != NULL) {
    return SYN_WINDOW (window);
  }

  path = self->library_path != NULL ? g_strdup (self->library_path) : syn_engine_get_default_library ();

  return syn_window_new (self, path);
}

static void
syn_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (SYN_APPLICATION (application))));
}

static void
syn_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  SynWindow *window = ensure_window (SYN_APPLICATION (application));

  syn_window_open_files (window, files, n_files);
  gtk_window_present (GTK_WINDOW (window));
}

static int
syn_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  SynApplication *self = SYN_APPLICATION (application);

  if (g_variant_dict_contains (options, "version")) {
    g_print ("%s %s\n", "synoptic", SYN_VERSION);
    return 0;
  }

  /* Another library is another window of another process: the running one keeps to its own. */
  if (g_variant_dict_lookup (options, "library", "^ay", &self->library_path)) {
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  }

  return -1;
}

static void
syn_application_finalize (GObject *object)
{
  g_free (SYN_APPLICATION (object)->library_path);

  G_OBJECT_CLASS (syn_application_parent_class)->finalize (object);
}

static void
syn_application_class_init (SynApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = syn_application_finalize;
  application_class->handle_local_options = syn_application_handle_local_options;
  application_class->startup = syn_application_startup;
  application_class->activate = syn_application_activate;
  application_class->open = syn_application_open;
}

static const GOptionEntry OPTIONS[] = {
  { "library", 'l', 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this library instead of your own"),
    N_ ("FILE") },
  { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and exit"), NULL },
  { NULL },
};

static void
syn_application_init (SynApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option_entries (application, OPTIONS);
  g_application_set_option_context_parameter_string (application, _ ("[FILE… | FOLDER…]"));
  g_application_set_option_context_summary (
      application,
      _ ("Reads several outlets’ articles on one story side by side. Files and folders that are named are "
         "added to the library and opened."));
}

SynApplication *
syn_application_new (void)
{
  return g_object_new (SYN_TYPE_APPLICATION, "application-id", SYN_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}
