/* Protects: what the alignment finds in the sample stories stays as near to what a careful reader found there
 * as it was. Prints precision and recall over pairs of sentences of two articles: recall over the strong
 * facts' pairs, precision against all facts' pairs. Nothing is fitted on these stories. */
#include "annotated-story.h"

#include <string.h>

/* Measured, then rounded down. */
static const struct {
  const char *story;
  double f1;
  double precision;
} floors[] = {
  { "ever-given", 0.59, 0.72 },
  { "notre-dame", 0.36, 0.75 },
  { "rednote", 0.38, 0.80 },
};

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
      guint a_article, a_sentence, b_article, b_sentence;

      annotated_story_read_id (a, &a_article, &a_sentence);
      annotated_story_read_id (json_array_get_string_element (members, k), &b_article, &b_sentence);
      add_pair (pairs, a_article, a_sentence, b_article, b_sentence);
    }
  }
}

static guint
count_sentences (const AnnotatedStory *story, guint article)
{
  return g_array_index (story->articles, AnnotatedArticle, article).n_sentences;
}

static void
add_mentions (GHashTable *pairs, const AnnotatedStory *story, const SynMention *x, const SynMention *y)
{
  for (guint i = 0; i < count_sentences (story, x->article); i++) {
    for (guint k = 0; k < count_sentences (story, y->article) && annotated_story_touches (story, x, i); k++) {
      if (annotated_story_touches (story, y, k))
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
find_pairs (const AnnotatedStory *story)
{
  GHashTable *pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize n;
  const SynFact *facts = syn_alignment_get_facts (story->alignment, &n);

  for (gsize f = 0; f < n; f++) {
    for (gsize i = 0; i < facts[f].n_mentions && facts[f].confidence >= 0.5; i++) {
      for (gsize k = i + 1; k < facts[f].n_mentions; k++)
        add_mentions (pairs, story, &facts[f].mentions[i], &facts[f].mentions[k]);
    }
  }

  return pairs;
}

static void
test_story (gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data);
  g_autoptr (AnnotatedStory) story = annotated_story_new (floors[number].story);
  g_autoptr (GHashTable) strong = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) found = find_pairs (story);
  JsonArray *facts = json_object_get_array_member (story->notes, "facts");
  double precision, recall, f1;

  for (guint i = 0; i < json_array_get_length (facts); i++) {
    JsonObject *fact = json_array_get_object_element (facts, i);

    add_fact (all, json_object_get_array_member (fact, "members"));
    if (strcmp (json_object_get_string_member (fact, "strength"), "strong") == 0)
      add_fact (strong, json_object_get_array_member (fact, "members"));
  }

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
