#include "config.h"

#include "syn-frame-lexicon-private.h"

#include <string.h>

#include "syn-frame-resources.h"
#include "syn-framing.h"
#include "syn-rows.h"

#define LIST_PATH "/io/github/synoptic_reader/Synoptic/frame/"
#define PREFIX    "frame-"

typedef struct {
  GHashTable *senses;  /* owned: form -> SynFrameSense */
  GHashTable *openers; /* borrowed strings: first words of phrases */
} List;

struct _SynFrameLexicon {
  GHashTable *lists; /* owned: language -> List */
  GArray *themes;    /* SynFrameTheme */
  GPtrArray *texts;  /* owned: the lists, which the forms are parts of */
  GStringChunk *strings;
};

static const char *const class_names[SYN_N_FRAME_CLASSES] = {
  [SYN_FRAME_HEDGE_MODAL] = "hedge-modal",
  [SYN_FRAME_HEDGE_LIKELIHOOD] = "hedge-likelihood",
  [SYN_FRAME_HEDGE_HEARSAY] = "hedge-hearsay",
  [SYN_FRAME_HEDGE_VERB] = "hedge-verb",
  [SYN_FRAME_HEDGE_DEGREE] = "hedge-degree",
  [SYN_FRAME_STANCE_NEUTRAL] = "stance-neutral",
  [SYN_FRAME_STANCE_DOUBTING] = "stance-doubting",
  [SYN_FRAME_STANCE_CONCEDING] = "stance-conceding",
  [SYN_FRAME_STANCE_VOUCHING] = "stance-vouching",
  [SYN_FRAME_STANCE_FORCEFUL] = "stance-forceful",
  [SYN_FRAME_STANCE_ATTACKING] = "stance-attacking",
  [SYN_FRAME_STANCE_DENYING] = "stance-denying",
  [SYN_FRAME_STANCE_BELIEF] = "stance-belief",
  [SYN_FRAME_LOADED_PRAISE] = "loaded-praise",
  [SYN_FRAME_LOADED_BLAME] = "loaded-blame",
  [SYN_FRAME_LOADED_LABEL] = "loaded-label",
  [SYN_FRAME_LOADED_INTENSIFIER] = "loaded-intensifier",
  [SYN_FRAME_LOADED_ABSOLUTE] = "loaded-absolute",
  [SYN_FRAME_LOADED_DRAMATIC] = "loaded-dramatic",
  [SYN_FRAME_LOADED_OPINION] = "loaded-opinion",
  [SYN_FRAME_PLAIN] = "plain",
  [SYN_FRAME_METAPHOR] = "metaphor",
  [SYN_FRAME_DOMAIN] = "domain",
  [SYN_FRAME_SEED] = "seed",
  [SYN_FRAME_OPENER] = "opener",
  [SYN_FRAME_NOT_NOUN] = "not-noun",
};

static int
find_name (const char *const *names, int n, const char *name)
{
  for (int i = 0; i < n; i++) {
    if (strcmp (names[i], name) == 0)
      return i;
  }

  return -1;
}

static void
add_form (SynFrameLexicon *self, List *list, const char *form, const SynFrameSense *value)
{
  SynFrameSense *sense = g_memdup2 (value, sizeof *value);
  SynFrameSense *first = g_hash_table_lookup (list->senses, form);
  const char *space = strchr (form, ' ');

  if (first != NULL) {
    sense->next = first->next;
    first->next = sense;
  } else {
    g_hash_table_insert (list->senses, (gpointer) form, sense);
  }

  if (space != NULL)
    g_hash_table_add (list->openers, g_string_chunk_insert_len (self->strings, form, space - form));
}

static void
add_row (SynFrameLexicon *self, List *list, char **columns, const char *file)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();
  int class = find_name (class_names, SYN_N_FRAME_CLASSES, columns[0]);
  const char *value = g_string_chunk_insert_const (self->strings, columns[1]);
  SynFrameSense sense = { class, g_ascii_strtod (value, NULL), value };
  char *list_of_forms = columns[2];

  if (class < 0) {
    g_warning ("%s: no class “%s”", file, columns[0]);
    return;
  }

  while (list_of_forms != NULL)
    g_ptr_array_add (forms, syn_rows_take_item (&list_of_forms, ", "));
  for (guint i = 0; i < forms->len; i++)
    add_form (self, list, g_ptr_array_index (forms, i), &sense);

  if (class == SYN_FRAME_SEED) {
    SynFrameTheme theme = { find_name (syn_frame_names, SYN_N_FRAMES, columns[1]) };

    g_ptr_array_add (forms, NULL);
    theme.words = (const char **) g_ptr_array_steal (forms, NULL);
    g_array_append_val (self->themes, theme);
    if (theme.frame < 0)
      g_warning ("%s: no frame “%s”", file, columns[1]);
  }
}

static List *
get_list (SynFrameLexicon *self, const char *language)
{
  List *list = g_hash_table_lookup (self->lists, language);

  if (list == NULL) {
    list = g_new0 (List, 1);
    list->senses = g_hash_table_new (g_str_hash, g_str_equal);
    list->openers = g_hash_table_new (g_str_hash, g_str_equal);
    g_hash_table_insert (self->lists, g_string_chunk_insert_const (self->strings, language), list);
  }

  return list;
}

static void
add_file (SynFrameLexicon *self, GResource *resource, const char *file)
{
  const char *language = file + strlen (PREFIX);
  g_autofree char *tag = g_strndup (language, strcspn (language, "-."));
  g_autofree char *path = g_strconcat (LIST_PATH, file, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  List *list = get_list (self, tag);
  char *columns[3];
  SynRows rows;
  guint n;

  g_ptr_array_add (self->texts, text);
  syn_rows_init (&rows, text);
  while ((n = syn_rows_next (&rows, columns, G_N_ELEMENTS (columns))) > 0) {
    if (n == G_N_ELEMENTS (columns))
      add_row (self, list, columns, file);
    else
      g_warning ("%s: not a class, a value and forms: %s", file, columns[0]);
  }
}

static SynFrameLexicon *
read_lists (void)
{
  SynFrameLexicon *self = g_new0 (SynFrameLexicon, 1);
  GResource *resource = syn_frame_resources_get_resource ();
  g_auto (GStrv) files =
      g_resource_enumerate_children (resource, LIST_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  self->lists = g_hash_table_new (g_str_hash, g_str_equal);
  self->themes = g_array_new (FALSE, FALSE, sizeof (SynFrameTheme));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_string_chunk_new (1024);
  for (guint i = 0; files != NULL && files[i] != NULL; i++) {
    if (g_str_has_prefix (files[i], PREFIX))
      add_file (self, resource, files[i]);
  }

  return self;
}

const SynFrameLexicon *
syn_frame_lexicon_get_default (void)
{
  static gsize lexicon = 0;

  if (g_once_init_enter (&lexicon))
    g_once_init_leave (&lexicon, GPOINTER_TO_SIZE (read_lists ()));

  return GSIZE_TO_POINTER (lexicon);
}

/* The longest form that begins with token `at` and ends before `end`. */
static gboolean
match_at (const List *list,
          const SynDocument *document,
          const SynToken *tokens,
          guint32 at,
          guint32 end,
          SynFrameMatch *match)
{
  const char *word = syn_document_get_string (document, tokens[at].word);
  const SynFrameSense *found = NULL;

  match->first_token = at;
  match->n_tokens = 1;
  match->senses = g_hash_table_lookup (list->senses, word);

  if (g_hash_table_contains (list->openers, word)) {
    g_autoptr (GString) phrase = g_string_new (word);

    for (guint32 i = at + 1; i < MIN (end, at + SYN_FRAME_PHRASE_WORDS) && (tokens[i].flags & SYN_TOKEN_WORD);
         i++) {
      g_string_append_c (phrase, ' ');
      g_string_append (phrase, syn_document_get_string (document, tokens[i].word));
      found = g_hash_table_lookup (list->senses, phrase->str);
      if (found != NULL) {
        match->senses = found;
        match->n_tokens = i + 1 - at;
      }
    }
  }

  return match->senses != NULL;
}

GArray *
syn_frame_lexicon_match (const SynFrameLexicon *self, const SynDocument *document)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (SynFrameMatch));
  gsize n_sentences, n_paragraphs, n_tokens;
  const SynSentence *sentences = syn_document_get_sentences (document, &n_sentences);
  const SynParagraph *paragraphs = syn_document_get_paragraphs (document, &n_paragraphs);
  const SynToken *tokens = syn_document_get_tokens (document, &n_tokens);

  for (gsize s = 0; s < n_sentences; s++) {
    const char *language = syn_document_get_string (document, paragraphs[sentences[s].paragraph].language);
    const List *list = g_hash_table_lookup (self->lists, language);
    guint32 end = sentences[s].first_token + sentences[s].n_tokens;
    SynFrameMatch match;

    for (guint32 i = sentences[s].first_token; list != NULL && i < end; i++) {
      if (!(tokens[i].flags & SYN_TOKEN_WORD) || !match_at (list, document, tokens, i, end, &match))
        continue;
      g_array_append_val (matches, match);
      i += match.n_tokens - 1;
    }
  }

  return matches;
}

const SynFrameSense *
syn_frame_lexicon_find (const SynFrameLexicon *self, const char *language, const char *form)
{
  const List *list = g_hash_table_lookup (self->lists, language);

  return list != NULL ? g_hash_table_lookup (list->senses, form) : NULL;
}

const SynFrameTheme *
syn_frame_lexicon_get_themes (const SynFrameLexicon *self, gsize *n)
{
  *n = self->themes->len;

  return (const SynFrameTheme *) (gconstpointer) self->themes->data;
}

const SynFrameSense *
syn_frame_sense_find (const SynFrameSense *senses, SynFrameClass first, SynFrameClass last)
{
  for (; senses != NULL; senses = senses->next) {
    if (senses->class >= first && senses->class <= last)
      return senses;
  }

  return NULL;
}
