/* What the finders of the single kinds share: the documents, what every one of them looks up, and where the
 * findings go. A finder is one file; it adds what it finds and reads nothing that another has found. */
#pragma once

#include "syn-frame-lexicon-private.h"
#include "syn-framing.h"

G_BEGIN_DECLS

typedef struct {
  SynDocument *document; /* borrowed */
  GArray *matches;       /* SynFrameMatch: forms of the lists, by position */
  guint8 *roles;         /* SynTokenRole bits, one a token */
  GPtrArray *units;      /* for each sentence the words that may be loaded, see syn-wording-model-private.h */
} SynFrameArticle;

/* What a word stands in, beyond its own flags. */
typedef enum {
  SYN_ROLE_NAME = 1 << 0,     /* in a name */
  SYN_ROLE_REPORTED = 1 << 1, /* in somebody else's words, quoted directly or indirectly */
  SYN_ROLE_CUE = 1 << 2,      /* the attributing verb */
  SYN_ROLE_ENGLISH = 1 << 3,  /* in a passage in the tables' language */
  SYN_ROLE_TITLE = 1 << 4,
} SynTokenRole;

typedef struct {
  const SynTables *tables;
  const SynFrameLexicon *lexicon;
  SynFrameArticle *articles;
  gsize n_articles;

  GArray *marks;        /* SynFramingMark */
  GPtrArray *sentences; /* a GArray of SynSentenceFraming an article */
  GArray *quotes;       /* SynQuoteRow */
  GArray *labels;       /* SynLabel */
  GArray *distinctive;  /* SynDistinctive */
} SynFrameWork;

void syn_frame_find_hedges (SynFrameWork *work);
void syn_frame_find_attributions (SynFrameWork *work);
void syn_frame_find_loaded (SynFrameWork *work);
void syn_frame_find_metaphors (SynFrameWork *work);
void syn_frame_find_frames (SynFrameWork *work);
void syn_frame_find_quotes (SynFrameWork *work);
void syn_frame_find_labels (SynFrameWork *work);
void syn_frame_find_distinctive (SynFrameWork *work);

/* Prepares and frees one article's part. */
void syn_frame_article_init (SynFrameArticle *self, SynDocument *document, const SynFrameLexicon *lexicon);
void syn_frame_article_clear (SynFrameArticle *self);

/* From the first byte of a match to its last. */
SynSpan syn_frame_article_get_span (const SynFrameArticle *self, const SynFrameMatch *match);

/* Adds a mark; takes `reason`. */
void syn_frame_work_add_mark (
    SynFrameWork *work, guint article, SynSpan span, SynFramingKind kind, double score, char *reason);

G_END_DECLS
