/* Byte offsets to code points and back, for one text, in about constant time: a table holds the code point at every
 * 64th byte and the rest is counted. The only place where the two kinds of offset meet. */
#pragma once

#include <glib.h>

#include "syn-span.h"

G_BEGIN_DECLS

typedef struct _SynTextIndex SynTextIndex;

/* `text` must be valid UTF-8, `length` in bytes, and outlive the index. */
SynTextIndex *syn_text_index_new           (const char         *text,
                                            gsize               length);
void          syn_text_index_free          (SynTextIndex       *self);

/* Code points before byte `offset`; an offset past the end counts as the end, one inside a character as its start. */
gsize         syn_text_index_to_characters (const SynTextIndex *self,
                                            gsize               offset);

/* The byte at which code point `character` starts; past the end gives the length in bytes. */
gsize         syn_text_index_to_bytes      (const SynTextIndex *self,
                                            gsize               character);

/* The same span, in code points. */
SynSpan       syn_text_index_span          (const SynTextIndex *self,
                                            SynSpan             span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynTextIndex, syn_text_index_free)

G_END_DECLS
