/* Dates that are written out: "14 January 2025", "Jan. 14", "2025-01-14", "the 1990s". */
#include "syn-dates-readers-private.h"

gboolean
syn_dates_read_iso (const SynDatesScope *scope, guint32 token, SynDatesFound *found)
{
  int year = syn_dates_read_year (scope, token);
  int month, day;

  if (year < 0 || token + 4 >= scope->end || !syn_dates_is_word (scope, token + 1, "-") ||
      !syn_dates_is_word (scope, token + 3, "-"))
    return FALSE;

  month = syn_dates_read_digits (scope, token + 2, 1, 12);
  day = syn_dates_read_day (scope, token + 4);
  found->date = syn_date_from_day (year, MAX (month, 0), MAX (day, 0));
  found->end = token + 5;

  return found->date.precision != SYN_DATE_UNKNOWN;
}

/* "14/1/2025", "1/14/2025", "14.1.2025": only where the order cannot be in doubt. */
gboolean
syn_dates_read_slashes (const SynDatesScope *scope, guint32 token, SynDatesFound *found)
{
  int first = syn_dates_read_digits (scope, token, 1, 31);
  int second, year;

  if (first < 0 || token + 4 >= scope->end || !syn_dates_is_word (scope, token + 1, "/") ||
      !syn_dates_is_word (scope, token + 3, "/"))
    return FALSE;

  second = syn_dates_read_digits (scope, token + 2, 1, 31);
  year = syn_dates_read_year (scope, token + 4);
  found->end = token + 5;
  if (second < 0 || year < 0)
    return FALSE;
  if (first > 12 || first == second)
    found->date = syn_date_from_day (year, second, first);
  else if (second > 12)
    found->date = syn_date_from_day (year, first, second);
  else
    found->date = (SynDate){ 0, 0, SYN_DATE_UNKNOWN };

  return TRUE;
}

/* A day and month are read: what year? */
static void
finish_day (const SynDatesScope *scope, int month, int day, guint32 token, SynDatesFound *found)
{
  guint32 after = syn_dates_skip_comma (scope, token);
  int year;

  if (syn_dates_is_word (scope, after, "de") || syn_dates_is_word (scope, after, "del") ||
      syn_dates_is_word (scope, after, "of"))
    after++;

  year = syn_dates_read_year (scope, after);
  if (year > 0) {
    found->date = syn_date_from_day (year, month, day);
    found->end = after + 1;
  } else {
    found->date = syn_date_near_day (scope->published, month, day, SYN_NEAREST);
    found->end = token;
    found->is_relative = TRUE;
  }
}

/* "January 14, 2025", "Jan. 14", "January 13-19", "January 2025" */
gboolean
syn_dates_read_month_first (const SynDatesScope *scope, guint32 token, SynDatesFound *found)
{
  int month = syn_dates_read_month (scope, token);
  guint32 next;
  int day, last_day, year;

  if (month < 0)
    return FALSE;

  next = syn_dates_skip_stop (scope, token + 1);
  day = syn_dates_read_day (scope, next);
  if (day > 0) {
    last_day = syn_dates_is_dash (scope, next + 1) ? syn_dates_read_day (scope, next + 2) : -1;
    if (last_day > day) {
      SynDate first;

      finish_day (scope, month, last_day, next + 3, found);
      first = found->date;
      first.first -= last_day - day;
      found->date = syn_date_from_to (first, found->date);
      return TRUE;
    }
    finish_day (scope, month, day, next + 1, found);
    return TRUE;
  }

  next = syn_dates_skip_comma (scope, next);
  if (syn_dates_is_word (scope, next, "de") || syn_dates_is_word (scope, next, "del") ||
      syn_dates_is_word (scope, next, "of"))
    next++;
  year = syn_dates_read_year (scope, next);
  if (year < 0)
    return FALSE;
  found->date = syn_date_from_month (year, month);
  found->end = next + 1;

  return TRUE;
}

/* "14 January 2025", "14th of January", "14. Januar", "14 de enero de 2025", "13-19 January" */
gboolean
syn_dates_read_day_first (const SynDatesScope *scope, guint32 token, SynDatesFound *found)
{
  int day = syn_dates_read_day (scope, token);
  int last_day = -1;
  guint32 next = token + 1;
  int month;

  if (day < 0)
    return FALSE;

  if ((syn_dates_is_dash (scope, next) || syn_dates_is_word (scope, next, "to") ||
       syn_dates_is_word (scope, next, "and")) &&
      syn_dates_read_day (scope, next + 1) > day) {
    last_day = syn_dates_read_day (scope, next + 1);
    next += 2;
  }
  next = syn_dates_skip_stop (scope, next);
  if (syn_dates_is_word (scope, next, "of") || syn_dates_is_word (scope, next, "de"))
    next++;
  month = syn_dates_read_month (scope, next);
  if (month < 0)
    return FALSE;

  next = syn_dates_skip_stop (scope, next + 1);
  if (next > 0 && syn_analysis_char (scope->analysis, next - 1) == '.' &&
      syn_dates_read_year (scope, next) < 0)
    next--;
  finish_day (scope, month, last_day > 0 ? last_day : day, next, found);
  if (last_day > 0) {
    SynDate first = found->date;

    first.first -= last_day - day;
    found->date = syn_date_from_to (first, found->date);
  }

  return TRUE;
}

static gboolean
is_plural_noun (const SynDatesScope *scope, guint32 token)
{
  const char *word = syn_dates_get_word (scope, token);
  gsize length = strlen (word);

  return length > 3 && g_ascii_islower (syn_analysis_char (scope->analysis, token)) &&
         word[length - 1] == 's' && word[length - 2] != 's';
}

/* "in 2021", "the 2016 election", "2019–2021", "the 1990s": four digits, unless they count something. */
gboolean
syn_dates_read_bare_year (const SynDatesScope *scope, guint32 token, SynDatesFound *found)
{
  static const char *const in[] = { "in",    "since",  "of",   "from",  "until", "by",    "during", "before",
                                    "after", "the",    "late", "early", "mid",   "en",    "im",     "seit",
                                    "desde", "depuis", "dal",  "nel",   "em",    "sinds", NULL };
  const char *word = syn_dates_get_word (scope, token);
  int year = syn_dates_read_year (scope, token);
  int last_year;

  if (strlen (word) == 5 && word[4] == 's' && g_ascii_isdigit (word[3]) && word[3] == '0') {
    year = atoi (word);
    found->end = token + 1;
    found->date = syn_date_from_to (syn_date_from_year (year), syn_date_from_year (year + 9));
    return year >= SYN_DATES_FIRST_YEAR && year <= SYN_DATES_LAST_YEAR;
  }
  if (year < 0)
    return FALSE;

  if (syn_dates_is_dash (scope, token + 1)) {
    last_year = syn_dates_read_year (scope, token + 2);
    if (last_year < 0 && strlen (syn_dates_get_word (scope, token + 2)) == 2 &&
        syn_dates_read_digits (scope, token + 2, 0, 99) >= 0)
      last_year = year / 100 * 100 + syn_dates_read_digits (scope, token + 2, 0, 99);
    if (last_year > year) {
      found->date = syn_date_from_to (syn_date_from_year (year), syn_date_from_year (last_year));
      found->end = token + 3;
      return TRUE;
    }
  }

  if (token + 1 < scope->end &&
      (is_plural_noun (scope, token + 1) || syn_dates_is_word (scope, token + 1, "people") ||
       syn_dates_is_word (scope, token + 1, "%") ||
       syn_analysis_is (scope->analysis, token + 1, SYN_CLASS_MEASURE) ||
       syn_analysis_is (scope->analysis, token + 1, SYN_CLASS_MAGNITUDE)) &&
      !(token > syn_dates_get_first (scope) && syn_dates_is_one_of (scope, token - 1, in) && year >= 1900 &&
        year <= 2050 && !syn_dates_is_word (scope, token - 1, "of") &&
        !syn_dates_is_word (scope, token - 1, "by")))
    return FALSE;
  if (token > syn_dates_get_first (scope) && syn_analysis_is (scope->analysis, token - 1, SYN_CLASS_CURRENCY))
    return FALSE;

  found->date = syn_date_from_year (year);
  found->end = token + 1;

  return TRUE;
}
