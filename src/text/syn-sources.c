/* Who is meant to say something: the noun phrase beside a verb of saying, by light chunking of the words. */
#include "syn-attributions-private.h"

/* Tokens of the longest source. Beyond, a source is a sentence of its own. */
#define MAX_SOURCE_TOKENS 24
/* Tokens between a source's head and its verb that a bracketed or appended phrase may take: "Ann Lee, a
 * teacher, said". */
#define MAX_APPENDED_TOKENS 18
/* Tokens back to the pronoun of a relative clause inside a source: "users who joined the app said". */
#define MAX_RELATIVE_TOKENS 10

/* "the victims’ families": close behind a word, and no space or stop behind it closes a quotation. */
static gboolean
is_apostrophe (const SynCueScope *scope, guint32 token)
{
  return (syn_cue_is_text (scope, token, "’") || syn_cue_is_text (scope, token, "'")) &&
         token > scope->first && syn_cue_get_flags (scope, token - 1) & SYN_TOKEN_WORD &&
         syn_analysis_touches (scope->analysis, token - 1, token);
}

gboolean
syn_source_is_subject (const SynCueScope *scope, guint32 token)
{
  static const char *const objects[] = { "me",      "us",      "him",        "her",  "them", "myself",
                                         "himself", "herself", "mine",       "ours", "hers", "theirs",
                                         "yours",   "itself",  "themselves", NULL };

  return syn_cue_is_class (scope, token, SYN_CLASS_PRONOUN) &&
         !g_strv_contains (objects, syn_analysis_word (scope->analysis, token));
}

gboolean
syn_source_can_speak (const SynCueScope *scope, guint32 first, guint32 end, SynCueKind kind)
{
  /* "whose profile says": of somebody else. */
  if (syn_cue_is_word (scope, first, "whose"))
    return FALSE;
  /* "a builder", "her brother": anybody can say something; fewer can warn or believe. */
  if ((kind == SYN_CUE_SAY || kind == SYN_CUE_QUOTED || syn_cue_is_mark (scope, first - 1) ||
       syn_cue_is_mark (scope, end + 1)) &&
      end - first > 1 && end - first <= 6 &&
      (syn_cue_is_class (scope, first, SYN_CLASS_ARTICLE) ||
       syn_cue_is_class (scope, first, SYN_CLASS_DETERMINER)))
    return TRUE;

  for (guint32 i = first; i < end; i++) {
    SynTokenFlags flags = syn_cue_get_flags (scope, i);
    const char *word = syn_analysis_word (scope->analysis, i);
    const SynSense *pronoun =
        syn_lexicon_get_sense (scope->lexicon, syn_analysis_lexeme (scope->analysis, i), SYN_CLASS_PRONOUN);

    if (pronoun != NULL && end - first <= 2)
      return !g_str_equal (word, "it") || kind == SYN_CUE_SAY;
    if (syn_cue_is_word (scope, i, "who") && end - first == 1)
      return TRUE;
    if (scope->analysis->is_taken[i])
      continue;
    if ((flags & SYN_TOKEN_CAPITALISED && !(flags & SYN_TOKEN_FUNCTION) && !(flags & SYN_TOKEN_INITIAL)) ||
        syn_cue_is_class (scope, i, SYN_CLASS_SOURCES) || syn_cue_is_class (scope, i, SYN_CLASS_ROLE) ||
        syn_cue_is_class (scope, i, SYN_CLASS_BODY) || syn_cue_is_class (scope, i, SYN_CLASS_ORGANISATION) ||
        syn_cue_is_class (scope, i, SYN_CLASS_CUE_NOUN))
      return TRUE;
    if (flags & SYN_TOKEN_INITIAL && flags & SYN_TOKEN_CAPITALISED && !(flags & SYN_TOKEN_FUNCTION) &&
        (end - first == 1 || g_str_has_suffix (word, "s")))
      return TRUE;
    /* A plural noun: "voters", "neighbours". */
    if (strlen (word) > 4 && g_str_has_suffix (word, "s") && !g_str_has_suffix (word, "ss") &&
        !(flags & SYN_TOKEN_FUNCTION) && end - i == 1)
      return TRUE;
  }

  return FALSE;
}

/* What no source starts with: "But", "And", "Still", "On Tuesday". */
static guint32
skip_lead (const SynCueScope *scope, guint32 first, guint32 end)
{
  while (first < end &&
         (syn_cue_is_class (scope, first, SYN_CLASS_COORDINATOR) ||
          syn_cue_is_class (scope, first, SYN_CLASS_SUBORDINATOR) ||
          (syn_cue_is_class (scope, first, SYN_CLASS_ADVERB) &&
           !syn_cue_is_class (scope, first, SYN_CLASS_DETERMINER) &&
           !syn_cue_is_word (scope, first, "both") && !syn_cue_is_word (scope, first, "all")) ||
          syn_cue_is_word (scope, first, "even") || syn_cue_is_word (scope, first, "that") ||
          syn_cue_is_word (scope, first, "however") || syn_cue_is_word (scope, first, "meanwhile") ||
          scope->analysis->is_taken[first] ||
          (!(syn_cue_get_flags (scope, first) & SYN_TOKEN_WORD) && !syn_cue_is_text (scope, first, "$")) ||
          (syn_cue_is_class (scope, first, SYN_CLASS_PREPOSITION) &&
           !syn_cue_is_word (scope, first, "about") && !syn_cue_is_word (scope, first, "over") &&
           first + 1 < end && !syn_cue_is_word (scope, first, "among"))))
    first++;

  return first;
}

/* Back over a relative clause that the verb at `token` belongs to; the pronoun's token, SYN_NO_INDEX for
 * none. */
static guint32
find_relative (const SynCueScope *scope, guint32 token)
{
  for (guint32 i = token, n = 0; i > scope->first && n < MAX_RELATIVE_TOKENS; i--, n++) {
    if (syn_cue_is_word (scope, i - 1, "who") || syn_cue_is_word (scope, i - 1, "which"))
      return i - 1;
    if (!(syn_cue_get_flags (scope, i - 1) & SYN_TOKEN_WORD))
      return SYN_NO_INDEX;
  }

  return SYN_NO_INDEX;
}

/* "identified as Tun", "named Anna": what follows a comma gives the name. */
static gboolean
is_named_apart (const SynCueScope *scope, guint32 token)
{
  return syn_cue_is_word (scope, token, "identified") || syn_cue_is_word (scope, token, "named") ||
         (syn_cue_is_word (scope, token, "known") && syn_cue_is_word (scope, token + 1, "as")) ||
         (syn_cue_is_word (scope, token, "called") &&
          syn_cue_get_flags (scope, token + 1) & SYN_TOKEN_CAPITALISED);
}

/* The comma that opens a phrase appended to a name, with `comma` closing it; SYN_NO_INDEX for none. */
static guint32
find_appended (const SynCueScope *scope, guint32 comma)
{
  for (guint32 i = comma, n = 0; i > scope->first && n < MAX_APPENDED_TOKENS; i--, n++) {
    if (syn_cue_is_text (scope, i - 1, ",")) {
      SynTokenFlags before = syn_cue_get_flags (scope, i - 2);
      gboolean is_named =
          (before & SYN_TOKEN_CAPITALISED) || syn_cue_is_class (scope, i - 2, SYN_CLASS_ROLE) ||
          syn_cue_is_class (scope, i - 2, SYN_CLASS_SOURCES) || syn_cue_is_text (scope, i - 2, ".");
      gboolean is_appended =
          syn_cue_is_class (scope, i, SYN_CLASS_ARTICLE) || syn_cue_is_class (scope, i, SYN_CLASS_ROLE) ||
          syn_cue_is_class (scope, i, SYN_CLASS_RELATIVE) || syn_cue_is_class (scope, i, SYN_CLASS_TITLE) ||
          (syn_cue_get_flags (scope, i) & (SYN_TOKEN_NUMBER | SYN_TOKEN_CAPITALISED)) ||
          syn_cue_is_class (scope, i, SYN_CLASS_PREPOSITION) ||
          syn_cue_is_class (scope, i, SYN_CLASS_DETERMINER) ||
          syn_cue_is_class (scope, i, SYN_CLASS_ORGANISATION);

      /* "One of the boys, identified as Tun, wrote" */
      if (is_named_apart (scope, i) || (is_named && is_appended))
        return i - 1;
      /* "Ann Lee, a teacher, a mother of two" may go on. */
      if (!is_named && n > 0 && is_appended)
        continue;
      return SYN_NO_INDEX;
    }
    if ((syn_cue_is_mark (scope, i - 1) && !is_apostrophe (scope, i - 1)) ||
        syn_cue_is_text (scope, i - 1, ";") || syn_cue_is_text (scope, i - 1, ":") ||
        syn_cue_is_class (scope, i - 1, SYN_CLASS_CUE_VERB))
      return SYN_NO_INDEX;
  }

  return SYN_NO_INDEX;
}

/* A verb stands between the last stop and the token. */
static gboolean
is_after_verb (const SynCueScope *scope, guint32 token)
{
  for (guint32 i = token, n = 0; i > scope->first && n < MAX_RELATIVE_TOKENS; i--, n++) {
    if (syn_cue_is_text (scope, i - 1, ",") || syn_cue_is_mark (scope, i - 1) ||
        syn_cue_is_text (scope, i - 1, ";"))
      return n == 0;
    if (syn_cue_is_verb (scope, i - 1))
      return TRUE;
  }

  return token <= scope->first;
}

guint32
syn_source_find_start (const SynCueScope *scope, guint32 end)
{
  guint32 i = end;

  if (end > scope->first && syn_cue_is_text (scope, end - 1, ",")) {
    guint32 comma = find_appended (scope, end - 1);

    if (comma == SYN_NO_INDEX)
      return end;
    i = comma;
  }
  /* "a report on Monday that revealed": of what, is not to be told. */
  if (i == end && end > scope->first + 1 && syn_cue_is_word (scope, end - 1, "that"))
    return end;
  /* "why I think", "her posts": a pronoun is all of the source, unless "Ann and I". */
  if (syn_cue_is_class (scope, end - 1, SYN_CLASS_PRONOUN) && i == end &&
      !syn_cue_is_class (scope, end - 2, SYN_CLASS_COORDINATOR) &&
      !syn_cue_is_class (scope, end - 2, SYN_CLASS_DETERMINER))
    return syn_source_is_subject (scope, end - 1) ? end - 1 : end;

  for (guint n = 0; i > scope->first && n < MAX_SOURCE_TOKENS; n++) {
    guint32 token = i - 1;

    if (syn_cue_is_text (scope, token, ")")) {
      while (token > scope->first && !syn_cue_is_text (scope, token, "("))
        token--;
      i = token;
      continue;
    }
    if (!(syn_cue_get_flags (scope, token) & SYN_TOKEN_WORD)) {
      gboolean is_inside = syn_cue_is_text (scope, token, "-") || syn_cue_is_text (scope, token, "‑") ||
                           syn_cue_is_text (scope, token, "&") || syn_cue_is_text (scope, token, "/") ||
                           syn_cue_is_text (scope, token, "'") || syn_cue_is_text (scope, token, "’") ||
                           (syn_cue_is_text (scope, token, ".") && token > scope->first &&
                            syn_analysis_touches (scope->analysis, token - 1, token));

      if (!is_inside)
        break;
      i = token;
      continue;
    }
    if (syn_cue_is_class (scope, token, SYN_CLASS_SUBORDINATOR) || syn_cue_is_word (scope, token, "but"))
      break;
    if (syn_cue_is_class (scope, token, SYN_CLASS_COORDINATOR)) {
      /* "Ann and Bob said", not "it rained and Bob said" */
      if (i == end || is_after_verb (scope, token))
        break;
    }
    if (syn_cue_is_word (scope, token, "that") && i < end)
      break;
    if (syn_cue_is_verb (scope, token)) {
      guint32 relative = find_relative (scope, token);

      /* "an aide named Ann", "a man armed with": a participle inside the phrase */
      if (relative == SYN_NO_INDEX && i < end && !syn_cue_is_class (scope, token, SYN_CLASS_AUXILIARY) &&
          !syn_cue_is_class (scope, token, SYN_CLASS_CUE_VERB) &&
          !syn_cue_is_class (scope, token, SYN_CLASS_VERB) && token > scope->first &&
          !syn_cue_is_class (scope, token - 1, SYN_CLASS_PRONOUN) &&
          (syn_cue_is_class (scope, token - 1, SYN_CLASS_ARTICLE) ||
           syn_cue_is_class (scope, token - 1, SYN_CLASS_DETERMINER))) {
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
is_closed_phrase (const SynCueScope *scope, guint32 token)
{
  for (guint32 i = token, n = 0; i < scope->end && n < MAX_APPENDED_TOKENS; i++, n++) {
    if (syn_cue_is_text (scope, i, ","))
      return TRUE;
    if (syn_cue_is_verb (scope, i))
      return FALSE;
  }

  return FALSE;
}

/* "a new report": a word that may be a verb, where an article opened the phrase and no noun has come yet. */
static gboolean
is_noun_after_article (const SynCueScope *scope, guint32 first, guint32 token)
{
  return token <= first + 2 && syn_cue_is_class (scope, token, SYN_CLASS_CUE_NOUN) &&
         (syn_cue_is_class (scope, first, SYN_CLASS_ARTICLE) ||
          syn_cue_is_class (scope, first, SYN_CLASS_DETERMINER));
}

guint32
syn_source_find_end (const SynCueScope *scope, guint32 first, gboolean is_leading)
{
  guint32 i = first;
  gboolean is_appended = FALSE;

  for (guint n = 0; i < scope->end && n < MAX_SOURCE_TOKENS; n++, i++) {
    if (syn_cue_is_mark (scope, i) || syn_cue_is_text (scope, i, ";") || syn_cue_is_text (scope, i, ":") ||
        syn_cue_is_text (scope, i, "—") || syn_cue_is_text (scope, i, "–") ||
        syn_cue_is_class (scope, i, SYN_CLASS_CUE_PARTICIPLE))
      break;
    if (syn_cue_is_text (scope, i, ".") &&
        !(i + 1 < scope->end && syn_analysis_touches (scope->analysis, i - 1, i)))
      break;
    if (scope->analysis->is_taken[i])
      break;
    if (syn_cue_is_text (scope, i, ",")) {
      /* What follows says who it is, or the sentence goes on without it. */
      if (is_leading && !is_closed_phrase (scope, i + 1))
        break;
      if (!(syn_cue_is_class (scope, i + 1, SYN_CLASS_ARTICLE) ||
            syn_cue_is_class (scope, i + 1, SYN_CLASS_ROLE) ||
            syn_cue_is_class (scope, i + 1, SYN_CLASS_TITLE) || syn_cue_is_word (scope, i + 1, "who") ||
            syn_cue_is_word (scope, i + 1, "whose") ||
            (syn_cue_get_flags (scope, i + 1) & (SYN_TOKEN_CAPITALISED | SYN_TOKEN_NUMBER)) ||
            (is_appended && (syn_cue_get_flags (scope, i + 1) & SYN_TOKEN_WORD) &&
             !syn_cue_is_class (scope, i + 1, SYN_CLASS_COORDINATOR) &&
             !syn_cue_is_class (scope, i + 1, SYN_CLASS_SUBORDINATOR) &&
             !syn_cue_is_class (scope, i + 1, SYN_CLASS_PRONOUN))))
        break;
      is_appended = TRUE;
      continue;
    }
    if (!is_appended && syn_cue_is_verb (scope, i) && i > first &&
        !syn_cue_is_class (scope, i - 1, SYN_CLASS_ARTICLE) &&
        !syn_cue_is_class (scope, i - 1, SYN_CLASS_DETERMINER) && !is_noun_after_article (scope, first, i))
      break;
    if (syn_cue_is_class (scope, i, SYN_CLASS_SUBORDINATOR) && !is_appended)
      break;
    /* "said Wang in an interview", "said Wang on Monday" */
    if (syn_cue_is_class (scope, i, SYN_CLASS_PREPOSITION) && i > first &&
        !syn_cue_is_word (scope, i, "of")) {
      if (i + 1 < scope->end && scope->analysis->is_taken[i + 1])
        break;
      if ((syn_cue_is_class (scope, i + 1, SYN_CLASS_ARTICLE) &&
           syn_cue_is_class (scope, i + 2, SYN_CLASS_CUE_NOUN)) ||
          syn_cue_is_word (scope, i, "during") || syn_cue_is_word (scope, i + 2, "interview") ||
          syn_cue_is_word (scope, i + 2, "email") || syn_cue_is_word (scope, i + 2, "speech") ||
          syn_cue_is_word (scope, i + 2, "tweet") || syn_cue_is_word (scope, i + 2, "press") ||
          syn_cue_is_word (scope, i + 2, "news"))
        break;
    }
  }
  /* "sagte Holm am [Montag]" */
  while (i > first && (syn_cue_is_text (scope, i - 1, ",") || syn_cue_is_text (scope, i - 1, ".") ||
                       (i > first + 1 && syn_cue_get_flags (scope, i - 1) & SYN_TOKEN_FUNCTION)))
    i--;

  return i;
}

/* "But Holm closed it", "and the board agreed" */
static guint32
skip_coordinator (const SynCueScope *scope, guint32 token)
{
  while (syn_cue_is_class (scope, token, SYN_CLASS_COORDINATOR) || syn_cue_is_mark (scope, token))
    token++;

  return token;
}

/* "Speaking", not "Beijing" */
static gboolean
is_participle (const SynCueScope *scope, guint32 token)
{
  SynTokenFlags flags = syn_cue_get_flags (scope, token);

  return g_str_has_suffix (syn_analysis_word (scope->analysis, token), "ing") &&
         (!(flags & SYN_TOKEN_CAPITALISED) || flags & SYN_TOKEN_INITIAL);
}

/* "Overall", "Speaking on Monday", "For years": no subject, though they stand first. */
static gboolean
is_subject_phrase (const SynCueScope *scope, guint32 first, guint32 end, SynCueKind kind)
{
  guint32 name;

  if (first >= end || skip_lead (scope, first, end) != first ||
      syn_cue_is_class (scope, first, SYN_CLASS_CUE_PARTICIPLE) || is_participle (scope, first) ||
      !syn_source_can_speak (scope, first, end, kind))
    return FALSE;
  if (!(syn_cue_get_flags (scope, first) & SYN_TOKEN_INITIAL) || end > first + 1 ||
      syn_cue_is_class (scope, first, SYN_CLASS_PRONOUN))
    return TRUE;

  /* A single word with a capital that every first word has: a name, or no speaker. */
  name = syn_analysis_find_name (scope->analysis, syn_analysis_token (scope->analysis, first)->span.start);

  return (name < scope->analysis->draft.names->len &&
          SYN_RECORD (scope->analysis->draft.names, SynNameMention, name)->span.start ==
              syn_analysis_token (scope->analysis, first)->span.start) ||
         g_str_has_suffix (syn_analysis_word (scope->analysis, first), "s");
}

/* The first phrase of the sentence that can be its subject, each up to a comma or the verb. */
gboolean
syn_source_find_subject (const SynCueScope *scope, SynAttribution *attribution)
{
  for (guint32 first = scope->first; first < attribution->cue_first;) {
    guint32 start = skip_coordinator (scope, first);
    guint32 end = start;

    while (end < attribution->cue_first && !syn_cue_is_verb (scope, end) &&
           !syn_cue_is_text (scope, end, ","))
      end++;
    if (is_subject_phrase (scope, start, end, attribution->kind)) {
      attribution->source_first = start;
      attribution->source_end = end;
      return TRUE;
    }
    /* "Speaking in May, Holm ...": what may be a verb there is none. */
    while (is_participle (scope, start) && end < attribution->cue_first && !syn_cue_is_text (scope, end, ","))
      end++;
    if (!syn_cue_is_text (scope, end, ","))
      return FALSE;
    first = end + 1;
  }

  return FALSE;
}
