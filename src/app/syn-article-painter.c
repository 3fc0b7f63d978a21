#include "syn-article-painter.h"

#include <glib/gi18n.h>

#include "syn-article-buffer.h"

/* Measures of the grammar: from the text's start edge to the left. */
#define NUMBER_END   17
#define BAR_DISTANCE 11
#define NUMBER_START 3
/* The visible space between two paragraphs is 18; its middle is so far above the next one. */
#define HALF_GAP     9
#define PILL_PADDING 9
#define PILL_MARGIN  24
/* How strongly a passage by another hand is set off, as a part of the gutter's colour. */
#define ASIDE_ABOVE 6

/* The characters between the first and the last visible paragraph. */
static void
find_visible (const SynArticlePainting *painting, GdkRectangle *visible, guint *start, guint *end)
{
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (painting->view, visible);
  gtk_text_view_get_line_at_y (painting->view, &iter, visible->y, NULL);
  *start = gtk_text_iter_get_offset (&iter);
  gtk_text_view_get_line_at_y (painting->view, &iter, visible->y + visible->height, NULL);
  if (!gtk_text_iter_ends_line (&iter)) {
    gtk_text_iter_forward_to_line_end (&iter);
  }
  *end = gtk_text_iter_get_offset (&iter);
}

int
syn_article_gap_y (GtkTextView *view, const SynPageText *text, gsize paragraph)
{
  gsize n;
  const SynPageParagraph *paragraphs = syn_page_text_get_paragraphs (text, &n);
  int top;

  g_return_val_if_fail (paragraph < n, 0);

  top = syn_text_boxes_get_top (view, paragraphs[paragraph].start, NULL);

  return (paragraph == 0 ? top + SYN_ARTICLE_LEAD : top) - HALF_GAP;
}

/* Passages by another hand lie on a ground of their own, edge to edge. */
static void
paint_asides (const SynArticlePainting *painting, GtkSnapshot *snapshot, const GdkRectangle *visible)
{
  gsize n;
  const SynPageParagraph *paragraphs = syn_page_text_get_paragraphs (painting->text, &n);

  for (gsize i = 0; i < n; i++) {
    gsize last = i;
    int top, bottom, height;

    if (paragraphs[i].aside == SYN_ASIDE_NONE) {
      continue;
    }
    while (last + 1 < n && paragraphs[last + 1].aside == paragraphs[i].aside) {
      last++;
    }

    top = syn_article_gap_y (painting->view, painting->text, i) + HALF_GAP - ASIDE_ABOVE;
    bottom = syn_text_boxes_get_top (painting->view, paragraphs[last].start, &height);
    bottom = last + 1 < n ? bottom + height - HALF_GAP
                          : syn_text_boxes_get_top (painting->view, paragraphs[last].start, NULL) + height;
    if (bottom >= visible->y && top <= visible->y + visible->height) {
      gtk_snapshot_append_color (snapshot, &painting->palette->gutter,
                                 &GRAPHENE_RECT_INIT (visible->x, top, visible->width, bottom - top));
    }
    i = last;
  }
}

static void
paint_belt (const SynArticlePainting *painting,
            GtkSnapshot *snapshot,
            const GdkRectangle *visible,
            const SynMark *mark,
            const SynMarkShape *shape)
{
  const SynTextBox *first = &shape->boxes[0];
  const SynTextBox *last = &shape->boxes[shape->n_boxes - 1];
  int top = shape->top + first->y - SYN_BELT_ABOVE;
  int bottom = shape->top + last->y + last->height + SYN_BELT_BELOW;

  gtk_snapshot_push_opacity (snapshot, painting->belt_alpha);
  syn_paint_belt (snapshot, painting->palette, mark->kind, 0, top,
                  gtk_widget_get_width (GTK_WIDGET (painting->view)), bottom - top);
  gtk_snapshot_pop (snapshot);
}

static void
paint_tints (const SynArticlePainting *painting,
             GtkSnapshot *snapshot,
             const SynMark *mark,
             const SynMarkShape *shape,
             gboolean is_selected)
{
  for (guint i = 0; i < shape->n_boxes; i++) {
    const SynTextBox *box = &shape->boxes[i];

    syn_paint_tint (snapshot, painting->palette, mark->kind, is_selected, box->x, shape->top + box->y,
                    box->width, box->height);
  }
}

/* A stroke under one line of text. Passages overlap, but one track holds one stroke: the wave goes before
 * the solid line, the solid one before dashes. */
typedef struct {
  int y; /* of the line's bottom */
  int left;
  int right;
  guint rank; /* higher goes first */
  SynKind kind;
  gboolean is_wave;
  gboolean is_selected;
} Stroke;

enum {
  RANK_DASHES,
  RANK_LINE,
  RANK_WAVE,
};

static void
add_stroke (GArray *strokes, const SynMarkShape *shape, const SynTextBox *box, Stroke stroke)
{
  stroke.y = shape->top + box->y + box->height;
  stroke.left = box->x;
  stroke.right = box->x + box->width;
  g_array_append_val (strokes, stroke);
}

static void
collect_strokes (const SynArticlePainting *painting,
                 GArray *strokes,
                 const SynMark *mark,
                 const SynMarkShape *shape,
                 gboolean is_selected)
{
  gboolean has_waves = mark->has_conflict && (painting->kinds & (1u << SYN_KIND_CONFLICT));
  Stroke line = {
    .rank = (mark->kind == SYN_KIND_SIMILAR ? RANK_DASHES : RANK_LINE) * 2 + is_selected,
    .kind = mark->kind,
    .is_selected = is_selected,
  };
  Stroke wave = { .rank = RANK_WAVE * 2, .kind = SYN_KIND_CONFLICT, .is_wave = TRUE };

  for (guint i = 0; i < shape->n_boxes; i++) {
    add_stroke (strokes, shape, &shape->boxes[i], line);
  }
  for (guint i = 0; has_waves && i < shape->n_waves; i++) {
    add_stroke (strokes, shape, &shape->waves[i], wave);
  }
}

static void
paint_stroke (
    const SynArticlePainting *painting, GtkSnapshot *snapshot, const Stroke *stroke, int left, int right)
{
  double y = stroke->y + SYN_FACT_TRACK;

  if (right <= left) {
    return;
  }
  if (stroke->is_wave) {
    syn_paint_wave (snapshot, painting->palette, left, y, right - left);
  } else {
    syn_paint_line (snapshot, painting->palette, stroke->kind, stroke->is_selected, left, y, right - left);
  }
}

static int
compare_strokes (gconstpointer a, gconstpointer b)
{
  const Stroke *first = a;
  const Stroke *second = b;

  if (first->y != second->y) {
    return first->y < second->y ? -1 : 1;
  }
  if (first->left != second->left) {
    return first->left < second->left ? -1 : 1;
  }

  return first->right < second->right ? -1 : first->right > second->right;
}

/* What others with a higher rank leave free of each stroke. Equal ones may lie on each other. */
static void
paint_strokes (const SynArticlePainting *painting, GtkSnapshot *snapshot, GArray *strokes)
{
  guint line_start = 0;

  g_array_sort (strokes, compare_strokes);
  for (guint i = 0; i < strokes->len; i++) {
    const Stroke *stroke = &g_array_index (strokes, Stroke, i);
    int at = stroke->left;

    while (g_array_index (strokes, Stroke, line_start).y < stroke->y) {
      line_start++;
    }
    for (guint k = line_start; k < strokes->len; k++) {
      const Stroke *other = &g_array_index (strokes, Stroke, k);

      if (other->y != stroke->y || other->left >= stroke->right) {
        break;
      }
      if (other->rank > stroke->rank && other->right > at) {
        paint_stroke (painting, snapshot, stroke, at, other->left);
        at = other->right;
      }
    }
    paint_stroke (painting, snapshot, stroke, at, stroke->right);
  }
}

static void
paint_loaded (const SynArticlePainting *painting, GtkSnapshot *snapshot, const SynMarkShape *shape)
{
  for (guint i = 0; i < shape->n_boxes; i++) {
    const SynTextBox *box = &shape->boxes[i];

    syn_paint_line (snapshot, painting->palette, SYN_KIND_LOADED, FALSE, box->x,
                    shape->top + box->y + box->height + SYN_WORDING_TRACK, box->width);
  }
}

/* What stands at so many pixels from the lines' start, `width` wide: in buffer coordinates, which run from
 * the left. */
static double
from_start (const SynArticlePainting *painting, double x, double width)
{
  GtkWidget *widget = GTK_WIDGET (painting->view);

  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? gtk_widget_get_width (widget) - x - width
                                                               : x;
}

static int
get_start_margin (const SynArticlePainting *painting)
{
  return gtk_widget_get_direction (GTK_WIDGET (painting->view)) == GTK_TEXT_DIR_RTL
             ? gtk_text_view_get_right_margin (painting->view)
             : gtk_text_view_get_left_margin (painting->view);
}

static void
paint_only_here (const SynArticlePainting *painting, GtkSnapshot *snapshot, const SynMarkShape *shape)
{
  const SynTextBox *first = &shape->boxes[0];
  const SynTextBox *last = &shape->boxes[shape->n_boxes - 1];

  syn_paint_bar (snapshot, painting->palette,
                 from_start (painting, get_start_margin (painting) - BAR_DISTANCE, 0), shape->top + first->y,
                 last->y + last->height - first->y);
}

/* A dotted line over the whole width, with its words at the end of the text: why the selected fact has no
 * passage here. */
static void
paint_not_found (const SynArticlePainting *painting, GtkSnapshot *snapshot)
{
  const SynPalette *palette = painting->palette;
  gboolean in_headline =
      painting->marks != NULL && syn_marks_find_fact (painting->marks, painting->selected) != NULL;
  GtkWidget *widget = GTK_WIDGET (painting->view);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (
      gtk_widget_get_parent (widget), in_headline ? _ ("In the headline") : _ ("Not found here"));
  double y = syn_article_gap_y (painting->view, painting->text, painting->gap);
  int width = gtk_widget_get_width (widget);
  int words, height;
  GskRoundedRect pill;

  pango_layout_get_pixel_size (layout, &words, &height);
  syn_paint_dotted (snapshot, &palette->secondary, 0, y, width);

  gsk_rounded_rect_init_from_rect (
      &pill,
      &GRAPHENE_RECT_INIT (
          from_start (painting, width - PILL_MARGIN - words - 2 * PILL_PADDING, words + 2 * PILL_PADDING),
          y - height / 2.0, words + 2 * PILL_PADDING, height),
      height / 2.0);
  gtk_snapshot_push_rounded_clip (snapshot, &pill);
  gtk_snapshot_append_color (snapshot, &palette->page, &pill.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (
      snapshot, &pill, (float[4]){ 1, 1, 1, 1 },
      (GdkRGBA[4]){ palette->secondary, palette->secondary, palette->secondary, palette->secondary });
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (pill.bounds.origin.x + PILL_PADDING, pill.bounds.origin.y));
  gtk_snapshot_append_layout (snapshot, layout, &palette->secondary);
  gtk_snapshot_restore (snapshot);
}

typedef enum {
  PASS_BELT,
  PASS_TINTS,
  PASS_SELECTED_TINTS,
  PASS_LINES,
  N_PASSES,
} Pass;

static void
paint_mark (const SynArticlePainting *painting,
            GtkSnapshot *snapshot,
            const GdkRectangle *visible,
            const SynMark *mark,
            const SynMarkShape *shape,
            Pass pass,
            GArray *strokes)
{
  gboolean is_selected = mark->fact != SYN_NO_INDEX && mark->fact == painting->selected;

  switch (pass) {
  case PASS_BELT:
    if (is_selected && syn_marks_find_fact (painting->marks, mark->fact) == mark) {
      paint_belt (painting, snapshot, visible, mark, shape);
    }
    break;
  case PASS_TINTS:
    paint_tints (painting, snapshot, mark, shape, FALSE);
    break;
  case PASS_SELECTED_TINTS:
    if (is_selected) {
      paint_tints (painting, snapshot, mark, shape, TRUE);
    }
    break;
  case PASS_LINES:
    if (mark->kind == SYN_KIND_ONLY_HERE) {
      paint_only_here (painting, snapshot, shape);
    } else if (mark->kind == SYN_KIND_LOADED) {
      paint_loaded (painting, snapshot, shape);
    } else {
      collect_strokes (painting, strokes, mark, shape, is_selected);
    }
    if (mark->fact != SYN_NO_INDEX) {
      syn_margin_numbers_add (painting->numbers, mark, is_selected, shape->top + shape->boxes[0].y,
                              shape->boxes[0].height);
    }
    break;
  case N_PASSES:
  default:
    g_assert_not_reached ();
  }
}

void
syn_article_paint (const SynArticlePainting *painting, GtkSnapshot *snapshot)
{
  GdkRectangle visible;
  guint start, end;
  gsize n = 0;
  const SynMark *marks = painting->marks != NULL ? syn_marks_get_all (painting->marks, &n) : NULL;
  GtkWidget *widget = GTK_WIDGET (painting->view);
  int mirror = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? gtk_widget_get_width (widget) : 0;
  g_autoptr (GArray) strokes = g_array_new (FALSE, FALSE, sizeof (Stroke));

  find_visible (painting, &visible, &start, &end);
  paint_asides (painting, snapshot, &visible);
  syn_margin_numbers_clear (painting->numbers);

  for (guint pass = 0; pass < N_PASSES; pass++) {
    for (gsize i = 0; i < n && !marks[i].in_title && marks[i].start <= end; i++) {
      SynMarkShape shape;

      if (marks[i].end > start && (painting->kinds & (1u << marks[i].kind)) &&
          syn_mark_shapes_get (painting->shapes, i, &shape)) {
        paint_mark (painting, snapshot, &visible, &marks[i], &shape, pass, strokes);
      }
    }
  }
  paint_strokes (painting, snapshot, strokes);

  if (painting->gap != G_MAXSIZE) {
    paint_not_found (painting, snapshot);
  }
  syn_margin_numbers_snapshot (painting->numbers, snapshot, painting->palette, NUMBER_START,
                               get_start_margin (painting) - NUMBER_END, mirror);
}
