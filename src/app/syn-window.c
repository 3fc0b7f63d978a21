#include "config.h"

#include "syn-window.h"

#include <glib/gi18n.h>

#include "syn-button-names.h"
#include "syn-choice.h"
#include "syn-format.h"
#include "syn-import-bar.h"
#include "syn-import-queue.h"
#include "syn-import-report-dialog.h"
#include "syn-library-opener.h"
#include "syn-library-page.h"
#include "syn-paths.h"
#include "syn-read-page.h"
#include "syn-settings.h"

/* Pixels, where no settings say otherwise. */
#define DEFAULT_WIDTH  1440
#define DEFAULT_HEIGHT 900

#define FAILURE_TIMEOUT 15 /* seconds: three times the usual, as there is something to press */

struct _SynWindow {
  AdwApplicationWindow parent_instance;

  /* template */
  AdwToastOverlay *toasts;
  GtkStack *pages;
  SynLibraryPage *library_page;
  SynImportBar *import_bar;

  /* owned */
  GSettings *settings;
  SynEngine *engine;
  SynLibrary *library;
  SynImportQueue *imports;
  GtkNativeDialog *chooser;
  GPtrArray *waiting;  /* paths to import once the library is open */
  GPtrArray *failures; /* SynImportFailure, of the last import that had any */
  GArray *to_open;     /* gint64: articles just added, to be shown once they are listed */
  char *to_open_words; /* what to say of them where they are no single story */

  /* borrowed */
  SynReadPage *read_page;  /* made when first needed */
  AdwToast *removal_toast; /* while it is shown */

  /* state */
  gboolean is_open;      /* the library */
  guint to_open_at_load; /* the loading of the library that lists `to_open` */
};

G_DEFINE_FINAL_TYPE (SynWindow, syn_window, ADW_TYPE_APPLICATION_WINDOW)

static AdwToast *
new_toast (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return adw_toast_new (escaped);
}

/* Takes the toast. */
static void
show_toast (SynWindow *self, AdwToast *toast)
{
  adw_toast_overlay_add_toast (self->toasts, toast);
  syn_button_names_fix (GTK_WIDGET (self->toasts));
}

/* ---- pages ---- */

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynWindow *self = SYN_WINDOW (widget);

  gtk_stack_set_visible_child_name (self->pages, "library");
  gtk_window_set_title (GTK_WINDOW (self), _ ("Synoptic"));
  gtk_widget_action_set_enabled (widget, "win.back", FALSE);
  gtk_widget_action_set_enabled (widget, "win.search", TRUE);
  syn_library_page_focus_content (self->library_page);
}

static void
ensure_read_page (SynWindow *self)
{
  if (self->read_page == NULL) {
    self->read_page = SYN_READ_PAGE (syn_read_page_new (self->engine));
    gtk_stack_add_named (self->pages, GTK_WIDGET (self->read_page), "read");
    if (self->settings != NULL) {
      g_settings_bind (self->settings, "reading-size", syn_read_page_get_reading_size (self->read_page),
                       "points", G_SETTINGS_BIND_DEFAULT);
    }
  }
}

static void
read_articles (GtkWidget *widget, const char *action, GVariant *choice)
{
  SynWindow *self = SYN_WINDOW (widget);
  g_autoptr (GVariant) ids = g_variant_get_child_value (choice, 1);
  g_autofree char *window_title = NULL;
  const char *title;
  gsize n;
  const gint64 *id = g_variant_get_fixed_array (ids, &n, sizeof (gint64));

  ensure_read_page (self);
  g_variant_get_child (choice, 0, "&s", &title);
  g_debug ("reading %" G_GSIZE_FORMAT " articles", n);
  syn_read_page_open (self->read_page, title, id, n);

  /* Translators: the window's title: a story's, then the program's. */
  window_title = g_strdup_printf (_ ("%s – Synoptic"), title);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
  gtk_stack_set_visible_child_name (self->pages, "read");
  gtk_widget_action_set_enabled (widget, "win.back", TRUE);
  gtk_widget_action_set_enabled (widget, "win.search", FALSE);
}

static void
search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  syn_library_page_start_search (SYN_WINDOW (widget)->library_page);
}

/* ---- importing ---- */

static void
import_paths (SynWindow *self, GPtrArray *paths, SynImportPurpose purpose)
{
  if (paths->len > 0) {
    g_ptr_array_add (paths, NULL);
    syn_import_queue_add (self->imports, (const char *const *) paths->pdata, purpose);
  }
}

/* Paths of those that this computer holds: (transfer full) (element-type filename). */
static GPtrArray *
get_paths (SynWindow *self, GListModel *files)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  guint n = g_list_model_get_n_items (files);

  for (guint i = 0; i < n; i++) {
    g_autoptr (GFile) file = g_list_model_get_item (files, i);
    char *path = g_file_get_path (file);

    if (path != NULL) {
      g_ptr_array_add (paths, path);
    }
  }
  if (paths->len < n) {
    show_toast (self, new_toast (_ ("Only files on this computer can be added: save the others here first")));
  }

  return paths;
}

static char *
dup_import_words (SynImportReport *report)
{
  return syn_format_import (report->imported, report->updated, report->skipped, report->failed->len);
}

static void
show_import (SynWindow *self, SynImportReport *report)
{
  g_autofree char *words = dup_import_words (report);
  AdwToast *toast = new_toast (words);

  if (report->failed->len > 0) {
    g_clear_pointer (&self->failures, g_ptr_array_unref);
    self->failures = g_ptr_array_ref (report->failed);
    adw_toast_set_button_label (toast, _ ("_Details"));
    adw_toast_set_action_name (toast, "win.import-details");
    adw_toast_set_timeout (toast, FAILURE_TIMEOUT);
  }
  show_toast (self, toast);
}

/* The list has the focus from the start: arrow keys and Enter act at once, and typing searches. */
static void
on_library_loaded (SynWindow *self)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (self->pages), "library")) {
    syn_library_page_focus_content (self->library_page);
  }
}

static void
open_added (SynWindow *self)
{
  g_autoptr (GVariant) choice = NULL;

  if (self->to_open == NULL || syn_library_get_n_loads (self->library) < self->to_open_at_load) {
    return;
  }

  syn_library_page_set_awaiting (self->library_page, FALSE);
  choice = syn_choice_from_ids (self->library, (const gint64 *) self->to_open->data, self->to_open->len);
  g_clear_pointer (&self->to_open, g_array_unref);
  if (choice != NULL) {
    /* The reader did not ask for the library on the way: no fading out of it. */
    ensure_read_page (self);
    gtk_stack_set_visible_child_full (self->pages, "read", GTK_STACK_TRANSITION_TYPE_NONE);
    gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.read", choice);
  } else {
    /* Several stories: the reader chooses. */
    on_library_loaded (self);
    if (self->to_open_words != NULL) {
      show_toast (self, new_toast (self->to_open_words));
    }
  }
  g_clear_pointer (&self->to_open_words, g_free);
}

static void
on_import_finished (SynImportQueue *queue, SynImportReport *report, SynImportPurpose purpose, SynWindow *self)
{
  guint n_changed = report->imported + report->updated;

  g_debug ("import finished: %u articles changed", n_changed);

  /* What was taken in shows once the lists are read anew; what was not leaves the library as it is. */
  if (n_changed == 0) {
    syn_library_page_set_awaiting (self->library_page, FALSE);
  }
  if (purpose == SYN_IMPORT_STAYS || report->failed->len > 0) {
    show_import (self, report);
  }

  if (purpose == SYN_IMPORT_OPENS) {
    g_clear_pointer (&self->to_open, g_array_unref);
    g_clear_pointer (&self->to_open_words, g_free);
    self->to_open = g_array_ref (report->articles);
    self->to_open_at_load = syn_library_reload (self->library);
    /* A story that opens says by itself that it was added. */
    if (n_changed > 0 && report->failed->len == 0) {
      self->to_open_words = dup_import_words (report);
    }
  }
}

static void
show_error (SynWindow *self, GError *error)
{
  AdwToast *toast = new_toast (error->message);

  syn_library_page_set_awaiting (self->library_page, FALSE);
  adw_toast_set_timeout (toast, 0);
  show_toast (self, toast);
}

static void
show_import_details (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynWindow *self = SYN_WINDOW (widget);

  if (self->failures != NULL) {
    gtk_window_present (syn_import_report_dialog_new (GTK_WINDOW (self), self->failures));
  }
}

static void
on_files_chosen (GtkNativeDialog *dialog, int response, SynWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT) {
    g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
    g_autoptr (GPtrArray) paths = get_paths (self, files);

    import_paths (self, paths, SYN_IMPORT_STAYS);
  }
  g_clear_object (&self->chooser);
}

static void
choose_to_import (SynWindow *self, const char *title, GtkFileChooserAction action)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, _ ("_Add"), _ ("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_files_chosen), self);
  g_set_object (&self->chooser, GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
  gtk_native_dialog_set_modal (self->chooser, TRUE);
  gtk_native_dialog_show (self->chooser);
}

static void
add_articles (GtkWidget *widget, const char *action, GVariant *parameter)
{
  choose_to_import (SYN_WINDOW (widget), _ ("Add Articles"), GTK_FILE_CHOOSER_ACTION_OPEN);
}

static void
add_folder (GtkWidget *widget, const char *action, GVariant *parameter)
{
  choose_to_import (SYN_WINDOW (widget), _ ("Add a Folder of Articles"),
                    GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER);
}

static void
open_samples (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynWindow *self = SYN_WINDOW (widget);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  char *samples = syn_paths_find_samples ();

  if (samples != NULL) {
    g_ptr_array_add (paths, samples);
    import_paths (self, paths, SYN_IMPORT_OPENS);
  }
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, SynWindow *self)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GSList) dropped = NULL;

  dropped = gdk_file_list_get_files (g_value_get_boxed (value));
  for (GSList *file = dropped; file != NULL; file = file->next) {
    g_list_store_append (files, file->data);
  }
  paths = get_paths (self, G_LIST_MODEL (files));
  import_paths (self, paths, SYN_IMPORT_STAYS);

  return paths->len > 0;
}

/* ---- removing ---- */

static void
on_removal_toast_gone (AdwToast *toast, SynWindow *self)
{
  if (self->removal_toast == toast) {
    self->removal_toast = NULL;
    syn_library_commit (self->library, FALSE);
  }
}

static void
remove_articles (GtkWidget *widget, const char *action, GVariant *ids)
{
  SynWindow *self = SYN_WINDOW (widget);
  g_autofree char *text = NULL;
  AdwToast *toast;
  gsize n;
  const gint64 *id = g_variant_get_fixed_array (ids, &n, sizeof (gint64));

  if (self->removal_toast != NULL) {
    adw_toast_dismiss (self->removal_toast);
  }
  syn_library_take_out (self->library, id, n);

  text = g_strdup_printf (ngettext ("%u article removed", "%u articles removed", n), (guint) n);
  toast = new_toast (text);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-remove");
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_removal_toast_gone), self, 0);
  self->removal_toast = toast;
  show_toast (self, toast);
}

static void
undo_remove (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynWindow *self = SYN_WINDOW (widget);
  AdwToast *toast = self->removal_toast;

  if (toast != NULL) {
    self->removal_toast = NULL;
    syn_library_put_back (self->library);
    adw_toast_dismiss (toast);
  }
}

/* ---- the library file ---- */

static void
on_library_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SynWindow) self = user_data;

  if (!syn_library_opener_open_finish (SYN_LIBRARY (source), result)) {
    gtk_window_destroy (GTK_WINDOW (self));
    return;
  }
  if (self->library == NULL) {
    return; /* closed in the meantime */
  }

  g_debug ("library open");
  self->is_open = TRUE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-articles", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-folder", TRUE);
  if (self->waiting != NULL) {
    g_autoptr (GPtrArray) paths = g_steal_pointer (&self->waiting);

    import_paths (self, paths, SYN_IMPORT_OPENS);
  }
}

/* ---- object ---- */

static gboolean
syn_window_close_request (GtkWindow *window)
{
  SynWindow *self = SYN_WINDOW (window);

  /* What the reader removed and did not put back is gone with the window, not back with the next. */
  syn_library_commit (self->library, TRUE);
  syn_import_queue_cancel (self->imports);

  return GTK_WINDOW_CLASS (syn_window_parent_class)->close_request (window);
}

static void
syn_window_dispose (GObject *object)
{
  SynWindow *self = SYN_WINDOW (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->settings);
  g_clear_object (&self->imports);
  g_clear_object (&self->library);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->failures, g_ptr_array_unref);
  g_clear_pointer (&self->to_open, g_array_unref);
  g_clear_pointer (&self->to_open_words, g_free);

  G_OBJECT_CLASS (syn_window_parent_class)->dispose (object);
}

static void
syn_window_class_init (SynWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syn_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = syn_window_close_request;

  gtk_widget_class_install_action (widget_class, "win.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "win.read", SYN_CHOICE_TYPE, read_articles);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search);
  gtk_widget_class_install_action (widget_class, "win.add-articles", NULL, add_articles);
  gtk_widget_class_install_action (widget_class, "win.add-folder", NULL, add_folder);
  gtk_widget_class_install_action (widget_class, "win.open-samples", NULL, open_samples);
  gtk_widget_class_install_action (widget_class, "win.import-details", NULL, show_import_details);
  gtk_widget_class_install_action (widget_class, "win.remove", "ax", remove_articles);
  gtk_widget_class_install_action (widget_class, "win.undo-remove", NULL, undo_remove);

  g_type_ensure (SYN_TYPE_IMPORT_BAR);
  g_type_ensure (SYN_TYPE_LIBRARY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/syn-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SynWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, library_page);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, import_bar);
}

static void
bind_settings (SynWindow *self)
{
  self->settings = syn_settings_new ();
  if (self->settings == NULL) {
    return;
  }

  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "story-order", self->library_page, "story-order", G_SETTINGS_BIND_DEFAULT);
}

static void
accept_drops (SynWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  /* Before the text views, which would take the files' names for text. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self->pages), GTK_EVENT_CONTROLLER (target));
}

static void
syn_window_init (SynWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_window_set_default_size (GTK_WINDOW (self), DEFAULT_WIDTH, DEFAULT_HEIGHT);
  bind_settings (self);
  accept_drops (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-articles", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-folder", FALSE);

  self->engine = syn_engine_new ();
  self->library = syn_library_new (self->engine);
  self->imports = syn_import_queue_new (self->engine);
  syn_library_page_set_library (self->library_page, self->library);
  syn_import_bar_set_queue (self->import_bar, self->imports);
  g_signal_connect_object (self->library, "notify::n-articles", G_CALLBACK (open_added), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "notify::is-loaded", G_CALLBACK (on_library_loaded), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "failed", G_CALLBACK (show_error), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->imports, "finished", G_CALLBACK (on_import_finished), self, 0);
  g_signal_connect_object (self->imports, "failed", G_CALLBACK (show_error), self, G_CONNECT_SWAPPED);
}

SynWindow *
syn_window_new (SynApplication *application, const char *library_path)
{
  SynWindow *self = g_object_new (SYN_TYPE_WINDOW, "application", application, NULL);

  syn_library_opener_open_async (self->library, library_path, GTK_WINDOW (self), on_library_opened,
                                 g_object_ref (self));

  return self;
}

void
syn_window_open_files (SynWindow *self, GFile *const *files, gsize n_files)
{
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GPtrArray) paths = NULL;

  for (gsize i = 0; i < n_files; i++) {
    g_list_store_append (store, files[i]);
  }
  paths = get_paths (self, G_LIST_MODEL (store));

  syn_library_page_set_awaiting (self->library_page, TRUE);
  /* Made while the library is read in its threads: the panes are on the screen the sooner. */
  ensure_read_page (self);
  if (self->is_open) {
    import_paths (self, paths, SYN_IMPORT_OPENS);
  } else if (self->waiting == NULL) {
    self->waiting = g_steal_pointer (&paths);
  } else {
    g_ptr_array_extend_and_steal (self->waiting, g_steal_pointer (&paths));
  }
}
