#include "syn-analysis-private.h"

#include <string.h>

const SynLexicon *
syn_analysis_get_lexicon (const SynAnalysis *self, guint32 sentence)
{
  return g_ptr_array_index (self->paragraph_lexicons, syn_analysis_sentence (self, sentence)->paragraph);
}

/* A phrase goes on over white space and hyphens only. */
static gboolean
is_joined (const SynAnalysis *self, guint32 token)
{
  return syn_analysis_token (self, token)->flags & SYN_TOKEN_WORD;
}

guint
syn_analysis_match (const SynAnalysis *self,
                    const SynLexicon *lexicon,
                    guint32 token,
                    guint32 end,
                    SynClass class,
                    const SynSense **sense)
{
  const SynLexeme *lexeme;
  const SynLexeme *best = NULL;
  guint best_length = 0;

  if (token >= end)
    return 0;

  lexeme = syn_analysis_lexeme (self, token);
  if (syn_lexeme_is (lexeme, class)) {
    best = lexeme;
    best_length = 1;
  }

  if (syn_lexeme_starts (lexeme, class)) {
    g_autoptr (GString) phrase = g_string_new (syn_analysis_word (self, token));

    for (guint n = 1; n < SYN_PHRASE_WORDS && token + n < end && is_joined (self, token + n); n++) {
      const SynLexeme *found;

      g_string_append_c (phrase, ' ');
      g_string_append (phrase, syn_analysis_word (self, token + n));
      found = syn_lexicon_look_up (lexicon, phrase->str);
      if (syn_lexeme_is (found, class)) {
        best = found;
        best_length = n + 1;
      }
    }
  }

  if (sense != NULL)
    *sense = best != NULL ? syn_lexicon_get_sense (lexicon, best, class) : NULL;

  return best_length;
}

gboolean
syn_analysis_token_is (const SynAnalysis *self, guint32 token, const char *text)
{
  SynSpan span = syn_analysis_token (self, token)->span;

  return strlen (text) == syn_span_length (span) &&
         memcmp (self->draft.text + span.start, text, strlen (text)) == 0;
}

gboolean
syn_analysis_is_language (const SynAnalysis *self, guint32 sentence, const char *language)
{
  guint32 paragraph = syn_analysis_sentence (self, sentence)->paragraph;
  SynTextId id = SYN_RECORD (self->draft.paragraphs, SynParagraph, paragraph)->language;

  return g_str_equal (syn_strings_get (self->draft.strings, id), language);
}

guint32
syn_analysis_sentence_of (const SynAnalysis *self, gsize offset)
{
  guint32 low = 0;
  guint32 high = self->draft.sentences->len;

  while (low < high) {
    guint32 middle = low + (high - low) / 2;

    if (syn_analysis_sentence (self, middle)->span.end <= offset)
      low = middle + 1;
    else
      high = middle;
  }

  return low < self->draft.sentences->len && syn_analysis_sentence (self, low)->span.start <= offset
             ? low
             : SYN_NO_INDEX;
}

guint32
syn_analysis_find_name (const SynAnalysis *self, gsize offset)
{
  guint32 low = 0;
  guint32 high = self->draft.names->len;

  while (low < high) {
    guint32 middle = low + (high - low) / 2;

    if (SYN_RECORD (self->draft.names, SynNameMention, middle)->span.start < offset)
      low = middle + 1;
    else
      high = middle;
  }

  return low;
}

guint32
syn_analysis_find_token (const SynAnalysis *self, gsize offset)
{
  guint32 low = 0;
  guint32 high = self->draft.tokens->len;

  while (low < high) {
    guint32 middle = low + (high - low) / 2;

    if (syn_analysis_token (self, middle)->span.end <= offset)
      low = middle + 1;
    else
      high = middle;
  }

  return low;
}

guint32
syn_analysis_find_clause (const SynAnalysis *self, guint32 sentence, gsize offset)
{
  const SynSentence *record = syn_analysis_sentence (self, sentence);
  guint32 low = record->first_clause;
  guint32 high = record->first_clause + record->n_clauses;

  /* The last clause that starts at or before the offset. */
  while (high - low > 1) {
    guint32 middle = low + (high - low) / 2;

    if (SYN_RECORD (self->draft.clauses, SynClause, middle)->span.start <= offset)
      low = middle;
    else
      high = middle;
  }

  return low;
}
