#include "config.h"

#include "syn-markup-guard.h"

#include <string.h>

#include "syn-lexicon.h"

/* The busiest elements of real pages have some 60. */
#define MAX_ATTRIBUTES 500

/* The longest declaration of a document's type has 200 bytes. */
#define MAX_DECLARATION 1024

#define MAX_NAME 32

typedef struct {
  char *end;
  char *out;        /* where the next byte that stays goes */
  GHashTable *open; /* name to how many are open */
  guint depth;
  guint max_depth;
  GHashTable *no_ends;       /* raw elements of which no end tag is ahead */
  gboolean has_comment_ends; /* there may be one ahead */
} Guard;

static void
keep (Guard *self, char *from, char *to)
{
  memmove (self->out, from, to - from);
  self->out += to - from;
}

/* The end of the tag that starts at `p` (behind its ">"), quotes respected. */
static char *
skip_tag (char *p, char *end, guint *n_attributes, gboolean *is_closed)
{
  char quote = 0;
  gboolean in_word = TRUE;

  *n_attributes = 0;
  for (p++; p < end; p++) {
    if (quote != 0) {
      if (*p == quote)
        quote = 0;
    } else if ((*p == '"' || *p == '\'') && p[-1] != '\0' && (p[-1] == '=' || g_ascii_isspace (p[-1]))) {
      quote = *p;
    } else if (*p == '>') {
      *is_closed = p[-1] == '/';
      return p + 1;
    } else if (g_ascii_isspace (*p)) {
      in_word = FALSE;
    } else if (!in_word) {
      in_word = TRUE;
      (*n_attributes)++;
    }
  }
  *is_closed = FALSE;

  return end;
}

static gsize
read_name (const char *p, const char *end, char *name)
{
  gsize n = 0;

  while (p + n < end && n < MAX_NAME && (g_ascii_isalnum (p[n]) || strchr ("-_:", p[n]) != NULL) &&
         p[n] != '\0') {
    name[n] = g_ascii_tolower (p[n]);
    n++;
  }
  name[n] = '\0';

  return n;
}

/* Elements that end by themselves never pile up. */
static gboolean
nests (const char *name)
{
  const SynLexiconRow *row = syn_lexicon_find (SYN_LEXICON_ELEMENTS, name);

  return row == NULL || (strstr (row->value, "void") == NULL && strstr (row->value, "auto") == NULL);
}

static guint
count_open (const Guard *self, const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->open, name));
}

static void
set_open (Guard *self, const char *name, guint n)
{
  g_hash_table_replace (self->open, g_strdup (name), GUINT_TO_POINTER (n));
}

static char *
guard_end_tag (Guard *self, char *tag)
{
  char name[MAX_NAME + 1];
  guint n_attributes;
  gboolean is_closed;
  char *end = skip_tag (tag + 1, self->end, &n_attributes, &is_closed);

  read_name (tag + 2, self->end, name);
  if (nests (name)) {
    if (count_open (self, name) == 0)
      return end;
    set_open (self, name, count_open (self, name) - 1);
    self->depth--;
  }
  keep (self, tag, end);

  return end;
}

/* The end tag of a raw element, before which nothing is a tag. */
static char *
find_raw_end (Guard *self, char *p, const char *name)
{
  gsize n = strlen (name);

  if (g_hash_table_contains (self->no_ends, name))
    return self->end;

  while ((p = memchr (p, '<', self->end - p)) != NULL && p + n + 2 < self->end) {
    if (p[1] == '/' && g_ascii_strncasecmp (p + 2, name, n) == 0)
      return p;
    p++;
  }
  g_hash_table_add (self->no_ends, g_strdup (name));

  return self->end;
}

static gboolean
is_raw (const char *name)
{
  const SynLexiconRow *row = syn_lexicon_find (SYN_LEXICON_ELEMENTS, name);

  return row != NULL && strstr (row->value, "raw") != NULL;
}

/* Raw elements go with what is in them, but for scripts: a page's data about itself is one. One that does not
 * end would take the rest of the page with it, and is as if it were not there. */
static char *
guard_raw (Guard *self, char *tag, char *end, const char *name)
{
  char *raw_end = find_raw_end (self, end, name);
  guint n_attributes;
  gboolean is_closed;

  if (raw_end == self->end)
    return end;
  end = skip_tag (raw_end + 1, self->end, &n_attributes, &is_closed);
  if (strcmp (name, "script") == 0)
    keep (self, tag, end);

  return end;
}

static char *
guard_start_tag (Guard *self, char *tag)
{
  char name[MAX_NAME + 1];
  guint n_attributes;
  gboolean is_closed;
  char *end;

  read_name (tag + 1, self->end, name);
  end = skip_tag (tag, self->end, &n_attributes, &is_closed);
  if (is_raw (name) && !is_closed)
    return guard_raw (self, tag, end, name);
  if (n_attributes > MAX_ATTRIBUTES)
    return end;

  if (nests (name) && !is_closed) {
    if (self->depth >= self->max_depth)
      return end;
    set_open (self, name, count_open (self, name) + 1);
    self->depth++;
  }
  keep (self, tag, end);

  return end;
}

/* "<!-- ... -->"; without an end only its start goes: a page that was cut off is still a page. */
static char *
skip_comment (Guard *self, char *comment)
{
  char *close = self->has_comment_ends ? g_strstr_len (comment + 2, self->end - comment - 2, "-->") : NULL;

  if (close != NULL)
    return close + 3;
  self->has_comment_ends = FALSE;

  return comment + 4;
}

/* "<!doctype html>", "<?xml ...?>", "<![CDATA[": up to the bracket, which stands soon or is none of it. */
static char *
skip_declaration (Guard *self, char *declaration)
{
  char *close = memchr (declaration, '>', MIN (self->end - declaration, MAX_DECLARATION));

  return close != NULL ? close + 1 : declaration + 2;
}

gsize
syn_markup_guard (char *html, gsize length, guint max_depth)
{
  g_autoptr (GHashTable) open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) no_ends = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Guard self = { html + length, html, open, 0, max_depth, no_ends, TRUE };

  for (char *p = html; p < self.end;) {
    char *tag = memchr (p, '<', self.end - p);

    if (tag == NULL)
      tag = self.end;
    keep (&self, p, tag);
    p = tag;

    if (self.end - p < 3) {
      keep (&self, p, self.end);
      break;
    }
    if (p[1] == '!' && p[2] == '-' && self.end - p > 4 && p[3] == '-') {
      p = skip_comment (&self, p);
    } else if (p[1] == '!' || p[1] == '?') {
      p = skip_declaration (&self, p);
    } else if (p[1] == '/' && g_ascii_isalpha (p[2])) {
      p = guard_end_tag (&self, p);
    } else if (g_ascii_isalpha (p[1])) {
      p = guard_start_tag (&self, p);
    } else {
      keep (&self, p, p + 1);
      p++;
    }
  }
  if (self.out < self.end)
    *self.out = '\0';

  return self.out - html;
}
