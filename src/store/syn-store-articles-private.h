/* Reading an article's row: what listing and searching share. */
#pragma once

#include <sqlite3.h>

#include "syn-store-articles.h"

G_BEGIN_DECLS

/* The columns of a record without its text, asides and drops, in the order of syn_record_read(). */
#define SYN_RECORD_COLUMNS                                                                                             \
  "article.id, coalesce (article.story, 0), article.added, article.size, article.facts, article.entry, article.file, " \
  "article.key, article.title, article.byline, article.outlet, article.published, article.updated, "                   \
  "article.language, article.url, article.hash, "                                                                      \
  "CASE WHEN article.title IS NULL THEN substr (article.text, 1, 200) END"
#define SYN_RECORD_N_COLUMNS 17

/* The row under the cursor: (transfer full). */
SynRecord *syn_record_read (sqlite3_stmt *statement);

G_END_DECLS
