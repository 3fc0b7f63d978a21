/* Protects: paragraphs, sentences and clauses end where a reader sees them end. Bars in the expected text
 * stand between sentences ("|"), paragraphs ("||") and clauses ("/"). */
#include "syn-analyser.h"

typedef struct {
  const char *text;
  const char *expected;
} Case;

static char *
describe (const char *text, gboolean has_clauses)
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();
  SynDocumentSource source = { .body = text };
  g_autoptr (SynDocument) document = syn_analyser_analyse (analyser, &source, NULL, NULL);
  GString *found = g_string_new (NULL);
  gsize n_sentences;
  const SynSentence *sentences = syn_document_get_sentences (document, &n_sentences);
  const SynClause *clauses = syn_document_get_clauses (document, NULL);

  for (gsize i = 0; i < n_sentences; i++) {
    if (i > 0)
      g_string_append (found, sentences[i].paragraph == sentences[i - 1].paragraph ? "|" : "||");
    for (guint32 k = 0; k < (has_clauses ? sentences[i].n_clauses : 1); k++) {
      SynSpan span = has_clauses ? clauses[sentences[i].first_clause + k].span : sentences[i].span;
      g_autofree char *part = syn_document_dup_span (document, span);

      g_string_append_printf (found, "%s%s", k > 0 ? "/" : "", part);
    }
  }

  return g_string_free (found, FALSE);
}

static void
check (const Case *cases, guint n_cases, gboolean has_clauses)
{
  for (guint i = 0; i < n_cases; i++) {
    g_autofree char *found = describe (cases[i].text, has_clauses);

    g_assert_cmpstr (found, ==, cases[i].expected);
  }
}

static void
test_sentences (void)
{
  static const Case cases[] = {
    { "It rained. We left.", "It rained.|We left." },
    { "Dr. Ames met Gen. Orr. They talked.", "Dr. Ames met Gen. Orr.|They talked." },
    { "The U.S. Navy left. It came back.", "The U.S. Navy left.|It came back." },
    { "She lives in the U.S. He does not.", "She lives in the U.S.|He does not." },
    { "See No. 5 on the list. It won.", "See No. 5 on the list.|It won." },
    { "The answer was no. 5 of them left.", "The answer was no. 5 of them left." },
    { "J. R. Hale and Ann B. Lowe spoke. Nobody listened.",
      "J. R. Hale and Ann B. Lowe spoke.|Nobody listened." },
    { "Lisa P. Hale and No. 5 spoke. Nobody listened.", "Lisa P. Hale and No. 5 spoke.|Nobody listened." },
    { "It opens at 9 a.m. on Monday. Be early.", "It opens at 9 a.m. on Monday.|Be early." },
    { "Prices rose 3.5 percent. Wages fell.", "Prices rose 3.5 percent.|Wages fell." },
    { "“Is it far?” one walker asked. No one knew.", "“Is it far?” one walker asked.|No one knew." },
    { "“Is it far?” Anna Holm asked the guide. No one knew.",
      "“Is it far?” Anna Holm asked the guide.|No one knew." },
    { "He said: “It is late.” Then he left.", "He said: “It is late.”|Then he left." },
    { "(It was late.) They left.", "(It was late.)|They left." },
    { "Acme Inc. grew. So did Bolt Corp. in May.", "Acme Inc. grew.|So did Bolt Corp. in May." },
    { "Wait... what? Yes.", "Wait... what?|Yes." },
    { "桥已经关闭。市长说：“我们会修好它。”人们不信！", "桥已经关闭。|市长说：“我们会修好它。”|人们不信！" },
  };

  check (cases, G_N_ELEMENTS (cases), FALSE);
}

static void
test_paragraphs (void)
{
  static const Case cases[] = {
    { "One is here.\n\nTwo is here.", "One is here.||Two is here." },
    { "One is here.\nTwo is here.", "One is here.||Two is here." },
    { "  One is here.  \r\n\r\n\r\n Two.", "One is here.||Two." },
    { "The council met on the first day of the new\nyear to hear what the people of the old town\n"
      "had to say about the bridge.\n\nIt was late.",
      "The council met on the first day of the new\nyear to hear what the people of the old town\n"
      "had to say about the bridge.||It was late." },
    { "\n\n \n", "" },
    { "", "" },
  };

  check (cases, G_N_ELEMENTS (cases), FALSE);
}

static void
test_clauses (void)
{
  static const Case cases[] = {
    { "The mayor closed the bridge.", "The mayor closed the bridge." },
    { "The mayor closed the bridge; the council had asked for it.",
      "The mayor closed the bridge;/the council had asked for it." },
    { "The mayor closed the old bridge, but the council had not asked for it.",
      "The mayor closed the old bridge,/but the council had not asked for it." },
    { "The firm said that it had sold two million phones.",
      "The firm said/that it had sold two million phones." },
    { "Tom and Ann met in the park.", "Tom and Ann met in the park." },
    { "After the mayor closed the bridge, the shops were empty for weeks.",
      "After the mayor closed the bridge,/the shops were empty for weeks." },
  };

  check (cases, G_N_ELEMENTS (cases), TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentences/sentences", test_sentences);
  g_test_add_func ("/sentences/paragraphs", test_paragraphs);
  g_test_add_func ("/sentences/clauses", test_clauses);

  return g_test_run ();
}
