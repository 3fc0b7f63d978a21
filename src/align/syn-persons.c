#include "config.h"

#include "syn-persons-private.h"

#include "syn-align-table-private.h"
#include "syn-rows.h"

#define PERSONS_PATH "/io/github/synoptic_reader/Synoptic/align/persons.tsv"

/* Word -> its class, by the order of the classes' first rows: the first is "anyone", the second "public". */
static GHashTable *
read_persons (void)
{
  GHashTable *persons = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) classes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) bytes = syn_align_lookup_table (PERSONS_PATH);
  char *text =
      g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)); /* the words stay in it */
  char *fields[2];
  SynRows rows;

  syn_rows_init (&rows, text);
  while (syn_rows_next (&rows, fields, G_N_ELEMENTS (fields)) == G_N_ELEMENTS (fields)) {
    guint class = GPOINTER_TO_UINT (g_hash_table_lookup (classes, fields[0]));
    const char *word;

    if (class == 0) {
      class = g_hash_table_size (classes) + SYN_PERSONS_ANYONE;
      g_hash_table_insert (classes, fields[0], GUINT_TO_POINTER (class));
    }
    while ((word = syn_rows_take_item (&fields[1], ", ")) != NULL)
      g_hash_table_insert (persons, (gpointer) word, GUINT_TO_POINTER (class));
  }

  return persons;
}

SynPersons
syn_persons_find (const char *word)
{
  static gsize persons = 0;

  if (g_once_init_enter (&persons))
    g_once_init_leave (&persons, GPOINTER_TO_SIZE (read_persons ()));

  return GPOINTER_TO_UINT (g_hash_table_lookup (GSIZE_TO_POINTER (persons), word));
}
