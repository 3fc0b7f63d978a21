/* The words of each passage as numbers, so that comparing two sentences word by word compares no strings. */
#include "config.h"

#include "syn-corpus-private.h"

static guint32
number_word (SynCorpus *self, GHashTable *numbers, const char *stem)
{
  gpointer known;

  if (g_hash_table_lookup_extended (numbers, stem, NULL, &known))
    return GPOINTER_TO_UINT (known);
  g_hash_table_insert (numbers, (gpointer) stem, GUINT_TO_POINTER (self->n_words));

  return self->n_words++;
}

void
syn_corpus_read_words (SynCorpus *self)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint p = 0; p < self->passages->len; p++) {
    SynPassage *passage = &g_array_index (self->passages, SynPassage, p);
    const SynArticleView *view = &self->articles[passage->article];

    passage->first_word = self->passage_words->len;
    for (guint32 i = passage->first_token;
         i < passage->first_token + passage->n_tokens && passage->n_words < SYN_MAX_PASSAGE_WORDS; i++) {
      const SynToken *token = &view->tokens[i];
      SynPassageWord word = { .token = i };

      if (!(token->flags & SYN_TOKEN_WORD))
        continue;
      word.word = number_word (self, numbers, syn_document_get_string (view->document, token->stem));
      if (view->terms[i] != SYN_NO_INDEX)
        word.weight = syn_corpus_get_term (self, view->terms[i])->weight;
      g_array_append_val (self->passage_words, word);
      passage->n_words++;
    }
  }
}
