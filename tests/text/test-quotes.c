/* Protects: what somebody is quoted with, directly or not, is found whole, with the source and the verb as
 * written and the speaker under the full name; words held at arm's length are no quotes. Each case lists
 * "[source] [cue] speaker <content>", "D" before a direct one. */
#include "syn-analyser.h"

typedef struct {
  const char *text;
  const char *expected;
} Case;

static char *
describe (SynAnalyser *analyser, const char *text)
{
  SynDocumentSource source = { .body = text };
  g_autoptr (SynDocument) document = syn_analyser_analyse (analyser, &source, NULL, NULL);
  const SynEntity *entities = syn_document_get_entities (document, NULL);
  GString *found = g_string_new (NULL);
  gsize n;
  const SynQuote *quotes = syn_document_get_quotes (document, &n);

  for (gsize i = 0; i < n; i++) {
    g_autofree char *content = syn_document_dup_span (document, quotes[i].content);
    g_autofree char *who = syn_document_dup_span (document, quotes[i].source);
    g_autofree char *cue = syn_document_dup_span (document, quotes[i].cue);
    const char *speaker = quotes[i].speaker != SYN_NO_INDEX
                              ? syn_document_get_string (document, entities[quotes[i].speaker].name)
                              : "?";

    g_string_append_printf (found, "%s%s[%s] [%s] %s <%s>", i > 0 ? " | " : "",
                            quotes[i].is_direct ? "D" : "", who, cue, speaker, content);
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
test_direct (void)
{
  static const Case cases[] = {
    { "“The bridge is safe,” said Anna Holm, the mayor of the town.",
      "D[Anna Holm, the mayor of the town] [said] Anna Holm <The bridge is safe,>" },
    { "“The bridge is safe,” Anna Holm said. “It was built to last.”",
      "D[Anna Holm] [said] Anna Holm <The bridge is safe,> | D[Anna Holm] [said] Anna Holm <It was built to "
      "last.>" },
    { "Anna Holm told reporters: “The bridge is safe.”",
      "D[Anna Holm] [told] Anna Holm <The bridge is safe.>" },
    { "\"The bridge is safe,\" a builder said.", "D[a builder] [said] ? <The bridge is safe,>" },
    { "‘The bridge is safe,’ Anna Holm said.", "D[Anna Holm] [said] Anna Holm <The bridge is safe,>" },
    { "Anna Holm was calm. “The bridge is safe,” she said.",
      "D[she] [said] Anna Holm <The bridge is safe,>" },
    { "Anna Holm met Mr. Eric Orr. “The bridge is safe,” he said.",
      "D[he] [said] Eric Orr <The bridge is safe,>" },
    { "“The bridge,” Holm said, “is safe for all.”",
      "D[Holm] [said] Holm <The bridge,> | D[Holm] [said] Holm <is safe for all.>" },
    { "“Is the bridge safe?” asked Anna Holm.", "D[Anna Holm] [asked] Anna Holm <Is the bridge safe?>" },
    { "“The bridge is old,” Anna Holm said.\n\n“It is safe, and it will stay safe.\n\n“Nobody need fear.”",
      "D[Anna Holm] [said] Anna Holm <The bridge is old,> | "
      "D[Anna Holm] [said] Anna Holm <It is safe, and it will stay safe.> | "
      "D[Anna Holm] [said] Anna Holm <Nobody need fear.>" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_scare_quotes (void)
{
  static const Case cases[] = {
    { "The “bridge of sighs” was closed after a “technical fault” in May.", "" },
    { "They read the book “A Walk in the Old Town of Porto” together.", "" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_indirect (void)
{
  static const Case cases[] = {
    { "Anna Holm said that the bridge was safe.", "[Anna Holm] [said] Anna Holm <that the bridge was safe>" },
    { "Anna Holm has said the bridge is safe.", "[Anna Holm] [has said] Anna Holm <the bridge is safe>" },
    { "The bridge is safe, Anna Holm said on Monday.", "[Anna Holm] [said] Anna Holm <The bridge is safe>" },
    { "According to the Harbour Board, the bridge is safe.",
      "[the Harbour Board] [According to] Harbour Board <the bridge is safe>" },
    { "The bridge is safe, according to Anna Holm.",
      "[Anna Holm] [according to] Anna Holm <The bridge is safe>" },
    { "The bridge, officials said, will be closed.",
      "[officials] [said] ? <The bridge> | [officials] [said] ? <will be closed>" },
    { "Anna Holm, the mayor, warned the council that the bridge might fall.",
      "[Anna Holm, the mayor] [warned] Anna Holm <that the bridge might fall>" },
    { "Holm believes the bridge is safe.", "[Holm] [believes] Holm <the bridge is safe>" },
    { "The firm did not say whether the bridge was safe.",
      "[The firm] [did not say] ? <whether the bridge was safe>" },
    { "The bridge is said to be safe, and a guest was told to leave.", "" },
    { "The firm maintains only two of its bridges.", "" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_sources (void)
{
  static const Case cases[] = {
    { "Anna Holm did thank the builders for her posts, but added, “The bridge is not what it was.”",
      "D[Anna Holm] [added] Anna Holm <The bridge is not what it was.>" },
    { "Curious why I think the bridge is safe?", "[I] [think] ? <the bridge is safe>" },
    { "Anna Holm, a survivor of the fall who acts for 75 of the victims’ families, called the bridge “a "
      "trap” for all.",
      "[Anna Holm, a survivor of the fall who acts for 75 of the victims’ families] [called] Anna Holm "
      "<the bridge “a trap” for all>" },
    { "The bridge opened after the Porto Herald wrote about it, with the council saying it was safe.",
      "[the council] [saying] ? <it was safe>" },
    { "The Harbour Council met. The council said the bridge was safe, and the court said it would close.",
      "[The council] [said] Harbour Council <the bridge was safe> | [the court] [said] ? <it would close>" },
    { "One of the boys, identified as Tun, wrote, “Mother, the bridge is safe.”",
      "D[One of the boys, identified as Tun] [wrote] Tun <Mother, the bridge is safe.>" },
    { "“The bridge is safe for all of us,” read the signs along the river.",
      "D[the signs along the river] [read] ? <The bridge is safe for all of us,>" },
    { "The Bolt Group was calm. A Bolt Group spokesperson said the bridge was safe. “It will stay open,” the "
      "spokesperson "
      "said.",
      "[A Bolt Group spokesperson] [said] ? <the bridge was safe> | D[the spokesperson] [said] ? <It will "
      "stay open,>" },
    { "Anna Holm, a spokeswoman for the port, said the bridge was safe. Eric Orr came. “It will stay open,” "
      "the "
      "spokeswoman said.",
      "[Anna Holm, a spokeswoman for the port] [said] Anna Holm <the bridge was safe> | "
      "D[the spokeswoman] [said] Anna Holm <It will stay open,>" },
    { "Donald Orr met Nancy Holm, the mayor. “The bridge is safe,” she said.",
      "D[she] [said] Nancy Holm <The bridge is safe,>" },
    { "Supporters of President Eric Orr said the bridge was safe.",
      "[Supporters of President Eric Orr] [said] ? <the bridge was safe>" },
    { "A report in the Porto Herald on Monday that revealed the plan was short.", "" },
    { "In this case, the board argues, the bridge that it built was not to blame.",
      "[the board] [argues] ? <the bridge that it built was not to blame>" },
    { "The basic parts of the union are the several states of the north.", "" },
    { "A man who explains that the bridge is safe was heard.",
      "[A man] [explains] ? <that the bridge is safe was heard>" },
    { "Overall, Porto seems calm, stating that the bridge is safe.",
      "[Porto] [stating] Porto <that the bridge is safe>" },
    { "Speaking in May, the port's spokesman Eric Orr was quoted as saying that the bridge is safe.",
      "[the port's spokesman Eric Orr] [saying] Eric Orr <that the bridge is safe>" },
    { "“The bridge is safe for all,” stated spokesperson Eric Orr during a routine briefing in Porto.",
      "D[spokesperson Eric Orr] [stated] Eric Orr <The bridge is safe for all,>" },
    { "According to a new report published in May, the bridge is safe.",
      "[a new report] [According to] ? <the bridge is safe>" },
    { "Holm’s newly announced plan pleased a group that calls itself the Friends of the Bridge.", "" },
    { "If all goes according to plan, the bridge will open in May.", "" },
    { "The board has been cautious about claiming success, and it continued to close the bridge at night.",
      "" },
    { "The bridge is safe, according to USA Today.",
      "[USA Today] [according to] USA Today <The bridge is safe>" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* A paragraph, or a list, in the words of whoever is named before its colon; a post that its last line signs.
 */
static void
test_passages (void)
{
  static const Case cases[] = {
    { "The bridge is old, according to the Porto Herald:\n\nNobody knows how long it will stand, and few "
      "ask.",
      "[the Porto Herald] [according to] Porto Herald <The bridge is old> | "
      "D[the Porto Herald] [according to] Porto Herald <Nobody knows how long it will stand, and few ask.>" },
    { "As the Porto Herald points out, the Harbour Board never called it safe:\n\nThe word stands in none of "
      "its reports.",
      "D[the Porto Herald] [points] Porto Herald <The word stands in none of its reports.>" },
    { "Anna Holm wrote:\n\n“The bridge is safe, and it will stay safe.”",
      "D[Anna Holm] [wrote] Anna Holm <The bridge is safe, and it will stay safe.>" },
    { "The suit claimed that the board is to blame because:\n\nThe board did not look at the bridge.\n\nThe "
      "board did not "
      "pay the builders.\n\nNobody answered.",
      "[The suit] [claimed] ? <that the board is to blame because> | "
      "[The suit] [claimed] ? <The board did not look at the bridge.> | "
      "[The suit] [claimed] ? <The board did not pay the builders.>" },
    { "Ask why I think the bridge is a trap. Thanks for asking. — Anna Holm (@annaholm) March 11, 2019",
      "D[Anna Holm] [] Anna Holm <Ask why I think the bridge is a trap. Thanks for asking.>" },
    { "The shops that will close:\n\nThe baker at the old bridge will close on Monday.", "" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_others (void)
{
  static const Case cases[] = {
    { "„Die Brücke ist für alle Bürger sicher“, sagte Anna Holm in der Stadt.",
      "D[Anna Holm in der Stadt] [sagte] Anna Holm <Die Brücke ist für alle Bürger sicher>" },
    { "„Die Brücke ist für alle Bürger sicher“, sagte Anna Holm am Montag in der Stadt.",
      "D[Anna Holm] [sagte] Anna Holm <Die Brücke ist für alle Bürger sicher>" },
    { "« Le pont est sûr pour tous », a déclaré Anne Petit à la mairie de Lyon.",
      "D[Anne Petit à la mairie de Lyon] [a déclaré] Anne Petit <Le pont est sûr pour tous>" },
    { "The fall, first reported by the Porto Herald, was slow.", "" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_han (void)
{
  static const Case cases[] = {
    { "市长陈明表示：“这座桥很安全，不会关闭。”", "D[市长陈明] [表示] 陈明 <这座桥很安全，不会关闭。>" },
    { "官员指出，这座桥已经关闭三天。", "[官员] [指出] ? <这座桥已经关闭三天>" },
    { "据当地媒体报道，这座桥已经关闭。", "[当地媒体] [据] ? <这座桥已经关闭>" },
    { "这座“叹息桥”已经关闭。", "" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quotes/direct", test_direct);
  g_test_add_func ("/quotes/scare-quotes", test_scare_quotes);
  g_test_add_func ("/quotes/indirect", test_indirect);
  g_test_add_func ("/quotes/sources", test_sources);
  g_test_add_func ("/quotes/passages", test_passages);
  g_test_add_func ("/quotes/others", test_others);
  g_test_add_func ("/quotes/han", test_han);

  return g_test_run ();
}
