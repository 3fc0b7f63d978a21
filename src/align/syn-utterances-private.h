/* Stock statements that all news shares ("declined to comment"), found by the patterns of data/model/utterances.tsv.
 * Private to align. */
#pragma once

#include "syn-document.h"

G_BEGIN_DECLS

typedef struct {
  guint kind;   /* numbers a class of statements, from 1; 0 is none */
  SynSpan span; /* of its words */
} SynUtterance;

/* The first in those tokens of the document. */
SynUtterance syn_utterance_find     (const SynDocument *document,
                                     const SynToken    *tokens,
                                     gsize              n_tokens);

/* Its class, as the table names it: "no-comment". */
const char  *syn_utterance_get_name (guint kind);

G_END_DECLS
