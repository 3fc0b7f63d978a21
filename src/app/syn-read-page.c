#include "syn-read-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "syn-pane-row.h"
#include "syn-scroll-sync.h"
#include "syn-story-loader.h"

struct _SynReadPage {
  GtkWidget parent_instance;

  /* template */
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkMenuButton *menu;
  GtkProgressBar *progress;
  GtkStack *stack;
  AdwStatusPage *failure;
  GtkScrolledWindow *scrolled;

  /* owned */
  SynSession *session;
  SynStoryLoader *loader;
  SynScrollSync *sync;

  /* borrowed */
  SynPaneRow *row;
};

G_DEFINE_FINAL_TYPE (SynReadPage, syn_read_page, GTK_TYPE_WIDGET)

static void
update_subtitle (SynReadPage *self)
{
  guint n = syn_session_get_n_articles (self->session);
  g_autofree char *text = NULL;
  gsize shown;

  syn_session_get_panes (self->session, &shown);
  text = g_strdup_printf (ngettext ("%u of %u article", "%u of %u articles", n), (guint) shown, n);
  gtk_label_set_text (self->subtitle, n > 0 ? text : "");
}

static void
on_loader_changed (SynReadPage *self)
{
  SynLoading state = syn_story_loader_get_state (self->loader);
  guint done, total;

  syn_story_loader_get_progress (self->loader, &done, &total);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), state == SYN_LOADING_WORKING);
  gtk_progress_bar_set_fraction (self->progress, total > 0 ? (double) done / total : 0);

  if (state == SYN_LOADING_FAILED) {
    adw_status_page_set_description (self->failure, syn_story_loader_get_message (self->loader));
  }
  gtk_stack_set_visible_child_name (self->stack, state == SYN_LOADING_FAILED ? "failure" : "panes");
}

static void
on_try_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  syn_story_loader_resume (SYN_READ_PAGE (widget)->loader);
}

static void
syn_read_page_realize (GtkWidget *widget)
{
  SynReadPage *self = SYN_READ_PAGE (widget);
  GApplication *application = g_application_get_default ();

  GTK_WIDGET_CLASS (syn_read_page_parent_class)->realize (widget);

  if (GTK_IS_APPLICATION (application)) {
    GMenu *menu = gtk_application_get_menu_by_id (GTK_APPLICATION (application), "primary-menu");

    gtk_menu_button_set_menu_model (self->menu, G_MENU_MODEL (menu));
  }
}

static void
syn_read_page_dispose (GObject *object)
{
  SynReadPage *self = SYN_READ_PAGE (object);
  GtkWidget *child;

  if (self->loader != NULL) {
    syn_story_loader_cancel (self->loader);
  }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL) {
    gtk_widget_unparent (child);
  }
  g_clear_object (&self->sync);
  g_clear_object (&self->loader);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (syn_read_page_parent_class)->dispose (object);
}

static void
syn_read_page_class_init (SynReadPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_read_page_dispose;
  widget_class->realize = syn_read_page_realize;

  gtk_widget_class_set_css_name (widget_class, "readpage");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/syn-read-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SynReadPage, title);
  gtk_widget_class_bind_template_child (widget_class, SynReadPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SynReadPage, menu);
  gtk_widget_class_bind_template_child (widget_class, SynReadPage, progress);
  gtk_widget_class_bind_template_child (widget_class, SynReadPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SynReadPage, failure);
  gtk_widget_class_bind_template_child (widget_class, SynReadPage, scrolled);
  gtk_widget_class_install_action (widget_class, "read.try-again", NULL, on_try_again);
}

static void
syn_read_page_init (SynReadPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->session = syn_session_new ();
  self->row = SYN_PANE_ROW (syn_pane_row_new (self->session));
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->row));
  self->sync = syn_scroll_sync_new (self->session, self->row);
  g_signal_connect_object (self->session, "panes-changed", G_CALLBACK (update_subtitle), self, G_CONNECT_SWAPPED);
}

GtkWidget *
syn_read_page_new (SynEngine *engine)
{
  SynReadPage *self = g_object_new (SYN_TYPE_READ_PAGE, NULL);

  self->loader = syn_story_loader_new (engine, self->session);
  g_signal_connect_object (self->loader, "changed", G_CALLBACK (on_loader_changed), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
syn_read_page_open (SynReadPage *self, const char *title, const gint64 *ids, gsize n)
{
  g_return_if_fail (SYN_IS_READ_PAGE (self));
  g_return_if_fail (n > 0);

  gtk_label_set_text (self->title, title);
  syn_story_loader_load (self->loader, ids, n);
}
