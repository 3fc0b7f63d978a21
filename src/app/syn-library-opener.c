#include "config.h"

#include "syn-library-opener.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The task's data. */
typedef struct {
  GtkWindow *parent; /* weak */
  GtkNativeDialog *chooser;
  char *path;
} Opening;

static void open_path (GTask *task);

static void
opening_free (Opening *opening)
{
  g_clear_weak_pointer (&opening->parent);
  g_clear_object (&opening->chooser);
  g_free (opening->path);
  g_free (opening);
}

static void
on_chosen (GtkNativeDialog *dialog, int response, GTask *task)
{
  Opening *opening = g_task_get_task_data (task);

  if (response == GTK_RESPONSE_ACCEPT) {
    g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

    g_free (opening->path);
    opening->path = g_file_get_path (file);
  }
  g_clear_object (&opening->chooser);

  /* Cancelled, the same file is tried once more, and its refusal shown with the same choice. */
  open_path (task);
}

static void
choose (GTask *task)
{
  Opening *opening = g_task_get_task_data (task);

  opening->chooser = GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (
      _ ("Choose a Library"), opening->parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel")));
  gtk_native_dialog_set_modal (opening->chooser, TRUE);
  g_signal_connect (opening->chooser, "response", G_CALLBACK (on_chosen), task);
  gtk_native_dialog_show (opening->chooser);
}

static void
on_answered (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  if (g_str_equal (response, "choose")) {
    choose (task);
  } else {
    g_task_return_boolean (task, FALSE);
    g_object_unref (task);
  }
}

static void
show_refusal (GTask *task, GError *error)
{
  Opening *opening = g_task_get_task_data (task);
  GtkWidget *dialog = adw_message_dialog_new (opening->parent, _ ("The library cannot be opened"), NULL);

  /* The engine's message names the file and the reason. */
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), "%s", error->message);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "quit", _ ("_Quit"), "choose",
                                    _ ("_Choose Another…"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "choose");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "quit");
  g_signal_connect (dialog, "response", G_CALLBACK (on_answered), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (syn_library_open_finish (SYN_LIBRARY (source), result, &error)) {
    g_task_return_boolean (task, TRUE);
    g_object_unref (task);
  } else if (opening->parent == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    /* The window went first. */
    g_task_return_boolean (task, FALSE);
    g_object_unref (task);
  } else {
    show_refusal (task, error);
  }
}

static void
open_path (GTask *task)
{
  Opening *opening = g_task_get_task_data (task);

  syn_library_open_async (g_task_get_source_object (task), opening->path, on_opened, task);
}

void
syn_library_opener_open_async (SynLibrary *library,
                               const char *path,
                               GtkWindow *parent,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (library, NULL, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  g_set_weak_pointer (&opening->parent, parent);
  opening->path = g_strdup (path);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  open_path (task);
}

gboolean
syn_library_opener_open_finish (SynLibrary *library, GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
