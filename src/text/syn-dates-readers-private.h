/* The readers of dates in scripts with spaces: what they look at and what they share. */
#pragma once

#include <stdlib.h>
#include <string.h>

#include "syn-dates-private.h"

G_BEGIN_DECLS

/* Years that a bare number of four digits may be. */
#define SYN_DATES_FIRST_YEAR 1700
#define SYN_DATES_LAST_YEAR  2100

typedef struct {
  SynAnalysis *analysis;
  const SynLexicon *lexicon;
  guint32 sentence;
  guint32 end; /* one past the sentence's last token */
  SynDate published;
  gboolean is_english;
} SynDatesScope;

/* What was read: tokens from `first` up to `end`. */
typedef struct {
  guint32 first;
  guint32 end;
  SynDate date;
  gboolean is_relative;
} SynDatesFound;

/* ---- reading tokens ---- */

static inline const char *
syn_dates_get_word (const SynDatesScope *scope, guint32 token)
{
  return token < scope->end ? syn_analysis_word (scope->analysis, token) : "";
}

static inline gboolean
syn_dates_is_word (const SynDatesScope *scope, guint32 token, const char *word)
{
  return g_str_equal (syn_dates_get_word (scope, token), word);
}

static inline gboolean
syn_dates_is_one_of (const SynDatesScope *scope, guint32 token, const char *const *words)
{
  return token < scope->end && g_strv_contains (words, syn_analysis_word (scope->analysis, token));
}

static inline guint32
syn_dates_get_first (const SynDatesScope *scope)
{
  return syn_analysis_sentence (scope->analysis, scope->sentence)->first_token;
}

/* The value of a token of digits within bounds, also "14th"; -1 for anything else. */
static inline int
syn_dates_read_digits (const SynDatesScope *scope, guint32 token, int minimum, int maximum)
{
  const char *word = syn_dates_get_word (scope, token);
  gsize n_digits = strspn (word, "0123456789");
  const char *rest = word + n_digits;
  int value;

  if (n_digits == 0 || n_digits > 4)
    return -1;
  if (*rest != '\0' && !g_str_equal (rest, "st") && !g_str_equal (rest, "nd") && !g_str_equal (rest, "rd") &&
      !g_str_equal (rest, "th") && !g_str_equal (rest, "er") && !g_str_equal (rest, "."))
    return -1;

  value = atoi (word);

  return value >= minimum && value <= maximum ? value : -1;
}

static inline int
syn_dates_read_day (const SynDatesScope *scope, guint32 token)
{
  return syn_dates_read_digits (scope, token, 1, 31);
}

static inline int
syn_dates_read_year (const SynDatesScope *scope, guint32 token)
{
  return strlen (syn_dates_get_word (scope, token)) == 4
             ? syn_dates_read_digits (scope, token, SYN_DATES_FIRST_YEAR, SYN_DATES_LAST_YEAR)
             : -1;
}

static inline int
syn_dates_read_sense (const SynDatesScope *scope, guint32 token, SynClass class)
{
  const SynSense *sense;

  if (token >= scope->end)
    return -1;

  sense = syn_lexicon_get_sense (scope->lexicon, syn_analysis_lexeme (scope->analysis, token), class);

  return sense != NULL ? (int) sense->number : -1;
}

/* In English "may" and "march" are months with a capital only. */
static inline int
syn_dates_read_month (const SynDatesScope *scope, guint32 token)
{
  int month = syn_dates_read_sense (scope, token, SYN_CLASS_MONTH);

  if (month < 0)
    return -1;
  if (scope->is_english && !(syn_analysis_token (scope->analysis, token)->flags & SYN_TOKEN_CAPITALISED))
    return -1;

  return month;
}

/* Past a full stop that belongs to an abbreviation: "Jan. 14", "14. Januar". */
static inline guint32
syn_dates_skip_stop (const SynDatesScope *scope, guint32 token)
{
  return token + 1 < scope->end && syn_analysis_char (scope->analysis, token) == '.' ? token + 1 : token;
}

static inline guint32
syn_dates_skip_comma (const SynDatesScope *scope, guint32 token)
{
  return token + 1 < scope->end && syn_analysis_char (scope->analysis, token) == ',' ? token + 1 : token;
}

static inline gboolean
syn_dates_is_dash (const SynDatesScope *scope, guint32 token)
{
  return syn_dates_is_word (scope, token, "-") || syn_dates_is_word (scope, token, "–") ||
         syn_dates_is_word (scope, token, "—");
}

/* The side of the article's date that the words around speak of. */
SynDirection syn_dates_get_direction (const SynDatesScope *scope, guint32 token);

/* ---- dates that are written out, see syn-dates-written.c: FALSE where there is none at `token` ---- */

gboolean syn_dates_read_iso (const SynDatesScope *scope, guint32 token, SynDatesFound *found);
gboolean syn_dates_read_slashes (const SynDatesScope *scope, guint32 token, SynDatesFound *found);
gboolean syn_dates_read_month_first (const SynDatesScope *scope, guint32 token, SynDatesFound *found);
gboolean syn_dates_read_day_first (const SynDatesScope *scope, guint32 token, SynDatesFound *found);
gboolean syn_dates_read_bare_year (const SynDatesScope *scope, guint32 token, SynDatesFound *found);

G_END_DECLS
