/* Quotes: the documents' own, with the speaker by the fullest name that any of the articles has for him. */
#include "config.h"

#include "syn-frame-work-private.h"

#include <string.h>

/* Letters by which two spellings of a surname from another script may differ ("Osman", "Othman"), and the
 * shortest such. */
#define MAX_OTHER_LETTERS 2
#define MIN_SURNAME       6

/* How many letters one word has to change by to be the other, up to MAX_OTHER_LETTERS + 1 (Levenshtein,
 * Binary codes capable of correcting deletions, insertions and reversals, 1966). */
static guint
count_other_letters (const char *a, const char *b)
{
  gsize n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);

  for (gsize j = 0; j <= n; j++)
    row[j] = j;
  for (gsize i = 1; a[i - 1] != '\0'; i++) {
    guint diagonal = row[0];

    row[0] = i;
    for (gsize j = 1; j <= n; j++) {
      guint above = row[j];

      row[j] = MIN (MIN (row[j], row[j - 1]) + 1, diagonal + (a[i - 1] != b[j - 1]));
      diagonal = above;
    }
  }

  return MIN (row[n], MAX_OTHER_LETTERS + 1);
}

/* The same given name before surnames that sound alike. */
static gboolean
are_spellings (const char *a, const char *b)
{
  const char *a_surname = strrchr (a, ' ');
  const char *b_surname = strrchr (b, ' ');

  if (a_surname == NULL || b_surname == NULL || a_surname - a != b_surname - b ||
      strncmp (a, b, a_surname - a + 2) != 0 || strlen (a_surname + 1) < MIN_SURNAME ||
      strlen (b_surname + 1) < MIN_SURNAME)
    return FALSE;

  return count_other_letters (a_surname + 1, b_surname + 1) <= MAX_OTHER_LETTERS;
}

static guint
count_mentions (const SynDocument *document, guint32 entity)
{
  guint count = 0;
  gsize n;
  const SynNameMention *mentions = syn_document_get_names (document, &n);

  for (gsize i = 0; i < n; i++)
    count += mentions[i].entity == entity;

  return count;
}

/* The longest name of a person in any article that ends in the same word and holds the whole of `name`; of
 * several spellings the one that the articles use most. */
static const char *
find_fullest (const SynFrameWork *work, const SynDocument *document, const SynEntity *entity)
{
  const char *name = syn_document_get_string (document, entity->name);
  const char *fullest = name;
  const char *usual = name;
  guint n_usual = 0;

  if (entity->kind != SYN_NAME_PERSON)
    return name;

  for (gsize a = 0; a < work->n_articles; a++) {
    gsize n;
    const SynEntity *entities = syn_document_get_entities (work->articles[a].document, &n);

    for (guint32 i = 0; i < n; i++) {
      const char *other = syn_document_get_string (work->articles[a].document, entities[i].name);
      gsize shorter = strlen (name);
      gsize length = strlen (other);

      if (entities[i].kind != SYN_NAME_PERSON)
        continue;
      if (length > strlen (fullest) && length > shorter && g_str_has_suffix (other, name) &&
          other[length - shorter - 1] == ' ')
        fullest = other;
      if (strcmp (name, other) == 0 || are_spellings (name, other)) {
        guint n_mentions = count_mentions (work->articles[a].document, i);

        if (n_mentions > n_usual)
          usual = other;
        n_usual = MAX (n_usual, n_mentions);
      }
    }
  }

  return strcmp (fullest, name) != 0 ? fullest : usual;
}

/* "Holm and Orr" speak both, "Holm of the Harbour Board" is one: what may stand between the names of a list.
 */
static gboolean
is_link (const char *text, gsize length)
{
  static const char *const links[] = { ", ",  " and ", ", and ", " & ",  " und ", " et ", " y ",
                                       " e ", " en ",  " och ",  " og ", "和",    "、",   "与" };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++) {
    if (strlen (links[i]) == length && strncmp (text, links[i], length) == 0)
      return TRUE;
  }

  return FALSE;
}

static gboolean
is_list (const SynDocument *document, SynSpan source, const SynNameMention *mentions, gsize n)
{
  const char *text = syn_document_get_text (document, NULL);

  if (n < 2 || mentions[0].span.start != source.start || mentions[n - 1].span.end != source.end)
    return FALSE;
  for (gsize i = 1; i < n; i++) {
    gsize start = mentions[i - 1].span.end;

    if (!is_link (text + start, mentions[i].span.start - start))
      return FALSE;
  }

  return TRUE;
}

/* Who speaks, by the fullest names: (transfer full). */
static char *
name_speakers (const SynFrameWork *work, const SynDocument *document, const SynQuote *quote)
{
  const SynEntity *entities = syn_document_get_entities (document, NULL);
  gsize n, first, end;
  const SynNameMention *mentions = syn_document_get_names (document, &n);
  g_autoptr (GString) names = NULL;

  for (first = 0; first < n && mentions[first].span.start < quote->source.start; first++)
    ;
  for (end = first; end < n && mentions[end].span.end <= quote->source.end; end++)
    ;
  if (!is_list (document, quote->source, &mentions[first], end - first))
    return g_strdup (find_fullest (work, document, &entities[quote->speaker]));

  names = g_string_new (NULL);
  for (gsize i = first; i < end; i++)
    g_string_append_printf (names, "%s%s", i > first ? ", " : "",
                            find_fullest (work, document, &entities[mentions[i].entity]));

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* A source that names nobody ("he", "they") is no speaker. */
static gboolean
is_pronoun (const SynDocument *document, SynSpan source)
{
  gsize n;
  const SynToken *tokens = syn_document_get_tokens (document, &n);
  gsize low = 0;
  gsize high = n;

  while (low < high) {
    gsize middle = low + (high - low) / 2;

    if (tokens[middle].span.end <= source.start)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < n && tokens[low].span.start < source.end; low++) {
    if ((tokens[low].flags & SYN_TOKEN_WORD) && !(tokens[low].flags & SYN_TOKEN_FUNCTION))
      return FALSE;
  }

  return TRUE;
}

void
syn_frame_find_quotes (SynFrameWork *work)
{
  for (guint a = 0; a < work->n_articles; a++) {
    const SynDocument *document = work->articles[a].document;
    gsize n_quotes;
    const SynQuote *quotes = syn_document_get_quotes (document, &n_quotes);

    for (guint32 i = 0; i < n_quotes; i++) {
      SynQuoteRow row = { a, i, NULL };

      if (quotes[i].speaker != SYN_NO_INDEX)
        row.speaker = name_speakers (work, document, &quotes[i]);
      else if (!syn_span_is_empty (quotes[i].source) && !is_pronoun (document, quotes[i].source))
        row.speaker = syn_document_dup_span (document, quotes[i].source);
      g_array_append_val (work->quotes, row);
    }
  }
}
