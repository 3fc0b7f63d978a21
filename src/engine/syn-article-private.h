#pragma once

#include "syn-article.h"
#include "syn-draft.h"
#include "syn-record.h"

G_BEGIN_DECLS

/* (transfer full) */
SynArticle *syn_article_new        (SynRecord *record);

/* What it stands on: (transfer none). */
SynRecord  *syn_article_get_record (SynArticle *self);

/* Whether its text is loaded. */
gboolean    syn_article_is_whole   (SynArticle *self);

/* A draft as a record, without its hash; `language` stands where the draft declares none. (transfer full) */
SynRecord  *syn_record_new_from_draft (const SynDraft *draft, const char *language);

G_END_DECLS
