/* What each word of an article is part of, before it is weighed: a name, the telling of who speaks. */
#include "config.h"

#include "syn-corpus-private.h"

gboolean
syn_corpus_is_term (const SynDocument *document, const SynToken *token)
{
  if (!(token->flags & SYN_TOKEN_WORD) || (token->flags & SYN_TOKEN_FUNCTION))
    return FALSE;

  return !(token->flags & SYN_TOKEN_NUMBER) ||
         g_ascii_isdigit (syn_document_get_string (document, token->word)[0]);
}

static void
mark_names (const SynArticleView *view, SynTokenMark *marks)
{
  gsize at = 0;

  for (gsize i = 0; i < view->n_names; i++) {
    SynSpan span = view->names[i].span;
    guint n = 0;

    while (at > 0 && view->tokens[at - 1].span.end > span.start)
      at--;
    while (at < view->n_tokens && view->tokens[at].span.end <= span.start)
      at++;
    for (gsize t = at; t < view->n_tokens && view->tokens[t].span.start < span.end; t++)
      n += syn_corpus_is_term (view->document, &view->tokens[t]);
    for (gsize t = at; t < view->n_tokens && view->tokens[t].span.start < span.end; t++)
      marks[t].name_words = MIN (n, G_MAXUINT8);
  }
}

static gboolean
is_said (const SynArticleView *view, gsize first_quote, SynSpan sentence, SynSpan token)
{
  for (gsize i = first_quote; i < view->n_quotes && view->quotes[i].content.start < sentence.end; i++) {
    if (syn_span_contains (view->quotes[i].content, token))
      return TRUE;
  }

  return FALSE;
}

static void
mark_attributions (const SynArticleView *view, SynTokenMark *marks)
{
  gsize quote = 0;

  for (gsize s = 0; s < view->n_sentences; s++) {
    const SynSentence *sentence = &view->sentences[s];
    guint32 end = sentence->first_token + sentence->n_tokens;
    guint n_said = 0, n_other = 0;
    gboolean is_attributed = FALSE;

    while (quote < view->n_quotes && view->quotes[quote].content.end <= sentence->span.start)
      quote++;
    for (gsize i = quote; i < view->n_quotes && view->quotes[i].content.start < sentence->span.end; i++)
      is_attributed |= !syn_span_is_empty (view->quotes[i].source) &&
                       syn_span_contains (sentence->span, view->quotes[i].source);
    if (!is_attributed)
      continue;

    for (guint32 t = sentence->first_token; t < end; t++) {
      gboolean said;

      if (!syn_corpus_is_term (view->document, &view->tokens[t]))
        continue;
      said = is_said (view, quote, sentence->span, view->tokens[t].span);
      n_said += said;
      n_other += !said;
      marks[t].is_attribution = !said;
    }
    for (guint32 t = sentence->first_token; t < end && n_said < n_other; t++)
      marks[t].is_attribution = FALSE;
  }
}

SynTokenMark *
syn_article_mark_tokens (const SynArticleView *view)
{
  SynTokenMark *marks = g_new0 (SynTokenMark, view->n_tokens + 1);

  mark_names (view, marks);
  mark_attributions (view, marks);

  return marks;
}
