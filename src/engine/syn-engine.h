/* The façade: what the window and the command line ask for. Owns the writer thread, the readers, the analyser and the
 * caches. Calls with `_async` return at once and finish on the caller's main context; the others block and are for the
 * command line and for threads. */
#pragma once

#include "syn-comparison.h"
#include "syn-error.h"
#include "syn-search-hit.h"
#include "syn-story.h"

G_BEGIN_DECLS

#define SYN_TYPE_ENGINE (syn_engine_get_type ())
G_DECLARE_FINAL_TYPE (SynEngine, syn_engine, SYN, ENGINE, GObject)

/* An engine without a library: extract, compare and score on files. */
SynEngine *syn_engine_new (void);

/* $XDG_DATA_HOME/synoptic/library.db: (transfer full). */
char      *syn_engine_get_default_library (void);

/* Opens (creating it and the folders above it) or, with `create` FALSE, requires the library. Once an engine.
 * SYN_ERROR_DAMAGED, _FOREIGN, _FAILED, _NOT_FOUND; a file that is refused is left as it is. */
gboolean   syn_engine_open_library (SynEngine *self, const char *path, gboolean create, GError **error);

/* "changed": the library has other articles or stories than before; emitted on the thread-default main context of the
 * thread that made the engine. */

/* ---- files, without a library ---- */

/* An article of a file, its language told; (transfer none). FALSE stops the reading (no error). */
typedef gboolean (*SynArticleFunc) (SynArticle *article, gpointer user_data);

/* Hands out the file's articles one by one. FALSE with an error when the file or its rest cannot be read; the message
 * names the file and the reason. `is_plain`: body text alone, nothing detected, nothing dropped, a line a paragraph. */
gboolean   syn_engine_read_file (SynEngine *self, const char *path, gboolean is_plain, GCancellable *cancellable,
                                 SynArticleFunc func, gpointer user_data, GError **error);

/* ---- taking articles in ---- */

typedef struct {
  char *file;
  char *why;
  SynError code; /* what sort of reason, for what can be done about it */
} SynImportFailure;

typedef struct {
  guint imported, updated, skipped;
  GPtrArray *failed;  /* SynImportFailure */
  GArray *articles;   /* gint64 ids of the imported, updated and skipped articles, in order */
} SynImportReport;

void             syn_import_report_free (SynImportReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynImportReport, syn_import_report_free)

typedef void (*SynEngineProgress) (guint done, guint total, const char *what, gpointer user_data);

/* Files and folders. Each article is analysed and stored whole or not at all; a failed file leaves the rest done. NULL
 * only when cancelled or when the library cannot be written; what was done by then stays. */
SynImportReport *syn_engine_import        (SynEngine *self, const char *const *paths, GCancellable *cancellable,
                                           SynEngineProgress progress, gpointer user_data, GError **error);
/* `progress` is called on the caller's main context. */
void             syn_engine_import_async  (SynEngine *self, const char *const *paths, GCancellable *cancellable,
                                           SynEngineProgress progress, gpointer progress_data,
                                           GAsyncReadyCallback callback, gpointer user_data);
SynImportReport *syn_engine_import_finish (SynEngine *self, GAsyncResult *result, GError **error);

/* ---- the library ---- */

/* SynStory objects, newest first: (transfer full). Every article is in exactly one. The `_async` call gives what is kept
 * at once; what is left to do (grouping after an import that was cut off, analysing anew after an update of the program,
 * comparing stories that were not compared yet) is done in the background then, and "changed" tells of it. */
GListModel      *syn_engine_list_stories  (SynEngine *self, GCancellable *cancellable, GError **error);
void             syn_engine_list_stories_async  (SynEngine *self, GCancellable *cancellable,
                                                 GAsyncReadyCallback callback, gpointer user_data);
GListModel      *syn_engine_list_stories_finish (SynEngine *self, GAsyncResult *result, GError **error);
/* SynArticle objects without text, newest first: (transfer full). */
GListModel      *syn_engine_list_articles (SynEngine *self, GCancellable *cancellable, GError **error);
SynArticle      *syn_engine_get_article   (SynEngine *self, gint64 id, GError **error);
/* SynSearchHit objects, best first: (transfer full). */
GListModel      *syn_engine_search        (SynEngine *self, const char *query, guint limit, GCancellable *cancellable,
                                           GError **error);
void             syn_engine_search_async  (SynEngine *self, const char *query, guint limit, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
GListModel      *syn_engine_search_finish (SynEngine *self, GAsyncResult *result, GError **error);
/* Ids that are not there are passed over. */
gboolean         syn_engine_remove        (SynEngine *self, const gint64 *ids, gsize n, GError **error);
void             syn_engine_remove_async  (SynEngine *self, const gint64 *ids, gsize n, GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean         syn_engine_remove_finish (SynEngine *self, GAsyncResult *result, GError **error);
/* TRUE when integrity, foreign keys and search index are sound; else the problems, a line each, in `error`. */
gboolean         syn_engine_check         (SynEngine *self, GCancellable *cancellable, GError **error);

/* ---- comparing ---- */

/* Ids of a story's articles, earliest published first: (transfer full) (element-type gint64). SYN_ERROR_NOT_FOUND. */
GArray          *syn_engine_list_members  (SynEngine *self, gint64 story, GError **error);

/* Whole articles, of the library or of files, in pane order. Of a whole story the counts are kept with it. */
SynComparison   *syn_engine_compare        (SynEngine *self, SynArticle *const *articles, gsize n,
                                            GCancellable *cancellable, SynEngineProgress progress, gpointer user_data,
                                            GError **error);
/* From ids; texts and kept analyses are read in a thread. */
void             syn_engine_compare_async  (SynEngine *self, const gint64 *ids, gsize n, GCancellable *cancellable,
                                            SynEngineProgress progress, gpointer progress_data,
                                            GAsyncReadyCallback callback, gpointer user_data);
SynComparison   *syn_engine_compare_finish (SynEngine *self, GAsyncResult *result, GError **error);

G_END_DECLS
