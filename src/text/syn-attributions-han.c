/* Who says, in Chinese: "市长表示，…", "据报道，…", "“…”陈明说". */
#include "syn-quotes-private.h"

#include <string.h>

/* Tokens of the longest source. */
#define MAX_SOURCE_TOKENS 14

static gboolean
is_stop (const SynAnalysis *self, guint32 token)
{
  static const char *const stops[] = { "，", ",",  "。", "；", ";",  "：", ":", "“",
                                       "”",  "「", "」", "！", "？", "\"", NULL };

  for (guint i = 0; stops[i] != NULL; i++) {
    if (syn_analysis_token_is (self, token, stops[i]))
      return TRUE;
  }

  return FALSE;
}

static gboolean
opens_speech (const SynAnalysis *self, guint32 token, guint32 end)
{
  static const char *const openers[] = { "，", ",", "：", ":", "“", "「", "\"", NULL };

  for (guint i = 0; token < end && openers[i] != NULL; i++) {
    if (syn_analysis_token_is (self, token, openers[i]))
      return TRUE;
  }

  return FALSE;
}

static gboolean
can_speak (const SynAnalysis *self, guint32 first, guint32 end)
{
  for (guint32 i = first; i < end; i++) {
    if (syn_analysis_is (self, i, SYN_CLASS_SOURCES) || syn_analysis_is (self, i, SYN_CLASS_ROLE) ||
        syn_analysis_is (self, i, SYN_CLASS_TITLE) || syn_analysis_is (self, i, SYN_CLASS_PRONOUN) ||
        syn_analysis_is (self, i, SYN_CLASS_SURNAME) ||
        syn_gazetteer_find (self->gazetteer, syn_analysis_word (self, i), NULL) != NULL ||
        (syn_names_is_capital (self, i) && !(syn_analysis_token (self, i)->flags & SYN_TOKEN_HAN)))
      return TRUE;
  }

  return FALSE;
}

static void
add (GArray *found,
     guint32 sentence,
     guint32 source_first,
     guint32 source_end,
     guint32 cue_first,
     guint32 cue_end,
     SynCueKind kind)
{
  SynAttribution attribution = {
    .sentence = sentence,
    .source_first = source_first,
    .source_end = source_end,
    .cue_first = cue_first,
    .cue_end = cue_end,
    .first = MIN (source_first, cue_first),
    .end = MAX (source_end, cue_end),
    .kind = kind,
  };

  g_array_append_val (found, attribution);
}

/* 据路透社报道，…: the comma ends the source, a verb of saying before it is no part of it. */
static guint32
read_according (const SynAnalysis *self, guint32 token, guint32 end, guint32 sentence, GArray *found)
{
  guint32 stop = token + 1;
  guint32 source_end;

  if (!syn_analysis_is (self, token, SYN_CLASS_ACCORDING))
    return token;
  while (stop < end && !is_stop (self, stop) && stop - token < MAX_SOURCE_TOKENS)
    stop++;
  if (stop >= end || !(syn_analysis_token_is (self, stop, "，") || syn_analysis_token_is (self, stop, ",")))
    return token;

  source_end = stop;
  while (source_end > token + 2 && syn_analysis_is (self, source_end - 1, SYN_CLASS_CUE_VERB))
    source_end--;
  if (source_end > token + 1)
    add (found, sentence, token + 1, source_end, token, token + 1, SYN_CUE_ACCORDING);

  return stop;
}

void
syn_attributions_find_han (SynAnalysis *self, guint32 sentence, GArray *found)
{
  const SynSentence *record = syn_analysis_sentence (self, sentence);
  guint32 end = record->first_token + record->n_tokens;
  guint32 clause = record->first_token; /* where the clause under way starts */

  for (guint32 i = record->first_token; i < end; i++) {
    guint32 source_end = i;
    guint32 stop;

    if (is_stop (self, i)) {
      clause = i + 1;
      continue;
    }
    if (syn_analysis_token (self, i)->flags & SYN_TOKEN_QUOTED)
      continue;

    stop = read_according (self, i, end, sentence, found);
    if (stop > i) {
      i = stop;
      clause = stop + 1;
      continue;
    }
    if (!syn_analysis_is (self, i, SYN_CLASS_CUE_VERB) || i == clause || i - clause > MAX_SOURCE_TOKENS ||
        (!opens_speech (self, i + 1, end) && i + 1 < end))
      continue;

    /* 还, 也, 在会上 between the source and its verb */
    while (source_end > clause + 1 && syn_analysis_is (self, source_end - 1, SYN_CLASS_FUNCTION) &&
           !syn_analysis_is (self, source_end - 1, SYN_CLASS_PRONOUN))
      source_end--;
    /* 媒体报道 reports; 媒体能够客观报道 does not. */
    if (g_str_has_prefix (syn_analysis_word (self, i), "报道") &&
        !can_speak (self, source_end - 1, source_end))
      continue;
    if (can_speak (self, clause, source_end))
      add (found, sentence, clause, source_end, i, i + 1, SYN_CUE_SAY);
  }
}

guint
syn_attribution_find_han_content (const SynAnalysis *self,
                                  const SynAttribution *attribution,
                                  guint32 contents[2][2])
{
  const SynSentence *sentence = syn_analysis_sentence (self, attribution->sentence);
  guint32 end = sentence->first_token + sentence->n_tokens;
  guint32 start = attribution->end;

  while (start < end && !(syn_analysis_token (self, start)->flags & SYN_TOKEN_WORD))
    start++;
  while (end > start && !(syn_analysis_token (self, end - 1)->flags & SYN_TOKEN_WORD))
    end--;
  /* 据路透社报道，…: the verb behind the source is passed. */
  while (start < end && attribution->kind == SYN_CUE_ACCORDING &&
         syn_analysis_is (self, start, SYN_CLASS_CUE_VERB))
    start++;
  while (start < end && !(syn_analysis_token (self, start)->flags & SYN_TOKEN_WORD))
    start++;
  contents[0][0] = start;
  contents[0][1] = end;

  return end > start + 2 ? 1 : 0;
}
