#include "syn-lexicon-private.h"

#include <string.h>
#include <gio/gio.h>

#include "syn-lexicons-resource.h"
#include "syn-rows.h"

#define RESOURCE_PATH "/lexicons/"

#define BIT SYN_CLASS_BIT

struct _SynLexicon {
  GHashTable *indices;   /* owned: word -> its lexeme's index */
  GArray *lexemes;       /* owned: SynLexeme; the first is none */
  GArray *senses;        /* owned: SynSense; the first is none */
  GPtrArray *texts;      /* owned: the lists, which the words and the values are parts of */
  GStringChunk *openers; /* owned: first words of phrases */
};

struct _SynLexicons {
  GMutex mutex;
  GHashTable *lexicons; /* owned: language -> SynLexicon, NULL where there are no lists */
};

/* The names that the lists use; most closed classes are function words as well. */
static const struct {
  const char *name;
  SynClass class;
  gboolean is_function;
} class_names[] = {
  { "function", SYN_CLASS_FUNCTION, TRUE },
  { "article", SYN_CLASS_ARTICLE, TRUE },
  { "determiner", SYN_CLASS_DETERMINER, TRUE },
  { "pronoun", SYN_CLASS_PRONOUN, TRUE },
  { "preposition", SYN_CLASS_PREPOSITION, TRUE },
  { "coordinator", SYN_CLASS_COORDINATOR, TRUE },
  { "subordinator", SYN_CLASS_SUBORDINATOR, TRUE },
  { "relative", SYN_CLASS_RELATIVE, TRUE },
  { "auxiliary", SYN_CLASS_AUXILIARY, TRUE },
  { "negation", SYN_CLASS_NEGATION, FALSE },
  { "verb", SYN_CLASS_VERB, FALSE },
  { "cue-verb", SYN_CLASS_CUE_VERB, FALSE },
  { "cue-participle", SYN_CLASS_CUE_PARTICIPLE, FALSE },
  { "cue-noun", SYN_CLASS_CUE_NOUN, FALSE },
  { "according", SYN_CLASS_ACCORDING, FALSE },
  { "number", SYN_CLASS_NUMBER, FALSE },
  { "ordinal", SYN_CLASS_ORDINAL, FALSE },
  { "magnitude", SYN_CLASS_MAGNITUDE, FALSE },
  { "fraction", SYN_CLASS_FRACTION, FALSE },
  { "multiple", SYN_CLASS_MULTIPLE, FALSE },
  { "vague", SYN_CLASS_VAGUE, FALSE },
  { "currency", SYN_CLASS_CURRENCY, FALSE },
  { "percent", SYN_CLASS_PERCENT, FALSE },
  { "duration", SYN_CLASS_DURATION, FALSE },
  { "measure", SYN_CLASS_MEASURE, FALSE },
  { "qualifier", SYN_CLASS_QUALIFIER, FALSE },
  { "qualifier-after", SYN_CLASS_QUALIFIER_AFTER, FALSE },
  { "times", SYN_CLASS_TIMES, FALSE },
  { "top", SYN_CLASS_TOP, FALSE },
  { "number-sign", SYN_CLASS_NUMBER_SIGN, FALSE },
  { "chart", SYN_CLASS_CHART, FALSE },
  { "change", SYN_CLASS_CHANGE, FALSE },
  { "not-counted", SYN_CLASS_NOT_COUNTED, FALSE },
  { "month", SYN_CLASS_MONTH, FALSE },
  { "weekday", SYN_CLASS_WEEKDAY, FALSE },
  { "day-word", SYN_CLASS_DAY_WORD, FALSE },
  { "clock", SYN_CLASS_CLOCK, FALSE },
  { "abbreviation", SYN_CLASS_ABBREVIATION, FALSE },
  { "title", SYN_CLASS_TITLE, FALSE },
  { "role", SYN_CLASS_ROLE, FALSE },
  { "sources", SYN_CLASS_SOURCES, FALSE },
  { "organisation", SYN_CLASS_ORGANISATION, FALSE },
  { "place", SYN_CLASS_PLACE, FALSE },
  { "given-name", SYN_CLASS_GIVEN_NAME, FALSE },
  { "surname", SYN_CLASS_SURNAME, FALSE },
  { "particle", SYN_CLASS_PARTICLE, FALSE },
  { "name-link", SYN_CLASS_NAME_LINK, FALSE },
  { "name-possessive", SYN_CLASS_NAME_POSSESSIVE, FALSE },
  { "alias-cue", SYN_CLASS_ALIAS_CUE, FALSE },
  { "not-a-name", SYN_CLASS_NOT_A_NAME, FALSE },
  { "body", SYN_CLASS_BODY, FALSE },
  { "adverb", SYN_CLASS_ADVERB, FALSE },
};

G_STATIC_ASSERT (SYN_N_CLASSES <= 64);

static guint
find_index (const SynLexicon *self, const char *word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, word));
}

/* The result moves when another lexeme is added. */
static SynLexeme *
add_lexeme (SynLexicon *self, const char *word)
{
  SynLexeme none = { 0 };

  g_hash_table_insert (self->indices, (gpointer) word, GUINT_TO_POINTER (self->lexemes->len));
  g_array_append_val (self->lexemes, none);

  return &g_array_index (self->lexemes, SynLexeme, self->lexemes->len - 1);
}

static void
add_opener (SynLexicon *self, const char *phrase, gsize length, guint64 classes)
{
  g_autofree char *word = g_strndup (phrase, length);
  guint index = find_index (self, word);
  SynLexeme *lexeme = index > 0 ? &g_array_index (self->lexemes, SynLexeme, index)
                                : add_lexeme (self, g_string_chunk_insert (self->openers, word));

  lexeme->phrase_classes |= classes;
}

static void
add_form (SynLexicon *self, const char *form, gboolean is_function, SynSense sense)
{
  guint index = find_index (self, form);
  SynLexeme *lexeme = index > 0 ? &g_array_index (self->lexemes, SynLexeme, index) : add_lexeme (self, form);
  guint64 classes = BIT (sense.class) | (is_function ? BIT (SYN_CLASS_FUNCTION) : 0);
  const char *space = strchr (form, ' ');

  sense.next = lexeme->first_sense;
  lexeme->classes |= classes;
  lexeme->first_sense = self->senses->len;
  g_array_append_val (self->senses, sense);

  if (space != NULL)
    add_opener (self, form, space - form, classes);
}

static void
add_row (SynLexicon *self, char **fields, const char *file)
{
  char *forms = fields[2];
  SynSense sense = { .text = fields[1] };
  guint class_index;

  for (class_index = 0; class_index < G_N_ELEMENTS (class_names); class_index++) {
    if (g_str_equal (fields[0], class_names[class_index].name))
      break;
  }
  if (class_index == G_N_ELEMENTS (class_names)) {
    g_warning ("%s: no class “%s”", file, fields[0]);
    return;
  }

  sense.class = class_names[class_index].class;
  sense.number = g_ascii_strtod (sense.text, NULL);
  while (forms != NULL)
    add_form (self, syn_rows_take_item (&forms, ", "), class_names[class_index].is_function, sense);
}

static void
add_file (SynLexicon *self, GResource *resource, const char *file)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH, file, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  char *fields[3];
  SynRows rows;
  guint n;

  g_ptr_array_add (self->texts, text);
  syn_rows_init (&rows, text);
  while ((n = syn_rows_next (&rows, fields, G_N_ELEMENTS (fields))) > 0) {
    if (n == G_N_ELEMENTS (fields))
      add_row (self, fields, file);
    else
      g_warning ("%s: not three fields: %s", file, fields[0]);
  }
}

static void
lexicon_free (gpointer data)
{
  SynLexicon *self = data;

  if (self == NULL)
    return;

  g_hash_table_unref (self->indices);
  g_array_unref (self->lexemes);
  g_array_unref (self->senses);
  g_ptr_array_unref (self->texts);
  g_string_chunk_free (self->openers);
  g_free (self);
}

/* All files whose names start with the language and a hyphen. */
static SynLexicon *
lexicon_load (const char *language)
{
  GResource *resource = syn_lexicons_get_resource ();
  g_auto (GStrv) files =
      g_resource_enumerate_children (resource, RESOURCE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *prefix = g_strconcat (language, "-", NULL);
  SynLexicon *self = NULL;

  for (guint i = 0; files != NULL && files[i] != NULL; i++) {
    if (!g_str_has_prefix (files[i], prefix))
      continue;
    if (self == NULL) {
      self = g_new0 (SynLexicon, 1);
      self->indices = g_hash_table_new (g_str_hash, g_str_equal);
      self->lexemes = g_array_new (FALSE, TRUE, sizeof (SynLexeme));
      self->senses = g_array_new (FALSE, TRUE, sizeof (SynSense));
      self->texts = g_ptr_array_new_with_free_func (g_free);
      self->openers = g_string_chunk_new (1024);
      g_array_set_size (self->lexemes, 1);
      g_array_set_size (self->senses, 1);
    }
    add_file (self, resource, files[i]);
  }

  return self;
}

SynLexicons *
syn_lexicons_new (void)
{
  SynLexicons *self = g_new0 (SynLexicons, 1);

  g_mutex_init (&self->mutex);
  self->lexicons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, lexicon_free);

  return self;
}

void
syn_lexicons_free (SynLexicons *self)
{
  g_mutex_clear (&self->mutex);
  g_hash_table_unref (self->lexicons);
  g_free (self);
}

const SynLexicon *
syn_lexicons_get (SynLexicons *self, const char *language)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  gpointer found = NULL;

  if (!g_hash_table_lookup_extended (self->lexicons, language, NULL, &found)) {
    found = lexicon_load (language);
    g_hash_table_insert (self->lexicons, g_strdup (language), found);
  }

  return found;
}

const SynLexeme *
syn_lexicon_look_up (const SynLexicon *self, const char *word)
{
  guint index = self != NULL ? find_index (self, word) : 0;

  return index > 0 ? &g_array_index (self->lexemes, SynLexeme, index) : NULL;
}

const SynSense *
syn_lexicon_get_sense (const SynLexicon *self, const SynLexeme *lexeme, SynClass class)
{
  if (!syn_lexeme_is (lexeme, class))
    return NULL;

  for (guint32 i = lexeme->first_sense; i != 0;) {
    const SynSense *sense = &g_array_index (self->senses, SynSense, i);

    if (sense->class == class)
      return sense;
    i = sense->next;
  }

  return NULL;
}
