/* A fact: one claim that passages of at least two articles state, with the evidence for it. Plain data, owned by the
 * SynAlignment that found it. */
#pragma once

#include "syn-document.h"

G_BEGIN_DECLS

typedef enum {
  SYN_RELATION_AGREE,
  SYN_RELATION_CONFLICT, /* the mentions cannot all be true at once: figure, date, rank, polarity */
} SynRelation;

/* How one article stands to a fact. */
typedef enum {
  SYN_STANCE_ABSENT,      /* not found here */
  SYN_STANCE_SIMILAR,     /* likely the same claim, in other words or in part */
  SYN_STANCE_STATED,
  SYN_STANCE_CONFLICTING, /* states a value that no other article shares */
} SynStance;

/* "stated", "similar", "conflicting", "not found here"; translated. */
const char *syn_stance_get_name (SynStance stance);

typedef struct {
  guint article;       /* index among the documents */
  SynSpan span;        /* sentence or clause, in the document's buffer */
  guint32 sentence;    /* that it lies in */
  double score;        /* 0 to 1: how surely this passage states the fact */
  SynStance stance;    /* SIMILAR, STATED or CONFLICTING */
  guint value;         /* in a conflict: mentions of one value share a number, from 0; else 0 */
  gboolean is_verbatim; /* nearly word for word like an earlier mention of another article */
  guint origin;        /* mentions of one independent origin share a number, from 0 */
  SynSpan *differing;  /* in a conflict: the words that differ, in text order */
  gsize n_differing;
} SynMention;

typedef enum {
  SYN_REASON_FIGURE,
  SYN_REASON_NAME,
  SYN_REASON_DATE,
  SYN_REASON_QUOTE,
  SYN_REASON_TERM,
  SYN_REASON_MEANING,
} SynReasonKind;

/* One thing that speaks for (or, with a negative weight, against) the fact, in the reader's words. */
typedef struct {
  SynReasonKind kind;
  char *text;      /* "both say 700,000 users"; translated */
  double weight;   /* share in the score; strongest first */
  struct _SynEvidence *evidence; /* the matching words */
  gsize n_evidence;
} SynReason;

typedef struct _SynEvidence {
  guint mention; /* index into the fact's mentions */
  SynSpan span;
} SynEvidence;

typedef struct {
  guint id;             /* position among the facts: 0 is the first that the base article states */
  SynRelation relation;
  double confidence;    /* 0 to 1; 0.5 is where the window shows it by default */
  char *title;          /* short, in the language of the fullest mention: "More than 700,000 new users joined" */
  SynMention *mentions; /* by article, then by position */
  gsize n_mentions;
  SynReason *reasons;   /* strongest first; at least one */
  gsize n_reasons;
  SynStance *stances;   /* one per article */
  gsize n_articles;
  guint n_origins;      /* independent origins; verbatim copies count once */
} SynFact;

/* Its first mention in that article, or NULL. */
const SynMention *syn_fact_find_mention (const SynFact *self, guint article);

/* How many articles state it in any way. */
guint             syn_fact_count_articles (const SynFact *self);

/* The numbers of several articles that measure one quantity. */
typedef struct {
  guint article;
  guint32 figure; /* into the document's figures */
} SynFigureEntry;

typedef struct {
  char *what;      /* "users", in an article's word; where none says, the kind of figure: "time", translated */
  char *unit;      /* ISO 4217 code, "%", ...; "" for a count */
  gboolean has_conflict;
  guint fact;      /* the fact that they belong to, or SYN_NO_INDEX */
  SynFigureEntry *entries; /* by article, then by position */
  gsize n_entries;
} SynFigureRow;

G_END_DECLS
