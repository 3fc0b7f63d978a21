/* Reads a table of data/: rows of fields between tabs; empty lines and those that start with "#" are none. The text is
 * cut up in place, since the tables are read at every start and a copy of each field would take longer than all else. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char *rest;
} SynRows;

/* `text` ends in a NUL; it is written to, and must live as long as the fields are used. */
void  syn_rows_init      (SynRows    *self,
                          char       *text);

/* The next row: how many fields it has, 0 at the end. At most `max`: the last one takes all that is left of its line. The
 * places of those that the row lacks are NULL. */
guint syn_rows_next      (SynRows    *self,
                          char      **fields,
                          guint       max);

/* Takes the next item off a field that lists some, such as "one, two"; NULL after the last. */
char *syn_rows_take_item (char      **list,
                          const char *separator);

G_END_DECLS
