/* What the modules found, as a reader is told it: which words, in which form, and which not at all. */
#include "config.h"

#include "syn-reason-words-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bytes of a passage named in a reason; quotes are shorter, but for sentences that never end. */
#define MAX_WORDING 400

/* Characters of a phrase that are named: enough to find it. */
#define MAX_CHARACTERS 60

/* Words whose vectors are less alike than this do not look it to a reader. By reading the reasons of the
 * samples. */
#define MIN_LIKENESS 0.5

static char *
dup_span (const SynArticleView *view, SynSpan span)
{
  const char *text = view->text + span.start;
  gsize length = syn_span_length (span);
  g_autofree char *words = NULL;

  if (length > MAX_WORDING) {
    length = MAX_WORDING;
    while (((guchar) text[length] & 0xc0) == 0x80)
      length--;
  }
  words = g_strdelimit (g_strndup (text, length), "\n\t\r", ' ');

  return length < syn_span_length (span) ? g_strconcat (words, "…", NULL) : g_steal_pointer (&words);
}

static gboolean
is_in_name (const SynArticleView *view, const SynPassage *passage, SynSpan span)
{
  for (guint32 i = passage->first_name; i < passage->first_name + passage->n_names; i++) {
    if (syn_span_overlaps (view->names[i].span, span))
      return TRUE;
  }

  return FALSE;
}

static gboolean
has_capital (const char *text)
{
  while (*text != '\0' && !g_ascii_isupper (*text))
    text++;

  return *text != '\0';
}

/* The words as they stand, but for the capital of a sentence's first word and an ending ’s; long ones are
 * cut. (transfer full) */
static char *
dup_words (const SynArticleView *view, const SynPassage *passage, SynSpan span)
{
  guint32 first = syn_article_find_token (view, span.start);
  const SynToken *token = first != SYN_NO_INDEX ? &view->tokens[first] : NULL;
  char *words = dup_span (view, span);

  if (token != NULL && (token->flags & SYN_TOKEN_INITIAL) && !is_in_name (view, passage, token->span) &&
      !has_capital (words + 1))
    words[0] = g_ascii_tolower (words[0]);
  if (g_utf8_strlen (words, -1) > MAX_CHARACTERS) {
    g_autofree char *head = g_utf8_substring (words, 0, MAX_CHARACTERS);
    char *space = strrchr (head, ' ');

    if (space != NULL)
      *space = '\0';
    g_free (words);
    return g_strconcat (head, "…", NULL);
  }
  if (g_str_has_suffix (words, "’s"))
    words[strlen (words) - strlen ("’s")] = '\0';
  else if (g_str_has_suffix (words, "'s"))
    words[strlen (words) - strlen ("'s")] = '\0';

  return words;
}

/* What the finding is about, in words: (transfer full). */
char *
syn_reason_name_finding (const SynCorpus *corpus,
                         const SynPair *pair,
                         const SynFinding *finding,
                         SynReasonGroup group)
{
  const SynArticleView *a_view = &corpus->articles[pair->a->article];
  const SynArticleView *b_view = &corpus->articles[pair->b->article];
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  switch (group) {
  case SYN_GROUP_NAME:
    return g_strdup (g_array_index (corpus->referents, SynReferent, finding->a_record).name);
  case SYN_GROUP_SPEAKER:
    return g_strdup (syn_document_get_string (
        a_view->document, a_view->entities[a_view->quotes[finding->a_record].speaker].name));
  case SYN_GROUP_UTTERANCE:
  case SYN_GROUP_NEAR_FIGURE:
  case SYN_GROUP_MEANING:
    a = dup_words (a_view, pair->a, finding->a);
    b = dup_words (b_view, pair->b, finding->b);
    /* in one order, so that it is not told twice */
    if (group == SYN_GROUP_MEANING && strcmp (a, b) > 0)
      return g_strdup_printf (_ ("“%s” and “%s”"), b, a);
    /* Translators: two wordings of one thing in two articles. */
    return g_strdup_printf (_ ("“%s” and “%s”"), a, b);
  case SYN_GROUP_TERM:
    return dup_words (a_view, pair->a, finding->a);
  case SYN_GROUP_DATE:
    return dup_words (a_view, pair->a, finding->a);
  default:
    return dup_span (a_view, finding->a);
  }
}

static gboolean
is_in_value (const SynArticleView *view, const SynPassage *passage, SynSpan span)
{
  for (guint32 i = passage->first_figure; i < passage->first_figure + passage->n_figures; i++) {
    if (syn_span_contains (view->figures[i].span, span))
      return TRUE;
  }
  for (guint32 i = passage->first_date; i < passage->first_date + passage->n_dates; i++) {
    if (syn_span_contains (view->dates[i].span, span))
      return TRUE;
  }

  return FALSE;
}

/* Figures that meet, but whose nouns do not tell that they are of one thing: "20,124" and "some 18,300". */
static gboolean
are_of_unknown_things (const SynCorpus *corpus, const SynPair *pair, const SynFinding *finding)
{
  const SynArticleView *a_view = &corpus->articles[pair->a->article];
  const SynArticleView *b_view = &corpus->articles[pair->b->article];
  double fit;

  syn_figures_relate (corpus, a_view, &a_view->figures[finding->a_record], b_view,
                      &b_view->figures[finding->b_record], &fit);

  return fit < SYN_FIGURES_SAME;
}

/* Both count, but a reader would not see why: a number's digits and a weekday, which figures and days say
 * better; words whose vectors are a little alike; two names, which their referents say better. */
gboolean
syn_reason_is_obscure (const SynCorpus *corpus,
                       const SynPair *pair,
                       const SynFinding *finding,
                       SynReasonGroup group)
{
  const SynArticleView *a_view = &corpus->articles[pair->a->article];
  const SynArticleView *b_view = &corpus->articles[pair->b->article];

  switch (group) {
  case SYN_GROUP_TERM:
    /* a character of a name is no word: 红 of 小红书 */
    return is_in_value (a_view, pair->a, finding->a) ||
           ((guchar) a_view->text[finding->a.start] >= 0x80 && is_in_name (a_view, pair->a, finding->a));
  case SYN_GROUP_NEAR_FIGURE:
    return are_of_unknown_things (corpus, pair, finding);
  case SYN_GROUP_MEANING:
    return syn_corpus_get_likeness (corpus, finding->a_record, finding->b_record) < MIN_LIKENESS ||
           is_in_name (a_view, pair->a, finding->a) || is_in_name (b_view, pair->b, finding->b) ||
           is_in_value (a_view, pair->a, finding->a) || is_in_value (b_view, pair->b, finding->b);
  default:
    return FALSE;
  }
}
