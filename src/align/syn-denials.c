#include "config.h"

#include "syn-denials-private.h"

#include "syn-align-table-private.h"
#include "syn-rows.h"

#include <string.h>

#define DENIALS_PATH "/io/github/synoptic_reader/Synoptic/align/denials.tsv"

/* Sentences that match worse than this may well be of two things: what one denies the other need not say.
 * From 0.4 on, and with looser shares than below, the samples' and the readers' stories show one
 * contradiction and no false one; as they hold so few, this is stricter, by hand. */
#define MIN_SCORE 0.6

/* Beside the verb, the two clauses share so many words, and so large parts of the shorter and of the longer
 * one's. */
#define MIN_SHARED      2
#define MIN_SHORT_SHARE 0.5
#define MIN_LONG_SHARE  0.3

/* Words between a negation and the verb that it denies: "not yet been". */
#define MAX_WAY 2

/* And before the negation, that belong to it: "has not", "will not". */
#define MAX_AUXILIARIES 2

typedef enum {
  WORD_NONE,
  WORD_DENIES,
  WORD_OPEN,
} WordClass;

/* Word -> its class. */
static GHashTable *
read_words (void)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) bytes = syn_align_lookup_table (DENIALS_PATH);
  char *text =
      g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)); /* the words stay in it */
  char *fields[2];
  SynRows rows;

  syn_rows_init (&rows, text);
  while (syn_rows_next (&rows, fields, G_N_ELEMENTS (fields)) == G_N_ELEMENTS (fields)) {
    WordClass class = g_str_equal (fields[0], "denies") ? WORD_DENIES : WORD_OPEN;
    const char *word;

    while ((word = syn_rows_take_item (&fields[1], ", ")) != NULL)
      g_hash_table_insert (words, (gpointer) word, GUINT_TO_POINTER (class));
  }

  return words;
}

static WordClass
get_class (const SynArticleView *view, const SynToken *token)
{
  static gsize words = 0;

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, GPOINTER_TO_SIZE (read_words ()));

  return GPOINTER_TO_UINT (
      g_hash_table_lookup (GSIZE_TO_POINTER (words), syn_document_get_string (view->document, token->word)));
}

/* ---- what a passage says of a verb ---- */

static const SynClause *
find_clause (const SynArticleView *view, const SynPassage *passage, guint32 token)
{
  const SynClause *clause = &view->clauses[passage->first_clause];

  for (guint32 c = 0; c < passage->n_clauses && token >= clause[c].first_token; c++) {
    if (token < clause[c].first_token + clause[c].n_tokens)
      return &clause[c];
  }

  return clause;
}

/* Whether the words before the token in its clause leave it open. */
static gboolean
is_open (const SynArticleView *view, const SynClause *clause, guint32 token)
{
  for (guint32 i = clause->first_token; i < token; i++) {
    if (get_class (view, &view->tokens[i]) == WORD_OPEN)
      return TRUE;
  }

  return FALSE;
}

/* The verb, or predicate, that the negation at `token` denies; SYN_NO_INDEX where it is not plain. */
static guint32
find_denied (const SynArticleView *view, const SynClause *clause, guint32 token)
{
  guint32 end = MIN (clause->first_token + clause->n_tokens, token + 2 + MAX_WAY);

  for (guint32 i = token + 1; i < end; i++) {
    if (!(view->tokens[i].flags & SYN_TOKEN_WORD) || (view->tokens[i].flags & SYN_TOKEN_CAPITALISED) ||
        get_class (view, &view->tokens[i]) == WORD_OPEN)
      return SYN_NO_INDEX; /* "not only" */
    if (view->terms[i] != SYN_NO_INDEX)
      return (view->tokens[i].flags & SYN_TOKEN_NUMBER) ? SYN_NO_INDEX : i;
  }

  return SYN_NO_INDEX;
}

/* A word of the passage with that term of which it is plainly said that it is so. */
static guint32
find_affirmed (const SynArticleView *view, const SynPassage *passage, guint32 term)
{
  for (guint32 i = passage->first_token; i < passage->first_token + passage->n_tokens && !passage->is_negated;
       i++) {
    if (view->terms[i] == term && !(view->tokens[i].flags & SYN_TOKEN_CAPITALISED) &&
        !is_open (view, find_clause (view, passage, i), i))
      return i;
  }

  return SYN_NO_INDEX;
}

/* ---- whether both speak of one thing ---- */

static gboolean
has_term (const SynArticleView *view, const SynClause *clause, guint32 term)
{
  for (guint32 i = clause->first_token; i < clause->first_token + clause->n_tokens; i++) {
    if (view->terms[i] == term)
      return TRUE;
  }

  return FALSE;
}

/* Words of the clause but the verb; `n_shared` (out): those that the other clause has, too. */
static guint
count_words (const SynArticleView *view,
             const SynClause *clause,
             guint32 verb,
             const SynArticleView *other_view,
             const SynClause *other,
             guint *n_shared)
{
  guint n = 0;

  *n_shared = 0;
  for (guint32 i = clause->first_token; i < clause->first_token + clause->n_tokens; i++) {
    if (view->terms[i] == SYN_NO_INDEX || view->terms[i] == view->terms[verb])
      continue;
    n++;
    *n_shared += has_term (other_view, other, view->terms[i]);
  }

  return n;
}

static gboolean
is_speaker (const SynCorpus *corpus, const SynPassage *passage, SynSpan name)
{
  const SynArticleView *view = &corpus->articles[passage->article];

  for (guint32 i = passage->first_quote; i < passage->first_quote + passage->n_quotes; i++) {
    if (syn_span_overlaps (view->quotes[g_array_index (corpus->passage_quotes, guint32, i)].source, name))
      return TRUE;
  }

  return FALSE;
}

/* The name before the verb that is likely its subject: its referent, or SYN_NO_INDEX. */
static guint32
find_subject (const SynCorpus *corpus, const SynPassage *passage, guint32 verb)
{
  const SynArticleView *view = &corpus->articles[passage->article];
  const SynClause *clause = find_clause (view, passage, verb);
  guint32 subject = SYN_NO_INDEX;

  for (guint32 i = passage->first_name; i < passage->first_name + passage->n_names; i++) {
    SynSpan span = view->names[i].span;

    if (syn_span_contains (clause->span, span) && span.end <= view->tokens[verb].span.start &&
        !is_speaker (corpus, passage, span))
      subject = view->referents[view->names[i].entity];
  }

  return subject;
}

static gboolean
have_other_subjects (
    const SynCorpus *corpus, const SynPassage *a, guint32 a_verb, const SynPassage *b, guint32 b_verb)
{
  guint32 x = find_subject (corpus, a, a_verb);
  guint32 y = find_subject (corpus, b, b_verb);

  return x != SYN_NO_INDEX && y != SYN_NO_INDEX && x != y;
}

/* The next word that means something, before the verb or behind it (`step` -1 or 1): its term, or
 * SYN_NO_INDEX. */
static guint32
find_neighbour (const SynArticleView *view, const SynClause *clause, guint32 verb, int step)
{
  for (guint32 i = verb + step; i >= clause->first_token && i < clause->first_token + clause->n_tokens;
       i += step) {
    if (view->terms[i] != SYN_NO_INDEX)
      return view->terms[i];
  }

  return SYN_NO_INDEX;
}

/* The verb has the same word before it, its subject likely, or the same behind it. */
static gboolean
share_neighbour (const SynArticleView *a_view,
                 const SynClause *a,
                 guint32 a_verb,
                 const SynArticleView *b_view,
                 const SynClause *b,
                 guint32 b_verb)
{
  for (int step = -1; step <= 1; step += 2) {
    guint32 term = find_neighbour (a_view, a, a_verb, step);

    if (term != SYN_NO_INDEX && term == find_neighbour (b_view, b, b_verb, step))
      return TRUE;
  }

  return FALSE;
}

static gboolean
are_one_claim (
    const SynCorpus *corpus, const SynPassage *a, guint32 a_verb, const SynPassage *b, guint32 b_verb)
{
  const SynArticleView *a_view = &corpus->articles[a->article];
  const SynArticleView *b_view = &corpus->articles[b->article];
  const SynClause *x = find_clause (a_view, a, a_verb);
  const SynClause *y = find_clause (b_view, b, b_verb);
  guint a_shared, b_shared;
  guint n_a = count_words (a_view, x, a_verb, b_view, y, &a_shared);
  guint n_b = count_words (b_view, y, b_verb, a_view, x, &b_shared);
  guint n_shared = MIN (a_shared, b_shared);

  return n_shared >= MIN_SHARED && n_shared >= MIN_SHORT_SHARE * MIN (n_a, n_b) &&
         n_shared >= MIN_LONG_SHARE * MAX (n_a, n_b) &&
         share_neighbour (a_view, x, a_verb, b_view, y, b_verb) &&
         !have_other_subjects (corpus, a, a_verb, b, b_verb);
}

/* ---- claims ---- */

static gboolean
has_entry (const SynQuantity *claim, const SynQuantityEntry *entry)
{
  for (guint i = 0; i < claim->entries->len; i++) {
    const SynQuantityEntry *known = &g_array_index (claim->entries, SynQuantityEntry, i);

    if (known->passage == entry->passage && known->record == entry->record)
      return TRUE;
  }

  return FALSE;
}

/* Adds the two to the claim that has one of them already, or founds one. */
static void
add_claim (GPtrArray *claims, const SynQuantityEntry *affirmed, const SynQuantityEntry *denied)
{
  SynQuantity *claim = NULL;

  for (guint i = 0; i < claims->len && claim == NULL; i++) {
    SynQuantity *known = g_ptr_array_index (claims, i);

    if (has_entry (known, affirmed) || has_entry (known, denied))
      claim = known;
  }
  if (claim == NULL) {
    claim = syn_quantity_new (SYN_QUANTITY_CLAIM);
    claim->n_values = 2;
    g_ptr_array_add (claims, claim);
  }

  if (!has_entry (claim, affirmed))
    g_array_append_val (claim->entries, *affirmed);
  if (!has_entry (claim, denied))
    g_array_append_val (claim->entries, *denied);
  syn_quantity_sort (claim);
}

/* What `denier` denies and `other` says. */
static void
find_in_pair (const SynCorpus *corpus, guint32 denier, guint32 other, GPtrArray *claims)
{
  const SynPassage *a = syn_corpus_get_passage (corpus, denier);
  const SynPassage *b = syn_corpus_get_passage (corpus, other);
  const SynArticleView *a_view = &corpus->articles[a->article];
  const SynArticleView *b_view = &corpus->articles[b->article];

  for (guint32 i = a->first_token; i < a->first_token + a->n_tokens && a->is_negated; i++) {
    const SynClause *clause = find_clause (a_view, a, i);
    SynQuantityEntry denied = { denier, SYN_NO_INDEX, 1 };
    SynQuantityEntry affirmed = { other, SYN_NO_INDEX, 0 };

    if (get_class (a_view, &a_view->tokens[i]) != WORD_DENIES || is_open (a_view, clause, i))
      continue;
    denied.record = find_denied (a_view, clause, i);
    if (denied.record == SYN_NO_INDEX)
      continue;
    affirmed.record = find_affirmed (b_view, b, a_view->terms[denied.record]);
    if (affirmed.record != SYN_NO_INDEX && are_one_claim (corpus, a, denied.record, b, affirmed.record))
      add_claim (claims, &affirmed, &denied);
  }
}

GPtrArray *
syn_denials_find (const SynCorpus *corpus, const GArray *pairs)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_quantity_free);

  for (guint i = 0; i < pairs->len; i++) {
    const SynScoredPair *pair = &g_array_index (pairs, SynScoredPair, i);

    if (pair->score < MIN_SCORE)
      continue;
    find_in_pair (corpus, pair->a, pair->b, claims);
    find_in_pair (corpus, pair->b, pair->a, claims);
  }

  return claims;
}

SynSpan
syn_denials_get_span (const SynCorpus *corpus, const SynQuantityEntry *entry)
{
  const SynPassage *passage = syn_corpus_get_passage (corpus, entry->passage);
  const SynArticleView *view = &corpus->articles[passage->article];
  SynSpan span = view->tokens[entry->record].span;
  guint32 first = entry->record;

  /* "has not yet been sold": back over what stands between */
  while (entry->value == 1 && first > passage->first_token &&
         first + MAX_WAY + MAX_AUXILIARIES > entry->record &&
         (view->tokens[first - 1].flags & SYN_TOKEN_FUNCTION) &&
         (view->tokens[first - 1].flags & SYN_TOKEN_WORD))
    first--;
  span.start = view->tokens[first].span.start;

  return span;
}
