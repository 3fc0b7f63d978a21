/* A draft's text in the making: paragraphs and headings in order, each kept, dropped with a reason or marked
 * as by another hand. Readers make blocks; the passes that drop leftovers, find fields and mark asides work
 * on them. */
#pragma once

#include <glib.h>

#include "syn-draft.h"

G_BEGIN_DECLS

#define SYN_BLOCK_NO_ASIDE -1

typedef struct {
  char *text;        /* collapsed, never empty */
  guint level;       /* of a heading, 1 to 6; 0 for anything else */
  gsize n_link;      /* bytes of `text` that are links, by and large */
  int aside;         /* a SynDraftAsideKind or SYN_BLOCK_NO_ASIDE */
  const char *why;   /* why it is dropped, static and untranslated; NULL where it is kept */
  gboolean is_field; /* taken as the title or the like: neither text nor listed as dropped */
} SynBlock;

/* Paragraphs of the longest book; what has more is a table or a trap. */
#define SYN_BLOCKS_MAX 50000

/* (element-type SynBlock), which frees them: (transfer full). */
GPtrArray *syn_blocks_new (void);

/* Adds `text` collapsed, unless nothing is left of it or `blocks` are full. The new block or NULL. */
SynBlock *syn_blocks_add (GPtrArray *blocks, const char *text, gssize length, guint level);

/* Cleans the text of blocks that were made of markup, where characters may be written as numbers; a block of
 * which nothing is left goes. */
void syn_blocks_clean (GPtrArray *blocks);

/* The block is text that is neither dropped nor a field. */
gboolean syn_block_is_kept (const SynBlock *block);

/* Text, asides and dropped passages of `draft` from the blocks; what it has of dropped ones already stays. */
void syn_blocks_to_draft (const GPtrArray *blocks, SynDraft *draft);

/* A reason that translators know. */
gboolean syn_block_is_reason (const char *why);

/* Lists a passage as dropped; `why` is untranslated. */
void syn_draft_add_dropped (SynDraft *draft, const char *text, const char *why);

G_END_DECLS
