#include "config.h"

#include "syn-fact-private.h"

#include <glib/gi18n-lib.h>

const char *
syn_stance_get_name (SynStance stance)
{
  switch (stance) {
  case SYN_STANCE_STATED:
    return _ ("stated");
  case SYN_STANCE_SIMILAR:
    return _ ("similar");
  case SYN_STANCE_CONFLICTING:
    return _ ("conflicting");
  case SYN_STANCE_ABSENT:
  default:
    return _ ("not found here");
  }
}

const SynMention *
syn_fact_find_mention (const SynFact *self, guint article)
{
  for (gsize i = 0; i < self->n_mentions; i++) {
    if (self->mentions[i].article == article)
      return &self->mentions[i];
  }

  return NULL;
}

guint
syn_fact_count_articles (const SynFact *self)
{
  guint n = 0;

  for (gsize i = 0; i < self->n_articles; i++)
    n += self->stances[i] != SYN_STANCE_ABSENT;

  return n;
}

void
syn_fact_clear (SynFact *fact)
{
  for (gsize i = 0; i < fact->n_mentions; i++)
    g_free (fact->mentions[i].differing);
  for (gsize i = 0; i < fact->n_reasons; i++)
    syn_reason_clear (&fact->reasons[i]);
  g_free (fact->mentions);
  g_free (fact->reasons);
  g_free (fact->stances);
  g_free (fact->title);
}
