#include "config.h"

#include "syn-story-list.h"

#include <adwaita.h>

#include "syn-choice.h"
#include "syn-hit-row.h"
#include "syn-story-row.h"

#define LEAST_HEIGHT 120 /* pixels: about one card */

struct _SynStoryList {
  GtkWidget parent_instance;

  /* template */
  GtkWidget *scroller;
  AdwClampScrollable *cards;
  GtkListView *list;
  GtkWidget *footnote;

  /* owned */
  GtkMultiSelection *selection;

  /* state */
  guint scroll_source;
};

G_DEFINE_FINAL_TYPE (SynStoryList, syn_story_list, GTK_TYPE_WIDGET)

/* ---- rows ---- */

/* The first card alone stands off the header bar: by its position, as the list's first row may be any item's
 * while scrolling. */
static void
mark_first (GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  if (row == NULL) {
    return;
  }
  if (gtk_list_item_get_position (list_item) == 0) {
    gtk_widget_add_css_class (row, "first");
  } else {
    gtk_widget_remove_css_class (row, "first");
  }
}

/* A row of the item's kind; the one that is there when it fits. */
static GtkWidget *
ensure_row (GtkListItem *list_item, GObject *item)
{
  GType type = SYN_IS_STORY_ITEM (item) ? SYN_TYPE_STORY_ROW : SYN_TYPE_HIT_ROW;
  GtkWidget *row = gtk_list_item_get_child (list_item);

  if (row == NULL || G_OBJECT_TYPE (row) != type) {
    row = g_object_new (type, NULL);
    gtk_list_item_set_child (list_item, row);
  }

  return row;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, SynStoryList *self)
{
  g_signal_connect (list_item, "notify::position", G_CALLBACK (mark_first), NULL);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, SynStoryList *self)
{
  GObject *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = ensure_row (list_item, item);

  if (SYN_IS_STORY_ITEM (item)) {
    syn_story_row_set_item (SYN_STORY_ROW (row), SYN_STORY_ITEM (item));
  } else {
    syn_hit_row_set_item (SYN_HIT_ROW (row), SYN_ARTICLE_ITEM (item));
  }
  mark_first (list_item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, SynStoryList *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  if (SYN_IS_STORY_ROW (row)) {
    syn_story_row_set_item (SYN_STORY_ROW (row), NULL);
  }
}

static void
on_activate (GtkListView *list, guint position, SynStoryList *self)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (GVariant) choice = syn_choice_from_item (item);

  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.read", choice);
}

/* ---- layout: the footnote stands right below the last card, or at the bottom when there are more than fit
 * ---- */

/* The height of all cards, or more than any window's where the list has not even made them all. A GtkListView
 * itself tells its height for one width only. */
static int
measure_cards (SynStoryList *self, int width)
{
  int list_width = MIN (width, adw_clamp_scrollable_get_maximum_size (self->cards));
  guint n_missing = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  int sum = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    int height;

    gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, list_width, NULL, &height, NULL, NULL);
    sum += height;
    n_missing--;
  }

  return n_missing == 0 ? sum : G_MAXINT;
}

static void
syn_story_list_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  SynStoryList *self = SYN_STORY_LIST (widget);
  int footnote_minimum, footnote_natural;

  gtk_widget_measure (self->footnote, orientation, for_size, &footnote_minimum, &footnote_natural, NULL,
                      NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    gtk_widget_measure (self->scroller, orientation, for_size, minimum, natural, NULL, NULL);
    *minimum = MAX (*minimum, footnote_minimum);
    *natural = MAX (*natural, footnote_natural);
  } else {
    /* Scrolls, so any height will do: not asked for, as the list would measure all its rows once more. */
    *minimum = *natural = footnote_minimum + LEAST_HEIGHT;
  }
}

static void
syn_story_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SynStoryList *self = SYN_STORY_LIST (widget);
  int cards_height;
  int footnote_height = 0;

  if (gtk_widget_should_layout (self->footnote)) {
    gtk_widget_measure (self->footnote, GTK_ORIENTATION_VERTICAL, width, NULL, &footnote_height, NULL, NULL);
  }
  cards_height = MIN (measure_cards (self, width), height - footnote_height);

  gtk_widget_size_allocate (self->scroller, &(GtkAllocation){ 0, 0, width, cards_height }, -1);
  if (gtk_widget_should_layout (self->footnote)) {
    gtk_widget_size_allocate (self->footnote, &(GtkAllocation){ 0, cards_height, width, footnote_height },
                              -1);
  }
}

static GtkSizeRequestMode
syn_story_list_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* ---- object ---- */

static void
syn_story_list_dispose (GObject *object)
{
  SynStoryList *self = SYN_STORY_LIST (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->footnote, gtk_widget_unparent);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (syn_story_list_parent_class)->dispose (object);
}

static void
syn_story_list_class_init (SynStoryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syn_story_list_dispose;
  widget_class->get_request_mode = syn_story_list_get_request_mode;
  widget_class->measure = syn_story_list_measure;
  widget_class->size_allocate = syn_story_list_size_allocate;

  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/syn-story-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SynStoryList, scroller);
  gtk_widget_class_bind_template_child (widget_class, SynStoryList, cards);
  gtk_widget_class_bind_template_child (widget_class, SynStoryList, list);
  gtk_widget_class_bind_template_child (widget_class, SynStoryList, footnote);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
syn_story_list_init (SynStoryList *self)
{
  self->selection = gtk_multi_selection_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

void
syn_story_list_set_model (SynStoryList *self, GListModel *model)
{
  gtk_multi_selection_set_model (self->selection, model);
}

GtkSelectionModel *
syn_story_list_get_selection (SynStoryList *self)
{
  return GTK_SELECTION_MODEL (self->selection);
}

static gboolean
scroll_to_top (gpointer user_data)
{
  SynStoryList *self = user_data;

  self->scroll_source = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0.0);

  return G_SOURCE_REMOVE;
}

/* Rows without a place yet cannot be scrolled to: not before they are laid out. */
void
syn_story_list_scroll_to_top (SynStoryList *self)
{
  if (self->scroll_source == 0) {
    self->scroll_source = g_idle_add_full (G_PRIORITY_LOW, scroll_to_top, self, NULL);
  }
}

void
syn_story_list_set_footnote (SynStoryList *self, const char *text)
{
  gtk_label_set_label (GTK_LABEL (self->footnote), text != NULL ? text : "");
  gtk_widget_set_visible (self->footnote, text != NULL);
}
