#include "syn-gazetteer.h"

#include <string.h>
#include <gio/gio.h>

#include "syn-lexicons-resource.h"
#include "syn-rows.h"

#define RESOURCE_PATH "/lexicons/gazetteer.tsv"

/* Columns of the list: the code, then the forms by kind. */
static const SynPlaceKind columns[] = { SYN_PLACE_COUNTRY, SYN_PLACE_NATIONALITY, SYN_PLACE_CAPITAL,
                                        SYN_PLACE_OTHER };

typedef struct {
  const char *country;
  SynPlaceKind kind;
} Place;

struct _SynGazetteer {
  GHashTable *indices; /* owned: form -> 1 + its place's index */
  GArray *places;      /* owned: Place */
  char *text;          /* owned: the list, which the forms and the codes are parts of */
};

static void
add_row (SynGazetteer *self, char **fields)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    Place place = { fields[0], columns[i] };
    char *forms = fields[i + 1];

    while (forms != NULL) {
      char *form = syn_rows_take_item (&forms, ", ");

      if (form[0] == '\0' || g_hash_table_contains (self->indices, form))
        continue;
      g_array_append_val (self->places, place);
      g_hash_table_insert (self->indices, form, GUINT_TO_POINTER (self->places->len));
    }
  }
}

SynGazetteer *
syn_gazetteer_new (void)
{
  SynGazetteer *self = g_new0 (SynGazetteer, 1);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (syn_lexicons_get_resource (), RESOURCE_PATH,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  char *fields[1 + G_N_ELEMENTS (columns)];
  SynRows rows;

  self->text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  self->indices = g_hash_table_new (g_str_hash, g_str_equal);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  syn_rows_init (&rows, self->text);
  while (syn_rows_next (&rows, fields, G_N_ELEMENTS (fields)) > 0)
    add_row (self, fields);

  return self;
}

void
syn_gazetteer_free (SynGazetteer *self)
{
  g_hash_table_unref (self->indices);
  g_array_unref (self->places);
  g_free (self->text);
  g_free (self);
}

const char *
syn_gazetteer_find (const SynGazetteer *self, const char *form, SynPlaceKind *kind)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, form));
  const Place *place = index > 0 ? &g_array_index (self->places, Place, index - 1) : NULL;

  if (kind != NULL)
    *kind = place != NULL ? place->kind : SYN_PLACE_NONE;

  return place != NULL ? place->country : NULL;
}
