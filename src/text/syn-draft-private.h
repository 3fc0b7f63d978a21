/* A document in the making: growing arrays that the steps of the analysis fill, one after the other. */
#pragma once

#include "syn-document.h"
#include "syn-strings-private.h"

G_BEGIN_DECLS

typedef struct {
  char *text; /* owned, NUL terminated */
  gsize length;
  gsize body;
  SynDate published;
  SynTextId language;
  SynStrings *strings;

  GArray *paragraphs;
  GArray *sentences;
  GArray *clauses;
  GArray *tokens;
  GArray *figures;
  GArray *dates;
  GArray *entities;
  GArray *aliases;
  GArray *names;
  GArray *quotes;
} SynDraft;

/* Takes `text`. */
void         syn_draft_init   (SynDraft *self,
                               char     *text,
                               gsize     length,
                               gsize     body);
void         syn_draft_clear  (SynDraft *self);

/* The document as it stands: (transfer full). */
SynDocument *syn_draft_freeze (SynDraft *self);

/* Appends a zeroed record to one of the arrays; good until the next is added. Records are filled field by field:
 * their padding stays zero, so that equal documents are equal bytes. */
static inline gpointer
syn_draft_add (GArray *records)
{
  g_array_set_size (records, records->len + 1);

  return records->data + (gsize) (records->len - 1) * g_array_get_element_size (records);
}

#define SYN_RECORD(records, Type, index) (&g_array_index ((records), Type, (index)))

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SynDraft, syn_draft_clear)

G_END_DECLS
