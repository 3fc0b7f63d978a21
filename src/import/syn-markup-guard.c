#include "config.h"

#include "syn-markup-guard.h"

#include <string.h>

#include "syn-lexicon.h"

/* The busiest elements of real pages have some 60. */
#define MAX_ATTRIBUTES 500

#define MAX_NAME 32

typedef struct {
  char *html;
  char *end;
  GHashTable *open; /* name to how many are open */
  guint depth;
  guint max_depth;
} Guard;

/* The end of the tag that starts at `p` (behind its ">"), quotes respected. */
static char *
skip_tag (char     *p,
          char     *end,
          guint    *n_attributes,
          gboolean *is_closed)
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
read_name (const char *p,
           const char *end,
           char       *name)
{
  gsize n = 0;

  while (p + n < end && n < MAX_NAME && (g_ascii_isalnum (p[n]) || strchr ("-_:", p[n]) != NULL) && p[n] != '\0') {
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
count_open (const Guard *self,
            const char  *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->open, name));
}

static void
set_open (Guard      *self,
          const char *name,
          guint       n)
{
  g_hash_table_replace (self->open, g_strdup (name), GUINT_TO_POINTER (n));
}

static char *
guard_end_tag (Guard *self,
               char  *tag)
{
  char name[MAX_NAME + 1];
  guint n_attributes;
  gboolean is_closed;

  read_name (tag + 2, self->end, name);
  if (nests (name)) {
    if (count_open (self, name) == 0) {
      tag[1] = '!';
    } else {
      set_open (self, name, count_open (self, name) - 1);
      self->depth--;
    }
  }

  return skip_tag (tag + 1, self->end, &n_attributes, &is_closed);
}

/* Behind the text of a script or a style, in which nothing is a tag. */
static char *
skip_raw_text (Guard      *self,
               char       *p,
               const char *name)
{
  gsize n = strlen (name);

  for (; p + n + 2 < self->end; p++) {
    p = memchr (p, '<', self->end - p);
    if (p == NULL || p + n + 2 >= self->end)
      return self->end;
    if (p[1] == '/' && g_ascii_strncasecmp (p + 2, name, n) == 0)
      return p;
  }

  return self->end;
}

static char *
guard_start_tag (Guard *self,
                 char  *tag)
{
  char name[MAX_NAME + 1];
  guint n_attributes;
  gboolean is_closed;
  char *end;

  read_name (tag + 1, self->end, name);
  end = skip_tag (tag, self->end, &n_attributes, &is_closed);
  if (n_attributes > MAX_ATTRIBUTES) {
    tag[1] = '!';
  } else if (nests (name) && !is_closed) {
    if (self->depth >= self->max_depth) {
      tag[1] = '!';
    } else {
      set_open (self, name, count_open (self, name) + 1);
      self->depth++;
    }
  }

  if (strcmp (name, "script") == 0 || strcmp (name, "style") == 0)
    return is_closed ? end : skip_raw_text (self, end, name);

  return end;
}

void
syn_markup_guard (char  *html,
                  gsize  length,
                  guint  max_depth)
{
  g_autoptr (GHashTable) open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Guard self = { html, html + length, open, 0, max_depth };

  for (char *p = html; p < self.end && (p = memchr (p, '<', self.end - p)) != NULL;) {
    if (p + 2 >= self.end)
      break;
    if (strncmp (p, "<!--", MIN (4, self.end - p)) == 0) {
      char *close = g_strstr_len (p, self.end - p, "-->");

      p = close != NULL ? close + 3 : p + 4;
    } else if (p[1] == '/' && g_ascii_isalpha (p[2])) {
      p = guard_end_tag (&self, p);
    } else if (g_ascii_isalpha (p[1])) {
      p = guard_start_tag (&self, p);
    } else {
      p++;
    }
  }
}
