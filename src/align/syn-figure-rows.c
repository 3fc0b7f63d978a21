#include "config.h"

#include "syn-figure-rows-private.h"

#include <glib/gi18n-lib.h>

void
syn_figure_row_clear (SynFigureRow *row)
{
  g_free (row->what);
  g_free (row->unit);
  g_free (row->entries);
}

static const SynArticleView *
get_article (const SynCorpus *corpus, const SynQuantityEntry *entry)
{
  return &corpus->articles[syn_corpus_get_passage (corpus, entry->passage)->article];
}

/* The stem of what the entry counts; "" where its sentence does not say. */
static const char *
get_stem (const SynCorpus *corpus, const SynQuantityEntry *entry)
{
  const SynArticleView *view = get_article (corpus, entry);

  return syn_document_get_string (view->document, view->figures[entry->record].what);
}

/* How many entries count what this one counts, by the same word; another hand's words go last. */
static double
count_voters (const SynCorpus *corpus, const SynQuantity *quantity, const SynQuantityEntry *entry)
{
  double n = syn_corpus_get_passage (corpus, entry->passage)->aside != SYN_ASIDE_NONE ? 0 : 0.5;

  if (get_stem (corpus, entry)[0] == '\0')
    return 0;
  for (guint i = 0; i < quantity->entries->len; i++)
    n += g_str_equal (get_stem (corpus, entry),
                      get_stem (corpus, &g_array_index (quantity->entries, SynQuantityEntry, i)));

  return n;
}

/* What a figure is of, where no noun says it. */
static const char *
name_kind (SynFigureKind kind)
{
  switch (kind) {
  case SYN_FIGURE_MONEY:
    return _ ("money");
  case SYN_FIGURE_PERCENT:
    return _ ("share");
  case SYN_FIGURE_DURATION:
    return _ ("time");
  case SYN_FIGURE_MEASURE:
    return _ ("measure");
  case SYN_FIGURE_RANK:
    return _ ("rank");
  case SYN_FIGURE_AGE:
    return _ ("age");
  case SYN_FIGURE_COUNT:
  default:
    return _ ("number");
  }
}

/* The noun, or the whole name that it is part of: "App Store". (transfer full) */
static char *
dup_noun (const SynCorpus *corpus, const SynQuantityEntry *entry)
{
  const SynPassage *passage = syn_corpus_get_passage (corpus, entry->passage);
  const SynArticleView *view = get_article (corpus, entry);
  SynSpan span = view->figures[entry->record].what_span;

  for (guint32 i = passage->first_name; i < passage->first_name + passage->n_names; i++) {
    if (syn_span_contains (view->names[i].span, span))
      return g_strdup (syn_document_get_string (view->document, view->entities[view->names[i].entity].name));
  }

  return g_strndup (view->text + span.start, syn_span_length (span));
}

/* What is counted, in the word that most entries have for it. What money or a share is of is read from
 * further off: it takes two to agree on it. (transfer full) */
static char *
name_quantity (const SynCorpus *corpus, const SynQuantity *quantity)
{
  const SynQuantityEntry *first = &g_array_index (quantity->entries, SynQuantityEntry, 0);
  SynFigureKind kind = get_article (corpus, first)->figures[first->record].kind;
  double most = kind == SYN_FIGURE_MONEY || kind == SYN_FIGURE_PERCENT ? 2 : 0;
  const SynQuantityEntry *best = NULL;

  for (guint i = 0; i < quantity->entries->len; i++) {
    const SynQuantityEntry *entry = &g_array_index (quantity->entries, SynQuantityEntry, i);
    double n = count_voters (corpus, quantity, entry);

    if (n > most) {
      best = entry;
      most = n;
    }
  }

  return best != NULL ? dup_noun (corpus, best) : g_strdup (name_kind (kind));
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
  row.what = name_quantity (corpus, quantity);
  row.unit = g_strdup (syn_document_get_string (view->document, view->figures[row.entries[0].figure].unit));
  g_array_append_val (rows, row);
}
