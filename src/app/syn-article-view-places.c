/* Where an article view's passages stand. */
#include <math.h>

#include "syn-article-buffer.h"
#include "syn-article-painter.h"
#include "syn-article-view-private.h"

static int
view_y (SynArticleView *self, int buffer_y)
{
  GdkRectangle visible;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);

  return buffer_y - visible.y;
}

void
syn_article_view_forget_places (SynArticleView *self)
{
  g_array_set_size (self->places, 0);
}

/* The place of the paragraph that holds the character. Every mark of a text is asked for at every frame, for
 * ribbons, overview and alignment: to look up its line in the buffer each time took a quarter of a frame's
 * time. */
static const SynParagraphPlace *
find_place (SynArticleView *self, guint character, const SynPageParagraph **paragraph)
{
  gsize n;
  const SynPageParagraph *paragraphs = syn_page_text_get_paragraphs (self->text, &n);
  gsize index = syn_page_text_find_paragraph (self->text, character);

  if (self->places->len != n) {
    g_array_set_size (self->places, n);
    for (gsize i = 0; i < n; i++) {
      SynParagraphPlace *place = &g_array_index (self->places, SynParagraphPlace, i);

      place->top = syn_text_boxes_get_top (GTK_TEXT_VIEW (self), paragraphs[i].start, &place->height);
    }
  }
  *paragraph = &paragraphs[index];

  return &g_array_index (self->places, SynParagraphPlace, index);
}

static gboolean
find_mark (SynArticleView *self, guint fact, guint *index)
{
  const SynMark *mark = self->marks != NULL ? syn_marks_find_fact (self->marks, fact) : NULL;
  gsize n;

  if (mark == NULL || mark->in_title) {
    return FALSE;
  }
  *index = mark - syn_marks_get_all (self->marks, &n);

  return TRUE;
}

void
syn_article_view_get_end (SynArticleView *self, guint fact, SynRibbonEnd *end)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  gsize n;
  guint index;
  GdkRectangle visible;
  SynMarkShape shape;
  const SynPageParagraph *paragraph;
  const SynParagraphPlace *place;

  *end = (SynRibbonEnd){ SYN_REACH_NONE, 0, 0 };
  if (!find_mark (self, fact, &index)) {
    return;
  }

  /* Paragraphs out of view are not laid out for the sake of a ribbon. */
  gtk_text_view_get_visible_rect (view, &visible);
  place = find_place (self, syn_marks_get_all (self->marks, &n)[index].start, &paragraph);
  if (place->top + place->height <= visible.y || place->top >= visible.y + visible.height) {
    end->reach = place->top >= visible.y + visible.height ? SYN_REACH_BELOW : SYN_REACH_ABOVE;
    return;
  }

  if (syn_mark_shapes_get (self->shapes, index, &shape)) {
    const SynTextBox *last = &shape.boxes[shape.n_boxes - 1];

    end->top = shape.top + shape.boxes[0].y - visible.y;
    end->bottom = shape.top + last->y + last->height - visible.y;
    end->reach = end->bottom <= 0             ? SYN_REACH_ABOVE
                 : end->top >= visible.height ? SYN_REACH_BELOW
                                              : SYN_REACH_VISIBLE;
  }
}

gboolean
syn_article_view_get_belt (SynArticleView *self, SynKind *kind, double *top, double *bottom)
{
  SynRibbonEnd end;
  guint index;
  gsize n;

  if (self->selected == SYN_NO_INDEX || !find_mark (self, self->selected, &index)) {
    return FALSE;
  }

  syn_article_view_get_end (self, self->selected, &end);
  *kind = syn_marks_get_all (self->marks, &n)[index].kind;
  *top = end.top - SYN_BELT_ABOVE;
  *bottom = end.bottom + SYN_BELT_BELOW;

  return end.reach == SYN_REACH_VISIBLE;
}

gboolean
syn_article_view_get_gap_line (SynArticleView *self, double *y)
{
  if (self->text == NULL || self->gap == G_MAXSIZE) {
    return FALSE;
  }

  *y = view_y (self, syn_article_gap_y (GTK_TEXT_VIEW (self), self->text, self->gap));

  return *y >= 0 && *y <= self->height;
}

double
syn_article_view_find_character (SynArticleView *self, guint character)
{
  GtkTextIter iter;
  GdkRectangle place;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter, character);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &place);

  return MAX (0, place.y - SYN_READING_LINE);
}

gboolean
syn_article_view_find_fact (SynArticleView *self, guint fact, double *value)
{
  guint index;
  gsize n;

  if (!find_mark (self, fact, &index)) {
    return FALSE;
  }

  *value = syn_article_view_find_character (self, syn_marks_get_all (self->marks, &n)[index].start);

  return TRUE;
}

double
syn_article_view_find_gap (SynArticleView *self, gsize paragraph)
{
  int y = syn_article_gap_y (GTK_TEXT_VIEW (self), self->text, paragraph);

  return MAX (0, y - SYN_READING_LINE - SYN_GAP_BELOW_READING_LINE);
}

gsize
syn_article_view_nearest_gap (SynArticleView *self, double value)
{
  gsize n = 0;
  gsize best = G_MAXSIZE;
  double nearest = G_MAXDOUBLE;

  if (self->text != NULL) {
    syn_page_text_get_paragraphs (self->text, &n);
  }
  for (gsize i = 0; i < n; i++) {
    double distance = fabs (syn_article_view_find_gap (self, i) - value);

    if (distance < nearest) {
      nearest = distance;
      best = i;
    }
  }

  return best;
}

gboolean
syn_article_view_has_in_headline (SynArticleView *self, guint fact)
{
  const SynMark *mark = self->marks != NULL ? syn_marks_find_fact (self->marks, fact) : NULL;

  return mark != NULL && mark->in_title;
}

double
syn_article_view_estimate (SynArticleView *self, guint character)
{
  const SynPageParagraph *paragraph;
  const SynParagraphPlace *place;
  guint length;

  if (self->text == NULL || *syn_page_text_get_text (self->text) == '\0') {
    return 0;
  }

  place = find_place (self, character, &paragraph);
  length = paragraph->end - paragraph->start;

  return place->top +
         (length > 0 ? (double) place->height * MIN (character - paragraph->start, length) / length : 0) -
         SYN_READING_LINE;
}

void
syn_article_view_get_text_range (SynArticleView *self, double *top, double *bottom)
{
  gsize n = 0;
  const SynPageParagraph *paragraphs =
      self->text != NULL ? syn_page_text_get_paragraphs (self->text, &n) : NULL;
  const SynPageParagraph *last;
  const SynParagraphPlace *place;

  *top = SYN_ARTICLE_LEAD;
  *bottom = SYN_ARTICLE_LEAD + 1;
  if (n == 0) {
    return;
  }

  place = find_place (self, paragraphs[n - 1].start, &last);
  *bottom = MAX (*bottom, place->top + place->height -
                              syn_article_buffer_get_tail (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))));
}

void
syn_article_view_move_caret (SynArticleView *self, guint fact)
{
  const SynMark *mark = self->marks != NULL ? syn_marks_find_fact (self->marks, fact) : NULL;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;

  if (mark != NULL && !mark->in_title) {
    gtk_text_buffer_get_iter_at_offset (buffer, &iter, mark->start);
    gtk_text_buffer_place_cursor (buffer, &iter);
  }
}
