/* The word lists of data/lexicons/import-*.tsv, built into the program: names of months, keys of headers,
 * what saved pages carry besides the article, and so on; each file's own header says what its columns mean.
 * Read once, on first use; immutable, thread-safe. Words are compared case folded. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SYN_LEXICON_BYLINES,
  SYN_LEXICON_DATELINE,
  SYN_LEXICON_ELEMENTS,
  SYN_LEXICON_FEED,
  SYN_LEXICON_FIELDS,
  SYN_LEXICON_LEFTOVERS,
  SYN_LEXICON_MASTHEADS,
  SYN_LEXICON_MONTHS,
  SYN_LEXICON_NOTES,
  SYN_LEXICON_PAGE_META,
  SYN_LEXICON_PAGE_NAMES,
  SYN_LEXICON_SMALL_WORDS,
  SYN_LEXICON_ZONES,
  SYN_N_LEXICONS
} SynLexiconTable;

typedef struct {
  const char *word;  /* case folded; in the tables of three columns (leftovers, page names) the third */
  gsize length;      /* of `word`, in bytes */
  const char *value; /* the other column, or ""; of three the first */
  const char *why;   /* of three columns the second, the reason; else NULL */
} SynLexiconRow;

/* All rows of a table in the file's order: (transfer none) (element-type SynLexiconRow). */
const GArray *syn_lexicon_get_rows (SynLexiconTable table);

/* The row of exactly this word (case folded by the caller): NULL where there is none. In the tables of three
 * columns a word may have several rows, and is asked for with what it is: "is:share this". */
const SynLexiconRow *syn_lexicon_find (SynLexiconTable table, const char *word);

/* The longest word that `text` (case folded) begins with and that ends there at a word's end. */
const SynLexiconRow *syn_lexicon_find_start (SynLexiconTable table, const char *text);

G_END_DECLS
