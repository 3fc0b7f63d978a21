/* Noun phrases: the wordings that can name somebody or something. Found by what stands around them, without a
 * parser: a run of words that no closed-class word, verb form or punctuation interrupts, by its last word a
 * noun. */
#pragma once

#include "syn-frame-work-private.h"

G_BEGIN_DECLS

typedef struct {
  guint article;
  guint32 sentence;
  SynSpan span;       /* with its article or possessive */
  SynSpan bare;       /* without */
  guint32 first;      /* token of the first word of `bare` */
  guint32 head;       /* its last word's token */
  guint32 role;       /* the word right before a name at its end ("president"), or SYN_NO_INDEX */
  guint32 entity;     /* of the document, where the head is in a name; else SYN_NO_INDEX */
  gboolean is_opened; /* "the", "his" stands before it */
} SynNounPhrase;

/* Of all articles, by article, then by position; a name within a longer phrase ("Vance's office") is a phrase
 * of its own as well: (transfer full) (element-type SynNounPhrase). */
GArray *syn_noun_phrases_find (const SynFrameWork *work);

/* Ends the phrase one word earlier; FALSE when it has but one. */
gboolean syn_noun_phrase_shorten (SynNounPhrase *self, const SynDocument *document);

G_END_DECLS
