#include "syn-mark-shapes.h"

typedef struct {
  GArray *boxes; /* SynTextBox; NULL until asked for */
  GArray *waves;
} Kept;

struct _SynMarkShapes {
  GtkTextView *view;
  const SynMarks *marks;
  Kept *kept;
  gsize n_marks;
};

SynMarkShapes *
syn_mark_shapes_new (GtkTextView *view, const SynMarks *marks)
{
  SynMarkShapes *self = g_new0 (SynMarkShapes, 1);

  self->view = view;
  self->marks = marks;
  if (marks != NULL) {
    syn_marks_get_all (marks, &self->n_marks);
    self->kept = g_new0 (Kept, self->n_marks);
  }

  return self;
}

void
syn_mark_shapes_reset (SynMarkShapes *self)
{
  for (gsize i = 0; i < self->n_marks; i++) {
    g_clear_pointer (&self->kept[i].boxes, g_array_unref);
    g_clear_pointer (&self->kept[i].waves, g_array_unref);
  }
}

void
syn_mark_shapes_free (SynMarkShapes *self)
{
  syn_mark_shapes_reset (self);
  g_free (self->kept);
  g_free (self);
}

/* The words that differ may begin in a later paragraph than the mark; their boxes are told from the mark's
 * top. */
static void
collect_from (SynMarkShapes *self, int top, guint start, guint end, GArray *boxes)
{
  guint first = boxes->len;
  int shift = syn_text_boxes_get_top (self->view, start, NULL) - top;

  syn_text_boxes_collect (self->view, start, end, boxes);
  for (guint i = first; shift != 0 && i < boxes->len; i++) {
    g_array_index (boxes, SynTextBox, i).y += shift;
  }
}

static void
collect (SynMarkShapes *self, const SynMark *mark, Kept *kept)
{
  int top = syn_text_boxes_get_top (self->view, mark->start, NULL);
  const SynCharacters *differing = syn_marks_get_differing (self->marks, mark);

  kept->boxes = g_array_new (FALSE, FALSE, sizeof (SynTextBox));
  kept->waves = g_array_new (FALSE, FALSE, sizeof (SynTextBox));
  syn_text_boxes_collect (self->view, mark->start, mark->end, kept->boxes);

  if (!mark->has_conflict) {
    return;
  }
  for (guint i = 0; i < mark->n_differing; i++) {
    collect_from (self, top, differing[i].start, differing[i].end, kept->waves);
  }
  if (mark->n_differing == 0) {
    g_array_append_vals (kept->waves, kept->boxes->data, kept->boxes->len);
  }
}

gboolean
syn_mark_shapes_get (SynMarkShapes *self, guint index, SynMarkShape *shape)
{
  gsize n;
  const SynMark *mark;
  Kept *kept;

  g_return_val_if_fail (index < self->n_marks, FALSE);

  mark = &syn_marks_get_all (self->marks, &n)[index];
  kept = &self->kept[index];
  if (mark->in_title) {
    return FALSE;
  }
  if (kept->boxes == NULL) {
    collect (self, mark, kept);
  }

  *shape = (SynMarkShape){
    .top = syn_text_boxes_get_top (self->view, mark->start, NULL),
    .boxes = (const SynTextBox *) kept->boxes->data,
    .n_boxes = kept->boxes->len,
    .waves = (const SynTextBox *) kept->waves->data,
    .n_waves = kept->waves->len,
  };

  return shape->n_boxes > 0;
}
