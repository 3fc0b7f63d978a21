#include "syn-read-foot.h"

#include <glib/gi18n.h>

#include "syn-fact-bar.h"
#include "syn-inspector.h"

#define FOLD_MS 200

struct _SynReadFoot {
  GtkWidget parent_instance;

  /* owned */
  SynSession *session;
  SynStoryLoader *loader;

  /* borrowed */
  GtkStack *stack;
  SynFactBar *bar;
  SynInspector *inspector;

  /* state */
  gboolean is_unfolded;
  gboolean has_message;
};

enum {
  PROP_0,
  PROP_CAN_UNFOLD,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SynReadFoot, syn_read_foot, GTK_TYPE_WIDGET)

double
syn_read_foot_find_looser_threshold (SynSession *session)
{
  SynComparison *comparison = syn_session_get_comparison (session);
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

static void
say (SynReadFoot *self, const char *words, const char *button, const char *action)
{
  gboolean has_message = words != NULL;

  syn_fact_bar_set_message (self->bar, words, button, action);
  if (self->has_message != has_message) {
    self->has_message = has_message;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNFOLD]);
  }
}

static void
say_progress (SynReadFoot *self)
{
  g_autofree char *words = NULL;
  guint done, total;

  syn_story_loader_get_progress (self->loader, &done, &total);
  words = g_strdup_printf (_ ("Comparing %u of %u"), done, total);
  say (self, words, _ ("_Cancel"), "read.cancel");
}

/* Compared: the fact, or why there is none. */
static void
say_result (SynReadFoot *self)
{
  g_autofree char *words = NULL;

  if (syn_session_get_n_articles (self->session) == 1) {
    say (self, _ ("Comparing starts with a second article"), NULL, NULL);
  } else if (g_list_model_get_n_items (syn_session_get_facts (self->session)) > 0) {
    say (self, NULL, NULL, NULL);
  } else if (syn_read_foot_find_looser_threshold (self->session) > 0) {
    words = g_strdup_printf (_ ("No shared facts at %.2f"), syn_session_get_threshold (self->session));
    say (self, words, _ ("_Show Looser Matches"), "read.show-looser");
  } else {
    say (self, _ ("No shared facts found"), NULL, NULL);
  }
}

static void
update (SynReadFoot *self)
{
  switch (syn_story_loader_get_state (self->loader)) {
  case SYN_LOADING_WORKING:
    say_progress (self);
    break;
  case SYN_LOADING_CANCELLED:
    say (self, _ ("Not compared yet"), _ ("_Go On"), "read.try-again");
    break;
  case SYN_LOADING_DONE:
    say_result (self);
    break;
  case SYN_LOADING_NONE:
  case SYN_LOADING_FAILED:
  default:
    say (self, "", NULL, NULL);
  }

  gtk_stack_set_visible_child (self->stack, self->is_unfolded && !self->has_message
                                                ? GTK_WIDGET (self->inspector)
                                                : GTK_WIDGET (self->bar));
  gtk_widget_set_visible (GTK_WIDGET (self), syn_story_loader_get_state (self->loader) != SYN_LOADING_FAILED);
}

static void
syn_read_foot_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_CAN_UNFOLD:
    g_value_set_boolean (value, syn_read_foot_can_unfold (SYN_READ_FOOT (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
syn_read_foot_dispose (GObject *object)
{
  SynReadFoot *self = SYN_READ_FOOT (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL) {
    gtk_widget_unparent (child);
  }
  if (self->loader != NULL) {
    g_signal_handlers_disconnect_by_data (self->loader, self);
    g_signal_handlers_disconnect_by_data (self->session, self);
  }
  g_clear_object (&self->loader);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (syn_read_foot_parent_class)->dispose (object);
}

static void
syn_read_foot_class_init (SynReadFootClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = syn_read_foot_get_property;
  object_class->dispose = syn_read_foot_dispose;

  props[PROP_CAN_UNFOLD] =
      g_param_spec_boolean ("can-unfold", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "readfoot");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
syn_read_foot_init (SynReadFoot *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_interpolate_size (self->stack, TRUE);
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_set_transition_duration (self->stack, FOLD_MS);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

GtkWidget *
syn_read_foot_new (SynSession *session, SynStoryLoader *loader)
{
  SynReadFoot *self = g_object_new (SYN_TYPE_READ_FOOT, NULL);

  self->session = g_object_ref (session);
  self->loader = g_object_ref (loader);
  self->bar = SYN_FACT_BAR (syn_fact_bar_new (session));
  self->inspector = SYN_INSPECTOR (syn_inspector_new (session));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->bar));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->inspector));

  update (self);
  g_signal_connect_object (loader, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "marks-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
syn_read_foot_set_narrow (SynReadFoot *self, gboolean is_narrow)
{
  syn_fact_bar_set_narrow (self->bar, is_narrow);
  syn_inspector_set_narrow (self->inspector, is_narrow);
}

void
syn_read_foot_set_unfolded (SynReadFoot *self, gboolean is_unfolded)
{
  self->is_unfolded = is_unfolded;
  update (self);
}

gboolean
syn_read_foot_can_unfold (SynReadFoot *self)
{
  return !self->has_message;
}

void
syn_read_foot_focus (SynReadFoot *self)
{
  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->inspector)) {
    syn_inspector_focus_list (self->inspector);
  } else {
    gtk_widget_child_focus (GTK_WIDGET (self->bar), GTK_DIR_TAB_FORWARD);
  }
}

void
syn_read_foot_show_why (SynReadFoot *self)
{
  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->inspector)) {
    syn_inspector_show_why (self->inspector);
  } else {
    syn_fact_bar_show_why (self->bar);
  }
}
