#include "config.h"

#include "syn-frame-work-private.h"
#include "syn-wording-model-private.h"

#include <string.h>

/* Sets `role` on the tokens that lie in `span`; spans come by position, so `*from` moves on. */
static void
set_role (SynFrameArticle *self, const SynToken *tokens, gsize n_tokens, SynSpan span, SynTokenRole role)
{
  gsize low = 0;
  gsize high = n_tokens;

  while (low < high) {
    gsize middle = low + (high - low) / 2;

    if (tokens[middle].span.start < span.start)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < n_tokens && tokens[low].span.end <= span.end; low++)
    self->roles[low] |= role;
}

static void
set_passage_roles (SynFrameArticle *self, const SynToken *tokens)
{
  gsize n_sentences, n_paragraphs;
  const SynSentence *sentences = syn_document_get_sentences (self->document, &n_sentences);
  const SynParagraph *paragraphs = syn_document_get_paragraphs (self->document, &n_paragraphs);

  for (gsize s = 0; s < n_sentences; s++) {
    const SynParagraph *paragraph = &paragraphs[sentences[s].paragraph];
    guint8 roles = 0;

    if (strcmp (syn_document_get_string (self->document, paragraph->language), "en") == 0)
      roles |= SYN_ROLE_ENGLISH;
    if (paragraph->kind == SYN_PARAGRAPH_TITLE)
      roles |= SYN_ROLE_TITLE;
    for (guint32 i = 0; i < sentences[s].n_tokens; i++)
      self->roles[sentences[s].first_token + i] |= roles;
  }
}

void
syn_frame_article_init (SynFrameArticle *self, SynDocument *document, const SynFrameLexicon *lexicon)
{
  gsize n_tokens, n_names, n_quotes;
  const SynToken *tokens = syn_document_get_tokens (document, &n_tokens);
  const SynNameMention *names = syn_document_get_names (document, &n_names);
  const SynQuote *quotes = syn_document_get_quotes (document, &n_quotes);

  self->document = document;
  self->matches = syn_frame_lexicon_match (lexicon, document);
  self->roles = g_new0 (guint8, n_tokens + 1);
  set_passage_roles (self, tokens);

  for (gsize i = 0; i < n_names; i++)
    set_role (self, tokens, n_tokens, names[i].span, SYN_ROLE_NAME);
  for (gsize i = 0; i < n_quotes; i++) {
    set_role (self, tokens, n_tokens, quotes[i].content, SYN_ROLE_REPORTED);
    set_role (self, tokens, n_tokens, quotes[i].cue, SYN_ROLE_CUE);
  }
  for (gsize i = 0; i < n_tokens; i++) {
    if (tokens[i].flags & SYN_TOKEN_QUOTED)
      self->roles[i] |= SYN_ROLE_REPORTED;
  }
  self->units = syn_wording_units_new (self, syn_tables_get_default ());
}

void
syn_frame_article_clear (SynFrameArticle *self)
{
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->roles, g_free);
}

SynSpan
syn_frame_article_get_span (const SynFrameArticle *self, const SynFrameMatch *match)
{
  gsize n;
  const SynToken *tokens = syn_document_get_tokens (self->document, &n);

  return syn_span (tokens[match->first_token].span.start,
                   tokens[match->first_token + match->n_tokens - 1].span.end);
}

void
syn_frame_work_add_mark (
    SynFrameWork *work, guint article, SynSpan span, SynFramingKind kind, double score, char *reason)
{
  SynFramingMark mark = { article, span, kind, -1, score, reason };

  g_array_append_val (work->marks, mark);
}
