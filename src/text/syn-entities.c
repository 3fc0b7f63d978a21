/* From names to entities: which forms mean the same person, organisation or place, what kind it is, what to
 * call it. */
#include "syn-names-private.h"

#include <string.h>

/* ---- forms and their words ---- */

static SynNameForm *
get_form (SynNames *self, guint32 index)
{
  return &g_array_index (self->forms, SynNameForm, index);
}

static char **
split_key (SynNames *self, const SynNameForm *form)
{
  return g_strsplit (syn_strings_get (self->analysis->draft.strings, form->key), " ", -1);
}

static int
get_votes (const SynNameForm *form, SynNameKind kind)
{
  return form->votes[kind];
}

static gboolean
may_be_person (const SynNameForm *form)
{
  return form->country == NULL &&
         get_votes (form, SYN_NAME_PERSON) >=
             MAX (get_votes (form, SYN_NAME_ORGANISATION), get_votes (form, SYN_NAME_PLACE));
}

static gboolean
may_be_known_person (const SynNameForm *form)
{
  return may_be_person (form) && get_votes (form, SYN_NAME_PERSON) > 0;
}

/* ---- which forms mean the same ---- */

/* The first form seen by each last word, first word, first and last word, and initials. */
typedef struct {
  GHashTable *by_last;
  GHashTable *by_first;
  GHashTable *by_ends;
  GHashTable *by_initials;
  GHashTable *by_country;
} Index;

static void
remember (GHashTable *table, const char *key, guint32 form)
{
  if (!g_hash_table_contains (table, key))
    g_hash_table_insert (table, g_strdup (key), GUINT_TO_POINTER (form + 1));
}

static guint32
recall (GHashTable *table, const char *key)
{
  gpointer found = g_hash_table_lookup (table, key);

  return found != NULL ? GPOINTER_TO_UINT (found) - 1 : SYN_NO_INDEX;
}

static char *
get_initials (SynNames *self, const SynNameForm *form)
{
  const char *text = syn_strings_get (self->analysis->draft.strings, form->text);
  GString *initials = g_string_new (NULL);
  gboolean is_at_start = TRUE;

  for (; *text != '\0'; text++) {
    if (is_at_start && g_ascii_isupper (*text))
      g_string_append_c (initials, *text);
    is_at_start = *text == ' ' || *text == '-';
  }

  return g_string_free (initials, FALSE);
}

static void
index_form (SynNames *self, Index *index, guint32 number)
{
  const SynNameForm *form = get_form (self, number);
  g_auto (GStrv) words = split_key (self, form);
  guint n_words = g_strv_length (words);
  g_autofree char *ends = NULL;
  g_autofree char *initials = NULL;

  if (form->country != NULL && (form->place == SYN_PLACE_COUNTRY || form->place == SYN_PLACE_NATIONALITY))
    remember (index->by_country, form->country, number);
  if (n_words < 2 || form->country != NULL)
    return;

  initials = get_initials (self, form);
  if (strlen (initials) >= 2)
    remember (index->by_initials, initials, number);
  if (!may_be_person (form))
    return;

  ends = g_strconcat (words[0], " ", words[n_words - 1], NULL);
  remember (index->by_last, words[n_words - 1], number);
  remember (index->by_first, words[0], number);
  remember (index->by_ends, ends, number);
}

static void
join_if_found (SynNames *self, guint32 form, guint32 found)
{
  if (found != SYN_NO_INDEX && found != form)
    syn_names_join (self, form, found);
}

/* "EPA", "U.N.": letters only, all capital. */
static gboolean
is_acronym (const char *text)
{
  guint n_letters = 0;

  for (; *text != '\0'; text++) {
    if (!g_ascii_isupper (*text) && *text != '.')
      return FALSE;
    n_letters += *text != '.';
  }

  return n_letters >= 2;
}

static void
join_form (SynNames *self, const Index *index, guint32 number)
{
  const SynNameForm *form = get_form (self, number);
  const char *text = syn_strings_get (self->analysis->draft.strings, form->text);
  g_auto (GStrv) words = split_key (self, form);
  guint n_words = g_strv_length (words);

  if (form->country != NULL) {
    if (form->place == SYN_PLACE_COUNTRY || form->place == SYN_PLACE_NATIONALITY)
      join_if_found (self, number, recall (index->by_country, form->country));
    return;
  }

  if (n_words == 1 && is_acronym (text)) {
    g_autofree char *letters = g_strdup (text);

    g_strdelimit (letters, ".", ' ');
    g_strstrip (letters);
    join_if_found (self, number, recall (index->by_initials, letters));
    return;
  }
  if (n_words == 1 && may_be_person (form)) {
    guint32 found = recall (index->by_last, words[0]);

    if (found == SYN_NO_INDEX)
      found = recall (index->by_first, words[0]);
    /* "Stella" is Stella Hale; "Hangzhou" is not Hangzhou Steel. */
    else if (get_form (self, found)->n_words > 3 && get_votes (get_form (self, found), SYN_NAME_PERSON) == 0)
      found = SYN_NO_INDEX;
    if (found != SYN_NO_INDEX && (recall (index->by_last, words[0]) == found ||
                                  get_votes (get_form (self, found), SYN_NAME_PERSON) > 0))
      join_if_found (self, number, found);
    return;
  }
  if (n_words > 2 && may_be_person (form) && get_votes (form, SYN_NAME_PERSON) > 0) {
    g_autofree char *ends = g_strconcat (words[0], " ", words[n_words - 1], NULL);

    join_if_found (self, number, recall (index->by_ends, ends));
  }
}

/* "Bolt" and "Bolt Motors Inc.": the shorter one is the longer without its general words. */
static void
join_shortened (SynNames *self, guint32 number)
{
  const SynNameForm *form = get_form (self, number);
  const SynLexicon *lexicon = syn_lexicons_get (self->analysis->lexicons, "en");
  g_auto (GStrv) words = split_key (self, form);
  guint n_words = g_strv_length (words);
  guint n_kept = n_words;
  g_autoptr (GString) key = NULL;
  gpointer found;
  SynTextId id;

  while (n_kept > 1 &&
         syn_lexeme_is (syn_lexicon_look_up (lexicon, words[n_kept - 1]), SYN_CLASS_ORGANISATION))
    n_kept--;
  if (n_kept == n_words || form->country != NULL)
    return;

  key = g_string_new (words[0]);
  for (guint i = 1; i < n_kept; i++)
    g_string_append_printf (key, " %s", words[i]);
  id = syn_strings_add (self->analysis->draft.strings, key->str, key->len);
  found = g_hash_table_lookup (self->by_key, GUINT_TO_POINTER (id));
  if (found != NULL && get_form (self, GPOINTER_TO_UINT (found) - 1)->country == NULL)
    syn_names_join (self, number, GPOINTER_TO_UINT (found) - 1);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const SynNameCandidate *first = a;
  const SynNameCandidate *second = b;

  if (first->span.start != second->span.start)
    return first->span.start < second->span.start ? -1 : 1;
  if (first->span.end != second->span.end)
    return first->span.end > second->span.end ? -1 : 1;

  return first->form < second->form ? -1 : first->form > second->form;
}

/* Further places where Chinese names that the text taught stand: the word breaker does not know them. */
static void
find_learnt_han (SynNames *self)
{
  SynDraft *draft = &self->analysis->draft;
  guint n_forms = self->forms->len;

  for (guint32 i = 0; i < n_forms; i++) {
    const char *text = syn_strings_get (draft->strings, get_form (self, i)->text);
    g_autofree char *form = NULL;
    const char *found;

    if (!get_form (self, i)->is_learnt || (guchar) text[0] < 0xe0 || strlen (text) < 2 * strlen ("小"))
      continue;
    form = g_strdup (text);
    for (found = strstr (draft->text, form); found != NULL; found = strstr (found + strlen (form), form)) {
      SynSpan span = syn_span (found - draft->text, found - draft->text + strlen (form));
      guint32 token = syn_analysis_find_token (self->analysis, span.start);
      guint32 end = token;
      SynNameCandidate candidate = { .span = span, .first_token = token, .form = i };
      guint32 sentence = syn_analysis_sentence_of (self->analysis, span.start);

      if (sentence == SYN_NO_INDEX)
        continue;
      while (end < draft->tokens->len && syn_analysis_token (self->analysis, end)->span.start < span.end)
        end++;
      candidate.end_token = end;
      candidate.sentence = sentence;
      g_array_append_val (self->candidates, candidate);
    }
  }
}

/* Puts the mentions in order and leaves of those that overlap the first and longest. */
static void
prune (SynNames *self)
{
  gsize covered = 0;
  guint n_kept = 0;

  g_array_sort (self->candidates, compare_candidates);
  for (guint32 i = 0; i < self->forms->len; i++)
    get_form (self, i)->n_mentions = 0;

  for (guint i = 0; i < self->candidates->len; i++) {
    SynNameCandidate candidate = g_array_index (self->candidates, SynNameCandidate, i);

    if (candidate.span.start < covered || syn_span_is_empty (candidate.span))
      continue;
    covered = candidate.span.end;
    get_form (self, candidate.form)->n_mentions++;
    g_array_index (self->candidates, SynNameCandidate, n_kept++) = candidate;
  }
  g_array_set_size (self->candidates, n_kept);
}

static gboolean
is_all_capitals (const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    if (!g_ascii_isupper (word[i]))
      return FALSE;
  }

  return length >= 2;
}

static void
join_key (SynNames *self, guint32 number, const char *key, gssize length)
{
  SynTextId id = syn_strings_add (self->analysis->draft.strings, key, length);
  gpointer found = g_hash_table_lookup (self->by_key, GUINT_TO_POINTER (id));

  if (found == NULL || get_form (self, GPOINTER_TO_UINT (found) - 1)->n_mentions == 0 ||
      get_form (self, GPOINTER_TO_UINT (found) - 1)->country != NULL)
    return;
  syn_names_join (self, number, GPOINTER_TO_UINT (found) - 1);
}

/* "HSB Ferries" is HSB; the "Porto Post-Herald" is the Post-Herald. */
static void
join_parts (SynNames *self, guint32 number)
{
  const SynNameForm *form = get_form (self, number);
  g_autofree char *text = g_strdup (syn_strings_get (self->analysis->draft.strings, form->text));
  g_autofree char *key = g_strdup (syn_strings_get (self->analysis->draft.strings, form->key));
  const char *space = strchr (text, ' ');

  if (form->n_words < 2 || form->country != NULL || may_be_known_person (form))
    return;
  if (space != NULL && is_all_capitals (text, space - text))
    join_key (self, number, key, strcspn (key, " "));

  for (char *end = strchr (key, ' '); end != NULL; end = strchr (end + 1, ' ')) {
    *end = '\0';
    if (syn_gazetteer_find (self->analysis->gazetteer, key, NULL) != NULL)
      join_key (self, number, end + 1, -1);
    *end = ' ';
  }
}

void
syn_names_group (SynNames *self)
{
  Index index = {
    .by_last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .by_first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .by_ends = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .by_initials = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .by_country = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };

  find_learnt_han (self);
  prune (self);
  for (guint32 i = 0; i < self->forms->len; i++) {
    if (get_form (self, i)->n_mentions > 0)
      index_form (self, &index, i);
  }
  for (guint32 i = 0; i < self->forms->len; i++) {
    if (get_form (self, i)->n_mentions == 0)
      continue;
    join_form (self, &index, i);
    join_shortened (self, i);
    join_parts (self, i);
  }

  g_hash_table_unref (index.by_last);
  g_hash_table_unref (index.by_first);
  g_hash_table_unref (index.by_ends);
  g_hash_table_unref (index.by_initials);
  g_hash_table_unref (index.by_country);
}

/* ---- the records ---- */

/* All that is known of a group of forms. */
typedef struct {
  GArray *forms; /* guint32 */
  int votes[4];
  guint32 entity; /* index of its record, SYN_NO_INDEX until it has one */
} Group;

static void
group_clear (gpointer data)
{
  g_array_unref (((Group *) data)->forms);
}

static GArray *
collect_groups (SynNames *self)
{
  GArray *groups = g_array_new (FALSE, TRUE, sizeof (Group));

  g_array_set_clear_func (groups, group_clear);
  g_array_set_size (groups, self->forms->len);
  for (guint32 i = 0; i < self->forms->len; i++) {
    Group *group = &g_array_index (groups, Group, i);

    group->forms = g_array_new (FALSE, FALSE, sizeof (guint32));
    group->entity = SYN_NO_INDEX;
  }
  for (guint32 i = 0; i < self->forms->len; i++) {
    Group *group = &g_array_index (groups, Group, syn_names_find_group (self, i));

    if (get_form (self, i)->n_mentions == 0)
      continue;
    g_array_append_val (group->forms, i);
    for (guint kind = 0; kind < G_N_ELEMENTS (group->votes); kind++)
      group->votes[kind] += get_form (self, i)->votes[kind];
  }

  return groups;
}

static SynNameKind
decide_kind (const Group *group)
{
  SynNameKind best = SYN_NAME_UNKNOWN;

  for (guint kind = SYN_NAME_PERSON; kind <= SYN_NAME_PLACE; kind++) {
    if (group->votes[kind] > group->votes[best])
      best = kind;
  }

  return best;
}

/* How well a form names its group: a country's own name, then words, then how often it is used, then length.
 */
static gint64
get_fullness (SynNames *self, const SynNameForm *form)
{
  gint64 length = strlen (syn_strings_get (self->analysis->draft.strings, form->text));
  gint64 fullness = 0;

  if (form->place == SYN_PLACE_COUNTRY)
    fullness += G_GINT64_CONSTANT (1) << 50;
  /* In the document's own script, where a comment in another stands beside it. */
  if ((guchar) *syn_strings_get (self->analysis->draft.strings, form->text) < 0xe0 &&
      !g_str_equal (syn_strings_get (self->analysis->draft.strings, self->analysis->draft.language), "zh"))
    fullness += G_GINT64_CONSTANT (1) << 51;
  if (!form->is_gloss)
    fullness += (gint64) MIN (form->n_words, 255) << 40;
  fullness += (gint64) MIN (form->n_mentions, 65535) << 16;

  return fullness + MIN (length, 65535);
}

static int
compare_fullness (gconstpointer a, gconstpointer b, gpointer user_data)
{
  SynNames *self = user_data;
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;
  gint64 difference =
      get_fullness (self, get_form (self, second)) - get_fullness (self, get_form (self, first));

  if (difference != 0)
    return difference > 0 ? 1 : -1;

  return first < second ? -1 : first > second;
}

static guint32
add_entity (SynNames *self, Group *group)
{
  SynDraft *draft = &self->analysis->draft;
  SynEntity *entity = syn_draft_add (draft->entities);

  g_array_sort_with_data (group->forms, compare_fullness, self);
  entity->name = get_form (self, g_array_index (group->forms, guint32, 0))->text;
  entity->kind = decide_kind (group);
  entity->first_alias = draft->aliases->len;
  entity->n_aliases = group->forms->len;
  for (guint i = 0; i < group->forms->len; i++) {
    const SynNameForm *form = get_form (self, g_array_index (group->forms, guint32, i));
    SynAlias *alias = syn_draft_add (draft->aliases);

    alias->form = form->text;
    alias->is_learnt = form->is_learnt;
  }

  return draft->entities->len - 1;
}

void
syn_names_finish (SynNames *self)
{
  SynDraft *draft = &self->analysis->draft;
  g_autoptr (GArray) groups = collect_groups (self);

  for (guint i = 0; i < self->candidates->len; i++) {
    const SynNameCandidate *candidate = &g_array_index (self->candidates, SynNameCandidate, i);
    Group *group = &g_array_index (groups, Group, syn_names_find_group (self, candidate->form));
    SynNameMention *mention;

    if (group->entity == SYN_NO_INDEX)
      group->entity = add_entity (self, group);
    mention = syn_draft_add (draft->names);
    mention->span = candidate->span;
    mention->sentence = candidate->sentence;
    mention->entity = group->entity;
  }
}
