#include "config.h"

#include "syn-figure-rows-private.h"

#include <string.h>

void
syn_figure_row_clear (SynFigureRow *row)
{
  g_free (row->what);
  g_free (row->unit);
  g_free (row->entries);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const SynFigureEntry *x = a;
  const SynFigureEntry *y = b;

  if (x->article != y->article)
    return x->article < y->article ? -1 : 1;

  return (x->figure > y->figure) - (x->figure < y->figure);
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
syn_figure_rows_add (
    GArray *rows, const SynCorpus *corpus, const SynCluster *cluster, GPtrArray *quantities, guint fact)
{
  for (guint q = 0; q < quantities->len; q++) {
    const SynQuantity *quantity = g_ptr_array_index (quantities, q);
    SynFigureRow row = { 0 };

    row.entries = g_new (SynFigureEntry, quantity->entries->len);
    for (guint i = 0; i < quantity->entries->len; i++) {
      const SynQuantityEntry *entry = &g_array_index (quantity->entries, SynQuantityEntry, i);
      guint32 passage = g_array_index (cluster->members, SynClusterMember, entry->member).passage;

      row.entries[row.n_entries].article = syn_corpus_get_passage (corpus, passage)->article;
      row.entries[row.n_entries++].figure = entry->figure;
    }
    qsort (row.entries, row.n_entries, sizeof (SynFigureEntry), compare_entries);
    row.what = name_quantity (corpus, row.entries, row.n_entries);
    row.unit = g_strdup (syn_document_get_string (
        corpus->articles[row.entries[0].article].document,
        corpus->articles[row.entries[0].article].figures[row.entries[0].figure].unit));
    row.has_conflict = quantity->n_values > 1;
    row.fact = fact;
    g_array_append_val (rows, row);
  }
}

static gboolean
share_entry (const SynFigureRow *a, const SynFigureRow *b)
{
  for (gsize i = 0; i < a->n_entries; i++) {
    for (gsize k = 0; k < b->n_entries; k++) {
      if (compare_entries (&a->entries[i], &b->entries[k]) == 0)
        return TRUE;
    }
  }

  return FALSE;
}

static void
take_entries (SynFigureRow *row, SynFigureRow *other)
{
  gsize kept = 0;

  row->entries = g_renew (SynFigureEntry, row->entries, row->n_entries + other->n_entries);
  memcpy (row->entries + row->n_entries, other->entries, other->n_entries * sizeof (SynFigureEntry));
  row->n_entries += other->n_entries;
  row->has_conflict |= other->has_conflict;

  qsort (row->entries, row->n_entries, sizeof (SynFigureEntry), compare_entries);
  for (gsize i = 0; i < row->n_entries; i++) {
    if (kept == 0 || compare_entries (&row->entries[kept - 1], &row->entries[i]) != 0)
      row->entries[kept++] = row->entries[i];
  }
  row->n_entries = kept;
}

void
syn_figure_rows_merge (GArray *rows)
{
  for (guint i = 0; i < rows->len; i++) {
    for (guint k = i + 1; k < rows->len;) {
      SynFigureRow *row = &g_array_index (rows, SynFigureRow, i);
      SynFigureRow *other = &g_array_index (rows, SynFigureRow, k);

      if (share_entry (row, other)) {
        take_entries (row, other);
        g_array_remove_index (rows, k); /* its clear function frees it */
        k = i + 1;
      } else {
        k++;
      }
    }
  }
}
