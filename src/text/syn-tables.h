/* The word tables that ship with the program: in how many news articles a word stands (how much a shared word proves),
 * the words' vectors (which words are alike in meaning) and their senses. Packed at build time from data/tables and
 * Debian's WordNet, mapped with the
 * program, read in place: opening costs nothing. Immutable, thread-safe. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef guint32 SynWordId;

#define SYN_NO_WORD G_MAXUINT32

typedef struct _SynTables SynTables;

/* The built-in tables, shared: (transfer none). */
const SynTables *syn_tables_get_default (void);

/* `word` as the tables spell it: case folded, no possessive; a number token is looked up as "0" by the caller. */
SynWordId        syn_tables_find         (const SynTables *self,
                                          const char      *word,
                                          gssize           length);
/* Inverse document frequency in nats, ln (N / df); the maximum, ln N, for SYN_NO_WORD. */
float            syn_tables_get_rarity   (const SynTables *self,
                                          SynWordId        word);
/* Cosine of the two words' vectors, -1 to 1; 0 where either has none. Above about .35 it means something. */
float            syn_tables_get_likeness (const SynTables *self,
                                          SynWordId        a,
                                          SynWordId        b);
/* `n` = 64 signed bytes, unit length times about 279; NULL without a vector. */
const gint8     *syn_tables_get_vector   (const SynTables *self,
                                          SynWordId        word,
                                          gsize           *n);
/* The word's senses in WordNet and those of the words derived from it, by number, ascending: two words that share one
 * may stand for each other in some context. Only senses that several words of the tables have. */
const guint32   *syn_tables_get_senses   (const SynTables *self,
                                          SynWordId        word,
                                          gsize           *n);

G_END_DECLS
