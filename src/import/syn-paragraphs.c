#include "config.h"

#include "syn-paragraphs.h"

#include <string.h>

/* Nobody wraps text by hand or in mail wider than this many columns, and below the lower bound lines are
 * verses or a list. */
#define MAX_WRAPPED_WIDTH 110
#define MIN_WRAPPED_WIDTH 40

/* A text is wrapped when this share of its line ends come where the next word would not have fitted. Greedily
 * wrapped text has nearly all, lines that are paragraphs a tenth at most. */
#define WRAPPED_SHARE 0.6

/* With fewer line ends than this there is nothing to judge by. */
#define MIN_LINE_ENDS 2

/* How many columns short of the fullest line a wrapped line may be: the one long word out of twenty. */
#define WRAP_SLACK 2

typedef struct {
  const char *text;
  gsize length;     /* bytes, without white space at the ends */
  guint width;      /* columns */
  guint first_word; /* columns of the first word: what would have had to fit on the line before */
  gboolean is_indented;
} Line;

static guint
measure (const char *text, gsize length, gboolean first_word_only)
{
  guint width = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (first_word_only && g_unichar_isspace (c))
      break;
    if (!g_unichar_iszerowidth (c))
      width += g_unichar_iswide (c) ? 2 : 1;
    if (first_word_only && g_unichar_iswide (c))
      break;
  }

  return width;
}

static GArray *
split_lines (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (const char *p = text; *p != '\0';) {
    gsize length = strcspn (p, "\n");
    gboolean has_end = p[length] == '\n';
    g_autofree char *collapsed = NULL;
    Line line = { p, length, 0, 0, FALSE };

    while (line.length > 0 && g_unichar_isspace (g_utf8_get_char (line.text))) {
      gsize n = g_utf8_next_char (line.text) - line.text;

      line.is_indented = line.text > p || *line.text == '\t' || n > 1;
      line.text += n;
      line.length -= n;
    }
    while (line.length > 0 && g_ascii_isspace (line.text[line.length - 1]))
      line.length--;
    line.width = measure (line.text, line.length, FALSE);
    line.first_word = measure (line.text, line.length, TRUE);
    g_array_append_val (lines, line);
    p += length + has_end;
  }

  return lines;
}

static int
compare_widths (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

/* The width that nearly all lines keep to. */
static guint
get_width (const GArray *lines)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < lines->len; i++) {
    const Line *line = &g_array_index (lines, Line, i);

    if (line->length > 0)
      g_array_append_val (widths, line->width);
  }
  if (widths->len == 0)
    return 0;
  g_array_sort (widths, compare_widths);

  return g_array_index (widths, guint, widths->len < 20 ? widths->len - 1 : (widths->len - 1) * 95 / 100);
}

static gboolean
is_full (const Line *line, const Line *next, guint width)
{
  return line->width + 1 + next->first_word + WRAP_SLACK > width;
}

static gboolean
ends_sentence (const Line *line)
{
  const char *last = g_utf8_prev_char (line->text + line->length);
  gunichar c;

  while (last > line->text && g_utf8_strchr ("\"')]”’»」』", -1, g_utf8_get_char (last)) != NULL)
    last = g_utf8_prev_char (last);
  c = g_utf8_get_char (last);

  return g_utf8_strchr (".!?:…。！？：", -1, c) != NULL;
}

/* Nearly all line ends come where a line was full, and most of those in the middle of a sentence. */
static gboolean
is_wrapped (const GArray *lines, guint width)
{
  guint n_ends = 0;
  guint n_full = 0;
  guint n_open = 0;

  if (width > MAX_WRAPPED_WIDTH || width < MIN_WRAPPED_WIDTH)
    return FALSE;

  for (guint i = 0; i + 1 < lines->len; i++) {
    const Line *line = &g_array_index (lines, Line, i);
    const Line *next = line + 1;

    if (line->length == 0 || next->length == 0)
      continue;
    n_ends++;
    if (is_full (line, next, width)) {
      n_full++;
      n_open += !ends_sentence (line);
    }
  }

  return n_ends >= MIN_LINE_ENDS && n_full >= WRAPPED_SHARE * n_ends && n_open * 2 > n_full;
}

static gboolean
starts_item (const Line *line)
{
  const char *p = line->text;

  if (line->length < 2)
    return FALSE;
  if (strchr ("-*+", *p) != NULL && p[1] == ' ')
    return TRUE;
  if (g_str_has_prefix (p, "\xe2\x80\xa2"))
    return TRUE;
  while (g_ascii_isdigit (*p))
    p++;

  return p > line->text && p - line->text < 3 && (*p == '.' || *p == ')') && p[1] == ' ';
}

/* Two neighbouring lines of a wrapped text that belong to different paragraphs. */
static gboolean
is_break (const Line *line, const Line *next, guint width)
{
  if (starts_item (next) || (next->is_indented && !line->is_indented))
    return TRUE;

  return !is_full (line, next, width) && (ends_sentence (line) || line->width < width * 7 / 10);
}

void
syn_paragraphs_join (GString *paragraph, const char *line, gsize length)
{
  gunichar before, after;
  gboolean is_broken_word;

  if (paragraph->len > 0 && length > 0) {
    before = g_utf8_get_char (g_utf8_prev_char (paragraph->str + paragraph->len));
    after = g_utf8_get_char (line);
    is_broken_word = before == '-' && paragraph->len > 1 &&
                     g_ascii_isalpha (paragraph->str[paragraph->len - 2]) && g_unichar_islower (after);
    if (!is_broken_word && !(before >= 0x2e80 && before < 0xff00 && !(before >= 0xac00 && before < 0xd7b0)) &&
        !(before >= 0xff01 && before <= 0xff5e))
      g_string_append_c (paragraph, ' ');
  }
  g_string_append_len (paragraph, line, length);
}

static void
flush (GPtrArray *blocks, GString *paragraph)
{
  syn_blocks_add (blocks, paragraph->str, paragraph->len, 0);
  g_string_truncate (paragraph, 0);
}

void
syn_paragraphs_split (GPtrArray *blocks, const char *text)
{
  g_autoptr (GArray) lines = split_lines (text);
  g_autoptr (GString) paragraph = g_string_new (NULL);
  guint width = get_width (lines);
  gboolean wrapped = is_wrapped (lines, width);

  for (guint i = 0; i < lines->len; i++) {
    const Line *line = &g_array_index (lines, Line, i);

    if (paragraph->len > 0 && (!wrapped || line->length == 0 || is_break (line - 1, line, width)))
      flush (blocks, paragraph);
    syn_paragraphs_join (paragraph, line->text, line->length);
  }
  flush (blocks, paragraph);
}
