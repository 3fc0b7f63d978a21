/* Numbers in scripts with spaces: "1,234.5", "1.8 million", "twenty-five", "half a million", "dozens". */
#pragma once

#include "syn-analysis-private.h"

G_BEGIN_DECLS

typedef struct {
  guint32 end;           /* one past its last token; the token asked about when there is no number */
  double value;
  double upper;          /* above `value` for "dozens", "several hundred" */
  double factor;         /* what the written number was multiplied by: 1e6 for "1.8 million" */
  gboolean has_magnitude;
  gboolean is_digits;    /* written in digits */
  gboolean is_fraction;  /* "two thirds", "half": a share */
  gboolean is_single;    /* the bare word "one" or an article: may be none at all */
  gboolean is_vague;
} SynNumber;

/* The number at `token`, within tokens before `end`. `has_decimal_comma`: "1.234,5" as in most of Europe. */
SynNumber syn_number_read         (const SynAnalysis *self,
                                   const SynLexicon  *lexicon,
                                   guint32            token,
                                   guint32            end,
                                   gboolean           has_decimal_comma);

/* Digits with separators, as a number; NAN for anything else ("3.2.1", "12a"). */
double    syn_number_parse_digits (const char *text,
                                   gsize       length,
                                   gboolean    has_decimal_comma);

G_END_DECLS
