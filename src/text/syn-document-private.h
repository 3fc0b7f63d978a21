/* How a document lies in memory and in the library: a head, then the sections, each aligned to eight bytes. */
#pragma once

#include "syn-document.h"

G_BEGIN_DECLS

typedef enum {
  SYN_SECTION_TEXT, /* with its final NUL */
  SYN_SECTION_STRINGS,
  SYN_SECTION_PARAGRAPHS,
  SYN_SECTION_SENTENCES,
  SYN_SECTION_CLAUSES,
  SYN_SECTION_TOKENS,
  SYN_SECTION_FIGURES,
  SYN_SECTION_DATES,
  SYN_SECTION_ENTITIES,
  SYN_SECTION_ALIASES,
  SYN_SECTION_NAMES,
  SYN_SECTION_QUOTES,
  SYN_N_SECTIONS,
} SynSection;

typedef struct {
  char magic[8];
  guint64 checksum; /* of everything that follows */
  guint64 size;     /* of the whole, in bytes */
  guint64 body;
  guint32 version;
  SynTextId language;
  SynDate published;
  guint32 padding;
  struct {
    guint64 offset;
    guint64 count;
  } sections[SYN_N_SECTIONS];
} SynDocumentHead;

#define SYN_ALIGN(size) (((size) + 7) & ~(gsize) 7)

/* How many records each section holds: `counts` has SYN_N_SECTIONS places. */
void     syn_document_get_counts (const SynDocument *self,
                                  gsize             *counts);

/* Every span, index and string id of the records points to something that is there. */
gboolean syn_document_is_sound   (const SynDocument *self);

G_END_DECLS
