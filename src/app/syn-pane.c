#include "syn-pane.h"

#include <adwaita.h>

#include "syn-overview-strip.h"
#include "syn-pane-header.h"

struct _SynPane {
  GtkWidget parent_instance;

  /* template */
  SynPaneHeader *header;
  GtkStack *stack;
  GtkWidget *overlay;
  GtkScrolledWindow *scrolled;
  SynArticleView *view;
  SynOverviewStrip *strip;

  /* owned */
  SynSession *session;

  guint article;
  int header_height;
};

G_DEFINE_FINAL_TYPE (SynPane, syn_pane, GTK_TYPE_WIDGET)

static void
update_name (SynPane *self)
{
  g_autofree char *name = syn_pane_describe (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The text, its margins and its strip run as the article's language does; the header as the interface's. */
static void
on_articles_changed (SynPane *self)
{
  const SynPageText *text;
  GtkTextDirection direction;

  if (self->article >= syn_session_get_n_articles (self->session)) {
    /* The row takes this pane away with the session's next signal. */
    syn_article_view_set_text (self->view, NULL);
    syn_overview_strip_set_marks (self->strip, NULL, 0);
    return;
  }

  text = syn_session_get_text (self->session, self->article);
  direction = syn_page_text_is_right_to_left (text) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
  gtk_widget_set_direction (self->overlay, direction);
  gtk_widget_set_direction (GTK_WIDGET (self->view), direction);
  gtk_widget_set_direction (GTK_WIDGET (self->strip), direction);
  syn_article_view_set_text (self->view, text);
  syn_pane_header_set_article (self->header, self->session, self->article);
  gtk_stack_set_visible_child_name (self->stack,
                                    *syn_page_text_get_text (text) != '\0' ? "text" : "unreadable");
}

static void
on_marks_changed (SynPane *self)
{
  if (self->article >= syn_session_get_n_articles (self->session)) {
    return;
  }

  syn_article_view_set_marks (self->view, syn_session_get_marks (self->session, self->article),
                              syn_session_get_kinds (self->session));
  syn_overview_strip_set_marks (self->strip, syn_session_get_marks (self->session, self->article),
                                syn_session_get_kinds (self->session));
  syn_pane_header_update (self->header, self->session);
  update_name (self);
}

static void
on_selection_changed (SynPane *self)
{
  if (self->article >= syn_session_get_n_articles (self->session)) {
    return;
  }

  syn_article_view_set_selected (self->view, syn_session_get_selected_fact (self->session));
  syn_overview_strip_set_selected (self->strip, syn_session_get_selected_fact (self->session));
  syn_pane_header_update (self->header, self->session);
}

static void
on_fact_activated (SynPane *self, guint fact)
{
  syn_session_set_current (self->session, self->article);
  syn_session_select_fact (self->session, fact);
}

static void
on_focus_enter (SynPane *self)
{
  syn_session_set_current (self->session, self->article);
}

static void
on_move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynPane *self = SYN_PANE (widget);

  syn_session_move_pane (self->session, self->article, g_variant_get_int32 (parameter));
}

static void
on_close (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SynPane *self = SYN_PANE (widget);

  syn_session_set_shown (self->session, self->article, FALSE);
}

/* What cannot be done is shown as such in the pane's menu; and the letters go by the order of the panes. */
static void
on_panes_changed (SynPane *self)
{
  gsize n;

  if (!syn_session_is_shown (self->session, self->article)) {
    return; /* the row takes this pane away */
  }

  syn_pane_header_update (self->header, self->session);
  update_name (self);
  syn_session_get_panes (self->session, &n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.close", n > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.move", n > 1);
}

static void
syn_pane_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  SynPane *self = SYN_PANE (widget);
  int header_minimum, header_natural, minimum_text, natural_text;

  gtk_widget_measure (GTK_WIDGET (self->header), orientation, for_size, &header_minimum, &header_natural,
                      NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->stack), orientation, for_size, &minimum_text, &natural_text, NULL,
                      NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = MAX (header_minimum, minimum_text);
    *natural = MAX (header_natural, natural_text);
  } else {
    *minimum = header_minimum + minimum_text;
    *natural = header_natural + natural_text;
  }
}

static void
syn_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SynPane *self = SYN_PANE (widget);
  int header = MIN (self->header_height, height);

  gtk_widget_size_allocate (GTK_WIDGET (self->header), &(GtkAllocation){ 0, 0, width, header }, -1);
  gtk_widget_size_allocate (GTK_WIDGET (self->stack), &(GtkAllocation){ 0, header, width, height - header },
                            -1);
}

static void
syn_pane_dispose (GObject *object)
{
  SynPane *self = SYN_PANE (object);
  GtkWidget *child;

  /* The view borrows text and marks of the session. */
  if (self->session != NULL) {
    syn_article_view_set_text (self->view, NULL);
    syn_overview_strip_set_marks (self->strip, NULL, 0);
  }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL) {
    gtk_widget_unparent (child);
  }
  g_clear_object (&self->session);

  G_OBJECT_CLASS (syn_pane_parent_class)->dispose (object);
}

static void
syn_pane_class_init (SynPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_pane_dispose;
  widget_class->measure = syn_pane_measure;
  widget_class->size_allocate = syn_pane_size_allocate;

  g_type_ensure (SYN_TYPE_PANE_HEADER);
  g_type_ensure (SYN_TYPE_ARTICLE_VIEW);
  g_type_ensure (SYN_TYPE_OVERVIEW_STRIP);
  gtk_widget_class_set_css_name (widget_class, "pane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/syn-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SynPane, header);
  gtk_widget_class_bind_template_child (widget_class, SynPane, stack);
  gtk_widget_class_bind_template_child (widget_class, SynPane, overlay);
  gtk_widget_class_bind_template_child (widget_class, SynPane, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SynPane, view);
  gtk_widget_class_bind_template_child (widget_class, SynPane, strip);
  gtk_widget_class_install_action (widget_class, "pane.move", "i", on_move);
  gtk_widget_class_install_action (widget_class, "pane.close", NULL, on_close);
}

static void
syn_pane_init (SynPane *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focus_enter), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  syn_overview_strip_set_view (self->strip, self->view, syn_pane_get_vadjustment (self));
  g_signal_connect_swapped (self->view, "fact-activated", G_CALLBACK (on_fact_activated), self);
}

GtkWidget *
syn_pane_new (SynSession *session, guint article)
{
  SynPane *self = g_object_new (SYN_TYPE_PANE, NULL);

  self->session = g_object_ref (session);
  self->article = article;
  g_signal_connect_object (session, "articles-changed", G_CALLBACK (on_articles_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "marks-changed", G_CALLBACK (on_marks_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "panes-changed", G_CALLBACK (on_panes_changed), self, G_CONNECT_SWAPPED);
  on_articles_changed (self);
  on_marks_changed (self);
  on_selection_changed (self);
  on_panes_changed (self);

  return GTK_WIDGET (self);
}

guint
syn_pane_get_article (SynPane *self)
{
  return self->article;
}

SynArticleView *
syn_pane_get_view (SynPane *self)
{
  return self->view;
}

int
syn_pane_measure_header (SynPane *self, int width)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (self->header), GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

void
syn_pane_set_header_height (SynPane *self, int height)
{
  if (self->header_height != height) {
    self->header_height = height;
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  }
}

void
syn_pane_set_compact (SynPane *self, gboolean is_compact)
{
  syn_pane_header_set_compact (self->header, is_compact);
}

void
syn_pane_set_single (SynPane *self, gboolean is_single)
{
  syn_pane_header_set_single (self->header, self->session, is_single);
}

GtkAdjustment *
syn_pane_get_vadjustment (SynPane *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scrolled);
}

char *
syn_pane_describe (SynPane *self)
{
  return syn_pane_header_describe (self->header, self->session);
}
