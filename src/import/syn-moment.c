#include "config.h"

#include "syn-moment.h"

#include <string.h>

#include "syn-fold.h"
#include "syn-lexicon.h"

#define MAX_TOKENS 4096
#define FIRST_YEAR 1800
#define LAST_YEAR  2100

typedef enum {
  TOKEN_END,
  TOKEN_NUMBER, /* ASCII or full-width digits */
  TOKEN_WORD,
  TOKEN_SIGN, /* one character */
} TokenKind;

typedef struct {
  TokenKind kind;
  SynSpan span;
  int value;    /* of a number */
  guint digits; /* how many it has */
  gunichar sign;
  guint month;       /* that the word names, or 0 */
  gboolean is_glued; /* no space before it */
} Token;

typedef struct {
  const char *text;
  GArray *tokens; /* ends in TOKEN_END */
  SynMomentOrder order;
  gboolean is_field; /* a field's value: looser */
} Parse;

typedef struct {
  int year, month, day;
  int hour, minute, second; /* -1 where not stated */
  char fraction[8];         /* ".123" or "" */
  char zone[8];             /* "Z", "+01:00" or "" */
  guint first, end;         /* tokens */
} Moment;

/* ---- tokens ---- */

static guint
find_month (const char *word, gsize length)
{
  g_autofree char *folded = syn_fold (word, length);
  const SynLexiconRow *row = syn_lexicon_find (SYN_LEXICON_MONTHS, folded);

  return row != NULL ? g_ascii_strtoull (row->value, NULL, 10) : 0;
}

static GArray *
tokenise (const char *text)
{
  GArray *tokens = g_array_new (FALSE, TRUE, sizeof (Token));
  const char *p = text;
  Token end = { TOKEN_END };
  gboolean is_glued = FALSE;

  while (*p != '\0' && tokens->len < MAX_TOKENS) {
    const char *start = p;
    gunichar c = g_utf8_get_char (p);
    Token token = { .is_glued = is_glued };

    if (g_unichar_isspace (c)) {
      p = g_utf8_next_char (p);
      is_glued = FALSE;
      continue;
    }

    if (g_unichar_isdigit (c)) {
      token.kind = TOKEN_NUMBER;
      for (; g_unichar_isdigit (c = g_utf8_get_char (p)); p = g_utf8_next_char (p)) {
        if (token.digits++ < 8)
          token.value = token.value * 10 + g_unichar_digit_value (c);
      }
    } else if (g_unichar_isalpha (c) && !(c >= 0x2e80 && c < 0xac00)) {
      token.kind = TOKEN_WORD;
      while (g_unichar_isalpha (c = g_utf8_get_char (p)) || g_unichar_ismark (c))
        p = g_utf8_next_char (p);
      token.month = find_month (start, p - start);
    } else {
      token.kind = TOKEN_SIGN;
      token.sign = c;
      p = g_utf8_next_char (p);
    }
    token.span = syn_span (start - text, p - text);
    g_array_append_val (tokens, token);
    is_glued = TRUE;
  }
  end.span = syn_span (p - text, p - text);
  g_array_append_val (tokens, end);

  return tokens;
}

static const Token *
get_token (const Parse *parse, guint at)
{
  return &g_array_index (parse->tokens, Token, MIN (at, parse->tokens->len - 1));
}

static gboolean
is_number (const Parse *parse, guint at, guint min_digits, guint max_digits)
{
  const Token *token = get_token (parse, at);

  return token->kind == TOKEN_NUMBER && token->digits >= min_digits && token->digits <= max_digits;
}

static gboolean
is_sign (const Parse *parse, guint at, gunichar sign)
{
  const Token *token = get_token (parse, at);

  return token->kind == TOKEN_SIGN && token->sign == sign;
}

static gboolean
is_word (const Parse *parse, guint at, const char *word)
{
  const Token *token = get_token (parse, at);

  return token->kind == TOKEN_WORD && strlen (word) == syn_span_length (token->span) &&
         g_ascii_strncasecmp (parse->text + token->span.start, word, strlen (word)) == 0;
}

static gboolean
is_one_of (const Parse *parse, guint at, const char *const *words)
{
  for (; *words != NULL; words++) {
    if (is_word (parse, at, *words))
      return TRUE;
  }

  return FALSE;
}

/* ---- dates ---- */

static gboolean
set_date (Moment *moment, int year, int month, int day, guint first, guint end)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 ||
      day > g_date_get_days_in_month (month, year))
    return FALSE;

  moment->year = year;
  moment->month = month;
  moment->day = day;
  moment->first = first;
  moment->end = end;

  return TRUE;
}

/* The year of two digits in a mail's date (RFC 2822, section 4.3). */
static int
get_year (const Token *token)
{
  if (token->digits == 4)
    return token->value;

  return token->value < 50 ? 2000 + token->value : 1900 + token->value;
}

static gboolean
is_year (const Parse *parse, guint at)
{
  return is_number (parse, at, 4, 4) || (parse->is_field && is_number (parse, at, 2, 2));
}

static guint
skip_ordinal (const Parse *parse, guint at)
{
  static const char *const endings[] = { "st", "nd", "rd", "th", "er", "º", NULL };

  if (get_token (parse, at)->is_glued && (is_one_of (parse, at, endings) || is_sign (parse, at, 0xba)))
    at++;

  return at;
}

/* "2025-01-14", "2025/1/14", "2025.1.14", "20250114" */
static gboolean
match_year_first (const Parse *parse, guint at, Moment *moment)
{
  const Token *token = get_token (parse, at);
  gunichar sign;
  int day;

  if (parse->is_field && is_number (parse, at, 8, 8))
    return set_date (moment, token->value / 10000, token->value / 100 % 100, token->value % 100, at, at + 1);
  if (!is_number (parse, at, 4, 4))
    return FALSE;

  sign = get_token (parse, at + 1)->sign;
  if (get_token (parse, at + 1)->kind != TOKEN_SIGN || (sign != '-' && sign != '/' && sign != '.') ||
      !is_number (parse, at + 2, 1, 2) || !is_sign (parse, at + 3, sign) || !is_number (parse, at + 4, 1, 2))
    return FALSE;
  day = get_token (parse, at + 4)->value;

  return set_date (moment, token->value, get_token (parse, at + 2)->value, day, at, at + 5);
}

/* "2025年1月14日", "2025년 1월 14일": the signs between may be words of their script. */
static gboolean
match_east_asian (const Parse *parse, guint at, Moment *moment)
{
  gboolean is_han =
      is_sign (parse, at + 1, 0x5e74) && is_sign (parse, at + 3, 0x6708) && is_sign (parse, at + 5, 0x65e5);
  gboolean is_korean =
      is_word (parse, at + 1, "년") && is_word (parse, at + 3, "월") && is_word (parse, at + 5, "일");

  if ((!is_han && !is_korean) || !is_number (parse, at, 4, 4) || !is_number (parse, at + 2, 1, 2) ||
      !is_number (parse, at + 4, 1, 2))
    return FALSE;

  return set_date (moment, get_token (parse, at)->value, get_token (parse, at + 2)->value,
                   get_token (parse, at + 4)->value, at, at + 6);
}

/* "January 14, 2025", "Jan. 14th 2025", "Jan 14 08:15:00 2025" */
static gboolean
match_month_first (const Parse *parse, guint at, Moment *moment)
{
  int month = get_token (parse, at)->month;
  guint first = at;
  int day;

  if (month == 0)
    return FALSE;
  at++;
  if (is_sign (parse, at, '.'))
    at++;
  if (!is_number (parse, at, 1, 2))
    return FALSE;
  day = get_token (parse, at)->value;
  at = skip_ordinal (parse, at + 1);
  if (is_sign (parse, at, ',') || is_sign (parse, at, '.'))
    at++;

  /* As a mailbox separates its mails (asctime of C). */
  if (parse->is_field && is_number (parse, at, 2, 2) && is_sign (parse, at + 1, ':') &&
      is_number (parse, at + 2, 2, 2) && is_sign (parse, at + 3, ':') && is_number (parse, at + 5, 4, 4)) {
    moment->hour = get_token (parse, at)->value;
    moment->minute = get_token (parse, at + 2)->value;
    moment->second = get_token (parse, at + 4)->value;
    return set_date (moment, get_token (parse, at + 5)->value, month, day, first, at + 6);
  }

  return is_number (parse, at, 4, 4) &&
         set_date (moment, get_token (parse, at)->value, month, day, first, at + 1);
}

/* "14 January 2025", "14. Januar 2025", "14 de enero de 2025", "14-Jan-2025", "14 Jan 25" in a field */
static gboolean
match_day_first (const Parse *parse, guint at, Moment *moment)
{
  static const char *const links[] = { "of", "de", "del", "di", NULL };
  guint first = at;
  int month;
  int day;

  if (!is_number (parse, at, 1, 2))
    return FALSE;
  day = get_token (parse, at)->value;
  at = skip_ordinal (parse, at + 1);
  if (is_sign (parse, at, '.') || is_sign (parse, at, '-') || is_sign (parse, at, '/') ||
      is_one_of (parse, at, links))
    at++;
  month = get_token (parse, at)->month;
  if (month == 0)
    return FALSE;
  at++;
  while (is_sign (parse, at, '.') || is_sign (parse, at, ',') || is_sign (parse, at, '-') ||
         is_sign (parse, at, '/') || is_one_of (parse, at, links))
    at++;

  return is_year (parse, at) &&
         set_date (moment, get_year (get_token (parse, at)), month, day, first, at + 1);
}

/* "14.01.2025", "14/01/2025", "01/14/2025", "14-01-2025" */
static gboolean
match_numbers (const Parse *parse, guint at, Moment *moment)
{
  gunichar sign = get_token (parse, at + 1)->sign;
  int first, second, year;
  gboolean is_day_first;

  if (!is_number (parse, at, 1, 2) || get_token (parse, at + 1)->kind != TOKEN_SIGN ||
      (sign != '.' && sign != '/' && sign != '-') || !is_number (parse, at + 2, 1, 2) ||
      !is_sign (parse, at + 3, sign) || !is_number (parse, at + 4, 4, 4))
    return FALSE;

  first = get_token (parse, at)->value;
  second = get_token (parse, at + 2)->value;
  year = get_token (parse, at + 4)->value;
  if (sign == '.' || first > 12)
    is_day_first = TRUE;
  else if (second > 12 || parse->order == SYN_MOMENT_MONTH_FIRST)
    is_day_first = FALSE;
  else if (parse->order == SYN_MOMENT_DAY_FIRST || first == second)
    is_day_first = TRUE;
  else
    return FALSE;

  return is_day_first ? set_date (moment, year, second, first, at, at + 5)
                      : set_date (moment, year, first, second, at, at + 5);
}

/* ---- times ---- */

static guint
read_zone (const Parse *parse, guint at, Moment *moment)
{
  const Token *token = get_token (parse, at);
  gboolean is_signed = is_sign (parse, at, '+') || is_sign (parse, at, '-') || is_sign (parse, at, 0x2212);

  if (is_sign (parse, at, '('))
    return read_zone (parse, at + 1, moment);

  if (is_signed && is_number (parse, at + 1, 4, 4) && get_token (parse, at + 1)->is_glued) {
    int value = get_token (parse, at + 1)->value;

    if (value / 100 > 14 || value % 100 > 59)
      return at;
    g_snprintf (moment->zone, sizeof moment->zone, "%c%02d:%02d", token->sign == '+' ? '+' : '-', value / 100,
                value % 100);
    return at + 2;
  }
  if (is_signed && is_number (parse, at + 1, 2, 2) && get_token (parse, at + 1)->is_glued) {
    gboolean has_minutes = is_sign (parse, at + 2, ':') && is_number (parse, at + 3, 2, 2);
    int minutes = has_minutes ? get_token (parse, at + 3)->value : 0;

    if (get_token (parse, at + 1)->value > 14 || minutes > 59)
      return at;
    g_snprintf (moment->zone, sizeof moment->zone, "%c%02d:%02d", token->sign == '+' ? '+' : '-',
                get_token (parse, at + 1)->value, minutes);
    return at + (has_minutes ? 4 : 2);
  }
  if (token->kind == TOKEN_WORD && syn_span_length (token->span) <= 5) {
    g_autofree char *name = syn_fold (parse->text + token->span.start, syn_span_length (token->span));
    const SynLexiconRow *row = syn_lexicon_find (SYN_LEXICON_ZONES, name);

    if (row != NULL) {
      g_strlcpy (moment->zone, row->value, sizeof moment->zone);
      /* "GMT+2" and "UTC+02:00" */
      if (strcmp (row->value, "Z") == 0 && get_token (parse, at + 1)->is_glued)
        read_zone (parse, at + 1, moment);
      return at + 1;
    }
  }

  return at;
}

static gboolean
is_zone (const Parse *parse, guint at)
{
  Moment moment = { 0 };

  return get_token (parse, at)->kind == TOKEN_WORD && read_zone (parse, at, &moment) > at;
}

/* "p.m.", "PM": +1 for past noon, -1 for before, 0 for neither; moves `at` behind it. */
static int
read_half (const Parse *parse, guint *at)
{
  gboolean is_pm = is_word (parse, *at, "pm") || is_word (parse, *at, "p");
  gboolean is_am = is_word (parse, *at, "am") || is_word (parse, *at, "a");

  if (is_word (parse, *at, "pm") || is_word (parse, *at, "am")) {
    *at += 1;
  } else if ((is_pm || is_am) && is_sign (parse, *at + 1, '.') && is_word (parse, *at + 2, "m")) {
    *at += 3;
    if (is_sign (parse, *at, '.'))
      *at += 1;
  } else {
    return 0;
  }

  return is_pm ? 1 : -1;
}

/* "08:15:30.5", "8:15 p.m.", "8h15", "08.15 Uhr" from token `at` on. */
static gboolean
match_time (const Parse *parse, guint at, Moment *moment)
{
  int hour = get_token (parse, at)->value;
  guint after = at + 3;
  gboolean has_seconds;
  int half;

  if (!is_number (parse, at, 1, 2) || !is_number (parse, at + 2, 2, 2) ||
      !get_token (parse, at + 1)->is_glued || !get_token (parse, at + 2)->is_glued)
    return FALSE;
  if (!is_sign (parse, at + 1, ':') && !is_sign (parse, at + 1, 0xff1a) && !is_word (parse, at + 1, "h") &&
      !(is_sign (parse, at + 1, '.') && (is_word (parse, at + 3, "uhr") || is_zone (parse, at + 3))))
    return FALSE;

  has_seconds = is_sign (parse, after, ':') && is_number (parse, after + 1, 2, 2);
  if (hour > 23 || get_token (parse, at + 2)->value > 59 ||
      (has_seconds && get_token (parse, after + 1)->value > 60))
    return FALSE;

  moment->hour = hour;
  moment->minute = get_token (parse, at + 2)->value;
  if (has_seconds) {
    moment->second = MIN (get_token (parse, after + 1)->value, 59);
    after += 2;
    if (is_sign (parse, after, '.') && is_number (parse, after + 1, 1, 9)) {
      const Token *token = get_token (parse, after + 1);

      g_snprintf (moment->fraction, sizeof moment->fraction, ".%.*s",
                  (int) MIN (syn_span_length (token->span), 3), parse->text + token->span.start);
      after += 2;
    }
  }

  half = read_half (parse, &after);
  if (half > 0 && moment->hour < 12)
    moment->hour += 12;
  else if (half < 0 && moment->hour == 12)
    moment->hour = 0;
  after = read_zone (parse, after, moment);
  moment->end = MAX (moment->end, after);

  return TRUE;
}

/* The time stands behind the date, with little between, or before it. */
static void
find_time (const Parse *parse, Moment *moment)
{
  static const char *const links[] = { "t",  "at", "um", "à",  "às", "alle", "ore",
                                       "kl", "o",  "в",  "om", "a",  "las",  NULL };
  guint date_end = moment->end;
  guint at = date_end;

  for (guint i = 0; i < 4; i++, at++) {
    const Token *token = get_token (parse, at);

    if (match_time (parse, at, moment))
      return;
    if (token->kind == TOKEN_END || token->kind == TOKEN_NUMBER ||
        (token->kind == TOKEN_WORD && !is_one_of (parse, at, links)))
      break;
  }

  for (at = moment->first >= 8 ? moment->first - 8 : 0; parse->is_field && at < moment->first; at++) {
    if (match_time (parse, at, moment)) {
      moment->first = at;
      moment->end = date_end;
      return;
    }
  }
}

static char *
format (const Moment *moment)
{
  GString *iso = g_string_new (NULL);

  g_string_append_printf (iso, "%04d-%02d-%02d", moment->year, moment->month, moment->day);
  if (moment->hour >= 0) {
    g_string_append_printf (iso, "T%02d:%02d", moment->hour, moment->minute);
    if (moment->second >= 0)
      g_string_append_printf (iso, ":%02d%s", moment->second, moment->fraction);
    g_string_append (iso, moment->zone);
  }

  return g_string_free (iso, FALSE);
}

static char *
find_moment (const char *text, SynMomentOrder order, gboolean is_field, SynSpan *span)
{
  g_autoptr (GArray) tokens = tokenise (text);
  Parse parse = { text, tokens, order, is_field };

  for (guint at = 0; get_token (&parse, at)->kind != TOKEN_END; at++) {
    Moment moment = { .hour = -1, .minute = -1, .second = -1 };

    if (match_year_first (&parse, at, &moment) || match_east_asian (&parse, at, &moment) ||
        match_month_first (&parse, at, &moment) || match_day_first (&parse, at, &moment) ||
        match_numbers (&parse, at, &moment)) {
      if (moment.hour < 0)
        find_time (&parse, &moment);
      if (span != NULL)
        *span = syn_span (get_token (&parse, moment.first)->span.start,
                          get_token (&parse, moment.end - 1)->span.end);
      return format (&moment);
    }
  }

  return NULL;
}

char *
syn_moment_parse (const char *text, SynMomentOrder order)
{
  g_return_val_if_fail (text != NULL, NULL);

  return find_moment (text, order, TRUE, NULL);
}

char *
syn_moment_find (const char *text, SynMomentOrder order, SynSpan *span)
{
  g_return_val_if_fail (text != NULL, NULL);

  return find_moment (text, order, FALSE, span);
}

SynMomentOrder
syn_moment_get_order (const char *language)
{
  g_autofree char *folded = NULL;

  if (language == NULL)
    return SYN_MOMENT_UNDECIDED;

  folded = g_ascii_strdown (language, -1);
  if (!g_str_has_prefix (folded, "en"))
    return SYN_MOMENT_DAY_FIRST;
  if (strcmp (folded, "en-us") == 0 || strcmp (folded, "en_us") == 0)
    return SYN_MOMENT_MONTH_FIRST;

  return strlen (folded) > 2 ? SYN_MOMENT_DAY_FIRST : SYN_MOMENT_UNDECIDED;
}
