#include "config.h"

#include "syn-places-private.h"

typedef struct {
  SynDocument *document; /* borrowed from the comparison */
  SynTextIndex *title;
  SynTextIndex *body;
  gsize body_start; /* bytes */
} Article;

struct _SynPlaces {
  SynComparison *comparison; /* owned */
  Article *articles;
  guint n_articles;
};

SynPlaces *
syn_places_new (SynComparison *comparison)
{
  SynPlaces *self = g_new0 (SynPlaces, 1);

  self->comparison = g_object_ref (comparison);
  self->n_articles = syn_comparison_get_n_articles (comparison);
  self->articles = g_new0 (Article, self->n_articles);

  for (guint i = 0; i < self->n_articles; i++) {
    Article *article = &self->articles[i];
    gsize length;
    const char *text;

    article->document = syn_comparison_get_document (comparison, i);
    text = syn_document_get_text (article->document, &length);
    article->body_start = syn_document_get_body (article->document);
    article->title = syn_text_index_new (text, article->body_start);
    article->body = syn_text_index_new (text + article->body_start, length - article->body_start);
  }

  return self;
}

void
syn_places_free (SynPlaces *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_articles; i++) {
    syn_text_index_free (self->articles[i].title);
    syn_text_index_free (self->articles[i].body);
  }
  g_free (self->articles);
  g_object_unref (self->comparison);
  g_free (self);
}

SynPlace
syn_places_find (const SynPlaces *self, guint article, SynSpan span)
{
  const Article *at = &self->articles[article];
  SynPlace place;

  place.is_in_title = syn_document_is_in_title (at->document, span);
  place.slice = syn_document_get_text (at->document, NULL) + span.start;
  place.length = syn_span_length (span);
  place.characters =
      place.is_in_title
          ? syn_text_index_span (at->title, span)
          : syn_text_index_span (at->body, syn_span (span.start - at->body_start, span.end - at->body_start));

  return place;
}
