#include "config.h"

#include "syn-byline.h"

#include <string.h>

#include "syn-clean.h"
#include "syn-fold.h"
#include "syn-lexicon.h"

/* A byline's names; the longest seen has nine writers. */
#define MAX_WORDS 40

/* "Senior health and science correspondent" */
#define MAX_ROLE_WORDS 6

/* A closing paragraph that says who reported is no longer than this. */
#define MAX_REPORTING 300

static gboolean
is_kind (const char *word, const char *kind)
{
  g_autofree char *folded = syn_fold (word, -1);
  const GArray *rows = syn_lexicon_get_rows (SYN_LEXICON_BYLINES);

  /* A word may have several kinds ("von" leads in and links). */
  for (guint i = 0; i < rows->len; i++) {
    const SynLexiconRow *row = &g_array_index (rows, SynLexiconRow, i);

    if (strcmp (row->word, folded) == 0 && strcmp (row->value, kind) == 0)
      return TRUE;
  }

  return FALSE;
}

/* Without punctuation at the ends: (transfer full). */
static char *
strip_signs (const char *word)
{
  const char *start = word;
  const char *end = word + strlen (word);

  while (start < end && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (start, end - start);
}

static gboolean
is_name_word (const char *word)
{
  g_autofree char *bare = strip_signs (word);
  gunichar c = g_utf8_get_char (bare);
  g_autofree char *folded = syn_fold (bare, -1);

  if (*bare == '\0')
    return strcmp (word, "&") == 0;
  if (syn_lexicon_find (SYN_LEXICON_MONTHS, folded) != NULL && g_utf8_strlen (bare, -1) > 4)
    return FALSE;
  for (const char *p = bare; *p != '\0'; p = g_utf8_next_char (p)) {
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      return FALSE;
  }

  /* Letters without case (Han, Arabic, Thai) may all be names. */
  return !g_unichar_islower (c);
}

/* Only names and the small words between them, and no sentence. */
static gboolean
is_names (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n_words = g_strv_length (words);
  guint n_names = 0;

  if (n_words == 0 || n_words > MAX_WORDS)
    return FALSE;

  for (guint i = 0; i < n_words; i++) {
    if (is_name_word (words[i]))
      n_names++;
    else if (!is_kind (words[i], "link"))
      return FALSE;
  }

  return n_names > 0 && strpbrk (text, "?!;") == NULL && !is_kind (words[n_words - 1], "link");
}

gboolean
syn_byline_is_name (const char *text)
{
  return is_names (text);
}

gboolean
syn_byline_is_role (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  if (g_strv_length (words) > MAX_ROLE_WORDS || g_str_has_suffix (text, "."))
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++) {
    g_autofree char *bare = strip_signs (words[i]);

    if (is_kind (bare, "role"))
      return TRUE;
  }

  return FALSE;
}

gboolean
syn_byline_is_names (const char *text)
{
  return strchr (text, ' ') != NULL && is_names (text);
}

/* The bytes of `line` that lead in the writer; 0 where nothing does. `is_sure`: it is more than a
 * preposition. */
static gsize
skip_lead_in (const char *line, gboolean *is_sure)
{
  const GArray *rows = syn_lexicon_get_rows (SYN_LEXICON_BYLINES);
  g_autofree char *folded = syn_fold (line, -1);
  gsize best = 0;

  /* Case folding keeps the length of all lead-ins: they are ASCII, or have no case, or fold to as many bytes.
   */
  for (guint i = 0; i < rows->len; i++) {
    const SynLexiconRow *row = &g_array_index (rows, SynLexiconRow, i);
    gboolean is_word = strcmp (row->value, "word") == 0;

    if (row->length <= best || !g_str_has_prefix (folded, row->word))
      continue;
    if (strcmp (row->value, "glued") == 0 ||
        (is_word && (folded[row->length] == ' ' || folded[row->length] == ':')))
      best = row->length + (is_word && folded[row->length] == ':');
  }
  if (is_sure != NULL)
    *is_sure =
        best > 0 && (line[best - 1] == ':' || memchr (line, ' ', best) != NULL || (guchar) *line >= 0x80);

  return best;
}

/* Where another's work begins: "Photos by Tom Roe"; the line's end where none does. */
static const char *
find_other (const char *line)
{
  const GArray *rows = syn_lexicon_get_rows (SYN_LEXICON_BYLINES);
  const char *first = line + strlen (line);

  for (guint i = 0; i < rows->len; i++) {
    const SynLexiconRow *row = &g_array_index (rows, SynLexiconRow, i);

    if (strcmp (row->value, "other") != 0)
      continue;
    for (const char *p = line; p + row->length <= first; p = strchr (p, ' ')) {
      p += *p == ' ';
      if (g_ascii_strncasecmp (p, row->word, row->length) == 0) {
        first = p;
        break;
      }
      if (strchr (p, ' ') == NULL)
        break;
    }
  }

  return first;
}

/* Up to the first part that is no name: "Ann Field, staff writer", "Ann Field | Valley Post". */
static char *
cut_after_names (const char *names)
{
  static const char *const ends[] = { " @ ", " | ", " • ", " · ", " – ", " — ", " - ", "|", "/", "  " };
  g_autofree char *cut = g_strndup (names, find_other (names) - names);
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) kept = g_string_new (NULL);
  char *label;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    char *end = strstr (cut, ends[i]);

    if (end != NULL && end > cut)
      *end = '\0';
  }

  /* "Ann Field Source: Weir Post": the next label. */
  label = strstr (cut, ": ");
  while (label != NULL && label > cut && label[-1] != ' ')
    label--;
  if (label != NULL && label > cut)
    label[-1] = '\0';

  parts = g_strsplit (cut, ", ", -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    g_auto (GStrv) words = g_strsplit (parts[i], " ", -1);
    gboolean is_role = FALSE;

    for (guint j = 0; words[j] != NULL; j++) {
      g_autofree char *bare = strip_signs (words[j]);

      is_role = is_role || is_kind (bare, "role");
    }
    if (i > 0 && (is_role || !is_names (parts[i])))
      break;
    g_string_append_printf (kept, "%s%s", i > 0 ? ", " : "", parts[i]);
  }
  while (kept->len > 0 && strchr (" ,;:", kept->str[kept->len - 1]) != NULL)
    g_string_truncate (kept, kept->len - 1);

  return g_string_free (g_steal_pointer (&kept), FALSE);
}

/* "Auteur : Zoé Lacroix", as French is set. */
static char *
close_colon (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, " :", 2);

  return g_strjoinv (":", parts);
}

char *
syn_byline_parse (const char *line)
{
  g_autofree char *tight = NULL;
  gsize skipped;
  g_autofree char *rest = NULL;
  g_autofree char *names = NULL;

  g_return_val_if_fail (line != NULL, NULL);

  tight = close_colon (line);
  skipped = skip_lead_in (tight, NULL);
  if (skipped == 0)
    return NULL;

  rest = g_strstrip (g_strdup (tight + skipped));
  names = cut_after_names (rest);

  return *names != '\0' && is_names (names) ? g_steal_pointer (&names) : NULL;
}

char *
syn_byline_find (const char *line)
{
  g_autofree char *start = NULL;
  const char *end;

  g_return_val_if_fail (line != NULL, NULL);

  start = cut_after_names (line);
  if (syn_byline_is_names (start))
    return g_steal_pointer (&start);

  end = find_other (line);
  for (const char *p = line; p != NULL && p < end; p = strchr (p, ' ')) {
    char *names;

    p += *p == ' ';
    names = p < end ? syn_byline_parse (p) : NULL;
    if (names != NULL)
      return names;
  }

  return NULL;
}

gboolean
syn_byline_is_lead_in (const char *text, gboolean *is_sure)
{
  g_autofree char *tight = close_colon (text);
  g_autofree char *line = g_strconcat (tight, " ", NULL);
  gsize skipped = skip_lead_in (line, is_sure);

  return skipped > 0 && skipped >= strlen (tight);
}

gboolean
syn_byline_begins_surely (const char *line)
{
  g_autofree char *tight = close_colon (line);
  gboolean is_sure;

  return skip_lead_in (tight, &is_sure) > 0 && is_sure;
}

gboolean
syn_byline_is_nobody (const char *names)
{
  return is_kind (names, "nobody");
}

/* "ann@post.example (Ann Field)", "Ann Field <ann@post.example>", "Ann Field (ann@post.example)" */
static char *
drop_address (const char *names)
{
  const char *at = strchr (names, '@');
  const char *open = strpbrk (names, "(<");
  const char *close = open != NULL ? strpbrk (open, ")>") : NULL;

  if (at == NULL)
    return g_strdup (names);
  if (open == NULL || close == NULL)
    return strchr (names, ' ') == NULL ? g_strdup ("") : g_strdup (names);
  if (at > open && at < close)
    return g_strndup (names, open - names);

  return g_strndup (open + 1, close - open - 1);
}

/* "Ann Field @annfield": what follows a name on another service. */
static void
drop_handles (char *names)
{
  char *handle;

  while ((handle = strstr (names, " @")) != NULL && g_ascii_isalnum (handle[2])) {
    gsize length = 2 + strcspn (handle + 2, " ,;");

    memmove (handle, handle + length, strlen (handle + length) + 1);
  }
}

char *
syn_byline_clean (const char *names)
{
  g_autofree char *field = syn_clean_field (names);
  g_autofree char *bare = NULL;
  gsize skipped;
  char *clean;

  if (field == NULL)
    return NULL;

  drop_handles (field);
  skipped = skip_lead_in (field, NULL);
  bare = drop_address (field + (strlen (field) > skipped ? skipped : 0));
  g_strstrip (bare);
  if (*bare == '"' && strlen (bare) > 2 && bare[strlen (bare) - 1] == '"') {
    memmove (bare, bare + 1, strlen (bare));
    bare[strlen (bare) - 1] = '\0';
  }
  clean = syn_clean_field (bare);

  return clean;
}

char *
syn_byline_drop_outlet (const char *names, const char *outlet)
{
  gsize n = outlet != NULL ? strlen (outlet) : 0;
  g_autofree char *rest = NULL;
  const char *at;

  if (n < 3 || g_ascii_strcasecmp (names, outlet) == 0)
    return g_strdup (names);

  if (g_ascii_strncasecmp (names, outlet, n) == 0 && strspn (names + n, " -|:,") > 1)
    return g_strdup (names + n + strspn (names + n, " -|:,"));

  at = strstr (names, outlet);
  if (at == NULL || at == names || at[-1] != ' ' || (at[n] != '\0' && at[n] != ' '))
    return g_strdup (names);
  rest = g_strchomp (g_strndup (names, at - names));
  if (!syn_byline_is_names (rest) || (at[n] != '\0' && !syn_byline_is_role (at + n + 1)))
    return g_strdup (names);

  return g_steal_pointer (&rest);
}

char *
syn_byline_find_reporting (const char *paragraph)
{
  const char *start = *paragraph == '(' ? paragraph + 1 : paragraph;
  gboolean is_led_in;
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  gboolean is_place = FALSE;
  guint n_words = 0;

  g_return_val_if_fail (paragraph != NULL, NULL);

  is_led_in = g_str_has_prefix (start, "Reporting from ") || g_str_has_prefix (start, "Reporting by ") ||
              g_str_has_prefix (start, "Additional reporting by ");
  if (!is_led_in && (strstr (start, " reported from ") == NULL || strlen (start) > MAX_REPORTING))
    return NULL;

  /* Runs of two capitalised words or more, but for those that say where. */
  words = g_strsplit (is_led_in ? strchr (start, ' ') + 1 : start, " ", -1);
  for (guint i = 0; words[i] != NULL; i++) {
    g_autofree char *bare = strip_signs (words[i]);
    gboolean is_name = *bare != '\0' && g_unichar_isupper (g_utf8_get_char (bare));
    gboolean ends_run = g_str_has_suffix (words[i], ",") || g_str_has_suffix (words[i], ";") ||
                        words[i + 1] == NULL || !g_unichar_isupper (g_utf8_get_char (words[i + 1]));
    gboolean ends_names = strchr (words[i], ';') != NULL;

    if (!is_name) {
      is_place = strcmp (bare, "from") == 0 || strcmp (bare, "in") == 0 || strcmp (bare, "at") == 0;
      n_words = 0;
      continue;
    }
    if (!is_place)
      g_string_append_printf (names, "%s%s", n_words > 0 ? " " : names->len > 0 ? ", " : "", bare);
    n_words = ends_run ? 0 : n_words + 1;
    if (ends_names)
      break;
    if (ends_run && strchr (words[i], ',') != NULL)
      is_place = FALSE;
  }

  return names->len > 0 && strchr (names->str, ' ') != NULL ? g_string_free (g_steal_pointer (&names), FALSE)
                                                            : NULL;
}
