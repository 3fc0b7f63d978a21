/* Protects: a fact's standing is worded in letters, without a verdict, and says what it does not know as
 * "not found". */
#include "syn-fact-words.h"

#include "syn-kind.h"

#define A SYN_STANCE_ABSENT
#define M SYN_STANCE_SIMILAR
#define S SYN_STANCE_STATED
#define C SYN_STANCE_CONFLICTING

static const struct {
  SynStance stances[5];
  SynRelation relation;
  gboolean is_figure;
  SynKind kind;
  const char *sentence;
  const char *stances_in_words;
} CASES[] = {
  { { S, S, C, S, A },
    SYN_RELATION_CONFLICT,
    TRUE,
    SYN_KIND_CONFLICT,
    "A, B and D state the same figure; C gives another. Not found in E.",
    "stated in A, B, D; conflicting in C; not found in E" },
  { { S, S, C, C, A },
    SYN_RELATION_CONFLICT,
    TRUE,
    SYN_KIND_CONFLICT,
    "A and B state the same figure; C and D give others. Not found in E.",
    "stated in A, B; conflicting in C, D; not found in E" },
  { { C, C, A, A, A },
    SYN_RELATION_CONFLICT,
    TRUE,
    SYN_KIND_CONFLICT,
    "The figures of A and B differ; they may not measure the same thing. Not found in C, D and E.",
    "conflicting in A, B; not found in C, D, E" },
  { { C, C, A, A, A },
    SYN_RELATION_CONFLICT,
    FALSE,
    SYN_KIND_CONFLICT,
    "A and B differ. Not found in C, D and E.",
    "conflicting in A, B; not found in C, D, E" },
  { { S, A, C, M, A },
    SYN_RELATION_CONFLICT,
    FALSE,
    SYN_KIND_CONFLICT,
    "A states one thing; C states another. Similar in D. Not found in B and E.",
    "stated in A; similar in D; conflicting in C; not found in B, E" },
  { { S, S, A, A, A },
    SYN_RELATION_AGREE,
    FALSE,
    SYN_KIND_SHARED,
    "A and B state the same. Not found in C, D and E.",
    "stated in A, B; not found in C, D, E" },
  { { S, A, A, M, A },
    SYN_RELATION_AGREE,
    TRUE,
    SYN_KIND_SIMILAR,
    "Stated in A; D is similar. Not found in B, C and E.",
    "stated in A; similar in D; not found in B, C, E" },
  { { M, M, M, M, M },
    SYN_RELATION_AGREE,
    FALSE,
    SYN_KIND_SIMILAR,
    "A, B, C, D and E are similar.",
    "similar in A, B, C, D, E" },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
    SynStance stances[5];
    SynReason reason = { .kind = CASES[i].is_figure ? SYN_REASON_FIGURE : SYN_REASON_TERM };
    SynFact fact = {
      .relation = CASES[i].relation,
      .stances = stances,
      .n_articles = 5,
      .n_origins = 2,
      .reasons = &reason,
      .n_reasons = 1,
    };
    g_autofree char *sentence = NULL;
    g_autofree char *words = NULL;

    memcpy (stances, CASES[i].stances, sizeof stances);
    sentence = syn_fact_words_sentence (&fact, NULL);
    words = syn_fact_words_stances (&fact, NULL);
    g_assert_cmpstr (sentence, ==, CASES[i].sentence);
    g_assert_cmpstr (words, ==, CASES[i].stances_in_words);
    g_assert_cmpint (syn_kind_of_fact (&fact), ==, CASES[i].kind);
  }
}

/* Panes in another order: the third article is A. */
static void
test_order (void)
{
  static const guint order[] = { 2, 0, 1 };
  SynStance stances[] = { S, A, S };
  SynFact fact = { .stances = stances, .n_articles = 3, .n_origins = 2 };
  g_autofree char *sentence = syn_fact_words_sentence (&fact, order);
  g_autofree char *words = syn_fact_words_stances (&fact, order);

  g_assert_cmpstr (sentence, ==, "A and B state the same. Not found in C.");
  g_assert_cmpstr (words, ==, "stated in A, B; not found in C");
}

static void
test_copies (void)
{
  SynStance stances[] = { S, S };
  SynFact fact = { .stances = stances, .n_articles = 2, .n_origins = 1 };
  g_autofree char *sentence = syn_fact_words_sentence (&fact, NULL);

  g_assert_cmpstr (sentence, ==, "A and B state the same. Copies of one origin.");
}

static void
test_letters (void)
{
  static const struct {
    guint article;
    const char *letter;
  } LETTERS[] = { { 0, "A" }, { 25, "Z" }, { 26, "AA" }, { 27, "AB" }, { 52, "BA" } };

  for (gsize i = 0; i < G_N_ELEMENTS (LETTERS); i++) {
    g_autofree char *letter = syn_article_letter (LETTERS[i].article);

    g_assert_cmpstr (letter, ==, LETTERS[i].letter);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/fact-words/words", test_words);
  g_test_add_func ("/app/fact-words/order", test_order);
  g_test_add_func ("/app/fact-words/copies", test_copies);
  g_test_add_func ("/app/fact-words/letters", test_letters);

  return g_test_run ();
}
