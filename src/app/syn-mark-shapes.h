/* Where each mark of a text view stands: found when first asked for, kept until the text is laid out anew.
 * Only marks near the visible part should be asked for, as each asks for its lines to be laid out. */
#pragma once

#include "syn-marks.h"
#include "syn-text-boxes.h"

G_BEGIN_DECLS

typedef struct {
  int top;                 /* of its paragraph, in buffer coordinates; the boxes below are relative to it */
  const SynTextBox *boxes; /* one a line of display; at least one */
  guint n_boxes;
  const SynTextBox *waves; /* under the words that differ */
  guint n_waves;
} SynMarkShape;

typedef struct _SynMarkShapes SynMarkShapes;

/* Borrows both; `marks` may be NULL. */
SynMarkShapes *syn_mark_shapes_new   (GtkTextView    *view,
                                      const SynMarks *marks);
void           syn_mark_shapes_free  (SynMarkShapes  *self);

/* To be called when width or font have changed. */
void           syn_mark_shapes_reset (SynMarkShapes  *self);

/* `index` into the marks; FALSE for a mark without any visible character. The boxes live until the next
 * reset. */
gboolean       syn_mark_shapes_get   (SynMarkShapes  *self,
                                      guint           index,
                                      SynMarkShape   *shape);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynMarkShapes, syn_mark_shapes_free)

G_END_DECLS
