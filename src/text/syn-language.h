/* Which language a passage is in: script first (Han, Kana, Hangul, ...), then n-grams (libexttextcat). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SynLanguageGuesser SynLanguageGuesser;

SynLanguageGuesser *syn_language_guesser_new   (void);
void                syn_language_guesser_free  (SynLanguageGuesser *self);

/* BCP 47 primary tag, static or owned by the guesser; NULL where the passage is too short or odd to tell. */
const char         *syn_language_guesser_guess (SynLanguageGuesser *self,
                                                const char         *text,
                                                gssize              length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynLanguageGuesser, syn_language_guesser_free)

G_END_DECLS
