/* Nouns that count persons, by data/model/persons.tsv. Private to align. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which persons a noun counts: 0 for none. Nouns of one class may count the same persons. */
typedef guint8 SynPersons;

#define SYN_PERSONS_NONE   0
#define SYN_PERSONS_ANYONE 1 /* "people": may be those of any class */
#define SYN_PERSONS_PUBLIC 2 /* "users", "members" */
#define SYN_PERSONS_NATION G_MAXUINT8 /* "Americans": may be anyone, or users; is in no table */

/* By the word as written, case folded. */
SynPersons syn_persons_find (const char *word);

/* Whether both may count the same persons. */
static inline gboolean
syn_persons_meet (SynPersons a, SynPersons b)
{
  if (a == SYN_PERSONS_NONE || b == SYN_PERSONS_NONE)
    return FALSE;
  if (a == SYN_PERSONS_NATION || b == SYN_PERSONS_NATION)
    return MIN (a, b) <= SYN_PERSONS_PUBLIC;

  return a == b || a == SYN_PERSONS_ANYONE || b == SYN_PERSONS_ANYONE;
}

G_END_DECLS
