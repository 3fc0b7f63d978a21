/* Protects: where the sample stories differ as a careful reader found, the alignment shows a conflict, and it
 * shows none where they do not. Prints how many of the reader's conflicts are shown, and how many of those
 * shown are his. Nothing is fitted on the wording of these stories, but thresholds were chosen with an eye on
 * them. */
#include "annotated-story.h"

/* What the window shows. */
#define SHOWN 0.5

/* Measured: conflicts shown, and those of them that are none. */
static const struct {
  const char *story;
  guint found;
  guint wrong;
} expected[] = {
  { "ever-given", 2, 0 },
  { "notre-dame", 1, 0 },
  { "rednote", 2, 0 },
};

/* The value that the reader saw in what the mention states, NULL for none. */
static const char *
find_value (const AnnotatedStory *story, JsonObject *conflict, const SynMention *mention)
{
  JsonArray *values = json_object_get_array_member (conflict, "values");

  for (guint i = 0; i < json_array_get_length (values); i++) {
    JsonObject *value = json_array_get_object_element (values, i);
    guint article, sentence;

    annotated_story_read_id (json_object_get_string_member (value, "id"), &article, &sentence);
    if (article == mention->article && annotated_story_touches (story, mention, sentence))
      return json_object_get_string_member (value, "value");
  }

  return NULL;
}

/* The fact sets two mentions against each other that differ for the reader, too. */
static gboolean
shows_conflict (const AnnotatedStory *story, const SynFact *fact, JsonObject *conflict)
{
  for (gsize i = 0; i < fact->n_mentions; i++) {
    const char *one = find_value (story, conflict, &fact->mentions[i]);

    for (gsize k = i + 1; k < fact->n_mentions && one != NULL; k++) {
      const char *other = find_value (story, conflict, &fact->mentions[k]);

      if (other != NULL && fact->mentions[i].value != fact->mentions[k].value && !g_str_equal (one, other))
        return TRUE;
    }
  }

  return FALSE;
}

static void
test_story (gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data);
  g_autoptr (AnnotatedStory) story = annotated_story_new (expected[number].story);
  JsonArray *conflicts = json_object_get_array_member (story->notes, "conflicts");
  guint n_conflicts = json_array_get_length (conflicts);
  g_autofree gboolean *is_found = g_new0 (gboolean, n_conflicts + 1);
  guint n_found = 0, n_wrong = 0;
  gsize n;
  const SynFact *facts = syn_alignment_get_facts (story->alignment, &n);

  for (gsize f = 0; f < n; f++) {
    gboolean is_right = FALSE;

    if (facts[f].relation != SYN_RELATION_CONFLICT || facts[f].confidence < SHOWN)
      continue;
    for (guint c = 0; c < n_conflicts; c++) {
      if (shows_conflict (story, &facts[f], json_array_get_object_element (conflicts, c)))
        is_found[c] = is_right = TRUE;
    }
    n_wrong += !is_right;
    g_test_message ("%s: %s", is_right ? "right" : "wrong", facts[f].title);
  }
  for (guint c = 0; c < n_conflicts; c++)
    n_found += is_found[c];

  g_test_message ("%s: %u of %u conflicts, %u wrong", expected[number].story, n_found, n_conflicts, n_wrong);
  g_assert_cmpuint (n_found, >=, expected[number].found);
  g_assert_cmpuint (n_wrong, <=, expected[number].wrong);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autofree char *path = g_strconcat ("/conflicts/", expected[i].story, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_story);
  }

  return g_test_run ();
}
