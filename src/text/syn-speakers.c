/* Who speaks: from a source as written to an entity of the document. Pronouns and offices stand for the
 * person last in view: the subject of the sentence before counts more than its other names. */
#include "syn-quotes-private.h"

#include <string.h>

/* Sentences looked back for whom a pronoun stands for. */
#define MAX_SENTENCES_BACK 6

typedef enum {
  UNKNOWN_GENDER,
  MAN,
  WOMAN,
} Gender;

struct _SynSpeakers {
  SynAnalysis *analysis; /* borrowed */
  guint8 *genders;       /* owned; an entity: as titles and pronouns told so far */
  guint32 *n_mentions;   /* owned; an entity */
  GHashTable *offices;   /* owned; a word for an office (SynTextId): who of that office was a source last */
  guint32 last;          /* the last person that spoke */
  guint32 last_sentence;
  guint32 last_reporting; /* the last body that something was according to */
};

static SynNameMention *
get_mention (const SynAnalysis *self, guint32 index)
{
  return SYN_RECORD (self->draft.names, SynNameMention, index);
}

static SynNameKind
get_kind (const SynAnalysis *self, guint32 entity)
{
  return SYN_RECORD (self->draft.entities, SynEntity, entity)->kind;
}

/* "Anna Holm": by the given name, where one of several words is. */
static Gender
get_gender_of_name (const SynAnalysis *self, const SynNameMention *mention)
{
  guint32 token = syn_analysis_find_token (self, mention->span.start);
  const SynLexicon *lexicon = syn_analysis_get_lexicon (self, mention->sentence);
  const SynSense *sense;

  if (lexicon == NULL || syn_analysis_token (self, token)->span.end >= mention->span.end)
    return UNKNOWN_GENDER;

  sense = syn_lexicon_get_sense (lexicon, syn_analysis_lexeme (self, token), SYN_CLASS_GIVEN_NAME);
  if (sense == NULL || get_kind (self, mention->entity) != SYN_NAME_PERSON)
    return UNKNOWN_GENDER;

  return sense->text[0] == 'f' ? WOMAN : sense->text[0] == 'm' ? MAN : UNKNOWN_GENDER;
}

/* "Mr Holm", "spokeswoman Anna Holm"; `known` where the word tells nothing. */
static Gender
get_gender_of_title (const SynAnalysis *self, guint32 token, Gender known)
{
  static const char *const men[] = { "mr",      "sir",     "king", "prince", "father",
                                     "brother", "husband", "son",  NULL };
  static const char *const women[] = { "ms",     "mrs",    "miss", "lady",     "queen",   "princess",
                                       "mother", "sister", "wife", "daughter", "actress", NULL };
  const char *title = syn_analysis_word (self, token);
  gboolean is_title =
      syn_analysis_is (self, token, SYN_CLASS_TITLE) || syn_analysis_is (self, token, SYN_CLASS_ROLE);

  if (g_strv_contains (women, title) || (is_title && g_str_has_suffix (title, "woman")))
    return WOMAN;
  if (g_strv_contains (men, title) || (is_title && g_str_has_suffix (title, "man")))
    return MAN;

  return known;
}

SynSpeakers *
syn_speakers_new (SynAnalysis *analysis)
{
  SynSpeakers *self = g_new0 (SynSpeakers, 1);

  self->analysis = analysis;
  self->genders = g_new0 (guint8, analysis->draft.entities->len + 1);
  self->n_mentions = g_new0 (guint32, analysis->draft.entities->len + 1);
  self->offices = g_hash_table_new (NULL, NULL);
  self->last = SYN_NO_INDEX;
  self->last_reporting = SYN_NO_INDEX;

  for (guint32 i = 0; i < analysis->draft.names->len; i++) {
    const SynNameMention *mention = get_mention (analysis, i);
    guint32 token = syn_analysis_find_token (analysis, mention->span.start);

    self->n_mentions[mention->entity]++;
    if (self->genders[mention->entity] == UNKNOWN_GENDER)
      self->genders[mention->entity] = get_gender_of_name (analysis, mention);
    if (token > 0 && syn_analysis_token_is (analysis, token - 1, "."))
      token--;
    if (token == 0)
      continue;
    self->genders[mention->entity] =
        get_gender_of_title (analysis, token - 1, self->genders[mention->entity]);
  }

  return self;
}

void
syn_speakers_free (SynSpeakers *self)
{
  g_free (self->genders);
  g_free (self->n_mentions);
  g_hash_table_unref (self->offices);
  g_free (self);
}

/* ---- the source's own name ---- */

/* Nothing before the name but what its bearer is: "spokesman Eric Orr". */
static gboolean
starts_part (const SynAnalysis *self, const SynNameMention *mention, SynSpan part)
{
  for (guint32 i = syn_analysis_find_token (self, part.start);
       syn_analysis_token (self, i)->span.start < mention->span.start; i++) {
    if (!syn_analysis_is (self, i, SYN_CLASS_ROLE) && !syn_analysis_is (self, i, SYN_CLASS_TITLE) &&
        !syn_analysis_is (self, i, SYN_CLASS_ARTICLE))
      return FALSE;
  }

  return TRUE;
}

static gboolean
follows_preposition (const SynAnalysis *self, const SynNameMention *mention)
{
  guint32 token = syn_analysis_find_token (self, mention->span.start);

  while (token > 0 && (syn_analysis_is (self, token - 1, SYN_CLASS_TITLE) ||
                       syn_analysis_is (self, token - 1, SYN_CLASS_ROLE)))
    token--;

  return token > 0 && syn_analysis_is (self, token - 1, SYN_CLASS_PREPOSITION);
}

/* The entity whose name is the head of the words from byte `start` to `end`: all of them, behind titles and
 * the like, or before "of", "who", ... */
static guint32
find_head (const SynAnalysis *self, SynSpan part)
{
  for (guint32 i = syn_analysis_find_name (self, part.start); i < self->draft.names->len; i++) {
    const SynNameMention *mention = get_mention (self, i);
    guint32 next;

    if (mention->span.end > part.end)
      break;
    /* "the mayor during a visit to Porto", "supporters of President Holm": others than those named. */
    if (mention->span.start > part.start && get_kind (self, mention->entity) != SYN_NAME_ORGANISATION &&
        follows_preposition (self, mention))
      continue;

    next = syn_analysis_find_token (self, mention->span.end);
    if (next >= self->draft.tokens->len || syn_analysis_token (self, next)->span.start >= part.end)
      return mention->entity;
    /* A possessive, or an adjective: "Lisbon's mayor", "Chinese users". */
    if (starts_part (self, mention, part) && (syn_analysis_token (self, next)->flags & SYN_TOKEN_FUNCTION ||
                                              syn_analysis_char (self, next) == '('))
      return mention->entity;
  }

  return SYN_NO_INDEX;
}

/* "One of the boys, identified as Tun": what leads in a name between commas, in bytes. */
static gsize
skip_naming (const char *text, gsize length)
{
  static const char *const leads[] = { "identified as ", "identified only as ", "named ", "known as ",
                                       "called " };

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++) {
    if (length > strlen (leads[i]) && g_ascii_strncasecmp (text, leads[i], strlen (leads[i])) == 0)
      return strlen (leads[i]);
  }

  return 0;
}

/* "the mayor, Anna Holm": each part between commas may be the name. */
static guint32
find_named (const SynAnalysis *self, SynSpan source)
{
  const char *text = self->draft.text;
  gsize start = source.start;

  while (start < source.end) {
    const char *comma = memchr (text + start, ',', source.end - start);
    gsize end = comma != NULL ? (gsize) (comma - text) : source.end;
    guint32 entity = find_head (self, syn_span (start, end));

    if (entity != SYN_NO_INDEX && (start == source.start || get_kind (self, entity) != SYN_NAME_PLACE))
      return entity;
    start = end + 1;
    while (start < source.end && text[start] == ' ')
      start++;
    start += skip_naming (text + start, source.end - start);
    /* "a woman from Lisbon, in Porto": only an appended name says who. */
    if (comma == NULL || syn_analysis_find_name (self, start) >= self->draft.names->len ||
        get_mention (self, syn_analysis_find_name (self, start))->span.start != start)
      break;
  }

  return SYN_NO_INDEX;
}

/* ---- whom a pronoun stands for ---- */

static gboolean
fits (const SynSpeakers *self, guint32 entity, Gender gender)
{
  SynNameKind kind = get_kind (self->analysis, entity);

  if (kind == SYN_NAME_PLACE || kind == SYN_NAME_ORGANISATION)
    return FALSE;

  return gender == UNKNOWN_GENDER || self->genders[entity] == UNKNOWN_GENDER ||
         self->genders[entity] == gender;
}

/* The person last in view before byte `offset`: known persons before names of unknown kind. */
static guint32
find_person (const SynSpeakers *self, gsize offset, guint32 sentence, Gender gender)
{
  const SynAnalysis *analysis = self->analysis;
  guint32 index = syn_analysis_find_name (analysis, offset);
  guint32 unknown = SYN_NO_INDEX;

  for (guint n = 0; n <= MAX_SENTENCES_BACK && n <= sentence; n++) {
    guint32 current = sentence - n;
    guint32 best = SYN_NO_INDEX;

    /* The sentence's first person is its subject, mostly. */
    while (index > 0 && get_mention (analysis, index - 1)->sentence >= current) {
      guint32 entity = get_mention (analysis, --index)->entity;

      if (!fits (self, entity, gender))
        continue;
      if (get_kind (analysis, entity) == SYN_NAME_PERSON &&
          !(best != SYN_NO_INDEX && gender != UNKNOWN_GENDER && self->genders[best] == gender &&
            self->genders[entity] != gender))
        best = entity;
      else if (unknown == SYN_NO_INDEX)
        unknown = entity;
    }
    if (self->last != SYN_NO_INDEX && self->last_sentence == current && fits (self, self->last, gender) &&
        (best == SYN_NO_INDEX || get_kind (analysis, self->last) == SYN_NAME_PERSON))
      return self->last;
    if (best != SYN_NO_INDEX)
      return best;
  }

  if (self->last != SYN_NO_INDEX && fits (self, self->last, gender))
    return self->last;

  return unknown;
}

/* Words that may stand for any organisation; "the council" is only one that is called so. */
static gboolean
is_any_body (const char *word)
{
  static const char *const any[] = {
    "company", "firm",    "app",          "platform",     "group",   "startup", "start-up", "site", "website",
    "club",    "service", "organization", "organisation", "network", "charity", "agency",   NULL
  };

  return g_strv_contains (any, word);
}

/* "it", "the company": of the organisations in view the one that the article names most. `word` is NULL for
 * "it". */
static guint32
find_body (const SynSpeakers *self, gsize offset, guint32 sentence, const char *word)
{
  const SynAnalysis *analysis = self->analysis;
  guint32 best = SYN_NO_INDEX;

  for (guint32 i = syn_analysis_find_name (analysis, offset); i > 0; i--) {
    const SynNameMention *mention = get_mention (analysis, i - 1);
    const SynEntity *entity = SYN_RECORD (analysis->draft.entities, SynEntity, mention->entity);

    if (mention->sentence + MAX_SENTENCES_BACK < sentence)
      break;
    if (entity->kind != SYN_NAME_ORGANISATION &&
        (entity->kind != SYN_NAME_UNKNOWN || self->n_mentions[mention->entity] < 2))
      continue;
    if (word != NULL && !is_any_body (word)) {
      g_autofree char *name = g_utf8_casefold (syn_strings_get (analysis->draft.strings, entity->name), -1);

      if (strstr (name, word) == NULL)
        continue;
    }
    if (best == SYN_NO_INDEX || self->n_mentions[mention->entity] > self->n_mentions[best])
      best = mention->entity;
  }

  return best;
}

/* "the paper" that reports, not the company that it reports on. */
static gboolean
is_paper (const SynAnalysis *self, guint32 token)
{
  static const char *const papers[] = { "newspaper", "paper",       "outlet",      "magazine",
                                        "journal",   "publication", "broadcaster", NULL };

  return g_strv_contains (papers, syn_analysis_word (self, token));
}

/* "A Facebook spokesperson confirmed ...," the spokesperson said": the one that was a source before; nobody
 * by name, perhaps. */
static gboolean
find_office (const SynSpeakers *self, guint32 token, guint32 *speaker)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (
          self->offices, GUINT_TO_POINTER (syn_analysis_token (self->analysis, token)->word), NULL, &found))
    return FALSE;

  *speaker = GPOINTER_TO_UINT (found);

  return TRUE;
}

static void
note_offices (SynSpeakers *self, SynSpan source, guint32 speaker)
{
  const SynAnalysis *analysis = self->analysis;

  for (guint32 i = syn_analysis_find_token (analysis, source.start);
       i < analysis->draft.tokens->len && syn_analysis_token (analysis, i)->span.start < source.end; i++) {
    if (syn_analysis_is (analysis, i, SYN_CLASS_ROLE))
      g_hash_table_insert (self->offices, GUINT_TO_POINTER (syn_analysis_token (analysis, i)->word),
                           GUINT_TO_POINTER (speaker));
  }
}

static guint32
find_referred (const SynSpeakers *self, SynSpan source, guint32 sentence)
{
  const SynAnalysis *analysis = self->analysis;
  guint32 first = syn_analysis_find_token (analysis, source.start);
  guint32 last = syn_analysis_find_token (analysis, source.end - 1);
  const char *word = syn_analysis_word (analysis, first);
  guint32 known;
  gboolean is_definite = g_str_equal (word, "the") || g_str_equal (word, "this");

  if (first == last && g_str_equal (word, "he"))
    return find_person (self, source.start, sentence, MAN);
  if (first == last && g_str_equal (word, "she"))
    return find_person (self, source.start, sentence, WOMAN);
  if (first == last && g_str_equal (word, "who"))
    return find_person (self, source.start, sentence, UNKNOWN_GENDER);
  if (first == last && g_str_equal (word, "it"))
    return find_body (self, source.start, sentence, NULL);
  if (is_definite && last == first + 1 && find_office (self, last, &known))
    return known;
  if (is_definite && last == first + 1 && is_paper (analysis, last))
    return self->last_reporting;
  if (is_definite && last == first + 1 && syn_analysis_is (analysis, last, SYN_CLASS_ROLE))
    return find_person (self, source.start, sentence, UNKNOWN_GENDER);
  if (is_definite && last == first + 1 && syn_analysis_is (analysis, last, SYN_CLASS_BODY))
    return find_body (self, source.start, sentence, syn_analysis_word (analysis, last));

  return SYN_NO_INDEX;
}

guint32
syn_speakers_resolve (SynSpeakers *self, SynSpan source, guint32 sentence, gboolean is_heard)
{
  guint32 speaker;

  if (syn_span_is_empty (source))
    return SYN_NO_INDEX;

  speaker = find_named (self->analysis, source);
  if (speaker == SYN_NO_INDEX) {
    const char *text = self->analysis->draft.text + source.start;

    speaker = find_referred (self, source, sentence);
    if (speaker != SYN_NO_INDEX && syn_span_length (source) == 2 && g_ascii_strncasecmp (text, "he", 2) == 0)
      self->genders[speaker] = MAN;
    if (speaker != SYN_NO_INDEX && syn_span_length (source) == 3 && g_ascii_strncasecmp (text, "she", 3) == 0)
      self->genders[speaker] = WOMAN;
  }
  note_offices (self, source, speaker);
  if (!is_heard && speaker != SYN_NO_INDEX && get_kind (self->analysis, speaker) != SYN_NAME_PERSON &&
      get_kind (self->analysis, speaker) != SYN_NAME_PLACE)
    self->last_reporting = speaker;
  if (is_heard && speaker != SYN_NO_INDEX && get_kind (self->analysis, speaker) != SYN_NAME_ORGANISATION &&
      get_kind (self->analysis, speaker) != SYN_NAME_PLACE) {
    self->last = speaker;
    self->last_sentence = sentence;
  }

  return speaker;
}
