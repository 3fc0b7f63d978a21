/* The documents of one comparison, merged: one vocabulary with what each word proves here, one cast of names, and every
 * sentence as the evidence modules compare it. Immutable once made; borrows the documents. Private to align. */
#pragma once

#include "syn-document.h"
#include "syn-persons-private.h"
#include "syn-utterances-private.h"

G_BEGIN_DECLS

/* Numbers in a gist: the word vectors' dimensions. */
#define SYN_GIST_SIZE 64

/* Sentences longer than this are compared as sequences by their first words only: the work may grow with the product. */
#define SYN_MAX_PASSAGE_WORDS 160

/* A word of the merged vocabulary, by its stem. */
typedef struct {
  const char *text;    /* the stem; belongs to a document */
  SynWordId entry;     /* of one of its words in the tables, or SYN_NO_WORD */
  float rarity;        /* in the language, nats */
  float weight;        /* what it proves that two sentences have it: `rarity`, much less where this story is full of it */
  float surprise;      /* how seldom a sentence of the story has it, nats, whatever the language says */
  float mild_weight;   /* likewise, but less strict: what makes two sentences worth comparing */
  const char *country; /* the country that it stands for, in whatever form, or NULL */
  gboolean is_capital; /* by its capital's name */
  SynPersons persons;  /* which it counts, if it counts persons */
  guint32 n_sentences; /* that have it or another name for the same, of all documents */
  guint32 first_link;  /* the terms of like meaning: links[first_link .. first_link + n_links) */
  guint32 n_links;
} SynTerm;

typedef struct {
  guint32 term;
  float likeness; /* of the words' vectors, or 1 for a translation */
} SynTermLink;

/* Somebody or something that the documents name, whatever they call it. */
typedef struct {
  const char *name;    /* the fullest form; belongs to a document */
  SynNameKind kind;
  guint32 n_sentences; /* that name it */
  float weight;        /* what it proves that two sentences name it, nats */
} SynReferent;

typedef struct {
  guint32 term;
  guint32 token;    /* the first one of it, in the document */
  guint16 clause;   /* of that token, within the sentence */
  gboolean is_name; /* stands within a name */
  float weight;     /* the term's, less where it is one of several words of a name */
  float share;      /* how much less: 1 for a word by itself */
} SynPassageTerm;

/* A word of a sentence, function words too, as it stands in the sentence's order. */
typedef struct {
  guint32 word;  /* the same number for the same stem, in all documents */
  guint32 token; /* in the document */
  float weight;  /* of its term, 0 for a function word */
} SynPassageWord;

/* A sentence, ready to be compared. Ranges are into the document's own arrays, terms into the corpus'. */
typedef struct {
  guint article;
  guint32 sentence;
  SynSpan span;
  const char *language;
  SynAsideKind aside;
  gboolean is_title;
  gboolean is_label; /* a section's heading of so few words that it names a topic and claims nothing */
  guint32 first_token, n_tokens;
  guint32 first_clause, n_clauses;
  guint32 first_term, n_terms;         /* SynPassageTerm, by term, each once */
  guint32 first_figure, n_figures;
  guint32 first_date, n_dates;
  guint32 first_name, n_names;
  guint32 first_referent, n_referents; /* guint32, sorted, each once */
  guint32 first_quote, n_quotes;       /* that touch the sentence: indices in `quotes` */
  guint32 first_word, n_words;         /* SynPassageWord, in order, SYN_MAX_PASSAGE_WORDS at most */
  SynUtterance utterance; /* a stock statement within it */
  gboolean is_negated;
  float weight;       /* of all its terms */
} SynPassage;

/* A document with its arrays at hand. */
typedef struct {
  SynDocument *document;
  const char *text;
  const SynParagraph *paragraphs;
  const SynSentence *sentences;
  const SynClause *clauses;
  const SynToken *tokens;
  const SynFigure *figures;
  const SynDateMention *dates;
  const SynEntity *entities;
  const SynAlias *aliases;
  const SynNameMention *names;
  const SynQuote *quotes;
  gsize n_paragraphs, n_sentences, n_clauses, n_tokens, n_figures, n_dates, n_entities, n_aliases, n_names, n_quotes;
  guint32 *terms;        /* per token; SYN_NO_INDEX for function words and punctuation */
  guint32 *referents;    /* per entity */
  guint32 *mouths;       /* per quote: whose words these are, the same number in all articles; SYN_NO_INDEX: unknown */
  float *mouth_shares;   /* per quote: one over how many quotes the article has from that mouth */
  float *day_worths;     /* per date: what it proves that two passages name its day, 1 where few do, 0 where all do */
  guint32 first_passage; /* passage of its sentence k is first_passage + k */
} SynArticleView;

typedef struct {
  SynArticleView *articles;
  guint n_articles;
  GArray *terms;          /* of SynTerm */
  GArray *links;          /* of SynTermLink */
  GArray *referents;      /* of SynReferent */
  GArray *passages;       /* of SynPassage, by article, then by position */
  GArray *passage_terms;  /* of SynPassageTerm */
  GArray *passage_referents; /* of guint32 */
  GArray *passage_quotes; /* of guint32 */
  GArray *passage_words;  /* of SynPassageWord */
  guint32 n_words;        /* different ones among them: their numbers are below this */
  float *gists;           /* SYN_GIST_SIZE per passage: the mean of its words' vectors, of unit length or 0 */
} SynCorpus;

/* A passage for every sentence. */
SynCorpus *syn_corpus_new       (SynDocument *const *documents, gsize n);

/* One passage for each document, however many sentences it has. `background`: more documents whose statistics count, but
 * which are not compared. */
SynCorpus *syn_corpus_new_whole (SynDocument *const *documents,
                                 gsize n,
                                 SynDocument *const *background,
                                 gsize n_background);
void       syn_corpus_free      (SynCorpus *self);

static inline const SynTerm *
syn_corpus_get_term (const SynCorpus *self, guint32 term)
{
  return &g_array_index (self->terms, SynTerm, term);
}

static inline const SynPassage *
syn_corpus_get_passage (const SynCorpus *self, guint32 passage)
{
  return &g_array_index (self->passages, SynPassage, passage);
}

static inline const SynPassageTerm *
syn_corpus_get_passage_terms (const SynCorpus *self, const SynPassage *passage)
{
  return &g_array_index (self->passage_terms, SynPassageTerm, passage->first_term);
}

static inline const guint32 *
syn_corpus_get_passage_referents (const SynCorpus *self, const SynPassage *passage)
{
  return &g_array_index (self->passage_referents, guint32, passage->first_referent);
}

static inline const SynPassageWord *
syn_corpus_get_passage_words (const SynCorpus *self, const SynPassage *passage)
{
  return &g_array_index (self->passage_words, SynPassageWord, passage->first_word);
}

/* The token at byte `offset`, or the first one behind it: its index, or SYN_NO_INDEX. */
guint32 syn_article_find_token  (const SynArticleView *view, gsize offset);

/* The words differ in language, so that only figures, dates, names and translations can be compared. */
gboolean syn_corpus_is_across_languages (const SynCorpus *self, const SynPassage *a, const SynPassage *b);

/* ---- steps of syn_corpus_new (), each in a file of its own ---- */

/* syn-token-marks.c: what a token is part of. */
typedef struct {
  guint8 name_words;     /* of the name that it stands in; 0 outside of names */
  guint8 is_attribution; /* it tells who speaks, where and when, in a sentence that is mostly what they say */
} SynTokenMark;

/* Words that say something: no function words, and no number words, which are compared as figures. */
gboolean      syn_corpus_is_term      (const SynDocument *document, const SynToken *token);

/* One per token; needs the document's arrays alone. (transfer full) */
SynTokenMark *syn_article_mark_tokens (const SynArticleView *view);

/* syn-referents.c: gives every entity of every article its referent, and lets one-word names for the same count as one. */
void syn_corpus_merge_names (SynCorpus *self);

/* The one term of a name that is one word, or SYN_NO_INDEX. `at`: where the last one was found, for the next. */
guint32 syn_article_find_single_term (const SynArticleView *view, SynSpan name, gsize *at);

/* syn-term-links.c: which terms are alike in meaning, or translations of each other. */
void syn_corpus_link_terms (SynCorpus *self);

/* How alike the two are in meaning: 1 for one term, 0 where they are not linked. */
double syn_corpus_get_likeness (const SynCorpus *self, guint32 a, guint32 b);

/* syn-translations.c: calls `func` for each two terms that translate each other. */
typedef void (*SynTranslationFunc) (guint32 a, guint32 b, gpointer user_data);

void   syn_corpus_find_translations (const SynCorpus *self, SynTranslationFunc func, gpointer user_data);

/* syn-passage-words.c: each passage as a sequence of words. */
void   syn_corpus_read_words    (SynCorpus *self);

/* syn-mouths.c: who speaks. */
void   syn_corpus_find_mouths   (SynCorpus *self);

/* syn-day-worths.c: how telling each day is. */
void   syn_corpus_weigh_days    (SynCorpus *self);

/* What is left of the worth of something that `n` of `total` passages have: all where only two have it, nothing where
 * every one does. */
float  syn_corpus_keep_worth    (guint n, guint total);

/* syn-gists.c: what each passage is about as a whole. */
void   syn_corpus_find_gists    (SynCorpus *self);

/* Likeness of what two passages are about, 0 to 1. */
double syn_corpus_compare_gists (const SynCorpus *self, guint32 a, guint32 b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynCorpus, syn_corpus_free)

G_END_DECLS
