/* Prints what the evidence modules find, for data/model/fit.py: one row a pair of passages, a column a
 * feature.
 *
 *   align-features pairs < PAIRS      lines A TAB B; a row each
 *   align-features story FILE FILE…   a file an article: title, date, then the body; a row a candidate pair,
 * with where each side stands: article, T (title) or B (body), first and last byte */
#include "syn-analyser.h"
#include "syn-pairs-private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static SynDocument *
analyse (SynAnalyser *analyser, const char *title, const char *published, const char *body)
{
  SynDocumentSource source = { .title = title, .published = published, .body = body };

  return syn_analyser_analyse (analyser, &source, NULL, NULL);
}

static void
print_header (const char *places)
{
  printf ("%s", places);
  for (int f = 0; f < SYN_N_FEATURES; f++)
    printf ("%s%s", f > 0 ? "\t" : "", syn_feature_get_name (f));
  printf ("\n");
}

static void
print_pairs (SynAnalyser *analyser)
{
  char *line = NULL;
  size_t size = 0;

  print_header ("");
  while (getline (&line, &size, stdin) > 0) {
    g_auto (GStrv) sides = g_strsplit (g_strchomp (line), "\t", 2);
    g_autoptr (SynDocument) a = analyse (analyser, NULL, NULL, sides[0]);
    g_autoptr (SynDocument) b = analyse (analyser, NULL, NULL, sides[1]);
    SynDocument *documents[] = { a, b };
    g_autoptr (SynCorpus) corpus = syn_corpus_new_whole (documents, 2, NULL, 0);
    g_autoptr (SynComparer) comparer = syn_comparer_new (corpus);
    const SynPair *pair = syn_comparer_compare (comparer, 0, 1, FALSE);

    for (int f = 0; f < SYN_N_FEATURES; f++)
      printf ("%s%.5g", f > 0 ? "\t" : "", pair->features[f]);
    printf ("\n");
  }
  free (line);
}

static void
print_place (const SynCorpus *corpus, guint32 passage)
{
  const SynPassage *record = syn_corpus_get_passage (corpus, passage);
  const SynDocument *document = corpus->articles[record->article].document;
  gboolean is_title = syn_document_is_in_title (document, record->span);
  gsize offset = is_title ? 0 : syn_document_get_body (document);

  printf ("%u\t%c\t%zu\t%zu\t", record->article, is_title ? 'T' : 'B', record->span.start - offset,
          record->span.end - offset);
}

static void
print_story (SynAnalyser *analyser, char **files, int n)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_document_unref);
  g_autoptr (SynCorpus) corpus = NULL;
  g_autoptr (GArray) candidates = NULL;
  g_autoptr (GArray) pairs = NULL;

  for (int i = 0; i < n; i++) {
    g_autofree char *contents = NULL;
    g_auto (GStrv) parts = NULL;

    if (!g_file_get_contents (files[i], &contents, NULL, NULL))
      exit (1);
    parts = g_strsplit (contents, "\n", 3);
    g_ptr_array_add (documents, analyse (analyser, parts[0][0] != '\0' ? parts[0] : NULL,
                                         parts[1][0] != '\0' ? parts[1] : NULL, parts[2]));
  }

  corpus = syn_corpus_new ((SynDocument *const *) documents->pdata, documents->len);
  candidates = syn_candidates_find (corpus);
  pairs = syn_pairs_score (corpus, syn_model_get_default (), candidates, NULL, NULL);

  print_header ("article\tpart\tfirst\tlast\tarticle\tpart\tfirst\tlast\t");
  for (guint i = 0; i < pairs->len; i++) {
    const SynScoredPair *pair = &g_array_index (pairs, SynScoredPair, i);

    print_place (corpus, pair->a);
    print_place (corpus, pair->b);
    for (int f = 0; f < SYN_N_FEATURES; f++)
      printf ("%s%.5g", f > 0 ? "\t" : "", pair->features[f]);
    printf ("\n");
  }
}

int
main (int argc, char *argv[])
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();

  if (argc == 2 && strcmp (argv[1], "pairs") == 0)
    print_pairs (analyser);
  else if (argc > 3 && strcmp (argv[1], "story") == 0)
    print_story (analyser, argv + 2, argc - 2);
  else
    return 2;

  return 0;
}
