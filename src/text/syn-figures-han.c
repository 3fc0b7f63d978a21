/* Figures in Chinese: "70万新用户", "超过3.5亿元", "两天", "百分之二十", "第二", "位居榜首". */
#include "syn-figures-private.h"
#include "syn-han-private.h"

#include <string.h>

/* Tokens looked at for what is counted, and for the chart in which something ranks. */
#define MAX_TOKENS_TO_WHAT  4
#define MAX_TOKENS_TO_CHART 8
/* Bytes between a figure and a word for its change: 增长了, 上涨超过. */
#define MAX_BYTES_FROM_CHANGE 18

typedef struct {
  SynAnalysis *analysis;
  const SynLexicon *lexicon;
  guint32 sentence;
  const char *start; /* of the sentence */
  const char *end;
} Scope;

/* A figure being read, in bytes of the document. */
typedef struct {
  SynFigureDraft draft;
  const char *start;
  const char *number_start;
  const char *number_end;
  const char *end;
} Reading;

/* What an ordinal counts when it ranks nothing: the second time, day, session, chapter. */
static const char *const counters[] = { "次", "天", "届", "屆", "季", "章", "条",   "條", "年",
                                        "轮", "輪", "期", "批", "代", "节", "節",   "集", "步",
                                        "场", "場", "个", "個", "部", "页", "一次", NULL };

static guint32
find_token (const Scope *scope, const char *at)
{
  return syn_analysis_find_token (scope->analysis, at - scope->analysis->draft.text);
}

static gboolean
is_in_sentence (const Scope *scope, guint32 token)
{
  const SynAnalysis *self = scope->analysis;

  return token < self->draft.tokens->len &&
         self->draft.text + syn_analysis_token (self, token)->span.end <= scope->end;
}

static gboolean
is_noun (const Scope *scope, guint32 token)
{
  const SynToken *record = syn_analysis_token (scope->analysis, token);

  return (record->flags & SYN_TOKEN_WORD) && !(record->flags & (SYN_TOKEN_FUNCTION | SYN_TOKEN_NUMBER)) &&
         !syn_analysis_is (scope->analysis, token, SYN_CLASS_NOT_COUNTED);
}

/* The noun behind "70万": past classifiers and the like, the first word of two characters or more. */
static guint32
find_counted (const Scope *scope, const char *at)
{
  guint32 token = find_token (scope, at);
  guint32 found = SYN_NO_INDEX;

  for (guint n = 0; n < MAX_TOKENS_TO_WHAT && is_in_sentence (scope, token + n); n++) {
    const SynToken *record = syn_analysis_token (scope->analysis, token + n);

    if (!(record->flags & SYN_TOKEN_WORD))
      break;
    if (!is_noun (scope, token + n))
      continue;
    if (found == SYN_NO_INDEX)
      found = token + n;
    if (syn_span_length (record->span) > strlen ("人"))
      return found == token + n || n == 0 ? token + n : found;
  }

  return found;
}

/* The word breaker may take a word and what follows it for one: 榜上, 增加到. */
static gboolean
begins_with (const Scope *scope, guint32 token, SynClass class)
{
  const char *start = scope->analysis->draft.text + syn_analysis_token (scope->analysis, token)->span.start;
  const SynSense *sense;

  return syn_han_match (scope->lexicon, start, scope->end, class, &sense) > 0;
}

/* The noun before a number that says how many there are: 新增用户达70万. */
static guint32
find_measured (const Scope *scope, const Reading *reading)
{
  guint32 token = find_token (scope, reading->start);
  guint32 first = find_token (scope, scope->start);

  for (guint n = 1; n <= MAX_TOKENS_TO_WHAT && token >= first + n; n++) {
    const SynToken *record = syn_analysis_token (scope->analysis, token - n);

    if (!(record->flags & SYN_TOKEN_WORD))
      break;
    if (is_noun (scope, token - n) && (record->flags & SYN_TOKEN_HAN) &&
        syn_span_length (record->span) > strlen ("人") && !begins_with (scope, token - n, SYN_CLASS_CHANGE) &&
        !begins_with (scope, token - n, SYN_CLASS_QUALIFIER))
      return token - n;
  }

  return SYN_NO_INDEX;
}

/* What something ranks in: the word before "排行榜", else the noun behind the rank or before it. */
static guint32
find_ranked (const Scope *scope, const Reading *reading)
{
  guint32 token = find_token (scope, reading->start);
  guint32 first = find_token (scope, scope->start);

  for (guint n = 1; n <= MAX_TOKENS_TO_CHART && token >= first + n; n++) {
    guint32 candidate = token - n;

    if (!(syn_analysis_token (scope->analysis, candidate)->flags & SYN_TOKEN_WORD))
      break;
    if (begins_with (scope, candidate, SYN_CLASS_CHART) || !is_noun (scope, candidate))
      continue;
    if (candidate + 1 < token && begins_with (scope, candidate + 1, SYN_CLASS_CHART))
      return candidate;
    if (syn_analysis_token (scope->analysis, candidate)->flags & SYN_TOKEN_HAN)
      continue;
    return candidate;
  }

  return find_counted (scope, reading->end);
}

static void
finish (const Scope *scope, Reading *reading)
{
  SynAnalysis *self = scope->analysis;
  SynFigure *figure = syn_draft_add (self->draft.figures);
  const SynFigureDraft *draft = &reading->draft;
  const char *text = self->draft.text;

  figure->span = syn_span (reading->start - text, reading->end - text);
  figure->number = syn_span (reading->number_start - text, reading->number_end - text);
  figure->sentence = scope->sentence;
  figure->clause = syn_analysis_find_clause (self, scope->sentence, figure->number.start);
  figure->kind = draft->kind;
  figure->qualifier = draft->qualifier;
  figure->lower = draft->lower * draft->factor;
  figure->upper = draft->upper * draft->factor;
  figure->value = draft->value * draft->factor;
  figure->unit = syn_strings_add (self->draft.strings, draft->unit, -1);
  figure->is_change = draft->is_change;
  if (draft->what != SYN_NO_INDEX) {
    const SynToken *what = syn_analysis_token (self, draft->what);

    figure->what = what->stem;
    figure->what_span = what->span;
    /* The word breaker may have taken the magnitude to the noun: 万人. */
    if (what->span.start < figure->number.end && what->span.end > figure->span.end) {
      figure->what_span.start = figure->span.end;
      figure->what = syn_strings_add (self->draft.strings, text + figure->what_span.start,
                                      syn_span_length (figure->what_span));
    }
  }
}

/* ---- ranks ---- */

static gboolean
read_rank (const Scope *scope, const char *at, Reading *reading)
{
  const SynSense *sense;
  gsize length = syn_han_match (scope->lexicon, at, scope->end, SYN_CLASS_TOP, &sense);
  gsize sign;
  SynHanNumber number;

  reading->draft.kind = SYN_FIGURE_RANK;
  reading->start = reading->number_start = at;
  reading->draft.value = reading->draft.lower = reading->draft.upper = 1;
  if (length > 0) {
    reading->end = reading->number_end = at + length;
    reading->draft.what = find_ranked (scope, reading);
    return TRUE;
  }

  sign = syn_han_skip (at, scope->end, "第");
  if (sign == 0)
    return FALSE;
  number = syn_han_read_number (at + sign, scope->end);
  if (number.length == 0)
    return FALSE;

  reading->end = reading->number_end = at + sign + number.length;
  for (guint i = 0; counters[i] != NULL; i++) {
    if (syn_han_skip (reading->end, scope->end, counters[i]) > 0) {
      reading->draft.is_none = TRUE;
      return TRUE;
    }
  }
  reading->end += syn_han_skip (reading->end, scope->end, "名");
  reading->end += syn_han_skip (reading->end, scope->end, "位");
  reading->draft.value = reading->draft.lower = reading->draft.upper = number.value;
  reading->draft.what = find_ranked (scope, reading);

  return TRUE;
}

/* ---- numbers ---- */

static void
set_unit (SynFigureDraft *draft, SynFigureKind kind, const char *unit, double factor)
{
  draft->kind = kind;
  draft->factor = factor;
  g_strlcpy (draft->unit, unit, sizeof draft->unit);
}

/* The bytes of the unit at `at`. */
static gsize
read_unit (const Scope *scope, const char *at, SynFigureDraft *draft)
{
  const SynSense *sense;
  gsize length;

  length = syn_han_match (scope->lexicon, at, scope->end, SYN_CLASS_PERCENT, &sense);
  if (length > 0) {
    set_unit (draft, SYN_FIGURE_PERCENT, "%", 1);
    return length;
  }
  length = syn_han_match (scope->lexicon, at, scope->end, SYN_CLASS_CURRENCY, &sense);
  if (length > 0) {
    set_unit (draft, SYN_FIGURE_MONEY, sense->text, 1);
    return length;
  }
  length = syn_han_match (scope->lexicon, at, scope->end, SYN_CLASS_DURATION, &sense);
  if (length > 0) {
    set_unit (draft, SYN_FIGURE_DURATION, "s", sense->number);
    return length;
  }
  length = syn_han_match (scope->lexicon, at, scope->end, SYN_CLASS_MEASURE, &sense);
  if (length > 0) {
    syn_figure_set_measure (draft, sense);
    return length;
  }
  length = syn_han_skip (at, scope->end, "岁") + syn_han_skip (at, scope->end, "歲");
  if (length > 0) {
    set_unit (draft, SYN_FIGURE_AGE, "", 1);
    return length;
  }
  length = syn_han_skip (at, scope->end, "倍");
  if (length > 0) {
    set_unit (draft, SYN_FIGURE_PERCENT, "%", 100);
    return length;
  }
  length = syn_han_skip (at, scope->end, "成");
  if (length > 0) {
    set_unit (draft, SYN_FIGURE_PERCENT, "%", 10);
    return length;
  }

  return 0;
}

/* 百分之二十, 三分之一 */
static gboolean
read_share (const Scope *scope, const char *at, Reading *reading)
{
  gsize length = syn_han_skip (at, scope->end, "百分之");
  double whole = 100;
  SynHanNumber part;

  if (length == 0) {
    SynHanNumber first = syn_han_read_number (at, scope->end);
    gsize sign = first.length > 0 ? syn_han_skip (at + first.length, scope->end, "分之") : 0;

    if (sign == 0 || first.value == 0)
      return FALSE;
    whole = first.value;
    length = first.length + sign;
  }
  part = syn_han_read_number (at + length, scope->end);
  if (part.length == 0)
    return FALSE;

  set_unit (&reading->draft, SYN_FIGURE_PERCENT, "%", 1);
  reading->start = reading->number_start = at;
  reading->end = reading->number_end = at + length + part.length;
  reading->draft.value = reading->draft.lower = reading->draft.upper = 100 * part.value / whole;

  return TRUE;
}

/* A numeral by itself (一, 两) is a number before a unit or a classifier only. */
static gboolean
is_really_number (const Scope *scope, const Reading *reading, const SynHanNumber *number)
{
  const SynSense *sense;

  if (!number->is_bare || reading->draft.kind != SYN_FIGURE_COUNT)
    return !number->is_bare || number->value != 1 || reading->draft.kind != SYN_FIGURE_COUNT;
  if (number->value <= 1)
    return FALSE;

  return syn_han_match (scope->lexicon, reading->end, scope->end, SYN_CLASS_NOT_COUNTED, &sense) > 0 ||
         syn_han_skip (reading->end, scope->end, "人") > 0;
}

static void
read_qualifiers (const Scope *scope, Reading *reading, const SynHanNumber *number)
{
  const SynSense *sense;
  const char *found = number->is_over ? "over" : NULL;
  gsize length =
      syn_han_match_before (scope->lexicon, scope->start, reading->start, SYN_CLASS_QUALIFIER, &sense);

  if (length > 0) {
    found = sense->text;
    reading->start -= length;
  } else {
    length = syn_han_match (scope->lexicon, reading->end, scope->end, SYN_CLASS_QUALIFIER_AFTER, &sense);
    if (length > 0) {
      found = sense->text;
      reading->end += length;
    }
  }
  if (found != NULL && number->upper == number->value)
    syn_figure_set_bounds (&reading->draft, found);
}

/* "从40万到180万", "10-20万": the second number of a range; its length. */
static gsize
read_range (const Scope *scope, Reading *reading, const SynHanNumber *number)
{
  static const char *const joints[] = { "到", "至", "-", "–", "~", "～", "—", NULL };

  for (guint i = 0; joints[i] != NULL; i++) {
    gsize length = syn_han_skip (reading->end, scope->end, joints[i]);
    SynHanNumber second;

    if (length == 0)
      continue;
    second = syn_han_read_number (reading->end + length, scope->end);
    if (second.length == 0 || second.value <= reading->draft.value)
      return 0;
    /* "10-20万": the magnitude is said once. */
    if (second.value >= 1e4 && reading->draft.value < 1000) {
      double magnitude = second.value >= 1e8 ? 1e8 : 1e4;

      reading->draft.value *= magnitude;
      reading->draft.lower *= magnitude;
    }
    reading->draft.upper = second.value;
    reading->draft.qualifier = SYN_RANGE;
    return length + second.length;
  }

  return 0;
}

static gboolean
has_change_near (const Scope *scope, const Reading *reading)
{
  const char *p = reading->start;

  for (guint n = 0; n < MAX_BYTES_FROM_CHANGE / 3 && p > scope->start; n++) {
    const SynSense *sense;

    if (syn_han_match_before (scope->lexicon, scope->start, p, SYN_CLASS_CHANGE, &sense) > 0)
      return TRUE;
    p = g_utf8_prev_char (p);
    if (g_unichar_ispunct (g_utf8_get_char (p)) || syn_han_skip (p, scope->end, "到") > 0 ||
        syn_han_skip (p, scope->end, "至") > 0)
      return FALSE;
  }

  return FALSE;
}

static gboolean
read_number (const Scope *scope, const char *at, Reading *reading)
{
  SynHanNumber number = syn_han_read_number (at, scope->end);
  gboolean is_share = FALSE;

  if (read_share (scope, at, reading)) {
    number = (SynHanNumber){ .value = reading->draft.value,
                             .upper = reading->draft.value,
                             .length = reading->end - at };
    is_share = TRUE;
  } else {
    if (number.length == 0)
      return FALSE;
    reading->start = reading->number_start = at;
    reading->end = reading->number_end = at + number.length;
    reading->draft.value = reading->draft.lower = number.value;
    reading->draft.upper = number.upper;
    if (number.upper > number.value)
      reading->draft.qualifier = SYN_RANGE;
    reading->end += read_range (scope, reading, &number);
    reading->number_end = reading->end;
    reading->end += read_unit (scope, reading->end, &reading->draft);
  }
  if (!is_share && !is_really_number (scope, reading, &number)) {
    reading->draft.is_none = TRUE;
    return TRUE;
  }

  if (reading->draft.qualifier != SYN_RANGE)
    read_qualifiers (scope, reading, &number);
  if (reading->draft.kind == SYN_FIGURE_COUNT || is_share)
    reading->draft.what = find_counted (scope, reading->end);
  if (reading->draft.kind == SYN_FIGURE_COUNT && reading->draft.what == SYN_NO_INDEX)
    reading->draft.what = find_measured (scope, reading);
  reading->draft.is_change = reading->draft.what == SYN_NO_INDEX && has_change_near (scope, reading);

  return TRUE;
}

void
syn_analysis_find_han_figures (SynAnalysis *self, guint32 sentence)
{
  SynSpan span = syn_analysis_sentence (self, sentence)->span;
  Scope scope = {
    .analysis = self,
    .lexicon = syn_analysis_get_lexicon (self, sentence),
    .sentence = sentence,
    .start = self->draft.text + span.start,
    .end = self->draft.text + span.end,
  };

  for (const char *p = scope.start; p < scope.end;) {
    Reading reading = { .draft = SYN_FIGURE_DRAFT_INIT };
    guint32 token = find_token (&scope, p);

    /* Dates are no figures; a number inside a Latin word ("iPhone15") is part of it. */
    if (token < self->draft.tokens->len && self->is_taken[token]) {
      p = MAX (p + 1, self->draft.text + syn_analysis_token (self, token)->span.end);
      continue;
    }
    if (g_ascii_isalpha (*p)) {
      while (p < scope.end && g_ascii_isalnum (*p))
        p++;
      continue;
    }
    if (read_rank (&scope, p, &reading) ||
        (reading = (Reading){ .draft = SYN_FIGURE_DRAFT_INIT }, read_number (&scope, p, &reading))) {
      if (!reading.draft.is_none)
        finish (&scope, &reading);
      p = MAX (reading.end, g_utf8_next_char (p));
      continue;
    }
    p = g_utf8_next_char (p);
  }
}
