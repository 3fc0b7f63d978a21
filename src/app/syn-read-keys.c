#include "syn-read-keys.h"

#include "syn-article-view.h"

static gboolean
is_in_text (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);

  return root != NULL && SYN_IS_ARTICLE_VIEW (gtk_root_get_focus (root));
}

/* Keys of the page, before any of its parts takes them. */
static const struct {
  const char *trigger;
  const char *action;
  int parameter; /* where the action takes one */
} KEYS[] = {
  { "<Alt>Down", "read.next-fact", 0 },
  { "<Alt>Up", "read.previous-fact", 0 },
  { "<Alt>Right", "read.step-pane", 1 },
  { "<Alt>Left", "read.step-pane", -1 },
  { "<Alt>Return|<Alt>KP_Enter", "read.why", 0 },
  { "<Control><Shift>Right", "read.move-pane", 1 },
  { "<Control><Shift>Left", "read.move-pane", -1 },
  { "<Control><Shift>w", "read.close-pane", 0 },
  { "F6", "read.next-part", 0 },
  { "F9", "read.inspector", 0 },
  { "<Control>l", "read.keep-aligned", 0 },
  { "<Control>plus|<Control>equal|<Control>KP_Add", "read.larger-text", 0 },
  { "<Control>minus|<Control>KP_Subtract", "read.smaller-text", 0 },
  { "<Control>0|<Control>KP_0", "read.normal-text", 0 },
};

static void
add_shortcuts (GtkWidget *page)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (KEYS); i++) {
    GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (KEYS[i].trigger),
                                              gtk_named_action_new (KEYS[i].action));

    if (KEYS[i].parameter != 0) {
      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (KEYS[i].parameter));
    }
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  }
  for (int i = 0; i < 9; i++) {
    GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_1 + i, GDK_ALT_MASK),
                                              gtk_named_action_new ("read.go-to-pane"));

    gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (i));
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  }

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (page, controller);
}

/* Without a modifier: in a text only. */
static const struct {
  guint key;
  const char *action;
} TEXT_KEYS[] = {
  { GDK_KEY_bracketleft, "read.stricter" },
  { GDK_KEY_bracketright, "read.looser" },
  { GDK_KEY_Escape, "read.select-none" },
};

static gboolean
on_text_key (GtkEventController *controller, guint key, guint code, GdkModifierType state)
{
  GtkWidget *page = gtk_event_controller_get_widget (controller);

  if (!is_in_text (page) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0) {
    return GDK_EVENT_PROPAGATE;
  }

  for (gsize i = 0; i < G_N_ELEMENTS (TEXT_KEYS); i++) {
    if (TEXT_KEYS[i].key == key) {
      return gtk_widget_activate_action (page, TEXT_KEYS[i].action, NULL);
    }
  }

  return GDK_EVENT_PROPAGATE;
}

void
syn_read_keys_add (GtkWidget *page)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  add_shortcuts (page);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_text_key), NULL);
  gtk_widget_add_controller (page, keys);
}
