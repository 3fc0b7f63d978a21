/* Protects: text and Markdown as people save them: every field found where it stands, every leftover listed,
 * every passage by another hand marked, and nothing of the article lost. */
#include "import-test.h"

#include <string.h>

#define ONE                                                                                                  \
  "The weir above the old mill was opened at dawn on Monday, an hour before the engineers had said it "      \
  "would be."
#define TWO                                                                                                  \
  "Nobody was near, and the miller, who had been told the day before, slept through the whole of it, his "   \
  "wife said."
#define HAN                                                                                                                                                      \
  "北山水库的水位在一夜之间下降了三米，这篇报道却只写了一个磨坊主的船挂在了树上，实在让人看不明白作者想说什" \
  "么。"

#define DE                                                                                                   \
  "Wer das hier liest, dem sei gesagt, dass der Müller nicht geschlafen hat und dass auch die Ingenieure "  \
  "es mit dem Wehr nicht eilig hatten."

typedef struct {
  const char *name;
  const char *file;
  const char *content;
  const char *title, *byline, *outlet, *published, *text;
} Case;

static const Case cases[] = {
  { "headline and byline", "a.txt", "Weir Opened an Hour Early\n\nBy Ann Field\n\n" ONE "\n\n" TWO,
    "Weir Opened an Hour Early", "Ann Field", NULL, NULL, ONE "\n\n" TWO },
  { "no headline", "a.txt", ONE "\n" TWO, NULL, NULL, NULL, NULL, ONE "\n\n" TWO },
  { "a subheading is no headline", "a.txt", ONE "\nThe Miller Slept\n" TWO, NULL, NULL, NULL, NULL,
    ONE "\n\nThe Miller Slept\n\n" TWO },
  { "outlet before headline", "a.txt",
    "The Valley Guardian-Weir opened an hour early\nMarch 5, 2024 4 min 698 words\n" ONE "\n" TWO,
    "Weir opened an hour early", NULL, "The Valley Guardian", "2024-03-05", ONE "\n\n" TWO },
  { "outlet behind headline", "a.txt", "Weir opened an hour early | Valley Post\n\n" ONE,
    "Weir opened an hour early", NULL, "Valley Post", NULL, ONE },
  { "a hyphen is no outlet", "a.txt", "Mill-owner sleeps through it all\n\n" ONE,
    "Mill-owner sleeps through it all", NULL, NULL, NULL, ONE },
  { "source line", "a.txt", ONE "\n" TWO "\nSource: A stone in the river", NULL, NULL, "A stone in the river",
    NULL, ONE "\n\n" TWO },
  { "header", "a.txt",
    "Title: Weir: Opened\nOutlet: Valley Post\nAUTHOR: Ann Field\nPublished: 5 March 2024\nKind: "
    "report\n\n" ONE,
    "Weir: Opened", "Ann Field", "Valley Post", "2024-03-05", ONE },
  { "header and headline", "a.txt",
    "Title: The miller’s boat\nDate: 2024-03-05\n\nThe Valley Post-The millers boat\n\n" ONE,
    "The miller’s boat", NULL, NULL, "2024-03-05", ONE },
  { "Chinese header", "a.txt", "标题：水位下降三米\n作者：林小河\n来源：山谷日报\n日期：2024年3月5日\n\n" HAN,
    "水位下降三米", "林小河", "山谷日报", "2024-03-05", HAN },
  { "a sentence with a colon is no header", "a.txt", "Oslo: the weir is open.\n\n" ONE, NULL, NULL, NULL,
    NULL, "Oslo: the weir is open.\n\n" ONE },
  { "date in the first sentence", "a.txt",
    "The weir, shut since today (March 5, 2024) for repair, held back the river all night long "
    "and into the morning.\n" TWO,
    NULL, NULL, NULL, "2024-03-05",
    "The weir, shut since today (March 5, 2024) for repair, held back the river all night long and into the "
    "morning.\n\n" TWO },
  { "a stated date goes first", "a.txt",
    "Date: 2024-03-06\n\nThe weir, shut since March 5, 2024, held back the river all night long, and "
    "then it did not.",
    NULL, NULL, NULL, "2024-03-06",
    "The weir, shut since March 5, 2024, held back the river all night long, and then it "
    "did not." },
  { "agency", "a.txt", "UPPER MILL, March 5 (Valley Wire) - " ONE, NULL, NULL, "Valley Wire", NULL,
    "UPPER MILL, March 5 (Valley Wire) - " ONE },
  { "reporters at the end", "a.txt", ONE "\n" TWO "\nReporting from Upper Mill were Ann Field and Tom Roe.",
    NULL, "Ann Field, Tom Roe", NULL, NULL,
    ONE "\n\n" TWO "\n\nReporting from Upper Mill were Ann Field and Tom Roe." },
  { "section label", "a.txt", "REGION\n\nWeir Opened an Hour Early\n\n" ONE, "Weir Opened an Hour Early",
    NULL, NULL, NULL, ONE },
  { "headline of an abbreviation", "a.txt", "Weir Builder to Leave the U.S.\n\n" ONE,
    "Weir Builder to Leave the U.S.", NULL, NULL, NULL, ONE },
  { "markdown", "a.md",
    "# Weir *Opened* Early\n\nBy [Ann Field](https://field.example)\n\n" ONE "\n\n## The miller\n\n- " TWO
    "\n",
    "Weir Opened Early", "Ann Field", NULL, NULL, ONE "\n\nThe miller\n\n" TWO },
  { "front matter", "a.md",
    "---\ntitle: \"Weir opened\"\nauthors:\n  - Ann Field\n  - Tom Roe\ndate: "
    "2024-03-05T06:07:00Z\n---\n" ONE,
    "Weir opened", "Ann Field, Tom Roe", NULL, "2024-03-05T06:07:00Z", ONE },
  { "a rule on top is no front matter", "a.md", "---\n\n" ONE, NULL, NULL, NULL, NULL, ONE },
  { "a copied page", "a.txt",
    "Valley News\n\nHome\nSport\n\nBarrier raised for first time in a decade\n\n3 March 2024\nBy Ann "
    "Field\nEnvironment "
    "correspondent\n\nShare\n\n" ONE "\n\n" TWO
    "\n\nMore on this story\nIs the barrier too old?\nWhat to do in a flood\n",
    "Barrier raised for first time in a decade", "Ann Field", "Valley News", "2024-03-03", ONE "\n\n" TWO },
  { "names and times alone", "a.txt",
    "https://valley.example/1\n\nBarrier raised for first time in a decade - Valley Post\n\nAnn Field, Tom "
    "Roe\nSun 3 Mar 2024 "
    "14.05 GMT\nLast modified on Mon 4 Mar 2024 09.00 GMT\n\n" ONE,
    "Barrier raised for first time in a decade", "Ann Field, Tom Roe", "Valley Post", "2024-03-03T14:05Z",
    ONE },
  { "a line of keys", "a.txt",
    "水位一夜下降三米\n来源：山谷日报 | 发布时间：2024-03-03 14:05\n记者 林小河\n" HAN
    "\n（责任编辑：王小明）",
    "水位一夜下降三米", "林小河", "山谷日报", "2024-03-03T14:05", HAN },
  { "a mail", "a.txt",
    "Subject: Barrier raised\nFrom: Ann Field <ann@post.example>\nDate: Sun, 3 Mar 2024 14:05:00 +0000\nTo: "
    "all@post.example\n\n"
    "Engineers raised the flood barrier on the river Mill on Sunday for the\nfirst time in ten years, the "
    "agency said. About 4,000 "
    "households had\nbeen told to get ready to leave. Most of them stayed.\n",
    "Barrier raised", "Ann Field", NULL, "2024-03-03T14:05:00+00:00",
    "Engineers raised the flood barrier on the river Mill on Sunday for the first time in ten years, the "
    "agency said. About 4,000 "
    "households had been told to get ready to leave. Most of them stayed." },
  { "a quotation is no author", "a.txt", "Author: ‘I never meant to leave the mill’\n\n" ONE,
    "Author: ‘I never meant to leave the mill’", NULL, NULL, NULL, ONE },
  { "separators and reading time", "a.txt",
    "Weir opened an hour early\nTemps de lecture : 3 min.\n" ONE "\n___\n" TWO,
    "Weir opened an "
    "hour early",
    NULL, NULL, NULL, ONE "\n\n" TWO },
  { "Chinese", "a.txt", "水位一夜下降三米\n作者：林小河\n2024年3月5日\n" HAN, "水位一夜下降三米", "林小河",
    NULL, "2024-03-05", HAN },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SynDraft) draft = NULL;

    g_test_message ("%s", cases[i].name);
    draft = import_test_read_one (cases[i].file, cases[i].content);
    g_assert_cmpstr (draft->title, ==, cases[i].title);
    g_assert_cmpstr (draft->byline, ==, cases[i].byline);
    g_assert_cmpstr (draft->outlet, ==, cases[i].outlet);
    g_assert_cmpstr (draft->published, ==, cases[i].published);
    g_assert_cmpstr (draft->text, ==, cases[i].text);
  }
}

typedef struct {
  const char *name;
  const char *content;
  int kinds[4];          /* -1 ends */
  const char *asides[4]; /* what each starts with */
  const char *text;      /* NULL: all paragraphs of the content */
} AsideCase;

static const AsideCase aside_cases[] = {
  { "commentary before a report",
    "The Valley Guardian-Weir opened an hour early\nMarch 5, 2024\n" HAN "\n" ONE "\n" TWO,
    { SYN_DRAFT_ASIDE_PREFACE, -1 },
    { HAN },
    HAN "\n\n" ONE "\n\n" TWO },
  { "comment behind a report", ONE "\n" TWO "\n" ONE "\n" HAN, { SYN_DRAFT_ASIDE_COMMENT, -1 }, { HAN }, NULL },
  { "editor's note",
    ONE "\n\nEditor’s note: the weir has been shut again since.\n\n" TWO,
    { SYN_DRAFT_ASIDE_NOTE, -1 },
    { "Editor’s note" },
    NULL },
  { "note in brackets",
    "[Note: shared by a reader.]\n" ONE,
    { SYN_DRAFT_ASIDE_NOTE, -1 },
    { "[Note" },
    NULL },
  { "comment by its cue", ONE "\n评论：磨坊主睡得真香。", { SYN_DRAFT_ASIDE_COMMENT, -1 }, { "评论" }, NULL },
  { "reposter in the same language",
    "Reposting this, because all in the valley should read it:\n\nWeir opened early\n\n" ONE "\n\n" TWO,
    { SYN_DRAFT_ASIDE_PREFACE, -1 },
    { "Reposting this" },
    NULL },
  { "reposter by the cue",
    "转载者按：磨坊主睡得真香。\n" HAN,
    { SYN_DRAFT_ASIDE_PREFACE, -1 },
    { "转载者按" },
    NULL },
  { "two languages in turn", ONE "\n" HAN "\n" TWO "\n" HAN, { -1 }, { NULL }, NULL },
  { "another language of the same script",
    "Weir opened early\n\n" DE "\n\n" ONE "\n\n" TWO,
    { SYN_DRAFT_ASIDE_PREFACE, -1 },
    { DE },
    DE "\n\n" ONE "\n\n" TWO },
  { "before and behind",
    HAN "\n" ONE "\n" TWO "\n" ONE "\n" TWO "\n" HAN,
    { SYN_DRAFT_ASIDE_PREFACE, SYN_DRAFT_ASIDE_COMMENT, -1 },
    { HAN, HAN },
    NULL },
  { "three languages", ONE "\n" HAN "\n" DE, { -1 }, { NULL }, NULL },
  { "a quotation", ONE "\n" TWO "\n「" HAN "」", { -1 }, { NULL }, NULL },
  { "a foreign name is no aside", ONE "\n" TWO "\n水", { -1 }, { NULL }, NULL },
};

static void
test_asides (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (aside_cases); i++) {
    g_autoptr (SynDraft) draft = NULL;
    guint n = 0;

    g_test_message ("%s", aside_cases[i].name);
    draft = import_test_read_one ("a.txt", aside_cases[i].content);
    for (n = 0; n < draft->asides->len; n++) {
      const SynDraftAside *aside = &g_array_index (draft->asides, SynDraftAside, n);

      g_assert_cmpint (aside->kind, ==, aside_cases[i].kinds[n]);
      g_assert_true (g_str_has_prefix (draft->text + aside->span.start, aside_cases[i].asides[n]));
      g_assert_cmpuint (aside->span.end, <=, strlen (draft->text));
    }
    g_assert_cmpint (aside_cases[i].kinds[n], ==, -1);
    if (aside_cases[i].text != NULL)
      g_assert_cmpstr (draft->text, ==, aside_cases[i].text);
  }
}

static void
test_dropped (void)
{
  g_autoptr (SynDraft) draft = import_test_read_one (
      "a.txt", "fbpx\n\nWeir Opened an Hour Early\n\nMarch 5, 2024 4 min 698 words\n\n" ONE
               "\n\nLEAVE YOUR COMMENT\n\nYour email address will not be published.");

  g_assert_cmpstr (draft->text, ==, ONE);
  g_assert_cmpuint (draft->dropped->len, ==, 4);
  g_assert_nonnull (import_test_get_why (draft, "fbpx"));
  g_assert_nonnull (import_test_get_why (draft, "March 5, 2024 4 min 698 words"));
  g_assert_nonnull (import_test_get_why (draft, "LEAVE YOUR COMMENT"));
  g_assert_nonnull (import_test_get_why (draft, "Your email address will not be published."));
}

static void
test_plain (void)
{
  const char *content = "By Ann Field\nThe <b>weir</b> &amp; mill.\n\n  Share this article \n© 2024\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = import_test_read ("a.html", content, -1, TRUE, &error);
  const SynDraft *draft;

  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 1);
  draft = g_ptr_array_index (drafts, 0);
  g_assert_cmpstr (draft->text, ==,
                   "By Ann Field\n\nThe <b>weir</b> &amp; mill.\n\nShare this article\n\n© 2024");
  g_assert_null (draft->byline);
  g_assert_cmpuint (draft->dropped->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/cases", test_cases);
  g_test_add_func ("/text/asides", test_asides);
  g_test_add_func ("/text/dropped", test_dropped);
  g_test_add_func ("/text/plain", test_plain);

  return g_test_run ();
}
