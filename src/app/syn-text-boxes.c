#include "syn-text-boxes.h"

/* The last character before `end` that is not white space, or `start`. */
static void
skip_space_back (GtkTextIter *end, const GtkTextIter *start)
{
  do {
    if (!gtk_text_iter_backward_char (end)) {
      return;
    }
  } while (gtk_text_iter_compare (end, start) > 0 && g_unichar_isspace (gtk_text_iter_get_char (end)));
}

static void
append_box (GtkTextView *view, const GtkTextIter *start, const GtkTextIter *end, int top, GArray *boxes)
{
  GtkTextIter last = *end;
  GdkRectangle from, to;
  SynTextBox box;
  int left, right;

  skip_space_back (&last, start);
  gtk_text_view_get_iter_location (view, start, &from);
  gtk_text_view_get_iter_location (view, &last, &to);

  /* A character of right-to-left text has a negative width. */
  left = MIN (MIN (from.x, from.x + from.width), MIN (to.x, to.x + to.width));
  right = MAX (MAX (from.x, from.x + from.width), MAX (to.x, to.x + to.width));
  box = (SynTextBox){ left, from.y - top, right - left, MAX (from.height, to.height) };

  if (box.width > 0) {
    g_array_append_val (boxes, box);
  }
}

void
syn_text_boxes_collect (GtkTextView *view, guint start, guint end, GArray *boxes)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter at, stop;
  int top = syn_text_boxes_get_top (view, start, NULL);

  gtk_text_buffer_get_iter_at_offset (buffer, &at, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &stop, end);

  while (gtk_text_iter_compare (&at, &stop) < 0) {
    GtkTextIter line_end = at;

    if (!gtk_text_iter_ends_line (&line_end)) {
      gtk_text_view_forward_display_line_end (view, &line_end);
    }
    if (gtk_text_iter_compare (&line_end, &at) <= 0) {
      gtk_text_iter_forward_char (&line_end);
    }
    if (gtk_text_iter_compare (&line_end, &stop) > 0) {
      line_end = stop;
    }

    append_box (view, &at, &line_end, top, boxes);

    at = line_end;
    while (gtk_text_iter_compare (&at, &stop) < 0 && g_unichar_isspace (gtk_text_iter_get_char (&at))) {
      gtk_text_iter_forward_char (&at);
    }
  }
}

int
syn_text_boxes_get_top (GtkTextView *view, guint character, int *height)
{
  GtkTextIter iter;
  int top, ignored;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, character);
  gtk_text_view_get_line_yrange (view, &iter, &top, height != NULL ? height : &ignored);

  return top;
}
