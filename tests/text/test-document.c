/* Protects: a document survives being kept; broken bytes are refused, never read; the same input gives the
 * same bytes on every thread; odd input ends in bounded time. */
#include "syn-analyser.h"

#include <string.h>

#include "syn-error.h"

static const char body[] =
    "The U.S. envoy, Anna Holm, said on Tuesday that more than 700,000 people had left the coast.\n\n"
    "“We saw it coming,” Ms. Holm told reporters in Lisbon. Losses may reach $1.5bn, up 20% from last "
    "year.\n\n"
    "市长陈明表示，两天内有70万人离开。";

static SynDocument *
analyse (SynAnalyser *analyser)
{
  SynDocumentSource source = { .title = "Coast empties", .body = body, .published = "2024-05-03" };

  return syn_analyser_analyse (analyser, &source, NULL, NULL);
}

static void
test_reading (void)
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();
  g_autoptr (SynDocument) document = analyse (analyser);
  gsize length, n_tokens, n_sentences;
  const char *text = syn_document_get_text (document, &length);
  const SynToken *tokens = syn_document_get_tokens (document, &n_tokens);
  SynDate published = syn_document_get_published (document);
  g_autofree char *iso = syn_date_to_iso (&published);

  g_assert_cmpuint (length, ==, strlen (text));
  g_assert_true (g_str_has_prefix (text, "Coast empties\n\nThe U.S. envoy"));
  g_assert_cmpuint (syn_document_get_body (document), ==, strlen ("Coast empties\n\n"));
  g_assert_cmpstr (syn_document_get_language (document), ==, "en");
  g_assert_cmpstr (iso, ==, "2024-05-03");

  syn_document_get_sentences (document, &n_sentences);
  for (gsize i = 0; i < n_tokens; i++) {
    guint32 sentence = syn_document_find_sentence (document, tokens[i].span.start);

    g_assert_cmpuint (sentence, <, n_sentences);
    if (i > 0)
      g_assert_cmpuint (tokens[i - 1].span.end, <=, tokens[i].span.start);
  }
  g_assert_cmpuint (syn_document_find_sentence (document, length), ==, SYN_NO_INDEX);
  g_assert_true (syn_document_is_in_title (document, tokens[0].span));
  g_assert_false (syn_document_is_in_title (document, tokens[n_tokens - 1].span));
}

static void
test_words (void)
{
  static const struct {
    const char *text;
    const char *words;
  } cases[] = {
    { "The U.S. and the US", "the u.s. and the u.s." },
    { "Holm’s 18-month plan", "holm 18 - month plan" },
    { "$17bn, 3.4m; 29th", "$ 17 bn , 3.4 m ; 29th" },
    { "don’t", "don't" },
    { "市长说话", "市长 说话" },
  };
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SynDocumentSource source = { .body = cases[i].text };
    g_autoptr (SynDocument) document = syn_analyser_analyse (analyser, &source, NULL, NULL);
    g_autoptr (GString) words = g_string_new (NULL);
    gsize n;
    const SynToken *tokens = syn_document_get_tokens (document, &n);

    for (gsize k = 0; k < n; k++)
      g_string_append_printf (words, "%s%s", k > 0 ? " " : "",
                              syn_document_get_string (document, tokens[k].word));
    g_assert_cmpstr (words->str, ==, cases[i].words);
  }
}

static void
test_keeping (void)
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();
  g_autoptr (SynDocument) document = analyse (analyser);
  g_autoptr (GBytes) bytes = syn_document_to_bytes (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (SynDocument) again = syn_document_from_bytes (bytes, &error);
  g_autoptr (GBytes) bytes_again = NULL;

  g_assert_no_error (error);
  bytes_again = syn_document_to_bytes (again);
  g_assert_true (g_bytes_equal (bytes, bytes_again));
  g_assert_cmpstr (syn_document_get_text (again, NULL), ==, syn_document_get_text (document, NULL));
}

static void
test_broken_bytes (void)
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();
  g_autoptr (SynDocument) document = analyse (analyser);
  g_autoptr (GBytes) bytes = syn_document_to_bytes (document);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *copy = g_malloc (size + 1);

  for (gsize i = 0; i < size; i += 1 + i / 64) {
    g_autoptr (GBytes) broken = NULL;
    g_autoptr (GError) error = NULL;

    memcpy (copy, data, size);
    copy[i] ^= 1 << (i % 8);
    broken = g_bytes_new (copy, size);
    g_assert_null (syn_document_from_bytes (broken, &error));
    g_assert_error (error, SYN_ERROR, SYN_ERROR_INVALID);
  }
  for (gsize cut = 0; cut < size; cut += 1 + cut / 16) {
    g_autoptr (GBytes) broken = g_bytes_new (data, cut);

    g_assert_null (syn_document_from_bytes (broken, NULL));
  }

  /* Bytes that do not start at a multiple of eight are as good as others. */
  memcpy (copy + 1, data, size);
  {
    g_autoptr (GBytes) shifted = g_bytes_new_static (copy + 1, size);
    g_autoptr (SynDocument) read = syn_document_from_bytes (shifted, NULL);

    g_assert_nonnull (read);
  }
}

static gpointer
analyse_in_thread (gpointer analyser)
{
  g_autoptr (SynDocument) document = analyse (analyser);

  return syn_document_to_bytes (document);
}

static void
test_threads (void)
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();
  g_autoptr (SynDocument) document = analyse (analyser);
  g_autoptr (GBytes) expected = syn_document_to_bytes (document);
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("analyse", analyse_in_thread, analyser);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++) {
    g_autoptr (GBytes) found = g_thread_join (threads[i]);

    g_assert_true (g_bytes_equal (found, expected));
  }
}

static void
test_cancelled (void)
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  SynDocumentSource source = { .body = body };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (syn_analyser_analyse (analyser, &source, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_hostile (void)
{
  static const struct {
    const char *unit;
    guint times;
  } cases[] = {
    { "", 0 },
    { "word ", 100000 },
    { "a", 1000000 },
    { ".", 300000 },
    { "“", 100000 },
    { "\n", 200000 },
    { "( ", 100000 },
    { "1,", 100000 },
    { "一", 100000 },
    { "$ 5 ", 50000 },
    { "A ", 100000 },
    { "said ", 50000 },
    { "and is ", 50000 },
    { "\xcc\x81", 50000 },
    { "Mr. A said “b.” ", 20000 },
    { "two ", 50000 },
    { "Ann Lee, ", 40000 },
    { "Monday ", 50000 },
    { "万", 50000 },
    { "of the ", 50000 },
    { "X (Y), ", 30000 },
    { "Aa Bb", 20000 },
    { "《", 50000 },
    { "‘a ’ ", 50000 },
    { "- ", 100000 },
  };
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    SynDocumentSource source = { 0 };
    g_autoptr (SynDocument) document = NULL;
    gint64 start = g_get_monotonic_time ();
    double seconds;

    for (guint k = 0; k < cases[i].times; k++)
      g_string_append (text, cases[i].unit);
    source.body = text->str;
    document = syn_analyser_analyse (analyser, &source, NULL, NULL);
    g_assert_nonnull (document);

    /* Far above what it takes, far below what growth with the square would. */
    seconds = (g_get_monotonic_time () - start) / 1e6;
    g_test_message ("“%s” × %u: %.3f s", cases[i].unit, cases[i].times, seconds);
    g_assert_cmpfloat (seconds, <, 30);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/reading", test_reading);
  g_test_add_func ("/document/words", test_words);
  g_test_add_func ("/document/keeping", test_keeping);
  g_test_add_func ("/document/broken-bytes", test_broken_bytes);
  g_test_add_func ("/document/threads", test_threads);
  g_test_add_func ("/document/cancelled", test_cancelled);
  g_test_add_func ("/document/hostile", test_hostile);

  return g_test_run ();
}
