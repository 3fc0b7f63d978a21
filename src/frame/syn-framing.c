#include "config.h"

#include "syn-framing.h"

const char *const syn_frame_names[SYN_N_FRAMES] = {
  "economic", "capacity", "morality", "fairness", "legality", "policy", "crime", "security", "health",
  "quality-of-life", "cultural", "public-opinion", "political", "external", "other",
};

struct _SynFraming {
  gatomicrefcount ref_count;
  GArray *marks;        /* SynFramingMark */
  GPtrArray *sentences; /* a GArray of SynSentenceFraming an article */
  GArray *quotes;       /* SynQuoteRow */
  GArray *labels;       /* SynLabel */
  GArray *distinctive;  /* SynDistinctive */
};

static void
clear_quote_row (gpointer data)
{
  SynQuoteRow *row = data;

  g_free (row->speaker);
}

static GArray *
make_sentences (const SynDocument *document)
{
  gsize n;
  GArray *sentences = g_array_new (FALSE, TRUE, sizeof (SynSentenceFraming));

  syn_document_get_sentences (document, &n);
  g_array_set_size (sentences, n);

  return sentences;
}

static void
add_quotes (SynFraming *self, guint article, const SynDocument *document)
{
  gsize n_quotes, n_entities;
  const SynQuote *quotes = syn_document_get_quotes (document, &n_quotes);
  const SynEntity *entities = syn_document_get_entities (document, &n_entities);

  for (guint32 i = 0; i < n_quotes; i++) {
    SynQuoteRow row = { article, i, NULL };

    if (quotes[i].speaker != SYN_NO_INDEX)
      row.speaker = g_strdup (syn_document_get_string (document, entities[quotes[i].speaker].name));
    g_array_append_val (self->quotes, row);
  }
}

SynFraming *
syn_framing_new (SynDocument *const *documents, gsize n, GCancellable *cancellable, GError **error)
{
  SynFraming *self = g_new0 (SynFraming, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->marks = g_array_new (FALSE, FALSE, sizeof (SynFramingMark));
  self->sentences = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->quotes = g_array_new (FALSE, FALSE, sizeof (SynQuoteRow));
  self->labels = g_array_new (FALSE, FALSE, sizeof (SynLabel));
  self->distinctive = g_array_new (FALSE, FALSE, sizeof (SynDistinctive));
  g_array_set_clear_func (self->quotes, clear_quote_row);

  for (gsize i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++) {
    g_ptr_array_add (self->sentences, make_sentences (documents[i]));
    add_quotes (self, i, documents[i]);
  }

  if (g_cancellable_set_error_if_cancelled (cancellable, error)) {
    syn_framing_unref (self);
    return NULL;
  }

  return self;
}

SynFraming *
syn_framing_ref (SynFraming *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
syn_framing_unref (SynFraming *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->marks);
  g_ptr_array_unref (self->sentences);
  g_array_unref (self->quotes);
  g_array_unref (self->labels);
  g_array_unref (self->distinctive);
  g_free (self);
}

const SynFramingMark *
syn_framing_get_marks (const SynFraming *self, gsize *n)
{
  *n = self->marks->len;

  return (const SynFramingMark *) self->marks->data;
}

const SynSentenceFraming *
syn_framing_get_sentences (const SynFraming *self, guint article, gsize *n)
{
  const GArray *sentences = g_ptr_array_index (self->sentences, article);

  *n = sentences->len;

  return (const SynSentenceFraming *) sentences->data;
}

const SynQuoteRow *
syn_framing_get_quotes (const SynFraming *self, gsize *n)
{
  *n = self->quotes->len;

  return (const SynQuoteRow *) self->quotes->data;
}

const SynLabel *
syn_framing_get_labels (const SynFraming *self, gsize *n)
{
  *n = self->labels->len;

  return (const SynLabel *) self->labels->data;
}

const SynDistinctive *
syn_framing_get_distinctive (const SynFraming *self, gsize *n)
{
  *n = self->distinctive->len;

  return (const SynDistinctive *) self->distinctive->data;
}
