#include "config.h"

#include "syn-noun-phrases-private.h"

#include <string.h>

/* Words before the head: more is no name but a description, or a sentence read wrong. */
#define MAX_WORDS 6
/* Letters of an abbreviated title. */
#define MAX_TITLE 4

typedef struct {
  const SynFrameWork *work;
  const SynFrameArticle *article;
  guint index;
  const char *text;
  const SynToken *tokens;
  guint32 *entities; /* of each token, or SYN_NO_INDEX */
  GArray *phrases;
} Finder;

static gboolean
has_class (const Finder *self, guint32 token, SynFrameClass class)
{
  const char *word = syn_document_get_string (self->article->document, self->tokens[token].word);

  return syn_frame_sense_find (syn_frame_lexicon_find (self->work->lexicon, "en", word), class, class) !=
         NULL;
}

static gboolean
is_name (const Finder *self, guint32 token)
{
  return self->entities[token] != SYN_NO_INDEX;
}

static gboolean
has_verb_ending (const Finder *self, guint32 index)
{
  const char *word = syn_document_get_string (self->article->document, self->tokens[index].word);

  return strlen (word) > 4 && (g_str_has_suffix (word, "ed") || g_str_has_suffix (word, "ing"));
}

/* A word that a phrase may have behind its opener; `is_first` where it would be the first. */
static gboolean
is_part (const Finder *self, guint32 index, gboolean is_first)
{
  const SynToken *token = &self->tokens[index];
  const char *word;

  if (is_name (self, index))
    return TRUE;
  if (!(token->flags & SYN_TOKEN_WORD) || (token->flags & (SYN_TOKEN_FUNCTION | SYN_TOKEN_NUMBER)) ||
      has_class (self, index, SYN_FRAME_NOT_NOUN))
    return FALSE;

  word = syn_document_get_string (self->article->document, token->word);
  if (strlen (word) > 4 && g_str_has_suffix (word, "ly"))
    return FALSE;

  return is_first || !has_verb_ending (self, index);
}

/* Nothing but white space or a hyphen between the two. */
static gboolean
is_adjacent (const Finder *self, guint32 a, guint32 b)
{
  for (gsize i = self->tokens[a].span.end; i < self->tokens[b].span.start; i++) {
    if (self->text[i] != ' ' && self->text[i] != '-')
      return FALSE;
  }

  return TRUE;
}

/* The dot of "Mr. Vance": the abbreviation goes on into a name. */
static gboolean
is_title_dot (const Finder *self, guint32 index, guint32 end)
{
  return index > 0 && index + 1 < end && self->text[self->tokens[index].span.start] == '.' &&
         syn_span_length (self->tokens[index - 1].span) <= MAX_TITLE && is_name (self, index + 1);
}

static void
add_phrase (Finder *self, guint32 sentence, guint32 opener, guint32 first, guint32 last)
{
  SynNounPhrase phrase = {
    .article = self->index,
    .sentence = sentence,
    .span = syn_span (self->tokens[opener].span.start, self->tokens[last].span.end),
    .bare = syn_span (self->tokens[first].span.start, self->tokens[last].span.end),
    .first = first,
    .head = last,
    .role = SYN_NO_INDEX,
    .entity = self->entities[last],
    .is_opened = opener < first,
  };
  guint32 name = last;

  if (opener == last && !is_name (self, last) && has_verb_ending (self, last))
    return;
  while (is_name (self, last) && name > first && is_name (self, name))
    name--;
  if (is_name (self, last) && !is_name (self, name) && (self->tokens[name].flags & SYN_TOKEN_WORD))
    phrase.role = name;
  g_array_append_val (self->phrases, phrase);
}

/* A verb before a name, not a title: "describes Vance", "feared Vance". */
static gboolean
is_verb_before_name (const Finder *self, guint32 index, gboolean is_first)
{
  const char *word = syn_document_get_string (self->article->document, self->tokens[index].word);

  if ((self->tokens[index].flags & SYN_TOKEN_CAPITALISED) && !(self->tokens[index].flags & SYN_TOKEN_INITIAL))
    return FALSE;

  return has_verb_ending (self, index) || (!is_first && strlen (word) > 4 && g_str_has_suffix (word, "s"));
}

/* Splits a run of words into the phrases that it holds: names within it, and the whole by its last word. */
static void
add_run (Finder *self, guint32 sentence, guint32 opener, guint32 first, guint32 end)
{
  guint32 start = first;

  for (guint32 i = first; i < end; i++) {
    guint32 last = i;

    if (!is_name (self, i))
      continue;
    while (last + 1 < end && self->entities[last + 1] == self->entities[i])
      last++;
    if (i > start && is_verb_before_name (self, i - 1, i - 1 == first)) {
      if (i - 1 > start)
        add_phrase (self, sentence, opener, start, i - 2);
      start = opener = i;
    }
    if (last + 1 < end)
      add_phrase (self, sentence, opener, start, last);
    i = last;
  }

  /* "that Vance" is a conjunction and a name. */
  if (opener < start && is_name (self, start) && has_class (self, opener, SYN_FRAME_OPENER) &&
      g_ascii_strncasecmp (self->text + self->tokens[opener].span.start, "that", 4) == 0)
    opener = start;
  add_phrase (self, sentence, opener, start, end - 1);
}

static void
find_in_sentence (Finder *self, guint32 sentence, guint32 first_token, guint32 end)
{
  for (guint32 i = first_token; i < end;) {
    gboolean is_opened = (self->tokens[i].flags & SYN_TOKEN_WORD) && !is_name (self, i) &&
                         has_class (self, i, SYN_FRAME_OPENER);
    guint32 first = is_opened ? i + 1 : i;
    guint32 next = first;

    while (next < end && next < first + MAX_WORDS &&
           ((is_part (self, next, next == first) && (next == i || is_adjacent (self, next - 1, next))) ||
            (next > first && is_title_dot (self, next, end))))
      next++;

    if (next > first)
      add_run (self, sentence, i, first, next);
    i = MAX (next, i + 1);
  }
}

/* In a language that this file cannot read, the names alone. */
static void
find_names (Finder *self, guint32 sentence, guint32 first_token, guint32 end)
{
  for (guint32 i = first_token; i < end; i++) {
    guint32 last = i;

    if (!is_name (self, i))
      continue;
    while (last + 1 < end && self->entities[last + 1] == self->entities[i] &&
           is_adjacent (self, last, last + 1))
      last++;
    add_phrase (self, sentence, i, i, last);
    i = last;
  }
}

gboolean
syn_noun_phrase_shorten (SynNounPhrase *self, const SynDocument *document)
{
  gsize n;
  const SynToken *tokens = syn_document_get_tokens (document, &n);

  if (self->head == self->first)
    return FALSE;

  self->head--;
  self->span.end = self->bare.end = tokens[self->head].span.end;

  return TRUE;
}

static guint32 *
find_entities (const SynDocument *document)
{
  gsize n_tokens, n_names;
  const SynToken *tokens = syn_document_get_tokens (document, &n_tokens);
  const SynNameMention *names = syn_document_get_names (document, &n_names);
  guint32 *entities = g_new (guint32, n_tokens + 1);
  gsize token = 0;

  memset (entities, 0xff, sizeof (guint32) * (n_tokens + 1));
  for (gsize i = 0; i < n_names; i++) {
    while (token > 0 && tokens[token - 1].span.start >= names[i].span.start)
      token--;
    while (token < n_tokens && tokens[token].span.start < names[i].span.start)
      token++;
    for (; token < n_tokens && tokens[token].span.end <= names[i].span.end; token++)
      entities[token] = names[i].entity;
  }

  return entities;
}

GArray *
syn_noun_phrases_find (const SynFrameWork *work)
{
  GArray *phrases = g_array_new (FALSE, FALSE, sizeof (SynNounPhrase));

  for (guint a = 0; a < work->n_articles; a++) {
    SynDocument *document = work->articles[a].document;
    gsize n_sentences, n_tokens;
    const SynSentence *sentences = syn_document_get_sentences (document, &n_sentences);
    g_autofree guint32 *entities = find_entities (document);
    Finder finder = {
      .work = work,
      .article = &work->articles[a],
      .index = a,
      .text = syn_document_get_text (document, NULL),
      .tokens = syn_document_get_tokens (document, &n_tokens),
      .entities = entities,
      .phrases = phrases,
    };

    for (gsize s = 0; s < n_sentences; s++) {
      guint32 first = sentences[s].first_token;

      if (sentences[s].n_tokens == 0)
        continue;
      if (work->articles[a].roles[first] & SYN_ROLE_ENGLISH)
        find_in_sentence (&finder, s, first, first + sentences[s].n_tokens);
      else
        find_names (&finder, s, first, first + sentences[s].n_tokens);
    }
  }

  return phrases;
}
