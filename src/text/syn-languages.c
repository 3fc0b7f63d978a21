/* Which language each paragraph is in, and the document. */
#include "syn-analysis-private.h"
#include "syn-language-private.h"

#include <string.h>

/* The primary tag of a declared language ("en-GB" -> "en"); NULL for what is none. */
static char *
get_primary_tag (const char *declared)
{
  gsize length = declared != NULL ? strcspn (declared, "-_") : 0;

  for (gsize i = 0; i < length; i++) {
    if (!g_ascii_isalpha (declared[i]))
      return NULL;
  }

  return length == 2 || length == 3 ? g_ascii_strdown (declared, length) : NULL;
}

/* The language that most of the article's own text is in, by its paragraphs' length; 0 when no paragraph
 * tells. */
static SynTextId
get_majority (const SynAnalysis *self)
{
  g_autoptr (GHashTable) lengths = g_hash_table_new (NULL, NULL);
  SynTextId best = 0;
  gsize best_length = 0;

  for (guint i = 0; i < self->draft.paragraphs->len; i++) {
    const SynParagraph *paragraph = SYN_RECORD (self->draft.paragraphs, SynParagraph, i);
    gpointer key = GUINT_TO_POINTER (paragraph->language);
    gsize length;

    if (paragraph->language == 0 || paragraph->aside != SYN_ASIDE_NONE)
      continue;

    length = GPOINTER_TO_SIZE (g_hash_table_lookup (lengths, key)) + syn_span_length (paragraph->span);
    g_hash_table_insert (lengths, key, GSIZE_TO_POINTER (length));
    if (length > best_length) {
      best = paragraph->language;
      best_length = length;
    }
  }

  return best;
}

static gboolean
has_latin_letter (const char *text)
{
  for (; *text != '\0'; text++) {
    if (g_ascii_isalpha (*text))
      return TRUE;
  }

  return FALSE;
}

static SynTextId
get_document_language (SynAnalysis *self)
{
  g_autofree char *declared = get_primary_tag (self->source->language);
  SynTextId majority = get_majority (self);
  const char *guessed;

  if (majority != 0)
    return majority;

  guessed = syn_language_guesser_guess (self->worker->guesser, self->draft.text + self->draft.body,
                                        self->draft.length - self->draft.body);
  if (guessed == NULL)
    guessed = declared;

  /* A few Latin words without a tell are likelier English than anything else in this reader. */
  if (guessed == NULL)
    guessed = has_latin_letter (self->draft.text) ? "en" : "und";

  return syn_strings_add (self->draft.strings, guessed, -1);
}

void
syn_analysis_find_languages (SynAnalysis *self)
{
  GArray *paragraphs = self->draft.paragraphs;

  for (guint i = 0; i < paragraphs->len; i++) {
    SynParagraph *paragraph = SYN_RECORD (paragraphs, SynParagraph, i);
    const char *guessed = syn_language_guesser_guess_part (
        self->worker->guesser, self->draft.text + paragraph->span.start, syn_span_length (paragraph->span));

    if (guessed != NULL)
      paragraph->language = syn_strings_add (self->draft.strings, guessed, -1);
  }
  self->draft.language = get_document_language (self);

  for (guint i = 0; i < paragraphs->len; i++) {
    SynParagraph *paragraph = SYN_RECORD (paragraphs, SynParagraph, i);
    const char *language;

    if (paragraph->language == 0)
      paragraph->language = self->draft.language;
    language = syn_strings_get (self->draft.strings, paragraph->language);
    g_ptr_array_add (self->paragraph_lexicons, (gpointer) syn_lexicons_get (self->lexicons, language));
  }
}
