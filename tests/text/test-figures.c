/* Protects: every figure in a text is found, with the value, range, unit, qualifier and counted noun that a
 * reader would name; years, clock times, names and scores are none. Each case lists "KIND VALUE[..UPPER] UNIT
 * QUALIFIER WHAT[ change]" for what is found; bounds are written where they differ from the value. */
#include "syn-analyser.h"

typedef struct {
  const char *text;
  const char *expected;
} Case;

static void
describe_figure (SynDocument *document, const SynFigure *figure, GString *found)
{
  static const char *const kinds[] = { "count", "money", "percent", "duration", "measure", "rank", "age" };
  static const char *const qualifiers[] = { "", " about", " over", " under", " up-to", " range" };
  const char *unit = syn_document_get_string (document, figure->unit);
  const char *what = syn_document_get_string (document, figure->what);

  g_string_append_printf (found, "%s%s %.12g", found->len > 0 ? " | " : "", kinds[figure->kind],
                          figure->value);
  if (figure->qualifier == SYN_RANGE)
    g_string_append_printf (found, "..%.12g", figure->upper);
  g_string_append_printf (found, "%s%s%s%s%s%s", *unit != '\0' ? " " : "", unit,
                          qualifiers[figure->qualifier], *what != '\0' ? " " : "", what,
                          figure->is_change ? " change" : "");
}

static void
check (const Case *cases, guint n_cases)
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();

  for (guint i = 0; i < n_cases; i++) {
    SynDocumentSource source = { .body = cases[i].text };
    g_autoptr (SynDocument) document = syn_analyser_analyse (analyser, &source, NULL, NULL);
    g_autoptr (GString) found = g_string_new (NULL);
    gsize n;
    const SynFigure *figures = syn_document_get_figures (document, &n);

    for (gsize k = 0; k < n; k++) {
      g_assert_cmpfloat (figures[k].lower, <=, figures[k].value);
      g_assert_cmpfloat (figures[k].value, <=, figures[k].upper);
      g_assert_true (syn_span_contains (figures[k].span, figures[k].number));
      describe_figure (document, &figures[k], found);
    }
    if (g_strcmp0 (found->str, cases[i].expected) != 0)
      g_test_message ("%s", cases[i].text);
    g_assert_cmpstr (found->str, ==, cases[i].expected);
  }
}

static void
test_numbers (void)
{
  static const Case cases[] = {
    { "It sold 1.8 million phones.", "count 1800000 phone" },
    { "It sold 1,800,000 phones.", "count 1800000 phone" },
    { "It sold 3.4m phones.", "count 3400000 phone" },
    { "It sold 700 thousand phones.", "count 700000 phone" },
    { "They counted twenty-five boats.", "count 25 boat" },
    { "They counted two hundred and fifty thousand birds.", "count 250000 bird" },
    { "They counted half a million birds.", "count 500000 bird" },
    { "They counted one and a half million birds.", "count 1500000 bird" },
    { "They counted a dozen birds.", "count 12 bird" },
    { "It had 400,000 users one day and 1.8 million the next.", "count 400000 user | count 1800000 user" },
    { "The keeper counted 422 barges and said that 113 of them would pass.", "count 422 barg | count 113" },
    { "They serve 500 a day.", "count 500" },
    { "Tarn won 18 of their next 23 games.", "count 18 | count 23" },
    { "It broke out at 8.49pm and was over by 11.30 p.m. on the quay.", "" },
    { "It lay 13 nautical miles off and dug 30,000 cubic metres of mud.",
      "measure 24076 m | measure 30000 m3" },
    { "The mill pledged 200 million euros and its owners 100 million.",
      "money 200000000 EUR mill | money 100000000 EUR" },
    { "The mill pledged 200 million euros for 3 million trees.",
      "money 200000000 EUR mill | count 3000000 tree" },
    { "They saw hundreds of birds.", "count 200..1000 range bird" },
    { "They saw tens of thousands of birds.", "count 20000..100000 range bird" },
    { "They saw several hundred birds.", "count 300..900 range bird" },
    { "Mehr als 1.500 Menschen haben in der Stadt demonstriert.", "count 1500 over mensch" },
    { "La ville donne 700 millions d’euros et 3 millions de dollars au moulin.",
      "money 700000000 EUR don | money 3000000 USD don" },
    { "Il y a 2,5 millions de personnes dans la ville.", "count 2500000 person" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_qualifiers (void)
{
  static const Case cases[] = {
    { "It has more than half a million users.", "count 500000 over user" },
    { "It has 300 million-plus users.", "count 300000000 over user" },
    { "It has about 170 million users.", "count 170000000 about user" },
    { "It has fewer than 40 users.", "count 40 under user" },
    { "It has almost 40 users.", "count 40 under user" },
    { "It has up to 40 users.", "count 40 up-to user" },
    { "It has as many as 40 users.", "count 40 up-to user" },
    { "It has no fewer than 40 users.", "count 40 over user" },
    { "It has 40 or more users.", "count 40 over user" },
    { "Between 10 and 20 boats sank.", "count 10..20 range boat" },
    { "Some 10 to 20 million boats sank.", "count 10000000..20000000 range boat" },
    { "Users of the site rose from 400,000 to 1.8 million.", "count 400000..1800000 range user" },
    { "At least one boat sank.", "count 1 over boat" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_units (void)
{
  static const Case cases[] = {
    { "The firm has a valuation of $17bn.", "money 17000000000 USD valuat" },
    { "It is worth US$5 million or £3m.", "money 5000000 USD | money 3000000 GBP" },
    { "They paid 70 million yuan.", "money 70000000 CNY" },
    { "Costs of $1.2–1.5bn are seen.", "money 1200000000..1500000000 USD range cost" },
    { "Sales rose 200%.", "percent 200 % sale change" },
    { "Sales fell by more than 20 percent.", "percent 20 % over sale change" },
    { "Sales rose to 20 percent.", "percent 20 % sale" },
    { "A 20% drop in sales followed.", "percent 20 % sale change" },
    { "Some 20 percent of voters left.", "percent 20 % about voter" },
    { "Roughly half of the voters left.", "percent 50 % about voter" },
    { "Two-thirds of voters left.", "percent 66.6666666667 % voter" },
    { "One in four voters left.", "percent 25 % voter" },
    { "The town is three times as big.", "percent 300 % town" },
    { "Prices doubled.", "percent 200 % price" },
    { "It took two days.", "duration 172800 s" },
    { "He got an 18-month sentence.", "duration 47335428 s sentenc" },
    { "It has a 50-metre-high wall.", "measure 50 m wall" },
    { "They walked 10 miles.", "measure 16093.44 m" },
    { "He is aged 29.", "age 29" },
    { "The boys are aged 11 to 16.", "age 11..16 range" },
    { "Ann Lee, 29, is a teacher.", "age 29" },
    { "A 29-year-old teacher came.", "age 29" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_ranks (void)
{
  static const Case cases[] = {
    { "It rose to the top of the town's App Store.", "rank 1 store" },
    { "It is the second-most popular free app on the store's list.", "rank 2 store" },
    { "It is No. 1 in the country.", "rank 1 countri" },
    { "It topped the download charts.", "rank 1 download" },
    { "It is the third largest town.", "rank 3 town" },
    { "She finished second.", "rank 2" },
    { "It is one of the most popular apps.", "" },
    { "He left for the second time and sat down first.", "" },
    { "它在商店排行榜上位居第二。", "rank 2 商店" },
    { "它登上榜首，这是第二次。", "rank 1" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_none (void)
{
  static const Case cases[] = {
    { "One of the men said that no one knew.", "" },
    { "In 2021 it closed.", "" },
    { "It closed at 9:30 a.m. on May 3.", "" },
    { "They won 3-1 at home.", "" },
    { "Covid-19 kept it open 24/7.", "" },
    { "He flew a Boeing 737.", "" },
    { "Call +86 for help.", "" },
    { "One day the wall will fall.", "" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_han (void)
{
  static const Case cases[] = {
    { "两天内增加了70万新用户。", "duration 172800 s | count 700000 用户" },
    { "超过3.5亿元，约50人。", "money 350000000 CNY over | count 50 about 人" },
    { "百分之二十的用户，三分之一的人。", "percent 20 % 用户 | percent 33.3333333333 % 人" },
    { "销量增长200%。", "percent 200 % change" },
    { "新增用户达70万，人数增加到90万。", "count 700000 用户 | count 900000 人数" },
    { "10-20万人和几十万用户。", "count 100000..200000 range 人 | count 200000..900000 range 用户" },
    { "70多万用户，三千五百人。", "count 700000 over 用户 | count 3500 人" },
    { "一个29岁的男子。", "age 29" },
    { "2024年3月3日，一些人。", "" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/numbers", test_numbers);
  g_test_add_func ("/figures/qualifiers", test_qualifiers);
  g_test_add_func ("/figures/units", test_units);
  g_test_add_func ("/figures/ranks", test_ranks);
  g_test_add_func ("/figures/none", test_none);
  g_test_add_func ("/figures/han", test_han);

  return g_test_run ();
}
