/* The string pool of a document in the making: equal strings get equal ids. An id is an offset into the pool's bytes,
 * where each string ends in NUL; 0 is the empty string. */
#pragma once

#include "syn-document.h"

G_BEGIN_DECLS

typedef struct _SynStrings SynStrings;

SynStrings *syn_strings_new       (void);
void        syn_strings_free      (SynStrings       *self);

/* `length` negative for a NUL-terminated string; an inner NUL ends it. */
SynTextId   syn_strings_add       (SynStrings       *self,
                                   const char       *string,
                                   gssize            length);
/* Good until the next syn_strings_add(). */
const char *syn_strings_get       (const SynStrings *self,
                                   SynTextId         id);
/* The whole pool. */
const char *syn_strings_get_bytes (const SynStrings *self,
                                   gsize            *size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynStrings, syn_strings_free)

G_END_DECLS
