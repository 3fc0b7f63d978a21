#include "syn-read-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "syn-article-chooser.h"
#include "syn-fact-bar.h"
#include "syn-inspector.h"
#include "syn-letter-switcher.h"
#include "syn-pane-row.h"
#include "syn-scroll-sync.h"
#include "syn-story-loader.h"

/* Below this width one pane is shown. */
#define NARROW_WIDTH 768
#define THRESHOLD_STEP 0.05

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
  GtkStack *foot;

  /* owned */
  SynSession *session;
  SynStoryLoader *loader;
  SynScrollSync *sync;

  /* borrowed */
  SynPaneRow *row;
  SynFactBar *bar;
  SynInspector *inspector;

  /* state */
  guint n_opened;
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

/* ---- the foot: fact bar or inspector, or why there is no fact ---- */

/* The strictest threshold that shows a fact; 0 when there is none to show. */
static double
find_looser_threshold (SynReadPage *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  double best = 0;
  const SynFact *facts;
  gsize n;

  if (comparison == NULL) {
    return 0;
  }

  facts = syn_alignment_get_facts (syn_comparison_get_alignment (comparison), &n);
  for (gsize i = 0; i < n; i++) {
    best = MAX (best, facts[i].confidence);
  }

  return best >= SYN_LOOSEST_THRESHOLD ? best : 0;
}

/* TRUE when the foot has something else to say than a fact. */
static gboolean
update_message (SynReadPage *self)
{
  guint n_facts = g_list_model_get_n_items (syn_session_get_facts (self->session));
  g_autofree char *words = NULL;
  const char *button = NULL;
  const char *action = NULL;
  guint done, total;

  syn_story_loader_get_progress (self->loader, &done, &total);
  switch (syn_story_loader_get_state (self->loader)) {
  case SYN_LOADING_WORKING:
    /* The last step is over all of them. */
    words = g_strdup_printf (_ ("Comparing %u of %u"), MIN (done + 1, self->n_opened), self->n_opened);
    button = _ ("_Cancel");
    action = "read.cancel";
    break;
  case SYN_LOADING_CANCELLED:
    words = g_strdup (_ ("Not compared yet"));
    button = _ ("_Go On");
    action = "read.try-again";
    break;
  case SYN_LOADING_DONE:
    if (syn_session_get_n_articles (self->session) == 1) {
      words = g_strdup (_ ("Comparing starts with a second article"));
    } else if (n_facts == 0 && find_looser_threshold (self) > 0) {
      words = g_strdup_printf (_ ("No shared facts at %.2f"), syn_session_get_threshold (self->session));
      button = _ ("_Show Looser Matches");
      action = "read.show-looser";
    } else if (n_facts == 0) {
      words = g_strdup (_ ("No shared facts found"));
    }
    break;
  case SYN_LOADING_NONE:
  case SYN_LOADING_FAILED:
  default:
    words = g_strdup ("");
  }
  syn_fact_bar_set_message (self->bar, words, button, action);

  return words != NULL;
}

static void
update_foot (SynReadPage *self)
{
  gboolean has_message = update_message (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->inspector_toggle), !has_message);
  gtk_stack_set_visible_child (self->foot, self->is_unfolded && !has_message ? GTK_WIDGET (self->inspector)
                                                                             : GTK_WIDGET (self->bar));
  gtk_widget_set_visible (GTK_WIDGET (self->foot), syn_story_loader_get_state (self->loader) != SYN_LOADING_FAILED);
}

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
  update_foot (self);
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
  syn_fact_bar_set_narrow (self->bar, self->is_narrow);
  syn_inspector_set_narrow (self->inspector, self->is_narrow);
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

  gtk_widget_size_allocate (gtk_widget_get_first_child (widget), &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
syn_read_page_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
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

  syn_session_set_threshold (self->session, find_looser_threshold (self));
}

static void
on_step_threshold (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynReadPage *self = SYN_READ_PAGE (widget);
  double step = g_str_has_suffix (action, "stricter") ? THRESHOLD_STEP : -THRESHOLD_STEP;

  syn_session_set_threshold (self->session, syn_session_get_threshold (self->session) + step);
}

/* The caret goes along, so that the passage is read from there; who works in the list or at the buttons stays there. */
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

/* From the texts to the foot, and back. */
static void
on_next_part (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynReadPage *self = SYN_READ_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->foot))) {
    go_to_pane (self, syn_session_get_current (self->session));
  } else if (gtk_stack_get_visible_child (self->foot) == GTK_WIDGET (self->inspector)) {
    syn_inspector_focus_list (self->inspector);
  } else {
    gtk_widget_child_focus (GTK_WIDGET (self->bar), GTK_DIR_TAB_FORWARD);
  }
}

static void
on_move_pane (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynReadPage *self = SYN_READ_PAGE (widget);

  syn_session_move_pane (self->session, syn_session_get_current (self->session), g_variant_get_int32 (parameter));
}

static void
on_close_pane (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynReadPage *self = SYN_READ_PAGE (widget);

  syn_session_set_shown (self->session, syn_session_get_current (self->session), FALSE);
}

/* ---- keys ---- */

static gboolean
is_in_text (SynReadPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

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
  { "<Control><Shift>Right", "read.move-pane", 1 },
  { "<Control><Shift>Left", "read.move-pane", -1 },
  { "<Control><Shift>w", "read.close-pane", 0 },
  { "F6", "read.next-part", 0 },
  { "F9", "read.inspector", 0 },
  { "<Control>l", "read.keep-aligned", 0 },
};

static void
add_keys (SynReadPage *self)
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
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* Keys without a modifier act in a text only. */
static gboolean
on_text_key (GtkEventController *controller, guint key, guint code, GdkModifierType state, SynReadPage *self)
{
  if (!is_in_text (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0) {
    return GDK_EVENT_PROPAGATE;
  }

  /* Back to plain reading. */
  if (key == GDK_KEY_Escape && syn_session_get_selected_fact (self->session) != SYN_NO_INDEX) {
    syn_session_select_fact (self->session, SYN_NO_INDEX);
    return GDK_EVENT_STOP;
  }
  if (key == GDK_KEY_bracketleft || key == GDK_KEY_bracketright) {
    gtk_widget_activate_action (GTK_WIDGET (self), key == GDK_KEY_bracketleft ? "read.stricter" : "read.looser", NULL);
    return GDK_EVENT_STOP;
  }

  return GDK_EVENT_PROPAGATE;
}

/* ---- the type ---- */

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
      update_foot (self);
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
  gtk_widget_class_bind_template_child (widget_class, SynReadPage, foot);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "read.try-again", NULL, on_try_again);
  gtk_widget_class_install_action (widget_class, "read.cancel", NULL, on_cancel);
  gtk_widget_class_install_action (widget_class, "read.show-looser", NULL, on_show_looser);
  gtk_widget_class_install_action (widget_class, "read.next-fact", NULL, on_step_fact);
  gtk_widget_class_install_action (widget_class, "read.previous-fact", NULL, on_step_fact);
  gtk_widget_class_install_action (widget_class, "read.stricter", NULL, on_step_threshold);
  gtk_widget_class_install_action (widget_class, "read.looser", NULL, on_step_threshold);
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
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->session = syn_session_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->row = SYN_PANE_ROW (syn_pane_row_new (self->session));
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->row));
  self->sync = syn_scroll_sync_new (self->session, self->row);
  gtk_popover_set_child (self->chooser_popover, syn_article_chooser_new (self->session));
  gtk_box_append (self->switcher_place, syn_letter_switcher_new (self->session));
  self->bar = SYN_FACT_BAR (syn_fact_bar_new (self->session));
  self->inspector = SYN_INSPECTOR (syn_inspector_new (self->session));
  gtk_stack_add_child (self->foot, GTK_WIDGET (self->bar));
  gtk_stack_add_child (self->foot, GTK_WIDGET (self->inspector));

  add_keys (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_text_key), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self->session, "panes-changed", G_CALLBACK (update_subtitle), self, G_CONNECT_SWAPPED);
}

GtkWidget *
syn_read_page_new (SynEngine *engine)
{
  SynReadPage *self = g_object_new (SYN_TYPE_READ_PAGE, NULL);

  self->loader = syn_story_loader_new (engine, self->session);
  g_signal_connect_object (self->loader, "changed", G_CALLBACK (on_loader_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "marks-changed", G_CALLBACK (update_foot), self, G_CONNECT_SWAPPED);
  update_foot (self);

  return GTK_WIDGET (self);
}

void
syn_read_page_open (SynReadPage *self, const char *title, const gint64 *ids, gsize n)
{
  g_return_if_fail (SYN_IS_READ_PAGE (self));
  g_return_if_fail (n > 0);

  gtk_label_set_text (self->title, title);
  self->n_opened = n;
  syn_story_loader_load (self->loader, ids, n);
}
