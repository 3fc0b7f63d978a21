#include "config.h"

#include "syn-lead.h"

#include <string.h>

#include "syn-byline.h"
#include "syn-clean.h"
#include "syn-fold.h"
#include "syn-leftovers.h"
#include "syn-lexicon.h"
#include "syn-moment.h"
#include "syn-source-line.h"

/* A headline has at most this many bytes; the longest of the pages in eval/extract has 190. */
#define MAX_HEADLINE 300

/* Names of outlets have at most this many words ("The Sydney Morning Herald" has four). */
#define MAX_OUTLET_WORDS 5

/* Where nothing else has a date, one that stands this early in the article is the article's. */
#define DATE_WITHIN 300

/* A page's own date stands this many lines before or behind the headline, on a line of at most so many bytes.
 */
#define DATE_BEFORE   4
#define DATE_BEHIND   16
#define MAX_DATE_LINE 80

/* How many of the last paragraphs may say where the article is from. */
#define TAIL 3

#define MAX_FIELD_LINE 160

/* Two or three names; a longer line of capitals is a headline. */
#define MAX_NAMES 60

/* ---- words ---- */

static gboolean
is_masthead (const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (name, " .", -1);
  const GArray *rows = syn_lexicon_get_rows (SYN_LEXICON_MASTHEADS);
  g_autofree char *folded_name = syn_fold (name, -1);

  if (*name == '\0' || g_strv_length (words) > MAX_OUTLET_WORDS || g_unichar_islower (g_utf8_get_char (name)))
    return FALSE;

  for (guint i = 0; words[i] != NULL; i++) {
    g_autofree char *folded = syn_fold (words[i], -1);
    const SynLexiconRow *row = syn_lexicon_find (SYN_LEXICON_MASTHEADS, folded);

    if (row != NULL && strcmp (row->value, "word") == 0 && !g_unichar_islower (g_utf8_get_char (words[i])))
      return TRUE;
  }
  for (guint i = 0; i < rows->len; i++) {
    const SynLexiconRow *row = &g_array_index (rows, SynLexiconRow, i);

    if (strcmp (row->value, "ending") == 0 && g_str_has_suffix (folded_name, row->word) &&
        g_utf8_strlen (name, -1) <= 12)
      return TRUE;
  }

  return FALSE;
}

/* "CNN", "BBC", "AP": only letters, all of them capitals. */
static gboolean
is_initials (const char *name)
{
  gsize length = strlen (name);

  if (length < 2 || length > 5)
    return FALSE;
  for (const char *p = name; *p != '\0'; p++) {
    if (!g_ascii_isupper (*p))
      return FALSE;
  }

  return TRUE;
}

gboolean
syn_lead_split_outlet (const char *line, char **title, char **outlet)
{
  static const char *const separators[] = { " | ", " - ", " – ", " — ", "-", "－", "_", "｜", "|" };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++) {
    const char *first = strstr (line, separators[i]);
    const char *last = g_strrstr (line, separators[i]);
    gsize width = strlen (separators[i]);
    gboolean is_spaced = *separators[i] == ' ';
    g_autofree char *head = NULL;
    g_autofree char *tail = NULL;

    if (first == NULL || first == line)
      continue;
    head = g_strstrip (g_strndup (line, first - line));
    tail = g_strstrip (g_strdup (last + width));
    if (is_masthead (head) && !g_unichar_islower (g_utf8_get_char (first + width)) && first[width] != '\0' &&
        (is_spaced || strchr (head, ' ') != NULL || (guchar) *head >= 0x80)) {
      *outlet = g_steal_pointer (&head);
      *title = g_strstrip (g_strdup (first + width));
      return TRUE;
    }
    if (*tail != '\0' && (is_masthead (tail) || (is_initials (tail) && is_spaced)) &&
        (is_spaced || (guchar) *tail >= 0x80)) {
      *outlet = g_steal_pointer (&tail);
      *title = g_strstrip (g_strndup (line, last - line));
      return TRUE;
    }
  }

  return FALSE;
}

/* Ended by a full stop that is no abbreviation's ("U.S."). */
static gboolean
ends_with_stop (const char *text)
{
  gsize length = strlen (text);

  if (g_str_has_suffix (text, "。"))
    return TRUE;
  if (length < 3 || text[length - 1] != '.' || g_str_has_suffix (text, "..."))
    return FALSE;

  return !(g_ascii_isupper (text[length - 2]) && (text[length - 3] == '.' || text[length - 3] == ' '));
}

static guint
count_words (const char *text)
{
  guint n = 0;
  gboolean in_word = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c >= 0x2e80 && g_unichar_isalpha (c))
      n++; /* half a word, by and large, and enough to tell a headline from a label */
    else if (!g_unichar_isspace (c) && !in_word)
      n++;
    in_word = !g_unichar_isspace (c) && c < 0x2e80;
  }

  return n;
}

static gboolean
is_body (const SynBlock *block)
{
  if (block->level > 0 || syn_leftovers_is_counter (block->text))
    return FALSE;

  return syn_leftovers_is_prose (block->text) ||
         (ends_with_stop (block->text) && count_words (block->text) >= 4);
}

static gboolean
has_body_after (const GPtrArray *blocks, guint at)
{
  for (guint i = at + 1; i < blocks->len; i++) {
    const SynBlock *block = g_ptr_array_index (blocks, i);

    if (syn_block_is_kept (block) && is_body (block))
      return TRUE;
  }

  return FALSE;
}

/* ---- the lines above the body ---- */

static gboolean
has_any (const char *folded, const char *const *words)
{
  for (; *words != NULL; words++) {
    if (strstr (folded, *words) != NULL)
      return TRUE;
  }

  return FALSE;
}

static gboolean
is_date_word (const char *word)
{
  return g_unichar_isdigit (g_utf8_get_char (word)) || syn_lexicon_find (SYN_LEXICON_MONTHS, word) != NULL ||
         syn_lexicon_find (SYN_LEXICON_ZONES, word) != NULL ||
         syn_lexicon_find (SYN_LEXICON_DATELINE, word) != NULL;
}

/* Only a date and words that go with dates. */
static gboolean
is_date_line (const char *line)
{
  g_auto (GStrv) words = syn_clean_words (line);

  for (guint i = 0; words[i] != NULL; i++) {
    if (!is_date_word (words[i]))
      return FALSE;
  }

  return TRUE;
}

/* A line of a date and words that go with dates; what is more than the date is listed as dropped. */
static gboolean
take_date_line (SynDraft *draft, SynBlock *block)
{
  static const char *const updated[] = { "updat",     "modif", "aktualisiert", "actualiz", "更新",
                                         "обновлено", NULL };
  SynMomentOrder order = syn_moment_get_order (draft->language);
  g_autofree char *folded = syn_fold (block->text, -1);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *date = NULL;
  SynSpan span = SYN_SPAN_NONE;

  if (strlen (block->text) > MAX_FIELD_LINE)
    return FALSE;

  date = syn_moment_parse (block->text, order);
  if (date == NULL) {
    if (!syn_leftovers_is_counter (block->text))
      return FALSE;
    block->why = "counter";
    return TRUE;
  }

  if (!is_date_line (block->text))
    return FALSE;

  first = syn_moment_find (block->text, order, &span);
  second = first != NULL ? syn_moment_find (block->text + span.end, order, NULL) : NULL;
  if (second != NULL || !has_any (folded, updated)) {
    if (draft->published == NULL)
      draft->published = g_steal_pointer (&date);
    if (draft->updated == NULL && second != NULL && has_any (folded, updated))
      draft->updated = g_steal_pointer (&second);
  } else if (draft->updated == NULL) {
    draft->updated = g_steal_pointer (&date);
  }
  block->why = "date line";

  return TRUE;
}

static gboolean
take_byline (SynDraft *draft, SynBlock *block)
{
  g_autofree char *names = NULL;
  g_autofree char *date = NULL;

  if (strlen (block->text) > MAX_FIELD_LINE)
    return FALSE;
  names = syn_byline_parse (block->text);
  /* "By Monday" and "By Design" are none; a single name needs a headline above it. */
  if (names == NULL || (count_words (names) < 2 && draft->title == NULL))
    return FALSE;

  if (draft->published == NULL)
    draft->published = syn_moment_parse (block->text, syn_moment_get_order (draft->language));
  if (draft->byline == NULL)
    draft->byline = g_steal_pointer (&names);
  block->is_field = TRUE;

  return TRUE;
}

/* The page's address, alone on its line. */
static gboolean
take_address (SynDraft *draft, SynBlock *block)
{
  if ((!g_str_has_prefix (block->text, "https://") && !g_str_has_prefix (block->text, "http://")) ||
      strchr (block->text, ' ') != NULL)
    return FALSE;

  if (draft->url == NULL) {
    draft->url = g_strdup (block->text);
    block->is_field = TRUE;
  } else {
    block->why = "source line";
  }

  return TRUE;
}

/* Names alone on a line are a byline where a line with a date stands beside it; what they are ("staff
 * writer") may follow. */
static void
take_bare_names (SynDraft *draft, GPtrArray *blocks, guint end)
{
  for (guint i = 0; i < end && draft->byline == NULL; i++) {
    SynBlock *block = g_ptr_array_index (blocks, i);
    const SynBlock *before = i > 0 ? g_ptr_array_index (blocks, i - 1) : NULL;
    const SynBlock *behind = i + 1 < end ? g_ptr_array_index (blocks, i + 1) : NULL;
    gboolean has_date_beside = (before != NULL && g_strcmp0 (before->why, "date line") == 0) ||
                               (behind != NULL && g_strcmp0 (behind->why, "date line") == 0);

    if (syn_block_is_kept (block) && block->aside == SYN_BLOCK_NO_ASIDE && block->level == 0 &&
        has_date_beside && strlen (block->text) <= MAX_NAMES && syn_byline_is_names (block->text)) {
      draft->byline = g_strdup (block->text);
      block->is_field = TRUE;
    }
  }
}

static void
drop_roles (GPtrArray *blocks, guint end)
{
  for (guint i = 1; i < end; i++) {
    SynBlock *block = g_ptr_array_index (blocks, i);
    const SynBlock *before = g_ptr_array_index (blocks, i - 1);

    if (syn_block_is_kept (block) && before->is_field && syn_byline_is_role (block->text))
      block->why = "about the author";
  }
}

static gboolean
is_headline (const SynBlock *block)
{
  return strlen (block->text) <= MAX_HEADLINE && count_words (block->text) >= 2 &&
         !ends_with_stop (block->text) && !g_str_has_suffix (block->text, ":") &&
         !g_str_has_suffix (block->text, "：");
}

static void
take_headline (SynDraft *draft, SynBlock *block)
{
  char *title = NULL;
  char *outlet = NULL;

  if (syn_lead_split_outlet (block->text, &title, &outlet)) {
    draft->title = title;
    if (draft->outlet == NULL)
      draft->outlet = g_steal_pointer (&outlet);
    g_free (outlet);
  } else {
    draft->title = g_strdup (block->text);
  }
  block->is_field = TRUE;
}

/* The same letters, whatever was done to the apostrophes. */
static gboolean
is_same (const char *a, const char *b)
{
  g_auto (GStrv) first = syn_clean_words (a);
  g_auto (GStrv) second = syn_clean_words (b);
  g_autofree char *first_letters = g_strjoinv ("", first);
  g_autofree char *second_letters = g_strjoinv ("", second);

  return strcmp (first_letters, second_letters) == 0;
}

/* The headline once more, perhaps with the outlet, where a header has it already. */
static gboolean
repeats_title (const SynDraft *draft, const char *line)
{
  g_autofree char *title = NULL;
  g_autofree char *outlet = NULL;

  if (draft->title == NULL || strlen (line) > MAX_HEADLINE)
    return FALSE;

  return is_same (line, draft->title) ||
         (syn_lead_split_outlet (line, &title, &outlet) && is_same (title, draft->title));
}

/* The headline among the lines above the body: a heading, else the first that is no mere label ("World",
 * "NEWS"). */
static int
find_headline (const GPtrArray *blocks, guint end)
{
  int found = -1;

  for (guint i = 0; i < end; i++) {
    const SynBlock *block = g_ptr_array_index (blocks, i);

    if (!syn_block_is_kept (block) || block->aside != SYN_BLOCK_NO_ASIDE || !is_headline (block))
      continue;
    if (block->level == 1)
      return i;
    if (found < 0 || count_words (((SynBlock *) g_ptr_array_index (blocks, found))->text) < 3)
      found = i;
    if (count_words (block->text) >= 4 && found == (int) i)
      break;
  }

  return found;
}

static guint
find_body (const GPtrArray *blocks)
{
  guint i;

  for (i = 0; i < blocks->len; i++) {
    const SynBlock *block = g_ptr_array_index (blocks, i);

    if (syn_block_is_kept (block) && block->aside == SYN_BLOCK_NO_ASIDE && is_body (block))
      return i;
  }

  return i;
}

static void
read_head (SynDraft *draft, GPtrArray *blocks)
{
  guint end = find_body (blocks);
  int headline = -1;

  /* What is a field by its own form goes first, so that it is taken for no headline. */
  for (guint i = 0; i < end; i++) {
    SynBlock *block = g_ptr_array_index (blocks, i);

    /* A date line may have been told as a leftover already. */
    if ((syn_block_is_kept (block) || g_strcmp0 (block->why, "date line") == 0) &&
        block->aside == SYN_BLOCK_NO_ASIDE && block->level != 1) {
      if (!take_date_line (draft, block) && !take_byline (draft, block) && !take_address (draft, block))
        syn_source_line_take (draft, block);
    }
  }

  if (draft->title == NULL && end < blocks->len && has_body_after (blocks, end - (end > 0)))
    headline = find_headline (blocks, end);
  if (headline >= 0)
    take_headline (draft, g_ptr_array_index (blocks, headline));

  for (guint i = 0; i < end; i++) {
    SynBlock *block = g_ptr_array_index (blocks, i);

    if (!syn_block_is_kept (block) || block->aside != SYN_BLOCK_NO_ASIDE)
      continue;
    if (repeats_title (draft, block->text)) {
      block->is_field = TRUE;
    } else if (draft->outlet == NULL && block->level == 0 && is_masthead (block->text) &&
               !ends_with_stop (block->text)) {
      draft->outlet = g_strdup (block->text);
      block->is_field = TRUE;
    } else if (draft->outlet != NULL && strcmp (block->text, draft->outlet) == 0) {
      block->is_field = TRUE;
    } else if (headline > (int) i && count_words (block->text) <= 3) {
      block->why = "section label";
    } else {
      take_byline (draft, block);
    }
  }
  take_bare_names (draft, blocks, end);
  drop_roles (blocks, end);
}

/* ---- the lines below the body, and the body itself ---- */

static void
read_tail (SynDraft *draft, GPtrArray *blocks)
{
  guint n = 0;

  for (guint i = blocks->len; i > 0 && n < TAIL; i--) {
    SynBlock *block = g_ptr_array_index (blocks, i - 1);
    g_autofree char *names = NULL;

    if (!syn_block_is_kept (block) || block->aside != SYN_BLOCK_NO_ASIDE)
      continue;
    n++;
    if (syn_source_line_take (draft, block) || take_byline (draft, block))
      continue;
    names = draft->byline == NULL ? syn_byline_find_reporting (block->text) : NULL;
    if (names != NULL)
      draft->byline = g_steal_pointer (&names);
    else if (is_body (block))
      break;
  }
}

/* "OSLO, March 3 (Nordwire) - The port ...": the agency in the brackets. */
static void
read_agency (SynDraft *draft, const char *text)
{
  const char *open = strchr (text, '(');
  const char *close = open != NULL ? strchr (open, ')') : NULL;
  const char *dash;

  if (close == NULL || close - text > MAX_HEADLINE / 2 || close - open > 40 || close - open < 3)
    return;
  for (dash = close + 1; *dash == ' '; dash++)
    ;
  if (*dash != '-' && !g_str_has_prefix (dash, "–") && !g_str_has_prefix (dash, "—"))
    return;
  if (!g_ascii_isupper (text[0]) || !g_ascii_isupper (text[1]))
    return;

  draft->outlet = g_strndup (open + 1, close - open - 1);
}

void
syn_lead_read_body (SynDraft *draft, const GPtrArray *blocks)
{
  guint first = find_body (blocks);
  const SynBlock *block;

  if (first >= blocks->len)
    return;
  block = g_ptr_array_index (blocks, first);

  if (draft->outlet == NULL)
    read_agency (draft, block->text);
  if (draft->published == NULL && draft->updated == NULL) {
    SynSpan span = SYN_SPAN_NONE;
    g_autofree char *date = syn_moment_find (block->text, syn_moment_get_order (draft->language), &span);

    if (date != NULL && span.start < DATE_WITHIN)
      draft->published = g_steal_pointer (&date);
  }
}

/* "2024-03-02 | Statement", "3 March 2024 – The port ...": a line or the article begins with its day. */
static char *
find_leading_date (const SynDraft *draft, const SynBlock *block)
{
  SynSpan span = SYN_SPAN_NONE;
  g_autofree char *date = syn_moment_find (block->text, syn_moment_get_order (draft->language), &span);
  const char *rest;

  if (date == NULL || span.start > 1 || strlen (date) < strlen ("2024-03-02"))
    return NULL;

  rest = block->text + span.end;
  while (*rest == ' ' || *rest == ')' || *rest == ']')
    rest++;
  if (*rest != '\0' && strchr ("|.:,-", *rest) == NULL && g_unichar_isalnum (g_utf8_get_char (rest)) &&
      strlen (block->text) <= MAX_DATE_LINE)
    return NULL;
  if (g_unichar_islower (g_utf8_get_char (rest)))
    return NULL;

  return g_steal_pointer (&date);
}

void
syn_lead_read_date (SynDraft *draft, const GPtrArray *blocks)
{
  SynMomentOrder order = syn_moment_get_order (draft->language);
  guint heading;

  for (heading = 0; heading < blocks->len; heading++) {
    const SynBlock *block = g_ptr_array_index (blocks, heading);

    if (block->level == 1 || repeats_title (draft, block->text))
      break;
  }

  for (guint i = heading > DATE_BEFORE ? heading - DATE_BEFORE : 0;
       heading < blocks->len && i < MIN (heading + DATE_BEHIND, blocks->len) && draft->published == NULL;
       i++) {
    const SynBlock *block = g_ptr_array_index (blocks, i);

    if (i != heading && strlen (block->text) <= MAX_DATE_LINE)
      draft->published = syn_moment_parse (block->text, order);
  }

  for (guint i = 0, n = 0; i < blocks->len && n < DATE_BEHIND && draft->published == NULL; i++) {
    const SynBlock *block = g_ptr_array_index (blocks, i);

    if (syn_block_is_kept (block)) {
      draft->published = find_leading_date (draft, block);
      n++;
    }
  }

  /* The only day that the page gives, whatever it says happened on it. */
  for (guint i = 0; i < blocks->len && draft->published == NULL && draft->updated == NULL; i++) {
    const SynBlock *block = g_ptr_array_index (blocks, i);

    if (syn_block_is_kept (block) && strlen (block->text) <= MAX_DATE_LINE && is_date_line (block->text))
      draft->published = syn_moment_parse (block->text, order);
  }
}

void
syn_lead_read (SynDraft *draft, GPtrArray *blocks)
{
  read_head (draft, blocks);
  read_tail (draft, blocks);
}
