#include "syn-gazetteer.h"

#include <string.h>
#include <gio/gio.h>

#include "syn-lexicons-resource.h"

#define RESOURCE_PATH "/lexicons/gazetteer.tsv"

/* Columns of the list: the code, then the forms by kind. */
static const SynPlaceKind columns[] = { SYN_PLACE_COUNTRY, SYN_PLACE_NATIONALITY, SYN_PLACE_CAPITAL,
                                        SYN_PLACE_OTHER };

typedef struct {
  const char *country;
  SynPlaceKind kind;
} Place;

struct _SynGazetteer {
  GHashTable *places;    /* owned: form -> Place */
  GStringChunk *strings; /* owned */
};

static void
add_line (SynGazetteer *self, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);
  const char *country = g_string_chunk_insert_const (self->strings, fields[0]);

  for (guint i = 0; i < G_N_ELEMENTS (columns) && fields[i + 1] != NULL; i++) {
    g_auto (GStrv) forms = g_strsplit (fields[i + 1], ", ", -1);

    for (guint k = 0; forms[k] != NULL; k++) {
      Place *place;

      if (forms[k][0] == '\0' || g_hash_table_contains (self->places, forms[k]))
        continue;
      place = g_new0 (Place, 1);
      place->country = country;
      place->kind = columns[i];
      g_hash_table_insert (self->places, g_string_chunk_insert (self->strings, forms[k]), place);
    }
  }
}

SynGazetteer *
syn_gazetteer_new (void)
{
  SynGazetteer *self = g_new0 (SynGazetteer, 1);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (syn_lexicons_get_resource (), RESOURCE_PATH,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  char *rest = text;

  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->strings = g_string_chunk_new (8192);
  for (char *line = strsep (&rest, "\n"); line != NULL; line = strsep (&rest, "\n")) {
    if (line[0] != '\0' && line[0] != '#')
      add_line (self, line);
  }

  return self;
}

void
syn_gazetteer_free (SynGazetteer *self)
{
  g_hash_table_unref (self->places);
  g_string_chunk_free (self->strings);
  g_free (self);
}

const char *
syn_gazetteer_find (const SynGazetteer *self, const char *form, SynPlaceKind *kind)
{
  const Place *place = g_hash_table_lookup (self->places, form);

  if (kind != NULL)
    *kind = place != NULL ? place->kind : SYN_PLACE_NONE;

  return place != NULL ? place->country : NULL;
}
