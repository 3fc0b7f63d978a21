/* The article view's parts, for the file that tells where its passages stand. */
#pragma once

#include <adwaita.h>

#include "syn-article-view.h"
#include "syn-margin-numbers.h"
#include "syn-mark-shapes.h"
#include "syn-palette.h"

/* Where a paragraph stands, in buffer coordinates. */
typedef struct {
  int top;
  int height;
} SynParagraphPlace;

struct _SynArticleView {
  GtkTextView parent_instance;

  /* owned */
  SynMarkShapes *shapes;
  SynMarginNumbers *numbers;
  AdwAnimation *fade;
  GtkAdjustment *vadjustment;
  GArray *places; /* SynParagraphPlace; empty until asked for after a change of the layout */

  /* borrowed */
  const SynPageText *text;
  const SynMarks *marks;

  /* state */
  SynPalette palette;
  guint kinds;
  guint selected;
  gsize gap;
  double belt_alpha;
  double scale; /* of the text, against the default size */
  int width;
  int height;
  guint tail_source;
  gboolean is_placed;
  double press_x;
  double press_y;
};

/* Paragraphs stand elsewhere. */
void syn_article_view_forget_places (SynArticleView *self);
