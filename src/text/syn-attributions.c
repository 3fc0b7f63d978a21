/* Who says: verbs of saying and "according to", each with its source, by light chunking of the words beside
 * it. */
#include "syn-quotes-private.h"

#include <string.h>

/* Tokens of the longest source. Beyond, a source is a sentence of its own. */
#define MAX_SOURCE_TOKENS 24
/* Tokens between a source's head and its verb that a bracketed or appended phrase may take: "Ann Lee, a
 * teacher, said". */
#define MAX_APPENDED_TOKENS 18
/* Tokens back to the pronoun of a relative clause inside a source: "users who joined the app said". */
#define MAX_RELATIVE_TOKENS 10

typedef struct {
  SynAnalysis *analysis;
  const SynLexicon *lexicon;
  guint32 sentence;
  guint32 first;
  guint32 end;
} Scope;

/* ---- looking at words ---- */

static gboolean
is_class (const Scope *scope, guint32 token, SynClass class)
{
  return token >= scope->first && token < scope->end && syn_analysis_is (scope->analysis, token, class);
}

static gboolean
is_text (const Scope *scope, guint32 token, const char *text)
{
  return token >= scope->first && token < scope->end && syn_analysis_token_is (scope->analysis, token, text);
}

static gboolean
is_word (const Scope *scope, guint32 token, const char *word)
{
  return token >= scope->first && token < scope->end &&
         g_str_equal (syn_analysis_word (scope->analysis, token), word);
}

static SynTokenFlags
get_flags (const Scope *scope, guint32 token)
{
  return token >= scope->first && token < scope->end ? syn_analysis_token (scope->analysis, token)->flags : 0;
}

static gboolean
is_quotation_mark (const Scope *scope, guint32 token)
{
  return is_text (scope, token, "“") || is_text (scope, token, "”") || is_text (scope, token, "\"") ||
         is_text (scope, token, "»") || is_text (scope, token, "«") || is_text (scope, token, "’") ||
         is_text (scope, token, "‘") || is_text (scope, token, "'");
}

/* "the victims’ families": close behind a word, and no space or stop behind it closes a quotation. */
static gboolean
is_apostrophe (const Scope *scope, guint32 token)
{
  return (is_text (scope, token, "’") || is_text (scope, token, "'")) && token > scope->first &&
         get_flags (scope, token - 1) & SYN_TOKEN_WORD &&
         syn_analysis_touches (scope->analysis, token - 1, token);
}

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

static gboolean
is_verb (const Scope *scope, guint32 token)
{
  return token >= scope->first && token < scope->end && syn_attribution_is_verb (scope->analysis, token);
}

/* "quickly", not "the rally". */
static gboolean
is_adverb_in_ly (const Scope *scope, guint32 token)
{
  static const char *const nouns[] = { "rally",     "family", "ally",  "reply",   "supply",  "assembly",
                                       "monopoly",  "bully",  "daily", "weekly",  "monthly", "anomaly",
                                       "butterfly", "july",   "italy", "elderly", NULL };

  return g_str_has_suffix (syn_analysis_word (scope->analysis, token), "ly") &&
         !(get_flags (scope, token) & SYN_TOKEN_CAPITALISED) &&
         !g_strv_contains (nouns, syn_analysis_word (scope->analysis, token));
}

/* Auxiliaries, adverbs and negations before a verb: "has also", "did not". */
static guint32
find_group_start (const Scope *scope, guint32 cue)
{
  guint32 start = cue;

  while (start > scope->first &&
         (is_class (scope, start - 1, SYN_CLASS_AUXILIARY) ||
          is_class (scope, start - 1, SYN_CLASS_NEGATION) ||
          (is_class (scope, start - 1, SYN_CLASS_ADVERB) && !is_word (scope, start - 1, "all") &&
           !is_word (scope, start - 1, "both")) ||
          is_adverb_in_ly (scope, start - 1)) &&
         !is_word (scope, start - 1, "himself") && !is_word (scope, start - 1, "none"))
    start--;

  return start;
}

static gboolean
is_passive (const Scope *scope, guint32 group, guint32 cue)
{
  static const char *const be[] = { "is", "was", "were", "are", "be", "been", "being", NULL };

  for (guint32 i = group; i < cue; i++) {
    if (g_strv_contains (be, syn_analysis_word (scope->analysis, i)))
      return TRUE;
  }

  return cue > scope->first && (is_word (scope, cue - 1, "be") || is_word (scope, cue - 1, "been") ||
                                is_word (scope, cue - 1, "being"));
}

/* ---- sources ---- */

/* "I", not "her": a pronoun that a verb can follow. */
static gboolean
is_subject (const Scope *scope, guint32 token)
{
  static const char *const objects[] = { "me",      "us",      "him",        "her",  "them", "myself",
                                         "himself", "herself", "mine",       "ours", "hers", "theirs",
                                         "yours",   "itself",  "themselves", NULL };

  return is_class (scope, token, SYN_CLASS_PRONOUN) &&
         !g_strv_contains (objects, syn_analysis_word (scope->analysis, token));
}

/* A source can be a name, a pronoun, or words for people and bodies; "that", "which", "there" say nothing. */
static gboolean
can_speak (const Scope *scope, guint32 first, guint32 end, SynCueKind kind)
{
  /* "a builder", "her brother": anybody can say something; fewer can warn or believe. */
  if ((kind == SYN_CUE_SAY || kind == SYN_CUE_QUOTED || is_quotation_mark (scope, first - 1) ||
       is_quotation_mark (scope, end + 1)) &&
      end - first > 1 && end - first <= 6 &&
      (is_class (scope, first, SYN_CLASS_ARTICLE) || is_class (scope, first, SYN_CLASS_DETERMINER)))
    return TRUE;

  for (guint32 i = first; i < end; i++) {
    SynTokenFlags flags = get_flags (scope, i);
    const char *word = syn_analysis_word (scope->analysis, i);
    const SynSense *pronoun =
        syn_lexicon_get_sense (scope->lexicon, syn_analysis_lexeme (scope->analysis, i), SYN_CLASS_PRONOUN);

    if (pronoun != NULL && end - first <= 2)
      return !g_str_equal (word, "it") || kind == SYN_CUE_SAY;
    if (is_word (scope, i, "who") && end - first == 1)
      return TRUE;
    if (scope->analysis->is_taken[i])
      continue;
    if ((flags & SYN_TOKEN_CAPITALISED && !(flags & SYN_TOKEN_FUNCTION) && !(flags & SYN_TOKEN_INITIAL)) ||
        is_class (scope, i, SYN_CLASS_SOURCES) || is_class (scope, i, SYN_CLASS_ROLE) ||
        is_class (scope, i, SYN_CLASS_BODY) || is_class (scope, i, SYN_CLASS_ORGANISATION) ||
        is_class (scope, i, SYN_CLASS_CUE_NOUN))
      return TRUE;
    if (flags & SYN_TOKEN_INITIAL && flags & SYN_TOKEN_CAPITALISED && !(flags & SYN_TOKEN_FUNCTION) &&
        (end - first == 1 || g_str_has_suffix (word, "s")))
      return TRUE;
    /* A plural noun: "voters", "neighbours". */
    if (strlen (word) > 4 && g_str_has_suffix (word, "s") && !(flags & SYN_TOKEN_FUNCTION) && end - i == 1)
      return TRUE;
  }

  return FALSE;
}

/* What no source starts with: "But", "And", "Still", "On Tuesday". */
static guint32
skip_lead (const Scope *scope, guint32 first, guint32 end)
{
  while (first < end &&
         (is_class (scope, first, SYN_CLASS_COORDINATOR) || is_class (scope, first, SYN_CLASS_SUBORDINATOR) ||
          (is_class (scope, first, SYN_CLASS_ADVERB) && !is_class (scope, first, SYN_CLASS_DETERMINER) &&
           !is_word (scope, first, "both") && !is_word (scope, first, "all")) ||
          is_word (scope, first, "even") || is_word (scope, first, "that") ||
          is_word (scope, first, "however") || is_word (scope, first, "meanwhile") ||
          scope->analysis->is_taken[first] ||
          (!(get_flags (scope, first) & SYN_TOKEN_WORD) && !is_text (scope, first, "$")) ||
          (is_class (scope, first, SYN_CLASS_PREPOSITION) && !is_word (scope, first, "about") &&
           !is_word (scope, first, "over") && first + 1 < end && !is_word (scope, first, "among"))))
    first++;

  return first;
}

/* Back over a relative clause that the verb at `token` belongs to; the pronoun's token, SYN_NO_INDEX for
 * none. */
static guint32
find_relative (const Scope *scope, guint32 token)
{
  for (guint32 i = token, n = 0; i > scope->first && n < MAX_RELATIVE_TOKENS; i--, n++) {
    if (is_word (scope, i - 1, "who") || is_word (scope, i - 1, "which"))
      return i - 1;
    if (!(get_flags (scope, i - 1) & SYN_TOKEN_WORD))
      return SYN_NO_INDEX;
  }

  return SYN_NO_INDEX;
}

/* "identified as Tun", "named Anna": what follows a comma gives the name. */
static gboolean
is_named_apart (const Scope *scope, guint32 token)
{
  return is_word (scope, token, "identified") || is_word (scope, token, "named") ||
         (is_word (scope, token, "known") && is_word (scope, token + 1, "as")) ||
         (is_word (scope, token, "called") && get_flags (scope, token + 1) & SYN_TOKEN_CAPITALISED);
}

/* The comma that opens a phrase appended to a name, with `comma` closing it; SYN_NO_INDEX for none. */
static guint32
find_appended (const Scope *scope, guint32 comma)
{
  for (guint32 i = comma, n = 0; i > scope->first && n < MAX_APPENDED_TOKENS; i--, n++) {
    if (is_text (scope, i - 1, ",")) {
      SynTokenFlags before = get_flags (scope, i - 2);
      gboolean is_named = (before & SYN_TOKEN_CAPITALISED) || is_class (scope, i - 2, SYN_CLASS_ROLE) ||
                          is_class (scope, i - 2, SYN_CLASS_SOURCES) || is_text (scope, i - 2, ".");
      gboolean is_appended =
          is_class (scope, i, SYN_CLASS_ARTICLE) || is_class (scope, i, SYN_CLASS_ROLE) ||
          is_class (scope, i, SYN_CLASS_RELATIVE) || is_class (scope, i, SYN_CLASS_TITLE) ||
          (get_flags (scope, i) & (SYN_TOKEN_NUMBER | SYN_TOKEN_CAPITALISED)) ||
          is_class (scope, i, SYN_CLASS_PREPOSITION) || is_class (scope, i, SYN_CLASS_DETERMINER) ||
          is_class (scope, i, SYN_CLASS_ORGANISATION);

      /* "One of the boys, identified as Tun, wrote" */
      if (is_named_apart (scope, i) || (is_named && is_appended))
        return i - 1;
      /* "Ann Lee, a teacher, a mother of two" may go on. */
      if (!is_named && n > 0 && is_appended)
        continue;
      return SYN_NO_INDEX;
    }
    if ((is_quotation_mark (scope, i - 1) && !is_apostrophe (scope, i - 1)) || is_text (scope, i - 1, ";") ||
        is_text (scope, i - 1, ":") || is_class (scope, i - 1, SYN_CLASS_CUE_VERB))
      return SYN_NO_INDEX;
  }

  return SYN_NO_INDEX;
}

/* A verb stands between the last stop and the token. */
static gboolean
is_after_verb (const Scope *scope, guint32 token)
{
  for (guint32 i = token, n = 0; i > scope->first && n < MAX_RELATIVE_TOKENS; i--, n++) {
    if (is_text (scope, i - 1, ",") || is_quotation_mark (scope, i - 1) || is_text (scope, i - 1, ";"))
      return n == 0;
    if (is_verb (scope, i - 1))
      return TRUE;
  }

  return token <= scope->first;
}

/* The noun phrase that ends before `end`: its first token, `end` for none. */
static guint32
find_source_start (const Scope *scope, guint32 end)
{
  guint32 i = end;

  if (end > scope->first && is_text (scope, end - 1, ",")) {
    guint32 comma = find_appended (scope, end - 1);

    if (comma == SYN_NO_INDEX)
      return end;
    i = comma;
  }
  /* "why I think", "her posts": a pronoun is all of the source, unless "Ann and I". */
  if (is_class (scope, end - 1, SYN_CLASS_PRONOUN) && i == end &&
      !is_class (scope, end - 2, SYN_CLASS_COORDINATOR) && !is_class (scope, end - 2, SYN_CLASS_DETERMINER))
    return is_subject (scope, end - 1) ? end - 1 : end;

  for (guint n = 0; i > scope->first && n < MAX_SOURCE_TOKENS; n++) {
    guint32 token = i - 1;

    if (is_text (scope, token, ")")) {
      while (token > scope->first && !is_text (scope, token, "("))
        token--;
      i = token;
      continue;
    }
    if (!(get_flags (scope, token) & SYN_TOKEN_WORD)) {
      gboolean is_inside = is_text (scope, token, "-") || is_text (scope, token, "‑") ||
                           is_text (scope, token, "&") || is_text (scope, token, "/") ||
                           is_text (scope, token, "'") || is_text (scope, token, "’") ||
                           (is_text (scope, token, ".") && token > scope->first &&
                            syn_analysis_touches (scope->analysis, token - 1, token));

      if (!is_inside)
        break;
      i = token;
      continue;
    }
    if (is_class (scope, token, SYN_CLASS_SUBORDINATOR) || is_word (scope, token, "but"))
      break;
    if (is_class (scope, token, SYN_CLASS_COORDINATOR)) {
      /* "Ann and Bob said", not "it rained and Bob said" */
      if (i == end || is_after_verb (scope, token))
        break;
    }
    if (is_word (scope, token, "that") && i < end)
      break;
    if (is_verb (scope, token)) {
      guint32 relative = find_relative (scope, token);

      /* "an aide named Ann", "a man armed with": a participle inside the phrase */
      if (relative == SYN_NO_INDEX && i < end && !is_class (scope, token, SYN_CLASS_AUXILIARY) &&
          !is_class (scope, token, SYN_CLASS_CUE_VERB) && !is_class (scope, token, SYN_CLASS_VERB) &&
          token > scope->first && !is_class (scope, token - 1, SYN_CLASS_PRONOUN) &&
          (is_class (scope, token - 1, SYN_CLASS_ARTICLE) ||
           is_class (scope, token - 1, SYN_CLASS_DETERMINER))) {
        i = token;
        continue;
      }
      if (relative == SYN_NO_INDEX || relative <= scope->first)
        break;
      i = relative;
      continue;
    }
    i = token;
  }

  return skip_lead (scope, i, end);
}

/* From `token` to the next comma no verb: "According to Ann Lee, a teacher, it rained". */
static gboolean
is_closed_phrase (const Scope *scope, guint32 token)
{
  for (guint32 i = token, n = 0; i < scope->end && n < MAX_APPENDED_TOKENS; i++, n++) {
    if (is_text (scope, i, ","))
      return TRUE;
    if (is_verb (scope, i))
      return FALSE;
  }

  return FALSE;
}

/* The end of the noun phrase that starts at `first`, behind a verb: "said [Eric Wang, a designer from
 * Lisbon]". */
static guint32
find_source_end (const Scope *scope, guint32 first, gboolean is_leading)
{
  guint32 i = first;
  gboolean is_appended = FALSE;

  for (guint n = 0; i < scope->end && n < MAX_SOURCE_TOKENS; n++, i++) {
    if (is_quotation_mark (scope, i) || is_text (scope, i, ";") || is_text (scope, i, ":") ||
        is_text (scope, i, "—") || is_text (scope, i, "–") || is_class (scope, i, SYN_CLASS_CUE_PARTICIPLE))
      break;
    if (is_text (scope, i, ".") && !(i + 1 < scope->end && syn_analysis_touches (scope->analysis, i - 1, i)))
      break;
    if (scope->analysis->is_taken[i])
      break;
    if (is_text (scope, i, ",")) {
      /* What follows says who it is, or the sentence goes on without it. */
      if (is_leading && !is_closed_phrase (scope, i + 1))
        break;
      if (!(is_class (scope, i + 1, SYN_CLASS_ARTICLE) || is_class (scope, i + 1, SYN_CLASS_ROLE) ||
            is_class (scope, i + 1, SYN_CLASS_TITLE) || is_word (scope, i + 1, "who") ||
            is_word (scope, i + 1, "whose") ||
            (get_flags (scope, i + 1) & (SYN_TOKEN_CAPITALISED | SYN_TOKEN_NUMBER)) ||
            (is_appended && (get_flags (scope, i + 1) & SYN_TOKEN_WORD) &&
             !is_class (scope, i + 1, SYN_CLASS_COORDINATOR) &&
             !is_class (scope, i + 1, SYN_CLASS_SUBORDINATOR) &&
             !is_class (scope, i + 1, SYN_CLASS_PRONOUN))))
        break;
      is_appended = TRUE;
      continue;
    }
    if (!is_appended && is_verb (scope, i) && i > first && !is_class (scope, i - 1, SYN_CLASS_ARTICLE) &&
        !is_class (scope, i - 1, SYN_CLASS_DETERMINER))
      break;
    if (is_class (scope, i, SYN_CLASS_SUBORDINATOR) && !is_appended)
      break;
    /* "said Wang in an interview", "said Wang on Monday" */
    if (is_class (scope, i, SYN_CLASS_PREPOSITION) && i > first && !is_word (scope, i, "of")) {
      if (i + 1 < scope->end && scope->analysis->is_taken[i + 1])
        break;
      if ((is_class (scope, i + 1, SYN_CLASS_ARTICLE) && is_class (scope, i + 2, SYN_CLASS_CUE_NOUN)) ||
          is_word (scope, i + 2, "interview") || is_word (scope, i + 2, "email") ||
          is_word (scope, i + 2, "speech") || is_word (scope, i + 2, "tweet") ||
          is_word (scope, i + 2, "press") || is_word (scope, i + 2, "news"))
        break;
    }
  }
  while (i > first && (is_text (scope, i - 1, ",") || is_text (scope, i - 1, ".") ||
                       is_class (scope, i - 1, SYN_CLASS_COORDINATOR)))
    i--;

  return i;
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
ends_content (const Scope *scope, guint32 token)
{
  return is_text (scope, token, ",") || is_quotation_mark (scope, token);
}

static gboolean
read_verb (const Scope *scope, guint32 cue, SynAttribution *attribution)
{
  const SynSense *sense =
      syn_lexicon_get_sense (scope->lexicon, syn_analysis_lexeme (scope->analysis, cue), SYN_CLASS_CUE_VERB);
  guint32 group;
  guint32 start;

  if (sense == NULL || get_flags (scope, cue) & SYN_TOKEN_QUOTED || scope->analysis->is_taken[cue])
    return FALSE;
  /* With a capital in a headline only: "Holm Says Bridge Is Safe". */
  if (get_flags (scope, cue) & SYN_TOKEN_CAPITALISED &&
      (get_flags (scope, cue) & SYN_TOKEN_INITIAL || get_kind (sense) != SYN_CUE_SAY ||
       !(get_flags (scope, cue - 1) & SYN_TOKEN_CAPITALISED)))
    return FALSE;

  group = find_group_start (scope, cue);
  /* "Holm closed the bridge and said": the sentence's subject speaks. */
  if (is_class (scope, group - 1, SYN_CLASS_COORDINATOR) && group == cue && get_kind (sense) == SYN_CUE_SAY) {
    attribution->kind = SYN_CUE_SAY;
    attribution->cue_first = attribution->first = cue;
    attribution->cue_end = attribution->end = cue + 1;
    attribution->source_first = attribution->source_end = cue;
    return TRUE;
  }
  if (is_passive (scope, group, cue) || is_word (scope, cue - 1, "to"))
    return FALSE;

  attribution->kind = get_kind (sense);
  attribution->cue_first = group;
  attribution->cue_end = cue + 1;
  /* Adverbs at the start of the group are no part of the verb. */
  while (attribution->cue_first < cue && !is_class (scope, attribution->cue_first, SYN_CLASS_AUXILIARY))
    attribution->cue_first++;

  /* "posts", "reports": a noun as often, unless right behind who does it. */
  if (attribution->kind == SYN_CUE_ALSO && group == cue &&
      !g_str_has_suffix (syn_analysis_word (scope->analysis, cue), "ed") &&
      !(get_flags (scope, cue - 1) & SYN_TOKEN_CAPITALISED) && !is_subject (scope, cue - 1) &&
      !is_class (scope, cue - 1, SYN_CLASS_ROLE) && !is_class (scope, cue - 1, SYN_CLASS_SOURCES) &&
      !is_class (scope, cue - 1, SYN_CLASS_BODY) && !is_word (scope, cue - 1, "who") &&
      !is_text (scope, cue - 1, ",") && !is_quotation_mark (scope, cue + 1) &&
      !is_quotation_mark (scope, cue - 1))
    return FALSE;

  start = find_source_start (scope, group);
  if (start < group && can_speak (scope, start, group, attribution->kind)) {
    attribution->source_first = start;
    attribution->source_end = is_text (scope, group - 1, ",") ? group - 1 : group;
    attribution->first = start;
    attribution->end = attribution->cue_end;
    return TRUE;
  }

  if (group > scope->first && ends_content (scope, group - 1) &&
      !is_class (scope, cue + 1, SYN_CLASS_PREPOSITION) && attribution->kind != SYN_CUE_BELIEF) {
    guint32 end = find_source_end (scope, cue + 1, FALSE);

    if (end > cue + 1 && can_speak (scope, cue + 1, end, attribution->kind)) {
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
read_participle (const Scope *scope, guint32 cue, SynAttribution *attribution)
{
  const SynSense *sense = syn_lexicon_get_sense (scope->lexicon, syn_analysis_lexeme (scope->analysis, cue),
                                                 SYN_CLASS_CUE_PARTICIPLE);

  if (sense == NULL || get_flags (scope, cue) & (SYN_TOKEN_QUOTED | SYN_TOKEN_CAPITALISED) ||
      cue == scope->first)
    return FALSE;
  if (!is_text (scope, cue - 1, ",") && !is_class (scope, cue - 1, SYN_CLASS_SOURCES) &&
      get_kind (sense) != SYN_CUE_SAY)
    return FALSE;

  attribution->kind = get_kind (sense);
  attribution->cue_first = attribution->first = cue;
  attribution->cue_end = attribution->end = cue + 1;
  attribution->source_first = attribution->source_end = cue;

  /* "..., with the company saying that": somebody else than the sentence is about. */
  for (guint32 i = cue; i > scope->first && i + MAX_RELATIVE_TOKENS > cue && !is_text (scope, i - 1, ",");
       i--) {
    if (is_word (scope, i - 1, "with") && can_speak (scope, i, cue, SYN_CUE_SAY)) {
      attribution->source_first = i;
      break;
    }
    if (is_verb (scope, i - 1))
      break;
  }

  return TRUE;
}

static gboolean
read_according (const Scope *scope, guint32 token, SynAttribution *attribution)
{
  guint n =
      syn_analysis_match (scope->analysis, scope->lexicon, token, scope->end, SYN_CLASS_ACCORDING, NULL);
  guint32 end;

  if (n == 0 || get_flags (scope, token) & SYN_TOKEN_QUOTED)
    return FALSE;

  end = find_source_end (scope, token + n, token <= scope->first + 1);
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
find_in_sentence (const Scope *scope, GArray *found)
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
      } else {
        guint32 end = scope->first;

        while (end < attribution.cue_first && !is_verb (scope, end) && !is_text (scope, end, ","))
          end++;
        attribution.source_first = skip_lead (scope, scope->first, end);
        attribution.source_end = end;
        if (!can_speak (scope, attribution.source_first, end, attribution.kind))
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
    Scope scope = {
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
