/* Quotes: the documents' own, with the speaker by the fullest name that any of the articles has for him. */
#include "config.h"

#include "syn-frame-work-private.h"

#include <string.h>

/* The longest name of a person in any article that ends in the same word and holds the whole of `name`. */
static const char *
find_fullest (const SynFrameWork *work, const SynDocument *document, const SynEntity *entity)
{
  const char *fullest = syn_document_get_string (document, entity->name);
  const char *name = fullest;

  if (entity->kind != SYN_NAME_PERSON)
    return name;

  for (gsize a = 0; a < work->n_articles; a++) {
    gsize n;
    const SynEntity *entities = syn_document_get_entities (work->articles[a].document, &n);

    for (gsize i = 0; i < n; i++) {
      const char *other = syn_document_get_string (work->articles[a].document, entities[i].name);
      gsize shorter = strlen (name);
      gsize length = strlen (other);

      if (entities[i].kind == SYN_NAME_PERSON && length > strlen (fullest) && length > shorter &&
          g_str_has_suffix (other, name) && other[length - shorter - 1] == ' ')
        fullest = other;
    }
  }

  return fullest;
}

/* A source that names nobody ("he", "they") is no speaker. */
static gboolean
is_pronoun (const SynDocument *document, SynSpan source)
{
  gsize n;
  const SynToken *tokens = syn_document_get_tokens (document, &n);
  gsize low = 0;
  gsize high = n;

  while (low < high) {
    gsize middle = low + (high - low) / 2;

    if (tokens[middle].span.end <= source.start)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < n && tokens[low].span.start < source.end; low++) {
    if ((tokens[low].flags & SYN_TOKEN_WORD) && !(tokens[low].flags & SYN_TOKEN_FUNCTION))
      return FALSE;
  }

  return TRUE;
}

void
syn_frame_find_quotes (SynFrameWork *work)
{
  for (guint a = 0; a < work->n_articles; a++) {
    const SynDocument *document = work->articles[a].document;
    gsize n_quotes, n_entities;
    const SynQuote *quotes = syn_document_get_quotes (document, &n_quotes);
    const SynEntity *entities = syn_document_get_entities (document, &n_entities);

    for (guint32 i = 0; i < n_quotes; i++) {
      SynQuoteRow row = { a, i, NULL };

      if (quotes[i].speaker != SYN_NO_INDEX)
        row.speaker = g_strdup (find_fullest (work, document, &entities[quotes[i].speaker]));
      else if (!syn_span_is_empty (quotes[i].source) && !is_pronoun (document, quotes[i].source))
        row.speaker = syn_document_dup_span (document, quotes[i].source);
      g_array_append_val (work->quotes, row);
    }
  }
}
