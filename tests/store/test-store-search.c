/* Protects: words are found in any case, with or without diacritics, as the beginning of the last word, and in Han text
 * that has no spaces; nothing that a reader types is taken for an operator; marks lie on the words found. */
#include "store-fixture.h"

static const struct {
  const char *title, *text;
} articles[] = {
  { "Reservoir filled", "Engineers filled the reservoir to the brim.\n\nThe café stayed open." },
  { "Weather", "The reservoir froze over; nobody filled it." },
  { "用户涌入小红书",
    "两天之内，近70万新用户来了。有人说：很新鲜；也有人说：看看再说。他们都下载了小红书，应用排名第二。" },
  { "Move", "Users of RedNote（小红书） said hello." },
};

static const struct {
  const char *query;
  int found[3]; /* indices into `articles`, best first, ended by -1 */
} cases[] = {
  { "engineers", { 0, -1 } },
  { "ENGINEERS filled", { 0, -1 } },
  { "reservoir", { 0, 1, -1 } }, /* in the headline first */
  { "reserv", { 0, 1, -1 } },
  { "reserv filled", { -1 } }, /* only the last word may go on */
  { "\"filled the reservoir\"", { 0, -1 } },
  { "\"reservoir the filled\"", { -1 } },
  { "cafe", { 0, -1 } },
  { "CAFÉ", { 0, -1 } },
  { "小红书", { 2, 3, -1 } },
  { "红书", { 2, 3, -1 } },
  { "书", { 2, 3, -1 } },
  { "红", { 2, 3, -1 } },
  { "红 users", { 3, -1 } },
  { "书红", { -1 } },
  { "下载", { 2, -1 } },
  { "rednote小红书", { 3, -1 } }, /* a bracket stands between the two, but as words they are neighbours */
  { "weather OR move", { -1 } },
  { "NOT", { -1 } },
  { "text:filled", { -1 } },
  { "filled*", { 0, 1, -1 } },
  { "(((", { -1 } },
  { "\"", { -1 } },
  { "", { -1 } },
  { "— filled —", { 0, 1, -1 } },
};

static void
test_queries (Fixture *fixture, gconstpointer data)
{
  gint64 ids[G_N_ELEMENTS (articles)];

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    ids[i] = fixture_add (fixture, articles[i].title, articles[i].text);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) matches = syn_store_search (fixture->store, cases[i].query, 10, NULL, &error);
    guint n = 0;

    g_test_message ("query: %s", cases[i].query);
    g_assert_no_error (error);
    while (cases[i].found[n] >= 0) {
      g_assert_cmpuint (n, <, matches->len);
      g_assert_cmpint (((SynMatch *) matches->pdata[n])->record->id, ==, ids[cases[i].found[n]]);
      n++;
    }
    g_assert_cmpuint (matches->len, ==, n);
  }
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) matches = NULL;
  const SynMatch *match;
  SynSpan mark;

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    fixture_add (fixture, articles[i].title, articles[i].text);
  matches = syn_store_search (fixture->store, "小红书", 1, NULL, NULL);
  g_assert_cmpuint (matches->len, ==, 1);

  match = matches->pdata[0];
  g_assert_cmpuint (match->marks->len, ==, 1);
  mark = g_array_index (match->marks, SynSpan, 0);
  g_assert_cmpint (strncmp (match->snippet + mark.start, "小红书", syn_span_length (mark)), ==, 0);
  g_assert_cmpuint (syn_span_length (mark), ==, strlen ("小红书"));
  mark = g_array_index (match->title_marks, SynSpan, 0);
  g_assert_cmpuint (mark.start, ==, strlen ("用户涌入"));
  g_assert_cmpuint (mark.end, ==, strlen (match->record->title));
}

static void
test_limit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) matches = NULL;

  for (guint i = 0; i < 30; i++) {
    g_autofree char *text = g_strdup_printf ("The dam of valley %u held.", i);

    fixture_add (fixture, NULL, text);
  }
  matches = syn_store_search (fixture->store, "dam", 7, NULL, NULL);
  g_assert_cmpuint (matches->len, ==, 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/search/queries", test_queries);
  fixture_test ("/store/search/marks", test_marks);
  fixture_test ("/store/search/limit", test_limit);

  return g_test_run ();
}
