/* Finding words in the library's articles: headline, byline, outlet and text, without regard to case and diacritics. */
#pragma once

#include "syn-record.h"
#include "syn-store.h"

G_BEGIN_DECLS

typedef struct {
  SynRecord *record; /* without its text */
  double rank;       /* BM25 (Robertson and Zaragoza, 2009): the larger, the better the match */
  char *snippet;     /* the stretch with most hits, one line, "…" where it was cut */
  GArray *marks;       /* SynSpan, the hits in `snippet`, in bytes */
  GArray *title_marks; /* SynSpan, the hits in the record's title, in bytes */
} SynMatch;

void       syn_match_free   (SynMatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynMatch, syn_match_free)

/* `query` in the reader's words: every word must occur, "words in quotation marks" one after the other, the last word
 * may go on. No query is an error; one without a word finds nothing. Best first: (transfer full) (element-type
 * SynMatch). */
GPtrArray *syn_store_search (SynStore      *self,
                             const char    *query,
                             guint          limit,
                             GCancellable  *cancellable,
                             GError       **error);

G_END_DECLS
