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

/* ---- the people of all articles ---- */

typedef struct {
  const char *name; /* belongs to a document */
  guint n_mentions; /* in its article */
} Person;

/* Lists of people, in the articles' order, so that no quote has to look at all of them. */
typedef struct {
  GHashTable *by_last_word; /* word -> GArray of Person */
  GHashTable *by_opening;   /* the name up to its surname's first letter -> GArray of Person */
} People;

static const char *
get_last_word (const char *name)
{
  const char *space = strrchr (name, ' ');

  return space != NULL ? space + 1 : name;
}

/* What spellings of one name have in common. */
static char *
dup_opening (const char *name)
{
  return g_strndup (name, get_last_word (name) - name + 1);
}

static void
add_to_list (GHashTable *lists, char *key, const Person *person)
{
  GArray *list = g_hash_table_lookup (lists, key);

  if (list == NULL) {
    list = g_array_new (FALSE, FALSE, sizeof (Person));
    g_hash_table_insert (lists, key, list);
  } else {
    g_free (key);
  }
  g_array_append_vals (list, person, 1);
}

static void
add_people (People *self, const SynDocument *document)
{
  gsize n_entities, n_names;
  const SynEntity *entities = syn_document_get_entities (document, &n_entities);
  const SynNameMention *names = syn_document_get_names (document, &n_names);
  g_autofree guint *counts = g_new0 (guint, n_entities + 1);

  for (gsize i = 0; i < n_names; i++)
    counts[names[i].entity]++;
  for (guint32 i = 0; i < n_entities; i++) {
    Person person = { syn_document_get_string (document, entities[i].name), counts[i] };

    if (entities[i].kind != SYN_NAME_PERSON)
      continue;
    add_to_list (self->by_last_word, g_strdup (get_last_word (person.name)), &person);
    add_to_list (self->by_opening, dup_opening (person.name), &person);
  }
}

static void
people_init (People *self, const SynFrameWork *work)
{
  self->by_last_word =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->by_opening =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint a = 0; a < work->n_articles; a++)
    add_people (self, work->articles[a].document);
}

static void
people_clear (People *self)
{
  g_hash_table_unref (self->by_last_word);
  g_hash_table_unref (self->by_opening);
}

/* The longest name that ends in the same word and holds the whole of `name`. */
static const char *
find_longest (const People *self, const char *name)
{
  const GArray *list = g_hash_table_lookup (self->by_last_word, get_last_word (name));
  const char *longest = name;
  gsize shorter = strlen (name);

  for (guint i = 0; list != NULL && i < list->len; i++) {
    const char *other = g_array_index (list, Person, i).name;
    gsize length = strlen (other);

    if (length > strlen (longest) && g_str_has_suffix (other, name) && other[length - shorter - 1] == ' ')
      longest = other;
  }

  return longest;
}

/* Of several spellings the one that the articles use most. */
static const char *
find_usual (const People *self, const char *name)
{
  g_autofree char *opening = dup_opening (name);
  const GArray *list = g_hash_table_lookup (self->by_opening, opening);
  const char *usual = name;
  guint most = 0;

  for (guint i = 0; list != NULL && i < list->len; i++) {
    const Person *other = &g_array_index (list, Person, i);

    if (other->n_mentions > most && (strcmp (name, other->name) == 0 || are_spellings (name, other->name))) {
      usual = other->name;
      most = other->n_mentions;
    }
  }

  return usual;
}

static const char *
find_fullest (const People *people, const SynDocument *document, const SynEntity *entity)
{
  const char *name = syn_document_get_string (document, entity->name);
  const char *longest;

  if (entity->kind != SYN_NAME_PERSON)
    return name;

  longest = find_longest (people, name);

  return strcmp (longest, name) != 0 ? longest : find_usual (people, name);
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
name_speakers (const People *people, const SynDocument *document, const SynQuote *quote)
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
    return g_strdup (find_fullest (people, document, &entities[quote->speaker]));

  names = g_string_new (NULL);
  for (gsize i = first; i < end; i++)
    g_string_append_printf (names, "%s%s", i > first ? ", " : "",
                            find_fullest (people, document, &entities[mentions[i].entity]));

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
  People people;

  people_init (&people, work);
  for (guint a = 0; a < work->n_articles; a++) {
    const SynDocument *document = work->articles[a].document;
    gsize n_quotes;
    const SynQuote *quotes = syn_document_get_quotes (document, &n_quotes);

    for (guint32 i = 0; i < n_quotes; i++) {
      SynQuoteRow row = { a, i, NULL };

      if (quotes[i].speaker != SYN_NO_INDEX)
        row.speaker = name_speakers (&people, document, &quotes[i]);
      else if (!syn_span_is_empty (quotes[i].source) && !is_pronoun (document, quotes[i].source))
        row.speaker = syn_document_dup_span (document, quotes[i].source);
      g_array_append_val (work->quotes, row);
    }
  }
  people_clear (&people);
}
