/* Dates in scripts with spaces: written out ("14 January 2025", "Jan. 14", "2025-01-14") and relative to the article's
 * ("Tuesday", "last week", "two days ago"). */
#include "syn-dates-private.h"

#include <stdlib.h>
#include <string.h>

/* Years that a bare number of four digits may be. */
#define FIRST_YEAR 1700
#define LAST_YEAR 2100
/* "a few days" are up to this many. */
#define A_FEW 7

typedef struct {
  SynAnalysis *analysis;
  const SynLexicon *lexicon;
  guint32 sentence;
  guint32 end; /* one past the sentence's last token */
  SynDate published;
  gboolean is_english;
} Scope;

/* What was read: tokens from `first` up to `end`. */
typedef struct {
  guint32 first;
  guint32 end;
  SynDate date;
  gboolean is_relative;
} Found;

void
syn_analysis_add_date (SynAnalysis *self, guint32 sentence, SynSpan span, SynDate date, gboolean is_relative)
{
  SynDateMention *mention = syn_draft_add (self->draft.dates);

  mention->span = span;
  mention->sentence = sentence;
  mention->clause = syn_analysis_find_clause (self, sentence, span.start);
  mention->date.first = date.first;
  mention->date.last = date.last;
  mention->date.precision = date.precision;
  mention->is_relative = is_relative;

  for (guint32 i = syn_analysis_find_token (self, span.start);
       i < self->draft.tokens->len && syn_analysis_token (self, i)->span.start < span.end; i++)
    self->is_taken[i] = TRUE;
}

/* ---- reading tokens ---- */

static const char *
get_word (const Scope *scope, guint32 token)
{
  return token < scope->end ? syn_analysis_word (scope->analysis, token) : "";
}

static gboolean
is_word (const Scope *scope, guint32 token, const char *word)
{
  return g_str_equal (get_word (scope, token), word);
}

static gboolean
is_one_of (const Scope *scope, guint32 token, const char *const *words)
{
  return token < scope->end && g_strv_contains (words, syn_analysis_word (scope->analysis, token));
}

static guint32
get_first (const Scope *scope)
{
  return syn_analysis_sentence (scope->analysis, scope->sentence)->first_token;
}

/* The value of a token of digits within bounds, also "14th"; -1 for anything else. */
static int
read_digits (const Scope *scope, guint32 token, int minimum, int maximum)
{
  const char *word = get_word (scope, token);
  gsize n_digits = strspn (word, "0123456789");
  const char *rest = word + n_digits;
  int value;

  if (n_digits == 0 || n_digits > 4)
    return -1;
  if (*rest != '\0' && !g_str_equal (rest, "st") && !g_str_equal (rest, "nd") && !g_str_equal (rest, "rd")
      && !g_str_equal (rest, "th") && !g_str_equal (rest, "er") && !g_str_equal (rest, "."))
    return -1;

  value = atoi (word);

  return value >= minimum && value <= maximum ? value : -1;
}

static int
read_day (const Scope *scope, guint32 token)
{
  return read_digits (scope, token, 1, 31);
}

static int
read_year (const Scope *scope, guint32 token)
{
  return strlen (get_word (scope, token)) == 4 ? read_digits (scope, token, FIRST_YEAR, LAST_YEAR) : -1;
}

static int
read_sense (const Scope *scope, guint32 token, SynClass class)
{
  const SynSense *sense;

  if (token >= scope->end)
    return -1;

  sense = syn_lexicon_get_sense (scope->lexicon, syn_analysis_lexeme (scope->analysis, token), class);

  return sense != NULL ? (int) sense->number : -1;
}

/* In English "may" and "march" are months with a capital only. */
static int
read_month (const Scope *scope, guint32 token)
{
  int month = read_sense (scope, token, SYN_CLASS_MONTH);

  if (month < 0)
    return -1;
  if (scope->is_english && !(syn_analysis_token (scope->analysis, token)->flags & SYN_TOKEN_CAPITALISED))
    return -1;

  return month;
}

/* Past a full stop that belongs to an abbreviation: "Jan. 14", "14. Januar". */
static guint32
skip_stop (const Scope *scope, guint32 token)
{
  return token + 1 < scope->end && syn_analysis_char (scope->analysis, token) == '.' ? token + 1 : token;
}

static guint32
skip_comma (const Scope *scope, guint32 token)
{
  return token + 1 < scope->end && syn_analysis_char (scope->analysis, token) == ',' ? token + 1 : token;
}

static gboolean
is_dash (const Scope *scope, guint32 token)
{
  return is_word (scope, token, "-") || is_word (scope, token, "–") || is_word (scope, token, "—");
}

/* The side of the article's date that the words around speak of. */
static SynDirection
get_direction (const Scope *scope, guint32 token)
{
  static const char *const coming[] = { "will", "next", "coming", "upcoming", "deadline", "due", NULL };
  static const char *const right_before[] = { "by", "until", "till", "before", NULL };
  guint32 first = get_first (scope);

  if (token > first && is_one_of (scope, token - 1, right_before))
    return SYN_FUTURE;

  for (guint32 i = token; i > first && token - i < 8; i--) {
    if (is_one_of (scope, i - 1, coming))
      return SYN_FUTURE;
  }

  return SYN_PAST;
}

/* ---- written out ---- */

static gboolean
read_iso (const Scope *scope, guint32 token, Found *found)
{
  int year = read_year (scope, token);
  int month, day;

  if (year < 0 || token + 4 >= scope->end || !is_word (scope, token + 1, "-") || !is_word (scope, token + 3, "-"))
    return FALSE;

  month = read_digits (scope, token + 2, 1, 12);
  day = read_day (scope, token + 4);
  found->date = syn_date_from_day (year, MAX (month, 0), MAX (day, 0));
  found->end = token + 5;

  return found->date.precision != SYN_DATE_UNKNOWN;
}

/* "14/1/2025", "1/14/2025", "14.1.2025": only where the order cannot be in doubt. */
static gboolean
read_slashes (const Scope *scope, guint32 token, Found *found)
{
  int first = read_digits (scope, token, 1, 31);
  int second, year;

  if (first < 0 || token + 4 >= scope->end || !is_word (scope, token + 1, "/") || !is_word (scope, token + 3, "/"))
    return FALSE;

  second = read_digits (scope, token + 2, 1, 31);
  year = read_year (scope, token + 4);
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
finish_day (const Scope *scope, int month, int day, guint32 token, Found *found)
{
  guint32 after = skip_comma (scope, token);
  int year;

  if (is_word (scope, after, "de") || is_word (scope, after, "del") || is_word (scope, after, "of"))
    after++;

  year = read_year (scope, after);
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
static gboolean
read_month_first (const Scope *scope, guint32 token, Found *found)
{
  int month = read_month (scope, token);
  guint32 next;
  int day, last_day, year;

  if (month < 0)
    return FALSE;

  next = skip_stop (scope, token + 1);
  day = read_day (scope, next);
  if (day > 0) {
    last_day = is_dash (scope, next + 1) ? read_day (scope, next + 2) : -1;
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

  next = skip_comma (scope, next);
  if (is_word (scope, next, "de") || is_word (scope, next, "del") || is_word (scope, next, "of"))
    next++;
  year = read_year (scope, next);
  if (year < 0)
    return FALSE;
  found->date = syn_date_from_month (year, month);
  found->end = next + 1;

  return TRUE;
}

/* "14 January 2025", "14th of January", "14. Januar", "14 de enero de 2025", "13-19 January" */
static gboolean
read_day_first (const Scope *scope, guint32 token, Found *found)
{
  int day = read_day (scope, token);
  int last_day = -1;
  guint32 next = token + 1;
  int month;

  if (day < 0)
    return FALSE;

  if ((is_dash (scope, next) || is_word (scope, next, "to") || is_word (scope, next, "and"))
      && read_day (scope, next + 1) > day) {
    last_day = read_day (scope, next + 1);
    next += 2;
  }
  next = skip_stop (scope, next);
  if (is_word (scope, next, "of") || is_word (scope, next, "de"))
    next++;
  month = read_month (scope, next);
  if (month < 0)
    return FALSE;

  next = skip_stop (scope, next + 1);
  if (next > 0 && syn_analysis_char (scope->analysis, next - 1) == '.' && read_year (scope, next) < 0)
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
is_plural_noun (const Scope *scope, guint32 token)
{
  const char *word = get_word (scope, token);
  gsize length = strlen (word);

  return length > 3 && g_ascii_islower (syn_analysis_char (scope->analysis, token)) && word[length - 1] == 's'
         && word[length - 2] != 's';
}

/* "in 2021", "the 2016 election", "2019–2021", "the 1990s": four digits, unless they count something. */
static gboolean
read_bare_year (const Scope *scope, guint32 token, Found *found)
{
  static const char *const in[] = { "in", "since", "of", "from", "until", "by", "during", "before", "after", "the", "late",
                                    "early", "mid", "en", "im", "seit", "desde", "depuis", "dal", "nel", "em", "sinds",
                                    NULL };
  const char *word = get_word (scope, token);
  int year = read_year (scope, token);
  int last_year;

  if (strlen (word) == 5 && word[4] == 's' && g_ascii_isdigit (word[3]) && word[3] == '0') {
    year = atoi (word);
    found->end = token + 1;
    found->date = syn_date_from_to (syn_date_from_year (year), syn_date_from_year (year + 9));
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }
  if (year < 0)
    return FALSE;

  if (is_dash (scope, token + 1)) {
    last_year = read_year (scope, token + 2);
    if (last_year < 0 && strlen (get_word (scope, token + 2)) == 2 && read_digits (scope, token + 2, 0, 99) >= 0)
      last_year = year / 100 * 100 + read_digits (scope, token + 2, 0, 99);
    if (last_year > year) {
      found->date = syn_date_from_to (syn_date_from_year (year), syn_date_from_year (last_year));
      found->end = token + 3;
      return TRUE;
    }
  }

  if (token + 1 < scope->end
      && (is_plural_noun (scope, token + 1) || is_word (scope, token + 1, "people") || is_word (scope, token + 1, "%")
          || syn_analysis_is (scope->analysis, token + 1, SYN_CLASS_MEASURE)
          || syn_analysis_is (scope->analysis, token + 1, SYN_CLASS_MAGNITUDE))
      && !(token > get_first (scope) && is_one_of (scope, token - 1, in) && year >= 1900 && year <= 2050
           && !is_word (scope, token - 1, "of") && !is_word (scope, token - 1, "by")))
    return FALSE;
  if (token > get_first (scope) && syn_analysis_is (scope->analysis, token - 1, SYN_CLASS_CURRENCY))
    return FALSE;

  found->date = syn_date_from_year (year);
  found->end = token + 1;

  return TRUE;
}

/* ---- relative ---- */

static SynDate
get_period (SynDate published, int seconds, int count)
{
  switch (seconds) {
  case 86400:
    return syn_date_days_off (published, count);
  case 604800:
    return syn_date_weeks_off (published, count);
  case 2629746:
    return syn_date_months_off (published, count);
  case 31556952:
    return syn_date_years_off (published, count);
  default:
    return (SynDate){ 0, 0, SYN_DATE_UNKNOWN };
  }
}

static gboolean
is_period (int seconds)
{
  return seconds == 86400 || seconds == 604800 || seconds == 2629746 || seconds == 31556952;
}

/* A small number, in digits or words, "a", "a few", "several"; its tokens in `n_tokens`; -1 for none. */
static int
read_count (const Scope *scope, guint32 token, guint *n_tokens)
{
  int value = read_digits (scope, token, 1, 1000);

  *n_tokens = 1;
  if (value < 0)
    value = read_sense (scope, token, SYN_CLASS_NUMBER);
  if (value > 0)
    return value;
  if (is_word (scope, token, "a") && is_word (scope, token + 1, "few")) {
    *n_tokens = 2;
    return A_FEW;
  }
  if (is_word (scope, token, "few") || is_word (scope, token, "several"))
    return A_FEW;

  return is_word (scope, token, "a") || is_word (scope, token, "an") ? 1 : -1;
}

/* "last week", "this month", "next year", "the past three days", "last Tuesday", "last December" */
static gboolean
read_this_or_last (const Scope *scope, guint32 token, Found *found)
{
  static const char *const last[] = { "last", "past", "previous", NULL };
  static const char *const next[] = { "next", "coming", NULL };
  int offset = is_one_of (scope, token, last) ? -1 : is_one_of (scope, token, next) ? 1 : is_word (scope, token, "this") ? 0 : 2;
  SynDirection direction = offset < 0 ? SYN_PAST : SYN_FUTURE;
  int seconds, value, count;
  guint n_count;

  if (offset == 2)
    return FALSE;

  found->end = token + 2;
  found->is_relative = TRUE;

  seconds = read_sense (scope, token + 1, SYN_CLASS_DURATION);
  if (seconds == 172800) {
    SynDate week = syn_date_weeks_off (scope->published, offset);

    week.first += 5;
    found->date = syn_date_from_to (week, week);
    return TRUE;
  }
  if (is_period (seconds) && seconds != 86400 && !g_str_has_suffix (get_word (scope, token + 1), "s")) {
    found->date = get_period (scope->published, seconds, offset);
    return TRUE;
  }

  value = read_sense (scope, token + 1, SYN_CLASS_WEEKDAY);
  if (value > 0) {
    SynDate base = offset == 0 ? scope->published : syn_date_days_off (scope->published, offset);

    found->date = syn_date_near_weekday (base, value, offset == 0 ? get_direction (scope, token) : direction);
    return TRUE;
  }
  value = read_month (scope, token + 1);
  if (value > 0) {
    found->date = syn_date_near_month (scope->published, value, direction);
    return TRUE;
  }

  count = offset != 0 ? read_count (scope, token + 1, &n_count) : -1;
  seconds = count > 0 ? read_sense (scope, token + 1 + n_count, SYN_CLASS_DURATION) : -1;
  if (is_period (seconds)) {
    SynDate other = syn_date_days_off (scope->published, (int) CLAMP (offset * count * (seconds / 86400.), -400000, 400000));

    found->end = token + 2 + n_count;
    found->date = offset < 0 ? syn_date_from_to (other, scope->published) : syn_date_from_to (scope->published, other);
    if (scope->published.precision != SYN_DATE_DAY)
      found->date.precision = SYN_DATE_UNKNOWN;
    return TRUE;
  }

  return FALSE;
}

/* "two days ago", "a week earlier" is not: it counts from something else. */
static gboolean
read_ago (const Scope *scope, guint32 token, Found *found)
{
  guint n_tokens;
  int count = read_count (scope, token, &n_tokens);
  int seconds = count > 0 ? read_sense (scope, token + n_tokens, SYN_CLASS_DURATION) : -1;

  if (!is_period (seconds) || !is_word (scope, token + n_tokens + 1, "ago"))
    return FALSE;

  found->date = get_period (scope->published, seconds, -count);
  found->end = token + n_tokens + 2;
  found->is_relative = TRUE;

  return TRUE;
}

static gboolean
read_weekday (const Scope *scope, guint32 token, Found *found)
{
  int weekday = read_sense (scope, token, SYN_CLASS_WEEKDAY);
  Found written = { 0 };
  guint32 next;

  if (weekday < 0 || !(syn_analysis_token (scope->analysis, token)->flags & SYN_TOKEN_CAPITALISED))
    return FALSE;

  /* "Sunday, January 19": the written date says more. */
  next = skip_comma (scope, skip_stop (scope, token + 1));
  if (read_month_first (scope, next, &written) || read_day_first (scope, next, &written)) {
    found->date = written.date;
    found->end = written.end;
    found->is_relative = written.is_relative;
    return TRUE;
  }

  found->date = syn_date_near_weekday (scope->published, weekday, get_direction (scope, token));
  found->end = token + 1;
  found->is_relative = TRUE;

  return TRUE;
}

/* A month by itself, where it can be nothing else: "in May". */
static gboolean
read_bare_month (const Scope *scope, guint32 token, Found *found)
{
  static const char *const before[] = { "in", "of", "since", "until", "by", "from", "to", "early", "late", "mid", "during",
                                        "through", "im", "en", "depuis", "desde", "a", "em", "nel", "sinds", NULL };
  int month = read_month (scope, token);

  if (month < 0 || token == get_first (scope))
    return FALSE;
  if (!is_one_of (scope, token - 1, before) && !(is_dash (scope, token - 1)))
    return FALSE;

  found->date = syn_date_near_month (scope->published, month, get_direction (scope, token));
  found->end = token + 1;
  found->is_relative = TRUE;

  return TRUE;
}

static gboolean
read_day_word (const Scope *scope, guint32 token, Found *found)
{
  const SynSense *sense;
  guint n_tokens = syn_analysis_match (scope->analysis, scope->lexicon, token, scope->end, SYN_CLASS_DAY_WORD, &sense);

  if (n_tokens == 0)
    return FALSE;

  found->date = syn_date_from_day_word (scope->published, sense->text);
  found->end = token + n_tokens;
  found->is_relative = TRUE;

  return TRUE;
}

/* ---- clock times: no date, but no figure either ---- */

static guint32
find_clock_end (const Scope *scope, guint32 token)
{
  guint32 next = token + 1;
  gboolean has_minutes = FALSE;

  if (read_digits (scope, token, 0, 24) < 0)
    return token;
  if ((is_word (scope, next, ":") || (is_word (scope, next, ".") && syn_analysis_touches (scope->analysis, token, next)))
      && read_digits (scope, next + 1, 0, 59) >= 0 && strlen (get_word (scope, next + 1)) == 2) {
    has_minutes = syn_analysis_char (scope->analysis, next) == ':';
    next += 2;
  }
  if (next < scope->end && syn_analysis_is (scope->analysis, next, SYN_CLASS_CLOCK))
    return next + 1;

  return has_minutes ? next : token;
}

/* ---- all of them ---- */

static gboolean (*const readers[]) (const Scope *scope, guint32 token, Found *found) = {
  read_iso,      read_slashes, read_weekday,    read_month_first, read_day_first,
  read_day_word, read_ago,     read_this_or_last, read_bare_month, read_bare_year,
};

static void
find_in_sentence (Scope *scope)
{
  SynAnalysis *self = scope->analysis;

  for (guint32 i = get_first (scope); i < scope->end;) {
    Found found = { .first = i };
    guint32 clock_end = find_clock_end (scope, i);
    gboolean is_date = FALSE;

    if (clock_end > i) {
      memset (self->is_taken + i, TRUE, clock_end - i);
      i = clock_end;
      continue;
    }

    for (guint k = 0; k < G_N_ELEMENTS (readers) && !is_date; k++) {
      found = (Found){ .first = i };
      is_date = readers[k](scope, i, &found);
    }
    if (!is_date) {
      i++;
      continue;
    }

    syn_analysis_add_date (self, scope->sentence,
                           syn_span (syn_analysis_token (self, i)->span.start,
                                     syn_analysis_token (self, found.end - 1)->span.end),
                           found.date, found.is_relative);
    i = found.end;
  }
}

void
syn_analysis_find_dates (SynAnalysis *self)
{
  Scope scope = { .analysis = self, .published = self->draft.published };

  self->is_taken = g_new0 (guint8, self->draft.tokens->len + 1);
  for (guint32 i = 0; i < self->draft.sentences->len; i++) {
    const SynSentence *sentence = syn_analysis_sentence (self, i);

    scope.sentence = i;
    scope.end = sentence->first_token + sentence->n_tokens;
    scope.lexicon = syn_analysis_get_lexicon (self, i);
    if (scope.lexicon == NULL)
      continue;

    scope.is_english = syn_analysis_is_language (self, i, "en");
    if (syn_analysis_is_language (self, i, "zh"))
      syn_analysis_find_han_dates (self, i);
    else
      find_in_sentence (&scope);
  }
}
