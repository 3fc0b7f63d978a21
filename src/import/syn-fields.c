#include "config.h"

#include "syn-fields.h"

#include <string.h>

#include "syn-block.h"
#include "syn-byline.h"
#include "syn-clean.h"
#include "syn-fold.h"
#include "syn-lexicon.h"
#include "syn-moment.h"

/* Longer keys are the beginning of a sentence. */
#define MAX_KEY 40

/* Front matter that does not end by then is no front matter. */
#define MAX_FRONT_LINES 200

/* Names of outlets are not longer, in words. */
#define MAX_OUTLET_WORDS 6

#define DROPPED_FIELD "field of the header"

const char *
syn_fields_find (const char *key)
{
  g_autofree char *folded = syn_fold (key, -1);
  const SynLexiconRow *row;

  g_strdelimit (g_strstrip (folded), " _", '-');
  row = syn_lexicon_find (SYN_LEXICON_FIELDS, folded);

  return row != NULL ? row->value : NULL;
}

static const char *
find_field (const char *key)
{
  const char *field = syn_fields_find (key);

  return field != NULL && strcmp (field, "text") != 0 && strcmp (field, "key") != 0 ? field : NULL;
}

gboolean
syn_fields_is_key (const char *key)
{
  return find_field (key) != NULL;
}

char *
syn_fields_get_language (const char *tag)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (tag));
  gsize primary = strcspn (trimmed, "-_");

  if (primary < 2 || primary > 3 || strlen (trimmed) > 35)
    return NULL;
  for (char *p = trimmed; *p != '\0'; p++) {
    if (*p == '_')
      *p = '-';
    if (!g_ascii_isalnum (*p) && *p != '-')
      return NULL;
  }
  for (gsize i = 0; i < primary; i++)
    trimmed[i] = g_ascii_tolower (trimmed[i]);

  return g_steal_pointer (&trimmed);
}

/* Where the draft keeps the field. */
static char **
get_place (SynDraft *draft, const char *field)
{
  if (strcmp (field, "title") == 0)
    return &draft->title;
  if (strcmp (field, "byline") == 0)
    return &draft->byline;
  if (strcmp (field, "outlet") == 0)
    return &draft->outlet;
  if (strcmp (field, "url") == 0)
    return &draft->url;
  if (strcmp (field, "language") == 0)
    return &draft->language;

  return strcmp (field, "updated") == 0 ? &draft->updated : &draft->published;
}

/* The value as the draft is to have it; NULL where it makes no sense in this field. */
static char *
tidy (const SynDraft *draft, const char *field, const char *value)
{
  if (strcmp (field, "byline") == 0)
    return syn_byline_clean (value);
  if (strcmp (field, "url") == 0)
    return strchr (value, ' ') == NULL ? g_strdup (value) : NULL;
  if (strcmp (field, "language") == 0)
    return syn_fields_get_language (value);
  if (strcmp (field, "published") == 0 || strcmp (field, "updated") == 0)
    return syn_moment_parse (value, syn_moment_get_order (draft->language));

  return g_strdup (value);
}

static guint
count_words (const char *text)
{
  guint n = 1;

  for (const char *p = text; (p = strchr (p, ' ')) != NULL; p++)
    n++;

  return n;
}

gboolean
syn_fields_fits (const char *key, const char *value)
{
  const char *field = find_field (key);

  if (field == NULL || *value == '\0')
    return FALSE;
  if (strcmp (field, "byline") == 0)
    return syn_byline_is_name (value) || strchr (value, '@') != NULL;
  if (strcmp (field, "outlet") == 0)
    return count_words (value) <= MAX_OUTLET_WORDS;
  if (strcmp (field, "url") == 0)
    return strstr (value, "://") != NULL;

  return TRUE;
}

gboolean
syn_fields_has (const SynDraft *draft, const char *key)
{
  const char *field = find_field (key);

  return field != NULL && *get_place ((SynDraft *) draft, field) != NULL;
}

gboolean
syn_fields_set (SynDraft *draft, const char *key, const char *value)
{
  const char *field = find_field (key);
  g_autofree char *clean = syn_clean_field (value);
  char **place;

  if (field == NULL)
    return FALSE;

  place = get_place (draft, field);
  if (*place == NULL && clean != NULL)
    *place = tidy (draft, field, clean);

  return TRUE;
}

/* ---- the header ---- */

/* "Key: value", the colon perhaps a wide one; FALSE where the line is none. */
static gboolean
split_line (const char *line, gsize length, char **key, char **value)
{
  const char *ascii = memchr (line, ':', length);
  const char *wide = g_strstr_len (line, length, "：");
  const char *colon = ascii;
  gsize width = 1;

  if (wide != NULL && (ascii == NULL || wide < ascii)) {
    colon = wide;
    width = strlen ("：");
  }
  if (colon == NULL || colon == line || colon - line > MAX_KEY)
    return FALSE;
  if (g_str_has_prefix (colon, "://"))
    return FALSE;

  *key = g_strstrip (g_strndup (line, colon - line));
  *value = g_strstrip (g_strndup (colon + width, length - (colon + width - line)));
  for (const char *p = *key; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_isalnum (c) && c != ' ' && c != '-' && c != '_') {
      g_clear_pointer (key, g_free);
      g_clear_pointer (value, g_free);
      return FALSE;
    }
  }

  return TRUE;
}

static const char *
skip_blank_lines (const char *text)
{
  const char *p = text;

  while (g_ascii_isspace (*p)) {
    if (*p++ == '\n')
      text = p;
  }

  return *p == '\0' ? p : text;
}

static const char *
next_line (const char *line)
{
  gsize length = strcspn (line, "\n");

  return line + length + (line[length] == '\n');
}

static void
take_field (SynDraft *draft, const char *key, const char *value)
{
  if (!syn_fields_set (draft, key, value) && *value != '\0') {
    g_autofree char *line = g_strconcat (key, ": ", value, NULL);

    syn_draft_add_dropped (draft, line, DROPPED_FIELD);
  }
}

/* "'...'", "[a, b]" and "- item" of YAML, as far as a header has them. */
static char *
unquote (const char *value)
{
  gsize length = strlen (value);
  char *bare;

  if (length >= 2 &&
      ((*value == '"' && value[length - 1] == '"') || (*value == '\'' && value[length - 1] == '\'') ||
       (*value == '[' && value[length - 1] == ']'))) {
    bare = g_strndup (value + 1, length - 2);
    if (*value == '[')
      g_strdelimit (bare, "\"'", ' ');
    return g_strstrip (bare);
  }

  return g_strdup (value);
}

static const char *
read_front_matter (SynDraft *draft, const char *text)
{
  const char *line = next_line (text);
  const char *end = NULL;
  g_autofree char *key = NULL;
  g_autoptr (GString) items = g_string_new (NULL);
  gboolean has_field = FALSE;
  const char *p = line;

  for (guint i = 0; i < MAX_FRONT_LINES && *p != '\0' && end == NULL; i++, p = next_line (p)) {
    gsize length = strcspn (p, "\n");
    g_autofree char *name = NULL;
    g_autofree char *value = NULL;

    if ((length == 3 && strncmp (p, "---", 3) == 0) || (length == 3 && strncmp (p, "...", 3) == 0))
      end = p;
    else if (split_line (p, length, &name, &value))
      has_field = has_field || syn_fields_is_key (name);
  }
  if (end == NULL || !has_field)
    return text;

  for (; line <= end; line = next_line (line)) {
    gsize length = line == end ? 0 : strcspn (line, "\n");
    g_autofree char *whole = g_strstrip (g_strndup (line, length));
    g_autofree char *name = NULL;
    g_autofree char *value = NULL;

    if (g_str_has_prefix (whole, "- ")) {
      g_autofree char *item = unquote (g_strstrip (whole + 2));

      g_string_append_printf (items, "%s%s", items->len > 0 ? ", " : "", item);
      continue;
    }
    if (key != NULL && items->len > 0)
      take_field (draft, key, items->str);
    g_clear_pointer (&key, g_free);
    g_string_truncate (items, 0);
    if (line == end)
      break;

    if (split_line (line, length, &name, &value)) {
      g_autofree char *bare = unquote (value);

      if (*bare != '\0')
        take_field (draft, name, bare);
      else
        key = g_steal_pointer (&name);
    } else if (*whole != '\0') {
      syn_draft_add_dropped (draft, whole, DROPPED_FIELD);
    }
  }

  return next_line (end);
}

/* Lines "Key: value" from the first on: two known keys, or one and a blank line below. */
static const char *
read_lines (SynDraft *draft, const char *text)
{
  const char *line = text;
  guint n_known = 0;
  guint n_lines = 0;
  gboolean fits = FALSE;

  for (; *line != '\0' && *line != '\n'; line = next_line (line), n_lines++) {
    g_autofree char *key = NULL;
    g_autofree char *value = NULL;

    if (!split_line (line, strcspn (line, "\n"), &key, &value))
      break;
    /* Behind the known ones a line may be text already: "Oslo: the port is shut". */
    fits = fits || syn_fields_fits (key, value);
    if (syn_fields_is_key (key))
      n_known++;
    else if (n_known == 0 || strchr (key, ' ') != NULL)
      break;
  }
  if (n_known == 0 || (n_known == 1 && (n_lines > 1 || *line != '\n' || !fits)))
    return text;

  for (const char *p = text; p < line; p = next_line (p)) {
    g_autofree char *key = NULL;
    g_autofree char *value = NULL;

    split_line (p, strcspn (p, "\n"), &key, &value);
    take_field (draft, key, value);
  }

  return line;
}

const char *
syn_fields_read_header (SynDraft *draft, const char *text)
{
  text = skip_blank_lines (text);

  if (g_str_has_prefix (text, "---\n"))
    return skip_blank_lines (read_front_matter (draft, text));

  return skip_blank_lines (read_lines (draft, text));
}
