/* A point in time as precisely as a text states it: "14 January 2025" is a day, "January" a month. Proleptic Gregorian
 * calendar, no time zones below a day. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SYN_DATE_UNKNOWN,
  SYN_DATE_YEAR,
  SYN_DATE_MONTH,
  SYN_DATE_WEEK, /* "this week": first..last is Monday to Sunday */
  SYN_DATE_DAY,
  SYN_DATE_SPAN, /* from ... to, "in the past three days" */
} SynDatePrecision;

typedef struct {
  gint32 first; /* Julian day number, as GDate counts */
  gint32 last;  /* inclusive */
  SynDatePrecision precision;
} SynDate;

/* A year (1 to 9999), a month, a day; SYN_DATE_UNKNOWN where the calendar has no such. */
SynDate  syn_date_from_year  (int            year);
SynDate  syn_date_from_month (int            year,
                              int            month);
SynDate  syn_date_from_day   (int            year,
                              int            month,
                              int            day);

/* "2025", "2025-01", "2025-01-14", "2025-01-14T08:00Z" and the like; SYN_DATE_UNKNOWN for anything else and NULL. */
SynDate  syn_date_parse_iso  (const char    *text);

/* "2025-01-14", "2025-01", "2025-01-13/2025-01-19": (transfer full); NULL when unknown. */
char    *syn_date_to_iso     (const SynDate *date);

/* The two may mean the same time: one's days hold the other's. Unknown agrees with nothing. */
gboolean syn_date_agrees     (const SynDate *a,
                              const SynDate *b);

G_END_DECLS
