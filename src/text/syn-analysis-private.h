/* One analysis under way: the draft and what its steps need beside it. The steps run in the order below; each reads
 * what the ones before it found. */
#pragma once

#include <unicode/ubrk.h>

#include "syn-draft-private.h"
#include "syn-gazetteer.h"
#include "syn-language.h"
#include "syn-lexicon-private.h"

G_BEGIN_DECLS

/* What costs too much to open for each article; used by one analysis at a time. */
typedef struct {
  UBreakIterator *words;
  UBreakIterator *sentences;
  GHashTable *stemmers; /* owned: language -> struct sb_stemmer, NULL where there is none */
  SynLanguageGuesser *guesser;
} SynWorker;

/* A pair of quotation marks and what stands between them. */
typedef struct {
  SynSpan content;
  guint32 first_token; /* of the content */
  guint32 end_token;   /* one past the content's last: the closing mark, where there is one */
  guint32 paragraph;
  gboolean is_open;    /* goes on in the next paragraph, which opens with a mark of its own */
  gboolean is_inner;   /* inside another pair */
} SynQuotation;

typedef struct {
  SynDraft draft;
  GPtrArray *lexemes;           /* a token: borrowed SynLexeme, NULL for a word of no list */
  GPtrArray *paragraph_lexicons; /* a paragraph: borrowed SynLexicon, nullable */

  GArray *quotations;           /* SynQuotation, by their opening marks */
  guint8 *is_taken;             /* owned; a token: belongs to a date or a clock time, so to no figure or name */

  const SynDocumentSource *source;
  SynWorker *worker;
  SynLexicons *lexicons;
  const SynGazetteer *gazetteer;
  const SynTables *tables;
  GCancellable *cancellable;
} SynAnalysis;

void syn_analysis_find_paragraphs (SynAnalysis *self);
void syn_analysis_find_tokens     (SynAnalysis *self);
void syn_analysis_find_languages  (SynAnalysis *self);
void syn_analysis_read_tokens     (SynAnalysis *self);
void syn_analysis_pair_marks      (SynAnalysis *self);
void syn_analysis_find_sentences  (SynAnalysis *self);
void syn_analysis_find_clauses    (SynAnalysis *self);
void syn_analysis_find_dates      (SynAnalysis *self);
void syn_analysis_find_figures    (SynAnalysis *self);
void syn_analysis_find_names      (SynAnalysis *self);
void syn_analysis_find_quotes     (SynAnalysis *self);

/* ---- reading the draft ---- */

static inline SynToken *
syn_analysis_token (const SynAnalysis *self, guint32 index)
{
  return SYN_RECORD (self->draft.tokens, SynToken, index);
}

static inline SynSentence *
syn_analysis_sentence (const SynAnalysis *self, guint32 index)
{
  return SYN_RECORD (self->draft.sentences, SynSentence, index);
}

static inline const SynLexeme *
syn_analysis_lexeme (const SynAnalysis *self, guint32 token)
{
  return g_ptr_array_index (self->lexemes, token);
}

static inline const char *
syn_analysis_word (const SynAnalysis *self, guint32 token)
{
  return syn_strings_get (self->draft.strings, syn_analysis_token (self, token)->word);
}

/* First byte of a token. */
static inline char
syn_analysis_char (const SynAnalysis *self, guint32 token)
{
  return self->draft.text[syn_analysis_token (self, token)->span.start];
}

static inline gboolean
syn_analysis_is (const SynAnalysis *self, guint32 token, SynClass class)
{
  return syn_lexeme_is (syn_analysis_lexeme (self, token), class);
}

/* The lists of the language that a sentence is in; nullable. */
const SynLexicon *syn_analysis_get_lexicon (const SynAnalysis *self,
                                            guint32            sentence);

/* The longest phrase or word of `class` at `token`, within tokens before `end`: its number of tokens, 0 when there is
 * none; `sense` (out, optional) what it is. */
guint             syn_analysis_match       (const SynAnalysis *self,
                                            const SynLexicon  *lexicon,
                                            guint32            token,
                                            guint32            end,
                                            SynClass           class,
                                            const SynSense   **sense);

/* Nothing stands between the two tokens. */
static inline gboolean
syn_analysis_touches (const SynAnalysis *self, guint32 left, guint32 right)
{
  return syn_analysis_token (self, left)->span.end == syn_analysis_token (self, right)->span.start;
}

/* The token's text is `text`. */
gboolean          syn_analysis_token_is    (const SynAnalysis *self,
                                            guint32            token,
                                            const char        *text);

gboolean          syn_analysis_is_language (const SynAnalysis *self,
                                            guint32            sentence,
                                            const char        *language);

/* The sentence that holds byte `offset`, SYN_NO_INDEX for none. */
guint32           syn_analysis_sentence_of (const SynAnalysis *self,
                                            gsize              offset);

/* The first mention of a name that starts at or behind byte `offset`; their number when none does. */
guint32           syn_analysis_find_name   (const SynAnalysis *self,
                                            gsize              offset);

/* The first token that ends behind byte `offset`; the number of tokens when none does. */
guint32           syn_analysis_find_token  (const SynAnalysis *self,
                                            gsize              offset);

/* The clause that holds byte `offset` of the sentence. */
guint32           syn_analysis_find_clause (const SynAnalysis *self,
                                            guint32            sentence,
                                            gsize              offset);

G_END_DECLS
