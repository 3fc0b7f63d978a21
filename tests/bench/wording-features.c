/* What the wording models see, for data/model/fit-wording.py. Each line of standard input is a document
 * (U+2029 stands for the end of a paragraph); printed are its sentences ("S", start, end) with their units
 * ("U", or "P" for plain ones, start, end, then the features that are not 0 as number:value), offsets in code
 * points, and "." at the end. With --names: the features. */
#include <stdio.h>
#include <string.h>

#include "syn-analyser.h"
#include "syn-text-index.h"
#include "syn-wording-model-private.h"

static void
print_unit (const SynFrameArticle *article, const SynTextIndex *index, const SynWordingUnit *unit)
{
  SynFrameMatch match = { unit->first_token, unit->n_tokens, NULL };
  SynSpan span = syn_text_index_span (index, syn_frame_article_get_span (article, &match));

  printf ("%c %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT, syn_wording_unit_is_plain (unit) ? 'P' : 'U', span.start,
          span.end);
  for (int i = 0; i < SYN_N_WORDING_FEATURES; i++) {
    if (unit->features[i] != 0)
      printf (" %d:%.4g", i, unit->features[i]);
  }
  putchar ('\n');
}

static void
print_document (SynAnalyser *analyser, const char *body)
{
  SynDocumentSource source = { .body = body, .language = "en" };
  g_autoptr (SynDocument) document = syn_analyser_analyse (analyser, &source, NULL, NULL);
  gsize n, length;
  const char *text = syn_document_get_text (document, &length);
  g_autoptr (SynTextIndex) index = syn_text_index_new (text, length);
  const SynSentence *sentences = syn_document_get_sentences (document, &n);
  SynFrameArticle article = { NULL };
  syn_frame_article_init (&article, document, syn_frame_lexicon_get_default ());
  for (gsize s = 0; s < n; s++) {
    const GArray *units = g_ptr_array_index (article.units, s);
    SynSpan span = syn_text_index_span (index, sentences[s].span);

    printf ("S %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT "\n", span.start, span.end);
    for (guint i = 0; i < units->len; i++)
      print_unit (&article, index, &g_array_index (units, SynWordingUnit, i));
  }
  puts (".");
  syn_frame_article_clear (&article);
}

static void
print_names (void)
{
  for (guint i = 0; i < SYN_N_WORDING_FEATURES; i++) {
    if (i < SYN_WORDING_VECTOR)
      puts (syn_wording_feature_get_name (i));
    else
      printf ("v%u\n", i - SYN_WORDING_VECTOR);
  }
}

int
main (int argc, char *argv[])
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();
  char *line = NULL;
  size_t size = 0;
  gssize length;

  if (argc > 1 && strcmp (argv[1], "--names") == 0) {
    print_names ();
    return 0;
  }

  while ((length = getline (&line, &size, stdin)) > 0) {
    g_auto (GStrv) paragraphs = g_strsplit (g_strchomp (line), "\xe2\x80\xa9", -1);
    g_autofree char *body = g_strjoinv ("\n\n", paragraphs);

    print_document (analyser, body);
  }
  free (line);

  return 0;
}
