#include "syn-analysis-private.h"

#include <string.h>
#include <libstemmer.h>
#include <unicode/utext.h>

/* ICU looks at a paragraph in stretches of this many bytes: its dictionary breaker for Han takes memory by
 * the length of a stretch. Far above any real paragraph. */
#define STRETCH_BYTES 65536
/* A word longer than any is left as it is: no stem, no fold beyond ASCII. */
#define MAX_WORD_BYTES 256

/* ---- finding them ---- */

static gboolean
is_han (gunichar c)
{
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x20000 && c <= 0x3ffff) ||
         (c >= 0xf900 && c <= 0xfaff) || c == 0x3007 || c == 0x3005;
}

static void
add_token (SynAnalysis *self, SynSpan span)
{
  const char *text = self->draft.text + span.start;
  gunichar first = g_utf8_get_char (text);
  SynTokenFlags flags = 0;
  SynToken *token;

  if (g_unichar_isspace (first) || first == 0xfeff || first == 0x200b)
    return;

  for (const char *p = text; p < text + span.end - span.start; p = g_utf8_next_char (p)) {
    if (g_unichar_isalnum (g_utf8_get_char (p))) {
      flags |= SYN_TOKEN_WORD;
      break;
    }
  }
  if (g_unichar_isdigit (first))
    flags |= SYN_TOKEN_NUMBER;
  if (g_unichar_isupper (first) || g_unichar_istitle (first))
    flags |= SYN_TOKEN_CAPITALISED;
  if (is_han (first))
    flags |= SYN_TOKEN_HAN;

  token = syn_draft_add (self->draft.tokens);
  token->span = span;
  token->flags = flags;
  token->entry = SYN_NO_WORD;
}

/* What turns a number into another word: "29th", "1990s", "5G". */
static gboolean
is_number_ending (const char *letters, gsize length)
{
  static const char *const endings[] = { "st", "nd", "rd", "th", "s", "d", "g", "p", "ds" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    if (strlen (endings[i]) == length && g_ascii_strncasecmp (letters, endings[i], length) == 0)
      return TRUE;
  }

  return FALSE;
}

/* "17bn", "3.4m", "50km": the number ends where up to three letters begin. */
static gsize
find_number_end (const char *text, SynSpan span)
{
  gsize end = span.start;
  gsize n_letters;

  while (end < span.end && (g_ascii_isdigit (text[end]) || text[end] == '.' || text[end] == ','))
    end++;

  n_letters = span.end - end;
  if (n_letters == 0 || n_letters > 3 || is_number_ending (text + end, n_letters))
    return span.end;

  for (gsize i = end; i < span.end; i++) {
    if (!g_ascii_isalpha (text[i]))
      return span.end;
  }

  return end;
}

/* "U.S" before a full stop: single letters with full stops between them. */
static gboolean
is_dotted (const char *text, SynSpan span)
{
  if (syn_span_length (span) < 3 || syn_span_length (span) % 2 == 0)
    return FALSE;

  for (gsize i = span.start; i < span.end; i++) {
    gboolean is_letter = (i - span.start) % 2 == 0;

    if (is_letter ? !g_ascii_isalpha (text[i]) : text[i] != '.')
      return FALSE;
  }

  return TRUE;
}

static void
add_word (SynAnalysis *self, SynSpan span)
{
  const char *text = self->draft.text;
  GArray *tokens = self->draft.tokens;

  if (text[span.start] == '.' && syn_span_length (span) == 1 && tokens->len > 0) {
    SynToken *last = SYN_RECORD (tokens, SynToken, tokens->len - 1);

    if (last->span.end == span.start && is_dotted (text, last->span)) {
      last->span.end = span.end;
      return;
    }
  }

  if (g_ascii_isdigit (text[span.start])) {
    gsize end = find_number_end (text, span);

    add_token (self, syn_span (span.start, end));
    if (end < span.end)
      add_token (self, syn_span (end, span.end));
    return;
  }

  add_token (self, span);
}

static void
break_stretch (SynAnalysis *self, SynSpan stretch)
{
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  UBreakIterator *words = self->worker->words;
  int32_t start;

  utext_openUTF8 (&utext, self->draft.text + stretch.start, syn_span_length (stretch), &status);
  ubrk_setUText (words, &utext, &status);
  if (U_FAILURE (status)) {
    utext_close (&utext);
    return;
  }

  start = ubrk_first (words);
  for (int32_t end = ubrk_next (words); end != UBRK_DONE; start = end, end = ubrk_next (words))
    add_word (self, syn_span (stretch.start + start, stretch.start + end));
  utext_close (&utext);
}

/* Where a stretch that starts at `start` ends: at white space if there is any, else between two characters.
 */
static gsize
find_stretch_end (const char *text, gsize start, gsize limit)
{
  gsize end = start + STRETCH_BYTES;

  if (limit - start <= STRETCH_BYTES)
    return limit;

  for (gsize i = end; i > start + STRETCH_BYTES / 2; i--) {
    if (g_ascii_isspace (text[i]))
      return i;
  }
  while (((guchar) text[end] & 0xc0) == 0x80)
    end--;

  return end;
}

void
syn_analysis_find_tokens (SynAnalysis *self)
{
  for (guint i = 0; i < self->draft.paragraphs->len; i++) {
    SynSpan span = SYN_RECORD (self->draft.paragraphs, SynParagraph, i)->span;

    while (span.start < span.end && !g_cancellable_is_cancelled (self->cancellable)) {
      gsize end = find_stretch_end (self->draft.text, span.start, span.end);

      break_stretch (self, syn_span (span.start, end));
      span.start = end;
    }
  }
}

/* ---- reading them ---- */

/* What is looked up once a word and language. */
typedef struct {
  guint64 key; /* word and language */
  const SynLexeme *lexeme;
  SynTextId stem;
  SynWordId entry;
  float rarity;
  SynTokenFlags flags;
} Reading;

/* The rarest that an estimate says, in nats: about a word of one article in 20,000. */
#define MAX_ESTIMATE 10.f

/* Without counts for the language: short words are common, long ones rare (Zipf's law of abbreviation). In
 * nats; about what English words of that length have on average in the built-in table. */
static float
estimate_rarity (const char *word, gboolean is_word_of_han)
{
  glong n_characters = g_utf8_strlen (word, -1);

  if (is_word_of_han)
    return MIN (4.f + 2.f * (n_characters - 1), MAX_ESTIMATE);

  return MIN (2.5f + .7f * n_characters, MAX_ESTIMATE);
}

static void
fold_slowly (GString *word, const char *text, gsize length)
{
  g_autofree char *normal = g_utf8_normalize (text, length, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded =
      g_utf8_casefold (normal != NULL ? normal : text, normal != NULL ? -1 : (gssize) length);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    g_string_append_unichar (word, c == 0x2019 || c == 0x02bc ? '\'' : c);
  }
}

/* Case folded, one kind of apostrophe, no possessive; "U.S.", "U.S" and "US" become "u.s.", other dotted
 * words lose their dots. */
static void
fold (GString *word, const char *text, gsize length)
{
  gboolean is_ascii = TRUE;

  g_string_truncate (word, 0);
  for (gsize i = 0; i < length && is_ascii; i++)
    is_ascii = (guchar) text[i] < 0x80;

  if (length > MAX_WORD_BYTES)
    g_string_append_len (word, text, length);
  else if (is_ascii)
    g_string_append_len (word, text, length);
  else
    fold_slowly (word, text, length);
  if (is_ascii)
    g_string_ascii_down (word);

  if (word->len > 2 && g_str_has_suffix (word->str, "'s"))
    g_string_truncate (word, word->len - 2);

  if (g_str_equal (word->str, "u.s"))
    g_string_append_c (word, '.');
  if (word->len > 2 && word->str[1] == '.' && word->str[word->len - 1] == '.') {
    if (g_str_equal (word->str, "u.s.") || g_str_equal (word->str, "u.s.a."))
      g_string_assign (word, "u.s.");
    else
      g_string_replace (word, ".", "", 0);
  } else if (length >= 2 && text[0] == 'U' && text[1] == 'S' &&
             (g_str_equal (word->str, "us") || g_str_equal (word->str, "usa"))) {
    g_string_assign (word, "u.s.");
  }
}

static SynTextId
find_stem (SynAnalysis *self, const char *language, SynTextId word)
{
  const char *text = syn_strings_get (self->draft.strings, word);
  struct sb_stemmer *stemmer;
  const sb_symbol *stem;
  gpointer found = NULL;

  if (strlen (text) > MAX_WORD_BYTES)
    return word;

  if (!g_hash_table_lookup_extended (self->worker->stemmers, language, NULL, &found)) {
    found = sb_stemmer_new (language, "UTF_8");
    g_hash_table_insert (self->worker->stemmers, g_strdup (language), found);
  }
  stemmer = found;
  if (stemmer == NULL)
    return word;

  stem = sb_stemmer_stem (stemmer, (const sb_symbol *) text, strlen (text));

  return stem != NULL
             ? syn_strings_add (self->draft.strings, (const char *) stem, sb_stemmer_length (stemmer))
             : word;
}

static SynWordId
find_entry (const SynAnalysis *self, const char *word, gboolean is_number)
{
  if (is_number)
    return syn_tables_find (self->tables, "0", 1);
  if (g_str_equal (word, "u.s."))
    return syn_tables_find (self->tables, "us", 2);

  return syn_tables_find (self->tables, word, -1);
}

static void
read_word (SynAnalysis *self,
           Reading *reading,
           const SynToken *token,
           const char *language,
           const SynLexicon *lexicon)
{
  const char *word = syn_strings_get (self->draft.strings, token->word);
  gboolean is_word_of_han = (token->flags & SYN_TOKEN_HAN) != 0;
  gboolean is_number = (token->flags & SYN_TOKEN_NUMBER) != 0;
  /* A Latin word in text of another script is read as English. */
  gboolean is_guest =
      g_ascii_isalpha (word[0]) &&
      (g_str_equal (language, "zh") || g_str_equal (language, "ja") || g_str_equal (language, "ko"));
  const char *spoken = is_guest ? "en" : language;

  reading->lexeme = is_guest ? NULL : syn_lexicon_look_up (lexicon, word);
  reading->entry = SYN_NO_WORD;
  reading->stem = token->word;
  if (!(token->flags & SYN_TOKEN_WORD))
    return;

  if (syn_lexeme_is (reading->lexeme, SYN_CLASS_FUNCTION))
    reading->flags |= SYN_TOKEN_FUNCTION;
  if (syn_lexeme_is (reading->lexeme, SYN_CLASS_NEGATION))
    reading->flags |= SYN_TOKEN_NEGATION;
  if (syn_lexeme_is (reading->lexeme, SYN_CLASS_NUMBER))
    reading->flags |= SYN_TOKEN_NUMBER;

  if (!is_word_of_han && !is_number)
    reading->stem = find_stem (self, spoken, token->word);

  word = syn_strings_get (self->draft.strings, token->word);
  if (g_str_equal (spoken, "en") || is_number) {
    reading->entry = find_entry (self, word, is_number);
    reading->rarity = syn_tables_get_rarity (self->tables, reading->entry);
  } else if (!(reading->flags & SYN_TOKEN_FUNCTION)) {
    reading->rarity = estimate_rarity (word, is_word_of_han);
  }
}

void
syn_analysis_read_tokens (SynAnalysis *self)
{
  g_autoptr (GHashTable) readings = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GString) word = g_string_new (NULL);
  GArray *tokens = self->draft.tokens;
  guint paragraph = 0;

  for (guint i = 0; i < tokens->len; i++) {
    SynToken *token = SYN_RECORD (tokens, SynToken, i);
    const SynParagraph *paragraphs = (const SynParagraph *) (gpointer) self->draft.paragraphs->data;
    Reading *reading;
    guint64 key;

    while (token->span.start >= paragraphs[paragraph].span.end)
      paragraph++;

    fold (word, self->draft.text + token->span.start, syn_span_length (token->span));
    token->word = syn_strings_add (self->draft.strings, word->str, word->len);

    /* g_int64_hash() looks at the low half only: the word, which differs most. */
    key = (guint64) paragraphs[paragraph].language << 32 | token->word;
    reading = g_hash_table_lookup (readings, &key);
    if (reading == NULL) {
      g_autofree char *language =
          g_strdup (syn_strings_get (self->draft.strings, paragraphs[paragraph].language));

      reading = g_new0 (Reading, 1);
      reading->key = key;
      read_word (self, reading, token, language, g_ptr_array_index (self->paragraph_lexicons, paragraph));
      g_hash_table_insert (readings, &reading->key, reading);
    }

    token->stem = reading->stem;
    token->entry = reading->entry;
    token->rarity = reading->rarity;
    token->flags |= reading->flags;
    g_ptr_array_add (self->lexemes, (gpointer) reading->lexeme);
  }
}
