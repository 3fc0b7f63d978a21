/* JSON: one article an object, an object a line (JSONL), an array of them, or a feed's object that holds the
 * array (JSON Feed 1.1). A broken line is named and the others are read. */
#include "config.h"

#include "syn-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "syn-charset.h"
#include "syn-clean.h"
#include "syn-error.h"
#include "syn-fields.h"
#include "syn-json.h"
#include "syn-paragraphs.h"

typedef struct {
  SynReading *reading;
  const char *outlet; /* of the feed around, or NULL */
  GError *first;      /* the first broken article's; owned */
  guint first_line;
  guint n_broken;
  guint n_foreign; /* of the broken: well-formed, but no article */
} JsonReading;

static guint
sniff_json (const char *head, const char *ending)
{
  gboolean is_named =
      strcmp (ending, "json") == 0 || strcmp (ending, "jsonl") == 0 || strcmp (ending, "ndjson") == 0;
  const char *p = head;

  while (g_ascii_isspace (*p))
    p++;
  if (*p == '[') {
    for (p++; g_ascii_isspace (*p); p++)
      ;
    return *p == '{' || *p == ']' ? 90 : is_named ? 50 : 0;
  }
  if (*p == '{') {
    for (p++; g_ascii_isspace (*p); p++)
      ;
    return *p == '"' || *p == '}' ? 90 : is_named ? 50 : 0;
  }

  return is_named ? 20 : 0;
}

/* ---- one article ---- */

/* A string, or the paragraphs of an array of strings: (transfer full) or NULL. */
static char *
get_text (JsonNode *node)
{
  g_autoptr (GString) text = NULL;
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node) : NULL;

  text = g_string_new (NULL);
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonNode *paragraph = json_array_get_element (array, i);

    if (json_node_get_value_type (paragraph) != G_TYPE_STRING)
      return NULL;
    g_string_append_printf (text, "%s\n\n", json_node_get_string (paragraph));
  }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A string, or the strings or named objects of an array joined by commas: (transfer full) or NULL. */
static char *
get_string (JsonNode *node)
{
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return get_string (json_object_get_member (json_node_get_object (node), "name"));
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);
    GString *joined = g_string_new (NULL);

    for (guint i = 0; i < json_array_get_length (array); i++) {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *string = JSON_NODE_HOLDS_ARRAY (element) ? NULL : get_string (element);

      if (string != NULL && *string != '\0')
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? ", " : "", string);
    }
    return g_string_free (joined, joined->len == 0);
  }

  return NULL;
}

static void
take_text (SynDraft *draft, const char *text)
{
  g_autoptr (GPtrArray) blocks = syn_blocks_new ();
  g_autofree char *clean = syn_clean_text (text, -1);

  syn_paragraphs_split (blocks, clean);
  syn_blocks_to_draft (blocks, draft);
}

static gboolean
is_text (const char *field)
{
  return strcmp (field, "text") == 0;
}

static SynDraft *
read_object (JsonObject *object, GError **error)
{
  g_autoptr (SynDraft) draft = syn_draft_new ();
  g_autoptr (GList) keys = json_object_get_members (object);
  gboolean has_text = FALSE;

  /* The language says how a date is written: it goes first. */
  for (guint pass = 0; pass < 2; pass++) {
    for (GList *l = keys; l != NULL; l = l->next) {
      const char *field = syn_fields_find (l->data);
      g_autofree char *value = NULL;

      if (field == NULL || (strcmp (field, "language") == 0) != (pass == 0))
        continue;
      value = is_text (field) ? get_text (json_object_get_member (object, l->data))
                              : get_string (json_object_get_member (object, l->data));
      if (value == NULL)
        continue;

      if (is_text (field)) {
        if (*draft->text == '\0')
          take_text (draft, value);
        has_text = TRUE;
      } else if (strcmp (field, "key") == 0) {
        if (draft->key == NULL)
          draft->key = syn_clean_field (value);
      } else {
        syn_fields_set (draft, l->data, value);
      }
    }
  }

  if (!has_text) {
    g_set_error_literal (error, SYN_ERROR, SYN_ERROR_UNSUPPORTED, _ ("no text in it"));
    return NULL;
  }
  if (draft->key == NULL)
    draft->key = g_strdup (draft->url);

  return g_steal_pointer (&draft);
}

static void
note_broken (JsonReading *self, guint line, GError *error)
{
  self->n_foreign += g_error_matches (error, SYN_ERROR, SYN_ERROR_UNSUPPORTED);
  if (self->n_broken++ == 0) {
    self->first = error;
    self->first_line = line;
  } else {
    g_error_free (error);
  }
}

static void
read_node (JsonReading *self, JsonNode *node, guint line)
{
  GError *error = NULL;
  SynDraft *draft = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    draft = read_object (json_node_get_object (node), &error);
  else
    error = g_error_new_literal (SYN_ERROR, SYN_ERROR_UNSUPPORTED, _ ("no article: it is no object"));

  if (draft == NULL) {
    note_broken (self, line, error);
    return;
  }
  if (draft->outlet == NULL)
    draft->outlet = syn_clean_field (self->outlet);
  syn_reading_emit (self->reading, draft);
}

static void
read_value (JsonReading *self, const char *text, gsize length, guint line)
{
  GError *error = NULL;
  g_autoptr (JsonNode) node = syn_json_parse (text, length, &error);

  if (node == NULL)
    note_broken (self, line, error);
  else
    read_node (self, node, line);
}

/* ---- many articles ---- */

static void
read_lines (JsonReading *self, const char *text, const char *end)
{
  guint number = 1;

  for (const char *line = text; line < end && !syn_reading_is_stopped (self->reading); number++) {
    const char *line_end = memchr (line, '\n', end - line);
    const char *p = line;

    if (line_end == NULL)
      line_end = end;
    while (p < line_end && g_ascii_isspace (*p))
      p++;
    if (p < line_end)
      read_value (self, p, line_end - p, number);
    line = line_end + 1;
  }
}

static guint
count_lines (const char *from, const char *to)
{
  guint n = 0;

  for (; from < to; from++)
    n += *from == '\n';

  return n;
}

/* Element by element, so that the array may be larger than what the parser should hold at once. */
static void
read_array (JsonReading *self, const char *text, const char *end)
{
  const char *counted = text;
  guint line = 1;

  for (const char *p = text + 1; p < end && !syn_reading_is_stopped (self->reading);) {
    const char *value_end;

    if (g_ascii_isspace (*p) || *p == ',') {
      p++;
      continue;
    }
    if (*p == ']')
      return;
    line += count_lines (counted, p);
    counted = p;
    value_end = syn_json_skip_value (p, end);
    read_value (self, p, value_end - p, line);
    p = value_end;
  }

  if (!syn_reading_is_stopped (self->reading))
    note_broken (self, line,
                 g_error_new_literal (SYN_ERROR, SYN_ERROR_INVALID, _ ("the list of articles does not end")));
}

static gboolean
has_text (JsonObject *object)
{
  g_autoptr (GList) keys = json_object_get_members (object);

  for (GList *l = keys; l != NULL; l = l->next) {
    const char *field = syn_fields_find (l->data);

    if (field != NULL && is_text (field))
      return TRUE;
  }

  return FALSE;
}

/* An article, or an object around a list of articles. */
static void
read_whole (JsonReading *self, const char *text, gsize length)
{
  static const char *const lists[] = { "items", "articles", "entries", "stories" };
  GError *error = NULL;
  g_autoptr (JsonNode) node = syn_json_parse (text, length, &error);
  g_autofree char *outlet = NULL;
  JsonObject *object;

  if (node == NULL) {
    note_broken (self, 1, error);
    return;
  }

  object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  for (guint i = 0; object != NULL && !has_text (object) && i < G_N_ELEMENTS (lists); i++) {
    JsonNode *list = json_object_get_member (object, lists[i]);

    if (list != NULL && JSON_NODE_HOLDS_ARRAY (list)) {
      JsonArray *array = json_node_get_array (list);

      outlet = get_string (json_object_get_member (object, "title"));
      self->outlet = outlet;
      for (guint j = 0; j < json_array_get_length (array) && !syn_reading_is_stopped (self->reading); j++)
        read_node (self, json_array_get_element (array, j), 1);
      return;
    }
  }

  read_node (self, node, 1);
}

static gboolean
is_blank (const char *text, const char *end)
{
  while (text < end && g_ascii_isspace (*text))
    text++;

  return text == end;
}

static gboolean
fail_broken (const JsonReading *self, GError **error)
{
  g_autofree char *name = syn_reading_get_name (self->reading);

  /* Settings, a map, a table: whole as it is, only nothing to read. */
  if (self->reading->n_drafts == 0 && self->n_foreign == self->n_broken)
    g_set_error (error, SYN_ERROR, SYN_ERROR_UNSUPPORTED,
                 _ ("%s is not an article: it is JSON in which nothing has a text"), name);
  else if (self->n_broken == 1)
    g_set_error (error, SYN_ERROR, self->first->code, _ ("%s, line %u: %s"), name, self->first_line,
                 self->first->message);
  else
    g_set_error (error, SYN_ERROR, self->first->code,
                 _ ("%s: %u articles are broken, the first in line %u: %s"), name, self->n_broken,
                 self->first_line, self->first->message);

  return FALSE;
}

static gboolean
read_json (SynReading *reading, GError **error)
{
  gsize length;
  g_autofree char *text = syn_charset_decode (reading->data, reading->size, &length);
  const char *end = text + length;
  const char *start = text;
  gboolean has_lines = strcmp (reading->ending, "jsonl") == 0 || strcmp (reading->ending, "ndjson") == 0;
  JsonReading self = { .reading = reading };
  gboolean is_done;

  if (g_str_has_prefix (start, "\xef\xbb\xbf"))
    start += 3;
  while (start < end && g_ascii_isspace (*start) && !has_lines)
    start++;

  if (*start == '[')
    read_array (&self, start, end);
  else if (!has_lines && is_blank (syn_json_skip_value (start, end), end))
    read_whole (&self, start, end - start);
  else
    read_lines (&self, start, end);

  is_done = self.n_broken == 0 || fail_broken (&self, error);
  g_clear_error (&self.first);

  return is_done;
}

const SynReader syn_reader_json = {
  .name = "json",
  .sniff = sniff_json,
  .read = read_json,
};
