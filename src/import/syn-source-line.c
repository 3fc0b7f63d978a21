#include "config.h"

#include "syn-source-line.h"

#include <string.h>

#include "syn-fields.h"
#include "syn-moment.h"

/* Longer lines are sentences. */
#define MAX_LINE 160

/* "Key: value" of a part; FALSE where there is no key that names a field. */
static gboolean
split_part (const char *part, char **key, char **value)
{
  static const char *const signs[] = { ":", "：" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    const char *colon = strstr (part, signs[i]);

    if (colon == NULL)
      continue;
    *key = g_strndup (part, colon - part);
    if (syn_fields_is_key (*key)) {
      *value = g_strstrip (g_strdup (colon + strlen (signs[i])));
      return TRUE;
    }
    g_clear_pointer (key, g_free);
  }

  return FALSE;
}

/* A date behind the value, as many a Chinese page has it: taken off. */
static void
take_date (SynDraft *draft, char *value)
{
  SynMomentOrder order = syn_moment_get_order (draft->language);
  SynSpan span = SYN_SPAN_NONE;
  g_autofree char *date = syn_moment_find (value, order, &span);

  if (date == NULL)
    return;
  value[span.start] = '\0';
  g_strchomp (value);
  if (draft->published == NULL)
    draft->published = g_steal_pointer (&date);
}

typedef struct {
  char *key;
  char *value;
} Part;

static void
part_free (Part *self)
{
  g_free (self->key);
  g_free (self->value);
  g_free (self);
}

/* Every part of the line must be a field or a date: else the line is text. NULL where it is. */
static GPtrArray *
read_parts (SynDraft *draft, const char *line)
{
  g_autofree char *even = g_strdelimit (g_strdup (line), "|", '\n');
  g_auto (GStrv) texts = g_strsplit (even, "\n", 6);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);

  for (guint i = 0; texts[i] != NULL; i++) {
    Part *part = g_new0 (Part, 1);
    const char *text = g_strstrip (texts[i]);
    g_autofree char *date = NULL;

    g_ptr_array_add (parts, part);
    if (!split_part (text, &part->key, &part->value)) {
      date = parts->len > 1 ? syn_moment_parse (text, SYN_MOMENT_UNDECIDED) : NULL;
      if (date == NULL)
        return NULL;
      part->key = g_strdup ("published");
      part->value = g_steal_pointer (&date);
      continue;
    }
    if (g_str_has_prefix (part->value, "http")) {
      g_free (part->key);
      part->key = g_strdup ("url");
      continue;
    }
    if (strcmp (syn_fields_find (part->key), "published") != 0)
      take_date (draft, part->value);
    if (!syn_fields_fits (part->key, part->value))
      return NULL;
  }

  return g_steal_pointer (&parts);
}

gboolean
syn_source_line_take (SynDraft *draft, SynBlock *block)
{
  g_autoptr (GPtrArray) parts = NULL;

  if (strlen (block->text) > MAX_LINE)
    return FALSE;
  parts = read_parts (draft, block->text);
  if (parts == NULL)
    return FALSE;

  block->is_field = TRUE;
  for (guint i = 0; i < parts->len; i++) {
    const Part *part = g_ptr_array_index (parts, i);

    if (syn_fields_has (draft, part->key)) {
      block->is_field = FALSE;
      block->why = "source line";
    } else {
      syn_fields_set (draft, part->key, part->value);
    }
  }

  return TRUE;
}
