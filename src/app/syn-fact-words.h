/* A fact's standing in words: what a reader is told under its title, and a screen reader with its row.
 * Letters name the articles; nothing is judged.
 * `order`: the articles by letter, A's first, n_articles of them; NULL where they are numbered so. */
#pragma once

#include "syn-fact.h"

G_BEGIN_DECLS

/* "A, B and D state the same figure; C gives another. Not found in E.": (transfer full). */
char *syn_fact_words_sentence (const SynFact *fact,
                               const guint   *order);

/* "stated in A, B, D; similar in F; conflicting in C; not found in E": (transfer full). */
char *syn_fact_words_stances  (const SynFact *fact,
                               const guint   *order);

/* "A, B and D" of those places: (transfer full). */
char *syn_fact_words_letters  (const guint   *places,
                               gsize          n);

G_END_DECLS
