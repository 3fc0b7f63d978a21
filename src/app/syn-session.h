/* What the reader chose while reading one story: articles, panes and their order, kinds shown, threshold,
 * selected fact. No widgets; every view of the Read page binds to it.
 *
 * Signals: "articles-changed" (other articles or texts), "panes-changed" (shown panes, their order or letters),
 * "marks-changed" (facts, numbers or kinds), "selection-changed" (fact or current pane), "reveal" (the
 * selected fact shall come to the reading line, from wherever the reader scrolled), "show-character"
 * (guint article, guint character: that place of that text shall). */
#pragma once

#include <gio/gio.h>

#include "syn-fact-item.h"
#include "syn-marks.h"

G_BEGIN_DECLS

/* Where a fact is shown by default: the scale of SynFact.confidence. */
#define SYN_DEFAULT_THRESHOLD 0.5
/* The slider's ends: the alignment keeps nothing looser. */
#define SYN_LOOSEST_THRESHOLD 0.25
#define SYN_STRICTEST_THRESHOLD 0.95

/* More panes than this are not read side by side. */
#define SYN_MAX_PANES 12

#define SYN_TYPE_SESSION (syn_session_get_type ())
G_DECLARE_FINAL_TYPE (SynSession, syn_session, SYN, SESSION, GObject)

SynSession        *syn_session_new             (void);

/* ---- articles and panes; an article's index is that in the comparison ---- */

/* Readable at once, without marks; forgets the comparison and all choices about it. */
void               syn_session_set_articles    (SynSession        *self,
                                                SynArticle *const *articles,
                                                gsize              n);
/* Of the same articles, or of others, which then replace them. */
void               syn_session_set_comparison  (SynSession        *self,
                                                SynComparison     *comparison);
/* NULL until it is there. */
SynComparison     *syn_session_get_comparison  (SynSession        *self);
guint              syn_session_get_n_articles  (SynSession        *self);
SynArticle        *syn_session_get_article     (SynSession        *self,
                                                guint              article);
const SynPageText *syn_session_get_text        (SynSession        *self,
                                                guint              article);
/* NULL until the comparison is there. */
const SynMarks    *syn_session_get_marks       (SynSession        *self,
                                                guint              article);

/* Shown articles, from the first pane to the last. */
const guint       *syn_session_get_panes       (SynSession        *self,
                                                gsize             *n);
gboolean           syn_session_is_shown        (SynSession        *self,
                                                guint              article);
/* All articles in the order of their letters: those of the panes from the first to the last, then the
 * others. */
const guint       *syn_session_get_order       (SynSession        *self,
                                                gsize             *n);
/* The article's place in that order: 0 for A. */
guint              syn_session_get_place       (SynSession        *self,
                                                guint              article);
/* "A": (transfer full). */
char              *syn_session_get_letter      (SynSession        *self,
                                                guint              article);
/* The last pane stays. */
void               syn_session_set_shown       (SynSession        *self,
                                                guint              article,
                                                gboolean           is_shown);
/* `by` panes to the end (or, negative, to the start). */
void               syn_session_move_pane       (SynSession        *self,
                                                guint              article,
                                                int                by);

/* The pane that the reader is in: the one shown alone in a narrow window. */
guint              syn_session_get_current     (SynSession        *self);
void               syn_session_set_current     (SynSession        *self,
                                                guint              article);

/* ---- facts ---- */

/* SynFactItem, those at or above the threshold, by number. The same model for the session's life. */
GListModel        *syn_session_get_facts       (SynSession        *self);
/* Of that kind among the facts shown; passages of only-here and words of loaded wording over the shown
 * panes. */
guint              syn_session_count           (SynSession        *self,
                                                SynKind            kind);

double             syn_session_get_threshold   (SynSession        *self);
void               syn_session_set_threshold   (SynSession        *self,
                                                double             threshold);

/* Bits 1 << SynKind. */
guint              syn_session_get_kinds       (SynSession        *self);
gboolean           syn_session_shows           (SynSession        *self,
                                                SynKind            kind);
void               syn_session_set_shows       (SynSession        *self,
                                                SynKind            kind,
                                                gboolean           is_shown);

gboolean           syn_session_get_aligned     (SynSession        *self);
void               syn_session_set_aligned     (SynSession        *self,
                                                gboolean           is_aligned);

/* NULL when none is selected. */
SynFactItem       *syn_session_get_selected    (SynSession        *self);
/* Position among the alignment's facts, or SYN_NO_INDEX. */
guint              syn_session_get_selected_fact (SynSession      *self);
void               syn_session_select_fact     (SynSession        *self,
                                                guint              fact);
/* Brings a span of the article's document into view; its pane is shown. */
void               syn_session_show_passage    (SynSession        *self,
                                                guint              article,
                                                SynSpan            span);
/* The next (1) or previous (-1) of the facts shown; at the ends it stays. */
void               syn_session_step            (SynSession        *self,
                                                int                by);

G_END_DECLS
