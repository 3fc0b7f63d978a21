#include "config.h"

#include "syn-application.h"

#include <glib/gi18n.h>

#include "syn-window.h"

struct _SynApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (SynApplication, syn_application, ADW_TYPE_APPLICATION)

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *self = user_data;
  GList *windows;

  /* Closing each keeps its state; the program ends with the last. */
  while ((windows = gtk_application_get_windows (self)) != NULL) {
    gtk_window_destroy (windows->data);
  }
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *self = user_data;

  adw_show_about_window (gtk_application_get_active_window (self),
                         "application-name", _("Synoptic"),
                         "application-icon", SYN_APP_ID,
                         "version", SYN_VERSION,
                         "developer-name", _("The Synoptic Authors"),
                         "comments", _("Read how several outlets tell the same story, side by side. All of it stays "
                                       "on this computer: nothing is sent, nothing is fetched."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static const GActionEntry ACTIONS[] = {
  { "quit", on_quit },
  { "about", on_about },
};

static const struct {
  const char *action;
  const char *keys[3];
} ACCELERATORS[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.add-articles", { "<Control>o" } },
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

static GtkWindow *
ensure_window (SynApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return window != NULL ? window : GTK_WINDOW (syn_window_new (self));
}

static void
syn_application_activate (GApplication *application)
{
  gtk_window_present (ensure_window (SYN_APPLICATION (application)));
}

static void
syn_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  syn_application_activate (application);
}

static void
syn_application_class_init (SynApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = syn_application_startup;
  application_class->activate = syn_application_activate;
  application_class->open = syn_application_open;
}

static void
syn_application_init (SynApplication *self)
{
}

SynApplication *
syn_application_new (void)
{
  return g_object_new (SYN_TYPE_APPLICATION,
                       "application-id", SYN_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
