#include "config.h"

#include "syn-import-report-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

struct _SynImportReportDialog {
  AdwWindow parent_instance;

  /* template */
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (SynImportReportDialog, syn_import_report_dialog, ADW_TYPE_WINDOW)

/* Plain lists, not a model: what is more than this many is counted, nobody reads on. */
#define MAX_ROWS 500

static void
syn_import_report_dialog_class_init (SynImportReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SYN_RESOURCE_PATH "/syn-import-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SynImportReportDialog, group);
}

static void
syn_import_report_dialog_init (SynImportReportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_row (SynImportReportDialog *self, const char *title, const char *subtitle, const char *tooltip)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_tooltip_text (row, tooltip);
  adw_preferences_group_add (self->group, row);
}

/* What the reader can do about it. */
static const char *
get_remedy (SynError code)
{
  switch (code) {
  case SYN_ERROR_NOT_FOUND:
    return _ ("Check whether it was moved or deleted.");
  case SYN_ERROR_EMPTY:
    return _ ("There is nothing to read in it; save the article once more.");
  case SYN_ERROR_UNSUPPORTED:
    return _ ("Save the article as text, Markdown or a web page, and add that file.");
  case SYN_ERROR_INVALID:
    return _ ("Fetch or save it once more: this copy is broken.");
  case SYN_ERROR_TOO_LARGE:
    return _ ("Split it into smaller files.");
  default:
    return _ ("Check that you may read it, and add it once more.");
  }
}

/* The reason without the folders that it may name: the row's tooltip has them. */
static char *
dup_reason (const SynImportFailure *failure, const char *name)
{
  if (g_str_has_prefix (failure->why, failure->file)) {
    return g_strconcat (name, failure->why + strlen (failure->file), NULL);
  }

  return g_strdup (failure->why);
}

static void
add_failure (SynImportReportDialog *self, const SynImportFailure *failure)
{
  g_autofree char *name = g_path_get_basename (failure->file);
  g_autofree char *reason = dup_reason (failure, name);
  /* Translators: why a file could not be added, then what can be done about it. */
  g_autofree char *text = g_strdup_printf (_ ("%s. %s"), reason, get_remedy (failure->code));

  add_row (self, name, text, failure->file);
}

GtkWindow *
syn_import_report_dialog_new (GtkWindow *parent, GPtrArray *failures)
{
  SynImportReportDialog *self =
      g_object_new (SYN_TYPE_IMPORT_REPORT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  g_autofree char *title = g_strdup_printf (
      ngettext ("%u file could not be added", "%u files could not be added", failures->len), failures->len);

  adw_preferences_group_set_title (self->group, title);
  for (guint i = 0; i < MIN (failures->len, MAX_ROWS); i++) {
    add_failure (self, g_ptr_array_index (failures, i));
  }
  if (failures->len > MAX_ROWS) {
    guint n = failures->len - MAX_ROWS;
    g_autofree char *more = g_strdup_printf (ngettext ("%u more file", "%u more files", n), n);

    add_row (self, more, NULL, NULL);
  }

  return GTK_WINDOW (self);
}
