/* An article as the library keeps it. Atomically reference counted, immutable once handed out. */
#pragma once

#include <glib-object.h>

#include "syn-span.h"

G_BEGIN_DECLS

typedef enum {
  SYN_RECORD_PREFACE,
  SYN_RECORD_COMMENT,
  SYN_RECORD_NOTE,
} SynRecordAsideKind;

/* A passage by another hand. */
typedef struct {
  SynSpan span; /* bytes of the text */
  SynRecordAsideKind kind;
} SynRecordAside;

typedef struct {
  char *text;
  char *why;
} SynRecordDropped;

typedef struct {
  gatomicrefcount ref_count;
  gint64 id;    /* 0: not in the library */
  gint64 story; /* 0: not grouped yet */
  gint64 added; /* seconds since 1970 */
  gsize size;   /* bytes of the text, also where `text` is not loaded */
  guint facts;  /* of its story's, those that it states; 0 before the story was compared */
  guint entry;  /* its number within the file, from 0 */
  /* owned; NULL where not stated */
  char *file;
  char *key;    /* the entry's own lasting id */
  char *title;
  char *byline;
  char *outlet;
  char *published; /* ISO 8601, as precise as stated */
  char *updated;
  char *language;
  char *url;
  char *text;         /* NULL in listings */
  char *opening;      /* in listings, of an article without a title: the text's first 200 characters */
  GArray *asides;     /* SynRecordAside; empty in listings */
  GPtrArray *dropped; /* SynRecordDropped; empty in listings */
  GBytes *hash;       /* of the content, 32 bytes */
} SynRecord;

SynRecord *syn_record_new          (void);
SynRecord *syn_record_ref          (SynRecord *self);
void       syn_record_unref        (SynRecord *self);

void       syn_record_add_aside    (SynRecord          *self,
                                    SynSpan             span,
                                    SynRecordAsideKind  kind);
void       syn_record_add_dropped  (SynRecord          *self,
                                    const char         *text,
                                    const char         *why);

/* SHA-256 of the title, byline, outlet, dates, language, url, text and asides, not of where they came from: two files
 * of one content have one hash. (transfer full) */
GBytes    *syn_record_compute_hash (const SynRecord *self);

/* Whether the two, which claim to be one article, may be two versions of it: the same title, or much of the same text. */
gboolean   syn_record_is_version_of (const SynRecord *self,
                                     const SynRecord *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynRecord, syn_record_unref)

G_END_DECLS
