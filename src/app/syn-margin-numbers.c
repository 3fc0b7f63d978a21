#include "syn-margin-numbers.h"

#include <glib/gi18n.h>

/* Caption, bold; see the grammar's type. */
#define NUMBER_SIZE   9
#define CONFLICT_SIZE 11
/* Between two numbers, and between ≠ and its number. */
#define NUMBER_GAP   6
#define CONFLICT_GAP 3
/* The selected number stands on a chip. */
#define CHIP_PADDING 4
#define CHIP_HEIGHT  17
#define CHIP_RADIUS  5

typedef struct {
  guint fact;
  guint number;
  SynKind kind;
  gboolean has_conflict;
  gboolean is_selected;
  int y;
  int height;
  int left; /* as painted; right <= left when there was no room */
  int right;
} Entry;

struct _SynMarginNumbers {
  GtkWidget *widget;
  GArray *entries;    /* Entry */
  GPtrArray *numbers; /* PangoLayout by number, NULL until needed */
  PangoLayout *conflict;
  int mirror; /* the width to mirror in; 0 for none */
};

/* A number that was not needed yet has no layout. */
static void
free_layout (gpointer layout)
{
  if (layout != NULL) {
    g_object_unref (layout);
  }
}

SynMarginNumbers *
syn_margin_numbers_new (GtkWidget *widget)
{
  SynMarginNumbers *self = g_new0 (SynMarginNumbers, 1);

  self->widget = widget;
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  self->numbers = g_ptr_array_new_with_free_func (free_layout);

  return self;
}

void
syn_margin_numbers_free (SynMarginNumbers *self)
{
  g_array_unref (self->entries);
  g_ptr_array_unref (self->numbers);
  g_clear_object (&self->conflict);
  g_free (self);
}

void
syn_margin_numbers_clear (SynMarginNumbers *self)
{
  g_array_set_size (self->entries, 0);
}

void
syn_margin_numbers_restyle (SynMarginNumbers *self)
{
  g_ptr_array_set_size (self->numbers, 0);
  g_clear_object (&self->conflict);
}

/* In the interface's font, not the reading font of the text view. */
static PangoLayout *
create_layout (SynMarginNumbers *self, const char *text, int size)
{
  GtkWidget *parent = gtk_widget_get_parent (self->widget);
  PangoLayout *layout = gtk_widget_create_pango_layout (parent != NULL ? parent : self->widget, text);
  PangoFontDescription *font =
      pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));

  pango_font_description_set_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  return layout;
}

static PangoLayout *
ensure_number (SynMarginNumbers *self, guint number)
{
  if (number >= self->numbers->len) {
    g_ptr_array_set_size (self->numbers, number + 1);
  }
  if (g_ptr_array_index (self->numbers, number) == NULL) {
    g_autofree char *text = g_strdup_printf ("%u", number);

    g_ptr_array_index (self->numbers, number) = create_layout (self, text, NUMBER_SIZE);
  }

  return g_ptr_array_index (self->numbers, number);
}

static PangoLayout *
ensure_conflict (SynMarginNumbers *self)
{
  if (self->conflict == NULL) {
    self->conflict = create_layout (self, "≠", CONFLICT_SIZE);
  }

  return self->conflict;
}

void
syn_margin_numbers_add (SynMarginNumbers *self, const SynMark *mark, gboolean is_selected, int y, int height)
{
  Entry entry = {
    .fact = mark->fact,
    .number = mark->number,
    .kind = mark->kind,
    .has_conflict = mark->has_conflict,
    .is_selected = is_selected,
    .y = y,
    .height = height,
  };

  /* A fact stated twice in one line has one number there. */
  for (guint i = 0; i < self->entries->len; i++) {
    const Entry *other = &g_array_index (self->entries, Entry, i);

    if (other->fact == entry.fact && other->y == y) {
      return;
    }
  }

  g_array_append_val (self->entries, entry);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  if (first->y != second->y) {
    return first->y < second->y ? -1 : 1;
  }
  if (first->is_selected != second->is_selected) {
    return first->is_selected ? -1 : 1;
  }
  if (first->has_conflict != second->has_conflict) {
    return first->has_conflict ? -1 : 1;
  }

  return first->number < second->number ? -1 : 1;
}

/* Where what begins at `x` from the start is painted. */
static int
place (SynMarginNumbers *self, int x, int width)
{
  return self->mirror > 0 ? self->mirror - x - width : x;
}

static void
append_layout (GtkSnapshot *snapshot, PangoLayout *layout, const GdkRGBA *color, int x, int y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
paint_chip (GtkSnapshot *snapshot, const GdkRGBA *color, int x, int y, int width)
{
  GskRoundedRect chip;

  gsk_rounded_rect_init_from_rect (&chip, &GRAPHENE_RECT_INIT (x, y, width, CHIP_HEIGHT), CHIP_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &chip);
  gtk_snapshot_append_color (snapshot, color, &chip.bounds);
  gtk_snapshot_pop (snapshot);
}

/* One entry that ends at `right`; FALSE when it would reach over `left`. */
static gboolean
paint_entry (SynMarginNumbers *self,
             GtkSnapshot *snapshot,
             const SynPalette *palette,
             Entry *entry,
             int left,
             int right)
{
  PangoLayout *number = ensure_number (self, entry->number);
  PangoLayout *conflict = entry->has_conflict ? ensure_conflict (self) : NULL;
  int padding = entry->is_selected ? CHIP_PADDING : 0;
  int width, height, conflict_width = 0, conflict_height = 0;
  int x, y;

  pango_layout_get_pixel_size (number, &width, &height);
  if (conflict != NULL) {
    pango_layout_get_pixel_size (conflict, &conflict_width, &conflict_height);
    conflict_width += CONFLICT_GAP;
  }

  x = right - padding - width;
  if (x - padding - conflict_width < left) {
    return FALSE;
  }

  y = entry->y + (entry->height - height) / 2;
  if (entry->is_selected) {
    paint_chip (snapshot, &palette->line[entry->kind], place (self, x - padding, width + 2 * padding),
                entry->y + (entry->height - CHIP_HEIGHT) / 2, width + 2 * padding);
  }
  append_layout (snapshot, number, entry->is_selected ? &palette->page : &palette->label[entry->kind],
                 place (self, x, width), y);
  if (conflict != NULL) {
    append_layout (snapshot, conflict, &palette->line[SYN_KIND_CONFLICT],
                   place (self, x - padding - conflict_width, conflict_width - CONFLICT_GAP),
                   entry->y + (entry->height - conflict_height) / 2);
  }

  entry->left = x - padding - conflict_width;
  entry->right = right;

  return TRUE;
}

void
syn_margin_numbers_snapshot (
    SynMarginNumbers *self, GtkSnapshot *snapshot, const SynPalette *palette, int left, int right, int mirror)
{
  int y = G_MININT;
  int at = right;

  self->mirror = mirror;
  g_array_sort (self->entries, compare_entries);

  for (guint i = 0; i < self->entries->len; i++) {
    Entry *entry = &g_array_index (self->entries, Entry, i);

    if (entry->y != y) {
      y = entry->y;
      /* A chip's padding reaches into the gap to the text, so that its digits stand under the others. */
      at = entry->is_selected ? right + CHIP_PADDING : right;
    }
    if (at > left && paint_entry (self, snapshot, palette, entry, left, at)) {
      at = entry->left - NUMBER_GAP;
    } else {
      at = left;
    }
  }
}

guint
syn_margin_numbers_find (SynMarginNumbers *self, double x, double y)
{
  x = self->mirror > 0 ? self->mirror - x : x;

  for (guint i = 0; i < self->entries->len; i++) {
    const Entry *entry = &g_array_index (self->entries, Entry, i);

    if (entry->right > entry->left && y >= entry->y && y < entry->y + entry->height &&
        x >= entry->left - NUMBER_GAP / 2 && x < entry->right + NUMBER_GAP / 2) {
      return entry->fact;
    }
  }

  return SYN_NO_INDEX;
}

char *
syn_margin_numbers_describe (SynMarginNumbers *self, double y)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->entries->len; i++) {
    const Entry *entry = &g_array_index (self->entries, Entry, i);

    if (y >= entry->y && y < entry->y + entry->height) {
      g_string_append_printf (numbers, "%s%u", n > 0 ? _ (", ") : "", entry->number);
      n++;
    }
  }

  return n > 1 ? g_strdup_printf (_ ("Facts %s"), numbers->str) : NULL;
}
