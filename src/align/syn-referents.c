/* Names merged over all the documents: an alias that one article teaches ("RedNote, known in China as ...")
 * holds for all. Two entities are one when they share a form, unless both are people whose given names
 * differ. */
#include "config.h"

#include "syn-corpus-private.h"

#include <string.h>

#include "syn-fold.h"

typedef struct {
  guint article;
  guint32 entity;
} Member;

typedef struct {
  const SynCorpus *corpus;
  GArray *members; /* of Member, by article, then entity */
  guint *parents;  /* union-find over the members; a root is its group's earliest member */
  guint *fullest;  /* per root: the member with the longest name */
} Merge;

static guint
find_root (Merge *merge, guint member)
{
  while (merge->parents[member] != member) {
    merge->parents[member] = merge->parents[merge->parents[member]];
    member = merge->parents[member];
  }

  return member;
}

static const SynEntity *
get_entity (const Merge *merge, guint member)
{
  const Member *record = &g_array_index (merge->members, Member, member);

  return &merge->corpus->articles[record->article].entities[record->entity];
}

static const char *
get_name (const Merge *merge, guint member)
{
  const Member *record = &g_array_index (merge->members, Member, member);

  return syn_document_get_string (merge->corpus->articles[record->article].document,
                                  get_entity (merge, member)->name);
}

/* Letters and digits alone, case folded: "U.S." is "us". (transfer full) */
static char *
fold_form (const char *form)
{
  g_autofree char *folded = syn_fold (form, -1);
  GString *result = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isalnum (c) || c == ' ')
      g_string_append_unichar (result, c);
  }

  return g_string_free (result, FALSE);
}

/* Both are full personal names with another first word: "Eric Wang", "Faye Wang". */
static gboolean
are_two_people (const char *a, const char *b)
{
  const char *a_end = strchr (a, ' ');
  const char *b_end = strchr (b, ' ');
  gsize a_length, b_length;

  if (a_end == NULL || b_end == NULL)
    return FALSE;

  a_length = a_end - a;
  b_length = b_end - b;
  if (g_ascii_tolower (a[0]) == g_ascii_tolower (b[0]) && (a_length <= 2 || b_length <= 2))
    return FALSE; /* an initial */

  return a_length != b_length || strncmp (a, b, a_length) != 0;
}

/* Both are organisations or places of several words: sharing a short form ("the Court") proves nothing then.
 */
static gboolean
are_two_things (const SynEntity *a, const SynEntity *b)
{
  if (a->kind == SYN_NAME_UNKNOWN || b->kind == SYN_NAME_UNKNOWN || a->kind == b->kind)
    return FALSE;

  return a->kind == SYN_NAME_PERSON || b->kind == SYN_NAME_PERSON;
}

static void
join_members (Merge *merge, guint a, guint b)
{
  guint x = find_root (merge, a);
  guint y = find_root (merge, b);
  guint fullest_x = merge->fullest[x];
  guint fullest_y = merge->fullest[y];
  const SynEntity *one = get_entity (merge, fullest_x);
  const SynEntity *other = get_entity (merge, fullest_y);

  if (x == y || are_two_things (one, other))
    return;
  if ((one->kind == SYN_NAME_PERSON || other->kind == SYN_NAME_PERSON) &&
      are_two_people (get_name (merge, fullest_x), get_name (merge, fullest_y)))
    return;

  merge->parents[MAX (x, y)] = MIN (x, y);
  if (strlen (get_name (merge, fullest_y)) > strlen (get_name (merge, fullest_x)))
    fullest_x = fullest_y;
  merge->fullest[MIN (x, y)] = fullest_x;
}

/* Joins the members that share a form; the first member of each form stands for the others. */
static void
join_by_form (Merge *merge)
{
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint m = 0; m < merge->members->len; m++) {
    const Member *member = &g_array_index (merge->members, Member, m);
    const SynArticleView *view = &merge->corpus->articles[member->article];
    const SynEntity *entity = &view->entities[member->entity];

    for (guint32 i = 0; i < entity->n_aliases; i++) {
      const SynAlias *alias = &view->aliases[entity->first_alias + i];
      char *form = fold_form (syn_document_get_string (view->document, alias->form));
      gpointer known;

      if (g_hash_table_lookup_extended (first, form, NULL, &known)) {
        join_members (merge, GPOINTER_TO_UINT (known), m);
        g_free (form);
      } else {
        g_hash_table_insert (first, form, GUINT_TO_POINTER (m));
      }
    }
  }
}

guint32
syn_article_find_single_term (const SynArticleView *view, SynSpan name, gsize *at)
{
  guint32 single = SYN_NO_INDEX;

  while (*at > 0 && view->tokens[*at - 1].span.end > name.start)
    (*at)--;
  while (*at < view->n_tokens && view->tokens[*at].span.end <= name.start)
    (*at)++;
  for (gsize t = *at; t < view->n_tokens && view->tokens[t].span.start < name.end; t++) {
    if (view->terms[t] == SYN_NO_INDEX)
      continue;
    if (single != SYN_NO_INDEX)
      return SYN_NO_INDEX;
    single = view->terms[t];
  }

  return single;
}

typedef struct {
  guint32 referent;
  guint32 term;
} OneWordName;

static int
compare_one_word_names (gconstpointer a, gconstpointer b)
{
  const OneWordName *x = a;
  const OneWordName *y = b;

  if (x->referent != y->referent)
    return x->referent < y->referent ? -1 : 1;

  return (x->term > y->term) - (x->term < y->term);
}

/* An article may say RedNote in each sentence and Xiaohongshu in one: neither proves much then. */
static void
share_counts (SynCorpus *self)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (OneWordName));

  for (guint a = 0; a < self->n_articles; a++) {
    const SynArticleView *view = &self->articles[a];
    gsize at = 0;

    for (gsize i = 0; i < view->n_names; i++) {
      OneWordName name = { view->referents[view->names[i].entity],
                           syn_article_find_single_term (view, view->names[i].span, &at) };

      if (name.term != SYN_NO_INDEX)
        g_array_append_val (names, name);
    }
  }
  g_array_sort (names, compare_one_word_names);

  for (guint i = 0; i < names->len;) {
    guint end = i, n = 0;

    for (; end < names->len &&
           g_array_index (names, OneWordName, end).referent == g_array_index (names, OneWordName, i).referent;
         end++) {
      const OneWordName *name = &g_array_index (names, OneWordName, end);

      if (end == i || name->term != g_array_index (names, OneWordName, end - 1).term)
        n += syn_corpus_get_term (self, name->term)->n_sentences;
    }
    for (; i < end; i++) {
      SynTerm *term = &g_array_index (self->terms, SynTerm, g_array_index (names, OneWordName, i).term);

      term->n_sentences = MAX (term->n_sentences, n);
    }
  }
}

void
syn_corpus_merge_names (SynCorpus *self)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_autofree guint *parents = NULL;
  g_autofree guint *fullest = NULL;
  g_autofree guint32 *numbers = NULL;
  Merge merge = { self, members };

  for (guint a = 0; a < self->n_articles; a++) {
    for (guint32 e = 0; e < self->articles[a].n_entities; e++) {
      Member member = { a, e };

      g_array_append_val (members, member);
    }
  }

  merge.parents = parents = g_new (guint, members->len + 1);
  merge.fullest = fullest = g_new (guint, members->len + 1);
  for (guint m = 0; m < members->len; m++)
    parents[m] = fullest[m] = m;
  join_by_form (&merge);

  numbers = g_new (guint32, members->len + 1);
  for (guint a = 0; a < self->n_articles; a++)
    self->articles[a].referents = g_new (guint32, self->articles[a].n_entities + 1);
  for (guint m = 0; m < members->len; m++) {
    const Member *member = &g_array_index (members, Member, m);
    guint root = find_root (&merge, m);

    if (root == m) {
      SynReferent referent = { get_name (&merge, fullest[m]), get_entity (&merge, fullest[m])->kind, 0, 0 };

      numbers[m] = self->referents->len;
      g_array_append_val (self->referents, referent);
    }
    self->articles[member->article].referents[member->entity] = numbers[root];
  }
  share_counts (self);
}
