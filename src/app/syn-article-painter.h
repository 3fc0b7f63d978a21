/* Paints an article's marks behind its text, for the visible lines only. Draws what it is given and
 * decides nothing. */
#pragma once

#include "syn-margin-numbers.h"
#include "syn-mark-shapes.h"
#include "syn-marks-painter.h"
#include "syn-page-text.h"

G_BEGIN_DECLS

/* The middle of the first line at the reading line: there stands "Not found here". */
#define SYN_GAP_BELOW_READING_LINE 10

typedef struct {
  GtkTextView *view;
  const SynPageText *text;
  const SynMarks *marks; /* nullable */
  SynMarkShapes *shapes;
  SynMarginNumbers *numbers;
  const SynPalette *palette;
  guint kinds;
  guint selected;
  gsize gap;             /* the paragraph before which "Not found here" stands, or G_MAXSIZE */
  double belt_alpha;
} SynArticlePainting;

/* In buffer coordinates, as the view's snapshot_layer has them. */
void syn_article_paint (const SynArticlePainting *painting, GtkSnapshot *snapshot);

/* The middle of the space before that paragraph, in buffer coordinates. */
int  syn_article_gap_y (GtkTextView *view, const SynPageText *text, gsize paragraph);

G_END_DECLS
