#include "config.h"

#include "syn-corpus-private.h"
#include "syn-gazetteer.h"

#include <math.h>
#include <string.h>

/* A number that is no figure ("route 91") proves about as much as a word of one article in fifty; the tables
 * know all numbers as one word. */
#define NUMBER_RARITY 4.0f

/* A heading of no more different content words, without a name or a figure ("Public safety", "Community and social
 * bonds"), claims nothing: no reader of the sample stories counts one with a fact. */
#define LABEL_TERMS 3

/* No single word proves more than this, nats: one in eleven hundred articles. Best on the graded sentence
 * pairs. */
#define MAX_RARITY 8.5f

/* How fast a word loses its worth as it spreads over the story's sentences: readers' average precision moves
 * by less than .01 between 1 and 4. */
#define STORY_POWER 2

/* What a word that only tells who speaks keeps of its weight. Measured on the readers' stories, each left out of the fit in
 * turn. */
#define ATTRIBUTION_SHARE 0.4f

/* The language of fewer words is a guess. */
#define MIN_LANGUAGE_TOKENS 8

float
syn_corpus_keep_worth (guint n, guint total)
{
  if (total <= 2 || n <= 2)
    return 1;

  return MAX (0, log ((total + 1.0) / n) / log ((total + 1.0) / 2));
}

static void
view_document (SynArticleView *view, SynDocument *document)
{
  view->document = document;
  view->text = syn_document_get_text (document, NULL);
  view->paragraphs = syn_document_get_paragraphs (document, &view->n_paragraphs);
  view->sentences = syn_document_get_sentences (document, &view->n_sentences);
  view->clauses = syn_document_get_clauses (document, &view->n_clauses);
  view->tokens = syn_document_get_tokens (document, &view->n_tokens);
  view->figures = syn_document_get_figures (document, &view->n_figures);
  view->dates = syn_document_get_dates (document, &view->n_dates);
  view->entities = syn_document_get_entities (document, &view->n_entities);
  view->aliases = syn_document_get_aliases (document, &view->n_aliases);
  view->names = syn_document_get_names (document, &view->n_names);
  view->quotes = syn_document_get_quotes (document, &view->n_quotes);
}

/* ---- vocabulary ---- */

static const SynGazetteer *
get_gazetteer (void)
{
  static gsize gazetteer = 0;

  if (g_once_init_enter (&gazetteer))
    g_once_init_leave (&gazetteer, GPOINTER_TO_SIZE (syn_gazetteer_new ()));

  return GSIZE_TO_POINTER (gazetteer);
}

static const char *
find_country (const SynDocument *document, const SynToken *token, SynPlaceKind *kind)
{
  const char *country;

  if (!(token->flags & (SYN_TOKEN_CAPITALISED | SYN_TOKEN_HAN)))
    return NULL;

  country = syn_gazetteer_find (get_gazetteer (), syn_document_get_string (document, token->word), kind);

  return *kind == SYN_PLACE_OTHER ? NULL : country;
}

static guint32
find_term (SynCorpus *self, GHashTable *vocabulary, const SynDocument *document, const SynToken *token)
{
  gboolean is_number = (token->flags & SYN_TOKEN_NUMBER) != 0;
  const char *text = syn_document_get_string (document, is_number ? token->word : token->stem);
  SynPlaceKind kind = SYN_PLACE_NONE;
  const char *country = find_country (document, token, &kind);
  gpointer position;
  SynTerm term = { 0 };

  /* "China", "Chinese" and "中国" are one word here */
  if (kind == SYN_PLACE_COUNTRY || kind == SYN_PLACE_NATIONALITY)
    text = country;
  if (g_hash_table_lookup_extended (vocabulary, text, NULL, &position)) {
    SynTerm *known = &g_array_index (self->terms, SynTerm, GPOINTER_TO_UINT (position));

    /* of the words that share a stem the commonest has the soundest statistics */
    if (token->entry != SYN_NO_WORD && !is_number &&
        (known->entry == SYN_NO_WORD || token->rarity < known->rarity)) {
      known->entry = token->entry;
      known->rarity = MIN (token->rarity, MAX_RARITY);
    }

    return GPOINTER_TO_UINT (position);
  }

  term.text = text;
  term.country = country;
  term.is_capital = kind == SYN_PLACE_CAPITAL;
  term.persons = syn_persons_find (syn_document_get_string (document, token->word));
  term.entry = is_number ? SYN_NO_WORD : token->entry;
  term.rarity = is_number ? NUMBER_RARITY : MIN (token->rarity, MAX_RARITY);
  g_array_append_val (self->terms, term);
  g_hash_table_insert (vocabulary, (gpointer) text, GUINT_TO_POINTER (self->terms->len - 1));

  return self->terms->len - 1;
}

static void
read_vocabulary (SynCorpus *self, GHashTable *vocabulary, SynArticleView *view)
{
  view->terms = g_new (guint32, view->n_tokens + 1);
  for (gsize i = 0; i < view->n_tokens; i++) {
    if (syn_corpus_is_term (view->document, &view->tokens[i]))
      view->terms[i] = find_term (self, vocabulary, view->document, &view->tokens[i]);
    else
      view->terms[i] = SYN_NO_INDEX;
  }
}

/* Counts in how many sentences each term stands. */
static void
count_sentences (SynCorpus *self, const SynArticleView *view, guint32 *seen, guint32 *stamp)
{
  for (gsize s = 0; s < view->n_sentences; s++) {
    const SynSentence *sentence = &view->sentences[s];

    (*stamp)++;
    for (guint32 i = sentence->first_token; i < sentence->first_token + sentence->n_tokens; i++) {
      guint32 term = view->terms[i];

      if (term == SYN_NO_INDEX || seen[term] == *stamp)
        continue;
      seen[term] = *stamp;
      g_array_index (self->terms, SynTerm, term).n_sentences++;
    }
  }
}

/* ---- passages ---- */

static int
compare_passage_terms (gconstpointer a, gconstpointer b)
{
  const SynPassageTerm *x = a;
  const SynPassageTerm *y = b;

  if (x->term != y->term)
    return x->term < y->term ? -1 : 1;

  return (x->token > y->token) - (x->token < y->token);
}

/* The words of a name stand and fall together: all of them prove as much as one. Who says it proves less than what is
 * said. */
static SynPassageTerm
make_term (const SynCorpus *self, guint32 term, guint32 token, guint32 clause, SynTokenMark mark)
{
  SynPassageTerm item = { term, token, MIN (clause, G_MAXUINT16), mark.name_words > 0 };

  if (term != SYN_NO_INDEX) {
    item.share = (mark.is_attribution ? ATTRIBUTION_SHARE : 1) / MAX (mark.name_words, 1);
    item.weight = syn_corpus_get_term (self, term)->weight * item.share;
  }

  return item;
}

static void
add_terms (SynCorpus *self, const SynArticleView *view, const SynTokenMark *marks, SynPassage *passage)
{
  guint kept;

  passage->first_term = self->passage_terms->len;
  for (guint32 c = 0; c < passage->n_clauses; c++) {
    const SynClause *clause = &view->clauses[passage->first_clause + c];

    for (guint32 i = clause->first_token; i < clause->first_token + clause->n_tokens; i++) {
      SynPassageTerm item = make_term (self, view->terms[i], i, c, marks[i]);

      if (item.term != SYN_NO_INDEX)
        g_array_append_val (self->passage_terms, item);
    }
  }

  kept = passage->first_term;
  if (self->passage_terms->len > kept)
    qsort (&g_array_index (self->passage_terms, SynPassageTerm, kept), self->passage_terms->len - kept,
           sizeof (SynPassageTerm), compare_passage_terms);
  for (guint i = passage->first_term; i < self->passage_terms->len; i++) {
    SynPassageTerm item = g_array_index (self->passage_terms, SynPassageTerm, i);

    if (kept > passage->first_term &&
        g_array_index (self->passage_terms, SynPassageTerm, kept - 1).term == item.term)
      continue;
    g_array_index (self->passage_terms, SynPassageTerm, kept++) = item;
  }
  g_array_set_size (self->passage_terms, kept);
  passage->n_terms = kept - passage->first_term;

  for (guint i = passage->first_term; i < kept; i++) {
    const SynPassageTerm *item = &g_array_index (self->passage_terms, SynPassageTerm, i);

    passage->weight += item->weight;
  }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

static void
add_referents (SynCorpus *self, const SynArticleView *view, SynPassage *passage)
{
  guint kept = self->passage_referents->len;

  passage->first_referent = kept;
  for (guint32 i = passage->first_name; i < passage->first_name + passage->n_names; i++) {
    guint32 referent = view->referents[view->names[i].entity];

    g_array_append_val (self->passage_referents, referent);
  }

  if (self->passage_referents->len > kept)
    qsort (&g_array_index (self->passage_referents, guint32, kept), self->passage_referents->len - kept,
           sizeof (guint32), compare_numbers);
  for (guint i = kept; i < self->passage_referents->len; i++) {
    guint32 referent = g_array_index (self->passage_referents, guint32, i);

    if (kept > passage->first_referent &&
        g_array_index (self->passage_referents, guint32, kept - 1) == referent)
      continue;
    g_array_index (self->passage_referents, guint32, kept++) = referent;
  }
  g_array_set_size (self->passage_referents, kept);
  passage->n_referents = kept - passage->first_referent;

  for (guint i = passage->first_referent; i < kept; i++) {
    guint32 referent = g_array_index (self->passage_referents, guint32, i);

    g_array_index (self->referents, SynReferent, referent).n_sentences++;
  }
}

/* Where each sentence's records begin; every array is in text order. */
typedef struct {
  gsize figure;
  gsize date;
  gsize name;
  gsize quote;
} Cursor;

/* Sentences `sentence` to `last` as one passage. */
static void
add_passage (
    SynCorpus *self, guint article, guint32 sentence, guint32 last, const SynTokenMark *marks, Cursor *at)
{
  const SynArticleView *view = &self->articles[article];
  const SynSentence *record = &view->sentences[sentence];
  const SynSentence *end = &view->sentences[last];
  const SynParagraph *paragraph = &view->paragraphs[record->paragraph];
  SynPassage passage = { 0 };

  passage.article = article;
  passage.sentence = sentence;
  passage.span = syn_span (record->span.start, end->span.end);
  passage.language = syn_document_get_string (view->document, paragraph->language);
  passage.aside = paragraph->aside;
  passage.is_title = paragraph->kind != SYN_PARAGRAPH_TEXT;
  passage.first_token = record->first_token;
  passage.n_tokens = end->first_token + end->n_tokens - record->first_token;
  passage.first_clause = record->first_clause;
  passage.n_clauses = end->first_clause + end->n_clauses - record->first_clause;

  passage.first_figure = at->figure;
  while (at->figure < view->n_figures && view->figures[at->figure].sentence <= last)
    at->figure++;
  passage.n_figures = at->figure - passage.first_figure;

  passage.first_date = at->date;
  while (at->date < view->n_dates && view->dates[at->date].sentence <= last)
    at->date++;
  passage.n_dates = at->date - passage.first_date;

  passage.first_name = at->name;
  while (at->name < view->n_names && view->names[at->name].sentence <= last)
    at->name++;
  passage.n_names = at->name - passage.first_name;

  /* a quote may run over several sentences, and a nested one may end before its neighbour */
  while (at->quote < view->n_quotes && view->quotes[at->quote].content.end <= record->span.start)
    at->quote++;
  passage.first_quote = self->passage_quotes->len;
  for (guint32 i = at->quote; i < view->n_quotes && view->quotes[i].content.start < passage.span.end; i++) {
    if (syn_span_overlaps (view->quotes[i].content, passage.span))
      g_array_append_val (self->passage_quotes, i);
  }
  passage.n_quotes = self->passage_quotes->len - passage.first_quote;

  passage.utterance =
      syn_utterance_find (view->document, &view->tokens[passage.first_token], passage.n_tokens);
  for (guint32 i = passage.first_token; i < passage.first_token + passage.n_tokens; i++)
    passage.is_negated |= (view->tokens[i].flags & SYN_TOKEN_NEGATION) != 0;
  add_terms (self, view, marks, &passage);
  add_referents (self, view, &passage);
  passage.is_label = paragraph->kind == SYN_PARAGRAPH_HEADING && passage.n_terms <= LABEL_TERMS &&
                     passage.n_names == 0 && passage.n_figures == 0;
  g_array_append_val (self->passages, passage);
}

/* ---- weights ---- */

static void
weigh_terms (SynCorpus *self, guint n_sentences)
{
  for (guint i = 0; i < self->terms->len; i++) {
    SynTerm *term = &g_array_index (self->terms, SynTerm, i);

    float kept = syn_corpus_keep_worth (term->n_sentences, n_sentences);

    term->weight = term->rarity * powf (kept, STORY_POWER);
    term->surprise = log ((n_sentences + 1.0) / MAX (term->n_sentences, 1));
    term->mild_weight = term->rarity * kept;
  }
}

/* A name proves what its rarest word proves, less where the story is full of it. */
static void
weigh_referents (SynCorpus *self)
{
  for (guint a = 0; a < self->n_articles; a++) {
    const SynArticleView *view = &self->articles[a];
    gsize at = 0;

    for (gsize i = 0; i < view->n_names; i++) {
      SynReferent *referent =
          &g_array_index (self->referents, SynReferent, view->referents[view->names[i].entity]);

      while (at > 0 && view->tokens[at - 1].span.end > view->names[i].span.start)
        at--;
      while (at < view->n_tokens && view->tokens[at].span.end <= view->names[i].span.start)
        at++;
      for (gsize t = at; t < view->n_tokens && view->tokens[t].span.start < view->names[i].span.end; t++) {
        if (view->terms[t] != SYN_NO_INDEX)
          referent->weight = MAX (referent->weight, syn_corpus_get_term (self, view->terms[t])->rarity);
      }
    }
  }

  for (guint i = 0; i < self->referents->len; i++) {
    SynReferent *referent = &g_array_index (self->referents, SynReferent, i);

    referent->weight *= powf (syn_corpus_keep_worth (referent->n_sentences, self->passages->len), STORY_POWER);
  }
}

/* ---- public ---- */

static void
add_passages (SynCorpus *self, guint article, gboolean whole, const SynTokenMark *marks)
{
  SynArticleView *view = &self->articles[article];
  Cursor at = { 0 };

  view->first_passage = self->passages->len;
  if (whole && view->n_sentences > 0) {
    add_passage (self, article, 0, view->n_sentences - 1, marks, &at);
  } else if (whole) {
    SynPassage nothing = { .article = article, .language = "" };

    g_array_append_val (self->passages, nothing);
  } else {
    for (guint32 s = 0; s < view->n_sentences; s++)
      add_passage (self, article, s, s, marks, &at);
  }
}

static SynCorpus *
make_corpus (SynDocument *const *documents,
             gsize n,
             SynDocument *const *background,
             gsize n_background,
             gboolean whole)
{
  SynCorpus *self = g_new0 (SynCorpus, 1);
  g_autoptr (GHashTable) vocabulary = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint32 *seen = NULL;
  guint32 stamp = 0;
  guint n_sentences = whole ? n : 0;

  self->n_articles = n;
  self->articles = g_new0 (SynArticleView, n + n_background);
  self->terms = g_array_new (FALSE, TRUE, sizeof (SynTerm));
  self->links = g_array_new (FALSE, TRUE, sizeof (SynTermLink));
  self->referents = g_array_new (FALSE, TRUE, sizeof (SynReferent));
  self->passages = g_array_new (FALSE, TRUE, sizeof (SynPassage));
  self->passage_terms = g_array_new (FALSE, TRUE, sizeof (SynPassageTerm));
  self->passage_referents = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->passage_quotes = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->passage_words = g_array_new (FALSE, TRUE, sizeof (SynPassageWord));

  for (gsize i = 0; i < n + n_background; i++) {
    SynArticleView *view = &self->articles[i];

    view_document (view, i < n ? documents[i] : background[i - n]);
    g_ptr_array_add (marks, syn_article_mark_tokens (view));
    read_vocabulary (self, vocabulary, view);
  }

  seen = g_new0 (guint32, self->terms->len + 1);
  for (gsize i = whole ? n : 0; i < n + n_background; i++) {
    count_sentences (self, &self->articles[i], seen, &stamp);
    n_sentences += self->articles[i].n_sentences;
  }
  syn_corpus_merge_names (self);
  weigh_terms (self, n_sentences);

  for (guint i = 0; i < n; i++)
    add_passages (self, i, whole, g_ptr_array_index (marks, i));
  weigh_referents (self);
  syn_corpus_link_terms (self);
  syn_corpus_find_mouths (self);
  syn_corpus_weigh_days (self);
  syn_corpus_read_words (self);
  syn_corpus_find_gists (self);

  /* the background has given its counts */
  for (gsize i = n; i < n + n_background; i++)
    g_clear_pointer (&self->articles[i].terms, g_free);

  return self;
}

SynCorpus *
syn_corpus_new (SynDocument *const *documents, gsize n)
{
  return make_corpus (documents, n, NULL, 0, FALSE);
}

SynCorpus *
syn_corpus_new_whole (SynDocument *const *documents,
                      gsize n,
                      SynDocument *const *background,
                      gsize n_background)
{
  return make_corpus (documents, n, background, n_background, TRUE);
}

void
syn_corpus_free (SynCorpus *self)
{
  for (guint i = 0; i < self->n_articles; i++) {
    g_free (self->articles[i].terms);
    g_free (self->articles[i].referents);
    g_free (self->articles[i].mouths);
    g_free (self->articles[i].mouth_shares);
    g_free (self->articles[i].day_worths);
  }
  g_free (self->articles);
  g_free (self->gists);
  g_array_unref (self->terms);
  g_array_unref (self->links);
  g_array_unref (self->referents);
  g_array_unref (self->passages);
  g_array_unref (self->passage_terms);
  g_array_unref (self->passage_referents);
  g_array_unref (self->passage_quotes);
  g_array_unref (self->passage_words);
  g_free (self);
}

gboolean
syn_corpus_is_across_languages (const SynCorpus *self, const SynPassage *a, const SynPassage *b)
{
  if (MIN (a->n_tokens, b->n_tokens) < MIN_LANGUAGE_TOKENS)
    return FALSE;

  return strcmp (a->language, b->language) != 0 && a->language[0] != '\0' && b->language[0] != '\0';
}

guint32
syn_article_find_token (const SynArticleView *view, gsize offset)
{
  gsize low = 0;
  gsize high = view->n_tokens;

  while (low < high) {
    gsize middle = low + (high - low) / 2;

    if (view->tokens[middle].span.end <= offset)
      low = middle + 1;
    else
      high = middle;
  }

  return low < view->n_tokens ? low : SYN_NO_INDEX;
}
