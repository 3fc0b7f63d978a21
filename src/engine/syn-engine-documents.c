/* Articles to documents: the language of their own words, their analysis, and keeping it. */
#include "config.h"

#include "syn-engine-private.h"

#include <string.h>

#include "syn-story-grouping.h"

/* Enough to tell a language by n-grams, in bytes; more only takes time. */
#define GUESSED_LENGTH 4000

/* The draft's words without those by another hand, as many as it takes to tell the language. */
static GString *
collect_own_words (const SynDraft *draft)
{
  GString *words = g_string_new (NULL);
  gsize length = strlen (draft->text);
  gsize at = 0;

  for (guint i = 0; i <= draft->asides->len && words->len < GUESSED_LENGTH; i++) {
    const SynDraftAside *aside =
        i < draft->asides->len ? &g_array_index (draft->asides, SynDraftAside, i) : NULL;
    gsize end = aside != NULL ? aside->span.start : length;

    if (end > at)
      g_string_append_len (words, draft->text + at, end - at);
    at = aside != NULL ? aside->span.end : length;
  }

  if (words->len == 0 && draft->title != NULL)
    g_string_append (words, draft->title);
  if (words->len > GUESSED_LENGTH)
    g_string_truncate (words, g_utf8_find_prev_char (words->str, words->str + GUESSED_LENGTH) - words->str);

  return words;
}

static SynAnalyser *
get_analyser (SynEngine *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->analyser == NULL)
    self->analyser = syn_analyser_new ();

  return self->analyser;
}

char *
syn_engine_guess_language (SynEngine *self, const SynDraft *draft)
{
  g_autoptr (GString) words = NULL;

  if (draft->language != NULL)
    return g_strdup (draft->language);

  words = collect_own_words (draft);

  return g_strdup (syn_analyser_guess_language (get_analyser (self), words->str, words->len));
}

SynDocument *
syn_engine_analyse (SynEngine *self, const SynRecord *record, GCancellable *cancellable, GError **error)
{
  g_autoptr (SynArticle) article = syn_article_new ((SynRecord *) record);
  SynDocumentSource source = {
    .title = record->title,
    .body = record->text,
    .language = record->language,
    .published = record->published,
  };

  source.asides = syn_article_get_asides (article, &source.n_asides);

  return syn_analyser_analyse (get_analyser (self), &source, cancellable, error);
}

void
syn_kept_analysis_init (SynKeptAnalysis *self, SynDocument *document)
{
  self->version = SYN_ANALYSIS_VERSION;
  self->document = syn_document_to_bytes (document);
  self->signature = syn_story_signature_new (document);
}

void
syn_kept_analysis_clear (SynKeptAnalysis *self)
{
  g_clear_pointer (&self->document, g_bytes_unref);
  g_clear_pointer (&self->signature, g_bytes_unref);
}

/* The kept one; NULL without an error where there is none that fits. */
static SynDocument *
read_kept (SynEngine *self, const SynRecord *record, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  SynStore *store = syn_engine_take_reader (self, error);
  gboolean asked;

  if (store == NULL)
    return NULL;

  asked = syn_store_get_document (store, record->id, record->hash, SYN_ANALYSIS_VERSION, &bytes, error);
  syn_readers_give (self->readers, store);
  if (!asked || bytes == NULL)
    return NULL;

  return syn_document_from_bytes (bytes, NULL);
}

typedef struct {
  gint64 id;
  GBytes *hash;
  SynKeptAnalysis analysis;
} Keeping;

static gboolean
keep_in_writer (SynStore *store, gpointer data, GError **error)
{
  const Keeping *keeping = data;

  return syn_store_set_analysis (store, keeping->id, keeping->hash, &keeping->analysis, error);
}

static void
free_keeping (gpointer data)
{
  Keeping *keeping = data;

  g_bytes_unref (keeping->hash);
  syn_kept_analysis_clear (&keeping->analysis);
  g_free (keeping);
}

static void
keep_later (SynEngine *self, const SynRecord *record, SynDocument *document)
{
  Keeping *keeping = g_new0 (Keeping, 1);

  keeping->id = record->id;
  keeping->hash = g_bytes_ref (record->hash);
  syn_kept_analysis_init (&keeping->analysis, document);
  syn_writer_push (self->writer, keep_in_writer, keeping, free_keeping);
}

SynDocument *
syn_engine_ensure_document (SynEngine *self, SynRecord *record, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  SynDocument *document = syn_cache_get (self->documents, record->hash);

  if (document != NULL)
    return document;

  if (record->id != 0)
    document = read_kept (self, record, &local_error);
  if (local_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }

  if (document == NULL) {
    document = syn_engine_analyse (self, record, cancellable, error);
    if (document != NULL && record->id != 0)
      keep_later (self, record, document);
  }
  if (document != NULL)
    syn_cache_put (self->documents, record->hash, document);

  return document;
}
