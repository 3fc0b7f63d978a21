/* Protects: dates in a text are found, whole, and mean the day that a reader takes them for. Each case lists
 * what is found, "~" before a relative one, "?" for one that cannot be resolved. */
#include "syn-analyser.h"

typedef struct {
  const char *text;
  const char *expected;
} Case;

static char *
describe (SynAnalyser *analyser, const char *text, const char *published)
{
  SynDocumentSource source = { .body = text, .published = published };
  g_autoptr (SynDocument) document = syn_analyser_analyse (analyser, &source, NULL, NULL);
  GString *found = g_string_new (NULL);
  gsize n;
  const SynDateMention *dates = syn_document_get_dates (document, &n);

  for (gsize i = 0; i < n; i++) {
    g_autofree char *span = syn_document_dup_span (document, dates[i].span);
    g_autofree char *iso = syn_date_to_iso (&dates[i].date);

    g_string_append_printf (found, "%s%s%s=%s", i > 0 ? " | " : "", dates[i].is_relative ? "~" : "", span,
                            iso != NULL ? iso : "?");
  }

  return g_string_free (found, FALSE);
}

static void
check (const Case *cases, guint n_cases, const char *published)
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();

  for (guint i = 0; i < n_cases; i++) {
    g_autofree char *found = describe (analyser, cases[i].text, published);

    g_assert_cmpstr (found, ==, cases[i].expected);
  }
}

static void
test_written (void)
{
  static const Case cases[] = {
    { "The fair opened on March 3, 2024.", "March 3, 2024=2024-03-03" },
    { "The fair opened on 3 March 2024 in the rain.", "3 March 2024=2024-03-03" },
    { "It began on the 3rd of March 2024.", "3rd of March 2024=2024-03-03" },
    { "It was Sunday, March 3, 2024, and cold.", "Sunday, March 3, 2024=2024-03-03" },
    { "He left in Sept. 2024 for good.", "Sept. 2024=2024-09" },
    { "The log says 2024-03-03 in the corner.", "2024-03-03=2024-03-03" },
    { "The log says 23/3/2024 in the corner.", "23/3/2024=2024-03-23" },
    { "They met on March 3-5, 2024, in the hall.", "March 3-5, 2024=2024-03-03/2024-03-05" },
    { "They met from 3 to 5 March 2024 in the hall.", "3 to 5 March 2024=2024-03-03/2024-03-05" },
    { "It has stood since 1998.", "1998=1998" },
    { "It grew from 2019–21 and in the 1990s.",
      "2019–21=2019-01-01/2021-12-31 | 1990s=1990-01-01/1999-12-31" },
    { "The old mill has 2000 windows and 1900 doors.", "" },
    { "They paid $2024 for it.", "" },
    { "You may march on, but will you?", "" },
    { "The train leaves at 9:30 p.m. or 10 a.m. every day.", "" },
    { "Der Rat tagte am 3. März 2024 und nicht am 4.", "3. März 2024=2024-03-03" },
    { "Le conseil de la ville est réuni depuis le 3 mars 2024.", "3 mars 2024=2024-03-03" },
    { "El consejo de la ciudad se reunió el 3 de marzo de 2024.", "3 de marzo de 2024=2024-03-03" },
    { "市议会于2024年3月3日开会，2023年3月没有开会。", "2024年3月3日=2024-03-03 | 2023年3月=2023-03" },
  };

  check (cases, G_N_ELEMENTS (cases), NULL);
}

/* Seen from a Friday. */
static void
test_relative (void)
{
  static const Case cases[] = {
    { "It rained on Tuesday.", "~Tuesday=2024-04-30" },
    { "It will rain on Tuesday.", "~Tuesday=2024-05-07" },
    { "The bridge will close, Holm said on Tuesday.", "~Tuesday=2024-04-30" },
    { "Holm said on Tuesday that it may need to take down the rest of the old bridge on Wednesday.",
      "~Tuesday=2024-04-30 | ~Wednesday=2024-05-08" },
    { "It may have rained on Tuesday.", "~Tuesday=2024-04-30" },
    { "It was expected to rain at least through Monday.", "~Monday=2024-05-06" },
    { "It rained more than expected on Monday.", "~Monday=2024-04-29" },
    { "It rained last Friday.", "~last Friday=2024-04-26" },
    { "It rained today and yesterday.", "~today=2024-05-03 | ~yesterday=2024-05-02" },
    { "It rained last week.", "~last week=2024-04-22/2024-04-28" },
    { "It rained this month and last year.", "~this month=2024-05 | ~last year=2023" },
    { "It rained in December.", "~December=2023-12" },
    { "It rained on April 28 for hours.", "~April 28=2024-04-28" },
    { "It rained on December 28 for hours.", "~December 28=2023-12-28" },
    { "It rained on May 9 and on Oct. 1 for hours.", "~May 9=2024-05-09 | ~Oct. 1=2023-10-01" },
    { "It rained two days ago.", "~two days ago=2024-05-01" },
    { "It rained a month ago.", "~a month ago=2024-04" },
    { "It rained over the past three days.", "~past three days=2024-04-30/2024-05-03" },
    { "It rained last weekend.", "~last weekend=2024-04-27/2024-04-28" },
    { "上周二下雨，昨天也下雨，两天前没有。", "~上周二=2024-04-23 | ~昨天=2024-05-02 | ~两天前=2024-05-01" },
    { "4月28日下雨，去年也下雨。", "~4月28日=2024-04-28 | ~去年=2023" },
    { "Gestern hat es in der Stadt geregnet, und letzte Woche war es nicht kalt.",
      "~Gestern=2024-05-02 | ~letzte Woche=2024-04-22/2024-04-28" },
  };

  check (cases, G_N_ELEMENTS (cases), "2024-05-03");
}

static void
test_without_date (void)
{
  static const Case cases[] = {
    { "It rained on Tuesday.", "~Tuesday=?" },
    { "It rained on April 28 for hours.", "~April 28=?" },
    { "It rained last week and two days ago.", "~last week=? | ~two days ago=?" },
  };

  check (cases, G_N_ELEMENTS (cases), NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dates/written", test_written);
  g_test_add_func ("/dates/relative", test_relative);
  g_test_add_func ("/dates/without-date", test_without_date);

  return g_test_run ();
}
