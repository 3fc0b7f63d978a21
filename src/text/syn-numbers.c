#include "syn-numbers-private.h"

#include <math.h>
#include <string.h>

/* "several hundred", "a few thousand": from about three to nine of them. */
#define SEVERAL_FEWEST 3
#define SEVERAL_MOST   9
/* "dozens", "hundreds": up to ten times as many as the least that the word says. */
#define VAGUE_SPREAD 10

typedef struct {
  const SynAnalysis *analysis;
  const SynLexicon *lexicon;
  guint32 end;
  gboolean has_decimal_comma;
} Scope;

/* ---- digits ---- */

/* Whether every group of digits behind a separator has three: "1,234,567". */
static gboolean
has_groups_of_three (const char *text, gsize length, char separator)
{
  gsize since = G_MAXSIZE;

  for (gsize i = 0; i < length; i++) {
    if (text[i] == separator) {
      if (since != G_MAXSIZE ? since != 3 : i == 0 || i > 3)
        return FALSE;
      since = 0;
    } else if (since != G_MAXSIZE) {
      since++;
    }
  }

  return since == 3;
}

static gsize
count (const char *text, gsize length, char c)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == c;

  return n;
}

static gsize
find_last (const char *text, gsize length, char c)
{
  while (length > 0 && text[length - 1] != c)
    length--;

  return length;
}

double
syn_number_parse_digits (const char *text, gsize length, gboolean has_decimal_comma)
{
  char digits[64];
  gsize n_digits = 0;
  gsize n_commas = count (text, length, ',');
  gsize n_points = count (text, length, '.');
  char decimal = has_decimal_comma ? ',' : '.';

  if (length == 0 || length >= sizeof digits || !g_ascii_isdigit (text[0]))
    return NAN;

  /* Both: the last one is the decimal sign. One kind, groups of three: thousands, where the language or a
   * second separator says so. */
  if (n_commas > 0 && n_points > 0)
    decimal = find_last (text, length, ',') > find_last (text, length, '.') ? ',' : '.';
  else if (n_commas == 1 && !has_groups_of_three (text, length, ','))
    decimal = ',';
  else if (n_points == 1 && !has_groups_of_three (text, length, '.'))
    decimal = '.';
  if ((decimal == ',' ? n_commas : n_points) > 1)
    decimal = '\0';

  for (gsize i = 0; i < length; i++) {
    if (g_ascii_isdigit (text[i]))
      digits[n_digits++] = text[i];
    else if (text[i] == decimal && decimal != '\0')
      digits[n_digits++] = '.';
    else if (text[i] != ',' && text[i] != '.')
      return NAN;
  }
  digits[n_digits] = '\0';

  return g_ascii_strtod (digits, NULL);
}

/* ---- tokens ---- */

static gboolean
is_word (const Scope *scope, guint32 token, const char *word)
{
  return token < scope->end && g_str_equal (syn_analysis_word (scope->analysis, token), word);
}

/* Past a hyphen that joins two words: "twenty-five", "300-million", "three-quarters". */
static guint32
skip_hyphen (const Scope *scope, guint32 token)
{
  if (token > 0 && token + 1 < scope->end && (is_word (scope, token, "-") || is_word (scope, token, "‑")) &&
      syn_analysis_touches (scope->analysis, token - 1, token) &&
      syn_analysis_touches (scope->analysis, token, token + 1))
    return token + 1;

  return token;
}

static const SynSense *
get_sense (const Scope *scope, guint32 token, SynClass class)
{
  return token < scope->end
             ? syn_lexicon_get_sense (scope->lexicon, syn_analysis_lexeme (scope->analysis, token), class)
             : NULL;
}

static double
read_digits (const Scope *scope, guint32 token)
{
  const SynToken *record = syn_analysis_token (scope->analysis, token);
  const char *text = scope->analysis->draft.text + record->span.start;

  if (!(record->flags & SYN_TOKEN_NUMBER))
    return NAN;

  return syn_number_parse_digits (text, syn_span_length (record->span), scope->has_decimal_comma);
}

/* "½" and its like, NAN otherwise. */
static double
read_fraction_sign (const Scope *scope, guint32 token)
{
  gunichar c =
      g_utf8_get_char (scope->analysis->draft.text + syn_analysis_token (scope->analysis, token)->span.start);

  switch (c) {
  case 0xbc:
    return .25;
  case 0xbd:
    return .5;
  case 0xbe:
    return .75;
  default:
    return NAN;
  }
}

/* All magnitudes that follow: "hundred thousand", "million". */
static double
read_magnitudes (const Scope *scope, guint32 *token)
{
  double factor = 1;

  for (guint n = 0; n < 3; n++) {
    guint32 next = skip_hyphen (scope, *token);
    const SynSense *sense = get_sense (scope, next, SYN_CLASS_MAGNITUDE);

    /* A single letter is a magnitude only where it touches its number: "3.4m", not "3 m". */
    if (sense == NULL || (strlen (syn_analysis_word (scope->analysis, next)) == 1 &&
                          !syn_analysis_touches (scope->analysis, next - 1, next)))
      break;
    factor *= sense->number;
    *token = next + 1;
  }

  return factor;
}

/* "two hundred and fifty thousand", "twenty-five": words added up and multiplied. */
static gboolean
read_words (const Scope *scope, guint32 token, SynNumber *number)
{
  double total = 0, current = 0;
  guint32 next = token;
  guint n_words = 0;

  while (next < scope->end) {
    guint32 word = n_words > 0 ? skip_hyphen (scope, next) : next;
    const SynSense *sense = get_sense (scope, word, SYN_CLASS_NUMBER);
    const SynSense *magnitude = n_words > 0 ? get_sense (scope, word, SYN_CLASS_MAGNITUDE) : NULL;

    if (n_words > 0 && is_word (scope, word, "and") && current >= 100 &&
        get_sense (scope, word + 1, SYN_CLASS_NUMBER) != NULL) {
      word++;
      sense = get_sense (scope, word, SYN_CLASS_NUMBER);
    }
    if (sense != NULL && (n_words == 0 || (current >= 20 && sense->number < 100 && fmod (current, 10) == 0) ||
                          (current == 0 && total > 0))) {
      current += sense->number;
    } else if (magnitude != NULL && magnitude->number == 100) {
      current *= 100;
    } else if (magnitude != NULL && strlen (syn_analysis_word (scope->analysis, word)) > 1) {
      total += MAX (current, 1) * magnitude->number;
      current = 0;
      number->has_magnitude = TRUE;
    } else {
      break;
    }
    next = word + 1;
    n_words++;
  }
  if (n_words == 0)
    return FALSE;

  number->value = total + current;
  number->end = next;
  number->is_single = n_words == 1 && number->value == 1;

  return TRUE;
}

/* "half a million", "half an hour", "half of", "a third of", "three-quarters", "one in four" is not. */
static gboolean
read_fraction (const Scope *scope, guint32 token, SynNumber *number)
{
  const SynSense *fraction = get_sense (scope, token, SYN_CLASS_FRACTION);
  const SynSense *numerator = get_sense (scope, token, SYN_CLASS_NUMBER);
  gboolean has_article =
      syn_analysis_is (scope->analysis, token, SYN_CLASS_ARTICLE) && !is_word (scope, token, "the");
  guint32 next = token + 1;
  double value;

  if (fraction != NULL && fraction->number == .5) {
    value = .5;
    if (is_word (scope, next, "a") || is_word (scope, next, "an")) {
      const SynSense *magnitude = get_sense (scope, next + 1, SYN_CLASS_MAGNITUDE);

      number->end = next + 1;
      number->value = value;
      number->is_fraction = TRUE;
      if (magnitude != NULL) {
        number->end = next + 2;
        number->value = value * magnitude->number;
        number->has_magnitude = TRUE;
        number->is_fraction = FALSE;
      }
      return TRUE;
    }
    /* "the second half", "half-hearted" are no shares. */
    if (token > 0 &&
        (syn_analysis_is (scope->analysis, token - 1, SYN_CLASS_ORDINAL) || is_word (scope, token - 1, "-")))
      return FALSE;
    if (!is_word (scope, next, "of") && !is_word (scope, next, "the") && !is_word (scope, next, "its") &&
        !is_word (scope, next, "their") && !is_word (scope, next, "all") && !is_word (scope, next, "his"))
      return FALSE;
    number->value = value;
    number->end = next;
    number->is_fraction = TRUE;
    return TRUE;
  }

  if (!has_article && numerator == NULL)
    return FALSE;
  next = skip_hyphen (scope, next);
  fraction = get_sense (scope, next, SYN_CLASS_FRACTION);
  if (fraction == NULL)
    return FALSE;
  /* "a third man", "a quarter to nine" */
  if (numerator == NULL && !is_word (scope, next + 1, "of"))
    return FALSE;

  value = (numerator != NULL ? numerator->number : 1) * fraction->number;
  number->value = value;
  number->end = next + 1;
  number->is_fraction = TRUE;
  if ((is_word (scope, number->end, "of") && is_word (scope, number->end + 1, "a")) ||
      is_word (scope, number->end, "a")) {
    guint32 after = number->end + (is_word (scope, number->end, "of") ? 2 : 1);
    const SynSense *magnitude = get_sense (scope, after, SYN_CLASS_MAGNITUDE);

    if (magnitude != NULL) {
      number->value *= magnitude->number;
      number->end = after + 1;
      number->is_fraction = FALSE;
      number->has_magnitude = TRUE;
    }
  }

  return TRUE;
}

/* "dozens", "hundreds of thousands", "several hundred", "a few thousand" */
static gboolean
read_vague (const Scope *scope, guint32 token, SynNumber *number)
{
  const SynSense *sense;
  guint n_tokens =
      syn_analysis_match (scope->analysis, scope->lexicon, token, scope->end, SYN_CLASS_VAGUE, &sense);
  guint32 next = token + 1;

  if (n_tokens > 0) {
    number->value = sense->number;
    number->upper = sense->number / 2 * VAGUE_SPREAD;
    number->end = token + n_tokens;
    number->is_vague = TRUE;
    return TRUE;
  }

  if (is_word (scope, token, "a") && is_word (scope, next, "few"))
    next++;
  else if (is_word (scope, token, "a") && is_word (scope, next, "couple"))
    next += is_word (scope, next + 1, "of") ? 2 : 1;
  else if (!is_word (scope, token, "several") && !is_word (scope, token, "few"))
    return FALSE;

  number->end = next;
  number->value = read_magnitudes (scope, &number->end);
  if (number->end == next)
    return FALSE;
  number->upper = number->value * (is_word (scope, token + 1, "couple") ? 3 : SEVERAL_MOST);
  number->value *= is_word (scope, token + 1, "couple") ? 2 : SEVERAL_FEWEST;
  number->is_vague = TRUE;
  number->has_magnitude = TRUE;

  return TRUE;
}

/* "a million", "a dozen", "a hundred" */
static gboolean
read_article (const Scope *scope, guint32 token, SynNumber *number)
{
  guint32 next = token + 1;

  if (!is_word (scope, token, "a") && !is_word (scope, token, "an"))
    return FALSE;

  number->value = read_magnitudes (scope, &next);
  number->end = next;
  number->has_magnitude = TRUE;

  return next > token + 1;
}

/* "2 000": three digits behind a space and one to three others, as most of Europe writes thousands. */
static gboolean
is_group (const Scope *scope, guint32 token)
{
  const SynAnalysis *self = scope->analysis;
  SynSpan before, span;

  if (token == 0 || token >= scope->end)
    return FALSE;

  before = syn_analysis_token (self, token - 1)->span;
  span = syn_analysis_token (self, token)->span;

  return syn_span_length (before) <= 3 && syn_span_length (span) == 3 && span.start > before.end &&
         g_utf8_strlen (self->draft.text + before.end, span.start - before.end) == 1 &&
         strspn (self->draft.text + span.start, "0123456789") == 3 && !self->is_taken[token];
}

SynNumber
syn_number_read (const SynAnalysis *self,
                 const SynLexicon *lexicon,
                 guint32 token,
                 guint32 end,
                 gboolean has_decimal_comma)
{
  Scope scope = { self, lexicon, end, has_decimal_comma };
  SynNumber number = { .end = token, .factor = 1 };
  double digits;

  if (token >= end)
    return number;

  digits = read_digits (&scope, token);
  if (!isnan (digits)) {
    number.value = digits;
    number.end = token + 1;
    number.is_digits = TRUE;
    while (has_decimal_comma && is_group (&scope, number.end)) {
      number.value = 1000 * number.value + read_digits (&scope, number.end);
      number.end++;
    }
    if (number.end < end && syn_analysis_touches (self, token, number.end) &&
        !isnan (read_fraction_sign (&scope, number.end))) {
      number.value += read_fraction_sign (&scope, number.end);
      number.end++;
    }
  } else if (!isnan (read_fraction_sign (&scope, token))) {
    number.value = read_fraction_sign (&scope, token);
    number.end = token + 1;
    number.is_fraction = TRUE;
  } else if (read_fraction (&scope, token, &number) || read_vague (&scope, token, &number)) {
    number.upper = MAX (number.upper, number.value);
    return number;
  } else if (!read_words (&scope, token, &number) && !read_article (&scope, token, &number)) {
    number.end = token;
    return number;
  }

  if (!number.has_magnitude) {
    guint32 before = number.end;

    /* "one and a half million" */
    if (is_word (&scope, number.end, "and") && is_word (&scope, number.end + 1, "a") &&
        is_word (&scope, number.end + 2, "half")) {
      number.value += .5;
      number.end += 3;
      before = 0;
      number.is_single = FALSE;
    }
    number.factor = read_magnitudes (&scope, &number.end);
    number.value *= number.factor;
    number.has_magnitude = number.end > before && before > 0;
    if (number.has_magnitude)
      number.is_single = FALSE;
  }
  number.upper = number.value;

  return number;
}
