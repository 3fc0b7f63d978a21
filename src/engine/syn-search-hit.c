#include "config.h"

#include "syn-search-hit-private.h"

#include "syn-article-private.h"

struct _SynSearchHit {
  GObject parent_instance;

  /* owned */
  SynMatch *match;
  SynArticle *article;
};

G_DEFINE_FINAL_TYPE (SynSearchHit, syn_search_hit, G_TYPE_OBJECT)

static void
syn_search_hit_finalize (GObject *object)
{
  SynSearchHit *self = SYN_SEARCH_HIT (object);

  syn_match_free (self->match);
  g_object_unref (self->article);

  G_OBJECT_CLASS (syn_search_hit_parent_class)->finalize (object);
}

static void
syn_search_hit_class_init (SynSearchHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = syn_search_hit_finalize;
}

static void
syn_search_hit_init (SynSearchHit *self)
{
}

SynSearchHit *
syn_search_hit_new (SynMatch *match)
{
  SynSearchHit *self = g_object_new (SYN_TYPE_SEARCH_HIT, NULL);

  self->match = match;
  self->article = syn_article_new (match->record);

  return self;
}

SynArticle *
syn_search_hit_get_article (SynSearchHit *self)
{
  g_return_val_if_fail (SYN_IS_SEARCH_HIT (self), NULL);

  return self->article;
}

const char *
syn_search_hit_get_snippet (SynSearchHit *self)
{
  g_return_val_if_fail (SYN_IS_SEARCH_HIT (self), NULL);

  return self->match->snippet;
}

static const SynSpan *
get_spans (GArray *spans, gsize *n)
{
  *n = spans->len;

  return (const SynSpan *) spans->data;
}

const SynSpan *
syn_search_hit_get_marks (SynSearchHit *self, gsize *n)
{
  g_return_val_if_fail (SYN_IS_SEARCH_HIT (self), NULL);

  return get_spans (self->match->marks, n);
}

const SynSpan *
syn_search_hit_get_title_marks (SynSearchHit *self, gsize *n)
{
  g_return_val_if_fail (SYN_IS_SEARCH_HIT (self), NULL);

  return get_spans (self->match->title_marks, n);
}

double
syn_search_hit_get_rank (SynSearchHit *self)
{
  g_return_val_if_fail (SYN_IS_SEARCH_HIT (self), 0);

  return self->match->rank;
}
