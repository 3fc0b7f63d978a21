/* The library's articles: taking in, rewriting, reading, removing; and what the analysis found in each. */
#pragma once

#include "syn-record.h"
#include "syn-store.h"

G_BEGIN_DECLS

/* What analysis made of an article, for keeping. */
typedef struct {
  guint version;     /* of the analyser */
  GBytes *document;
  GBytes *signature; /* what grouping into stories needs of it */
} SynKeptAnalysis;

/* ---- taking in ---- */

/* The article of that content, or 0. */
gboolean   syn_store_find_content  (SynStore   *self,
                                    GBytes     *hash,
                                    gint64     *id,
                                    GError    **error);

/* The article of which `record` is a later version, or 0: the same lasting key in the same file; else, where title or
 * text show that it is the same article, the same web address as key or url, or the same place in the same file. A page
 * that gives another's address as its own, or a file that now holds something else, replaces nothing. */
gboolean   syn_store_find_earlier  (SynStore         *self,
                                    const SynRecord  *record,
                                    gint64           *id,
                                    GError          **error);

/* Its hash must be set. Gives it a new id. */
gboolean   syn_store_insert_article (SynStore               *self,
                                     const SynRecord        *record,
                                     const SynKeptAnalysis  *analysis,
                                     gint64                 *id,
                                     GError                **error);

/* Puts `record` in the place of article `id`, which keeps its id and, until the next grouping, its story. */
gboolean   syn_store_rewrite_article (SynStore               *self,
                                      gint64                  id,
                                      const SynRecord        *record,
                                      const SynKeptAnalysis  *analysis,
                                      GError                **error);

/* Ids that are not there are passed over. */
gboolean   syn_store_remove_articles (SynStore      *self,
                                      const gint64  *ids,
                                      gsize          n,
                                      GError       **error);

/* ---- reading ---- */

/* With its text: (transfer full). SYN_ERROR_NOT_FOUND. */
SynRecord *syn_store_get_article   (SynStore  *self,
                                    gint64     id,
                                    GError   **error);

/* Without texts, newest first: (transfer full) (element-type SynRecord). */
GPtrArray *syn_store_list_articles (SynStore  *self,
                                    GError   **error);

/* ---- analysis ---- */

/* The kept document, or NULL in `document` where there is none of that version for the content of `hash`. */
gboolean   syn_store_get_document  (SynStore  *self,
                                    gint64     id,
                                    GBytes    *hash,
                                    guint      version,
                                    GBytes   **document,
                                    GError   **error);

/* Nothing is kept where the article's content is no longer that of `hash`: a stale result. */
gboolean   syn_store_set_analysis  (SynStore               *self,
                                    gint64                  id,
                                    GBytes                 *hash,
                                    const SynKeptAnalysis  *analysis,
                                    GError                **error);

/* Articles without an analysis of that version: (transfer full) (element-type gint64). */
GArray    *syn_store_list_outdated (SynStore  *self,
                                    guint      version,
                                    GError   **error);

G_END_DECLS
