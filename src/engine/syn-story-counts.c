#include "config.h"

#include "syn-story-counts-private.h"

/* What the window shows by default. */
#define SHOWN_CONFIDENCE 0.5

/* Two articles are of one origin when so large a part of the facts that they share, and so many at least, stand in both
 * word for word. A wire report that two outlets print gives nearly all; a quoted sentence gives one or two. */
#define COPIED_PART  0.5
#define COPIED_FACTS 3

/* Facts that two articles share, and those of them that both took from one origin. */
typedef struct {
  guint shared;
  guint copied;
} Pair;

static gboolean
have_one_origin (const SynMention *a, const SynMention *b)
{
  return a != NULL && b != NULL && a->origin == b->origin;
}

static void
count_pairs (const SynFact *fact, guint n, Pair *pairs)
{
  for (guint i = 0; i < n; i++) {
    const SynMention *a = syn_fact_find_mention (fact, i);

    for (guint k = i + 1; k < n && a != NULL; k++) {
      const SynMention *b = syn_fact_find_mention (fact, k);

      pairs[i * n + k].shared += b != NULL;
      pairs[i * n + k].copied += have_one_origin (a, b);
    }
  }
}

/* The groups that remain when articles of one origin are put together. */
static guint
count_origins (const Pair *pairs, guint n)
{
  g_autofree guint *group = g_new (guint, n);
  guint n_groups = n;

  for (guint i = 0; i < n; i++)
    group[i] = i;

  for (guint i = 0; i < n; i++) {
    for (guint k = i + 1; k < n; k++) {
      const Pair *pair = &pairs[i * n + k];
      guint joined = group[k];

      if (group[i] == joined || pair->copied < COPIED_FACTS || pair->copied < COPIED_PART * pair->shared)
        continue;
      n_groups--;
      for (guint m = 0; m < n; m++) {
        if (group[m] == joined)
          group[m] = group[i];
      }
    }
  }

  return n_groups;
}

void
syn_counted_facts_init (SynCountedFacts *self, SynComparison *comparison)
{
  guint n = syn_comparison_get_n_articles (comparison);
  g_autofree Pair *pairs = g_new0 (Pair, (gsize) n * n);
  gsize n_facts;
  const SynFact *facts = syn_alignment_get_facts (syn_comparison_get_alignment (comparison), &n_facts);

  *self = (SynCountedFacts){ .facts_of = g_new0 (guint, n) };
  for (gsize i = 0; i < n_facts; i++) {
    if (facts[i].confidence < SHOWN_CONFIDENCE)
      continue;

    self->facts++;
    self->conflicts += facts[i].relation == SYN_RELATION_CONFLICT;
    for (guint k = 0; k < n; k++)
      self->facts_of[k] += facts[i].stances[k] != SYN_STANCE_ABSENT;
    count_pairs (&facts[i], n, pairs);
  }
  self->origins = count_origins (pairs, n);
}

void
syn_counted_facts_clear (SynCountedFacts *self)
{
  g_clear_pointer (&self->facts_of, g_free);
}
