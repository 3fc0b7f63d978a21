#include "config.h"

#include "syn-markdown.h"

#include <string.h>

#include "syn-paragraphs.h"

/* A mark and its other half stand at most this many bytes apart. */
#define MAX_SPAN 4096

/* Longer ones are no Markdown that anyone wrote. */
#define MAX_PARAGRAPH (256 << 10)

/* How many marks are looked at for the other half of one. */
#define MAX_TRIES 32

/* Quotes within lists within quotes: deeper marks are text. */
#define MAX_NESTING 16

typedef struct {
  GPtrArray *blocks;
  GString *paragraph;
  char fence; /* the sign of an open code block, or 0 */
  gsize fence_size;
} Splitter;

/* ---- inline ---- */

/* The bracket that closes the one at `open`, or NULL. */
static const char *
find_close (const char *open, const char *end, char opening, char closing)
{
  guint depth = 0;

  end = open + MIN (end - open, MAX_SPAN);
  for (const char *p = open; p < end; p++) {
    if (*p == '\\' && p + 1 < end)
      p++;
    else if (*p == opening)
      depth++;
    else if (*p == closing && --depth == 0)
      return p;
  }

  return NULL;
}

static gboolean
is_word_byte (const char *p, const char *start, const char *end)
{
  return p >= start && p < end && (g_ascii_isalnum (*p) || (guchar) *p >= 0x80);
}

/* A run of * or _ opens emphasis where no space follows it and closes it where none stands before it; _ never
 * stands within a word. */
static gboolean
can_open (const char *run, gsize n, const char *start, const char *end)
{
  if (run + n >= end || g_ascii_isspace (run[n]))
    return FALSE;

  return *run != '_' || !is_word_byte (run - 1, start, end);
}

static gboolean
can_close (const char *run, gsize n, const char *start, const char *end)
{
  if (run == start || g_ascii_isspace (run[-1]))
    return FALSE;

  return *run != '_' || !is_word_byte (run + n, start, end);
}

/* The run has its other half in the same paragraph: a lone asterisk is a footnote's or a star. */
static gboolean
is_emphasis (const char *run, gsize n, const char *start, const char *end)
{
  g_autofree char *mark = g_strndup (run, n);

  if (can_open (run, n, start, end)) {
    const char *p = run + n;
    const char *last = p + MIN (end - p, MAX_SPAN);

    for (guint i = 0; i < MAX_TRIES && (p = g_strstr_len (p, last - p, mark)) != NULL; i++, p += n) {
      if (can_close (p, n, start, end) && p[n] != *mark)
        return TRUE;
    }
  }
  if (can_close (run, n, start, end)) {
    const char *p = run - MIN (run - start, MAX_SPAN);

    for (guint i = 0; i < MAX_TRIES && (p = g_strstr_len (p, run - p, mark)) != NULL; i++, p += n) {
      if (can_open (p, n, start, end))
        return TRUE;
    }
  }

  return FALSE;
}

static void strip_into (GString *into, const char *start, const char *end, guint depth);

/* Each of these takes what starts at `p`, appends its text and gives where it ends; NULL where it is none. */

static const char *
take_escape (GString *into, const char *p, const char *end)
{
  if (*p != '\\' || p + 1 >= end || !g_ascii_ispunct (p[1]))
    return NULL;
  g_string_append_c (into, p[1]);

  return p + 2;
}

/* "[text](address)", "[text][name]"; of a picture nothing is text. */
static const char *
take_link (GString *into, const char *p, const char *end, guint depth)
{
  gboolean is_picture = *p == '!';
  const char *open = p + is_picture;
  const char *close;
  const char *target = NULL;

  if (open >= end || *open != '[' || depth >= MAX_NESTING)
    return NULL;
  close = find_close (open, end, '[', ']');
  if (close == NULL || close + 1 >= end)
    return NULL;

  if (close[1] == '(')
    target = find_close (close + 1, end, '(', ')');
  else if (close[1] == '[')
    target = find_close (close + 1, end, '[', ']');
  if (target == NULL)
    return NULL;
  if (!is_picture)
    strip_into (into, open + 1, close, depth + 1);

  return target + 1;
}

/* "<https://...>" is its address, any other tag nothing. */
static const char *
take_tag (GString *into, const char *p, const char *end)
{
  const char *close;
  g_autofree char *inner = NULL;

  if (*p != '<' || p + 1 >= end || !(g_ascii_isalpha (p[1]) || p[1] == '/' || p[1] == '!'))
    return NULL;
  close = memchr (p, '>', MIN (end - p, MAX_SPAN));
  if (close == NULL)
    return NULL;

  inner = g_strndup (p + 1, close - p - 1);
  if ((strstr (inner, "://") != NULL || strchr (inner, '@') != NULL) && strchr (inner, ' ') == NULL)
    g_string_append (into, inner);

  return close + 1;
}

static const char *
take_code (GString *into, const char *p, const char *end)
{
  const char *after = p;
  const char *close;
  g_autofree char *ticks = NULL;

  while (after < end && *after == '`')
    after++;
  if (after == p)
    return NULL;
  ticks = g_strndup (p, after - p);
  close = g_strstr_len (after, MIN (end - after, MAX_SPAN), ticks);
  if (close == NULL)
    return NULL;
  g_string_append_len (into, after, close - after);

  return close + (after - p);
}

/* A run of "*", "_" or "~~": nothing where it is emphasis, else text. */
static const char *
take_run (GString *into, const char *p, const char *start, const char *end)
{
  const char *after = p;

  if (*p != '*' && *p != '_' && !(*p == '~' && p + 1 < end && p[1] == '~'))
    return NULL;
  while (after < end && *after == *p)
    after++;
  if (after - p > 3 || !is_emphasis (p, after - p, start, end))
    g_string_append_len (into, p, after - p);

  return after;
}

static void
strip_into (GString *into, const char *start, const char *end, guint depth)
{
  for (const char *p = start; p < end;) {
    const char *after = take_escape (into, p, end);

    if (after == NULL && (*p == '[' || *p == '!'))
      after = take_link (into, p, end, depth);
    if (after == NULL)
      after = take_tag (into, p, end);
    if (after == NULL)
      after = take_code (into, p, end);
    if (after == NULL)
      after = take_run (into, p, start, end);
    if (after == NULL) {
      g_string_append_c (into, *p);
      after = p + 1;
    }
    p = after;
  }
}

char *
syn_markdown_strip (const char *text, gssize length)
{
  GString *plain = g_string_new (NULL);
  gsize size = length < 0 ? strlen (text) : (gsize) length;

  if (size <= MAX_PARAGRAPH)
    strip_into (plain, text, text + size, 0);
  else
    g_string_append_len (plain, text, size);

  return g_string_free (plain, FALSE);
}

/* ---- blocks ---- */

static void
add_stripped (Splitter *self, const char *text, gsize length, guint level)
{
  g_autofree char *plain = syn_markdown_strip (text, length);

  syn_blocks_add (self->blocks, plain, -1, level);
}

static void
flush (Splitter *self, guint level)
{
  if (self->paragraph->len > 0)
    add_stripped (self, self->paragraph->str, self->paragraph->len, level);
  g_string_truncate (self->paragraph, 0);
}

/* A line of three or more of one sign and spaces. */
static gboolean
is_rule (const char *line, gsize length, const char *signs)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++) {
    if (line[i] == ' ' || line[i] == '\t')
      continue;
    if (strchr (signs, line[i]) == NULL || line[i] != *line)
      return FALSE;
    n++;
  }

  return n >= 3;
}

static gsize
get_run (const char *line, gsize length)
{
  gsize n = 0;

  while (n < length && line[n] == *line)
    n++;

  return n;
}

/* "# Heading ##": the level, the text's bounds; 0 where it is none. */
static guint
match_heading (const char *line, gsize *length)
{
  gsize level = *length > 0 && *line == '#' ? get_run (line, *length) : 0;

  if (level == 0 || level > 6 || (level < *length && line[level] != ' '))
    return 0;
  while (*length > level && (line[*length - 1] == '#' || line[*length - 1] == ' '))
    (*length)--;

  return level;
}

/* "- item", "3. item": the bytes of the mark, else 0. */
static gsize
match_item (const char *line, gsize length)
{
  gsize n = 0;

  if (length > 2 && strchr ("-*+", *line) != NULL && (line[1] == ' ' || line[1] == '\t'))
    return 2;
  while (n < length && n < 9 && g_ascii_isdigit (line[n]))
    n++;
  if (n > 0 && n + 1 < length && (line[n] == '.' || line[n] == ')') && line[n + 1] == ' ')
    return n + 2;

  return 0;
}

/* "[name]: https://..." and "[^1]: ..." : definitions; the former are no text. */
static gboolean
is_definition (const char *line, gsize length)
{
  const char *close = *line == '[' ? find_close (line, line + length, '[', ']') : NULL;

  return close != NULL && line[1] != '^' && close + 2 < line + length && close[1] == ':' && close[2] == ' ' &&
         strchr ("<h/.#", *(close + 3)) != NULL;
}

static gboolean
is_underline (const char *line, gsize length)
{
  gsize n = length > 0 ? get_run (line, length) : 0;

  return n >= 2 && n == length && (*line == '=' || *line == '-');
}

static void
take_line (Splitter *self, const char *line, gsize length, guint depth)
{
  guint indent = 0;
  gsize item;
  guint level;

  while (length > 0 && (*line == ' ' || *line == '\t')) {
    indent++;
    line++;
    length--;
  }
  while (length > 0 && g_ascii_isspace (line[length - 1]))
    length--;

  if (length >= 3 && (*line == '`' || *line == '~') && get_run (line, length) >= MAX (3, self->fence_size) &&
      (self->fence == 0 || *line == self->fence)) {
    flush (self, 0);
    self->fence_size = self->fence == 0 ? get_run (line, length) : 0;
    self->fence = self->fence == 0 ? *line : 0;
    return;
  }
  if (self->fence != 0) {
    syn_blocks_add (self->blocks, line, length, 0);
    return;
  }

  if (length == 0) {
    flush (self, 0);
  } else if (self->paragraph->len > 0 && is_underline (line, length)) {
    flush (self, *line == '=' ? 1 : 2);
  } else if (is_rule (line, length, "-*_")) {
    flush (self, 0);
  } else if ((level = match_heading (line, &length)) > 0) {
    flush (self, 0);
    add_stripped (self, line + level, length - level, level);
  } else if (*line == '>' && depth < MAX_NESTING) {
    take_line (self, line + 1, length - 1, depth + 1);
  } else if ((item = match_item (line, length)) > 0 && depth < MAX_NESTING) {
    flush (self, 0);
    take_line (self, line + item, length - item, depth + 1);
  } else if (!is_definition (line, length)) {
    syn_paragraphs_join (self->paragraph, line, length);
  }
}

void
syn_markdown_split (GPtrArray *blocks, const char *text)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);
  Splitter self = { blocks, paragraph, 0, 0 };

  for (const char *line = text; *line != '\0';) {
    gsize length = strcspn (line, "\n");

    /* A comment may span lines; what is in it was not meant to be read. */
    if (g_str_has_prefix (line, "<!--")) {
      const char *end = strstr (line, "-->");

      if (end != NULL) {
        flush (&self, 0);
        line = end + 3;
        continue;
      }
    }
    take_line (&self, line, length, 0);
    line += length + (line[length] == '\n');
  }
  flush (&self, 0);
}

gboolean
syn_markdown_sniff (const char *text)
{
  guint n_marks = 0;

  for (const char *line = text; *line != '\0';) {
    gsize length = strcspn (line, "\n");
    gsize heading = length;

    n_marks += match_heading (line, &heading) > 0 && line[1] != '\0';
    n_marks += length > 3 && g_strstr_len (line, length, "](http") != NULL;
    n_marks +=
        length > 4 && g_str_has_prefix (line, "**") && g_strstr_len (line + 2, length - 2, "**") != NULL;
    line += length + (line[length] == '\n');
  }

  return n_marks >= 2;
}
