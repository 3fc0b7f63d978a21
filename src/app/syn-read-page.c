#include "syn-read-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "syn-article-chooser.h"
#include "syn-button-names.h"
#include "syn-letter-switcher.h"
#include "syn-pane-row.h"
#include "syn-read-foot.h"
#include "syn-read-keys.h"
#include "syn-scroll-sync.h"
#include "syn-story-loader.h"

/* Below this width one pane is shown. */
#define NARROW_WIDTH   768
#define THRESHOLD_STEP 0.05
#define SIZE_STEP      1.0 /* points */

struct _SynReadPage {
  GtkWidget parent_instance;

  /* template */
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkMenuButton *chooser;
  GtkPopover *chooser_popover;
  GtkMenuButton *menu;
  GtkToggleButton *inspector_toggle;
  GtkProgressBar *progress;
  GtkStack *stack;
  AdwStatusPage *failure;
  GtkScrolledWindow *scrolled;
  GtkBox *switcher_place;
  GtkBox *foot_place;

  /* owned */
  SynSession *session;
  SynStoryLoader *loader;
  SynScrollSync *sync;
  SynReadingSize *reading_size;

  /* borrowed */
  SynPaneRow *row;
  SynReadFoot *foot;

  /* state */
  gboolean is_unfolded;
  gboolean is_narrow;
  guint narrow_source;
};

enum {
  PROP_0,
  PROP_INSPECTOR_VISIBLE,
  PROP_KEEP_ALIGNED,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SynReadPage, syn_read_page, GTK_TYPE_WIDGET)

static void
update_subtitle (SynReadPage *self)
{
  guint n = syn_session_get_n_articles (self->session);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  gsize shown;

  syn_session_get_panes (self->session, &shown);
  text = g_strdup_printf (ngettext ("%u of %u article", "%u of %u articles", n), (guint) shown, n);
  gtk_label_set_text (self->subtitle, n > 0 ? text : "");
  name = g_strdup_printf ("%s, %s", gtk_label_get_text (self->title), gtk_label_get_text (self->subtitle));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* For those who measure the way from the start to here; see tests/bench/start.py. */
static void
on_painted (GdkFrameClock *clock, SynReadPage *self)
{
  g_signal_handlers_disconnect_by_func (clock, on_painted, self);
  g_debug ("comparison drawn");
}

static void
report_next_frame (SynReadPage *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (clock != NULL) {
    g_signal_connect_object (clock, "after-paint", G_CALLBACK (on_painted), self, 0);
    gtk_widget_queue_draw (GTK_WIDGET (self));
  }
}

/* Into the text of that pane, and the pane into view; the selected fact's caret is set there, too. */
static void
go_to_pane (SynReadPage *self, guint article)
{
  SynPane *pane = syn_pane_row_find (self->row, article);

  if (pane == NULL) {
    return;
  }

  syn_session_set_current (self->session, article);
  syn_article_view_move_caret (syn_pane_get_view (pane), syn_session_get_selected_fact (self->session));
  gtk_widget_grab_focus (GTK_WIDGET (syn_pane_get_view (pane)));
}

static gboolean
is_focus_within (SynReadPage *self, GtkWidget *part)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, part);
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
  if (state == SYN_LOADING_DONE) {
    report_next_frame (self);
    /* From here on the keys of the texts work without a click. */
    if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !is_focus_within (self, GTK_WIDGET (self->stack))) {
      go_to_pane (self, syn_session_get_current (self->session));
    }
  }
}

/* ---- narrow windows ---- */

static gboolean
apply_narrow (gpointer user_data)
{
  SynReadPage *self = user_data;

  self->narrow_source = 0;
  syn_pane_row_set_single (self->row, self->is_narrow);
  syn_read_foot_set_narrow (self->foot, self->is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher_place), self->is_narrow);

  return G_SOURCE_REMOVE;
}

static void
syn_read_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SynReadPage *self = SYN_READ_PAGE (widget);
  gboolean is_narrow = width < NARROW_WIDTH;

  if (self->is_narrow != is_narrow) {
    self->is_narrow = is_narrow;
    /* Parts come and go with it, which an allocation may not do. */
    if (self->narrow_source == 0) {
      self->narrow_source = g_idle_add_full (GTK_PRIORITY_RESIZE, apply_narrow, self, NULL);
    }
  }

  gtk_widget_size_allocate (gtk_widget_get_first_child (widget), &(GtkAllocation){ 0, 0, width, height },
                            baseline);
}

static void
syn_read_page_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* ---- actions ---- */

static void
on_try_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  syn_story_loader_resume (SYN_READ_PAGE (widget)->loader);
}

static void
on_cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  syn_story_loader_cancel (SYN_READ_PAGE (widget)->loader);
}

static void
on_show_looser (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynReadPage *self = SYN_READ_PAGE (widget);

  syn_session_set_threshold (self->session, syn_read_foot_find_looser_threshold (self->session));
}

static void
on_step_threshold (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynReadPage *self = SYN_READ_PAGE (widget);
  double step = g_str_has_suffix (action, "stricter") ? THRESHOLD_STEP : -THRESHOLD_STEP;

  syn_session_set_threshold (self->session, syn_session_get_threshold (self->session) + step);
}

/* Back to plain reading. */
static void
on_select_none (GtkWidget *widget, const char *action, GVariant *parameter)
{
  syn_session_select_fact (SYN_READ_PAGE (widget)->session, SYN_NO_INDEX);
}

/* Where a fact is on the reading line it comes back there: lines break elsewhere now. */
static void
on_resize_text (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynReadPage *self = SYN_READ_PAGE (widget);
  double points = syn_reading_size_get_points (self->reading_size);

  if (g_str_has_suffix (action, "normal-text")) {
    points = SYN_DEFAULT_READING_SIZE;
  } else {
    points += g_str_has_suffix (action, "larger-text") ? SIZE_STEP : -SIZE_STEP;
  }
  syn_reading_size_set_points (self->reading_size, points);
  syn_session_select_fact (self->session, syn_session_get_selected_fact (self->session));
}

/* The caret goes along, so that the passage is read from there; who works in the list or at the buttons
 * stays there. */
static void
on_step_fact (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynReadPage *self = SYN_READ_PAGE (widget);

  syn_session_step (self->session, g_str_has_suffix (action, "next-fact") ? 1 : -1);
  if (!is_focus_within (self, GTK_WIDGET (self->foot))) {
    go_to_pane (self, syn_session_get_current (self->session));
  }
}

static void
on_go_to_pane (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynReadPage *self = SYN_READ_PAGE (widget);
  guint position = g_variant_get_int32 (parameter);
  const guint *panes;
  gsize n;

  panes = syn_session_get_panes (self->session, &n);
  if (position < n) {
    go_to_pane (self, panes[position]);
  }
}

static void
on_step_pane (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynReadPage *self = SYN_READ_PAGE (widget);
  int by = g_variant_get_int32 (parameter);
  gsize n;
  const guint *panes = syn_session_get_panes (self->session, &n);

  for (gsize i = 0; i < n; i++) {
    if (panes[i] == syn_session_get_current (self->session)) {
      gssize target = (gssize) i + by;

      if (target >= 0 && target < (gssize) n) {
        go_to_pane (self, panes[target]);
      }
      return;
    }
  }
}

static void
on_show_why (GtkWidget *widget, const char *action, GVariant *parameter)
{
  syn_read_foot_show_why (SYN_READ_PAGE (widget)->foot);
}

/* From the texts to the foot, and back. */
static void
on_next_part (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynReadPage *self = SYN_READ_PAGE (widget);

  if (is_focus_within (self, GTK_WIDGET (self->foot))) {
    go_to_pane (self, syn_session_get_current (self->session));
  } else {
    syn_read_foot_focus (self->foot);
  }
}

static void
on_move_pane (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynReadPage *self = SYN_READ_PAGE (widget);

  syn_session_move_pane (self->session, syn_session_get_current (self->session),
                         g_variant_get_int32 (parameter));
}

static void
on_close_pane (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynReadPage *self = SYN_READ_PAGE (widget);

  syn_session_set_shown (self->session, syn_session_get_current (self->session), FALSE);
}

/* ---- the type ---- */

static void
syn_read_page_realize (GtkWidget *widget)
{
  SynReadPage *self = SYN_READ_PAGE (widget);
  GApplication *application = g_application_get_default ();

  GTK_WIDGET_CLASS (syn_read_page_parent_class)->realize (widget);

  if (GTK_IS_APPLICATION (application)) {
    GMenu *menu = gtk_application_get_menu_by_id (GTK_APPLICATION (application), "read-menu");

    gtk_menu_button_set_menu_model (self->menu, G_MENU_MODEL (menu));
  }
}

static void
syn_read_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SynReadPage *self = SYN_READ_PAGE (object);

  switch (prop_id) {
  case PROP_INSPECTOR_VISIBLE:
    g_value_set_boolean (value, self->is_unfolded);
    break;
  case PROP_KEEP_ALIGNED:
    g_value_set_boolean (value, syn_session_get_aligned (self->session));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
syn_read_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SynReadPage *self = SYN_READ_PAGE (object);

  switch (prop_id) {
  case PROP_INSPECTOR_VISIBLE:
    if (self->is_unfolded != g_value_get_boolean (value)) {
      self->is_unfolded = g_value_get_boolean (value);
      syn_read_foot_set_unfolded (self->foot, self->is_unfolded);
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  case PROP_KEEP_ALIGNED:
    if (syn_session_get_aligned (self->session) != g_value_get_boolean (value)) {
      syn_session_set_aligned (self->session, g_value_get_boolean (value));
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
syn_read_page_dispose (GObject *object)
{
  SynReadPage *self = SYN_READ_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->narrow_source, g_source_remove);
  if (self->loader != NULL) {
    syn_story_loader_cancel (self->loader);
    g_signal_handlers_disconnect_by_data (self->loader, self);
  }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL) {
    gtk_widget_unparent (child);
  }
  g_clear_object (&self->sync);
  g_clear_object (&self->reading_size);
  g_clear_object (&self->loader);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (syn_read_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/syn-read-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SynReadPage, title);
  gtk_widget_class_bind_template_child (widget_class, SynReadPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SynReadPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, SynReadPage, chooser_popover);
  gtk_widget_class_bind_template_child (widget_class, SynReadPage, menu);
  gtk_widget_class_bind_template_child (widget_class, SynReadPage, inspector_toggle);
  gtk_widget_class_bind_template_child (widget_class, SynReadPage, progress);
  gtk_widget_class_bind_template_child (widget_class, SynReadPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SynReadPage, failure);
  gtk_widget_class_bind_template_child (widget_class, SynReadPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SynReadPage, switcher_place);
  gtk_widget_class_bind_template_child (widget_class, SynReadPage, foot_place);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "read.try-again", NULL, on_try_again);
  gtk_widget_class_install_action (widget_class, "read.cancel", NULL, on_cancel);
  gtk_widget_class_install_action (widget_class, "read.show-looser", NULL, on_show_looser);
  gtk_widget_class_install_action (widget_class, "read.next-fact", NULL, on_step_fact);
  gtk_widget_class_install_action (widget_class, "read.previous-fact", NULL, on_step_fact);
  gtk_widget_class_install_action (widget_class, "read.select-none", NULL, on_select_none);
  gtk_widget_class_install_action (widget_class, "read.why", NULL, on_show_why);
  gtk_widget_class_install_action (widget_class, "read.stricter", NULL, on_step_threshold);
  gtk_widget_class_install_action (widget_class, "read.looser", NULL, on_step_threshold);
  gtk_widget_class_install_action (widget_class, "read.larger-text", NULL, on_resize_text);
  gtk_widget_class_install_action (widget_class, "read.smaller-text", NULL, on_resize_text);
  gtk_widget_class_install_action (widget_class, "read.normal-text", NULL, on_resize_text);
  gtk_widget_class_install_action (widget_class, "read.go-to-pane", "i", on_go_to_pane);
  gtk_widget_class_install_action (widget_class, "read.step-pane", "i", on_step_pane);
  gtk_widget_class_install_action (widget_class, "read.move-pane", "i", on_move_pane);
  gtk_widget_class_install_action (widget_class, "read.close-pane", NULL, on_close_pane);
  gtk_widget_class_install_action (widget_class, "read.next-part", NULL, on_next_part);
  gtk_widget_class_install_property_action (widget_class, "read.inspector", "inspector-visible");
  gtk_widget_class_install_property_action (widget_class, "read.keep-aligned", "keep-aligned");
}

static void
syn_read_page_class_init (SynReadPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = syn_read_page_get_property;
  object_class->set_property = syn_read_page_set_property;
  object_class->dispose = syn_read_page_dispose;
  widget_class->realize = syn_read_page_realize;
  widget_class->measure = syn_read_page_measure;
  widget_class->size_allocate = syn_read_page_size_allocate;

  props[PROP_INSPECTOR_VISIBLE] = g_param_spec_boolean ("inspector-visible", NULL, NULL, FALSE, flags);
  props[PROP_KEEP_ALIGNED] = g_param_spec_boolean ("keep-aligned", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "readpage");
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
syn_read_page_init (SynReadPage *self)
{
  self->session = syn_session_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  syn_button_names_fix (GTK_WIDGET (self));

  self->row = SYN_PANE_ROW (syn_pane_row_new (self->session));
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->row));
  self->sync = syn_scroll_sync_new (self->session, self->row);
  self->reading_size = syn_reading_size_new ();
  gtk_popover_set_child (self->chooser_popover, syn_article_chooser_new (self->session));
  gtk_box_append (self->switcher_place, syn_letter_switcher_new (self->session));
  syn_read_keys_add (GTK_WIDGET (self));
  g_signal_connect_object (self->session, "panes-changed", G_CALLBACK (update_subtitle), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
syn_read_page_new (SynEngine *engine)
{
  SynReadPage *self = g_object_new (SYN_TYPE_READ_PAGE, NULL);

  self->loader = syn_story_loader_new (engine, self->session);
  g_signal_connect_object (self->loader, "changed", G_CALLBACK (on_loader_changed), self, G_CONNECT_SWAPPED);
  self->foot = SYN_READ_FOOT (syn_read_foot_new (self->session, self->loader));
  gtk_box_append (self->foot_place, GTK_WIDGET (self->foot));
  g_object_bind_property (self->foot, "can-unfold", self->inspector_toggle, "sensitive",
                          G_BINDING_SYNC_CREATE);

  return GTK_WIDGET (self);
}

SynReadingSize *
syn_read_page_get_reading_size (SynReadPage *self)
{
  return self->reading_size;
}

void
syn_read_page_open (SynReadPage *self, const char *title, const gint64 *ids, gsize n)
{
  g_return_if_fail (SYN_IS_READ_PAGE (self));
  g_return_if_fail (n > 0);

  gtk_label_set_text (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  syn_story_loader_load (self->loader, ids, n);
}
