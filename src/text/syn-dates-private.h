/* What the readers of dates share, whatever the language. */
#pragma once

#include "syn-analysis-private.h"

G_BEGIN_DECLS

/* Which side of the article's date an unfinished one ("Tuesday", "May 3") lies on. */
typedef enum {
  SYN_NEAREST,
  SYN_PAST,   /* the article's day included */
  SYN_FUTURE, /* the article's day included */
} SynDirection;

/* All give SYN_DATE_UNKNOWN where the article's date (`published`) is needed and is not known to the day. */
SynDate syn_date_near_day      (SynDate published, int month, int day, SynDirection direction);
SynDate syn_date_near_month    (SynDate published, int month, SynDirection direction);
SynDate syn_date_near_weekday  (SynDate published, int weekday, SynDirection direction);
SynDate syn_date_days_off      (SynDate published, int days);
/* The week, month or year that lies `count` of them from the article's. */
SynDate syn_date_weeks_off     (SynDate published, int count);
SynDate syn_date_months_off    (SynDate published, int count);
SynDate syn_date_years_off     (SynDate published, int count);
/* What a day word's value says: "-1" yesterday, "w-1" last week, "m0" this month, "y-2" the year before last. */
SynDate syn_date_from_day_word (SynDate published, const char *value);
SynDate syn_date_from_to       (SynDate first, SynDate last);

/* Adds the mention unless one already covers its first byte; marks its tokens as taken. */
void    syn_analysis_add_date  (SynAnalysis *self,
                                guint32      sentence,
                                SynSpan      span,
                                SynDate      date,
                                gboolean     is_relative);

void    syn_analysis_find_han_dates (SynAnalysis *self,
                                     guint32      sentence);

G_END_DECLS
