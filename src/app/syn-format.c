#include "config.h"

#include "syn-format.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#define LANGUAGE_NAME_UNITS 64 /* UTF-16 units; ICU's longest own name of a language has 23 */

typedef enum { PRECISION_NONE, PRECISION_YEAR, PRECISION_MONTH, PRECISION_DAY } Precision;

/* The day as the source states it: a time of day and its zone do not move it. */
static Precision
parse_date (const char *iso, GDateTime **date)
{
  int year, month = 1, day = 1;
  int n = iso != NULL ? sscanf (iso, "%4d-%2d-%2d", &year, &month, &day) : 0;

  *date = n >= 1 ? g_date_time_new_utc (year, month, day, 0, 0, 0.0) : NULL;

  return *date != NULL ? (Precision) n : PRECISION_NONE;
}

static char *
format (GDateTime *date, Precision precision)
{
  switch (precision) {
  case PRECISION_DAY:
    /* Translators: a date, "14 January 2025"; see g_date_time_format(). */
    return g_date_time_format (date, C_ ("date", "%-d %B %Y"));
  case PRECISION_MONTH:
    return g_date_time_format (date, C_ ("month", "%B %Y"));
  case PRECISION_YEAR:
    return g_date_time_format (date, C_ ("year", "%Y"));
  case PRECISION_NONE:
  default:
    return NULL;
  }
}

char *
syn_format_date (const char *iso)
{
  g_autoptr (GDateTime) date = NULL;
  Precision precision = parse_date (iso, &date);

  return format (date, precision);
}

/* Both ends of a range of days, without what they have in common. TRUE when the first is a mere number. */
static gboolean
format_days (GDateTime *from, GDateTime *to, char **first, char **last)
{
  const char *first_format;
  const char *last_format;

  if (g_date_time_get_year (from) != g_date_time_get_year (to)) {
    first_format = last_format = C_ ("date", "%-d %B %Y");
  } else if (g_date_time_get_month (from) != g_date_time_get_month (to)) {
    /* Translators: both ends of a range within a year: "30 January – 2 February 2025". */
    first_format = C_ ("first day of a range within a year", "%-d %B");
    last_format = C_ ("last day of a range within a year", "%-d %B %Y");
  } else {
    /* Translators: both ends of a range within a month: "14–19 January 2025". xgettext:no-c-format */
    first_format = C_ ("first day of a range within a month", "%-d");
    last_format = C_ ("last day of a range within a month", "%-d %B %Y");
  }

  *first = g_date_time_format (from, first_format);
  *last = g_date_time_format (to, last_format);

  return g_date_time_get_year (from) == g_date_time_get_year (to) &&
         g_date_time_get_month (from) == g_date_time_get_month (to);
}

char *
syn_format_date_range (const char *from, const char *to)
{
  g_autoptr (GDateTime) from_date = NULL;
  g_autoptr (GDateTime) to_date = NULL;
  Precision from_precision = parse_date (from, &from_date);
  Precision to_precision = parse_date (to, &to_date);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  gboolean is_short = FALSE;

  if (from_precision == PRECISION_NONE) {
    return format (to_date, to_precision);
  }
  if (to_precision == PRECISION_NONE) {
    return format (from_date, from_precision);
  }

  if (from_precision == PRECISION_DAY && to_precision == PRECISION_DAY &&
      !g_date_time_equal (from_date, to_date)) {
    is_short = format_days (from_date, to_date, &first, &last);
  } else {
    first = format (from_date, from_precision);
    last = format (to_date, to_precision);
  }
  if (g_str_equal (first, last)) {
    return g_steal_pointer (&last);
  }

  if (is_short) {
    /* Translators: a range of days within a month: "14–19 January 2025". */
    return g_strdup_printf (C_ ("range within a month", "%s–%s"), first, last);
  }

  /* Translators: a range of dates: "30 January – 2 February 2025". */
  return g_strdup_printf (C_ ("range", "%s – %s"), first, last);
}

char *
syn_format_language (const char *tag)
{
  UChar name[LANGUAGE_NAME_UNITS];
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *text = NULL;
  g_autofree char *head = NULL;
  int32_t length;

  if (tag == NULL || *tag == '\0') {
    return NULL;
  }

  length = uloc_getDisplayLanguage (tag, tag, name, G_N_ELEMENTS (name), &status);
  if (U_SUCCESS (status) && status != U_USING_DEFAULT_WARNING && length > 0) {
    text = g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
  }
  if (text == NULL) {
    return g_strdup (tag);
  }

  /* Many languages write their own name small; here it stands by itself. */
  head = g_utf8_strup (text, g_utf8_next_char (text) - text);

  return g_strconcat (head, g_utf8_next_char (text), NULL);
}

char *
syn_format_articles (guint n)
{
  return g_strdup_printf (ngettext ("%u article", "%u articles", n), n);
}

char *
syn_format_import (guint added, guint updated, guint skipped, guint failed)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (added > 0) {
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u added", "%u added", added), added));
  }
  if (updated > 0) {
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u updated", "%u updated", updated), updated));
  }
  if (skipped > 0) {
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u there already", "%u there already", skipped), skipped));
  }
  if (failed > 0) {
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u failed", "%u failed", failed), failed));
  }
  if (parts->len == 0) {
    return g_strdup (_ ("No articles found"));
  }
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (_ (", "), (char **) parts->pdata);
}
