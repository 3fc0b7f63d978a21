/* Dates in scripts with spaces: written out ("14 January 2025", "Jan. 14", "2025-01-14") and relative to the
 * article's
 * ("Tuesday", "last week", "two days ago"). */
#include "syn-dates-readers-private.h"

/* "a few days" are up to this many. */
#define A_FEW 7

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
read_count (const SynDatesScope *scope, guint32 token, guint *n_tokens)
{
  int value = syn_dates_read_digits (scope, token, 1, 1000);

  *n_tokens = 1;
  if (value < 0)
    value = syn_dates_read_sense (scope, token, SYN_CLASS_NUMBER);
  if (value > 0)
    return value;
  if (syn_dates_is_word (scope, token, "a") && syn_dates_is_word (scope, token + 1, "few")) {
    *n_tokens = 2;
    return A_FEW;
  }
  if (syn_dates_is_word (scope, token, "few") || syn_dates_is_word (scope, token, "several"))
    return A_FEW;

  return syn_dates_is_word (scope, token, "a") || syn_dates_is_word (scope, token, "an") ? 1 : -1;
}

/* "last week", "this month", "next year", "the past three days", "last Tuesday", "last December" */
static gboolean
read_this_or_last (const SynDatesScope *scope, guint32 token, SynDatesFound *found)
{
  static const char *const last[] = { "last", "past", "previous", NULL };
  static const char *const next[] = { "next", "coming", NULL };
  int offset = syn_dates_is_one_of (scope, token, last)   ? -1
               : syn_dates_is_one_of (scope, token, next) ? 1
               : syn_dates_is_word (scope, token, "this") ? 0
                                                          : 2;
  SynDirection direction = offset < 0 ? SYN_PAST : SYN_FUTURE;
  int seconds, value, count;
  guint n_count;

  if (offset == 2)
    return FALSE;

  found->end = token + 2;
  found->is_relative = TRUE;

  seconds = syn_dates_read_sense (scope, token + 1, SYN_CLASS_DURATION);
  if (seconds == 172800) {
    SynDate week = syn_date_weeks_off (scope->published, offset);

    week.first += 5;
    found->date = syn_date_from_to (week, week);
    return TRUE;
  }
  if (is_period (seconds) && seconds != 86400 &&
      !g_str_has_suffix (syn_dates_get_word (scope, token + 1), "s")) {
    found->date = get_period (scope->published, seconds, offset);
    return TRUE;
  }

  value = syn_dates_read_sense (scope, token + 1, SYN_CLASS_WEEKDAY);
  if (value > 0) {
    SynDate base = offset == 0 ? scope->published : syn_date_days_off (scope->published, offset);

    found->date =
        syn_date_near_weekday (base, value, offset == 0 ? syn_dates_get_direction (scope, token) : direction);
    return TRUE;
  }
  value = syn_dates_read_month (scope, token + 1);
  if (value > 0) {
    found->date = syn_date_near_month (scope->published, value, direction);
    return TRUE;
  }

  count = offset != 0 ? read_count (scope, token + 1, &n_count) : -1;
  seconds = count > 0 ? syn_dates_read_sense (scope, token + 1 + n_count, SYN_CLASS_DURATION) : -1;
  if (is_period (seconds)) {
    SynDate other = syn_date_days_off (scope->published,
                                       (int) CLAMP (offset * count * (seconds / 86400.), -400000, 400000));

    found->end = token + 2 + n_count;
    found->date =
        offset < 0 ? syn_date_from_to (other, scope->published) : syn_date_from_to (scope->published, other);
    if (scope->published.precision != SYN_DATE_DAY)
      found->date.precision = SYN_DATE_UNKNOWN;
    return TRUE;
  }

  return FALSE;
}

/* "two days ago", "a week earlier" is not: it counts from something else. */
static gboolean
read_ago (const SynDatesScope *scope, guint32 token, SynDatesFound *found)
{
  guint n_tokens;
  int count = read_count (scope, token, &n_tokens);
  int seconds = count > 0 ? syn_dates_read_sense (scope, token + n_tokens, SYN_CLASS_DURATION) : -1;

  if (!is_period (seconds) || !syn_dates_is_word (scope, token + n_tokens + 1, "ago"))
    return FALSE;

  found->date = get_period (scope->published, seconds, -count);
  found->end = token + n_tokens + 2;
  found->is_relative = TRUE;

  return TRUE;
}

static gboolean
read_weekday (const SynDatesScope *scope, guint32 token, SynDatesFound *found)
{
  int weekday = syn_dates_read_sense (scope, token, SYN_CLASS_WEEKDAY);
  SynDatesFound written = { 0 };
  guint32 next;

  if (weekday < 0 || !(syn_analysis_token (scope->analysis, token)->flags & SYN_TOKEN_CAPITALISED))
    return FALSE;

  /* "Sunday, January 19": the written date says more. */
  next = syn_dates_skip_comma (scope, syn_dates_skip_stop (scope, token + 1));
  if (syn_dates_read_month_first (scope, next, &written) ||
      syn_dates_read_day_first (scope, next, &written)) {
    found->date = written.date;
    found->end = written.end;
    found->is_relative = written.is_relative;
    return TRUE;
  }

  found->date = syn_date_near_weekday (scope->published, weekday, syn_dates_get_direction (scope, token));
  found->end = token + 1;
  found->is_relative = TRUE;

  return TRUE;
}

/* A month by itself, where it can be nothing else: "in May". */
static gboolean
read_bare_month (const SynDatesScope *scope, guint32 token, SynDatesFound *found)
{
  static const char *const before[] = { "in",     "of",    "since", "until",  "by",      "from",  "to",
                                        "early",  "late",  "mid",   "during", "through", "im",    "en",
                                        "depuis", "desde", "a",     "em",     "nel",     "sinds", NULL };
  int month = syn_dates_read_month (scope, token);

  if (month < 0 || token == syn_dates_get_first (scope))
    return FALSE;
  if (!syn_dates_is_one_of (scope, token - 1, before) && !(syn_dates_is_dash (scope, token - 1)))
    return FALSE;

  found->date = syn_date_near_month (scope->published, month, syn_dates_get_direction (scope, token));
  found->end = token + 1;
  found->is_relative = TRUE;

  return TRUE;
}

static gboolean
is_all_capitals (const SynDatesScope *scope, guint32 token)
{
  SynSpan span = syn_analysis_token (scope->analysis, token)->span;

  for (gsize i = span.start; i < span.end; i++) {
    if (g_ascii_islower (scope->analysis->draft.text[i]))
      return FALSE;
  }

  return TRUE;
}

/* "USA Today", "Psychology Today": a capital inside a sentence of small letters, behind another. */
static gboolean
is_in_name (const SynDatesScope *scope, guint32 token)
{
  const SynTokenFlags content =
      SYN_TOKEN_WORD | SYN_TOKEN_CAPITALISED | SYN_TOKEN_FUNCTION | SYN_TOKEN_NUMBER;
  const SynTokenFlags flags = syn_analysis_token (scope->analysis, token)->flags;
  gboolean has_capitals;

  if (!(flags & SYN_TOKEN_CAPITALISED) || flags & SYN_TOKEN_INITIAL || token == syn_dates_get_first (scope) ||
      !(syn_analysis_token (scope->analysis, token - 1)->flags & SYN_TOKEN_CAPITALISED))
    return FALSE;
  /* "Ann Lee and Bob Orr, USA TODAY" */
  has_capitals = is_all_capitals (scope, token) && is_all_capitals (scope, token - 1);
  for (guint32 i = syn_dates_get_first (scope); i < scope->end; i++) {
    if (has_capitals && syn_analysis_token (scope->analysis, i)->flags & SYN_TOKEN_WORD &&
        !is_all_capitals (scope, i))
      return TRUE;
    if ((syn_analysis_token (scope->analysis, i)->flags & content) == SYN_TOKEN_WORD)
      return TRUE;
  }

  return FALSE;
}

static gboolean
read_day_word (const SynDatesScope *scope, guint32 token, SynDatesFound *found)
{
  const SynSense *sense;
  guint n_tokens =
      syn_analysis_match (scope->analysis, scope->lexicon, token, scope->end, SYN_CLASS_DAY_WORD, &sense);

  if (n_tokens == 0 || (n_tokens == 1 && is_in_name (scope, token)))
    return FALSE;

  found->date = syn_date_from_day_word (scope->published, sense->text);
  found->end = token + n_tokens;
  found->is_relative = TRUE;

  return TRUE;
}

/* ---- clock times: no date, but no figure either ---- */

/* "8.49": the word breaker takes it for one number. */
static gboolean
is_dotted_time (const char *word)
{
  gsize n_hours = strspn (word, "0123456789");

  return (n_hours == 1 || n_hours == 2) && word[n_hours] == '.' && strlen (word + n_hours) == 3 &&
         word[n_hours + 1] < '6' && strspn (word + n_hours + 1, "0123456789") == 2;
}

static guint32
find_clock_end (const SynDatesScope *scope, guint32 token)
{
  guint32 next = token + 1;
  gboolean has_minutes = FALSE;

  if (is_dotted_time (syn_dates_get_word (scope, token)))
    return next < scope->end && syn_analysis_is (scope->analysis, next, SYN_CLASS_CLOCK) ? next + 1 : token;
  if (syn_dates_read_digits (scope, token, 0, 24) < 0)
    return token;
  if ((syn_dates_is_word (scope, next, ":") ||
       (syn_dates_is_word (scope, next, ".") && syn_analysis_touches (scope->analysis, token, next))) &&
      syn_dates_read_digits (scope, next + 1, 0, 59) >= 0 &&
      strlen (syn_dates_get_word (scope, next + 1)) == 2) {
    has_minutes = syn_analysis_char (scope->analysis, next) == ':';
    next += 2;
  }
  if (next < scope->end && syn_analysis_is (scope->analysis, next, SYN_CLASS_CLOCK))
    return next + 1;

  return has_minutes ? next : token;
}

/* ---- all of them ---- */

static gboolean (*const readers[]) (const SynDatesScope *scope, guint32 token, SynDatesFound *found) = {
  syn_dates_read_iso,
  syn_dates_read_slashes,
  read_weekday,
  syn_dates_read_month_first,
  syn_dates_read_day_first,
  read_day_word,
  read_ago,
  read_this_or_last,
  read_bare_month,
  syn_dates_read_bare_year,
};

static void
find_in_sentence (SynDatesScope *scope)
{
  SynAnalysis *self = scope->analysis;

  for (guint32 i = syn_dates_get_first (scope); i < scope->end;) {
    SynDatesFound found = { .first = i };
    guint32 clock_end = find_clock_end (scope, i);
    gboolean is_date = FALSE;

    if (clock_end > i) {
      memset (self->is_taken + i, TRUE, clock_end - i);
      i = clock_end;
      continue;
    }

    for (guint k = 0; k < G_N_ELEMENTS (readers) && !is_date; k++) {
      found = (SynDatesFound){ .first = i };
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
  SynDatesScope scope = { .analysis = self, .published = self->draft.published };

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
