#include "syn-analyser.h"

#include <string.h>
#include <libstemmer.h>

#include "syn-analysis-private.h"
#include "syn-language-private.h"

struct _SynAnalyser {
  SynLexicons *lexicons;   /* owned */
  SynGazetteer *gazetteer; /* owned */

  GMutex mutex;
  GPtrArray *idle; /* owned: SynWorker not at work */
};

/* ---- workers ---- */

static void
close_stemmer (gpointer stemmer)
{
  g_clear_pointer ((struct sb_stemmer **) &stemmer, sb_stemmer_delete);
}

static SynWorker *
worker_new (SynLexicons *lexicons)
{
  SynWorker *worker = g_new0 (SynWorker, 1);
  UErrorCode status = U_ZERO_ERROR;

  worker->words = ubrk_open (UBRK_WORD, "", NULL, 0, &status);
  worker->sentences = ubrk_open (UBRK_SENTENCE, "", NULL, 0, &status);
  if (U_FAILURE (status))
    g_error ("ICU has no break rules: %s", u_errorName (status)); /* a broken installation */

  worker->stemmers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, close_stemmer);
  worker->guesser = syn_language_guesser_new_with_lexicons (lexicons);

  return worker;
}

static void
worker_free (gpointer data)
{
  SynWorker *worker = data;

  ubrk_close (worker->words);
  ubrk_close (worker->sentences);
  g_hash_table_unref (worker->stemmers);
  syn_language_guesser_free (worker->guesser);
  g_free (worker);
}

static SynWorker *
take_worker (SynAnalyser *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->idle->len > 0)
    return g_ptr_array_steal_index_fast (self->idle, self->idle->len - 1);
  g_clear_pointer (&locker, g_mutex_locker_free);

  return worker_new (self->lexicons);
}

static void
give_back (SynAnalyser *self, SynWorker *worker)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_ptr_array_add (self->idle, worker);
}

/* ---- one analysis ---- */

static void
analysis_init (SynAnalysis *self,
               SynAnalyser *analyser,
               const SynDocumentSource *source,
               GCancellable *cancellable)
{
  g_autoptr (GString) text = g_string_new (source->title);
  gsize body, length;

  if (text->len > 0)
    g_string_append (text, "\n\n");
  body = text->len;
  g_string_append (text, source->body != NULL ? source->body : "");
  length = text->len;

  memset (self, 0, sizeof *self);
  syn_draft_init (&self->draft, g_string_free (g_steal_pointer (&text), FALSE), length, body);
  self->draft.published = syn_date_parse_iso (source->published);
  self->lexemes = g_ptr_array_new ();
  self->paragraph_lexicons = g_ptr_array_new ();
  self->quotations = g_array_new (FALSE, TRUE, sizeof (SynQuotation));

  self->source = source;
  self->worker = take_worker (analyser);
  self->lexicons = analyser->lexicons;
  self->gazetteer = analyser->gazetteer;
  self->tables = syn_tables_get_default ();
  self->cancellable = cancellable;
}

static void
analysis_clear (SynAnalysis *self, SynAnalyser *analyser)
{
  give_back (analyser, self->worker);
  syn_draft_clear (&self->draft);
  g_ptr_array_unref (self->lexemes);
  g_ptr_array_unref (self->paragraph_lexicons);
  g_array_unref (self->quotations);
  g_free (self->is_taken);
}

static void (*const steps[]) (SynAnalysis *self) = {
  syn_analysis_find_paragraphs, syn_analysis_find_languages, syn_analysis_find_tokens,
  syn_analysis_read_tokens,     syn_analysis_pair_marks,     syn_analysis_find_sentences,
  syn_analysis_find_clauses,    syn_analysis_find_dates,     syn_analysis_find_figures,
  syn_analysis_find_names,      syn_analysis_find_quotes,
};

/* ---- public ---- */

SynAnalyser *
syn_analyser_new (void)
{
  SynAnalyser *self = g_new0 (SynAnalyser, 1);

  self->lexicons = syn_lexicons_new ();
  self->gazetteer = syn_gazetteer_new ();
  g_mutex_init (&self->mutex);
  self->idle = g_ptr_array_new_with_free_func (worker_free);

  return self;
}

void
syn_analyser_free (SynAnalyser *self)
{
  g_ptr_array_unref (self->idle);
  g_mutex_clear (&self->mutex);
  syn_gazetteer_free (self->gazetteer);
  syn_lexicons_free (self->lexicons);
  g_free (self);
}

SynDocument *
syn_analyser_analyse (SynAnalyser *self,
                      const SynDocumentSource *source,
                      GCancellable *cancellable,
                      GError **error)
{
  SynAnalysis analysis;
  SynDocument *document = NULL;

  analysis_init (&analysis, self, source, cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (steps) && !g_cancellable_is_cancelled (cancellable); i++)
    steps[i](&analysis);

  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    document = syn_draft_freeze (&analysis.draft);
  analysis_clear (&analysis, self);

  return document;
}

const char *
syn_analyser_guess_language (SynAnalyser *self, const char *text, gssize length)
{
  SynWorker *worker = take_worker (self);
  const char *language = syn_language_guesser_guess (worker->guesser, text, length);

  give_back (self, worker);

  return language;
}
