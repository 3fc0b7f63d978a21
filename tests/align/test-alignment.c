/* Protects: articles that state one fact in their own words are found to, passages that share a topic are
 * not; the same input gives the same facts; odd input ends well. */
#include "syn-alignment.h"
#include "syn-analyser.h"

#include <string.h>

#define FLOODS                                                                                               \
  "Heavy rain flooded the old harbour quarter of Ostmouth on Monday. Firefighters pumped out cellars all "   \
  "night. "                                                                                                  \
  "The mayor, Ada Quill, did not respond to a request for comment. Insurers fear a costly year."
#define FLOODS_TOLD_AGAIN                                                                                    \
  "Schools stayed shut. In Ostmouth the harbour quarter was flooded by heavy rain. Mayor Quill declined to " \
  "comment. "                                                                                                \
  "A swimming contest was called off."

static SynAlignment *
align (const char *const *bodies, gsize n)
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_document_unref);

  for (gsize i = 0; i < n; i++) {
    SynDocumentSource source = { .body = bodies[i], .published = "2024-03-05" };

    g_ptr_array_add (documents, syn_analyser_analyse (analyser, &source, NULL, NULL));
  }

  return syn_alignment_new ((SynDocument *const *) documents->pdata, n, NULL, NULL);
}

/* The fact of at least `confidence` that holds sentence `a` of the first article and `b` of the second, or
 * NULL. */
static const SynFact *
find_fact (const SynAlignment *alignment, guint32 a, guint32 b, double confidence)
{
  gsize n;
  const SynFact *facts = syn_alignment_get_facts (alignment, &n);

  for (gsize i = 0; i < n; i++) {
    gboolean has_a = FALSE, has_b = FALSE;

    for (gsize m = 0; m < facts[i].n_mentions; m++) {
      has_a |= facts[i].mentions[m].article == 0 && facts[i].mentions[m].sentence == a;
      has_b |= facts[i].mentions[m].article == 1 && facts[i].mentions[m].sentence == b;
    }
    if (has_a && has_b && facts[i].confidence >= confidence)
      return &facts[i];
  }

  return NULL;
}

static void
test_facts (void)
{
  static const char *const bodies[] = { FLOODS, FLOODS_TOLD_AGAIN };
  g_autoptr (SynAlignment) alignment = align (bodies, 2);
  g_autoptr (GArray) only_here = syn_alignment_find_only_here (alignment, 0, 0.5);
  const SynFact *rain = find_fact (alignment, 0, 1, 0.5);
  gsize n;
  const SynFact *facts = syn_alignment_get_facts (alignment, &n);

  g_assert_nonnull (rain);
  g_assert_cmpint (rain->relation, ==, SYN_RELATION_AGREE);
  g_assert_nonnull (find_fact (alignment, 2, 2, 0.5));
  g_assert_null (find_fact (alignment, 3, 3, 0.25));
  g_assert_cmpuint (g_array_index (only_here, guint32, 0), ==, 1);

  for (gsize i = 0; i < n; i++) {
    g_assert_cmpuint (facts[i].id, ==, i);
    g_assert_cmpuint (facts[i].n_articles, ==, 2);
    g_assert_cmpuint (facts[i].n_reasons, >, 0);
    g_assert_cmpuint (facts[i].n_origins, >, 0);
    g_assert_cmpuint (strlen (facts[i].title), >, 0);
    g_assert_nonnull (syn_fact_find_mention (&facts[i], 0));
    g_assert_cmpuint (syn_fact_count_articles (&facts[i]), ==, 2);
    for (gsize r = 1; r < facts[i].n_reasons; r++)
      g_assert_cmpfloat (facts[i].reasons[r - 1].weight, >=, facts[i].reasons[r].weight);
  }
}

/* Every number and string of the facts. */
static char *
print_facts (const SynAlignment *alignment)
{
  GString *result = g_string_new (NULL);
  gsize n;
  const SynFact *facts = syn_alignment_get_facts (alignment, &n);

  for (gsize i = 0; i < n; i++) {
    g_string_append_printf (result, "%a %s\n", facts[i].confidence, facts[i].title);
    for (gsize m = 0; m < facts[i].n_mentions; m++)
      g_string_append_printf (result, " %u %zu %zu %a\n", facts[i].mentions[m].article,
                              facts[i].mentions[m].span.start, facts[i].mentions[m].span.end,
                              facts[i].mentions[m].score);
    for (gsize r = 0; r < facts[i].n_reasons; r++)
      g_string_append_printf (result, " %a %s\n", facts[i].reasons[r].weight, facts[i].reasons[r].text);
  }

  return g_string_free (result, FALSE);
}

static void
test_determinism (void)
{
  static const char *const bodies[] = { FLOODS, FLOODS_TOLD_AGAIN, FLOODS };
  g_autoptr (SynAlignment) once = align (bodies, 3);
  g_autoptr (SynAlignment) again = align (bodies, 3);
  g_autofree char *a = print_facts (once);
  g_autofree char *b = print_facts (again);

  g_assert_cmpstr (a, ==, b);
}

static void
test_copies (void)
{
  static const char *const bodies[] = { FLOODS, FLOODS, FLOODS_TOLD_AGAIN };
  g_autoptr (SynAlignment) alignment = align (bodies, 3);
  const SynFact *rain = find_fact (alignment, 0, 0, 0.5);

  g_assert_nonnull (rain);
  g_assert_cmpuint (rain->n_origins, ==, 2);
  g_assert_false (rain->mentions[0].is_verbatim);
  g_assert_true (rain->mentions[1].is_verbatim);
}

static void
test_hostile (void)
{
  g_autoptr (GString) equal = g_string_new (NULL);
  g_autoptr (GString) endless = g_string_new (NULL);
  g_autoptr (GString) symbols = g_string_new (NULL);
  g_autoptr (GString) talk = g_string_new (NULL);
  g_autoptr (GString) listeners = g_string_new (NULL);
  const char *bodies[8] = { "", "word" };

  for (guint i = 0; i < 10000; i++)
    g_string_append (equal, "The harbour was flooded again. ");
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (endless, "w%u ", i % 5000);
  for (guint i = 0; i < 20000; i++)
    g_string_append (symbols, "?! -- ");
  /* a sentence that never ends, full of quotes, against many that each share something with it */
  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (talk, "the minister said w%u ", i % 100);
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (listeners, "Then w%u and w%u were seen in town, said the minister. ", i, i + 1);
  bodies[2] = equal->str;
  bodies[3] = endless->str;
  bodies[4] = symbols->str;
  bodies[5] = equal->str;
  bodies[6] = talk->str;
  bodies[7] = listeners->str;

  {
    g_autoptr (SynAlignment) all = align (bodies, 8);
    g_autoptr (SynAlignment) one = align (bodies, 1);
    g_autoptr (SynAlignment) none = align (bodies, 0);
    gsize n;

    g_assert_nonnull (all);
    syn_alignment_get_facts (one, &n);
    g_assert_cmpuint (n, ==, 0);
    syn_alignment_get_figures (none, &n);
    g_assert_cmpuint (n, ==, 0);
  }
}

static void
test_cancelled (void)
{
  static const char *const bodies[] = { FLOODS, FLOODS };
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  SynDocumentSource source = { .body = bodies[0] };
  g_autoptr (SynDocument) document = syn_analyser_analyse (analyser, &source, NULL, NULL);
  SynDocument *documents[] = { document, document };
  SynAlignOptions options = { .floor = 0.25, .cancellable = cancellable };

  g_cancellable_cancel (cancellable);
  g_assert_null (syn_alignment_new (documents, 2, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alignment/facts", test_facts);
  g_test_add_func ("/alignment/determinism", test_determinism);
  g_test_add_func ("/alignment/copies", test_copies);
  g_test_add_func ("/alignment/hostile", test_hostile);
  g_test_add_func ("/alignment/cancelled", test_cancelled);

  return g_test_run ();
}
