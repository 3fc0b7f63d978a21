/* What a figure counts or measures: the head of a noun phrase near it, found without grammar: phrases end at
 * closed-class words, verbs and punctuation, and heads of counted phrases are plurals. */
#include "syn-figures-private.h"

#include <string.h>

/* Words of a counted noun phrase that are looked at, and of the way back to a subject. */
#define MAX_PHRASE       7
#define MAX_WAY_BACK     14
#define MAX_WAY_TO_CHART 12

static gboolean
is_lower_with_suffix (const SynAnalysis *self, guint32 token, const char *suffix)
{
  const char *word = syn_analysis_word (self, token);

  return g_ascii_islower (syn_analysis_char (self, token)) && strlen (word) > strlen (suffix) + 2 &&
         g_str_has_suffix (word, suffix);
}

static gboolean
is_plural (const SynAnalysis *self, guint32 token)
{
  static const char *const irregular[] = { "people", "men",    "women", "children", "police",
                                           "staff",  "troops", "folk",  "feet",     "teeth",
                                           "mice",   "media",  "data",  "cattle",   NULL };
  const char *word = syn_analysis_word (self, token);
  gsize length = strlen (word);

  if (g_strv_contains (irregular, word))
    return TRUE;

  return length > 2 && word[length - 1] == 's' && word[length - 2] != 's' && !g_str_has_suffix (word, "us") &&
         !g_str_has_suffix (word, "is");
}

static gboolean
is_noun_like (const SynAnalysis *self, guint32 token)
{
  const SynToken *record = syn_analysis_token (self, token);

  return (record->flags & SYN_TOKEN_WORD) && !(record->flags & (SYN_TOKEN_FUNCTION | SYN_TOKEN_NUMBER)) &&
         !syn_analysis_is (self, token, SYN_CLASS_MAGNITUDE) &&
         !syn_analysis_is (self, token, SYN_CLASS_CURRENCY) &&
         !syn_analysis_is (self, token, SYN_CLASS_VERB) &&
         !syn_analysis_is (self, token, SYN_CLASS_AUXILIARY) &&
         !(syn_analysis_is (self, token, SYN_CLASS_CUE_VERB) && !is_plural (self, token));
}

/* "registered users", "participating states": a participle inside the phrase. */
static gboolean
is_participle (const SynAnalysis *self, guint32 token)
{
  return is_lower_with_suffix (self, token, "ed") || is_lower_with_suffix (self, token, "ing");
}

static gboolean
is_joint (const SynAnalysis *self, guint32 token, guint32 end)
{
  return (syn_analysis_token_is (self, token, "-") || syn_analysis_token_is (self, token, "‑")) &&
         token + 1 < end && syn_analysis_touches (self, token, token + 1);
}

guint32
syn_figure_find_counted (const SynAnalysis *self, guint32 token, guint32 end)
{
  static const char *const of[] = { "of", "de", "di", "von", "van", NULL };
  guint32 head = SYN_NO_INDEX;
  guint32 last = SYN_NO_INDEX;
  guint32 i = token;

  if (i < end && g_strv_contains (of, syn_analysis_word (self, i)))
    i++;
  while (i < end && syn_analysis_is (self, i, SYN_CLASS_NOT_COUNTED) &&
         !(i + 1 < end && !is_noun_like (self, i + 1) && last == SYN_NO_INDEX && is_noun_like (self, i) &&
           !syn_analysis_is (self, i + 1, SYN_CLASS_NOT_COUNTED)))
    i++;

  for (guint n = 0; i < end && n < MAX_PHRASE; i++, n++) {
    if (is_joint (self, i, end) && last != SYN_NO_INDEX)
      continue;
    /* "US and Chinese users" */
    if (syn_analysis_is (self, i, SYN_CLASS_COORDINATOR) && last != SYN_NO_INDEX && i + 1 < end &&
        (syn_analysis_token (self, last)->flags & SYN_TOKEN_CAPITALISED) &&
        (syn_analysis_token (self, i + 1)->flags & SYN_TOKEN_CAPITALISED) && !is_plural (self, last))
      continue;
    if (!is_noun_like (self, i) || self->is_taken[i])
      break;
    if (is_participle (self, i) && !(i + 1 < end && is_noun_like (self, i + 1) && last == SYN_NO_INDEX))
      break;

    last = i;
    if (is_plural (self, i))
      head = i;
  }

  return head != SYN_NO_INDEX ? head : last;
}

/* From the end of a noun phrase at `token` back over its prepositional phrases to its head: "[users] on the
 * app". */
static guint32
climb_to_head (const SynAnalysis *self, guint32 first, guint32 token)
{
  static const char *const counters[] = { "number", "numbers", "share",      "amount",     "total",
                                          "count",  "rate",    "proportion", "percentage", NULL };
  guint32 head = token;

  for (guint32 i = token, n = 0; i > first && n < MAX_WAY_BACK; i--, n++) {
    if (syn_analysis_is (self, i - 1, SYN_CLASS_PREPOSITION) && i >= first + 2 &&
        is_noun_like (self, i - 2)) {
      /* "the number of users" is about users */
      if (g_str_equal (syn_analysis_word (self, i - 1), "of") &&
          g_strv_contains (counters, syn_analysis_word (self, i - 2)))
        return head;
      head = i - 2;
      i--;
    } else if (!is_noun_like (self, i - 1) && !syn_analysis_is (self, i - 1, SYN_CLASS_ARTICLE) &&
               !syn_analysis_is (self, i - 1, SYN_CLASS_DETERMINER) && !is_joint (self, i - 1, token)) {
      break;
    }
  }

  return head;
}

/* The head of the sentence's first noun phrase: its subject, in news. */
static guint32
find_subject (const SynAnalysis *self, guint32 first, guint32 token)
{
  guint32 head = SYN_NO_INDEX;

  for (guint32 i = first; i < token && i < first + MAX_PHRASE; i++) {
    if (is_noun_like (self, i) && !self->is_taken[i])
      head = i;
    else if (head != SYN_NO_INDEX || !(syn_analysis_is (self, i, SYN_CLASS_ARTICLE) ||
                                       syn_analysis_is (self, i, SYN_CLASS_DETERMINER)))
      break;
  }

  return head;
}

guint32
syn_figure_find_measured (const SynAnalysis *self, guint32 first, guint32 token)
{
  gboolean has_changed = FALSE;
  guint32 i = token;

  /* "a valuation of" */
  if (token >= first + 2 && syn_analysis_is (self, token - 1, SYN_CLASS_PREPOSITION) &&
      is_noun_like (self, token - 2) && g_str_equal (syn_analysis_word (self, token - 1), "of"))
    return token - 2;

  /* Back over "by", qualifiers, auxiliaries, the verb itself, a date or figure between. */
  for (guint n = 0; i > first && n < MAX_WAY_BACK; i--, n++) {
    const SynToken *record = syn_analysis_token (self, i - 1);

    has_changed |= syn_analysis_is (self, i - 1, SYN_CLASS_CHANGE);
    if (self->is_taken[i - 1] || record->flags & SYN_TOKEN_NUMBER || syn_analysis_token_is (self, i - 1, "%"))
      continue;
    if (!(record->flags & SYN_TOKEN_WORD))
      return has_changed ? find_subject (self, first, i - 1) : SYN_NO_INDEX;
    if (is_noun_like (self, i - 1) && !syn_analysis_is (self, i - 1, SYN_CLASS_CHANGE) &&
        !is_participle (self, i - 1) && !syn_analysis_is (self, i - 1, SYN_CLASS_QUALIFIER) &&
        !is_lower_with_suffix (self, i - 1, "ly"))
      return climb_to_head (self, first, i - 1);
  }

  return SYN_NO_INDEX;
}

guint32
syn_figure_find_ranked (const SynAnalysis *self, const SynLexicon *lexicon, guint32 token, guint32 end)
{
  guint32 head = SYN_NO_INDEX;
  gboolean is_head_done = FALSE;

  for (guint32 i = token; i < end && i < token + MAX_WAY_TO_CHART; i++) {
    const SynSense *chart = syn_lexicon_get_sense (lexicon, syn_analysis_lexeme (self, i), SYN_CLASS_CHART);

    if (chart != NULL) {
      gboolean is_place = g_str_equal (chart->text, "place");
      gboolean is_named = i > token && is_noun_like (self, i - 1);

      /* "App Store charts": the store; "download rankings": downloads; else what was ranked. */
      if (!is_place && i + 1 < end && syn_analysis_is (self, i + 1, SYN_CLASS_CHART))
        continue;
      if (is_place)
        return i;
      return is_named ? i - 1 : head != SYN_NO_INDEX ? head : i;
    }
    if (!(syn_analysis_token (self, i)->flags & SYN_TOKEN_WORD) && !is_joint (self, i, end))
      break;
    if (self->is_taken[i])
      break;
    if (is_noun_like (self, i) && !is_head_done)
      head = i;
    else if (head != SYN_NO_INDEX)
      is_head_done = TRUE;
  }

  return head;
}
