#include "config.h"

#include "syn-leftovers.h"

#include <string.h>

#include "syn-clean.h"
#include "syn-fold.h"
#include "syn-lexicon.h"

/* Longer paragraphs are judged by nothing that they begin with or hold: the longest notice of the kind that
 * was seen in the pages of eval/extract has 290 characters, a link to another article 170. */
#define MAX_STARTS 180
#define MAX_HAS    320

/* Shorter ones are headlines, labels and links. */
#define MIN_PROSE 80

/* A picture's caption with its credit; the longest of the pages in eval/extract has 210 characters, 40 of
 * them the credit. */
#define MAX_CAPTION 250
#define MAX_CREDIT  60

/* A share bar in one paragraph: "Facebook Twitter Email Print". */
#define MAX_BAR_WORDS 12

static gboolean
ends_sentence (const char *text)
{
  const char *p = text + strlen (text);

  while (p > text) {
    gunichar c;

    p = g_utf8_prev_char (p);
    c = g_utf8_get_char (p);
    if (g_utf8_strchr ("\"')]”’»」』）", -1, c) == NULL)
      return g_utf8_strchr (".!?…。！？।۔", -1, c) != NULL;
  }

  return FALSE;
}

/* A sign of Han, Kana or Hangul says as much as two or three letters. */
static gsize
measure (const char *text)
{
  gsize n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_utf8_get_char (p) >= 0x2e80 ? 3 : 1;

  return n;
}

gboolean
syn_leftovers_is_prose (const char *text)
{
  gsize n = measure (text);

  return n >= 3 * MIN_PROSE || (n >= MIN_PROSE && ends_sentence (text));
}

/* Case folded, without punctuation and symbols at the ends. */
static char *
make_bare (const char *text)
{
  g_autofree char *folded = syn_fold (text, -1);
  const char *start = folded;
  const char *end = folded + strlen (folded);

  while (start < end && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))) &&
         g_utf8_get_char (g_utf8_prev_char (end)) != ')')
    end = g_utf8_prev_char (end);

  return g_strndup (start, end - start);
}

static const SynLexiconRow *
find_whole (const char *bare, const char *match)
{
  g_autofree char *key = g_strconcat (match, ":", bare, NULL);

  return syn_lexicon_find (SYN_LEXICON_LEFTOVERS, key);
}

/* "Read also: ...", "À lire aussi » ...": a sign parts what leads in from the title. */
static gboolean
is_led_in (const char *folded, const SynLexiconRow *row)
{
  const char *rest = folded + row->length;

  if (row->word[row->length - 1] == ':')
    return TRUE;
  while (*rest == ' ')
    rest++;

  return *rest != '\0' && g_utf8_strchr (":»›>|–—", -1, g_utf8_get_char (rest)) != NULL;
}

static const SynLexiconRow *
find_part (const char *text)
{
  const GArray *rows = syn_lexicon_get_rows (SYN_LEXICON_LEFTOVERS);
  g_autofree char *folded = NULL;
  gsize n = measure (text);
  gboolean is_prose;

  if (n > MAX_HAS)
    return NULL;

  folded = syn_fold (text, -1);
  is_prose = syn_leftovers_is_prose (text);
  for (guint i = 0; i < rows->len; i++) {
    const SynLexiconRow *row = &g_array_index (rows, SynLexiconRow, i);

    /* A link to more is a title; a whole sentence that begins like one is text. */
    if (n <= MAX_STARTS && strcmp (row->value, "starts") == 0 && g_str_has_prefix (folded, row->word) &&
        !(is_prose && strcmp (row->why, "link to more") == 0 && !is_led_in (folded, row)))
      return row;
    if (strcmp (row->value, "has") == 0 && strstr (folded, row->word) != NULL)
      return row;
  }

  return NULL;
}

/* "(Reuters/Ann Field)", "(Source: Field/Archive/WP)": the last bracket names where a picture is from, with a
 * slash between names; "(wire/vp)", the signature of an agency's report, has small letters behind it. */
static gboolean
is_credit (const char *bracket)
{
  const char *slash = strchr (bracket, '/');

  return slash != NULL && slash > bracket + 1 && g_unichar_isupper (g_utf8_get_char (slash + 1)) &&
         g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (slash))) &&
         strpbrk (bracket, "0123456789") == NULL;
}

/* "The miller at the weir. © Weir Post/Ann Field" */
static gboolean
is_credited (const char *text)
{
  gsize length = strlen (text);
  const char *sign = g_strrstr (text, "©");
  const char *bracket = strrchr (text, '(');

  if (measure (text) > MAX_CAPTION)
    return FALSE;
  if (sign != NULL && sign > text && text + length - sign <= MAX_CREDIT &&
      strpbrk (sign, "0123456789") == NULL && !ends_sentence (sign))
    return TRUE;

  return bracket != NULL && bracket > text && text[length - 1] == ')' &&
         text + length - bracket <= MAX_CREDIT && is_credit (bracket);
}

/* "___", "* * *", "=====": drawn, not written. */
static gboolean
is_separator (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    if (g_utf8_strchr ("_=*-–—~•·.# ", -1, g_utf8_get_char (p)) == NULL)
      return FALSE;
  }

  return TRUE;
}

/* All its words are buttons: "Share Tweet Email". */
static const SynLexiconRow *
find_bar (const char *bare)
{
  g_auto (GStrv) words = syn_clean_words (bare);
  const SynLexiconRow *found = NULL;
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++) {
    const SynLexiconRow *row = find_whole (words[i], "among");

    if (row == NULL || ++n > MAX_BAR_WORDS)
      return NULL;
    found = row;
  }

  return n >= 2 ? found : NULL;
}

gboolean
syn_leftovers_is_counter (const char *text)
{
  g_auto (GStrv) words = NULL;
  gboolean has_number = FALSE;
  gboolean has_word = FALSE;

  if (strlen (text) > MAX_STARTS)
    return FALSE;

  words = syn_clean_words (text);
  for (guint i = 0; words[i] != NULL; i++) {
    gboolean is_number = g_unichar_isdigit (g_utf8_get_char (words[i]));
    gboolean is_thousands = i > 0 && strcmp (words[i], "k") == 0;

    if (!is_number && !is_thousands && syn_lexicon_find (SYN_LEXICON_DATELINE, words[i]) == NULL)
      return FALSE;
    has_number = has_number || is_number;
    has_word = has_word || !is_number;
  }

  return has_number && has_word;
}

/* A heading such as "Related stories" with nothing but titles below it, to the end. */
static void
mark_tail (GPtrArray *blocks, guint from, const char *why)
{
  for (guint i = from; i < blocks->len; i++) {
    const SynBlock *block = g_ptr_array_index (blocks, i);

    if (syn_block_is_kept (block) && syn_leftovers_is_prose (block->text))
      return;
  }
  for (guint i = from; i < blocks->len; i++) {
    SynBlock *block = g_ptr_array_index (blocks, i);

    if (syn_block_is_kept (block))
      block->why = why;
  }
}

static gboolean
has_leftover_at (const GPtrArray *blocks, guint at)
{
  return at < blocks->len && ((const SynBlock *) g_ptr_array_index (blocks, at))->why != NULL;
}

static guint
find_prose (const GPtrArray *blocks, gboolean from_end)
{
  for (guint i = 0; i < blocks->len; i++) {
    guint at = from_end ? blocks->len - 1 - i : i;
    const SynBlock *block = g_ptr_array_index (blocks, at);

    if (syn_block_is_kept (block) && syn_leftovers_is_prose (block->text))
      return at;
  }

  return from_end ? 0 : blocks->len;
}

/* Buttons beside another leftover or more buttons, and those before or behind all prose. */
static void
mark_company (GPtrArray *blocks, const GPtrArray *buttons)
{
  guint first = find_prose (blocks, FALSE);
  guint last = find_prose (blocks, TRUE);

  for (guint i = 0; i < blocks->len; i++) {
    const SynLexiconRow *row = g_ptr_array_index (buttons, i);
    SynBlock *block = g_ptr_array_index (blocks, i);
    gboolean has_button_beside = (i > 0 && g_ptr_array_index (buttons, i - 1) != NULL) ||
                                 (i + 1 < blocks->len && g_ptr_array_index (buttons, i + 1) != NULL);

    if (row != NULL && syn_block_is_kept (block) &&
        (has_button_beside || i < first || i > last || (i > 0 && has_leftover_at (blocks, i - 1)) ||
         has_leftover_at (blocks, i + 1)))
      block->why = row->why;
  }
}

void
syn_leftovers_mark (GPtrArray *blocks)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_sized_new (blocks->len);

  for (guint i = 0; i < blocks->len; i++) {
    SynBlock *block = g_ptr_array_index (blocks, i);
    const SynLexiconRow *row = NULL;
    const SynLexiconRow *button = NULL;

    if (syn_block_is_kept (block) && measure (block->text) <= MAX_HAS) {
      g_autofree char *bare = make_bare (block->text);

      row = find_whole (bare, "is");
      if (row == NULL)
        row = find_part (block->text);
      if (row == NULL)
        row = find_bar (bare);
      if (row == NULL)
        button = find_whole (bare, "among");
    }
    if (row != NULL)
      block->why = row->why;
    else if (syn_block_is_kept (block) && is_separator (block->text))
      block->why = "separator";
    else if (syn_block_is_kept (block) && block->level == 0 && is_credited (block->text))
      block->why = "picture caption";
    g_ptr_array_add (buttons, (gpointer) button);
  }

  mark_company (blocks, buttons);

  for (guint i = 0; i < blocks->len; i++) {
    SynBlock *block = g_ptr_array_index (blocks, i);
    g_autofree char *bare = NULL;
    const SynLexiconRow *row;

    if (!syn_block_is_kept (block) || measure (block->text) > MAX_STARTS)
      continue;
    bare = make_bare (block->text);
    row = find_whole (bare, "opens");
    if (row != NULL)
      mark_tail (blocks, i, row->why);
  }
}
