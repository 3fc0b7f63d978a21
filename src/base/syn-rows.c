#include "config.h"

#include "syn-rows.h"

#include <string.h>

void
syn_rows_init (SynRows *self, char *text)
{
  self->rest = text;
}

guint
syn_rows_next (SynRows *self, char **fields, guint max)
{
  guint n = 0;
  char *line;

  do
    line = strsep (&self->rest, "\n");
  while (line != NULL && (line[0] == '\0' || line[0] == '#'));

  while (line != NULL && n + 1 < max)
    fields[n++] = strsep (&line, "\t");
  if (line != NULL)
    fields[n++] = line;
  for (guint i = n; i < max; i++)
    fields[i] = NULL;

  return n;
}

char *
syn_rows_take_item (char **list, const char *separator)
{
  char *item = *list;
  char *end = item != NULL ? strstr (item, separator) : NULL;

  if (end != NULL) {
    *end = '\0';
    *list = end + strlen (separator);
  } else {
    *list = NULL;
  }

  return item;
}
