/* Protects: people, organisations and places are found under all their names, told apart from words that only
 * have a capital, and other names that the text itself teaches are learnt. Each case lists the entities as
 * "KIND:NAME=ALIAS=ALIAS", "*" behind what was learnt. */
#include "syn-analyser.h"
#include "syn-gazetteer.h"

typedef struct {
  const char *text;
  const char *expected;
} Case;

static char *
describe (SynAnalyser *analyser, const char *text)
{
  SynDocumentSource source = { .body = text };
  g_autoptr (SynDocument) document = syn_analyser_analyse (analyser, &source, NULL, NULL);
  GString *found = g_string_new (NULL);
  gsize n;
  const SynEntity *entities = syn_document_get_entities (document, &n);
  const SynAlias *aliases = syn_document_get_aliases (document, NULL);

  for (gsize i = 0; i < n; i++) {
    const SynAlias *first = &aliases[entities[i].first_alias];

    g_string_append_printf (found, "%s%c:%s", i > 0 ? " | " : "", "?POL"[entities[i].kind],
                            syn_document_get_string (document, entities[i].name));
    g_assert_cmpuint (first->form, ==, entities[i].name);
    for (guint32 a = 0; a < entities[i].n_aliases; a++) {
      if (a > 0)
        g_string_append_printf (found, "=%s", syn_document_get_string (document, first[a].form));
      if (first[a].is_learnt)
        g_string_append_c (found, '*');
    }
  }

  return g_string_free (found, FALSE);
}

static void
check (const Case *cases, guint n_cases)
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();

  for (guint i = 0; i < n_cases; i++) {
    g_autofree char *found = describe (analyser, cases[i].text);

    g_assert_cmpstr (found, ==, cases[i].expected);
  }
}

static void
test_people (void)
{
  static const Case cases[] = {
    { "The mayor met Anna Holm. Holm left early, as Ms. Holm often does.", "P:Anna Holm=Holm" },
    { "On Monday President Eva Stone spoke. Stone was brief.", "P:Eva Stone=Stone" },
    { "The prize went to George W. Bryce and to J. R. Hale.", "P:George W. Bryce | ?:J. R. Hale" },
    { "In the evening the guests met Ursula von der Hagen and Jean-Claude Petit in the old hall.",
      "?:Ursula von der Hagen | P:Jean-Claude Petit" },
    { "Veteran riders met the mayor. However, nobody spoke.", "" },
    { "The board heard John A. Bryce and Lisa P. Hale. Bryce left early.",
      "P:John A. Bryce=Bryce | P:Lisa P. Hale" },
    { "The town asked EPA Administrator Lisa Hale.", "O:EPA | P:Lisa Hale" },
    { "By Anna Tormarsk and Eric Fjeldberg", "P:Anna Tormarsk | P:Eric Fjeldberg" },
    { "The town asked JoAnn Smith. Smith said no, and so did the people of McTarn.",
      "P:JoAnn Smith=Smith | ?:McTarn" },
    { "Brindlewick said no. The town asked Brindlewick again.", "P:Brindlewick" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_organisations (void)
{
  static const Case cases[] = {
    { "He works at the University of Lisbon and for Bolt Motors Inc. in Porto. Bolt is old.",
      "O:University of Lisbon | O:Bolt Motors Inc=Bolt | L:Porto" },
    { "She reads the People’s Daily. The People’s Daily is old.", "O:People’s Daily" },
    { "The Harbour Safety Board (HSB) met. The HSB found nothing.", "O:Harbour Safety Board*=HSB*" },
    { "He joined HSB Ferries and the Porto Post-Herald. HSB and the Post-Herald closed.",
      "O:HSB Ferries=HSB | O:Porto Post-Herald=Post-Herald" },
    { "They met at the Route 12 Festival.", "?:Route 12 Festival" },
    { "Many use FotoNote and FotoNote’s rivals.", "O:FotoNote" },
    { "The QBC said the weir was shut.", "O:QBC" },
    { "She told USA Today and Psychology Today that she comes today.", "O:USA Today | O:Psychology Today" },
    { "She spoke to Anna Holm of USA TODAY.", "P:Anna Holm | O:USA TODAY" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_places (void)
{
  static const Case cases[] = {
    { "The U.S. and China talked. The Chinese envoy and American envoys met in Beijing.",
      "L:U.S.=American | L:China=Chinese | L:Beijing" },
    { "The US team flew to South Korea.", "L:US | L:South Korea" },
    { "中国和美国的代表在北京会面。", "L:中国 | L:美国 | L:北京" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_learnt (void)
{
  static const Case cases[] = {
    { "Many left for BlueNote, known in Norway as Norlanda. Norlanda is small.",
      "O:Norlanda*=BlueNote* | L:Norway" },
    { "Many left for BlueNote, also known as Norlanda (“Little North”).",
      "O:BlueNote*=Norlanda*=Little North*" },
    { "Many left for BlueNote (known in China as Lanshu, 蓝书).", "O:BlueNote*=Lanshu*=蓝书* | L:China" },
    { "Many left for BlueNote, formerly Norlanda.", "O:BlueNote*=Norlanda*" },
    { "很多用户使用BlueNote（中国名为蓝书），蓝书很受欢迎。", "O:BlueNote*=蓝书* | L:中国" },
    { "The ship (Anna Holm is its owner) sank near Porto (Portugal).", "P:Anna Holm | L:Porto | L:Portugal" },
    { "The ship, Anna Holm called it, sank.", "P:Anna Holm" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_gazetteer (void)
{
  g_autoptr (SynGazetteer) gazetteer = syn_gazetteer_new ();
  SynPlaceKind kind;

  g_assert_cmpstr (syn_gazetteer_find (gazetteer, "china", &kind), ==, "CN");
  g_assert_cmpint (kind, ==, SYN_PLACE_COUNTRY);
  g_assert_cmpstr (syn_gazetteer_find (gazetteer, "chinese", &kind), ==, "CN");
  g_assert_cmpint (kind, ==, SYN_PLACE_NATIONALITY);
  g_assert_cmpstr (syn_gazetteer_find (gazetteer, "beijing", &kind), ==, "CN");
  g_assert_cmpint (kind, ==, SYN_PLACE_CAPITAL);
  g_assert_cmpstr (syn_gazetteer_find (gazetteer, "u.s.", &kind), ==, "US");
  g_assert_cmpstr (syn_gazetteer_find (gazetteer, "中国", &kind), ==, "CN");
  g_assert_null (syn_gazetteer_find (gazetteer, "norlanda", &kind));
  g_assert_cmpint (kind, ==, SYN_PLACE_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/people", test_people);
  g_test_add_func ("/names/organisations", test_organisations);
  g_test_add_func ("/names/places", test_places);
  g_test_add_func ("/names/learnt", test_learnt);
  g_test_add_func ("/names/gazetteer", test_gazetteer);

  return g_test_run ();
}
