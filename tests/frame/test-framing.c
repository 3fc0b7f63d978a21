/* Protects: each kind of wording is found where it stands and not where it does not, a plain report shows
 * next to nothing loaded, the same input gives the same findings, and odd input ends well. */
#include "syn-analyser.h"
#include "syn-framing.h"

#include <string.h>

typedef struct {
  GPtrArray *documents;
  SynFraming *framing;
} Story;

static void
story_clear (Story *self)
{
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->framing, syn_framing_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Story, story_clear)

static Story
story_new (const char *const *bodies, gsize n)
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();
  Story story = { g_ptr_array_new_with_free_func ((GDestroyNotify) syn_document_unref), NULL };

  for (gsize i = 0; i < n; i++) {
    SynDocumentSource source = { .body = bodies[i], .published = "2024-03-05" };

    g_ptr_array_add (story.documents, syn_analyser_analyse (analyser, &source, NULL, NULL));
  }
  story.framing = syn_framing_new ((SynDocument *const *) story.documents->pdata, n, NULL, NULL);
  g_assert_nonnull (story.framing);

  return story;
}

/* The highest score of a mark of that kind on exactly those words of an article; 0 without one. */
static double
find_mark (const Story *story, guint article, SynFramingKind kind, const char *words)
{
  gsize n;
  const SynFramingMark *marks = syn_framing_get_marks (story->framing, &n);
  double score = 0;

  for (gsize i = 0; i < n; i++) {
    g_autofree char *text = syn_document_dup_span (story->documents->pdata[marks[i].article], marks[i].span);

    if (marks[i].article == article && marks[i].kind == kind && g_str_equal (text, words))
      score = MAX (score, marks[i].score);
  }

  return score;
}

static void
test_marks (void)
{
  static const struct {
    const char *text;
    SynFramingKind kind;
    const char *words;
    gboolean is_shown;
  } cases[] = {
    { "The harbour might close for a week.", SYN_FRAMING_HEDGE, "might", TRUE },
    { "The harbour reportedly closed on Monday.", SYN_FRAMING_HEDGE, "reportedly", TRUE },
    { "The harbour closed in May after the storm.", SYN_FRAMING_HEDGE, "May", FALSE },
    { "The harbour is said to have closed.", SYN_FRAMING_HEDGE, "is said to", TRUE },
    { "The union slammed the port authority on Monday.", SYN_FRAMING_ATTRIBUTION, "slammed", TRUE },
    { "The port's disgraceful and reckless plan was a sham.", SYN_FRAMING_LOADED, "disgraceful", TRUE },
    { "The port's disgraceful and reckless plan was a sham.", SYN_FRAMING_LOADED, "reckless", TRUE },
    { "The port's disgraceful and reckless plan was a sham.", SYN_FRAMING_LOADED, "plan", FALSE },
    { "A flood of visitors came to see the new library.", SYN_FRAMING_METAPHOR, "flood of", TRUE },
    { "Rain filled the river, and a flood of water broke the dam.", SYN_FRAMING_METAPHOR, "flood of", FALSE },
    { "\"This is a shameful act,\" insisted Ada Quill, the mayor.", SYN_FRAMING_ATTRIBUTION, "insisted",
      TRUE },
    { "\"This is an act,\" said Ada Quill, the mayor.", SYN_FRAMING_ATTRIBUTION, "said", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Story) story = story_new (&cases[i].text, 1);

    g_test_message ("%s: %s", cases[i].text, cases[i].words);
    if (cases[i].is_shown)
      g_assert_cmpfloat (find_mark (&story, 0, cases[i].kind, cases[i].words), >=, 0.5);
    else
      g_assert_cmpfloat (find_mark (&story, 0, cases[i].kind, cases[i].words), <, 0.5);
  }
}

#define WIRE                                                                                                 \
  "The city council of Ostmouth voted 12 to 5 on Tuesday to close the old harbour bridge for repairs. Work " \
  "will start in April and last about nine months, the council said in a statement. The bridge, built in "   \
  "1931, carries 14,000 cars a day. Buses will be sent over the northern crossing. The repairs cost 23 "     \
  "million "                                                                                                 \
  "pounds, of which the region pays half. Ada Quill, the mayor, told reporters that a ferry would run "      \
  "every "                                                                                                   \
  "20 minutes. Shopkeepers in the quarter have asked for compensation. A decision is due in June."

static void
test_plain_report (void)
{
  static const char *const bodies[] = { WIRE };
  g_auto (Story) story = story_new (bodies, 1);
  gsize n;
  const SynFramingMark *marks = syn_framing_get_marks (story.framing, &n);
  guint n_loaded = 0;

  for (gsize i = 0; i < n; i++)
    n_loaded += marks[i].kind == SYN_FRAMING_LOADED && marks[i].score >= 0.5;
  g_assert_cmpuint (n_loaded, ==, 0);
}

static void
test_sentences (void)
{
  static const char *const bodies[] = {
    "The judge ruled that the law is unconstitutional, and the court will hear the appeal in May. Doctors at "
    "the hospital "
    "treated patients who had caught the disease.",
    "The bus leaves at nine. The shameless, corrupt and utterly incompetent regime betrayed its people.",
  };
  g_auto (Story) story = story_new (bodies, 2);
  gsize n;
  const SynSentenceFraming *first = syn_framing_get_sentences (story.framing, 0, &n);
  const SynSentenceFraming *second = syn_framing_get_sentences (story.framing, 1, &n);
  int legality = -1;
  int health = -1;

  for (int i = 0; i < SYN_N_FRAMES; i++) {
    if (g_str_equal (syn_frame_names[i], "legality"))
      legality = i;
    if (g_str_equal (syn_frame_names[i], "health"))
      health = i;
  }
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (first[0].frames[legality], >=, 0.5);
  g_assert_cmpfloat (first[0].frames[health], <, 0.5);
  g_assert_cmpfloat (first[1].frames[health], >=, 0.5);
  g_assert_cmpfloat (second[0].loaded, <, 0.5);
  g_assert_cmpfloat (second[1].loaded, >, 0.5);
}

static const SynLabel *
find_label (const Story *story, const char *wording)
{
  gsize n;
  const SynLabel *labels = syn_framing_get_labels (story->framing, &n);

  for (gsize i = 0; i < n; i++) {
    for (gsize k = 0; k < labels[i].n_names; k++) {
      const SynLabelName *name = &labels[i].names[k];
      g_autofree char *text = syn_document_dup_span (story->documents->pdata[name->article], name->span);

      if (g_str_equal (text, wording))
        return &labels[i];
    }
  }

  return NULL;
}

static void
test_labels (void)
{
  static const char *const bodies[] = {
    "The peaceful protesters stood by the gate. Some protesters sang.",
    "Violent protesters stormed the gate. The angry protesters shouted.",
  };
  g_auto (Story) story = story_new (bodies, 2);
  const SynLabel *label = find_label (&story, "The peaceful protesters");

  g_assert_nonnull (label);
  g_assert_true (label == find_label (&story, "The angry protesters"));
  g_assert_cmpuint (label->n_names, ==, 4);
  g_assert_cmpfloat (label->contrast, >, 0);
  g_assert_cmpfloat (label->contrast, <=, 1);
}

static void
test_quotes (void)
{
  static const char *const bodies[] = {
    "Ada Quill, the mayor, opened the library on Monday. \"We waited too long,\" Quill said.",
    "\"We waited too long,\" Quill said on Monday. They said that it was late.",
  };
  g_auto (Story) story = story_new (bodies, 2);
  gsize n;
  const SynQuoteRow *quotes = syn_framing_get_quotes (story.framing, &n);

  g_assert_cmpuint (n, >=, 2);
  g_assert_cmpuint (quotes[0].article, ==, 0);
  g_assert_cmpstr (quotes[0].speaker, ==, "Ada Quill");
  g_assert_cmpuint (quotes[1].article, ==, 1);
  g_assert_nonnull (strstr (quotes[1].speaker, "Quill"));
}

/* Two who speak together are both named; one who is spelled two ways goes by the usual spelling. */
static void
test_speakers (void)
{
  static const char *const bodies[] = {
    "Ada Quill met Nancy Tormarsken. Quill and Tormarsken said that the library was late.",
    "Nancy Tormarskin came. \"We waited too long,\" said Nancy Tormarskin.",
    "Nancy Tormarsken left. Nancy Tormarsken was late. Nancy Tormarsken said that she was sorry.",
  };
  static const char *const speakers[] = { "Ada Quill, Nancy Tormarsken", "Nancy Tormarsken",
                                          "Nancy Tormarsken" };
  g_auto (Story) story = story_new (bodies, 3);
  gsize n;
  const SynQuoteRow *quotes = syn_framing_get_quotes (story.framing, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (speakers));
  for (gsize i = 0; i < n; i++)
    g_assert_cmpstr (quotes[i].speaker, ==, speakers[i]);
}

/* "The president" is the one person who is called so; an acronym stands for its name. */
static void
test_referents (void)
{
  static const char *const bodies[] = {
    "President Clara Vance spoke in Ostmouth. President Vance left early. A crowd waited for the president.",
    "The president spoke to a crowd in Ostmouth. Vance was brief.",
  };
  g_auto (Story) story = story_new (bodies, 2);
  const SynLabel *label = find_label (&story, "The president");

  g_assert_nonnull (label);
  g_assert_true (label == find_label (&story, "Vance"));
  g_assert_true (label == find_label (&story, "the president"));
}

static void
test_distinctive (void)
{
  static const char *const bodies[] = {
    "A bridge links the towns. The bridge opened in spring. Every bridge needs paint. The bridge is long.",
    "A road links the towns. It opened in spring. Every road needs care. The towns paid for it together.",
  };
  g_auto (Story) story = story_new (bodies, 2);
  gsize n;
  const SynDistinctive *words = syn_framing_get_distinctive (story.framing, &n);

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (words[0].article, ==, 0);
  g_assert_cmpstr (words[0].term, ==, "bridge");
  g_assert_cmpuint (words[0].count, ==, 4);
  g_assert_cmpuint (words[0].others, ==, 0);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpstr (words[i].term, !=, "towns");
}

static void
test_odd_input (void)
{
  static const char *const bodies[] = { "", "!!! …", "\xe5\xb0\x8f\xe7\xba\xa2\xe4\xb9\xa6",
                                        "the the the of" };
  g_auto (Story) story = story_new (bodies, G_N_ELEMENTS (bodies));
  g_auto (Story) none = story_new (bodies, 0);
  gsize n;

  syn_framing_get_marks (none.framing, &n);
  g_assert_cmpuint (n, ==, 0);
  syn_framing_get_sentences (story.framing, 0, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_cancelled (void)
{
  static const char *const bodies[] = { WIRE };
  g_auto (Story) story = story_new (bodies, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (syn_framing_new ((SynDocument *const *) story.documents->pdata, 1, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/framing/marks", test_marks);
  g_test_add_func ("/framing/plain-report", test_plain_report);
  g_test_add_func ("/framing/sentences", test_sentences);
  g_test_add_func ("/framing/labels", test_labels);
  g_test_add_func ("/framing/quotes", test_quotes);
  g_test_add_func ("/framing/speakers", test_speakers);
  g_test_add_func ("/framing/referents", test_referents);
  g_test_add_func ("/framing/distinctive", test_distinctive);
  g_test_add_func ("/framing/odd-input", test_odd_input);
  g_test_add_func ("/framing/cancelled", test_cancelled);

  return g_test_run ();
}
