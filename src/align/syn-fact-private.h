/* From clusters to facts as a reader sees them: mentions, reasons, title, conflicts, origins. Private to align. */
#pragma once

#include "syn-fact.h"
#include "syn-quantities-private.h"

G_BEGIN_DECLS

/* Frees what the fact owns, not the fact. */
void     syn_fact_clear            (SynFact *fact);

/* Everything but `id`. `contested`: what the articles give different values of, or NULL. */
void     syn_fact_build            (SynFact *fact,
                                    SynComparer *comparer,
                                    const SynCorpus *corpus,
                                    const SynModel *model,
                                    const GArray *pairs,
                                    const SynCluster *cluster,
                                    const SynQuantity *contested);

/* ---- syn-reasons.c ---- */

/* What was found between the mentions, as it comes in, pair by pair. */
typedef struct _SynReasons SynReasons;

SynReasons *syn_reasons_new         (const SynCorpus *corpus, const SynModel *model, SynModelKind kind);
void        syn_reasons_free        (SynReasons *self);

/* `a`, `b`: the mentions that the pair's two sides are. `features` with the neighbourhood, where it is known. */
void        syn_reasons_add         (SynReasons *self, const SynPair *pair, const double *features, guint a, guint b);

/* Tells first that the mentions' values differ: `text` and, where when they were published may explain it, `published`, both
 * (transfer full), the latter nullable; `evidence`: the values. */
void        syn_reasons_set_conflict (SynReasons *self,
                                      SynReasonKind kind,
                                      char *text,
                                      char *published,
                                      const SynEvidence *evidence,
                                      gsize n);

/* Strongest first, at least one: (transfer full) (array length=n). Frees with syn_reason_clear () and g_free (). */
SynReason  *syn_reasons_steal       (SynReasons *self, gsize *n);
void        syn_reason_clear        (SynReason *reason);

/* ---- syn-fact-conflict.c ---- */

/* Marks the mentions that give the quantity different values, and tells `reasons` so. */
void        syn_fact_mark_conflict  (SynFact *fact,
                                     const SynCorpus *corpus,
                                     const SynQuantity *quantity,
                                     SynReasons *reasons);

/* "different figures for the same thing: “58”, “61”": (transfer full). */
char       *syn_fact_word_conflict  (const SynCorpus *corpus, const SynQuantity *quantity);

/* ---- syn-fact-title.c ---- */

/* A short, readable title out of the passage: (transfer full). */
char       *syn_fact_title_new      (const SynArticleView *view, SynSpan span);

/* Whether the words would be seen in the title of `span`. */
gboolean    syn_fact_title_shows    (const SynArticleView *view, SynSpan span, SynSpan words);

/* ---- syn-origins.c ---- */

/* Gives each mention its origin, and marks those that repeat an earlier one of another article nearly word for word.
 * Gives how many independent origins there are. */
guint       syn_origins_find        (const SynCorpus *corpus, SynMention *mentions, gsize n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynReasons, syn_reasons_free)

G_END_DECLS
