/* Protects: the table of figures is named as a reader would name it: by the noun that most articles have, by
 * the whole name that it is part of, and where no noun is sure by the kind of figure. */
#include "syn-alignment.h"
#include "syn-analyser.h"

typedef struct {
  const char *articles[3]; /* bodies */
  const char *what;        /* of the only row; "≠" before it where its values differ */
} Case;

static const Case cases[] = {
  { { "The Corvelle quake killed 1,874 people in the valley.",
      "In the valley 1,874 people were killed by the quake at Corvelle." },
    "people" },
  { { "Fourteen tugs pulled the ferry Aldis off the bank at Morne.",
      "It took 13 tugs to pull the ferry Aldis off the bank at Morne." },
    "≠tugs" },
  { { "Repairing the bridge at Morne will take 18 months, the builders said.",
      "The builders said that repairing the bridge at Morne will take 18 months." },
    "time" },
  { { "Brightwell said that repairing the Morne bridge would mean $350m in tolls.",
      "Repairing the Morne bridge would take $350m, Brightwell said." },
    "money" },
};

static void
test_names (void)
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_document_unref);
    g_autoptr (SynAlignment) alignment = NULL;
    g_autofree char *what = NULL;
    const SynFigureRow *rows;
    gsize n;

    for (guint k = 0; k < G_N_ELEMENTS (cases[i].articles) && cases[i].articles[k] != NULL; k++) {
      SynDocumentSource source = { .body = cases[i].articles[k], .published = "2024-03-05" };

      g_ptr_array_add (documents, syn_analyser_analyse (analyser, &source, NULL, NULL));
    }
    alignment = syn_alignment_new ((SynDocument *const *) documents->pdata, documents->len, NULL, NULL);
    rows = syn_alignment_get_figures (alignment, &n);
    g_assert_cmpuint (n, ==, 1);
    what = g_strconcat (rows[0].has_conflict ? "≠" : "", rows[0].what, NULL);
    g_assert_cmpstr (what, ==, cases[i].what);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-rows/names", test_names);

  return g_test_run ();
}
