#include "config.h"

#include "syn-import-bar.h"

#include <glib/gi18n.h>

#include "syn-button-names.h"

#define PATIENCE 250 /* milliseconds before the bar shows: shorter waits are not felt as such */

struct _SynImportBar {
  GtkWidget parent_instance;

  /* template */
  GtkWidget *revealer;
  GtkProgressBar *progress;
  GtkLabel *label;

  /* owned */
  SynImportQueue *queue;
  guint patience; /* source id */
};

G_DEFINE_FINAL_TYPE (SynImportBar, syn_import_bar, GTK_TYPE_WIDGET)

static gboolean
on_patience_over (gpointer user_data)
{
  SynImportBar *self = user_data;

  self->patience = 0;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);

  return G_SOURCE_REMOVE;
}

static void
on_running_changed (SynImportBar *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  if (syn_import_queue_is_running (self->queue)) {
    if (!gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer))) {
      gtk_progress_bar_set_fraction (self->progress, 0.0);
      gtk_label_set_label (self->label, _ ("Adding articles"));
      self->patience = g_timeout_add (PATIENCE, on_patience_over, self);
    }
  } else {
    gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  }
}

static void
on_progress (SynImportQueue *queue, guint done, guint total, const char *what, SynImportBar *self)
{
  g_autofree char *name = what != NULL ? g_filename_display_basename (what) : NULL;
  g_autofree char *text = NULL;

  if (name != NULL) {
    /* Translators: how many files of how many are read, and the name of the one in hand. */
    text = g_strdup_printf (_ ("Adding %u of %u: %s"), done, total, name);
  } else {
    text = g_strdup_printf (_ ("Adding %u of %u"), done, total);
  }
  gtk_label_set_label (self->label, text);
  gtk_progress_bar_set_fraction (self->progress, total > 0 ? MIN (1.0, (double) done / total) : 0.0);
}

static void
on_cancel (GtkButton *button, SynImportBar *self)
{
  syn_import_queue_cancel (self->queue);
}

static void
syn_import_bar_dispose (GObject *object)
{
  SynImportBar *self = SYN_IMPORT_BAR (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  g_clear_object (&self->queue);

  G_OBJECT_CLASS (syn_import_bar_parent_class)->dispose (object);
}

static void
syn_import_bar_class_init (SynImportBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syn_import_bar_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/syn-import-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SynImportBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, SynImportBar, progress);
  gtk_widget_class_bind_template_child (widget_class, SynImportBar, label);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
syn_import_bar_init (SynImportBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  syn_button_names_fix (GTK_WIDGET (self));
}

void
syn_import_bar_set_queue (SynImportBar *self, SynImportQueue *queue)
{
  g_return_if_fail (self->queue == NULL);

  self->queue = g_object_ref (queue);
  g_signal_connect_object (queue, "notify::is-running", G_CALLBACK (on_running_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (queue, "progress", G_CALLBACK (on_progress), self, 0);
}
