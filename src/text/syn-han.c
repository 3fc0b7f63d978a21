#include "syn-han-private.h"

#include <string.h>

/* Characters in the longest word of the lists. */
#define MAX_WORD 5

/* A digit of either width, or -1. */
static int
get_digit (gunichar c)
{
  if (c >= '0' && c <= '9')
    return c - '0';

  return c >= 0xff10 && c <= 0xff19 ? (int) (c - 0xff10) : -1;
}

/* The value of a numeral character below ten, or -1. */
static int
get_numeral (gunichar c)
{
  static const gunichar numerals[] = { 0x96f6, 0x4e00, 0x4e8c, 0x4e09, 0x56db,
                                       0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d };

  if (c == 0x4e24 || c == 0x5169) /* 两 兩 */
    return 2;
  if (c == 0x3007) /* 〇 */
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++) {
    if (numerals[i] == c)
      return i;
  }

  return -1;
}

/* 十 百 千 万 亿, or 0. */
static double
get_magnitude (gunichar c)
{
  switch (c) {
  case 0x5341:
    return 10;
  case 0x767e:
    return 100;
  case 0x5343:
    return 1000;
  case 0x4e07:
  case 0x842c:
    return 1e4;
  case 0x4ebf:
  case 0x5104:
    return 1e8;
  default:
    return 0;
  }
}

static gboolean
is_many (gunichar c)
{
  return c == 0x591a || c == 0x4f59 || c == 0x9918; /* 多 余 餘 */
}

static gboolean
is_few (gunichar c)
{
  return c == 0x51e0 || c == 0x5e7e || c == 0x6570 || c == 0x6578; /* 几 幾 数 數 */
}

/* "12", "1,234.5": the number in digits, its bytes in `length`. */
static double
read_digits (const char *text, const char *end, gsize *length)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *p = text;

  while (p < end) {
    gunichar c = g_utf8_get_char (p);
    const char *next = g_utf8_next_char (p);
    gboolean is_before_digit = next < end && get_digit (g_utf8_get_char (next)) >= 0;

    if (get_digit (c) >= 0)
      g_string_append_c (digits, '0' + get_digit (c));
    else if (c == '.' && is_before_digit && digits->len > 0 && strchr (digits->str, '.') == NULL)
      g_string_append_c (digits, '.');
    else if (!((c == ',' || c == 0xff0c) && is_before_digit && digits->len > 0))
      break;
    p = next;
  }
  *length = p - text;

  return g_ascii_strtod (digits->str, NULL);
}

SynHanNumber
syn_han_read_number (const char *text, const char *end)
{
  SynHanNumber number = { 0 };
  double total = 0;   /* of whole 万 and 亿 */
  double section = 0; /* below the next of them */
  double current = -1;
  guint n_characters = 0;
  gboolean is_vague = FALSE;
  const char *p = text;

  while (p < end) {
    gunichar c = g_utf8_get_char (p);
    double magnitude = get_magnitude (c);
    gsize length;

    if (get_digit (c) >= 0 && current < 0) {
      current = read_digits (p, end, &length);
      number.is_digits = TRUE;
      p += length;
      n_characters += 2;
      continue;
    }
    if (get_numeral (c) >= 0 && !number.is_digits) {
      /* 二〇二五: figure by figure */
      current = current > 0 || (current == 0 && n_characters > 0) ? 10 * current + get_numeral (c)
                                                                  : get_numeral (c);
    } else if (is_few (c) && n_characters == 0) {
      const char *next = g_utf8_next_char (p);

      if (next >= end || get_magnitude (g_utf8_get_char (next)) == 0)
        break;
      current = 2;
      is_vague = TRUE;
    } else if (magnitude > 0 && magnitude < 1e4 && !(number.is_digits && current < 0 && section > 0)) {
      section += (current < 0 ? 1 : current) * magnitude;
      current = -1;
    } else if (magnitude >= 1e4 && n_characters > 0) {
      total += (section + MAX (current, 0)) * magnitude;
      if (magnitude == 1e8 && total > 0 && section + MAX (current, 0) == 0)
        total *= magnitude;
      section = 0;
      current = -1;
    } else if (is_many (c) && n_characters > 0 && !number.is_over) {
      number.is_over = TRUE;
    } else {
      break;
    }
    n_characters++;
    p = g_utf8_next_char (p);
  }

  if (n_characters == 0)
    return number;

  number.length = p - text;
  number.value = total + section + MAX (current, 0);
  number.upper = is_vague ? number.value / 2 * 9 : number.value;
  number.is_bare = n_characters == 1 && !number.is_digits;

  return number;
}

gsize
syn_han_match (
    const SynLexicon *lexicon, const char *text, const char *end, SynClass class, const SynSense **sense)
{
  char word[MAX_WORD * 6 + 1];
  gsize best = 0;
  const char *p = text;

  *sense = NULL;
  for (guint n = 0; n < MAX_WORD && p < end; n++) {
    const SynLexeme *lexeme;

    p = g_utf8_next_char (p);
    memcpy (word, text, p - text);
    word[p - text] = '\0';
    lexeme = syn_lexicon_look_up (lexicon, word);
    if (syn_lexeme_is (lexeme, class)) {
      best = p - text;
      *sense = syn_lexicon_get_sense (lexicon, lexeme, class);
    }
  }

  return best;
}

gsize
syn_han_match_before (
    const SynLexicon *lexicon, const char *start, const char *text, SynClass class, const SynSense **sense)
{
  char word[MAX_WORD * 6 + 1];
  gsize best = 0;
  const char *p = text;

  *sense = NULL;
  for (guint n = 0; n < MAX_WORD && p > start; n++) {
    const SynLexeme *lexeme;

    p = g_utf8_prev_char (p);
    memcpy (word, p, text - p);
    word[text - p] = '\0';
    lexeme = syn_lexicon_look_up (lexicon, word);
    if (syn_lexeme_is (lexeme, class)) {
      best = text - p;
      *sense = syn_lexicon_get_sense (lexicon, lexeme, class);
    }
  }

  return best;
}

gsize
syn_han_skip (const char *text, const char *end, const char *word)
{
  gsize length = strlen (word);

  return (gsize) (end - text) >= length && memcmp (text, word, length) == 0 ? length : 0;
}
