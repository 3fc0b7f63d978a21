/* Labels: one referent and every wording that the articles use for it. Two wordings name the same when a
 * document says so (the names that it found for one entity) or when they end in the same noun: "Chinese
 * users", "the app's users". */
#include "config.h"

#include "syn-contrast-private.h"
#include "syn-noun-phrases-private.h"

#include <string.h>

/* Mentions that a referent needs. */
#define MIN_NAMES 2

/* Referents joined so far: each key's group is found by following `parents`. */
typedef struct {
  GHashTable *keys; /* owned: key -> index */
  GArray *parents;  /* guint */
} Groups;

static guint
find_root (const Groups *self, guint index)
{
  while (g_array_index (self->parents, guint, index) != index)
    index = g_array_index (self->parents, guint, index);

  return index;
}

/* The group of a key, a new one for a new key. Takes `key`. */
static guint
get_group (Groups *self, char *key)
{
  gpointer found;
  guint index = self->parents->len;

  if (g_hash_table_lookup_extended (self->keys, key, NULL, &found)) {
    g_free (key);
    return find_root (self, GPOINTER_TO_UINT (found));
  }
  g_hash_table_insert (self->keys, key, GUINT_TO_POINTER (index));
  g_array_append_val (self->parents, index);

  return index;
}

/* The earlier group stands for both. */
static void
join_groups (Groups *self, guint a, guint b)
{
  guint first = MIN (find_root (self, a), find_root (self, b));
  guint second = MAX (find_root (self, a), find_root (self, b));

  g_array_index (self->parents, guint, second) = first;
}

/* The last word of a name, case folded. */
static char *
make_name_key (const char *name)
{
  const char *space = strrchr (name, ' ');

  return g_utf8_casefold (space != NULL ? space + 1 : name, -1);
}

static char *
make_key (const SynFrameWork *work, const SynNounPhrase *phrase)
{
  const SynDocument *document = work->articles[phrase->article].document;
  gsize n;
  const SynToken *head = &syn_document_get_tokens (document, &n)[phrase->head];

  if (phrase->entity != SYN_NO_INDEX) {
    const SynEntity *entity = &syn_document_get_entities (document, &n)[phrase->entity];

    return make_name_key (syn_document_get_string (document, entity->name));
  }

  return g_strdup (syn_document_get_string (document, head->stem));
}

/* Wordings that a document takes for one entity. */
static void
join_aliases (Groups *self, const SynDocument *document)
{
  gsize n;
  const SynEntity *entities = syn_document_get_entities (document, &n);
  const SynAlias *aliases = syn_document_get_aliases (document, &n);

  syn_document_get_entities (document, &n);
  for (gsize i = 0; i < n; i++) {
    guint group = get_group (self, make_name_key (syn_document_get_string (document, entities[i].name)));

    for (guint32 k = 0; k < entities[i].n_aliases; k++) {
      const SynAlias *alias = &aliases[entities[i].first_alias + k];

      if (alias->is_learnt)
        join_groups (self, group,
                     get_group (self, make_name_key (syn_document_get_string (document, alias->form))));
    }
  }
}

/* Heads that stand behind an article or a possessive somewhere, or are names, or plurals of such, are nouns.
 */
static GHashTable *
find_nouns (const SynFrameWork *work, const GArray *phrases)
{
  GHashTable *nouns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < phrases->len; i++) {
    const SynNounPhrase *phrase = &g_array_index (phrases, SynNounPhrase, i);

    if (phrase->is_opened || phrase->entity != SYN_NO_INDEX)
      g_hash_table_add (nouns, make_key (work, phrase));
  }

  return nouns;
}

/* The wording used most; of several the longest, then the first. (transfer full) */
static char *
choose_referent (const SynFrameWork *work, const GArray *phrases, const GArray *names)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *best = NULL;
  guint most = 0;

  for (guint i = 0; i < names->len; i++) {
    const SynNounPhrase *phrase = &g_array_index (phrases, SynNounPhrase, g_array_index (names, guint, i));
    char *wording = syn_document_dup_span (work->articles[phrase->article].document, phrase->bare);
    guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, wording)) + 1;

    g_hash_table_insert (counts, wording, GUINT_TO_POINTER (count));
  }
  for (guint i = 0; i < names->len; i++) {
    const SynNounPhrase *phrase = &g_array_index (phrases, SynNounPhrase, g_array_index (names, guint, i));
    g_autofree char *wording = syn_document_dup_span (work->articles[phrase->article].document, phrase->bare);
    gpointer key;
    gpointer count;

    g_hash_table_lookup_extended (counts, wording, &key, &count);
    if (GPOINTER_TO_UINT (count) > most ||
        (GPOINTER_TO_UINT (count) == most && strlen (key) > strlen (best))) {
      best = key;
      most = GPOINTER_TO_UINT (count);
    }
  }

  return g_strdup (best);
}

static void
add_label (SynFrameWork *work, const SynValence *valence, const GArray *phrases, const GArray *names)
{
  SynLabel label = {
    .referent = choose_referent (work, phrases, names),
    .contrast = syn_contrast_get (work, valence, phrases, names),
    .names = g_new (SynLabelName, names->len),
    .n_names = names->len,
  };

  for (guint i = 0; i < names->len; i++) {
    const SynNounPhrase *phrase = &g_array_index (phrases, SynNounPhrase, g_array_index (names, guint, i));

    label.names[i].article = phrase->article;
    label.names[i].span = phrase->span;
  }
  g_array_append_val (work->labels, label);
}

void
syn_frame_find_labels (SynFrameWork *work)
{
  g_autoptr (GArray) phrases = syn_noun_phrases_find (work);
  g_autoptr (GHashTable) nouns = find_nouns (work, phrases);
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_auto (SynValence) valence = { NULL, 0 };
  Groups groups = {
    .keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .parents = g_array_new (FALSE, FALSE, sizeof (guint)),
  };

  syn_valence_init (&valence, work);
  for (gsize a = 0; a < work->n_articles; a++)
    join_aliases (&groups, work->articles[a].document);

  for (guint i = 0; i < phrases->len; i++) {
    char *key = make_key (work, &g_array_index (phrases, SynNounPhrase, i));
    guint group;

    if (!g_hash_table_contains (nouns, key)) {
      g_free (key);
      continue;
    }
    group = get_group (&groups, key);
    while (members->len < groups.parents->len)
      g_ptr_array_add (members, g_array_new (FALSE, FALSE, sizeof (guint)));
    g_array_append_val ((GArray *) g_ptr_array_index (members, group), i);
  }

  for (guint i = 0; i < members->len; i++) {
    const GArray *names = g_ptr_array_index (members, i);

    if (names->len >= MIN_NAMES)
      add_label (work, &valence, phrases, names);
  }

  g_hash_table_unref (groups.keys);
  g_array_unref (groups.parents);
}
