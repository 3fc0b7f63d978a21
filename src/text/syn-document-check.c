#include "syn-document-private.h"

#include <string.h>

/* What the records may point to. */
typedef struct {
  const SynDocument *document;
  gsize length;
  gsize n_strings;
  gsize n[SYN_N_SECTIONS];
} Bounds;

static gboolean
is_span (const Bounds *bounds, SynSpan span)
{
  return span.start <= span.end && span.end <= bounds->length;
}

static gboolean
is_string (const Bounds *bounds, SynTextId id)
{
  return id < bounds->n_strings;
}

static gboolean
is_index (const Bounds *bounds, SynSection section, guint32 index)
{
  return index < bounds->n[section];
}

static gboolean
is_run (const Bounds *bounds, SynSection section, guint32 first, guint32 count)
{
  return first <= bounds->n[section] && count <= bounds->n[section] - first;
}

static gboolean
is_paragraph (const Bounds *bounds, const SynParagraph *paragraph)
{
  return is_span (bounds, paragraph->span) && paragraph->kind <= SYN_PARAGRAPH_TEXT &&
         paragraph->aside <= SYN_ASIDE_NOTE && is_string (bounds, paragraph->language) &&
         is_run (bounds, SYN_SECTION_SENTENCES, paragraph->first_sentence, paragraph->n_sentences);
}

static gboolean
is_sentence (const Bounds *bounds, const SynSentence *sentence)
{
  return is_span (bounds, sentence->span) && is_index (bounds, SYN_SECTION_PARAGRAPHS, sentence->paragraph) &&
         is_run (bounds, SYN_SECTION_TOKENS, sentence->first_token, sentence->n_tokens) &&
         sentence->n_clauses > 0 &&
         is_run (bounds, SYN_SECTION_CLAUSES, sentence->first_clause, sentence->n_clauses);
}

static gboolean
is_clause (const Bounds *bounds, const SynClause *clause)
{
  return is_span (bounds, clause->span) && is_index (bounds, SYN_SECTION_SENTENCES, clause->sentence) &&
         is_run (bounds, SYN_SECTION_TOKENS, clause->first_token, clause->n_tokens);
}

static gboolean
is_token (const Bounds *bounds, const SynToken *token)
{
  return is_span (bounds, token->span) && is_string (bounds, token->word) && is_string (bounds, token->stem);
}

static gboolean
is_figure (const Bounds *bounds, const SynFigure *figure)
{
  return is_span (bounds, figure->span) && is_span (bounds, figure->number) &&
         is_span (bounds, figure->what_span) && is_index (bounds, SYN_SECTION_SENTENCES, figure->sentence) &&
         is_index (bounds, SYN_SECTION_CLAUSES, figure->clause) && figure->kind <= SYN_FIGURE_AGE &&
         figure->qualifier <= SYN_RANGE && is_string (bounds, figure->unit) &&
         is_string (bounds, figure->what);
}

static gboolean
is_date (const Bounds *bounds, const SynDateMention *date)
{
  return is_span (bounds, date->span) && is_index (bounds, SYN_SECTION_SENTENCES, date->sentence) &&
         is_index (bounds, SYN_SECTION_CLAUSES, date->clause) && date->date.precision <= SYN_DATE_SPAN;
}

static gboolean
is_entity (const Bounds *bounds, const SynEntity *entity)
{
  return is_string (bounds, entity->name) && entity->kind <= SYN_NAME_PLACE &&
         is_run (bounds, SYN_SECTION_ALIASES, entity->first_alias, entity->n_aliases);
}

static gboolean
is_alias (const Bounds *bounds, const SynAlias *alias)
{
  return is_string (bounds, alias->form);
}

static gboolean
is_name (const Bounds *bounds, const SynNameMention *name)
{
  return is_span (bounds, name->span) && is_index (bounds, SYN_SECTION_SENTENCES, name->sentence) &&
         is_index (bounds, SYN_SECTION_ENTITIES, name->entity);
}

static gboolean
is_quote (const Bounds *bounds, const SynQuote *quote)
{
  return is_span (bounds, quote->content) && is_span (bounds, quote->source) &&
         is_span (bounds, quote->cue) && is_index (bounds, SYN_SECTION_SENTENCES, quote->sentence) &&
         (quote->speaker == SYN_NO_INDEX || is_index (bounds, SYN_SECTION_ENTITIES, quote->speaker));
}

#define CHECK_ALL(records, Type, getter, check)                                                              \
  {                                                                                                          \
    const Type *records = getter (self, NULL);                                                               \
                                                                                                             \
    for (gsize i = 0; i < bounds.n[section]; i++) {                                                          \
      if (!check (&bounds, &records[i]))                                                                     \
        return FALSE;                                                                                        \
    }                                                                                                        \
    section++;                                                                                               \
  }

gboolean
syn_document_is_sound (const SynDocument *self)
{
  Bounds bounds = { .document = self };
  SynSection section = SYN_SECTION_PARAGRAPHS;
  const char *text, *strings;

  syn_document_get_counts (self, bounds.n);
  if (bounds.n[SYN_SECTION_TEXT] == 0 || bounds.n[SYN_SECTION_STRINGS] == 0)
    return FALSE;

  bounds.n_strings = bounds.n[SYN_SECTION_STRINGS];
  strings = syn_document_get_string (self, 0);
  text = syn_document_get_text (self, &bounds.length);
  if (text[bounds.length] != '\0' || strings[0] != '\0' || strings[bounds.n_strings - 1] != '\0' ||
      !g_utf8_validate_len (text, bounds.length, NULL) || syn_document_get_body (self) > bounds.length)
    return FALSE;

  CHECK_ALL (paragraphs, SynParagraph, syn_document_get_paragraphs, is_paragraph)
  CHECK_ALL (sentences, SynSentence, syn_document_get_sentences, is_sentence)
  CHECK_ALL (clauses, SynClause, syn_document_get_clauses, is_clause)
  CHECK_ALL (tokens, SynToken, syn_document_get_tokens, is_token)
  CHECK_ALL (figures, SynFigure, syn_document_get_figures, is_figure)
  CHECK_ALL (dates, SynDateMention, syn_document_get_dates, is_date)
  CHECK_ALL (entities, SynEntity, syn_document_get_entities, is_entity)
  CHECK_ALL (aliases, SynAlias, syn_document_get_aliases, is_alias)
  CHECK_ALL (names, SynNameMention, syn_document_get_names, is_name)
  CHECK_ALL (quotes, SynQuote, syn_document_get_quotes, is_quote)

  return TRUE;
}
