/* Who says: verbs of saying and "according to", each with its source (syn-sources.c). */
#include "syn-attributions-private.h"

/* Tokens between "with" and the participle whose subject it leads in: "with the company saying". */
#define MAX_WITH_TOKENS 10

gboolean
syn_attribution_is_verb (const SynAnalysis *self, guint32 token)
{
  SynTokenFlags flags = syn_analysis_token (self, token)->flags;
  const char *word = syn_analysis_word (self, token);

  if (syn_analysis_is (self, token, SYN_CLASS_AUXILIARY))
    return TRUE;
  if (flags & (SYN_TOKEN_FUNCTION | SYN_TOKEN_CAPITALISED))
    return FALSE;

  return syn_analysis_is (self, token, SYN_CLASS_VERB) || syn_analysis_is (self, token, SYN_CLASS_CUE_VERB) ||
         (strlen (word) > 4 && g_str_has_suffix (word, "ed"));
}

/* "quickly", not "the rally". */
static gboolean
is_adverb_in_ly (const SynCueScope *scope, guint32 token)
{
  static const char *const nouns[] = { "rally",     "family", "ally",  "reply",   "supply",  "assembly",
                                       "monopoly",  "bully",  "daily", "weekly",  "monthly", "anomaly",
                                       "butterfly", "july",   "italy", "elderly", NULL };

  return g_str_has_suffix (syn_analysis_word (scope->analysis, token), "ly") &&
         !(syn_cue_get_flags (scope, token) & SYN_TOKEN_CAPITALISED) &&
         !g_strv_contains (nouns, syn_analysis_word (scope->analysis, token));
}

/* Auxiliaries, adverbs and negations before a verb: "has also", "did not". */
static guint32
find_group_start (const SynCueScope *scope, guint32 cue)
{
  guint32 start = cue;

  while (start > scope->first &&
         (syn_cue_is_class (scope, start - 1, SYN_CLASS_AUXILIARY) ||
          syn_cue_is_class (scope, start - 1, SYN_CLASS_NEGATION) ||
          (syn_cue_is_class (scope, start - 1, SYN_CLASS_ADVERB) &&
           !syn_cue_is_word (scope, start - 1, "all") && !syn_cue_is_word (scope, start - 1, "both")) ||
          is_adverb_in_ly (scope, start - 1)) &&
         !syn_cue_is_word (scope, start - 1, "himself") && !syn_cue_is_word (scope, start - 1, "none"))
    start--;

  return start;
}

static gboolean
is_passive (const SynCueScope *scope, guint32 group, guint32 cue)
{
  static const char *const be[] = { "is", "was", "were", "are", "be", "been", "being", NULL };

  for (guint32 i = group; i < cue; i++) {
    if (g_strv_contains (be, syn_analysis_word (scope->analysis, i)))
      return TRUE;
  }

  return cue > scope->first &&
         (syn_cue_is_word (scope, cue - 1, "be") || syn_cue_is_word (scope, cue - 1, "been") ||
          syn_cue_is_word (scope, cue - 1, "being"));
}

/* ---- attributions ---- */

static SynCueKind
get_kind (const SynSense *sense)
{
  switch (sense->text[0]) {
  case 'a':
    return SYN_CUE_ALSO;
  case 'b':
    return SYN_CUE_BELIEF;
  case 'q':
    return SYN_CUE_QUOTED;
  default:
    return SYN_CUE_SAY;
  }
}

/* A comma or closing mark stands there: words may have gone before. */
static gboolean
ends_content (const SynCueScope *scope, guint32 token)
{
  return syn_cue_is_text (scope, token, ",") || syn_cue_is_mark (scope, token);
}

static gboolean
is_possessive (const SynCueScope *scope, guint32 token)
{
  static const char *const determiners[] = { "my", "your", "his", "her", "its", "our", "their", NULL };
  SynSpan span;
  const char *text = scope->analysis->draft.text;

  if (token < scope->first || token >= scope->end)
    return FALSE;
  if (g_strv_contains (determiners, syn_analysis_word (scope->analysis, token)))
    return TRUE;
  span = syn_analysis_token (scope->analysis, token)->span;

  return g_str_has_suffix (syn_analysis_word (scope->analysis, token), "'s") ||
         (syn_span_length (span) > 2 && text[span.end - 1] == 's' &&
          (text[span.end - 2] == '\'' ||
           (syn_span_length (span) > 4 && strncmp (text + span.end - 4, "’s", 4) == 0)));
}

static gboolean
is_reflexive (const SynCueScope *scope, guint32 token)
{
  return syn_cue_is_class (scope, token, SYN_CLASS_PRONOUN) &&
         (g_str_has_suffix (syn_analysis_word (scope->analysis, token), "self") ||
          g_str_has_suffix (syn_analysis_word (scope->analysis, token), "selves"));
}

/* Without the comma, or the pronoun, that stands between a source and its verb: "Holm, who said". */
static guint32
trim_source (const SynCueScope *scope, guint32 first, guint32 end)
{
  if (end > first + 1 && syn_cue_is_word (scope, end - 1, "who"))
    end--;
  if (end > first + 1 && syn_cue_is_text (scope, end - 1, ","))
    end--;

  return end;
}

static gboolean
read_verb (const SynCueScope *scope, guint32 cue, SynAttribution *attribution)
{
  const SynSense *sense =
      syn_lexicon_get_sense (scope->lexicon, syn_analysis_lexeme (scope->analysis, cue), SYN_CLASS_CUE_VERB);
  guint32 group;
  guint32 start;

  if (sense == NULL || syn_cue_get_flags (scope, cue) & SYN_TOKEN_QUOTED || scope->analysis->is_taken[cue])
    return FALSE;
  /* With a capital in a headline only: "Holm Says Bridge Is Safe". */
  if (syn_cue_get_flags (scope, cue) & SYN_TOKEN_CAPITALISED &&
      (syn_cue_get_flags (scope, cue) & SYN_TOKEN_INITIAL || get_kind (sense) != SYN_CUE_SAY ||
       !(syn_cue_get_flags (scope, cue - 1) & SYN_TOKEN_CAPITALISED)))
    return FALSE;

  group = find_group_start (scope, cue);
  /* "her newly announced plan", "the alleged plot", "Holm’s claim", "the several states", "things said by
   * Holm", "calls himself": nothing is said. */
  if (syn_cue_is_class (scope, group - 1, SYN_CLASS_ARTICLE) ||
      (syn_cue_is_class (scope, group - 1, SYN_CLASS_DETERMINER) &&
       syn_cue_is_class (scope, group - 2, SYN_CLASS_ARTICLE)) ||
      is_possessive (scope, group - 1) || syn_cue_is_word (scope, cue + 1, "by") ||
      is_reflexive (scope, cue + 1))
    return FALSE;

  /* "Holm closed the bridge and said": the sentence's subject speaks. */
  if (syn_cue_is_class (scope, group - 1, SYN_CLASS_COORDINATOR) && group == cue &&
      get_kind (sense) == SYN_CUE_SAY) {
    attribution->kind = SYN_CUE_SAY;
    attribution->cue_first = attribution->first = cue;
    attribution->cue_end = attribution->end = cue + 1;
    attribution->source_first = attribution->source_end = cue;
    return TRUE;
  }
  if (is_passive (scope, group, cue) || syn_cue_is_word (scope, cue - 1, "to"))
    return FALSE;

  attribution->kind = get_kind (sense);
  attribution->cue_first = group;
  attribution->cue_end = cue + 1;
  /* Adverbs at the start of the group are no part of the verb. */
  while (attribution->cue_first < cue &&
         !syn_cue_is_class (scope, attribution->cue_first, SYN_CLASS_AUXILIARY))
    attribution->cue_first++;

  /* "posts", "reports", "plan": a noun as often, unless right behind who does it. */
  if ((attribution->kind == SYN_CUE_ALSO ||
       (attribution->kind == SYN_CUE_BELIEF && syn_cue_is_class (scope, cue, SYN_CLASS_CUE_NOUN))) &&
      group == cue && !g_str_has_suffix (syn_analysis_word (scope->analysis, cue), "ed") &&
      !(syn_cue_get_flags (scope, cue - 1) & SYN_TOKEN_CAPITALISED) &&
      !syn_source_is_subject (scope, cue - 1) && !syn_cue_is_class (scope, cue - 1, SYN_CLASS_ROLE) &&
      !syn_cue_is_class (scope, cue - 1, SYN_CLASS_SOURCES) &&
      !syn_cue_is_class (scope, cue - 1, SYN_CLASS_BODY) && !syn_cue_is_word (scope, cue - 1, "who") &&
      !syn_cue_is_text (scope, cue - 1, ",") && !syn_cue_is_mark (scope, cue + 1) &&
      !syn_cue_is_mark (scope, cue - 1))
    return FALSE;

  start = syn_source_find_start (scope, group);
  if (start < group && syn_source_can_speak (scope, start, group, attribution->kind)) {
    attribution->source_first = start;
    attribution->source_end = trim_source (scope, start, group);
    attribution->first = start;
    attribution->end = attribution->cue_end;
    return TRUE;
  }

  if (group > scope->first && ends_content (scope, group - 1) &&
      !syn_cue_is_class (scope, cue + 1, SYN_CLASS_PREPOSITION) && attribution->kind != SYN_CUE_BELIEF) {
    guint32 end = syn_source_find_end (scope, cue + 1, FALSE);

    if (end > cue + 1 && syn_source_can_speak (scope, cue + 1, end, attribution->kind)) {
      attribution->source_first = cue + 1;
      attribution->source_end = end;
      attribution->first = attribution->cue_first;
      attribution->end = end;
      attribution->is_inverted = TRUE;
      return TRUE;
    }
  }

  return FALSE;
}

/* ", saying that", ", telling reporters": of whoever the sentence is about. */
static gboolean
read_participle (const SynCueScope *scope, guint32 cue, SynAttribution *attribution)
{
  const SynSense *sense = syn_lexicon_get_sense (scope->lexicon, syn_analysis_lexeme (scope->analysis, cue),
                                                 SYN_CLASS_CUE_PARTICIPLE);

  if (sense == NULL || syn_cue_get_flags (scope, cue) & (SYN_TOKEN_QUOTED | SYN_TOKEN_CAPITALISED) ||
      cue == scope->first)
    return FALSE;
  if (!syn_cue_is_text (scope, cue - 1, ",") && !syn_cue_is_class (scope, cue - 1, SYN_CLASS_SOURCES) &&
      get_kind (sense) != SYN_CUE_SAY)
    return FALSE;
  /* "cautious about claiming it", "calling themselves"; "quoted as saying" and "replied by saying" report. */
  if (is_reflexive (scope, cue + 1) ||
      (syn_cue_is_class (scope, cue - 1, SYN_CLASS_PREPOSITION) && !syn_cue_is_word (scope, cue - 1, "as") &&
       !syn_cue_is_word (scope, cue - 1, "by")))
    return FALSE;

  attribution->kind = get_kind (sense);
  attribution->cue_first = attribution->first = cue;
  attribution->cue_end = attribution->end = cue + 1;
  attribution->source_first = attribution->source_end = cue;

  /* "..., with the company saying that": somebody else than the sentence is about. */
  for (guint32 i = cue; i > scope->first && i + MAX_WITH_TOKENS > cue && !syn_cue_is_text (scope, i - 1, ",");
       i--) {
    if (syn_cue_is_word (scope, i - 1, "with") && syn_source_can_speak (scope, i, cue, SYN_CUE_SAY)) {
      attribution->source_first = i;
      break;
    }
    if (syn_cue_is_verb (scope, i - 1))
      break;
  }

  return TRUE;
}

static gboolean
read_according (const SynCueScope *scope, guint32 token, SynAttribution *attribution)
{
  guint n =
      syn_analysis_match (scope->analysis, scope->lexicon, token, scope->end, SYN_CLASS_ACCORDING, NULL);
  guint32 end;

  if (n == 0 || syn_cue_get_flags (scope, token) & SYN_TOKEN_QUOTED)
    return FALSE;
  /* "If all goes according to plan" */
  if (syn_cue_is_word (scope, token + n, "plan") || syn_cue_is_word (scope, token + n, "plans") ||
      syn_cue_is_word (scope, token + n, "schedule"))
    return FALSE;

  end = syn_source_find_end (scope, token + n, token <= scope->first + 1);
  if (end == token + n)
    return FALSE;
  attribution->kind = SYN_CUE_ACCORDING;
  attribution->cue_first = attribution->first = token;
  attribution->cue_end = token + n;
  attribution->source_first = token + n;
  attribution->source_end = attribution->end = end;
  attribution->is_inverted = TRUE;

  return TRUE;
}

static void
find_in_sentence (const SynCueScope *scope, GArray *found)
{
  guint first_found = found->len;

  for (guint32 i = scope->first; i < scope->end; i++) {
    SynAttribution attribution = { .sentence = scope->sentence };

    if (!read_according (scope, i, &attribution) && !read_verb (scope, i, &attribution) &&
        !read_participle (scope, i, &attribution))
      continue;

    /* The source of a participle or second verb is the one before it in the sentence, or the sentence's
     * subject. */
    if (attribution.source_end == attribution.source_first && attribution.cue_first > scope->first) {
      if (found->len > first_found) {
        const SynAttribution *last = &g_array_index (found, SynAttribution, found->len - 1);

        attribution.source_first = last->source_first;
        attribution.source_end = last->source_end;
      } else if (!syn_source_find_subject (scope, &attribution)) {
        continue;
      }
    }
    g_array_append_val (found, attribution);
    i = MAX (i, attribution.cue_end - 1);
  }
}

GArray *
syn_attributions_find (SynAnalysis *self)
{
  GArray *found = g_array_new (FALSE, TRUE, sizeof (SynAttribution));

  for (guint32 i = 0; i < self->draft.sentences->len; i++) {
    const SynSentence *sentence = syn_analysis_sentence (self, i);
    SynCueScope scope = {
      .analysis = self,
      .lexicon = syn_analysis_get_lexicon (self, i),
      .sentence = i,
      .first = sentence->first_token,
      .end = sentence->first_token + sentence->n_tokens,
    };

    if (syn_analysis_is_language (self, i, "zh"))
      syn_attributions_find_han (self, i, found);
    else if (scope.lexicon != NULL)
      find_in_sentence (&scope, found);
  }

  return found;
}
