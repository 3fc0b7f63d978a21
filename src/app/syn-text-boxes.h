/* Where characters of a text view stand: one box a line of display. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct {
  int x;
  int y;      /* below the top of the paragraph that holds the first character */
  int width;
  int height; /* of the line's letters, without the space between lines */
} SynTextBox;

/* Appends the boxes of `start` to `end` (characters) to `boxes` (element-type SynTextBox). White space at
 * a line's end has none. */
void syn_text_boxes_collect (GtkTextView *view,
                             guint        start,
                             guint        end,
                             GArray      *boxes);

/* The top of the paragraph that holds the character, in buffer coordinates, with `height` (out, optional). */
int  syn_text_boxes_get_top (GtkTextView *view,
                             guint        character,
                             int         *height);

G_END_DECLS
