#include "config.h"

#include "syn-figure-rows-private.h"

void
syn_figure_row_clear (SynFigureRow *row)
{
  g_free (row->what);
  g_free (row->unit);
  g_free (row->entries);
}

/* What is counted, in the words of the first entry that says. (transfer full) */
static char *
name_quantity (const SynCorpus *corpus, const SynFigureEntry *entries, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    const SynArticleView *view = &corpus->articles[entries[i].article];
    const SynFigure *figure = &view->figures[entries[i].figure];

    if (!syn_span_is_empty (figure->what_span))
      return g_strndup (view->text + figure->what_span.start, syn_span_length (figure->what_span));
  }

  return g_strdup ("");
}

void
syn_figure_rows_add (GArray *rows, const SynCorpus *corpus, const SynQuantity *quantity, guint fact)
{
  SynFigureRow row = { .fact = fact, .has_conflict = quantity->n_values > 1 };
  const SynArticleView *view;

  row.n_entries = quantity->entries->len;
  row.entries = g_new (SynFigureEntry, row.n_entries);
  for (guint i = 0; i < row.n_entries; i++) {
    const SynQuantityEntry *entry = &g_array_index (quantity->entries, SynQuantityEntry, i);

    row.entries[i].article = syn_corpus_get_passage (corpus, entry->passage)->article;
    row.entries[i].figure = entry->record;
  }

  view = &corpus->articles[row.entries[0].article];
  row.what = name_quantity (corpus, row.entries, row.n_entries);
  row.unit = g_strdup (syn_document_get_string (view->document, view->figures[row.entries[0].figure].unit));
  g_array_append_val (rows, row);
}
