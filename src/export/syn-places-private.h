/* Where a span of a document stands for somebody outside: in the title or in the text, in code points of it.
 */
#pragma once

#include "syn-comparison.h"
#include "syn-text-index.h"

G_BEGIN_DECLS

typedef struct {
  gboolean is_in_title;
  SynSpan characters; /* of the title or of the text */
  const char *slice;  /* not terminated; borrowed from the document */
  gsize length;       /* of `slice`, in bytes */
} SynPlace;

/* The indexes of all the comparison's articles, made once an export. */
typedef struct _SynPlaces SynPlaces;

SynPlaces *syn_places_new (SynComparison *comparison);
void syn_places_free (SynPlaces *self);

SynPlace syn_places_find (const SynPlaces *self, guint article, SynSpan span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynPlaces, syn_places_free)

G_END_DECLS
