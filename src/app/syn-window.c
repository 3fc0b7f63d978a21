#include "config.h"

#include "syn-window.h"

#include "syn-settings.h"

struct _SynWindow {
  AdwApplicationWindow parent_instance;

  /* template */
  AdwToastOverlay *toasts;

  /* owned */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (SynWindow, syn_window, ADW_TYPE_APPLICATION_WINDOW)

static void
bind_size (SynWindow *self)
{
  if (self->settings == NULL) {
    return;
  }

  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
syn_window_dispose (GObject *object)
{
  SynWindow *self = SYN_WINDOW (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (syn_window_parent_class)->dispose (object);
}

static void
syn_window_class_init (SynWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syn_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/syn-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SynWindow, toasts);
}

static void
syn_window_init (SynWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_window_set_default_size (GTK_WINDOW (self), 1440, 900);
  self->settings = syn_settings_new ();
  bind_size (self);
}

SynWindow *
syn_window_new (SynApplication *application)
{
  return g_object_new (SYN_TYPE_WINDOW, "application", application, NULL);
}
