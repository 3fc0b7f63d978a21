#include "config.h"

#include "syn-utterances-private.h"

#include "syn-align-table-private.h"

#include <string.h>

#define PATTERNS_PATH "/io/github/synoptic_reader/Synoptic/align/utterances.tsv"

/* Words that may stand between two slots of a pattern. */
#define MAX_GAP 6

#define MAX_SLOTS 4

typedef struct {
  guint kind;
  guint n_slots;
  GHashTable *words[MAX_SLOTS];     /* set of words */
  gboolean has_negation[MAX_SLOTS]; /* any negation fits */
} Pattern;

typedef struct {
  GPtrArray *kinds;    /* their names; kind k is at k - 1 */
  GArray *patterns;    /* of Pattern */
  GHashTable *openers; /* words that a pattern begins with */
} Patterns;

static guint
find_kind (Patterns *self, const char *name)
{
  for (guint i = 0; i < self->kinds->len; i++) {
    if (strcmp (g_ptr_array_index (self->kinds, i), name) == 0)
      return i + 1;
  }
  g_ptr_array_add (self->kinds, g_strdup (name));

  return self->kinds->len;
}

static void
read_pattern (Patterns *self, const char *line)
{
  g_auto (GStrv) columns = g_strsplit (line, "\t", -1);
  Pattern pattern = { 0 };

  if (columns[0] == NULL || columns[1] == NULL)
    return;

  pattern.kind = find_kind (self, columns[0]);
  for (guint c = 1; columns[c] != NULL && pattern.n_slots < MAX_SLOTS; c++) {
    g_auto (GStrv) words = g_strsplit (columns[c], " ", -1);
    GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    for (guint w = 0; words[w] != NULL; w++) {
      if (strcmp (words[w], "!") == 0) {
        pattern.has_negation[pattern.n_slots] = TRUE;
      } else {
        g_hash_table_add (set, g_strdup (words[w]));
        if (pattern.n_slots == 0)
          g_hash_table_add (self->openers, g_strdup (words[w]));
      }
    }
    pattern.words[pattern.n_slots++] = set;
  }
  g_array_append_val (self->patterns, pattern);
}

static Patterns *
read_patterns (void)
{
  Patterns *self = g_new0 (Patterns, 1);
  g_autoptr (GBytes) bytes = syn_align_lookup_table (PATTERNS_PATH);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  self->kinds = g_ptr_array_new_with_free_func (g_free);
  self->patterns = g_array_new (FALSE, TRUE, sizeof (Pattern));
  self->openers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (lines[i][0] != '#' && !g_str_has_prefix (lines[i], "class\t"))
      read_pattern (self, lines[i]);
  }

  return self;
}

static const Patterns *
get_patterns (void)
{
  static gsize patterns = 0;

  if (g_once_init_enter (&patterns))
    g_once_init_leave (&patterns, GPOINTER_TO_SIZE (read_patterns ()));

  return GSIZE_TO_POINTER (patterns);
}

static gboolean
fits_slot (const Pattern *pattern, guint slot, const SynDocument *document, const SynToken *token)
{
  if (pattern->has_negation[slot] && (token->flags & SYN_TOKEN_NEGATION))
    return TRUE;

  return g_hash_table_contains (pattern->words[slot], syn_document_get_string (document, token->word));
}

/* Whether the pattern begins at `first`; `last` (out) is the token that ends it. */
static gboolean
fits_at (const Pattern *pattern,
         const SynDocument *document,
         const SynToken *tokens,
         gsize n,
         gsize first,
         gsize *last)
{
  gsize at = first;

  if (!fits_slot (pattern, 0, document, &tokens[first]))
    return FALSE;

  for (guint slot = 1; slot < pattern->n_slots; slot++) {
    gsize end = MIN (n, at + 2 + MAX_GAP);
    gsize next = at + 1;

    while (next < end && !fits_slot (pattern, slot, document, &tokens[next]))
      next++;
    if (next >= end)
      return FALSE;
    at = next;
  }
  *last = at;

  return TRUE;
}

SynUtterance
syn_utterance_find (const SynDocument *document, const SynToken *tokens, gsize n_tokens)
{
  const Patterns *self = get_patterns ();
  SynUtterance utterance = { 0 };

  for (gsize i = 0; i < n_tokens; i++) {
    if (!(tokens[i].flags & SYN_TOKEN_NEGATION) &&
        (!(tokens[i].flags & SYN_TOKEN_WORD) ||
         !g_hash_table_contains (self->openers, syn_document_get_string (document, tokens[i].word))))
      continue;

    for (guint p = 0; p < self->patterns->len; p++) {
      const Pattern *pattern = &g_array_index (self->patterns, Pattern, p);
      gsize last;

      if (fits_at (pattern, document, tokens, n_tokens, i, &last)) {
        utterance.kind = pattern->kind;
        utterance.span = syn_span (tokens[i].span.start, tokens[last].span.end);

        return utterance;
      }
    }
  }

  return utterance;
}

const char *
syn_utterance_get_name (guint kind)
{
  const Patterns *self = get_patterns ();

  return kind > 0 && kind <= self->kinds->len ? g_ptr_array_index (self->kinds, kind - 1) : "";
}
