#include "config.h"

#include "syn-story-row.h"

#include <glib/gi18n.h>

#include "syn-coverage-chip.h"
#include "syn-wrap-layout.h"

#define MAX_CHIPS                                                                                            \
  6 /* more stand together in a last one, "2 more", so that a row stays near two lines of chips */
#define CHIP_SPACING 6

/* Pixels. From WIDE_FROM on the counts stand beside the text, below that as a line under it. */
#define LEAST_WIDTH   240
#define WIDE_FROM     540
#define NATURAL_WIDTH 972
#define SPACING       24
#define LINE_SPACING  6

struct _SynStoryRow {
  GtkWidget parent_instance;

  /* template */
  GtkWidget *text;
  GtkLabel *title;
  GtkLabel *summary;
  GtkWidget *chips;
  GtkWidget *counts;
  GtkLabel *facts;
  GtkLabel *facts_caption;
  GtkLabel *conflicts;
  GtkLabel *conflicts_caption;
  GtkLabel *origins;
  GtkLabel *origins_caption;
  GtkWidget *counts_line;

  /* owned */
  SynStoryItem *item;
};

G_DEFINE_FINAL_TYPE (SynStoryRow, syn_story_row, GTK_TYPE_WIDGET)

/* ---- chips ---- */

/* The k-th chip, made when there is none yet: rows are bound anew while scrolling and keep what they have. */
static SynCoverageChip *
ensure_chip (SynStoryRow *self, guint k)
{
  GtkWidget *chip = gtk_widget_get_first_child (self->chips);

  for (guint i = 0; i < k && chip != NULL; i++) {
    chip = gtk_widget_get_next_sibling (chip);
  }
  if (chip == NULL) {
    chip = syn_coverage_chip_new ();
    gtk_widget_insert_before (chip, self->chips, NULL);
  }
  gtk_widget_show (chip);

  return SYN_COVERAGE_CHIP (chip);
}

static void
hide_chips_from (SynStoryRow *self, guint k)
{
  guint i = 0;

  for (GtkWidget *chip = gtk_widget_get_first_child (self->chips); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip)) {
    if (i++ >= k) {
      gtk_widget_hide (chip);
    }
  }
}

static void
show_chips (SynStoryRow *self, guint n_facts)
{
  guint n = syn_story_item_get_n_articles (self->item);
  guint n_named = n > MAX_CHIPS ? MAX_CHIPS - 1 : n;
  guint n_chips = 0;

  for (guint i = 0; i < n_named; i++) {
    g_autoptr (SynArticle) article = syn_story_item_get_article (self->item, i);

    syn_coverage_chip_set (ensure_chip (self, n_chips++), syn_article_get_label (article),
                           syn_story_item_get_n_facts_of (self->item, i), n_facts);
  }

  if (n > n_named) {
    g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", n - n_named), n - n_named);
    guint most = 0;

    for (guint i = n_named; i < n; i++) {
      most = MAX (most, syn_story_item_get_n_facts_of (self->item, i));
    }
    syn_coverage_chip_set (ensure_chip (self, n_chips++), more, most, n_facts);
  }
  hide_chips_from (self, n_chips);
}

/* ---- counts ---- */

static void
show_count (GtkLabel *label, GtkLabel *caption, guint n, const char *words, gboolean is_conflict)
{
  g_autofree char *number = is_conflict && n > 0 ? g_strdup_printf ("≠ %u", n) : g_strdup_printf ("%u", n);

  gtk_label_set_label (label, number);
  gtk_label_set_label (caption, words);
  if (n == 0) {
    gtk_widget_add_css_class (GTK_WIDGET (label), "zero");
  } else {
    gtk_widget_remove_css_class (GTK_WIDGET (label), "zero");
  }
}

static char *
dup_counts_line (guint facts, guint conflicts, guint origins)
{
  g_autofree char *facts_words = g_strdup_printf (ngettext ("%u fact", "%u facts", facts), facts);
  g_autofree char *conflicts_words =
      g_strdup_printf (ngettext ("%u conflict", "%u conflicts", conflicts), conflicts);
  g_autofree char *origins_words = g_strdup_printf (ngettext ("%u origin", "%u origins", origins), origins);

  return g_strdup_printf ("%s · %s%s · %s", facts_words, conflicts > 0 ? "≠ " : "", conflicts_words,
                          origins_words);
}

static void
show_counts (SynStoryRow *self, SynStory *story)
{
  guint facts = 0, conflicts = 0, origins = 0;
  /* An article that is taken out may be the one that stated a fact: what is left is counted when it is gone
   * for good. */
  gboolean has_counts =
      syn_story_get_counts (story, &facts, &conflicts, &origins) && syn_story_item_is_whole (self->item);
  g_autofree char *line = dup_counts_line (facts, conflicts, origins);

  show_count (self->facts, self->facts_caption, facts, ngettext ("fact", "facts", facts), FALSE);
  show_count (self->conflicts, self->conflicts_caption, conflicts,
              ngettext ("conflict", "conflicts", conflicts), TRUE);
  show_count (self->origins, self->origins_caption, origins, ngettext ("origin", "origins", origins), FALSE);
  gtk_label_set_label (GTK_LABEL (self->counts_line), line);

  gtk_widget_set_visible (self->counts, has_counts);
  gtk_widget_set_visible (self->counts_line, has_counts);
}

static void
update (SynStoryRow *self)
{
  SynStory *story = syn_story_item_get_story (self->item);
  GtkWidget *list_row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *summary = syn_story_item_dup_summary (self->item);
  g_autofree char *name = syn_story_row_dup_name (self->item);
  guint facts = 0, conflicts, origins;

  if (syn_story_item_is_whole (self->item)) {
    syn_story_get_counts (story, &facts, &conflicts, &origins);
  }
  gtk_label_set_label (self->title, syn_story_get_title (story));
  gtk_label_set_label (self->summary, summary);
  show_chips (self, facts);
  show_counts (self, story);
  if (list_row != NULL) {
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  }
}

/* ---- layout ---- */

static gboolean
is_wide (SynStoryRow *self, int width)
{
  return width >= WIDE_FROM && gtk_widget_get_visible (self->counts);
}

static int
measure_height (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static int
measure_counts_width (SynStoryRow *self)
{
  int width;

  gtk_widget_measure (self->counts, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);

  return width;
}

static void
syn_story_row_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  SynStoryRow *self = SYN_STORY_ROW (widget);
  int width = for_size < 0 ? NATURAL_WIDTH : for_size;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    /* All in it is cut or wrapped; asking its labels costs a list of two hundred rows a tenth of a second. */
    *minimum = LEAST_WIDTH;
    *natural = NATURAL_WIDTH;
  } else if (is_wide (self, width)) {
    *minimum = MAX (measure_height (self->text, width - measure_counts_width (self) - SPACING),
                    measure_height (self->counts, -1));
    *natural = *minimum;
  } else {
    *minimum = measure_height (self->text, width);
    if (gtk_widget_get_visible (self->counts_line)) {
      *minimum += LINE_SPACING + measure_height (self->counts_line, width);
    }
    *natural = *minimum;
  }
}

static void
syn_story_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SynStoryRow *self = SYN_STORY_ROW (widget);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean has_counts_beside = is_wide (self, width);

  gtk_widget_set_child_visible (self->counts, has_counts_beside);
  gtk_widget_set_child_visible (self->counts_line, !has_counts_beside);

  if (has_counts_beside) {
    int counts_width = measure_counts_width (self);
    int text_width = width - counts_width - SPACING;

    gtk_widget_size_allocate (
        self->text, &(GtkAllocation){ is_mirrored ? width - text_width : 0, 0, text_width, height }, -1);
    gtk_widget_size_allocate (
        self->counts, &(GtkAllocation){ is_mirrored ? 0 : width - counts_width, 0, counts_width, height },
        -1);
  } else {
    int text_height = measure_height (self->text, width);

    gtk_widget_size_allocate (self->text, &(GtkAllocation){ 0, 0, width, text_height }, -1);
    gtk_widget_size_allocate (
        self->counts_line,
        &(GtkAllocation){ 0, text_height + LINE_SPACING, width, height - text_height - LINE_SPACING }, -1);
  }
}

static GtkSizeRequestMode
syn_story_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* ---- object ---- */

static void
syn_story_row_dispose (GObject *object)
{
  SynStoryRow *self = SYN_STORY_ROW (object);

  syn_story_row_set_item (self, NULL);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->counts, gtk_widget_unparent);
  g_clear_pointer (&self->counts_line, gtk_widget_unparent);

  G_OBJECT_CLASS (syn_story_row_parent_class)->dispose (object);
}

static void
syn_story_row_class_init (SynStoryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syn_story_row_dispose;
  widget_class->get_request_mode = syn_story_row_get_request_mode;
  widget_class->measure = syn_story_row_measure;
  widget_class->size_allocate = syn_story_row_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "story-row");
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/syn-story-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SynStoryRow, text);
  gtk_widget_class_bind_template_child (widget_class, SynStoryRow, title);
  gtk_widget_class_bind_template_child (widget_class, SynStoryRow, summary);
  gtk_widget_class_bind_template_child (widget_class, SynStoryRow, chips);
  gtk_widget_class_bind_template_child (widget_class, SynStoryRow, counts);
  gtk_widget_class_bind_template_child (widget_class, SynStoryRow, facts);
  gtk_widget_class_bind_template_child (widget_class, SynStoryRow, facts_caption);
  gtk_widget_class_bind_template_child (widget_class, SynStoryRow, conflicts);
  gtk_widget_class_bind_template_child (widget_class, SynStoryRow, conflicts_caption);
  gtk_widget_class_bind_template_child (widget_class, SynStoryRow, origins);
  gtk_widget_class_bind_template_child (widget_class, SynStoryRow, origins_caption);
  gtk_widget_class_bind_template_child (widget_class, SynStoryRow, counts_line);
}

static void
syn_story_row_init (SynStoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->chips, syn_wrap_layout_new (CHIP_SPACING));
}

GtkWidget *
syn_story_row_new (void)
{
  return g_object_new (SYN_TYPE_STORY_ROW, NULL);
}

void
syn_story_row_set_item (SynStoryRow *self, SynStoryItem *item)
{
  if (self->item != NULL) {
    g_signal_handlers_disconnect_by_func (self->item, update, self);
  }
  g_set_object (&self->item, item);
  if (item != NULL) {
    g_signal_connect_swapped (item, "notify::story", G_CALLBACK (update), self);
    update (self);
  }
}

char *
syn_story_row_dup_name (SynStoryItem *item)
{
  SynStory *story = syn_story_item_get_story (item);
  g_autofree char *summary = syn_story_item_dup_summary (item);
  g_autofree char *counts = NULL;
  guint facts, conflicts, origins;

  if (!syn_story_get_counts (story, &facts, &conflicts, &origins) || !syn_story_item_is_whole (item)) {
    return g_strdup_printf ("%s. %s", syn_story_get_title (story), summary);
  }
  counts = dup_counts_line (facts, conflicts, origins);

  return g_strdup_printf ("%s. %s. %s", syn_story_get_title (story), summary, counts);
}
