/* One article, analysed: what the comparison stands on. Immutable, atomically reference counted, safe to share between
 * threads, the same bytes for the same input.
 *
 * A document is ONE buffer: the headline, a blank line, then the body ("body" is its first byte; 0 without a headline).
 * Every span below is in bytes of that buffer; syn_document_is_in_title() tells the parts apart, and only the edges
 * (export, window) turn spans into offsets of the title or the body.
 *
 * The records are plain values without pointers, in arrays in text order; they name each other by index and strings by
 * SynTextId (syn_document_get_string()). That is also how a document is stored: syn_document_to_bytes().
 *
 * The document is read whole by align and frame; text itself judges nothing across documents. */
#pragma once

#include <gio/gio.h>

#include "syn-date.h"
#include "syn-span.h"
#include "syn-tables.h"

G_BEGIN_DECLS

/* A string of the document (a lemma, a name, a unit): an offset into its pool. Equal strings have equal ids within one
 * document; 0 is the empty string and means "none". */
typedef guint32 SynTextId;

#define SYN_NO_INDEX G_MAXUINT32 /* no such record */

typedef struct _SynDocument SynDocument;

/* ---- what goes in ---- */

/* A passage by another hand than the article's, in bytes of the body as given. */
typedef enum {
  SYN_ASIDE_NONE,
  SYN_ASIDE_PREFACE, /* a reposter's words before the article */
  SYN_ASIDE_COMMENT, /* a comment on it */
  SYN_ASIDE_NOTE,    /* an editor's note */
} SynAsideKind;

typedef struct {
  SynSpan span;
  SynAsideKind kind;
} SynAside;

typedef struct {
  const char *title;     /* nullable */
  const char *body;      /* valid UTF-8; paragraphs separated by a blank line (or a line end, see `lines`) */
  const char *language;  /* BCP 47, as the source declares it, or NULL */
  const char *published; /* ISO 8601 as precise as stated, or NULL: what "Tuesday" is resolved against */
  const SynAside *asides;
  gsize n_asides;
} SynDocumentSource;

/* ---- the records ---- */

typedef enum {
  SYN_PARAGRAPH_TITLE,
  SYN_PARAGRAPH_HEADING, /* a line of its own without a full stop */
  SYN_PARAGRAPH_TEXT,
} SynParagraphKind;

typedef struct {
  SynSpan span;
  SynParagraphKind kind;
  SynAsideKind aside; /* whose words */
  SynTextId language; /* BCP 47 primary tag, detected; the document's where the paragraph is too short to tell */
  guint32 first_sentence;
  guint32 n_sentences;
} SynParagraph;

typedef struct {
  SynSpan span; /* without the white space around it */
  guint32 paragraph;
  guint32 first_token;
  guint32 n_tokens;
  guint32 first_clause;
  guint32 n_clauses; /* at least 1: the clauses cover the sentence */
} SynSentence;

/* A part of a sentence that can state a claim by itself; a sentence of one claim is one clause. */
typedef struct {
  SynSpan span;
  guint32 sentence;
  guint32 first_token;
  guint32 n_tokens;
} SynClause;

typedef enum {
  SYN_TOKEN_WORD = 1 << 0,        /* letters or digits; else punctuation or a symbol */
  SYN_TOKEN_NUMBER = 1 << 1,      /* begins with a digit, or is a number word */
  SYN_TOKEN_FUNCTION = 1 << 2,    /* a closed-class word: article, pronoun, preposition, auxiliary, ... */
  SYN_TOKEN_CAPITALISED = 1 << 3, /* upper-case first letter in a script that has case */
  SYN_TOKEN_INITIAL = 1 << 4,     /* first word of its sentence or quote: its capital proves nothing */
  SYN_TOKEN_HAN = 1 << 5,
  SYN_TOKEN_QUOTED = 1 << 6,      /* inside quotation marks */
  SYN_TOKEN_NEGATION = 1 << 7,    /* not, never, no, without, 不, 没 */
} SynTokenFlags;

typedef struct {
  SynSpan span;
  SynTokenFlags flags;
  SynTextId word;  /* case folded, possessive 's dropped: the key of the word tables */
  SynTextId stem;  /* libstemmer's stem of `word`, or `word` where the language has no stemmer */
  SynWordId entry; /* its row in the word tables, or SYN_NO_WORD */
  float rarity;    /* inverse document frequency in the language, in nats: 0 for "the", about 10 for a word seen in one
                    * article of 40,000; unseen words get the maximum */
} SynToken;

typedef enum {
  SYN_FIGURE_COUNT,    /* 700,000 users */
  SYN_FIGURE_MONEY,    /* $17bn */
  SYN_FIGURE_PERCENT,  /* 200%; also percentage points, "three times" as 300 */
  SYN_FIGURE_DURATION, /* two days; value in seconds */
  SYN_FIGURE_MEASURE,  /* 50 metres; value in the SI unit */
  SYN_FIGURE_RANK,     /* first, second, top, 第二 */
  SYN_FIGURE_AGE,      /* aged 29 */
} SynFigureKind;

typedef enum {
  SYN_EXACT,
  SYN_ABOUT,  /* about, some, nearly, 约 */
  SYN_OVER,   /* more than, over, at least, 超过, N+ */
  SYN_UNDER,  /* fewer than, under, almost */
  SYN_UP_TO,  /* up to, as much as, at most */
  SYN_RANGE,  /* from ... to, between ... and, 10-20 */
} SynQualifier;

/* A figure as the text states it: "more than half a million users" is { 500000, INFINITY, SYN_OVER }. */
typedef struct {
  SynSpan span;     /* qualifier, number and unit: "more than 700,000" */
  SynSpan number;   /* the number itself */
  guint32 sentence;
  guint32 clause;
  SynFigureKind kind;
  SynQualifier qualifier;
  double lower;     /* equal to `upper` where exact; -INFINITY and INFINITY are open ends */
  double upper;
  double value;     /* the number as written, scaled: 500000; of a range its lower end */
  SynTextId unit;   /* ISO 4217 code, "%", "s", "m", ...; "" for a count */
  SynTextId what;   /* stem of the noun that is counted or ranked: "user", "app"; "" when the text does not say */
  SynSpan what_span;
  gboolean is_change; /* a rise or fall by this much, not a level */
} SynFigure;

typedef struct {
  SynSpan span;
  guint32 sentence;
  guint32 clause;
  SynDate date; /* resolved against the article's date; see syn-date.h */
  gboolean is_relative; /* "Tuesday", "this week": resolved, not written out */
} SynDateMention;

typedef enum {
  SYN_NAME_UNKNOWN,
  SYN_NAME_PERSON,
  SYN_NAME_ORGANISATION,
  SYN_NAME_PLACE,
} SynNameKind;

/* Somebody or something with a name, and every wording that this document uses for it. */
typedef struct {
  SynTextId name;      /* the fullest form, as written */
  SynNameKind kind;
  guint32 first_alias; /* into the alias array: distinct forms, fullest first, `name` among them */
  guint32 n_aliases;
} SynEntity;

typedef struct {
  SynTextId form;      /* as written, white space collapsed, no article, no possessive */
  gboolean is_learnt;  /* the text itself says so: "RedNote, known in China as Xiaohongshu" */
} SynAlias;

typedef struct {
  SynSpan span;
  guint32 sentence;
  guint32 entity;
} SynNameMention;

typedef struct {
  SynSpan content;   /* the words, without quotation marks */
  SynSpan source;    /* who speaks, as written; empty where the text does not say */
  SynSpan cue;       /* the attributing verb; empty without one */
  guint32 sentence;  /* of the content's first byte */
  guint32 speaker;   /* entity of the source, pronouns resolved; SYN_NO_INDEX when unknown or unnamed */
  gboolean is_direct;
} SynQuote;

/* ---- reading a document ---- */

SynDocument          *syn_document_ref             (SynDocument *self);
void                  syn_document_unref           (SynDocument *self);

/* The whole buffer, NUL terminated; `length` (out, optional) in bytes. */
const char           *syn_document_get_text        (const SynDocument *self,
                                                    gsize             *length);
/* First byte of the body in the buffer: 0 where there is no headline. */
gsize                 syn_document_get_body        (const SynDocument *self);
gboolean              syn_document_is_in_title     (const SynDocument *self,
                                                    SynSpan            span);
/* BCP 47 primary tag of most of the article's own text. */
const char           *syn_document_get_language    (const SynDocument *self);
/* The date that relative ones were resolved against; precision SYN_DATE_UNKNOWN without one. */
SynDate               syn_document_get_published   (const SynDocument *self);

/* Never NULL. */
const char           *syn_document_get_string      (const SynDocument *self,
                                                    SynTextId          id);
/* A copy of the span's text: (transfer full). */
char                 *syn_document_dup_span        (const SynDocument *self,
                                                    SynSpan            span);

/* Arrays in text order; owned by the document; `n` (out) may be 0. */
const SynParagraph   *syn_document_get_paragraphs  (const SynDocument *self, gsize *n);
const SynSentence    *syn_document_get_sentences   (const SynDocument *self, gsize *n);
const SynClause      *syn_document_get_clauses     (const SynDocument *self, gsize *n);
const SynToken       *syn_document_get_tokens      (const SynDocument *self, gsize *n);
const SynFigure      *syn_document_get_figures     (const SynDocument *self, gsize *n);
const SynDateMention *syn_document_get_dates       (const SynDocument *self, gsize *n);
const SynEntity      *syn_document_get_entities    (const SynDocument *self, gsize *n);
const SynAlias       *syn_document_get_aliases     (const SynDocument *self, gsize *n);
const SynNameMention *syn_document_get_names       (const SynDocument *self, gsize *n);
const SynQuote       *syn_document_get_quotes      (const SynDocument *self, gsize *n);

/* The sentence that holds byte `offset`, or SYN_NO_INDEX. */
guint32               syn_document_find_sentence   (const SynDocument *self,
                                                    gsize              offset);

/* ---- keeping a document ---- */

/* The analysis as bytes, for the library: private format, good for this SYN_ANALYSIS_VERSION and machine only. */
GBytes               *syn_document_to_bytes        (SynDocument *self);
/* NULL with SYN_ERROR_INVALID when the bytes are of another version or broken: analyse anew then. */
SynDocument          *syn_document_from_bytes      (GBytes *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynDocument, syn_document_unref)

G_END_DECLS
