/* Dates in Chinese: "2025年1月14日", "1月14日", "上周二", "两天前", "昨天". */
#include "syn-dates-private.h"
#include "syn-han-private.h"

typedef struct {
  const SynLexicon *lexicon;
  const char *end; /* of the sentence */
  SynDate published;
} Scope;

typedef struct {
  gsize length;
  SynDate date;
  gboolean is_relative;
} Found;

/* A number followed by `unit`; its bytes with the unit, 0 when it is not there. */
static gsize
read_part (const Scope *scope, const char *text, const char *unit, const char *other_unit, int *value)
{
  SynHanNumber number = syn_han_read_number (text, scope->end);
  gsize length;

  if (number.length == 0 || number.value < 1 || number.value > 9999)
    return 0;

  length = syn_han_skip (text + number.length, scope->end, unit);
  if (length == 0 && other_unit != NULL)
    length = syn_han_skip (text + number.length, scope->end, other_unit);
  *value = (int) number.value;

  return length > 0 ? number.length + length : 0;
}

static gboolean
read_written (const Scope *scope, const char *text, Found *found)
{
  int year = 0, month = 0, day = 0;
  gsize n_year = read_part (scope, text, "年", NULL, &year);
  gsize n_month, n_day;

  if (n_year > 0 && year < 1000)
    return FALSE;

  n_month = read_part (scope, text + n_year, "月", NULL, &month);
  n_day = n_month > 0 || n_year == 0 ? read_part (scope, text + n_year + n_month, "日", "号", &day) : 0;
  found->length = n_year + n_month + n_day;
  found->is_relative = n_year == 0;
  if (found->length == 0)
    return FALSE;

  if (n_year > 0)
    found->date = n_day > 0     ? syn_date_from_day (year, month, day)
                  : n_month > 0 ? syn_date_from_month (year, month)
                                : syn_date_from_year (year);
  else if (n_month > 0)
    found->date = n_day > 0 ? syn_date_near_day (scope->published, month, day, SYN_NEAREST)
                            : syn_date_near_month (scope->published, month, SYN_NEAREST);
  else {
    SynDate this_month = syn_date_months_off (scope->published, 0);

    found->date = this_month;
    if (this_month.precision == SYN_DATE_MONTH && day <= this_month.last - this_month.first + 1)
      found->date = (SynDate){ this_month.first + day - 1, this_month.first + day - 1, SYN_DATE_DAY };
    else
      found->date.precision = SYN_DATE_UNKNOWN;
  }

  return TRUE;
}

static gboolean
read_weekday (const Scope *scope, const char *text, Found *found)
{
  static const struct {
    const char *word;
    int weeks; /* 9: the last one before the article */
  } prefixes[] = { { "上周", -1 },   { "下周", 1 },   { "本周", 0 },  { "这周", 0 },
                   { "上星期", -1 }, { "下星期", 1 }, { "周", 9 },    { "星期", 9 },
                   { "礼拜", 9 },    { "週", 9 },     { "上週", -1 }, { "本週", 0 } };
  static const char *const days[] = { "一", "二", "三", "四", "五", "六", "日", "天" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++) {
    gsize length = syn_han_skip (text, scope->end, prefixes[i].word);

    for (guint k = 0; length > 0 && k < G_N_ELEMENTS (days); k++) {
      gsize day_length = syn_han_skip (text + length, scope->end, days[k]);
      int weekday = MIN (k + 1, 7);

      if (day_length == 0)
        continue;
      found->length = length + day_length;
      found->is_relative = TRUE;
      if (prefixes[i].weeks == 9) {
        found->date = syn_date_near_weekday (scope->published, weekday, SYN_PAST);
      } else {
        SynDate week = syn_date_weeks_off (scope->published, prefixes[i].weeks);

        found->date = week;
        if (week.precision == SYN_DATE_WEEK)
          found->date = (SynDate){ week.first + weekday - 1, week.first + weekday - 1, SYN_DATE_DAY };
      }
      return TRUE;
    }
  }

  return FALSE;
}

/* 两天前, 三个月前 */
static gboolean
read_ago (const Scope *scope, const char *text, Found *found)
{
  static const struct {
    const char *unit;
    char letter;
  } units[] = { { "天前", 'd' }, { "周前", 'w' }, { "个月前", 'm' }, { "個月前", 'm' }, { "年前", 'y' } };
  SynHanNumber number = syn_han_read_number (text, scope->end);

  for (guint i = 0; number.length > 0 && number.value <= 9999 && i < G_N_ELEMENTS (units); i++) {
    gsize length = syn_han_skip (text + number.length, scope->end, units[i].unit);
    int count = -(int) number.value;

    if (length == 0)
      continue;
    found->length = number.length + length;
    found->is_relative = TRUE;
    found->date = units[i].letter == 'd'   ? syn_date_days_off (scope->published, count)
                  : units[i].letter == 'w' ? syn_date_weeks_off (scope->published, count)
                  : units[i].letter == 'm' ? syn_date_months_off (scope->published, count)
                                           : syn_date_years_off (scope->published, count);
    return TRUE;
  }

  return FALSE;
}

static gboolean
read_word (const Scope *scope, const char *text, Found *found)
{
  const SynSense *sense;

  found->length = syn_han_match (scope->lexicon, text, scope->end, SYN_CLASS_DAY_WORD, &sense);
  if (found->length == 0)
    return FALSE;

  found->date = syn_date_from_day_word (scope->published, sense->text);
  found->is_relative = TRUE;

  return TRUE;
}

void
syn_analysis_find_han_dates (SynAnalysis *self, guint32 sentence)
{
  SynSpan span = syn_analysis_sentence (self, sentence)->span;
  Scope scope = {
    .lexicon = syn_analysis_get_lexicon (self, sentence),
    .end = self->draft.text + span.end,
    .published = self->draft.published,
  };

  for (const char *p = self->draft.text + span.start; p < scope.end;) {
    Found found = { 0 };
    SynHanNumber number = { 0 };

    if (read_weekday (&scope, p, &found) || read_ago (&scope, p, &found) ||
        read_written (&scope, p, &found) || read_word (&scope, p, &found)) {
      gsize start = p - self->draft.text;

      syn_analysis_add_date (self, sentence, syn_span (start, start + found.length), found.date,
                             found.is_relative);
      p += found.length;
      continue;
    }

    /* A number that is no date is passed whole: not read again from its second figure. */
    number = syn_han_read_number (p, scope.end);
    p = number.length > 0 ? p + number.length : g_utf8_next_char (p);
  }
}
