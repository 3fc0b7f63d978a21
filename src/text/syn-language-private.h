/* A guesser that shares its word lists with others. */
#pragma once

#include "syn-language.h"
#include "syn-lexicon-private.h"

G_BEGIN_DECLS

/* `lexicons` must outlive the guesser. */
SynLanguageGuesser *syn_language_guesser_new_with_lexicons (SynLexicons        *lexicons);

/* The same for a part of a text: NULL rather than n-grams for one in Latin letters, as a short or odd paragraph is
 * best taken for the language of the whole. */
const char         *syn_language_guesser_guess_part        (SynLanguageGuesser *self,
                                                            const char         *text,
                                                            gssize              length);

G_END_DECLS
