/* Protects: figures of one thing agree, fit or conflict as a reader would say; those of different things are
 * left alone. */
#include "syn-analyser.h"
#include "syn-evidence-private.h"

typedef struct {
  const char *a; /* each with one figure that counts */
  const char *b;
  SynFigureRelation relation;
} Case;

static const Case cases[] = {
  { "The mill sold 4,200 sacks of flour.", "It sold 4,200 sacks.", SYN_FIGURES_AGREE },
  { "More than 700,000 users joined.", "The app gained 700,000 users.", SYN_FIGURES_AGREE },
  { "More than half a million users joined.", "The app gained 700,000 users.", SYN_FIGURES_COMPATIBLE },
  { "More than 700,000 users joined.", "The app gained 1.8 million users.", SYN_FIGURES_CONFLICT },
  { "The number of users rose from 400,000 to 1.8 million.", "The app gained 700,000 users.",
    SYN_FIGURES_CONFLICT },
  { "The fire killed 58 people.", "The fire killed 61 people.", SYN_FIGURES_CONFLICT },
  { "More than 700,000 Danes joined.", "The app gained 1.8 million users.", SYN_FIGURES_CONFLICT },
  { "At least 369 barges wait.", "The keeper counts 422 barges.", SYN_FIGURES_CONFLICT },
  { "More than 400 barges wait.", "The keeper counts 422 barges.", SYN_FIGURES_COMPATIBLE },
  { "The firm sued hundreds of victims.", "The firm sued more than 1,000 victims.", SYN_FIGURES_CONFLICT },
  { "The harbour holds 18 sailors.", "The harbour holds 12 ships.", SYN_FIGURES_UNRELATED },
  { "Some 500 police officers came.", "Some 900 firefighters came.", SYN_FIGURES_UNRELATED },
  { "Wicket was second in the app chart.", "Wicket reached the top of the list of apps.",
    SYN_FIGURES_CONFLICT },
  { "The fire killed 58 people.", "The roof weighed 58 tonnes.", SYN_FIGURES_UNRELATED },
  { "The app has 300 million users.", "The app gained 700,000 users.", SYN_FIGURES_UNRELATED },
  { "The repair cost $17bn.", "The repair cost 17 billion euros.", SYN_FIGURES_UNRELATED },
};

static void
test_relate (void)
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SynDocumentSource a = { .body = cases[i].a };
    SynDocumentSource b = { .body = cases[i].b };
    g_autoptr (SynDocument) x = syn_analyser_analyse (analyser, &a, NULL, NULL);
    g_autoptr (SynDocument) y = syn_analyser_analyse (analyser, &b, NULL, NULL);
    SynDocument *documents[] = { x, y };
    g_autoptr (SynCorpus) corpus = syn_corpus_new (documents, 2);
    double fit;

    g_test_message ("%s | %s", cases[i].a, cases[i].b);
    g_assert_cmpuint (corpus->articles[0].n_figures, ==, 1);
    g_assert_cmpuint (corpus->articles[1].n_figures, ==, 1);
    g_assert_cmpint (syn_figures_relate (corpus, &corpus->articles[0], &corpus->articles[0].figures[0],
                                         &corpus->articles[1], &corpus->articles[1].figures[0], &fit),
                     ==, cases[i].relation);
    g_assert_cmpint (syn_figures_relate (corpus, &corpus->articles[1], &corpus->articles[1].figures[0],
                                         &corpus->articles[0], &corpus->articles[0].figures[0], &fit),
                     ==, cases[i].relation);
  }
}

static void
test_weight (void)
{
  SynFigure two = { .kind = SYN_FIGURE_COUNT, .value = 2 };
  SynFigure round = { .kind = SYN_FIGURE_COUNT, .value = 700000 };
  SynFigure exact = { .kind = SYN_FIGURE_COUNT, .value = 1874 };
  SynFigure none = { .kind = SYN_FIGURE_COUNT, .value = 0 };

  g_assert_cmpfloat (syn_figure_get_weight (&two), <, syn_figure_get_weight (&round));
  g_assert_cmpfloat (syn_figure_get_weight (&round), <, syn_figure_get_weight (&exact));
  g_assert_cmpfloat (syn_figure_get_weight (&exact), <=, 1);
  g_assert_cmpfloat (syn_figure_get_weight (&none), >=, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/relate", test_relate);
  g_test_add_func ("/figures/weight", test_weight);

  return g_test_run ();
}
