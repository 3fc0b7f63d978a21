/* What the finders of attributions and of their sources share: a sentence, and looks at its words. */
#pragma once

#include <string.h>

#include "syn-quotes-private.h"

G_BEGIN_DECLS

typedef struct {
  SynAnalysis *analysis;
  const SynLexicon *lexicon;
  guint32 sentence;
  guint32 first;
  guint32 end;
} SynCueScope;

static inline gboolean
syn_cue_is_class (const SynCueScope *scope, guint32 token, SynClass class)
{
  return token >= scope->first && token < scope->end && syn_analysis_is (scope->analysis, token, class);
}

static inline gboolean
syn_cue_is_text (const SynCueScope *scope, guint32 token, const char *text)
{
  return token >= scope->first && token < scope->end && syn_analysis_token_is (scope->analysis, token, text);
}

static inline gboolean
syn_cue_is_word (const SynCueScope *scope, guint32 token, const char *word)
{
  return token >= scope->first && token < scope->end &&
         g_str_equal (syn_analysis_word (scope->analysis, token), word);
}

static inline SynTokenFlags
syn_cue_get_flags (const SynCueScope *scope, guint32 token)
{
  return token >= scope->first && token < scope->end ? syn_analysis_token (scope->analysis, token)->flags : 0;
}

static inline gboolean
syn_cue_is_mark (const SynCueScope *scope, guint32 token)
{
  static const char *const marks[] = { "“", "”", "\"", "»", "«", "’", "‘", "'" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    if (syn_cue_is_text (scope, token, marks[i]))
      return TRUE;
  }

  return FALSE;
}

static inline gboolean
syn_cue_is_verb (const SynCueScope *scope, guint32 token)
{
  return token >= scope->first && token < scope->end && syn_attribution_is_verb (scope->analysis, token);
}

/* A source can be a name, a pronoun, or words for people and bodies; "that", "which", "there" say nothing. */
gboolean syn_source_can_speak    (const SynCueScope *scope,
                                  guint32            first,
                                  guint32            end,
                                  SynCueKind         kind);

/* "I", not "her": a pronoun that a verb can follow. */
gboolean syn_source_is_subject   (const SynCueScope *scope,
                                  guint32            token);

/* The noun phrase that ends before `end`: its first token, `end` for none. */
guint32  syn_source_find_start   (const SynCueScope *scope,
                                  guint32            end);

/* The end of the noun phrase that starts at `first`, behind a verb: "said [Eric Wang, a designer from
 * Lisbon]". `is_leading`: the sentence goes on behind it. */
guint32  syn_source_find_end     (const SynCueScope *scope,
                                  guint32            first,
                                  gboolean           is_leading);

/* Makes the sentence's subject the attribution's source; FALSE where none can speak. */
gboolean syn_source_find_subject (const SynCueScope *scope,
                                  SynAttribution    *attribution);

G_END_DECLS
