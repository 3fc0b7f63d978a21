/* A day that half the story happened on proves little; the day of one event much. */
#include "config.h"

#include "syn-corpus-private.h"

static gboolean
is_day (const SynDateMention *mention)
{
  return mention->date.precision == SYN_DATE_DAY;
}

/* In how many passages each day stands: day -> count. */
static GHashTable *
count_days (const SynCorpus *self)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint p = 0; p < self->passages->len; p++) {
    const SynPassage *passage = syn_corpus_get_passage (self, p);
    const SynDateMention *dates = self->articles[passage->article].dates;

    for (guint32 i = passage->first_date; i < passage->first_date + passage->n_dates; i++) {
      gpointer day = GINT_TO_POINTER (dates[i].date.first);
      gboolean is_again = FALSE;

      for (guint32 k = passage->first_date; k < i; k++)
        is_again |= is_day (&dates[k]) && dates[k].date.first == dates[i].date.first;
      if (is_day (&dates[i]) && !is_again)
        g_hash_table_insert (counts, day,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, day)) + 1));
    }
  }

  return counts;
}

void
syn_corpus_weigh_days (SynCorpus *self)
{
  g_autoptr (GHashTable) counts = count_days (self);

  for (guint a = 0; a < self->n_articles; a++) {
    SynArticleView *view = &self->articles[a];

    view->day_worths = g_new (float, view->n_dates + 1);
    for (gsize i = 0; i < view->n_dates; i++) {
      gpointer day = GINT_TO_POINTER (view->dates[i].date.first);
      guint n = is_day (&view->dates[i]) ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, day)) : 1;

      view->day_worths[i] = syn_corpus_keep_worth (n, self->passages->len);
    }
  }
}
