/* Labels: one referent and every wording that the articles use for it. Two wordings name the same when a
 * document says so (the names that it found for one entity) or when they end in the same noun: "Chinese
 * users", "the app's users". */
#include "config.h"

#include "syn-contrast-private.h"
#include "syn-noun-phrases-private.h"

#include <string.h>

#include "syn-fold.h"

/* Mentions that a referent needs. */
#define MIN_NAMES 2
/* Times that somebody is called by a role before the role alone means him. */
#define MIN_ROLE_MENTIONS 2

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

/* A word as a key: case folded, without dots ("U.S.", "US") and what hangs on an apostrophe. */
static char *
fold (const char *word)
{
  g_autofree char *folded = syn_fold (word, -1);
  GString *key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++) {
    if (*p == '\'' || g_str_has_prefix (p, "’"))
      break;
    if (*p != '.')
      g_string_append_c (key, *p);
  }

  return g_string_free (key, FALSE);
}

/* The last word of a name as a key. */
static char *
make_name_key (const char *name)
{
  const char *space = strrchr (name, ' ');

  return fold (space != NULL ? space + 1 : name);
}

static char *
make_token_key (const SynDocument *document, guint32 index, gboolean is_name)
{
  gsize n;
  const SynToken *token = &syn_document_get_tokens (document, &n)[index];

  return is_name ? fold (syn_document_get_string (document, token->word))
                 : g_strdup (syn_document_get_string (document, token->stem));
}

static char *
make_key (const SynFrameWork *work, const SynNounPhrase *phrase)
{
  const SynDocument *document = work->articles[phrase->article].document;
  gsize n;

  /* a name without spaces is one word, whatever the word breaker takes it for */
  if (phrase->entity != SYN_NO_INDEX &&
      (syn_document_get_tokens (document, &n)[phrase->head].flags & SYN_TOKEN_HAN)) {
    g_autofree char *name = syn_document_dup_span (document, phrase->bare);

    return fold (name);
  }

  return make_token_key (work->articles[phrase->article].document, phrase->head,
                         phrase->entity != SYN_NO_INDEX);
}

/* A name in capitals alone: stands for words that it shows none of. */
static gboolean
is_acronym (const char *form)
{
  guint n_capitals = 0;

  for (const char *p = form; *p != '\0'; p++) {
    if (g_ascii_isupper (*p))
      n_capitals++;
    else if (*p != '.')
      return FALSE;
  }

  return n_capitals >= 2 && n_capitals <= 6;
}

/* Wordings that a document takes for one entity, where the words themselves do not show it. */
static void
join_aliases (Groups *self, const SynDocument *document)
{
  gsize n;
  const SynAlias *aliases = syn_document_get_aliases (document, &n);
  const SynEntity *entities = syn_document_get_entities (document, &n);

  for (gsize i = 0; i < n; i++) {
    guint group = get_group (self, make_name_key (syn_document_get_string (document, entities[i].name)));

    for (guint32 k = 0; k < entities[i].n_aliases; k++) {
      const SynAlias *alias = &aliases[entities[i].first_alias + k];
      const char *form = syn_document_get_string (document, alias->form);

      if (alias->is_learnt || is_acronym (form))
        join_groups (self, group, get_group (self, make_name_key (form)));
    }
  }
}

/* Heads that stand behind an article or a possessive somewhere, or are names, are nouns. */
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

/* Whose role a word is, as far as the story says: one person's, or several's. */
typedef struct {
  char *person; /* key */
  guint n_mentions;
  gboolean is_shared;
} Role;

static void
free_role (gpointer data)
{
  g_free (((Role *) data)->person);
  g_free (data);
}

/* "President Vance", and nobody else is called president: "the president" is Vance. */
static void
join_roles (Groups *self, const SynFrameWork *work, const GArray *phrases)
{
  g_autoptr (GHashTable) roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_role);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < phrases->len; i++) {
    const SynNounPhrase *phrase = &g_array_index (phrases, SynNounPhrase, i);
    const SynDocument *document = work->articles[phrase->article].document;
    g_autofree char *person = NULL;
    g_autofree char *key = NULL;
    gsize n;
    Role *role;

    if (phrase->role == SYN_NO_INDEX ||
        syn_document_get_entities (document, &n)[phrase->entity].kind != SYN_NAME_PERSON)
      continue;

    key = make_token_key (document, phrase->role, FALSE);
    person = make_key (work, phrase);
    role = g_hash_table_lookup (roles, key);
    if (role == NULL) {
      role = g_new0 (Role, 1);
      role->person = g_strdup (person);
      g_ptr_array_add (order, key);
      g_hash_table_insert (roles, g_steal_pointer (&key), role);
    }
    role->n_mentions++;
    role->is_shared |= !g_str_equal (role->person, person);
  }

  for (guint i = 0; i < order->len; i++) {
    const char *key = g_ptr_array_index (order, i);
    const Role *role = g_hash_table_lookup (roles, key);

    if (!role->is_shared && role->n_mentions >= MIN_ROLE_MENTIONS)
      join_groups (self, get_group (self, g_strdup (role->person)), get_group (self, g_strdup (key)));
  }
}

/* What a mention offers as the referent's name: the entity's fullest name, or its own words. (transfer full)
 */
static char *
dup_wording (const SynFrameWork *work, const SynNounPhrase *phrase)
{
  const SynDocument *document = work->articles[phrase->article].document;
  gsize n;

  if (phrase->entity == SYN_NO_INDEX)
    return syn_document_dup_span (document, phrase->bare);

  return g_strdup (
      syn_document_get_string (document, syn_document_get_entities (document, &n)[phrase->entity].name));
}

/* The wording that most mentions offer, a name before all others; of several the longest, then the first.
 * (transfer full) */
static char *
choose_referent (const SynFrameWork *work, const GArray *phrases, const GArray *names)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *best = NULL;
  gboolean is_name = FALSE;
  guint most = 0;

  for (guint i = 0; i < names->len; i++) {
    const SynNounPhrase *phrase = &g_array_index (phrases, SynNounPhrase, g_array_index (names, guint, i));
    char *wording = dup_wording (work, phrase);

    is_name |= phrase->entity != SYN_NO_INDEX;
    g_hash_table_insert (counts, wording,
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, wording)) + 1));
  }

  for (guint i = 0; i < names->len; i++) {
    const SynNounPhrase *phrase = &g_array_index (phrases, SynNounPhrase, g_array_index (names, guint, i));
    g_autofree char *wording = dup_wording (work, phrase);
    guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, wording));

    if (is_name && phrase->entity == SYN_NO_INDEX)
      continue;
    if (count > most || (count == most && strlen (wording) > strlen (best))) {
      g_free (best);
      best = g_steal_pointer (&wording);
      most = count;
    }
  }

  return g_steal_pointer (&best);
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

/* The key of the phrase's last noun; what follows it is cut off. NULL where it has none, or where that is a
 * name: names within a phrase have phrases of their own. (transfer full) */
static char *
dup_noun_key (const SynFrameWork *work, GHashTable *nouns, SynNounPhrase *phrase)
{
  const SynFrameArticle *article = &work->articles[phrase->article];
  gsize n;
  const SynToken *tokens = syn_document_get_tokens (article->document, &n);

  do {
    g_autofree char *key = make_key (work, phrase);
    g_autofree char *name = make_token_key (article->document, phrase->head, TRUE);

    /* Another article's name, at the start of a sentence, where this one cannot know it for a name. */
    if ((tokens[phrase->head].flags & SYN_TOKEN_CAPITALISED) && g_hash_table_contains (nouns, name))
      return g_steal_pointer (&name);
    if (g_hash_table_contains (nouns, key))
      return g_steal_pointer (&key);
  } while (syn_noun_phrase_shorten (phrase, article->document) &&
           !(article->roles[phrase->head] & SYN_ROLE_NAME));

  return NULL;
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
  join_roles (&groups, work, phrases);

  for (guint i = 0; i < phrases->len; i++) {
    char *key = dup_noun_key (work, nouns, &g_array_index (phrases, SynNounPhrase, i));
    guint group;

    if (key == NULL)
      continue;
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
