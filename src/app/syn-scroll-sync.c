#include "syn-scroll-sync.h"

#include <adwaita.h>
#include <math.h>

#include "syn-anchor-map.h"

#define GLIDE_MS 200

/* What shall come to the reading line. */
typedef enum {
  GLIDE_FACT,
  GLIDE_GAP, /* the space before a paragraph */
  GLIDE_CHARACTER,
} GlideTo;

/* One pane on its way there. */
typedef struct {
  SynPane *pane;
  double from;
  GlideTo to;
  gsize target; /* fact, paragraph or character */
} Glide;

struct _SynScrollSync {
  GObject parent_instance;

  /* owned */
  SynSession *session;
  AdwAnimation *animation;
  GArray *glides; /* Glide; panes owned */

  /* borrowed */
  SynPaneRow *row;

  /* state */
  guint leader;       /* the article that the reader scrolls */
  gboolean is_moving; /* the panes are moved from here */
};

G_DEFINE_FINAL_TYPE (SynScrollSync, syn_scroll_sync, G_TYPE_OBJECT)

static double
scroll_end (SynPane *pane)
{
  GtkAdjustment *adjustment = syn_pane_get_vadjustment (pane);

  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

/* The facts that both have, each by where the text must be scrolled for it. */
static SynAnchorMap *
create_map (SynScrollSync *self, SynPane *from, SynPane *to)
{
  const SynMarks *marks = syn_session_get_marks (self->session, syn_pane_get_article (from));
  const SynMarks *others = syn_session_get_marks (self->session, syn_pane_get_article (to));
  g_autoptr (GArray) anchors = g_array_new (FALSE, FALSE, sizeof (SynAnchor));
  gsize n = 0;
  const SynMark *all = marks != NULL ? syn_marks_get_all (marks, &n) : NULL;

  for (gsize i = 0; i < n && !all[i].in_title; i++) {
    const SynMark *other = all[i].fact != SYN_NO_INDEX ? syn_marks_find_fact (others, all[i].fact) : NULL;

    if (other != NULL && !other->in_title && syn_marks_find_fact (marks, all[i].fact) == &all[i]) {
      SynAnchor anchor = {
        syn_article_view_estimate (syn_pane_get_view (from), all[i].start),
        syn_article_view_estimate (syn_pane_get_view (to), other->start),
      };

      g_array_append_val (anchors, anchor);
    }
  }

  return syn_anchor_map_new ((const SynAnchor *) anchors->data, anchors->len, scroll_end (from),
                             scroll_end (to));
}

/* ---- keeping aligned ---- */

static void
align_others (SynScrollSync *self, SynPane *leader)
{
  GPtrArray *panes = syn_pane_row_get_panes (self->row);
  double value = gtk_adjustment_get_value (syn_pane_get_vadjustment (leader));

  self->is_moving = TRUE;
  for (guint i = 0; i < panes->len; i++) {
    SynPane *pane = g_ptr_array_index (panes, i);

    if (pane != leader) {
      g_autoptr (SynAnchorMap) map = create_map (self, leader, pane);

      gtk_adjustment_set_value (syn_pane_get_vadjustment (pane), round (syn_anchor_map_apply (map, value)));
    }
  }
  self->is_moving = FALSE;
}

static gboolean
is_gliding (SynScrollSync *self)
{
  return adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING;
}

static void
on_value_changed (GtkAdjustment *adjustment, SynScrollSync *self)
{
  SynPane *leader = syn_pane_row_find (self->row, self->leader);

  if (self->is_moving || is_gliding (self) || leader == NULL || !syn_session_get_aligned (self->session) ||
      syn_session_get_comparison (self->session) == NULL || syn_pane_get_vadjustment (leader) != adjustment) {
    return;
  }

  align_others (self, leader);
}

/* The reader's hand or keys on a pane make it the one that the others follow. */
static void
lead (SynScrollSync *self, GtkEventController *controller)
{
  self->leader = syn_pane_get_article (SYN_PANE (gtk_event_controller_get_widget (controller)));
}

static void
on_motion (GtkEventController *controller, double x, double y, SynScrollSync *self)
{
  lead (self, controller);
}

static gboolean
on_scroll (GtkEventController *controller, double dx, double dy, SynScrollSync *self)
{
  if (is_gliding (self)) {
    adw_animation_skip (self->animation);
  }
  lead (self, controller);

  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_key (GtkEventController *controller, guint key, guint code, GdkModifierType state, SynScrollSync *self)
{
  lead (self, controller);

  return GDK_EVENT_PROPAGATE;
}

/* The wheel between two panes goes on with the one that was scrolled last. */
static gboolean
on_scroll_between (GtkEventController *controller, double dx, double dy, SynScrollSync *self)
{
  GPtrArray *panes = syn_pane_row_get_panes (self->row);
  SynPane *pane = syn_pane_row_find (self->row, self->leader);
  GtkAdjustment *adjustment;

  if (panes->len == 0 || dy == 0) {
    return GDK_EVENT_PROPAGATE;
  }

  pane = pane != NULL ? pane : g_ptr_array_index (panes, 0);
  self->leader = syn_pane_get_article (pane);
  adjustment = syn_pane_get_vadjustment (pane);
  /* As far as GTK's own scrolled windows go with one step. */
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                            dy * pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3.0));

  return GDK_EVENT_STOP;
}

static void
watch_pane (SynScrollSync *self, SynPane *pane)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *key = gtk_event_controller_key_new ();

  g_object_set_data (G_OBJECT (pane), "syn-scroll-sync", self);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, 0);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll), self, 0);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (pane), motion);
  gtk_widget_add_controller (GTK_WIDGET (pane), scroll);
  gtk_widget_add_controller (GTK_WIDGET (pane), key);
  g_signal_connect_object (syn_pane_get_vadjustment (pane), "value-changed", G_CALLBACK (on_value_changed),
                           self, 0);
}

static void
on_panes_changed (SynScrollSync *self)
{
  GPtrArray *panes = syn_pane_row_get_panes (self->row);

  for (guint i = 0; i < panes->len; i++) {
    if (g_object_get_data (g_ptr_array_index (panes, i), "syn-scroll-sync") != self) {
      watch_pane (self, g_ptr_array_index (panes, i));
    }
  }
}

/* ---- to the reading line ---- */

static void
glide_clear (gpointer data)
{
  g_object_unref (((Glide *) data)->pane);
}

static double
glide_target (const Glide *glide)
{
  SynArticleView *view = syn_pane_get_view (glide->pane);
  double value = glide->from;

  switch (glide->to) {
  case GLIDE_FACT:
    syn_article_view_find_fact (view, glide->target, &value);
    return value;
  case GLIDE_GAP:
    return syn_article_view_find_gap (view, glide->target);
  case GLIDE_CHARACTER:
  default:
    return syn_article_view_find_character (view, glide->target);
  }
}

/* Targets are asked anew at each step: lines on the way are laid out only now. */
static void
on_glide (double progress, SynScrollSync *self)
{
  self->is_moving = TRUE;
  for (guint i = 0; i < self->glides->len; i++) {
    const Glide *glide = &g_array_index (self->glides, Glide, i);
    double value = glide->from + (glide_target (glide) - glide->from) * progress;

    gtk_adjustment_set_value (syn_pane_get_vadjustment (glide->pane), round (value));
  }
  self->is_moving = FALSE;
}

/* The pane whose passage the others are told from: the current one, or the first that has the fact. */
static SynPane *
find_origin (SynScrollSync *self, guint fact, double *value)
{
  GPtrArray *panes = syn_pane_row_get_panes (self->row);
  SynPane *current = syn_pane_row_find (self->row, syn_session_get_current (self->session));

  if (current != NULL && syn_article_view_find_fact (syn_pane_get_view (current), fact, value)) {
    return current;
  }
  for (guint i = 0; i < panes->len; i++) {
    if (syn_article_view_find_fact (syn_pane_get_view (g_ptr_array_index (panes, i)), fact, value)) {
      return g_ptr_array_index (panes, i);
    }
  }

  return NULL;
}

/* The space in a text without the fact that shall meet the reading line: the start of one that has it in its
 * headline, else what stands beside the passage of `origin`. */
static gsize
find_gap (SynScrollSync *self, SynPane *pane, SynPane *origin, double origin_value, guint fact)
{
  SynArticleView *view = syn_pane_get_view (pane);
  double value = 0;

  if (origin != NULL && !syn_article_view_has_in_headline (view, fact)) {
    g_autoptr (SynAnchorMap) map = create_map (self, origin, pane);

    value = syn_anchor_map_apply (map, origin_value);
  }

  return syn_article_view_nearest_gap (view, value);
}

static void
add_glide (SynScrollSync *self, SynPane *pane, SynPane *origin, double origin_value, guint fact)
{
  SynArticleView *view = syn_pane_get_view (pane);
  Glide glide = {
    .pane = g_object_ref (pane),
    .from = gtk_adjustment_get_value (syn_pane_get_vadjustment (pane)),
    .to = GLIDE_FACT,
    .target = fact,
  };
  double value;

  if (!syn_article_view_find_fact (view, fact, &value)) {
    glide.to = GLIDE_GAP;
    glide.target = find_gap (self, pane, origin, origin_value, fact);
    syn_article_view_set_gap (view, glide.target);
  }
  if (glide.target == G_MAXSIZE) {
    glide_clear (&glide);
    return; /* an article without text */
  }

  g_array_append_val (self->glides, glide);
}

static void
on_reveal (SynScrollSync *self)
{
  GPtrArray *panes = syn_pane_row_get_panes (self->row);
  guint fact = syn_session_get_selected_fact (self->session);
  double value = 0;
  SynPane *origin = find_origin (self, fact, &value); /* NULL where headlines alone state it */

  /* Emptied first: the reset asks for a step, which would carry panes back to where a running glide began. */
  g_array_set_size (self->glides, 0);
  adw_animation_reset (self->animation);

  for (guint i = 0; i < panes->len; i++) {
    add_glide (self, g_ptr_array_index (panes, i), origin, value, fact);
  }
  if (origin != NULL) {
    syn_article_view_move_caret (syn_pane_get_view (origin), fact);
  }
  adw_animation_play (self->animation);
}

static void
on_show_character (SynScrollSync *self, guint article, guint character)
{
  SynPane *pane = syn_pane_row_find (self->row, article);
  Glide glide = { .to = GLIDE_CHARACTER, .target = character };

  if (pane == NULL) {
    return;
  }

  glide.pane = g_object_ref (pane);
  glide.from = gtk_adjustment_get_value (syn_pane_get_vadjustment (pane));
  g_array_set_size (self->glides, 0);
  adw_animation_reset (self->animation);
  g_array_append_val (self->glides, glide);
  adw_animation_play (self->animation);
}

static void
on_glide_done (SynScrollSync *self)
{
  g_array_set_size (self->glides, 0);
}

static void
syn_scroll_sync_dispose (GObject *object)
{
  SynScrollSync *self = SYN_SCROLL_SYNC (object);

  g_array_set_size (self->glides, 0);
  g_clear_object (&self->animation);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (syn_scroll_sync_parent_class)->dispose (object);
}

static void
syn_scroll_sync_finalize (GObject *object)
{
  g_array_unref (SYN_SCROLL_SYNC (object)->glides);

  G_OBJECT_CLASS (syn_scroll_sync_parent_class)->finalize (object);
}

static void
syn_scroll_sync_class_init (SynScrollSyncClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = syn_scroll_sync_dispose;
  object_class->finalize = syn_scroll_sync_finalize;
}

static void
syn_scroll_sync_init (SynScrollSync *self)
{
  self->glides = g_array_new (FALSE, FALSE, sizeof (Glide));
  g_array_set_clear_func (self->glides, glide_clear);
  self->leader = SYN_NO_INDEX;
}

SynScrollSync *
syn_scroll_sync_new (SynSession *session, SynPaneRow *row)
{
  SynScrollSync *self = g_object_new (SYN_TYPE_SCROLL_SYNC, NULL);
  GtkEventController *between = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->session = g_object_ref (session);
  self->row = row;
  g_signal_connect_object (between, "scroll", G_CALLBACK (on_scroll_between), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (row), between);
  self->animation = adw_timed_animation_new (
      GTK_WIDGET (row), 0, 1, GLIDE_MS,
      adw_callback_animation_target_new ((AdwAnimationTargetFunc) on_glide, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_OUT_CUBIC);
  g_signal_connect_object (self->animation, "done", G_CALLBACK (on_glide_done), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reveal", G_CALLBACK (on_reveal), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "show-character", G_CALLBACK (on_show_character), self,
                           G_CONNECT_SWAPPED);
  /* After the row has made the panes. */
  g_signal_connect_object (session, "panes-changed", G_CALLBACK (on_panes_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  on_panes_changed (self);

  return self;
}
