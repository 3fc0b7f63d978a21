/* Reading Chinese by characters: numbers, and words of the lists where the word breaker's idea of a word does not
 * matter. */
#pragma once

#include "syn-analysis-private.h"

G_BEGIN_DECLS

typedef struct {
  gsize length;      /* bytes; 0 when there is no number */
  double value;
  double upper;      /* above `value` for "几十", "数百" */
  gboolean is_bare;  /* a single numeral character: 一, 两 */
  gboolean is_digits;
  gboolean is_over;  /* 多, 余 within: 70多万 */
} SynHanNumber;

/* The number that starts at `text`, within bytes before `end`. */
SynHanNumber    syn_han_read_number  (const char       *text,
                                      const char       *end);

/* The longest word of `class` that starts at `text`: its bytes, 0 for none; `sense` (out) what it is. */
gsize           syn_han_match        (const SynLexicon *lexicon,
                                      const char       *text,
                                      const char       *end,
                                      SynClass          class,
                                      const SynSense  **sense);
/* The same for one that ends at `text`, not before `start`. */
gsize           syn_han_match_before (const SynLexicon *lexicon,
                                      const char       *start,
                                      const char       *text,
                                      SynClass          class,
                                      const SynSense  **sense);

/* The bytes of `word` when it stands at `text`, else 0. */
gsize           syn_han_skip         (const char       *text,
                                      const char       *end,
                                      const char       *word);

G_END_DECLS
