/* The parts of a figure in scripts with spaces: what stands around its number. */
#pragma once

#include "syn-figures-private.h"
#include "syn-numbers-private.h"

G_BEGIN_DECLS

typedef struct {
  SynAnalysis *analysis;
  const SynLexicon *lexicon;
  guint32 sentence;
  guint32 first; /* the sentence's tokens */
  guint32 end;
  gboolean has_decimal_comma;
} SynFigureScope;

/* ---- looking around ---- */

static inline gboolean
syn_figure_is_word (const SynFigureScope *scope, guint32 token, const char *word)
{
  return token >= scope->first && token < scope->end &&
         g_str_equal (syn_analysis_word (scope->analysis, token), word);
}

static inline gboolean
syn_figure_is_class (const SynFigureScope *scope, guint32 token, SynClass class)
{
  return token >= scope->first && token < scope->end && syn_analysis_is (scope->analysis, token, class);
}

static inline const SynSense *
syn_figure_get_sense (const SynFigureScope *scope, guint32 token, SynClass class)
{
  return syn_figure_is_class (scope, token, class)
             ? syn_lexicon_get_sense (scope->lexicon, syn_analysis_lexeme (scope->analysis, token), class)
             : NULL;
}

static inline gboolean
syn_figure_is_flagged (const SynFigureScope *scope, guint32 token, SynTokenFlags flag)
{
  return token >= scope->first && token < scope->end &&
         (syn_analysis_token (scope->analysis, token)->flags & flag);
}

static inline gboolean
syn_figure_is_dash (const SynFigureScope *scope, guint32 token)
{
  return syn_figure_is_word (scope, token, "-") || syn_figure_is_word (scope, token, "–") ||
         syn_figure_is_word (scope, token, "—") || syn_figure_is_word (scope, token, "‑");
}

/* A hyphen with nothing beside it but the words it joins. */
static inline gboolean
syn_figure_is_hyphen (const SynFigureScope *scope, guint32 token)
{
  return syn_figure_is_dash (scope, token) && token > scope->first && token + 1 < scope->end &&
         syn_analysis_touches (scope->analysis, token - 1, token) &&
         syn_analysis_touches (scope->analysis, token, token + 1);
}

static inline SynNumber
syn_figure_read_number (const SynFigureScope *scope, guint32 token)
{
  return syn_number_read (scope->analysis, scope->lexicon, token, scope->end, scope->has_decimal_comma);
}

/* ---- parts ---- */

/* "$", "US$", "€" before the number; the tokens it takes. */
guint syn_figure_read_currency_before (const SynFigureScope *scope, guint32 token, SynFigureDraft *figure);

/* The unit behind the number; the token behind it. */
guint32 syn_figure_read_unit (const SynFigureScope *scope, guint32 token, SynFigureDraft *figure);

/* Takes in a phrase that ends right before the figure: its value, NULL for none. */
const char *syn_figure_read_qualifier_before (const SynFigureScope *scope, SynFigureDraft *figure);

/* "or more", "-plus", "+": the same; moves `token` behind it. */
const char *syn_figure_read_qualifier_after (const SynFigureScope *scope, guint32 *token);

/* "Covid-19", "Boeing 737", "+86", "24/7", "3:2", "007" */
gboolean syn_figure_is_part_of_name (const SynFigureScope *scope, guint32 token, const SynNumber *number);

/* "1." or "1)" at the start of a line of a list. */
gboolean syn_figure_is_list_number (const SynFigureScope *scope, guint32 token, const SynNumber *number);

/* "aged 29", "29-year-old", "Ann Lee, 29," */
gboolean syn_figure_read_age (const SynFigureScope *scope,
                              guint32 token,
                              const SynNumber *number,
                              SynFigureDraft *figure);

/* "one in four", "four out of five" */
gboolean syn_figure_read_ratio (const SynFigureScope *scope, const SynNumber *number, SynFigureDraft *figure);

/* "three times as many", "tenfold": shares of what something was before; "arrested three times" counts. */
gboolean syn_figure_read_times (const SynFigureScope *scope, const SynNumber *number, SynFigureDraft *figure);

/* "doubled", "twice as" */
gboolean syn_figure_read_multiple (const SynFigureScope *scope, guint32 token, SynFigureDraft *figure);

/* Widens the figure to a range if one is written. FALSE where the two are a score ("3-1") and no figure at
 * all. */
gboolean syn_figure_read_range (const SynFigureScope *scope, const SynNumber *number, SynFigureDraft *figure);

G_END_DECLS
