#include "syn-language.h"

#include <string.h>
#include <glib/gstdio.h>
#include <libexttextcat/textcat.h>

#include "syn-fold.h"
#include "syn-language-private.h"

/* Bytes that are looked at: a few sentences tell. */
#define LOOKED_AT_BYTES 2000
/* Letters below which a passage is too short to tell. */
#define FEWEST_LETTERS 8
/* Share of closed-class words among a passage's words that needs no comparison with other languages, that
 * makes the likeliest one sure, and that makes it likely. English news has about .45, a list of names about
 * .1; languages overlap by up to .25 in short passages ("am", "die", "in", "an"). */
#define CERTAIN_SHARE .35
#define SURE_SHARE    .25
#define LIKELY_SHARE  .15
/* Words that n-grams need to beat chance. */
#define FEWEST_WORDS_FOR_GRAMS 10

/* With lists of closed-class words, commonest in news first. */
static const char *const listed_languages[] = { "en", "de", "fr", "es", "it", "nl", "pt" };

/* Known by their n-grams: language and the file of libexttextcat that holds them. */
static const struct {
  const char *language;
  const char *file;
} fingerprints[] = {
  { "en", "en" }, { "de", "de" }, { "fr", "fr" },      { "es", "es" }, { "it", "it" }, { "nl", "nl" },
  { "pt", "pt" }, { "pl", "pl" }, { "cs", "cs" },      { "sk", "sk" }, { "hu", "hu" }, { "ro", "ro" },
  { "sv", "sv" }, { "da", "da" }, { "no", "nb" },      { "fi", "fi" }, { "tr", "tr" }, { "ru", "ru" },
  { "uk", "uk" }, { "bg", "bg" }, { "sr", "sr-Cyrl" }, { "hr", "hr" }, { "id", "id" }, { "vi", "vi" },
  { "ca", "ca" }, { "el", "el" }, { "ar", "ar" },      { "fa", "fa" },
};

struct _SynLanguageGuesser {
  SynLexicons *lexicons; /* borrowed, or owned where `owns_lexicons` */
  gboolean owns_lexicons;
  gpointer grams; /* owned: libexttextcat's handle; NULL until needed */
  gboolean has_tried_grams;
};

SynLanguageGuesser *
syn_language_guesser_new_with_lexicons (SynLexicons *lexicons)
{
  SynLanguageGuesser *self = g_new0 (SynLanguageGuesser, 1);

  self->lexicons = lexicons;

  return self;
}

SynLanguageGuesser *
syn_language_guesser_new (void)
{
  SynLanguageGuesser *self = syn_language_guesser_new_with_lexicons (syn_lexicons_new ());

  self->owns_lexicons = TRUE;

  return self;
}

void
syn_language_guesser_free (SynLanguageGuesser *self)
{
  g_clear_pointer (&self->grams, textcat_Done);
  if (self->owns_lexicons)
    syn_lexicons_free (self->lexicons);
  g_free (self);
}

static gboolean
is_letter (const char *p)
{
  return (guchar) *p < 0x80 ? g_ascii_isalpha (*p) : g_unichar_isalpha (g_utf8_get_char (p));
}

/* ---- by script ---- */

typedef struct {
  gsize n_letters;
  gsize n_latin;
  gsize n_han;
  gsize n_kana;
  gsize n_hangul;
  gsize n_other[G_UNICODE_SCRIPT_HEBREW + 1]; /* by GUnicodeScript, the first ones */
  gsize n_thai;
} Scripts;

static Scripts
count_scripts (const char *text, gsize length)
{
  Scripts scripts = { 0 };
  const char *end = text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    GUnicodeScript script;

    if (!is_letter (p))
      continue;

    script = c < 0x80 ? G_UNICODE_SCRIPT_LATIN : g_unichar_get_script (c);
    scripts.n_letters++;
    if (script == G_UNICODE_SCRIPT_LATIN)
      scripts.n_latin++;
    else if (script == G_UNICODE_SCRIPT_HAN)
      scripts.n_han++;
    else if (script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA)
      scripts.n_kana++;
    else if (script == G_UNICODE_SCRIPT_HANGUL)
      scripts.n_hangul++;
    else if (script == G_UNICODE_SCRIPT_THAI)
      scripts.n_thai++;
    else if ((gsize) script < G_N_ELEMENTS (scripts.n_other))
      scripts.n_other[script]++;
  }

  return scripts;
}

/* A script that one language has to itself, or nearly; NULL where more must be asked. A Han character says
 * about as much as three letters. */
static const char *
guess_by_script (const Scripts *scripts)
{
  gsize n_east = 3 * scripts->n_han + 2 * scripts->n_kana + 2 * scripts->n_hangul;

  if (n_east > scripts->n_latin) {
    if (scripts->n_hangul > scripts->n_han + scripts->n_kana)
      return "ko";
    /* Japanese always has its particles in kana; a brand name in kana makes no Chinese text Japanese. */
    return 10 * scripts->n_kana > scripts->n_han + scripts->n_kana ? "ja" : "zh";
  }
  if (2 * scripts->n_thai > scripts->n_letters)
    return "th";
  if (2 * scripts->n_other[G_UNICODE_SCRIPT_GREEK] > scripts->n_letters)
    return "el";
  if (2 * scripts->n_other[G_UNICODE_SCRIPT_HEBREW] > scripts->n_letters)
    return "he";
  if (2 * scripts->n_other[G_UNICODE_SCRIPT_DEVANAGARI] > scripts->n_letters)
    return "hi";

  return NULL;
}

/* ---- by closed-class words ---- */

/* Cuts `text` into its words: the result points into it. */
static GPtrArray *
split_words (char *text)
{
  GPtrArray *words = g_ptr_array_new ();

  for (char *p = text; *p != '\0';) {
    char *start = p;

    while (*p != '\0' && (is_letter (p) || *p == '\''))
      p = g_utf8_next_char (p);
    if (p > start)
      g_ptr_array_add (words, start);
    if (*p != '\0') {
      char *next = g_utf8_next_char (p);

      *p = '\0';
      p = next;
    }
  }

  return words;
}

static double
get_share (SynLanguageGuesser *self, const char *language, GPtrArray *words)
{
  const SynLexicon *lexicon = syn_lexicons_get (self->lexicons, language);
  guint n_found = 0;

  for (guint i = 0; i < words->len; i++)
    n_found +=
        syn_lexeme_is (syn_lexicon_look_up (lexicon, g_ptr_array_index (words, i)), SYN_CLASS_FUNCTION);

  return words->len > 0 ? (double) n_found / words->len : 0;
}

/* The first language that is sure, or else the likeliest. */
static const char *
guess_by_words (SynLanguageGuesser *self, GPtrArray *words)
{
  const char *best = NULL;
  double best_share = LIKELY_SHARE;

  for (guint i = 0; i < G_N_ELEMENTS (listed_languages); i++) {
    double share = get_share (self, listed_languages[i], words);

    if (share > best_share) {
      best = listed_languages[i];
      best_share = share;
    }
    if (i == 0 && share >= CERTAIN_SHARE)
      break;
  }

  return best_share >= SURE_SHARE || words->len < FEWEST_WORDS_FOR_GRAMS ? best : NULL;
}

/* ---- by n-grams ---- */

/* libexttextcat reads which fingerprints to load from a file alone, so it gets one for that moment. */
static gpointer
open_grams (void)
{
  g_autoptr (GString) configuration = g_string_new (NULL);
  g_autofree char *path = NULL;
  gpointer grams;
  int file = g_file_open_tmp ("synoptic-languages-XXXXXX", &path, NULL);

  if (file < 0)
    return NULL;
  g_close (file, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fingerprints); i++)
    g_string_append_printf (configuration, "%s.lm %s\n", fingerprints[i].file, fingerprints[i].language);
  grams = g_file_set_contents (path, configuration->str, configuration->len, NULL)
              ? special_textcat_Init (path, SYN_FINGERPRINTS_DIR "/")
              : NULL;
  g_unlink (path);

  return grams;
}

static const char *
guess_by_grams (SynLanguageGuesser *self, const char *text, gsize length)
{
  const char *answer;

  if (!self->has_tried_grams) {
    self->has_tried_grams = TRUE;
    self->grams = open_grams ();
  }
  if (self->grams == NULL)
    return NULL;

  /* "[ru][uk]", likeliest first, or a word that says it cannot tell. */
  answer = textcat_Classify (self->grams, text, length);
  for (guint i = 0; answer != NULL && answer[0] == '[' && i < G_N_ELEMENTS (fingerprints); i++) {
    gsize n = strlen (fingerprints[i].language);

    if (strncmp (answer + 1, fingerprints[i].language, n) == 0 && answer[n + 1] == ']')
      return fingerprints[i].language;
  }

  return NULL;
}

/* The start of the text that is looked at. */
static gsize
limit_length (const char *text, gssize length)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;

  if (size <= LOOKED_AT_BYTES)
    return size;

  size = LOOKED_AT_BYTES;
  while (((guchar) text[size] & 0xc0) == 0x80)
    size--;

  return size;
}

static const char *
guess (SynLanguageGuesser *self, const char *text, gssize length, gboolean is_latin_by_grams)
{
  gsize size = limit_length (text, length);
  Scripts scripts = count_scripts (text, size);
  gboolean is_latin = 2 * scripts.n_latin > scripts.n_letters;
  g_autofree char *lower = NULL;
  g_autoptr (GPtrArray) words = NULL;
  const char *found;

  if (scripts.n_letters + 2 * scripts.n_han < FEWEST_LETTERS)
    return NULL;

  found = guess_by_script (&scripts);
  if (found != NULL)
    return found;

  lower = syn_lower (text, size);
  words = split_words (lower);
  if (is_latin)
    found = guess_by_words (self, words);
  if (found == NULL && words->len >= FEWEST_WORDS_FOR_GRAMS && (is_latin_by_grams || !is_latin))
    found = guess_by_grams (self, text, size);

  return found;
}

const char *
syn_language_guesser_guess (SynLanguageGuesser *self, const char *text, gssize length)
{
  return guess (self, text, length, TRUE);
}

const char *
syn_language_guesser_guess_part (SynLanguageGuesser *self, const char *text, gssize length)
{
  return guess (self, text, length, FALSE);
}
