/* Protects: why a fact is one, in a reader's words: what differs comes first and once, numbers are told as
 * figures, words as they stand, and what a reader would not follow is left out. */
#include "syn-alignment.h"
#include "syn-analyser.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *articles[2]; /* bodies */
  const char *published[2];
  const char *reasons[4]; /* told of the first fact, each in these words */
  const char *unsaid[4];  /* words that no reason of it has */
} Case;

static const Case cases[] = {
  { "figures that differ",
    { "Fourteen tugs pulled the ferry Aldis off the bank at Morne.",
      "It took 13 tugs to pull the ferry Aldis off the bank at Morne." },
    { "2024-03-05", "2024-03-05" },
    { "different figures for the same thing: “Fourteen”, “13”" },
    { "published on different days", "at Morne, Morne" } },
  { "figures of different days",
    { "Fourteen tugs pulled the ferry Aldis off the bank at Morne.",
      "It took 13 tugs to pull the ferry Aldis off the bank at Morne." },
    { "2024-03-05", "2024-03-06" },
    { "different figures for the same thing: “Fourteen”, “13”", "published on different days" } },
  { "ranks that differ",
    { "Wicket climbed to first place in the Orchard app chart on Tuesday.",
      "On Tuesday Wicket stood second in the Orchard app chart." },
    { "2024-03-05", "2024-03-05" },
    { "different ranks for the same thing: “first place”, “second”" } },
  { "claims that differ",
    { "The release covers the Pellan hotel, its owners said in a filing.",
      "Lawyers for the guests said the release does not cover the Pellan hotel." },
    { "2024-03-05", "2024-03-05" },
    { "said here, denied there: “covers”, “does not cover”" } },
  { "numbers are figures, not words",
    { "The Corvelle quake killed 1,874 people in the valley.",
      "In the valley 1,874 people were killed by the quake at Corvelle." },
    { "2024-03-05", "2024-03-05" },
    { "the same figure: 1,874", "the same words: " },
    { "words: 1,874", ", 1,874" } },
  { "words as they stand",
    { "Heavy fog slowed the ferry Aldis on its way to Morne.",
      "The ferry Aldis was slowed by heavy fog near Morne." },
    { "2024-03-05", "2024-03-05" },
    { "fog", "Aldis" },
    { "Heavy", "aldis" } },
};

static char *
join_reasons (const SynFact *fact)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < fact->n_reasons; i++)
    g_string_append_printf (text, "%s\n", fact->reasons[i].text);

  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();
  g_autoptr (SynAlignment) alignment = NULL;
  g_autofree char *told = NULL;
  SynDocument *documents[2];
  const SynFact *facts;
  gsize n;

  for (guint i = 0; i < 2; i++) {
    SynDocumentSource source = { .body = test->articles[i], .published = test->published[i] };

    documents[i] = syn_analyser_analyse (analyser, &source, NULL, NULL);
  }
  alignment = syn_alignment_new (documents, 2, NULL, NULL);
  facts = syn_alignment_get_facts (alignment, &n);
  g_assert_cmpuint (n, >, 0);
  told = join_reasons (&facts[0]);
  g_test_message ("%s", told);

  if (facts[0].relation == SYN_RELATION_CONFLICT)
    g_assert_true (g_str_has_prefix (told, test->reasons[0]));
  for (guint i = 0; i < G_N_ELEMENTS (test->reasons) && test->reasons[i] != NULL; i++)
    g_assert_nonnull (strstr (told, test->reasons[i]));
  for (guint i = 0; i < G_N_ELEMENTS (test->unsaid) && test->unsaid[i] != NULL; i++)
    g_assert_null (strstr (told, test->unsaid[i]));
  for (guint i = 0; i < 2; i++)
    syn_document_unref (documents[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/reasons/", cases[i].name, NULL);

    g_strdelimit (path, " ,", '-');
    g_test_add_data_func (path, &cases[i], test_case);
  }

  return g_test_run ();
}
