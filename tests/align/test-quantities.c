/* Protects: where articles give different values of one quantity, the alignment makes a fact of just the
 * sentences that give them; figures of different things, rounded ones and those of different subjects are no
 * conflict. */
#include "syn-alignment.h"
#include "syn-analyser.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *articles[3]; /* bodies */
  const char *values; /* the figures of the conflict in the order of the articles, each value's number before
                       * it; "" for none */
} Case;

static const Case cases[] = {
  { "persons by other nouns",
    { "The choir of Tarn sang on the quay. More than 700,000 people signed up for the Wicket app within two "
      "days.",
      "Wicket gained more than 700,000 new users in two days, its founder said. Shares were unchanged.",
      "Critics shrug. The Wicket app grew from 200,000 to 450,000 users in two days, by its own count." },
    "0 More than 700,000|0 more than 700,000|1 from 200,000 to 450,000" },
  { "what is counted said once",
    { "More than 700,000 people signed up for the Wicket app within two days.",
      "Wicket gained more than 700,000 new users in two days, its founder said.",
      "The Wicket app had 300,000 users on phones one day and 2.4 million the next." },
    "0 More than 700,000|0 more than 700,000|1 300,000" },
  { "a people counts persons",
    { "Some 40,000 Danes joined the Larkspur walk on Sunday in heavy rain.",
      "On Sunday 65,000 people joined the Larkspur walk in heavy rain." },
    "0 Some 40,000|1 65,000" },
  { "rounded",
    { "Some 400 firefighters fought the blaze at the Corvelle mill through the night.",
      "Through the night 412 firefighters fought the blaze at the Corvelle mill." },
    "" },
  { "more than a precise number",
    { "The queue at the Pellan lock has grown to at least 369 barges, the lock keeper said.",
      "The lock keeper counted 422 barges in the queue at the Pellan lock.",
      "More than 400 barges lay in the queue at the Pellan lock, its keeper said." },
    "1 at least 369|0 422|0 More than 400" },
  { "different things",
    { "The ferry Aldis carried 312 passengers when it struck the pier at Morne.",
      "The ferry Aldis carried 74 cars when it struck the pier at Morne." },
    "" },
  { "different subjects",
    { "Brightwell sold 52,000 bicycles in the last quarter, the maker said.",
      "Harrowgate sold 71,000 bicycles in the last quarter, the maker said." },
    "" },
  { "both figures in both",
    { "The Corvelle quake killed 58 people and injured 214 people, the province said.",
      "The province said 58 people were killed and 214 people injured in the Corvelle quake." },
    "" },
  { "too far apart",
    { "The Wicket app has 300 million users in all.", "The Wicket app gained 700,000 users in two days." },
    "" },
  { "only the sentences that give it",
    { "The Corvelle quake killed 58 people on Monday. Rescuers with dogs came from Tarn and Pellan.",
      "Rescuers with dogs came from Tarn and Pellan. The quake in Corvelle killed 61 people on Monday." },
    "0 58|1 61" },
  { "days",
    { "The Corvelle dam broke on 3 March 2024, flooding the valley below it.",
      "The Corvelle dam broke on 4 March 2024, flooding the valley below it." },
    "0 3 March 2024|1 4 March 2024" },
  { "days of other things",
    { "The Corvelle dam broke on 3 March 2024. The keeper warned the valley.",
      "The Corvelle inquiry into the dam opened on 9 April 2024." },
    "" },
  { "days told by their distance",
    { "The Corvelle dam broke on Sunday, flooding the valley below it.",
      "The Corvelle dam broke on 4 March 2024, flooding the valley below it." },
    "" },
  { "said and denied",
    { "The release covers the Pellan hotel, its owners said in a filing.",
      "Lawyers for the guests said the release does not cover the Pellan hotel." },
    "0 covers|1 does not cover" },
  { "denied of another",
    { "Brightwell did not raise the price of its bicycles in March.",
      "Harrowgate raised the price of its bicycles in March." },
    "" },
  { "left open",
    { "The Pellan bridge will not reopen to lorries in March.",
      "It is unclear whether the Pellan bridge will reopen to lorries in March." },
    "" },
  { "denied by both",
    { "The Pellan bridge will not reopen to lorries in March.",
      "In March the Pellan bridge will not reopen to lorries, the council said." },
    "" },
  { "ranks",
    { "Wicket climbed to first place in the Orchard app chart on Tuesday.",
      "On Tuesday Wicket stood second in the Orchard app chart." },
    "0 first place|1 second" },
};

static SynAlignment *
align (const Case *test, GPtrArray *documents)
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();

  for (guint i = 0; i < G_N_ELEMENTS (test->articles) && test->articles[i] != NULL; i++) {
    SynDocumentSource source = { .body = test->articles[i], .published = "2024-03-05" };

    g_ptr_array_add (documents, syn_analyser_analyse (analyser, &source, NULL, NULL));
  }

  return syn_alignment_new ((SynDocument *const *) documents->pdata, documents->len, NULL, NULL);
}

/* The conflicts as the cases have them; a mention that differs in nothing is told as such. */
static char *
describe_conflicts (const SynAlignment *alignment, GPtrArray *documents)
{
  GString *text = g_string_new (NULL);
  gsize n;
  const SynFact *facts = syn_alignment_get_facts (alignment, &n);

  for (gsize f = 0; f < n; f++) {
    for (gsize m = 0; m < facts[f].n_mentions && facts[f].relation == SYN_RELATION_CONFLICT; m++) {
      const SynMention *mention = &facts[f].mentions[m];
      g_autofree char *words =
          mention->n_differing > 0
              ? syn_document_dup_span (g_ptr_array_index (documents, mention->article), mention->differing[0])
              : g_strdup ("(nothing)");

      g_string_append_printf (text, "%s%u %s", text->len > 0 ? "|" : "", mention->value, words);
    }
  }

  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_document_unref);
  g_autoptr (SynAlignment) alignment = align (test, documents);
  g_autofree char *found = describe_conflicts (alignment, documents);

  g_assert_cmpstr (found, ==, test->values);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/quantities/", cases[i].name, NULL);

    g_strdelimit (path, " ", '-');
    g_test_add_data_func (path, &cases[i], test_case);
  }

  return g_test_run ();
}
