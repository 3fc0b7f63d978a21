/* Protects: what a saved page carries besides its article goes, and no sentence of an article does. */
#include "syn-leftovers.h"

#define PROSE                                                                                                \
  "The weir above the old mill was opened at dawn on Monday, an hour before the engineers had said."

typedef struct {
  const char *name;
  const char *paragraphs[8];
  const char *why[8]; /* untranslated; NULL: kept */
} Case;

static const Case cases[] = {
  { "share bar",
    { "Share this article", PROSE, "Facebook", "Twitter", "Email" },
    { "share bar", NULL, "share bar", "share bar", "share bar" } },
  { "share bar in one", { PROSE, "Share Tweet Email Print" }, { NULL, "share bar" } },
  { "a lone button is a heading", { PROSE, "Facebook", PROSE }, { NULL, NULL, NULL } },
  { "tracking code", { "fbpx", PROSE }, { "tracking code", NULL } },
  { "comment form",
    { PROSE, "LEAVE YOUR COMMENT", "Your email address will not be published. Required fields are marked *" },
    { NULL, "comment form", "comment form" } },
  { "tail",
    { PROSE, "Related stories", "Mill to reopen", "Who owns the river?" },
    { NULL, "link to more", "link to more", "link to more" } },
  { "no tail before prose", { PROSE, "Discussion", "Mill to reopen", PROSE }, { NULL, NULL, NULL, NULL } },
  { "links to more",
    { PROSE, "Read more: the mill that would not turn", "Advertisement", PROSE },
    { NULL, "link to more", "advertisement", NULL } },
  { "notices",
    { "We use cookies to improve your visit.", PROSE, "© 2024 Weir Post. All rights reserved." },
    { "cookie notice", NULL, "copyright notice" } },
  { "newsletter",
    { PROSE, "Sign up for our newsletter and get the valley every morning." },
    { NULL, "newsletter" } },
  { "other languages",
    { "Anzeige", PROSE, "Lesen Sie auch: Die Mühle steht still", "责任编辑：林小河" },
    { "advertisement", NULL, "link to more", "page leftover" } },
  { "captions with a credit",
    { "The miller at the weir on Monday. © Weir Post/Ann Field", PROSE,
      "The old mill, where nobody lives now (WIRE/Tom Roe)",
      "The mill in winter. (Source: Field/Archive/WP)" },
    { "picture caption", NULL, "picture caption", "picture caption" } },
  { "an agency's signature is no credit",
    { PROSE, "The weir stays open until Monday, the engineers said (wire/vp)",
      "Half of them want it shut for good (Weir Post/Field poll of 2024)" },
    { NULL, NULL, NULL } },
  { "a title that is a sentence",
    { PROSE,
      "Read also: Who owns the river, and who is to pay for the weir that nobody in the valley wanted to "
      "have?",
      PROSE },
    { NULL, "link to more", NULL } },
  { "sentences stay",
    { "Read more books, said the teacher, and you will understand why the river has two names and the valley "
      "only one, and "
      "why nobody who was born here would ever call the mill by the name that stands on the map of the "
      "county.",
      "More from the engineers is to be heard on Monday, when the weir opens again, said the miller.",
      "We share this valley with the otters.",
      "Comments were made by all who stood on the bridge that night." },
    { NULL, NULL, NULL, NULL } },
};

static void
test_mark (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) blocks = syn_blocks_new ();

    for (guint j = 0; cases[i].paragraphs[j] != NULL; j++)
      syn_blocks_add (blocks, cases[i].paragraphs[j], -1, 0);
    syn_leftovers_mark (blocks);
    for (guint j = 0; j < blocks->len; j++) {
      g_test_message ("%s: %s", cases[i].name, cases[i].paragraphs[j]);
      g_assert_cmpstr (((SynBlock *) g_ptr_array_index (blocks, j))->why, ==, cases[i].why[j]);
    }
  }
}

static void
test_counter (void)
{
  g_assert_true (syn_leftovers_is_counter ("4 min read"));
  g_assert_true (syn_leftovers_is_counter ("1.2k comments"));
  g_assert_true (syn_leftovers_is_counter ("阅读 1024"));
  g_assert_false (syn_leftovers_is_counter ("12"));
  g_assert_false (syn_leftovers_is_counter ("4 otters"));
  g_assert_false (syn_leftovers_is_counter ("read"));
}

static void
test_prose (void)
{
  g_assert_true (syn_leftovers_is_prose (PROSE));
  g_assert_true (
      syn_leftovers_is_prose ("北山水库的水位在一夜之间下降了三米，工程师说这是因为下游的闸门提前打开。"));
  g_assert_false (syn_leftovers_is_prose ("The weir is open."));
  g_assert_false (syn_leftovers_is_prose (
      "Weir opened an hour early as engineers of the river board look on in disbelief at dawn"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/leftovers/mark", test_mark);
  g_test_add_func ("/leftovers/counter", test_counter);
  g_test_add_func ("/leftovers/prose", test_prose);

  return g_test_run ();
}
