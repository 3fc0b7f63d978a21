#include "config.h"

#include "syn-asides.h"

#include <string.h>

#include "syn-leftovers.h"
#include "syn-lexicon.h"

/* A cue alone on its line ("Editor's note") speaks for the paragraph below it. */
#define MAX_LONE_CUE 30

/* Whose words: the script, and in scripts that many languages share the language where its small words tell. */
typedef enum {
  VOICE_UNKNOWN,
  VOICE_HAN,
  VOICE_KANA,
  VOICE_HANGUL,
  VOICE_CYRILLIC,
  VOICE_ARABIC,
  VOICE_OTHER,
  VOICE_LATIN,
  N_VOICES
} Voice;

static Voice
get_voice_of (gunichar c)
{
  switch (g_unichar_get_script (c)) {
  case G_UNICODE_SCRIPT_HAN:
    return VOICE_HAN;
  case G_UNICODE_SCRIPT_HIRAGANA:
  case G_UNICODE_SCRIPT_KATAKANA:
    return VOICE_KANA;
  case G_UNICODE_SCRIPT_HANGUL:
    return VOICE_HANGUL;
  case G_UNICODE_SCRIPT_CYRILLIC:
    return VOICE_CYRILLIC;
  case G_UNICODE_SCRIPT_ARABIC:
    return VOICE_ARABIC;
  case G_UNICODE_SCRIPT_LATIN:
    return VOICE_LATIN;
  case G_UNICODE_SCRIPT_COMMON:
  case G_UNICODE_SCRIPT_INHERITED:
    return VOICE_UNKNOWN;
  default:
    return VOICE_OTHER;
  }
}

/* The script that most of `text` is in, `weight`: how much it says, in letters. Japanese is Han with some Kana. */
static Voice
find_voice (const char *text,
            gsize      *weight)
{
  gsize counts[N_VOICES] = { 0 };
  Voice best = VOICE_UNKNOWN;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isalpha (c))
      counts[get_voice_of (c)] += c >= 0x2e80 ? 3 : 1;
  }
  if (counts[VOICE_KANA] * 5 > counts[VOICE_HAN]) {
    counts[VOICE_KANA] += counts[VOICE_HAN];
    counts[VOICE_HAN] = 0;
  }

  for (Voice voice = VOICE_UNKNOWN + 1; voice < N_VOICES; voice++) {
    if (counts[voice] > counts[best])
      best = voice;
  }
  *weight = counts[best];

  return best;
}

/* ---- by cue ---- */

static const SynLexiconRow *
find_cue (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
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
get_kept_after (GPtrArray *blocks,
                guint      at)
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
  gsize weight;
  gboolean is_prose;
} Passage;

static GArray *
list_passages (GPtrArray *blocks)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (Passage));

  for (guint i = 0; i < blocks->len; i++) {
    SynBlock *block = g_ptr_array_index (blocks, i);
    Passage passage = { block };

    if (!syn_block_is_kept (block))
      continue;
    passage.voice = find_voice (block->text, &passage.weight);
    passage.is_prose = syn_leftovers_is_prose (block->text);
    g_array_append_val (passages, passage);
  }

  return passages;
}

/* The article's own: what its headline, if any, and its last paragraphs are in; without a headline what most of the file
 * is in. UNKNOWN where the voices take turns, as in a text in two languages. */
static Voice
find_own_voice (const GArray *passages)
{
  gsize weights[N_VOICES] = { 0 };
  Voice before = VOICE_UNKNOWN;
  Voice headline = VOICE_UNKNOWN;
  Voice own = VOICE_UNKNOWN;
  guint n_turns = 0;

  for (guint i = 0; i < passages->len; i++) {
    const Passage *passage = &g_array_index (passages, Passage, i);

    if (!passage->is_prose) {
      if (before == VOICE_UNKNOWN && headline == VOICE_UNKNOWN)
        headline = passage->voice;
      continue;
    }
    weights[passage->voice] += passage->weight;
    if (passage->voice != before && before != VOICE_UNKNOWN)
      n_turns++;
    before = passage->voice;
  }
  if (n_turns == 0 || n_turns > 2)
    return VOICE_UNKNOWN;

  for (Voice voice = VOICE_UNKNOWN + 1; voice < N_VOICES; voice++) {
    if (weights[voice] > weights[own])
      own = voice;
  }

  return headline == before ? headline : own;
}

static void
mark_by_voice (GPtrArray *blocks)
{
  g_autoptr (GArray) passages = list_passages (blocks);
  Voice own = find_own_voice (passages);
  guint first = 0;
  guint last = passages->len;

  if (own == VOICE_UNKNOWN)
    return;

  for (first = 0; first < passages->len; first++) {
    const Passage *passage = &g_array_index (passages, Passage, first);

    if (passage->is_prose && passage->voice == own)
      break;
  }
  for (last = passages->len; last > first; last--) {
    const Passage *passage = &g_array_index (passages, Passage, last - 1);

    if (passage->is_prose && passage->voice == own)
      break;
  }

  for (guint i = 0; i < passages->len; i++) {
    const Passage *passage = &g_array_index (passages, Passage, i);

    if (passage->voice == own || passage->voice == VOICE_UNKNOWN || passage->block->aside != SYN_BLOCK_NO_ASIDE)
      continue;
    if (i < first)
      passage->block->aside = SYN_DRAFT_ASIDE_PREFACE;
    else if (i >= last)
      passage->block->aside = SYN_DRAFT_ASIDE_COMMENT;
  }
}

void
syn_asides_mark (GPtrArray *blocks)
{
  mark_by_cue (blocks);
  mark_by_voice (blocks);
}
