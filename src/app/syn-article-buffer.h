/* A GtkTextBuffer with an article: paragraphs, heads, captions, and the marks' kinds as tags. What is seen
 * of a mark is painted elsewhere; the tags tell screen readers. One tag a kind, not one a mark: thousands
 * of tags are slow. */
#pragma once

#include <gtk/gtk.h>

#include "syn-marks.h"

G_BEGIN_DECLS

/* Free space above the first line of a text: with it, the space before the first paragraph can reach the
 * reading line. */
#define SYN_ARTICLE_LEAD 108

/* Spacing of the reading text: with Noto Serif 11.5 pt a band of 21, a pitch of 27; see the grammar's
 * type. */
#define SYN_INSIDE_WRAP 6
#define SYN_BELOW_TEXT  18

/* Once for each buffer, before the others. */
void syn_article_buffer_add_tags    (GtkTextBuffer     *buffer);

/* Replaces the text; the caret goes to its start. */
void syn_article_buffer_set_text    (GtkTextBuffer     *buffer,
                                     const SynPageText *text);
/* Replaces the kinds' tags; `marks` nullable, `kinds` the bits 1 << SynKind. */
void syn_article_buffer_set_marks   (GtkTextBuffer     *buffer,
                                     const SynMarks    *marks,
                                     guint              kinds);

/* Free space below the last line. */
void syn_article_buffer_set_tail    (GtkTextBuffer     *buffer,
                                     int                pixels);
int  syn_article_buffer_get_tail    (GtkTextBuffer     *buffer);

/* The pitch of lines where the text is shown so much larger than by default. */
void syn_article_buffer_set_scale   (GtkTextBuffer     *buffer,
                                     double             scale);

/* Of captions. */
void syn_article_buffer_set_caption_color (GtkTextBuffer *buffer,
                                           const GdkRGBA *color);

G_END_DECLS
