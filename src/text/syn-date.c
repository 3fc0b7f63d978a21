#include "syn-date.h"

#define LAST_DAY 3652059 /* 31 December 9999: what four digits can write */

/* Reads exactly `n_digits` digits; -1 when they are not there. */
static int
read_digits (const char **text, int n_digits)
{
  int value = 0;

  for (int i = 0; i < n_digits; i++) {
    if (!g_ascii_isdigit ((*text)[i]))
      return -1;
    value = value * 10 + g_ascii_digit_value ((*text)[i]);
  }
  *text += n_digits;

  return value;
}

static gint32
julian_day (int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return g_date_get_julian (&date);
}

SynDate
syn_date_from_year (int year)
{
  if (year < 1 || year > 9999)
    return (SynDate){ 0, 0, SYN_DATE_UNKNOWN };

  return (SynDate){ julian_day (year, 1, 1), julian_day (year, 12, 31), SYN_DATE_YEAR };
}

SynDate
syn_date_from_month (int year, int month)
{
  gint32 first;

  if (year < 1 || year > 9999 || month < 1 || month > 12)
    return (SynDate){ 0, 0, SYN_DATE_UNKNOWN };

  first = julian_day (year, month, 1);

  return (SynDate){ first, first + g_date_get_days_in_month (month, year) - 1, SYN_DATE_MONTH };
}

SynDate
syn_date_from_day (int year, int month, int day)
{
  gint32 first;

  if (year < 1 || year > 9999 || !g_date_valid_dmy (day, month, year))
    return (SynDate){ 0, 0, SYN_DATE_UNKNOWN };

  first = julian_day (year, month, day);

  return (SynDate){ first, first, SYN_DATE_DAY };
}

SynDate
syn_date_parse_iso (const char *text)
{
  SynDate unknown = { 0, 0, SYN_DATE_UNKNOWN };
  int year, month, day;

  if (text == NULL)
    return unknown;

  year = read_digits (&text, 4);
  if (year < 0)
    return unknown;
  if (*text == '\0')
    return syn_date_from_year (year);
  if (*text++ != '-')
    return unknown;

  month = read_digits (&text, 2);
  if (month < 0)
    return unknown;
  if (*text == '\0')
    return syn_date_from_month (year, month);
  if (*text++ != '-')
    return unknown;

  day = read_digits (&text, 2);
  if (day < 0 || !(*text == '\0' || *text == 'T' || *text == 't' || *text == ' '))
    return unknown;

  return syn_date_from_day (year, month, day);
}

char *
syn_date_to_iso (const SynDate *date)
{
  GDate first, last;

  if (date->precision == SYN_DATE_UNKNOWN || date->first < 1 || date->last < date->first ||
      date->last > LAST_DAY)
    return NULL;

  g_date_clear (&first, 1);
  g_date_clear (&last, 1);
  g_date_set_julian (&first, date->first);
  g_date_set_julian (&last, date->last);

  switch (date->precision) {
  case SYN_DATE_YEAR:
    return g_strdup_printf ("%04d", g_date_get_year (&first));
  case SYN_DATE_MONTH:
    return g_strdup_printf ("%04d-%02d", g_date_get_year (&first), g_date_get_month (&first));
  case SYN_DATE_DAY:
    return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&first), g_date_get_month (&first),
                            g_date_get_day (&first));
  case SYN_DATE_WEEK:
  case SYN_DATE_SPAN:
  case SYN_DATE_UNKNOWN:
  default:
    return g_strdup_printf ("%04d-%02d-%02d/%04d-%02d-%02d", g_date_get_year (&first),
                            g_date_get_month (&first), g_date_get_day (&first), g_date_get_year (&last),
                            g_date_get_month (&last), g_date_get_day (&last));
  }
}

gboolean
syn_date_agrees (const SynDate *a, const SynDate *b)
{
  if (a->precision == SYN_DATE_UNKNOWN || b->precision == SYN_DATE_UNKNOWN)
    return FALSE;

  return (a->first <= b->first && b->last <= a->last) || (b->first <= a->first && a->last <= b->last);
}
