/* Protects: a government is one mouth in all articles, whoever speaks for it; other people are mouths of
 * their own, and so is a citizen who only has the country's adjective. */
#include "syn-corpus-private.h"

#include "syn-analyser.h"

typedef struct {
  const char *name;
  const char *articles[2]; /* one quote each */
  gboolean is_same;
} Case;

static const Case cases[] = {
  { "a capital and a ministry",
    { "Tokyo said that the talks over the strait would go on.",
      "The Japanese foreign ministry said that the talks over the strait would go on." },
    TRUE },
  { "one person",
    { "The talks go on, Ana Veldt told reporters.", "Ana Veldt said that the talks over the strait go on." },
    TRUE },
  { "two people",
    { "Ana Veldt said that the talks go on.", "Boris Lunt said that the talks go on." },
    FALSE },
  { "two governments",
    { "Tokyo said that the talks go on.", "The Norwegian government said that the talks go on." },
    FALSE },
  { "a citizen",
    { "Tokyo said that the talks go on.", "A Japanese fisherman said that the talks go on." },
    FALSE },
};

static void
test_cases (void)
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SynDocumentSource sources[] = { { .body = cases[i].articles[0] }, { .body = cases[i].articles[1] } };
    g_autoptr (SynDocument) a = syn_analyser_analyse (analyser, &sources[0], NULL, NULL);
    g_autoptr (SynDocument) b = syn_analyser_analyse (analyser, &sources[1], NULL, NULL);
    SynDocument *documents[] = { a, b };
    g_autoptr (SynCorpus) corpus = syn_corpus_new (documents, 2);

    g_test_message ("%s", cases[i].name);
    g_assert_cmpuint (corpus->articles[0].n_quotes, ==, 1);
    g_assert_cmpuint (corpus->articles[1].n_quotes, ==, 1);
    g_assert_true ((corpus->articles[0].mouths[0] == corpus->articles[1].mouths[0]) == cases[i].is_same);
    g_assert_cmpfloat (corpus->articles[0].mouth_shares[0], ==, 1);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mouths/cases", test_cases);

  return g_test_run ();
}
