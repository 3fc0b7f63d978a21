/* Text to document: paragraphs, language, sentences, clauses, words, then the mentions (figures, dates, names, quotes).
 * Thread-safe: one analyser serves any number of threads. Needs no files: its word lists are part of the program. */
#pragma once

#include "syn-document.h"

G_BEGIN_DECLS

/* Raised with every change of what analysis gives; the library re-analyses articles kept with another one. */
#define SYN_ANALYSIS_VERSION 2

typedef struct _SynAnalyser SynAnalyser;

SynAnalyser *syn_analyser_new     (void);
void         syn_analyser_free    (SynAnalyser *self);

/* Never fails: any valid UTF-8 gives a document, in time about linear in its length. NULL only when cancelled
 * (`cancellable` nullable; G_IO_ERROR_CANCELLED). (transfer full) */
SynDocument *syn_analyser_analyse (SynAnalyser             *self,
                                   const SynDocumentSource *source,
                                   GCancellable            *cancellable,
                                   GError                 **error);

/* The language that a passage is in, as syn_language_guesser_guess () tells it, without word lists of one's own. Static, or
 * owned by the analyser. */
const char  *syn_analyser_guess_language (SynAnalyser *self,
                                          const char  *text,
                                          gssize       length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynAnalyser, syn_analyser_free)

G_END_DECLS
