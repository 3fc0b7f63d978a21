/* Dates that a text leaves to its own date: "Tuesday", "last month", "May 3". */
#include "syn-dates-readers-private.h"

#include <stdlib.h>

/* News dates without a year lie behind: one that would lie more than these days ahead is last year's. */
#define MAX_DAYS_AHEAD 60

/* Tokens between a verb or noun of what is to come and its day, 17 in "may need to adjust their work if they choose to
 * bring out the remaining five people on Tuesday"; behind a comma only the nearest count. */
#define MAX_TOKENS_TO_DAY       20
#define MAX_TOKENS_BEHIND_COMMA 8

static const SynDate unknown = { 0, 0, SYN_DATE_UNKNOWN };

static gboolean
get_published (SynDate published, GDate *date)
{
  g_date_clear (date, 1);
  if (published.precision != SYN_DATE_DAY)
    return FALSE;

  g_date_set_julian (date, published.first);

  return TRUE;
}

SynDate
syn_date_near_day (SynDate published, int month, int day, SynDirection direction)
{
  SynDate best = unknown;
  GDate date;

  /* The year is known where only the day of publication is not. */
  if (published.precision == SYN_DATE_UNKNOWN)
    return unknown;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, published.first);

  for (int year = g_date_get_year (&date) - 1; year <= g_date_get_year (&date) + 1; year++) {
    SynDate candidate = syn_date_from_day (year, month, day);
    gint32 distance = ABS (candidate.first - published.first);

    if (candidate.precision == SYN_DATE_UNKNOWN ||
        (direction == SYN_PAST && candidate.first > published.last) ||
        (direction == SYN_NEAREST && candidate.first > published.last + MAX_DAYS_AHEAD) ||
        (direction == SYN_FUTURE && candidate.first < published.first))
      continue;
    if (best.precision == SYN_DATE_UNKNOWN || distance < ABS (best.first - published.first))
      best = candidate;
  }

  return best;
}

SynDate
syn_date_near_month (SynDate published, int month, SynDirection direction)
{
  GDate date;
  int year;

  if (published.precision == SYN_DATE_UNKNOWN)
    return unknown;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, published.first);
  year = g_date_get_year (&date);
  if (direction == SYN_FUTURE && month < (int) g_date_get_month (&date))
    year++;
  if (direction == SYN_PAST && month > (int) g_date_get_month (&date))
    year--;
  if (direction == SYN_NEAREST && month - (int) g_date_get_month (&date) > 6)
    year--;

  return syn_date_from_month (year, month);
}

SynDate
syn_date_near_weekday (SynDate published, int weekday, SynDirection direction)
{
  GDate date;
  int distance;

  if (!get_published (published, &date))
    return unknown;

  distance = weekday - (int) g_date_get_weekday (&date);
  if (direction == SYN_FUTURE)
    distance = (distance + 7) % 7;
  else
    distance = -((7 - distance) % 7);

  return syn_date_days_off (published, distance);
}

SynDate
syn_date_days_off (SynDate published, int days)
{
  if (published.precision != SYN_DATE_DAY || published.first + days < 1)
    return unknown;

  return (SynDate){ published.first + days, published.first + days, SYN_DATE_DAY };
}

SynDate
syn_date_weeks_off (SynDate published, int count)
{
  GDate date;
  gint32 monday;

  if (!get_published (published, &date))
    return unknown;

  monday = published.first - ((int) g_date_get_weekday (&date) - 1) + 7 * count;

  return monday >= 1 ? (SynDate){ monday, monday + 6, SYN_DATE_WEEK } : unknown;
}

SynDate
syn_date_months_off (SynDate published, int count)
{
  GDate date;
  int month;

  if (published.precision == SYN_DATE_UNKNOWN || published.precision == SYN_DATE_YEAR || ABS (count) > 12000)
    return unknown;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, published.first);
  month = 12 * g_date_get_year (&date) + (int) g_date_get_month (&date) - 1 + count;

  return month >= 12 ? syn_date_from_month (month / 12, month % 12 + 1) : unknown;
}

SynDate
syn_date_years_off (SynDate published, int count)
{
  GDate date;

  if (published.precision == SYN_DATE_UNKNOWN || ABS (count) > 10000)
    return unknown;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, published.first);

  return syn_date_from_year (g_date_get_year (&date) + count);
}

SynDate
syn_date_from_day_word (SynDate published, const char *value)
{
  switch (value[0]) {
  case 'w':
    return syn_date_weeks_off (published, atoi (value + 1));
  case 'm':
    return syn_date_months_off (published, atoi (value + 1));
  case 'y':
    return syn_date_years_off (published, atoi (value + 1));
  default:
    return syn_date_days_off (published, atoi (value));
  }
}

SynDate
syn_date_from_to (SynDate first, SynDate last)
{
  if (first.precision == SYN_DATE_UNKNOWN || last.precision == SYN_DATE_UNKNOWN || last.last < first.first)
    return unknown;

  return (SynDate){ first.first, last.last, SYN_DATE_SPAN };
}

/* ---- before or after the article ---- */

/* "will", "may"; not "may have", nor the month. */
static gboolean
is_to_come (const SynDatesScope *scope, guint32 token)
{
  static const char *const coming[] = { "will",   "shall",  "next",      "coming", "upcoming", "deadline",
                                        "due",    "likely", "scheduled", "slated", "hope",     "hopes",
                                        "hoping", "plans",  "planning",  NULL };
  static const char *const modals[] = { "would", "may", "might", "should", NULL };
  static const char *const passives[] = { "expected", "set", "planned", NULL };

  if (syn_dates_is_one_of (scope, token, coming))
    return TRUE;
  if (syn_dates_is_one_of (scope, token, modals))
    return !(syn_analysis_token (scope->analysis, token)->flags & SYN_TOKEN_CAPITALISED) &&
           !syn_dates_is_word (scope, token + 1, "have");

  return syn_dates_is_one_of (scope, token, passives) &&
         (syn_dates_is_word (scope, token + 1, "to") || syn_dates_is_word (scope, token + 1, "for"));
}

SynDirection
syn_dates_get_direction (const SynDatesScope *scope, guint32 token)
{
  static const char *const right_before[] = { "by", "until", "till", "before", "through", NULL };
  guint32 first = syn_dates_get_first (scope);

  if (token > first && syn_dates_is_one_of (scope, token - 1, right_before))
    return SYN_FUTURE;

  for (guint32 i = token; i > first && token - i < MAX_TOKENS_TO_DAY; i--) {
    if (is_to_come (scope, i - 1))
      return SYN_FUTURE;
    /* "The bridge will close, Holm said on Tuesday" */
    if (syn_analysis_is (scope->analysis, i - 1, SYN_CLASS_CUE_VERB) ||
        syn_dates_is_word (scope, i - 1, ";") ||
        (syn_dates_is_word (scope, i - 1, ",") && token - i >= MAX_TOKENS_BEHIND_COMMA))
      break;
  }

  return SYN_PAST;
}
