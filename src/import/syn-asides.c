#include "config.h"

#include "syn-asides.h"

#include <string.h>

#include "syn-clean.h"
#include "syn-fold.h"
#include "syn-leftovers.h"
#include "syn-lexicon.h"

/* A cue alone on its line ("Editor's note") speaks for the paragraph below it. */
#define MAX_LONE_CUE 30

/* The longest cue has 40 bytes; a paragraph's first lines tell its language. */
#define MAX_CUE         80
#define LANGUAGE_WITHIN 600

/* Without a headline an article is told from what is by another hand by being so many times longer. */
#define MUCH_LONGER 1.5

/* A paragraph's language shows in this many small words, and twice as many as any other language has there.
 */
#define MIN_SMALL_WORDS 4

/* ---- whose words: the script, and in Latin script the language where its small words tell ---- */

typedef enum {
  SCRIPT_UNKNOWN,
  SCRIPT_HAN,
  SCRIPT_KANA,
  SCRIPT_HANGUL,
  SCRIPT_CYRILLIC,
  SCRIPT_ARABIC,
  SCRIPT_OTHER,
  SCRIPT_LATIN,
  N_SCRIPTS
} Script;

typedef struct {
  Script script;
  char language[4]; /* "" where it does not show */
  gsize weight;     /* how much it says, in letters */
} Voice;

static Script
get_script (gunichar c)
{
  switch (g_unichar_get_script (c)) {
  case G_UNICODE_SCRIPT_HAN:
    return SCRIPT_HAN;
  case G_UNICODE_SCRIPT_HIRAGANA:
  case G_UNICODE_SCRIPT_KATAKANA:
    return SCRIPT_KANA;
  case G_UNICODE_SCRIPT_HANGUL:
    return SCRIPT_HANGUL;
  case G_UNICODE_SCRIPT_CYRILLIC:
    return SCRIPT_CYRILLIC;
  case G_UNICODE_SCRIPT_ARABIC:
    return SCRIPT_ARABIC;
  case G_UNICODE_SCRIPT_LATIN:
    return SCRIPT_LATIN;
  case G_UNICODE_SCRIPT_COMMON:
  case G_UNICODE_SCRIPT_INHERITED:
    return SCRIPT_UNKNOWN;
  default:
    return SCRIPT_OTHER;
  }
}

/* The bytes of the whole characters within the first `max` bytes. */
static gsize
get_head (const char *text, gsize max)
{
  gsize length = strnlen (text, max + 1);

  return length <= max ? length : (gsize) (g_utf8_find_prev_char (text, text + max + 1) - text);
}

static void
count_small_words (GHashTable *counts, const char *languages)
{
  g_auto (GStrv) each = g_strsplit (languages, ",", -1);

  for (guint i = 0; each[i] != NULL; i++) {
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, each[i]));

    g_hash_table_insert (counts, g_strdup (each[i]), GUINT_TO_POINTER (n + 1));
  }
}

static void
find_language (Voice *voice, const char *text)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *head = g_strndup (text, get_head (text, LANGUAGE_WITHIN));
  g_auto (GStrv) words = syn_clean_words (head);
  const char *best = NULL;
  guint most = 0;
  guint second = 0;
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; words[i] != NULL; i++) {
    const SynLexiconRow *row = syn_lexicon_find (SYN_LEXICON_SMALL_WORDS, words[i]);

    if (row != NULL)
      count_small_words (counts, row->value);
  }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    guint n = GPOINTER_TO_UINT (value);

    if (n > most) {
      second = most;
      most = n;
      best = key;
    } else {
      second = MAX (second, n);
    }
  }
  if (most >= MIN_SMALL_WORDS && most >= 2 * second)
    g_strlcpy (voice->language, best, sizeof voice->language);
}

/* Japanese is Han with some Kana. */
static Voice
find_voice (const char *text, gboolean is_prose)
{
  gsize counts[N_SCRIPTS] = { 0 };
  Voice voice = { SCRIPT_UNKNOWN, "", 0 };

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isalpha (c))
      counts[get_script (c)] += c >= 0x2e80 ? 3 : 1;
  }
  if (counts[SCRIPT_KANA] * 5 > counts[SCRIPT_HAN]) {
    counts[SCRIPT_KANA] += counts[SCRIPT_HAN];
    counts[SCRIPT_HAN] = 0;
  }

  for (Script script = SCRIPT_UNKNOWN + 1; script < N_SCRIPTS; script++) {
    if (counts[script] > counts[voice.script])
      voice.script = script;
  }
  voice.weight = counts[voice.script];
  if (voice.script == SCRIPT_LATIN && is_prose)
    find_language (&voice, text);

  return voice;
}

static gboolean
is_same (const Voice *a, const Voice *b)
{
  return a->script == b->script &&
         (*a->language == '\0' || *b->language == '\0' || strcmp (a->language, b->language) == 0);
}

/* ---- by cue ---- */

static const SynLexiconRow *
find_cue (const char *text)
{
  g_autofree char *folded = syn_fold (text, get_head (text, MAX_CUE));
  const SynLexiconRow *row = syn_lexicon_find_start (SYN_LEXICON_NOTES, folded);
  const char *p = folded;

  if (row != NULL)
    return row;
  while (*p != '\0' && !g_unichar_isalnum (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p > folded ? syn_lexicon_find_start (SYN_LEXICON_NOTES, p) : NULL;
}

static SynDraftAsideKind
get_kind (const SynLexiconRow *row)
{
  if (strcmp (row->value, "comment") == 0)
    return SYN_DRAFT_ASIDE_COMMENT;
  if (strcmp (row->value, "preface") == 0)
    return SYN_DRAFT_ASIDE_PREFACE;

  return SYN_DRAFT_ASIDE_NOTE;
}

static SynBlock *
get_kept_after (GPtrArray *blocks, guint at)
{
  for (guint i = at + 1; i < blocks->len; i++) {
    SynBlock *block = g_ptr_array_index (blocks, i);

    if (syn_block_is_kept (block))
      return block;
  }

  return NULL;
}

static void
mark_by_cue (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    SynBlock *block = g_ptr_array_index (blocks, i);
    const SynLexiconRow *row;
    SynBlock *next;

    if (!syn_block_is_kept (block))
      continue;
    row = find_cue (block->text);
    if (row == NULL)
      continue;

    block->aside = get_kind (row);
    next = get_kept_after (blocks, i);
    if (next != NULL && g_utf8_strlen (block->text, -1) <= MAX_LONE_CUE)
      next->aside = block->aside;
  }
}

/* ---- by voice ---- */

typedef struct {
  SynBlock *block;
  Voice voice;
  gboolean is_prose;
} Passage;

/* Paragraphs of one voice in a row, with the shorter lines among and before them. */
typedef struct {
  guint first, end; /* passages */
  Voice voice;
} Run;

/* A paragraph that is a quotation as a whole speaks for nobody. */
static gboolean
is_quotation (const char *text)
{
  return g_utf8_strchr ("\"“„«「『‘", -1, g_utf8_get_char (text)) != NULL;
}

static GArray *
list_passages (GPtrArray *blocks)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (Passage));

  for (guint i = 0; i < blocks->len; i++) {
    SynBlock *block = g_ptr_array_index (blocks, i);
    Passage passage = { block };

    if (!syn_block_is_kept (block))
      continue;
    passage.is_prose = syn_leftovers_is_prose (block->text) && !is_quotation (block->text);
    passage.voice = find_voice (block->text, passage.is_prose);
    g_array_append_val (passages, passage);
  }

  return passages;
}

static GArray *
list_runs (const GArray *passages)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));

  for (guint i = 0; i < passages->len; i++) {
    const Passage *passage = &g_array_index (passages, Passage, i);
    Run *last = runs->len > 0 ? &g_array_index (runs, Run, runs->len - 1) : NULL;
    Run run = { i, i + 1, passage->voice };

    if (!passage->is_prose)
      continue;
    if (last == NULL || !is_same (&last->voice, &passage->voice)) {
      g_array_append_val (runs, run);
      continue;
    }
    last->end = i + 1;
    last->voice.weight += passage->voice.weight;
    if (*last->voice.language == '\0')
      memcpy (last->voice.language, passage->voice.language, sizeof last->voice.language);
  }

  return runs;
}

/* The script of the headline: the title where it is known, else a line above all prose. UNKNOWN without one.
 */
static Script
find_headline_script (const GArray *runs, const GArray *passages, const char *title)
{
  const Run *first = &g_array_index (runs, Run, 0);

  if (title != NULL)
    return find_voice (title, FALSE).script;

  return first->first > 0 ? g_array_index (passages, Passage, 0).voice.script : SCRIPT_UNKNOWN;
}

/* The run that is the article: of two the one in the script of the headline, else the one that is much
 * longer; of three the one in the middle, when the same other voice is before and behind it. NULL where that
 * does not tell, for one voice only, and for text in two languages by turns. */
static const Run *
find_own (const GArray *runs, const GArray *passages, const char *title)
{
  const Run *first = &g_array_index (runs, Run, 0);
  const Run *last = &g_array_index (runs, Run, runs->len - 1);
  Script headline = find_headline_script (runs, passages, title);

  if (runs->len == 3 && is_same (&first->voice, &last->voice) &&
      first[1].voice.weight > first->voice.weight + last->voice.weight)
    return first + 1;
  if (runs->len != 2)
    return NULL;

  if (first->voice.script != last->voice.script && headline == first->voice.script)
    return first;
  if (first->voice.script != last->voice.script && headline == last->voice.script)
    return last;
  if (first->voice.weight >= MUCH_LONGER * last->voice.weight)
    return first;

  return last->voice.weight >= MUCH_LONGER * first->voice.weight ? last : NULL;
}

static void
mark_by_voice (GPtrArray *blocks, const char *title)
{
  g_autoptr (GArray) passages = list_passages (blocks);
  g_autoptr (GArray) runs = list_runs (passages);
  const Run *own = runs->len > 1 ? find_own (runs, passages, title) : NULL;

  if (own == NULL)
    return;

  for (guint i = 0; i < passages->len; i++) {
    const Passage *passage = &g_array_index (passages, Passage, i);
    gboolean is_other = passage->voice.script != SCRIPT_UNKNOWN &&
                        (passage->is_prose || passage->voice.script != own->voice.script);

    if (!is_other || passage->block->aside != SYN_BLOCK_NO_ASIDE)
      continue;
    if (i < own->first)
      passage->block->aside = SYN_DRAFT_ASIDE_PREFACE;
    else if (i >= own->end)
      passage->block->aside = SYN_DRAFT_ASIDE_COMMENT;
  }
}

void
syn_asides_mark (GPtrArray *blocks, const char *title)
{
  mark_by_cue (blocks);
  mark_by_voice (blocks, title);
}
