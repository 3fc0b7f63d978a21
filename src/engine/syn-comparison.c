#include "config.h"

#include "syn-comparison-private.h"

struct _SynComparison {
  GObject parent_instance;

  /* owned */
  GPtrArray *articles;
  GPtrArray *documents;
  SynAlignment *alignment;
  SynFraming *framing;
  guint *quote_facts; /* a fact for each quote row, or SYN_NO_INDEX */
};

G_DEFINE_FINAL_TYPE (SynComparison, syn_comparison, G_TYPE_OBJECT)

static void
syn_comparison_finalize (GObject *object)
{
  SynComparison *self = SYN_COMPARISON (object);

  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->documents);
  syn_alignment_unref (self->alignment);
  syn_framing_unref (self->framing);
  g_free (self->quote_facts);

  G_OBJECT_CLASS (syn_comparison_parent_class)->finalize (object);
}

static void
syn_comparison_class_init (SynComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = syn_comparison_finalize;
}

static void
syn_comparison_init (SynComparison *self)
{
  self->articles = g_ptr_array_new_with_free_func (g_object_unref);
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_document_unref);
}

/* The fact with the mention that holds most of the quote's words, and at least half of them. */
static guint
find_fact (SynComparison *self, const SynQuoteRow *row)
{
  gsize n_facts, n_quotes;
  const SynFact *facts = syn_alignment_get_facts (self->alignment, &n_facts);
  const SynQuote *quotes = syn_document_get_quotes (self->documents->pdata[row->article], &n_quotes);
  SynSpan content = quotes[row->quote].content;
  gsize most = (syn_span_length (content) + 1) / 2;
  guint found = SYN_NO_INDEX;

  for (gsize i = 0; i < n_facts; i++) {
    for (gsize k = 0; k < facts[i].n_mentions; k++) {
      const SynMention *mention = &facts[i].mentions[k];
      gsize shared = syn_span_length (syn_span_intersect (mention->span, content));

      if (mention->article == row->article && shared > 0 &&
          (found == SYN_NO_INDEX ? shared >= most : shared > most)) {
        most = shared;
        found = i;
      }
    }
  }

  return found;
}

SynComparison *
syn_comparison_new (SynArticle *const *articles,
                    SynDocument *const *documents,
                    gsize n,
                    SynAlignment *alignment,
                    SynFraming *framing)
{
  SynComparison *self = g_object_new (SYN_TYPE_COMPARISON, NULL);
  const SynQuoteRow *rows;
  gsize n_rows;

  for (gsize i = 0; i < n; i++) {
    g_ptr_array_add (self->articles, g_object_ref (articles[i]));
    g_ptr_array_add (self->documents, syn_document_ref (documents[i]));
  }
  self->alignment = alignment;
  self->framing = framing;

  rows = syn_framing_get_quotes (framing, &n_rows);
  self->quote_facts = g_new (guint, n_rows);
  for (gsize i = 0; i < n_rows; i++)
    self->quote_facts[i] = find_fact (self, &rows[i]);

  return self;
}

guint
syn_comparison_get_n_articles (SynComparison *self)
{
  g_return_val_if_fail (SYN_IS_COMPARISON (self), 0);

  return self->articles->len;
}

SynArticle *
syn_comparison_get_article (SynComparison *self, guint article)
{
  g_return_val_if_fail (SYN_IS_COMPARISON (self) && article < self->articles->len, NULL);

  return g_ptr_array_index (self->articles, article);
}

SynDocument *
syn_comparison_get_document (SynComparison *self, guint article)
{
  g_return_val_if_fail (SYN_IS_COMPARISON (self) && article < self->documents->len, NULL);

  return g_ptr_array_index (self->documents, article);
}

SynAlignment *
syn_comparison_get_alignment (SynComparison *self)
{
  g_return_val_if_fail (SYN_IS_COMPARISON (self), NULL);

  return self->alignment;
}

SynFraming *
syn_comparison_get_framing (SynComparison *self)
{
  g_return_val_if_fail (SYN_IS_COMPARISON (self), NULL);

  return self->framing;
}

guint
syn_comparison_find_quote_fact (SynComparison *self, guint quote)
{
  gsize n;

  g_return_val_if_fail (SYN_IS_COMPARISON (self), SYN_NO_INDEX);

  syn_framing_get_quotes (self->framing, &n);
  g_return_val_if_fail (quote < n, SYN_NO_INDEX);

  return self->quote_facts[quote];
}
