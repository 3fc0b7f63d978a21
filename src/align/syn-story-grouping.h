/* Which articles tell one story: average-link clustering of whole articles over weighted terms and names. */
#pragma once

#include "syn-document.h"

G_BEGIN_DECLS

/* What grouping needs of an article: small, so that it can be kept for a whole library. Opaque bytes. */
GBytes *syn_story_signature_new (const SynDocument *document);

/* `signatures`: `n` of them. Gives a new array of `n` story numbers from 0, numbered by first member; deterministic.
 * NULL only when cancelled. (transfer full) (element-type guint) */
GArray *syn_story_group (GBytes *const *signatures, gsize n, GCancellable *cancellable, GError **error);

G_END_DECLS
