#include "config.h"

#include "syn-frame-work-private.h"

const char *const syn_frame_names[SYN_N_FRAMES] = {
  "economic", "capacity",        "morality", "fairness",       "legality",  "policy",   "crime", "security",
  "health",   "quality-of-life", "cultural", "public-opinion", "political", "external", "other",
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
clear_mark (gpointer data)
{
  g_free (((SynFramingMark *) data)->reason);
}

static void
clear_quote_row (gpointer data)
{
  g_free (((SynQuoteRow *) data)->speaker);
}

static void
clear_label (gpointer data)
{
  SynLabel *label = data;

  g_free (label->referent);
  g_free (label->names);
}

static void
clear_distinctive (gpointer data)
{
  g_free (((SynDistinctive *) data)->term);
}

static GArray *
new_array (gsize size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  g_array_set_clear_func (array, clear);

  return array;
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

/* By article, then by place, then by kind: the order in which a reader meets them. */
static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const SynFramingMark *x = a;
  const SynFramingMark *y = b;

  if (x->article != y->article)
    return x->article < y->article ? -1 : 1;
  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;

  return (x->span.end > y->span.end) - (x->span.end < y->span.end);
}

typedef void (*Finder) (SynFrameWork *work);

static const Finder finders[] = {
  syn_frame_find_quotes,    syn_frame_find_hedges, syn_frame_find_attributions, syn_frame_find_loaded,
  syn_frame_find_metaphors, syn_frame_find_frames, syn_frame_find_labels,       syn_frame_find_distinctive,
};

SynFraming *
syn_framing_new (SynDocument *const *documents, gsize n, GCancellable *cancellable, GError **error)
{
  SynFraming *self = g_new0 (SynFraming, 1);
  g_autofree SynFrameArticle *articles = g_new0 (SynFrameArticle, n + 1);
  SynFrameWork work;

  g_atomic_ref_count_init (&self->ref_count);
  self->marks = new_array (sizeof (SynFramingMark), clear_mark);
  self->sentences = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->quotes = new_array (sizeof (SynQuoteRow), clear_quote_row);
  self->labels = new_array (sizeof (SynLabel), clear_label);
  self->distinctive = new_array (sizeof (SynDistinctive), clear_distinctive);

  work = (SynFrameWork){
    .tables = syn_tables_get_default (),
    .lexicon = syn_frame_lexicon_get_default (),
    .articles = articles,
    .n_articles = n,
    .marks = self->marks,
    .sentences = self->sentences,
    .quotes = self->quotes,
    .labels = self->labels,
    .distinctive = self->distinctive,
  };
  for (gsize i = 0; i < n; i++) {
    syn_frame_article_init (&articles[i], documents[i], work.lexicon);
    g_ptr_array_add (self->sentences, make_sentences (documents[i]));
  }

  for (gsize i = 0; i < G_N_ELEMENTS (finders) && !g_cancellable_is_cancelled (cancellable); i++)
    finders[i](&work);
  g_array_sort (self->marks, compare_marks);

  for (gsize i = 0; i < n; i++)
    syn_frame_article_clear (&articles[i]);
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
