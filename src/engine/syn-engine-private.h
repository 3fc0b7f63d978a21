/* What the engine's files share. */
#pragma once

#include "syn-analyser.h"
#include "syn-article-private.h"
#include "syn-cache-private.h"
#include "syn-engine.h"
#include "syn-language.h"
#include "syn-readers-private.h"
#include "syn-store-articles.h"
#include "syn-writer-private.h"

G_BEGIN_DECLS

struct _SynEngine {
  GObject parent_instance;

  /* owned; the first two NULL without a library */
  SynWriter *writer;
  SynReaders *readers;
  SynCache *documents;   /* content hash -> SynDocument */
  SynCache *comparisons; /* ids and content hashes -> SynComparison */
  GMainContext *context; /* where "changed" is emitted */

  /* made when first needed, under `lock` */
  GMutex lock;
  SynAnalyser *analyser;

  /* atomic */
  int is_change_due;
  int is_catching_up;

  /* the catching-up thread's: "story revision" of what it has tried */
  GHashTable *counted;
};

/* ---- syn-engine.c ---- */

/* A reading connection; without a library SYN_ERROR_FAILED. */
SynStore    *syn_engine_take_reader   (SynEngine *self, GError **error);
gboolean     syn_engine_write         (SynEngine *self, SynWriterFunc func, gpointer data, GError **error);

/* "changed", soon, once for all that ask meanwhile; from any thread. */
void         syn_engine_queue_changed (SynEngine *self);

/* ---- syn-engine-documents.c ---- */

/* The language of the draft's own words where it declares none; NULL where they do not tell. (transfer full) */
char        *syn_engine_guess_language (SynEngine *self, const SynDraft *draft);

/* The article's analysis: from the cache, from the library, else made (and then kept there). (transfer full) */
SynDocument *syn_engine_ensure_document (SynEngine *self, SynRecord *record, GCancellable *cancellable, GError **error);

/* Analyses, whatever is kept. (transfer full) */
SynDocument *syn_engine_analyse        (SynEngine *self, const SynRecord *record, GCancellable *cancellable,
                                        GError **error);

/* A document as the library keeps it. */
void         syn_kept_analysis_init    (SynKeptAnalysis *self, SynDocument *document);
void         syn_kept_analysis_clear   (SynKeptAnalysis *self);

/* ---- syn-engine-stories.c ---- */

/* Makes the stories anew where articles came, went or changed since they were last made. */
gboolean     syn_engine_group_stories  (SynEngine *self, GCancellable *cancellable, GError **error);

/* ---- syn-engine-compare.c ---- */

/* The article of the library with its text: (transfer full). */
SynArticle  *syn_engine_load_article   (SynEngine *self, gint64 id, GError **error);

G_END_DECLS
