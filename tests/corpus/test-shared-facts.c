/* Protects: what the alignment finds in the sample stories stays as near to what a careful reader found there
 * as it was. Prints precision and recall over pairs of sentences of two articles: recall over the strong
 * facts' pairs, precision against all facts' pairs. Nothing is fitted on these stories. */
#include "syn-alignment.h"
#include "syn-analyser.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

/* Measured, then rounded down. */
static const struct {
  const char *story;
  double f1;
  double precision;
} floors[] = {
  { "ever-given", 0.54, 0.55 },
  { "notre-dame", 0.32, 0.52 },
  { "rednote", 0.36, 0.55 },
};

typedef struct {
  char *title;
  char *body;
  SynDocument *document;
  SynSpan *sentences; /* by number, in the document; empty where not found */
  guint n_sentences;
} Article;

static void
clear_article (gpointer data)
{
  Article *article = data;

  g_free (article->title);
  g_free (article->body);
  g_free (article->sentences);
  syn_document_unref (article->document);
}

/* ---- reading a story ---- */

/* The value of a header line, or NULL. */
static char *
find_header (const char *head, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (head, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (g_str_has_prefix (lines[i], name))
      return g_strdup (g_strstrip (lines[i] + strlen (name)));
  }

  return NULL;
}

static void
find_sentences (Article *article, JsonArray *sentences)
{
  const char *text = syn_document_get_text (article->document, NULL);
  gsize body = syn_document_get_body (article->document);
  const char *at = text + body;

  article->n_sentences = 0;
  for (guint i = 0; i < json_array_get_length (sentences); i++) {
    JsonObject *sentence = json_array_get_object_element (sentences, i);
    guint number = atoi (strchr (json_object_get_string_member (sentence, "id"), '.') + 1);
    const char *wanted = json_object_get_string_member (sentence, "text");
    const char *found = number == 0 ? text : strstr (at, wanted);

    article->sentences = g_renew (SynSpan, article->sentences, number + 1);
    while (article->n_sentences <= number)
      article->sentences[article->n_sentences++] = SYN_SPAN_NONE;
    if (number == 0 && article->title != NULL)
      article->sentences[0] = syn_span (0, strlen (article->title));
    if (number == 0 || found == NULL)
      continue;
    article->sentences[number] = syn_span (found - text, found - text + strlen (wanted));
    at = found + strlen (wanted);
  }
}

static void
read_article (Article *article, SynAnalyser *analyser, const char *folder, JsonObject *record)
{
  g_autofree char *file = g_build_filename (folder, json_object_get_string_member (record, "file"), NULL);
  g_autofree char *contents = NULL;
  g_autofree char *published = NULL;
  SynDocumentSource source = { 0 };
  char *gap;

  g_assert_true (g_file_get_contents (file, &contents, NULL, NULL));
  gap = strstr (contents, "\n\n");
  g_assert_nonnull (gap);
  *gap = '\0';
  article->title = find_header (contents, "Title:");
  article->body = g_strdup (g_strstrip (gap + 2));
  source.title = article->title;
  source.body = article->body;
  source.published = published = find_header (contents, "Date:");
  article->document = syn_analyser_analyse (analyser, &source, NULL, NULL);
  find_sentences (article, json_object_get_array_member (record, "sentences"));
}

/* ---- pairs of sentences ---- */

static void
add_pair (GHashTable *pairs, guint a_article, guint a, guint b_article, guint b)
{
  if (a_article == b_article)
    return;
  if (a_article < b_article)
    g_hash_table_add (pairs, g_strdup_printf ("%u.%u %u.%u", a_article, a, b_article, b));
  else
    g_hash_table_add (pairs, g_strdup_printf ("%u.%u %u.%u", b_article, b, a_article, a));
}

static void
add_fact (GHashTable *pairs, JsonArray *members)
{
  for (guint i = 0; i < json_array_get_length (members); i++) {
    const char *a = json_array_get_string_element (members, i);

    for (guint k = i + 1; k < json_array_get_length (members); k++) {
      const char *b = json_array_get_string_element (members, k);

      add_pair (pairs, atoi (a + 1), atoi (strchr (a, '.') + 1), atoi (b + 1), atoi (strchr (b, '.') + 1));
    }
  }
}

/* The mention counts for a sentence when they share half of the shorter of the two. */
static gboolean
touches (const SynMention *mention, const Article *article, guint sentence)
{
  SynSpan span = article->sentences[sentence];
  gsize shared = syn_span_length (syn_span_intersect (span, mention->span));

  return shared > 0 && shared * 2 >= MIN (syn_span_length (span), syn_span_length (mention->span));
}

static void
add_mentions (GHashTable *pairs, GArray *articles, const SynMention *x, const SynMention *y)
{
  const Article *a = &g_array_index (articles, Article, x->article);
  const Article *b = &g_array_index (articles, Article, y->article);

  for (guint i = 0; i < a->n_sentences; i++) {
    for (guint k = 0; k < b->n_sentences && touches (x, a, i); k++) {
      if (touches (y, b, k))
        add_pair (pairs, x->article, i, y->article, k);
    }
  }
}

static guint
count_shared (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer pair;
  guint n = 0;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &pair, NULL))
    n += g_hash_table_contains (b, pair);

  return n;
}

static GHashTable *
find_pairs (GArray *articles)
{
  GHashTable *pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (SynAlignment) alignment = NULL;
  const SynFact *facts;
  gsize n;

  for (guint i = 0; i < articles->len; i++)
    g_ptr_array_add (documents, g_array_index (articles, Article, i).document);
  alignment = syn_alignment_new ((SynDocument *const *) documents->pdata, documents->len, NULL, NULL);
  facts = syn_alignment_get_facts (alignment, &n);

  for (gsize f = 0; f < n; f++) {
    for (gsize i = 0; i < facts[f].n_mentions && facts[f].confidence >= 0.5; i++) {
      for (gsize k = i + 1; k < facts[f].n_mentions; k++)
        add_mentions (pairs, articles, &facts[f].mentions[i], &facts[f].mentions[k]);
    }
  }

  return pairs;
}

static void
test_story (gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "corpus", floors[number].story, NULL);
  g_autofree char *path = g_build_filename (folder, "annotation.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();
  g_autoptr (GArray) articles = g_array_new (FALSE, TRUE, sizeof (Article));
  g_autoptr (GHashTable) strong = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) found = NULL;
  double precision, recall, f1;
  JsonObject *root;
  JsonArray *list;

  g_array_set_clear_func (articles, clear_article);
  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  root = json_node_get_object (json_parser_get_root (parser));

  list = json_object_get_array_member (root, "articles");
  g_array_set_size (articles, json_array_get_length (list));
  for (guint i = 0; i < articles->len; i++)
    read_article (&g_array_index (articles, Article, i), analyser, folder,
                  json_array_get_object_element (list, i));

  list = json_object_get_array_member (root, "facts");
  for (guint i = 0; i < json_array_get_length (list); i++) {
    JsonObject *fact = json_array_get_object_element (list, i);

    add_fact (all, json_object_get_array_member (fact, "members"));
    if (strcmp (json_object_get_string_member (fact, "strength"), "strong") == 0)
      add_fact (strong, json_object_get_array_member (fact, "members"));
  }

  found = find_pairs (articles);
  g_assert_cmpuint (g_hash_table_size (found), >, 0);
  precision = (double) count_shared (found, all) / g_hash_table_size (found);
  recall = (double) count_shared (found, strong) / g_hash_table_size (strong);
  f1 = 2 * precision * recall / MAX (precision + recall, 1e-9);
  g_test_message ("%s: precision %.3f recall %.3f F1 %.3f over %u pairs", floors[number].story, precision,
                  recall, f1, g_hash_table_size (found));
  g_assert_cmpfloat (f1, >=, floors[number].f1);
  g_assert_cmpfloat (precision, >=, floors[number].precision);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (floors); i++) {
    g_autofree char *path = g_strconcat ("/shared-facts/", floors[i].story, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_story);
  }

  return g_test_run ();
}
