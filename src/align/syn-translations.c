/* Words that translate each other, from data/model/translations-*.tsv: what a passage in another language can
 * be compared by, beside figures, dates and names. */
#include "config.h"

#include "syn-align-table-private.h"
#include "syn-corpus-private.h"

#include <string.h>

#define TRANSLATIONS_PATH "/io/github/synoptic_reader/Synoptic/align/translations-zh-en.tsv"

/* word -> words of the other language; both directions are looked up from the first column. */
static GHashTable *
read_translations (void)
{
  GHashTable *translations =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  g_autoptr (GBytes) bytes = syn_align_lookup_table (TRANSLATIONS_PATH);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    char *tab = strchr (lines[i], '\t');

    if (lines[i][0] == '#' || tab == NULL)
      continue;
    g_hash_table_insert (translations, g_strndup (lines[i], tab - lines[i]), g_strsplit (tab + 1, " ", -1));
  }

  return translations;
}

static GHashTable *
get_translations (void)
{
  static gsize translations = 0;

  if (g_once_init_enter (&translations))
    g_once_init_leave (&translations, GPOINTER_TO_SIZE (read_translations ()));

  return GSIZE_TO_POINTER (translations);
}

/* Each word of the corpus in Latin script, as written, with its term. */
static GHashTable *
index_words (const SynCorpus *self)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint a = 0; a < self->n_articles; a++) {
    const SynArticleView *view = &self->articles[a];

    for (gsize t = 0; t < view->n_tokens; t++) {
      if (view->terms[t] != SYN_NO_INDEX && !(view->tokens[t].flags & SYN_TOKEN_HAN))
        g_hash_table_insert (words, (gpointer) syn_document_get_string (view->document, view->tokens[t].word),
                             GUINT_TO_POINTER (view->terms[t]));
    }
  }

  return words;
}

static gboolean
has_han (const SynCorpus *self)
{
  for (guint a = 0; a < self->n_articles; a++) {
    const SynArticleView *view = &self->articles[a];

    for (gsize t = 0; t < view->n_tokens; t++) {
      if (view->tokens[t].flags & SYN_TOKEN_HAN)
        return TRUE;
    }
  }

  return FALSE;
}

void
syn_corpus_find_translations (const SynCorpus *self, SynTranslationFunc func, gpointer user_data)
{
  g_autoptr (GHashTable) words = NULL;

  if (!has_han (self))
    return;

  words = index_words (self);
  for (guint32 i = 0; i < self->terms->len; i++) {
    char **translations = g_hash_table_lookup (get_translations (), syn_corpus_get_term (self, i)->text);

    for (guint k = 0; translations != NULL && translations[k] != NULL; k++) {
      gpointer term;

      if (g_hash_table_lookup_extended (words, translations[k], NULL, &term))
        func (i, GPOINTER_TO_UINT (term), user_data);
    }
  }
}
