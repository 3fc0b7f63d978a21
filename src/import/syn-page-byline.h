/* Who wrote a page, from what the page shows. */
#pragma once

#include "syn-draft.h"
#include "syn-markup.h"

G_BEGIN_DECLS

/* Sets the draft's byline where the page names a writer better than its data did. `account`: under whose
 * it was published, or NULL. (transfer full): a name that may do where the text names none either, such as
 * a single word or the outlet once more; NULL where there is none. */
char *syn_page_byline_read (SynDraft *draft, const SynNode *root, const char *account);

G_END_DECLS
