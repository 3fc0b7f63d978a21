/* An article as a file gives it, before it is a row in the library: its fields, its body, what was dropped and why, and
 * which passages are by another hand. Atomically reference counted, immutable once handed out. */
#pragma once

#include <glib-object.h>

#include "syn-span.h"

G_BEGIN_DECLS

typedef enum {
  SYN_DRAFT_ASIDE_PREFACE, /* a reposter's words before the article */
  SYN_DRAFT_ASIDE_COMMENT, /* a comment on it */
  SYN_DRAFT_ASIDE_NOTE,    /* an editor's note */
} SynDraftAsideKind;

typedef struct {
  SynSpan span; /* bytes of `text` */
  SynDraftAsideKind kind;
} SynDraftAside;

typedef struct {
  char *text;
  char *why; /* "share bar", "newsletter sign-up"; translated */
} SynDropped;

typedef struct {
  gatomicrefcount ref_count;
  /* owned; NULL where the file does not say */
  char *file;      /* the path as given */
  guint entry;     /* number of the article within its file, from 0 */
  char *key;       /* the entry's own lasting id (guid, canonical url), or NULL: a later version of it is an update */
  char *title;
  char *byline;
  char *outlet;
  char *published; /* ISO 8601, as precise as stated */
  char *updated;
  char *language;  /* BCP 47, as declared; detection is the engine's */
  char *url;
  char *text;      /* never NULL; NFC, paragraphs separated by "\n\n" */
  GArray *asides;  /* SynDraftAside, in order, disjoint */
  GPtrArray *dropped; /* SynDropped */
} SynDraft;

SynDraft *syn_draft_new   (void);
SynDraft *syn_draft_ref   (SynDraft *self);
void      syn_draft_unref (SynDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynDraft, syn_draft_unref)

G_END_DECLS
