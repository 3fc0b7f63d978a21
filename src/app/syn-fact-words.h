/* A fact's standing in words: what a reader is told under its title, and a screen reader with its row.
 * Letters name the articles; nothing is judged. */
#pragma once

#include "syn-fact.h"

G_BEGIN_DECLS

/* "A, B and D state the same figure; C gives another. Not found in E.": (transfer full). */
char *syn_fact_words_sentence (const SynFact *fact);

/* "stated in A, B, D; similar in F; conflicting in C; not found in E": (transfer full). */
char *syn_fact_words_stances  (const SynFact *fact);

/* "A, B and D" of those articles: (transfer full). */
char *syn_fact_words_letters  (const guint   *articles,
                               gsize          n);

G_END_DECLS
