/* An article's text with its marks: tints and lines of the facts under the words, fact numbers and
 * only-here bars in the start margin, the selected fact's belt. A GtkTextView, so that screen readers have
 * text, caret and attributes.
 *
 * Signals: "fact-activated" (guint fact): a mark or its number was pressed. "shapes-changed": passages
 * stand elsewhere than before, by scrolling, by another layout or by other marks. */
#pragma once

#include <gtk/gtk.h>

#include "syn-marks.h"
#include "syn-ribbon-layout.h"

G_BEGIN_DECLS

/* A selected passage's first line is brought this far below the pane's header. */
#define SYN_READING_LINE 84

#define SYN_TYPE_ARTICLE_VIEW (syn_article_view_get_type ())
G_DECLARE_FINAL_TYPE (SynArticleView, syn_article_view, SYN, ARTICLE_VIEW, GtkTextView)

GtkWidget *syn_article_view_new          (void);

/* Borrowed until the next call; NULL empties the view. Marks of the old text are forgotten. */
void       syn_article_view_set_text     (SynArticleView    *self,
                                          const SynPageText *text);
/* Borrowed until the next call; `kinds` are the bits 1 << SynKind to show. */
void       syn_article_view_set_marks    (SynArticleView    *self,
                                          const SynMarks    *marks,
                                          guint              kinds);
/* The fact whose passages stand out, or SYN_NO_INDEX. */
void       syn_article_view_set_selected (SynArticleView    *self,
                                          guint              fact);
/* "Not found here", or "In the headline", stands before that paragraph; G_MAXSIZE for nowhere. */
void       syn_article_view_set_gap      (SynArticleView    *self,
                                          gsize              paragraph);
gsize      syn_article_view_get_gap      (SynArticleView    *self);

/* Where the fact's first passage stands, in pixels of the view. Texts that have it in the headline alone
 * have no end here. */
void       syn_article_view_get_end      (SynArticleView    *self,
                                          guint              fact,
                                          SynRibbonEnd      *end);
/* The belt's edges in pixels of the view; FALSE without one. */
gboolean   syn_article_view_get_belt     (SynArticleView    *self,
                                          SynKind           *kind,
                                          double            *top,
                                          double            *bottom);
/* The height of the "not found here" line in pixels of the view; FALSE without one. */
gboolean   syn_article_view_get_gap_line (SynArticleView    *self,
                                          double            *y);

/* The scroll value that brings the fact (or, with `gap`, the space before that paragraph) to the reading
 * line; FALSE when the fact is not in the text. */
gboolean   syn_article_view_find_fact    (SynArticleView    *self,
                                          guint              fact,
                                          double            *value);
/* In the headline and nowhere in the text. */
gboolean   syn_article_view_has_in_headline (SynArticleView *self,
                                             guint           fact);
double     syn_article_view_find_character (SynArticleView *self,
                                            guint           character);
double     syn_article_view_find_gap     (SynArticleView    *self,
                                          gsize              paragraph);
/* The paragraph whose gap comes nearest to the reading line at that scroll value; G_MAXSIZE without text. */
gsize      syn_article_view_nearest_gap  (SynArticleView    *self,
                                          double             value);
/* As syn_article_view_find_fact() for any character, without laying out lines: near enough for aligning
 * texts and for the overview. */
double     syn_article_view_estimate     (SynArticleView    *self,
                                          guint              character);

/* From the first to the last line of text, in buffer coordinates: without the leads above and below. */
void       syn_article_view_get_text_range (SynArticleView *self,
                                            double         *top,
                                            double         *bottom);

/* Puts the caret at the fact's first passage, so that reading goes on from there. */
void       syn_article_view_move_caret   (SynArticleView    *self,
                                          guint              fact);

G_END_DECLS
