/* Names in Chinese: places of the gazetteer, works in 《》, persons by surname beside an office or a verb of
 * saying. */
#include "syn-names-private.h"

#include <string.h>

/* Tokens looked ahead for the mark that closes a title of a work. */
#define MAX_WORK_TOKENS 20
/* Characters of a surname and given name together. */
#define MAX_PERSON_CHARACTERS 4

static glong
count_characters (const SynAnalysis *self, guint32 first, guint32 end)
{
  glong n = 0;

  for (guint32 i = first; i < end; i++) {
    SynSpan span = syn_analysis_token (self, i)->span;

    n += g_utf8_strlen (self->draft.text + span.start, syn_span_length (span));
  }

  return n;
}

static gboolean
is_han (const SynAnalysis *self, guint32 token)
{
  return (syn_analysis_token (self, token)->flags & SYN_TOKEN_HAN) != 0;
}

/* The surname's character at the start of the token. */
static gboolean
starts_with_surname (const SynAnalysis *self, const SynLexicon *lexicon, guint32 token)
{
  const char *word = syn_analysis_word (self, token);
  g_autofree char *first = g_utf8_substring (word, 0, 1);

  return syn_lexeme_is (syn_lexicon_look_up (lexicon, first), SYN_CLASS_SURNAME) ||
         syn_analysis_is (self, token, SYN_CLASS_SURNAME);
}

/* Tokens of a person's name at `token`, up to one that shows it to be a name; 0 for none. */
static guint32
find_person_end (
    const SynAnalysis *self, const SynLexicon *lexicon, guint32 token, guint32 end, gboolean is_after_role)
{
  if (!is_han (self, token) || !starts_with_surname (self, lexicon, token))
    return token;

  for (guint32 i = token + 1; i <= end && count_characters (self, token, i) <= MAX_PERSON_CHARACTERS; i++) {
    gboolean is_closed = i < end && (syn_analysis_is (self, i, SYN_CLASS_TITLE) ||
                                     syn_analysis_is (self, i, SYN_CLASS_CUE_VERB));

    if (count_characters (self, token, i) >= 2 &&
        (is_closed || (is_after_role && i < end && !is_han (self, i))))
      return i;
    if (is_after_role && count_characters (self, token, i) == 3)
      return i;
    if (i < end && (!is_han (self, i) || syn_analysis_is (self, i, SYN_CLASS_FUNCTION)))
      break;
  }

  return token;
}

void
syn_names_find_han (SynNames *names, guint32 sentence)
{
  SynAnalysis *self = names->analysis;
  const SynSentence *record = syn_analysis_sentence (self, sentence);
  const SynLexicon *lexicon = syn_analysis_get_lexicon (self, sentence);
  guint32 end = record->first_token + record->n_tokens;

  for (guint32 i = record->first_token; i < end; i++) {
    gboolean is_after_role = i > record->first_token && syn_analysis_is (self, i - 1, SYN_CLASS_ROLE);
    guint32 person_end;

    if (self->is_taken[i])
      continue;
    if (syn_analysis_token_is (self, i, "《")) {
      for (guint32 k = i + 1; k < end && k < i + MAX_WORK_TOKENS; k++) {
        if (!syn_analysis_token_is (self, k, "》"))
          continue;
        if (k > i + 1)
          syn_names_add (names, sentence, i + 1, k, NULL);
        i = k;
        break;
      }
      continue;
    }
    if (syn_gazetteer_find (self->gazetteer, syn_analysis_word (self, i), NULL) != NULL && is_han (self, i)) {
      guint32 place = syn_names_add (names, sentence, i, i + 1, NULL);

      syn_names_get_form (names, place)->votes[SYN_NAME_PLACE] += 8;
      continue;
    }

    person_end = find_person_end (self, lexicon, i, end, is_after_role);
    if (person_end > i) {
      guint32 person = syn_names_add (names, sentence, i, person_end, NULL);

      syn_names_get_form (names, person)->votes[SYN_NAME_PERSON] += 5;
      i = person_end - 1;
    }
  }
}
