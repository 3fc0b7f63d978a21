/* Nouns that count persons, by data/model/persons.tsv. Private to align. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which persons a noun counts: 0 for none. Nouns of one class may count the same persons. */
typedef guint8 SynPersons;

#define SYN_PERSONS_NONE   0
#define SYN_PERSONS_ANYONE 1 /* "people": may be those of any class */

/* By the word as written, case folded. */
SynPersons syn_persons_find (const char *word);

/* Whether both may count the same persons. */
static inline gboolean
syn_persons_meet (SynPersons a, SynPersons b)
{
  return a != SYN_PERSONS_NONE && b != SYN_PERSONS_NONE &&
         (a == b || a == SYN_PERSONS_ANYONE || b == SYN_PERSONS_ANYONE);
}

G_END_DECLS
