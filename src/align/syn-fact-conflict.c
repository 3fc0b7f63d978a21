/* What a reader sees of a conflict: which words differ, who stands alone, and what may explain it. */
#include "config.h"

#include "syn-fact-private.h"

#include "syn-denials-private.h"

#include <glib/gi18n-lib.h>

/* Values named in words: more would be a table. */
#define MAX_NAMED 5

static void
add_differing (SynMention *mention, SynSpan span)
{
  for (gsize i = 0; i < mention->n_differing; i++) {
    if (syn_span_equal (mention->differing[i], span))
      return;
  }
  mention->differing = g_renew (SynSpan, mention->differing, mention->n_differing + 1);
  mention->differing[mention->n_differing++] = span;
}

static const SynQuantityEntry *
get_entry (const SynQuantity *quantity, guint entry)
{
  return &g_array_index (quantity->entries, SynQuantityEntry, entry);
}

static const SynPassage *
get_passage (const SynCorpus *corpus, const SynQuantityEntry *entry)
{
  return syn_corpus_get_passage (corpus, entry->passage);
}

static SynSpan
get_span (const SynCorpus *corpus, const SynQuantity *quantity, const SynQuantityEntry *entry)
{
  const SynArticleView *view = &corpus->articles[get_passage (corpus, entry)->article];

  switch (quantity->kind) {
  case SYN_QUANTITY_DAY:
    return view->dates[entry->record].span;
  case SYN_QUANTITY_CLAIM:
    return syn_denials_get_span (corpus, entry);
  case SYN_QUANTITY_FIGURE:
  default:
    return view->figures[entry->record].span;
  }
}

/* The mention that the entry's sentence is: its index. */
static guint
find_mention (const SynFact *fact, const SynCorpus *corpus, const SynQuantityEntry *entry)
{
  const SynPassage *passage = get_passage (corpus, entry);
  gsize m = 0;

  while (m + 1 < fact->n_mentions &&
         (fact->mentions[m].article != passage->article || fact->mentions[m].sentence != passage->sentence))
    m++;

  return m;
}

/* Of the quantity's values, the one that most articles give; `sizes` (out): how many give each. */
static guint
find_common (const SynCorpus *corpus, const SynQuantity *quantity, guint *sizes)
{
  g_autofree guint *articles = g_new0 (guint, quantity->n_values); /* the last one that gave it, from 1 */
  guint common = 0;

  for (guint i = 0; i < quantity->entries->len; i++) {
    const SynQuantityEntry *entry = get_entry (quantity, i);
    guint article = get_passage (corpus, entry)->article + 1;

    if (articles[entry->value] != article)
      sizes[entry->value]++;
    articles[entry->value] = article;
  }
  for (guint v = 1; v < quantity->n_values; v++) {
    if (sizes[v] > sizes[common])
      common = v;
  }

  return common;
}

/* Values are numbered from the one that most articles give. */
static void
mark_mentions (
    SynFact *fact, const SynCorpus *corpus, const SynQuantity *quantity, const guint *sizes, guint common)
{
  for (guint i = 0; i < quantity->entries->len; i++) {
    const SynQuantityEntry *entry = get_entry (quantity, i);
    SynMention *mention = &fact->mentions[find_mention (fact, corpus, entry)];
    guint value = entry->value == common ? 0 : entry->value < common ? entry->value + 1 : entry->value;

    if (mention->n_differing == 0 || value < mention->value) {
      mention->value = value;
      mention->stance = sizes[entry->value] > 1 ? SYN_STANCE_STATED : SYN_STANCE_CONFLICTING;
    }
    add_differing (mention, get_span (corpus, quantity, entry));
  }
}

/* ---- in words ---- */

/* How loosely an entry gives its value: "hundreds" more than "422"; another hand's words are the last to be
 * named. */
static double
get_looseness (const SynCorpus *corpus, const SynQuantity *quantity, const SynQuantityEntry *entry)
{
  const SynPassage *passage = get_passage (corpus, entry);
  const SynFigure *figure;

  if (passage->aside != SYN_ASIDE_NONE)
    return G_MAXDOUBLE;
  if (quantity->kind != SYN_QUANTITY_FIGURE)
    return 0;
  figure = &corpus->articles[passage->article].figures[entry->record];

  return MIN (figure->upper - figure->lower, G_MAXDOUBLE / 2);
}

static const SynQuantityEntry *
choose_entry (const SynCorpus *corpus, const SynQuantity *quantity, guint value)
{
  const SynQuantityEntry *best = NULL;

  for (guint i = 0; i < quantity->entries->len; i++) {
    const SynQuantityEntry *entry = get_entry (quantity, i);

    if (entry->value == value &&
        (best == NULL || get_looseness (corpus, quantity, entry) < get_looseness (corpus, quantity, best)))
      best = entry;
  }

  return best;
}

/* Each value once, in the most precise words for it: “13”, “fourteen”. (transfer full) */
static char *
list_values (const SynCorpus *corpus, const SynQuantity *quantity)
{
  GString *list = g_string_new (NULL);

  for (guint v = 0; v < MIN (quantity->n_values, MAX_NAMED); v++) {
    const SynQuantityEntry *entry = choose_entry (corpus, quantity, v);
    SynSpan span = get_span (corpus, quantity, entry);
    const SynArticleView *view = &corpus->articles[get_passage (corpus, entry)->article];
    g_autofree char *text =
        g_strdelimit (g_strndup (view->text + span.start, syn_span_length (span)), "\n\t\r", ' ');

    if (v > 0)
      g_string_append (list, _ (", "));
    /* Translators: a value as an article words it. */
    g_string_append_printf (list, _ ("“%s”"), text);
  }

  return g_string_free (list, FALSE);
}

char *
syn_fact_word_conflict (const SynCorpus *corpus, const SynQuantity *quantity)
{
  const SynQuantityEntry *first = get_entry (quantity, 0);
  g_autofree char *list = list_values (corpus, quantity);

  if (quantity->kind == SYN_QUANTITY_CLAIM)
    return g_strdup_printf (_ ("said here, denied there: %s"), list);
  if (quantity->kind == SYN_QUANTITY_DAY)
    return g_strdup_printf (_ ("different days for the same thing: %s"), list);
  if (corpus->articles[get_passage (corpus, first)->article].figures[first->record].kind == SYN_FIGURE_RANK)
    return g_strdup_printf (_ ("different ranks for the same thing: %s"), list);

  return g_strdup_printf (_ ("different figures for the same thing: %s"), list);
}

/* Articles of one day that give different values contradict each other; those of different days may both be
 * right. */
static gboolean
may_have_changed (const SynCorpus *corpus, const SynQuantity *quantity)
{
  for (guint i = 0; i < quantity->entries->len; i++) {
    const SynQuantityEntry *one = get_entry (quantity, i);
    SynDate day = syn_document_get_published (corpus->articles[get_passage (corpus, one)->article].document);

    for (guint k = i + 1; k < quantity->entries->len; k++) {
      const SynQuantityEntry *other = get_entry (quantity, k);
      SynDate other_day =
          syn_document_get_published (corpus->articles[get_passage (corpus, other)->article].document);

      if (one->value != other->value &&
          (day.precision != SYN_DATE_DAY || other_day.precision != SYN_DATE_DAY ||
           syn_date_agrees (&day, &other_day)))
        return FALSE;
    }
  }

  return quantity->kind == SYN_QUANTITY_FIGURE;
}

static void
tell_reasons (SynFact *fact, const SynCorpus *corpus, const SynQuantity *quantity, SynReasons *reasons)
{
  static const SynReasonKind kinds[] = {
    [SYN_QUANTITY_FIGURE] = SYN_REASON_FIGURE,
    [SYN_QUANTITY_DAY] = SYN_REASON_DATE,
    [SYN_QUANTITY_CLAIM] = SYN_REASON_TERM,
  };
  g_autofree SynEvidence *evidence = g_new (SynEvidence, quantity->entries->len);
  const char *published = _ ("published on different days, so that it may have changed in between");

  for (guint i = 0; i < quantity->entries->len; i++) {
    const SynQuantityEntry *entry = get_entry (quantity, i);

    evidence[i].mention = find_mention (fact, corpus, entry);
    evidence[i].span = get_span (corpus, quantity, entry);
  }
  syn_reasons_set_conflict (reasons, kinds[quantity->kind], syn_fact_word_conflict (corpus, quantity),
                            may_have_changed (corpus, quantity) ? g_strdup (published) : NULL, evidence,
                            quantity->entries->len);
}

void
syn_fact_mark_conflict (SynFact *fact,
                        const SynCorpus *corpus,
                        const SynQuantity *quantity,
                        SynReasons *reasons)
{
  g_autofree guint *sizes = g_new0 (guint, quantity->n_values);
  guint common = find_common (corpus, quantity, sizes);

  fact->relation = SYN_RELATION_CONFLICT;
  mark_mentions (fact, corpus, quantity, sizes, common);
  tell_reasons (fact, corpus, quantity, reasons);
}
