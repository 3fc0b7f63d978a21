/* Names: runs of capitalised words, with what may stand inside a name, less what only looks like one. */
#include "syn-names-private.h"

#include <string.h>

/* Rarity, in nats, from which a capitalised first word of a sentence is more likely a name than a word: a
 * word in fewer than one article in 600. */
#define NAME_RARITY 6.4f
/* Share of a line's words with a capital that makes it a headline in title case, where a capital proves
 * nothing; not for lines of fewer words. */
#define TITLE_CASE_SHARE .65
#define TITLE_CASE_WORDS 2
/* Words of the longest name. */
#define MAX_NAME_WORDS 10
/* Names looked back through for one that ends in the same word. */
#define MAX_NAMES_BACK 100

typedef struct {
  SynNames *names;
  SynAnalysis *analysis;
  const SynLexicon *lexicon;
  guint32 sentence;
  guint32 first;
  guint32 end;
  gboolean is_title_case;
  gboolean is_german;
} Scope;

/* ---- which words are names ---- */

gboolean
syn_names_is_capital (const SynAnalysis *analysis, guint32 token)
{
  const SynToken *record = syn_analysis_token (analysis, token);
  const char *text = analysis->draft.text + record->span.start;

  if (record->flags & SYN_TOKEN_CAPITALISED)
    return TRUE;
  if (!(record->flags & SYN_TOKEN_WORD) || record->flags & SYN_TOKEN_NUMBER)
    return FALSE;

  /* "iPhone", "eBay" */
  return g_ascii_islower (text[0]) && syn_span_length (record->span) > 2 && g_ascii_isupper (text[1]) &&
         g_ascii_islower (text[2]);
}

static guint
look_up (GHashTable *counts, SynTextId word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (word)));
}

static void
count (GHashTable *counts, SynTextId word)
{
  g_hash_table_insert (counts, GUINT_TO_POINTER (word), GUINT_TO_POINTER (look_up (counts, word) + 1));
}

static gboolean
is_title_case (const SynAnalysis *analysis, const SynSentence *sentence)
{
  SynParagraphKind kind = SYN_RECORD (analysis->draft.paragraphs, SynParagraph, sentence->paragraph)->kind;
  char last = analysis->draft.text[sentence->span.end - 1];
  guint n_words = 0, n_capitals = 0;

  /* A heading may go as text, for want of better knowledge; it has no full stop. */
  if (kind == SYN_PARAGRAPH_TEXT && (strchr (".?!", last) != NULL || (guchar) last >= 0x80))
    return FALSE;

  for (guint32 i = sentence->first_token; i < sentence->first_token + sentence->n_tokens; i++) {
    SynTokenFlags flags = syn_analysis_token (analysis, i)->flags;

    if (!(flags & SYN_TOKEN_WORD) || flags & (SYN_TOKEN_FUNCTION | SYN_TOKEN_NUMBER | SYN_TOKEN_HAN))
      continue;
    n_words++;
    n_capitals += (flags & SYN_TOKEN_CAPITALISED) != 0;
  }

  return n_words >= TITLE_CASE_WORDS && n_capitals >= TITLE_CASE_SHARE * n_words;
}

/* What the document itself says of each word: is it written with a capital where no sentence begins? */
static void
count_capitals (SynNames *self)
{
  for (guint32 i = 0; i < self->analysis->draft.sentences->len; i++) {
    const SynSentence *sentence = syn_analysis_sentence (self->analysis, i);

    if (is_title_case (self->analysis, sentence))
      continue;
    for (guint32 k = sentence->first_token; k < sentence->first_token + sentence->n_tokens; k++) {
      const SynToken *token = syn_analysis_token (self->analysis, k);

      if (!(token->flags & SYN_TOKEN_WORD))
        continue;
      if (!syn_names_is_capital (self->analysis, k))
        count (self->small, token->word);
      else if (!(token->flags & SYN_TOKEN_INITIAL))
        count (self->capitals, token->word);
    }
  }
}

/* "RedNote", also "CCTV" where not all is in capitals. */
static gboolean
has_inner_capital (const Scope *scope, guint32 token)
{
  SynSpan span = syn_analysis_token (scope->analysis, token)->span;
  const char *text = scope->analysis->draft.text;
  gboolean has_capital = FALSE, has_small = FALSE;

  for (gsize i = span.start + 1; i < span.end; i++) {
    has_capital |= g_ascii_isupper (text[i]);
    has_small |= g_ascii_islower (text[i]);
  }

  return has_capital && (has_small || !scope->is_title_case);
}

static gboolean
is_class (const Scope *scope, guint32 token, SynClass class)
{
  return token >= scope->first && token < scope->end && syn_analysis_is (scope->analysis, token, class);
}

/* A capital that proves nothing, at the start of a sentence or in a headline: does the word itself? */
static gboolean
is_name_by_itself (const Scope *scope, guint32 token)
{
  const SynToken *record = syn_analysis_token (scope->analysis, token);
  const char *word = syn_analysis_word (scope->analysis, token);
  guint n_capitals = look_up (scope->names->capitals, record->word);
  guint n_small = look_up (scope->names->small, record->word);

  if (n_capitals != n_small && n_capitals + n_small > 0)
    return n_capitals > n_small;
  if (syn_gazetteer_find (scope->analysis->gazetteer, word, NULL) != NULL ||
      is_class (scope, token, SYN_CLASS_GIVEN_NAME))
    return TRUE;
  if (has_inner_capital (scope, token) || record->entry == SYN_NO_WORD)
    return TRUE;

  return record->rarity >= NAME_RARITY && !g_str_has_suffix (word, "ing") && !g_str_has_suffix (word, "ed") &&
         !g_str_has_suffix (word, "ly") && !g_str_has_suffix (word, "ions") && !scope->is_title_case &&
         (is_class (scope, token + 1, SYN_CLASS_CUE_VERB) ||
          is_class (scope, token + 1, SYN_CLASS_AUXILIARY) ||
          (token + 1 < scope->end && syn_names_is_capital (scope->analysis, token + 1)));
}

static gboolean
is_name_word (const Scope *scope, guint32 token)
{
  const SynToken *record;

  if (token >= scope->end)
    return FALSE;

  record = syn_analysis_token (scope->analysis, token);
  if (!syn_names_is_capital (scope->analysis, token) || scope->analysis->is_taken[token] ||
      record->flags & SYN_TOKEN_FUNCTION || is_class (scope, token, SYN_CLASS_NOT_A_NAME))
    return FALSE;
  /* "A", "I" and the like stand for nobody; an initial does, in its run. */
  if (record->flags & SYN_TOKEN_INITIAL || scope->is_title_case)
    return is_name_by_itself (scope, token);

  return TRUE;
}

/* ---- runs ---- */

static gboolean
is_text (const Scope *scope, guint32 token, const char *text)
{
  return token >= scope->first && token < scope->end && syn_analysis_token_is (scope->analysis, token, text);
}

static gboolean
is_single_letter (const Scope *scope, guint32 token)
{
  return syn_span_length (syn_analysis_token (scope->analysis, token)->span) == 1;
}

static gboolean
has_possessive (const Scope *scope, guint32 token)
{
  SynSpan span = syn_analysis_token (scope->analysis, token)->span;

  return syn_names_get_span (scope->analysis, token, token + 1).end != span.end;
}

static gboolean
is_place_word (const Scope *scope, guint32 token)
{
  return syn_gazetteer_find (scope->analysis->gazetteer, syn_analysis_word (scope->analysis, token), NULL) !=
         NULL;
}

/* In a headline or a line of names, where every word has a capital: a rare one right behind a given name. */
static gboolean
is_surname (const Scope *scope, guint32 token)
{
  const SynToken *record = syn_analysis_token (scope->analysis, token);

  return scope->is_title_case && is_class (scope, token - 1, SYN_CLASS_GIVEN_NAME) &&
         syn_names_is_capital (scope->analysis, token) && !scope->analysis->is_taken[token] &&
         !(record->flags & SYN_TOKEN_FUNCTION) && !is_class (scope, token, SYN_CLASS_NOT_A_NAME) &&
         !is_class (scope, token, SYN_CLASS_VERB) && !is_class (scope, token, SYN_CLASS_CUE_VERB) &&
         (record->entry == SYN_NO_WORD || record->rarity >= NAME_RARITY);
}

/* The token after one that carries the run on from `token`, SYN_NO_INDEX where the run ends. */
static guint32
find_next (const Scope *scope, guint32 token)
{
  guint32 next = token + 1;

  if (next >= scope->end)
    return SYN_NO_INDEX;

  /* "People's Daily", but "China's Ministry" is two. */
  if (has_possessive (scope, token))
    return is_class (scope, token, SYN_CLASS_NAME_POSSESSIVE) && is_name_word (scope, next) ? next
                                                                                            : SYN_NO_INDEX;
  if (is_name_word (scope, next) || is_surname (scope, next))
    return next;

  /* "Route 12 Festival" */
  if (g_ascii_isdigit (syn_analysis_char (scope->analysis, next)) && !scope->analysis->is_taken[next] &&
      !scope->is_title_case && is_name_word (scope, next + 1) && !is_place_word (scope, next + 1) &&
      syn_span_length (syn_analysis_token (scope->analysis, next)->span) <= 4)
    return next + 1;
  /* "John A. Smith", though "A" is an article elsewhere. */
  if (is_single_letter (scope, next) && syn_names_is_capital (scope->analysis, next) &&
      is_text (scope, next + 1, ".") && syn_analysis_touches (scope->analysis, next, next + 1) &&
      is_name_word (scope, next + 2))
    return next;
  /* "J. Smith", "St. Louis", "Corp. of" */
  if (is_text (scope, next, ".") && syn_analysis_touches (scope->analysis, token, next) &&
      is_name_word (scope, next + 1) &&
      (is_single_letter (scope, token) || is_class (scope, token, SYN_CLASS_ABBREVIATION)))
    return next + 1;
  /* "Jean-Claude", but "China-India" is two. */
  if ((is_text (scope, next, "-") || is_text (scope, next, "‑")) && is_name_word (scope, next + 1) &&
      syn_analysis_touches (scope->analysis, token, next) &&
      syn_analysis_touches (scope->analysis, next, next + 1) && !is_place_word (scope, token) &&
      !is_place_word (scope, next + 1))
    return next + 1;
  if (is_text (scope, next, "&") && is_name_word (scope, next + 1))
    return next + 1;
  /* "University of Lisbon", "Department of the Interior" */
  if (is_text (scope, next, "of") &&
      (is_class (scope, token, SYN_CLASS_ORGANISATION) || is_class (scope, token, SYN_CLASS_PLACE))) {
    if (is_name_word (scope, next + 1))
      return next + 1;
    if (is_text (scope, next + 1, "the") && is_name_word (scope, next + 2))
      return next + 2;
  }
  /* "Ursula von der Leyen" */
  if (is_class (scope, next, SYN_CLASS_PARTICLE) && !syn_names_is_capital (scope->analysis, next) &&
      (is_class (scope, token, SYN_CLASS_GIVEN_NAME) ||
       !(syn_analysis_token (scope->analysis, next)->flags & SYN_TOKEN_FUNCTION))) {
    if (is_name_word (scope, next + 1))
      return next + 1;
    if (is_class (scope, next + 1, SYN_CLASS_PARTICLE) && is_name_word (scope, next + 2))
      return next + 2;
  }

  return SYN_NO_INDEX;
}

/* ---- inside a run ---- */

static void
vote (const Scope *scope, guint32 candidate, SynNameKind kind, int weight)
{
  syn_names_get_form (scope->names, candidate)->votes[kind] += weight;
}

/* What capitals inside the first word say for an organisation: "BBC" much, "RedNote" something, "McLean" and
 * "JoAnn Lee" nothing. */
static int
weigh_inner_capital (const Scope *scope, guint32 first, guint n_words)
{
  const SynToken *token = syn_analysis_token (scope->analysis, first);
  const char *text = scope->analysis->draft.text + token->span.start;
  gboolean has_small = FALSE;

  if (!has_inner_capital (scope, first))
    return 0;
  for (gsize i = 0; i < syn_span_length (token->span); i++)
    has_small |= g_ascii_islower (text[i]);
  if (!has_small)
    return n_words == 1 ? 2 : 1;

  return n_words > 1 || g_str_has_prefix (text, "Mc") || g_str_has_prefix (text, "Mac") ? 0 : 1;
}

/* What the words of the name and those beside it say of its kind. */
static void
vote_by_words (const Scope *scope, guint32 candidate, gboolean has_title)
{
  const SynNameCandidate *record = &g_array_index (scope->names->candidates, SynNameCandidate, candidate);
  const SynNameForm *form = syn_names_get_form (scope->names, candidate);
  guint32 first = record->first_token;
  guint32 last = record->end_token - 1;
  guint32 end = record->end_token;
  gboolean has_person_before = first > scope->first && is_class (scope, first - 1, SYN_CLASS_ROLE);

  if (has_title)
    vote (scope, candidate, SYN_NAME_PERSON, 6);
  if (form->country != NULL)
    vote (scope, candidate, SYN_NAME_PLACE, 8);
  if (form->n_words > 1 && is_class (scope, first, SYN_CLASS_GIVEN_NAME) &&
      !is_class (scope, last, SYN_CLASS_ORGANISATION) && !is_class (scope, last, SYN_CLASS_PLACE))
    vote (scope, candidate, SYN_NAME_PERSON, 5);
  if (form->n_words == 1 && is_class (scope, first, SYN_CLASS_GIVEN_NAME))
    vote (scope, candidate, SYN_NAME_PERSON, 2);
  if (form->n_words > 1 &&
      (is_class (scope, last, SYN_CLASS_ORGANISATION) || is_class (scope, first, SYN_CLASS_ORGANISATION)))
    vote (scope, candidate, SYN_NAME_ORGANISATION, 5);
  if (form->n_words > 1 &&
      (is_class (scope, last, SYN_CLASS_PLACE) || is_class (scope, first, SYN_CLASS_PLACE)))
    vote (scope, candidate, SYN_NAME_PLACE, 4);
  if (has_person_before)
    vote (scope, candidate, SYN_NAME_PERSON, 2);

  if (first > scope->first && !has_possessive (scope, last) &&
      (is_text (scope, first - 1, "in") || is_text (scope, first - 1, "near")))
    vote (scope, candidate, SYN_NAME_PLACE, 1);
  if (is_class (scope, end, SYN_CLASS_CUE_VERB))
    vote (scope, candidate, SYN_NAME_PERSON, 1);
  /* "Ann Lee, 29,", "Ann Lee, a teacher", "Bolt, a company" */
  if (is_text (scope, end, ",")) {
    guint32 next = end + 1;

    if (next < scope->end && syn_analysis_token (scope->analysis, next)->flags & SYN_TOKEN_NUMBER &&
        is_text (scope, next + 1, ","))
      vote (scope, candidate, SYN_NAME_PERSON, 4);
    for (guint32 i = next; i < scope->end && i < next + 6; i++) {
      if (is_class (scope, i, SYN_CLASS_ROLE) && is_class (scope, next, SYN_CLASS_ARTICLE)) {
        vote (scope, candidate, SYN_NAME_PERSON, 3);
        break;
      }
      if (is_class (scope, i, SYN_CLASS_BODY) && is_class (scope, next, SYN_CLASS_ARTICLE)) {
        vote (scope, candidate, SYN_NAME_ORGANISATION, 3);
        break;
      }
      if (!(syn_analysis_token (scope->analysis, i)->flags & SYN_TOKEN_WORD))
        break;
    }
  }
  if (form->country == NULL)
    vote (scope, candidate, SYN_NAME_ORGANISATION, weigh_inner_capital (scope, first, form->n_words));
}

/* "south korea", in the document's pool. */
static const char *
get_two_words (const Scope *scope, guint32 token)
{
  SynStrings *strings = scope->analysis->draft.strings;

  return syn_strings_get (strings, syn_names_add_words (scope->names, token, token + 2));
}

/* Words at the start of a run that are no part of the name: "President", "Chinese" before a person, "Former".
 */
static guint32
skip_titles (const Scope *scope, guint32 first, guint32 end, gboolean *has_title)
{
  guint32 i = first;

  while (i < end) {
    guint n = syn_analysis_match (scope->analysis, scope->lexicon, i, end, SYN_CLASS_TITLE, NULL);
    SynPlaceKind place;

    if (n > 0 && i + n < end) {
      *has_title = TRUE;
      i += n;
      /* "Dr." */
      if (is_text (scope, i, "."))
        i++;
      continue;
    }
    syn_gazetteer_find (scope->analysis->gazetteer, syn_analysis_word (scope->analysis, i), &place);
    if (i + 1 < end && is_text (scope, i, "APP") && !is_class (scope, i + 1, SYN_CLASS_CHART)) {
      i++;
      continue;
    }
    /* "Chinese President", "U.S. App Store"; "China Daily" and "USA Today" stay. */
    if (i + 1 < end && (place == SYN_PLACE_NATIONALITY || place == SYN_PLACE_COUNTRY) &&
        syn_gazetteer_find (scope->analysis->gazetteer, get_two_words (scope, i), NULL) == NULL &&
        ((!is_class (scope, end - 1, SYN_CLASS_ORGANISATION) &&
          !is_class (scope, end - 1, SYN_CLASS_PLACE)) ||
         (g_str_equal (syn_analysis_word (scope->analysis, i), "u.s.") && !is_text (scope, i, "USA")))) {
      syn_names_add (scope->names, scope->sentence, i, i + 1, NULL);
      i++;
      continue;
    }
    break;
  }

  return i;
}

/* "Porto Gov. Ann Lee", "Harbour Board President Ann Lee": where the title inside starts; `end` for none. */
static guint32
find_inner_title (const Scope *scope, guint32 first, guint32 end)
{
  for (guint32 i = first + 1; i + 1 < end; i++) {
    guint n = syn_analysis_match (scope->analysis, scope->lexicon, i, end, SYN_CLASS_TITLE, NULL);

    if (n > 0 && i + n < end && !is_class (scope, i, SYN_CLASS_GIVEN_NAME) &&
        !is_class (scope, i, SYN_CLASS_ORGANISATION) && !(is_text (scope, i + n, ".") && i + n + 1 >= end) &&
        !is_text (scope, i + n, "of"))
      return i;
  }

  return end;
}

/* The last word of a name that was found before: "Anna Holm ... Holm". */
static gboolean
is_part_of_longer (const Scope *scope, guint32 token)
{
  SynTextId word = syn_analysis_token (scope->analysis, token)->word;

  for (guint i = scope->names->candidates->len, n = 0; i > 0 && n < MAX_NAMES_BACK; i--, n++) {
    const SynNameCandidate *candidate = &g_array_index (scope->names->candidates, SynNameCandidate, i - 1);

    if (syn_analysis_token (scope->analysis, candidate->end_token - 1)->word == word)
      return TRUE;
  }

  return FALSE;
}

static void
add_run (const Scope *scope, guint32 first, guint32 end)
{
  gboolean has_title = FALSE;
  guint32 inner = find_inner_title (scope, first, end);
  guint32 candidate, start;

  if (inner < end && skip_titles (scope, first, end, &has_title) == first) {
    add_run (scope, first, inner);
    add_run (scope, inner, end);
    return;
  }
  start = skip_titles (scope, first, end, &has_title);

  /* "Mr" before the run, in small letters or taken as a sentence's start. */
  if (start > scope->first && is_class (scope, start - 1, SYN_CLASS_TITLE))
    has_title = TRUE;
  if (start > scope->first + 1 && is_text (scope, start - 1, ".") &&
      is_class (scope, start - 2, SYN_CLASS_TITLE))
    has_title = TRUE;
  if (start >= end)
    return;
  /* A title by itself: "the President". */
  if (start + 1 == end &&
      syn_analysis_match (scope->analysis, scope->lexicon, start, end, SYN_CLASS_TITLE, NULL) == 1 &&
      !is_class (scope, start, SYN_CLASS_GIVEN_NAME))
    return;
  if (start + 1 == end && is_single_letter (scope, start) &&
      look_up (scope->names->capitals, syn_analysis_token (scope->analysis, start)->word) < 1)
    return;

  /* German writes every noun with a capital: one alone names nobody. */
  if (scope->is_german && start + 1 == end && !is_place_word (scope, start) &&
      !has_inner_capital (scope, start) && !is_class (scope, start, SYN_CLASS_GIVEN_NAME) &&
      !is_part_of_longer (scope, start))
    return;

  candidate = syn_names_add (scope->names, scope->sentence, start, end, NULL);
  vote_by_words (scope, candidate, has_title);
}

static void
find_in_sentence (const Scope *scope)
{
  for (guint32 i = scope->first; i < scope->end;) {
    guint32 end = i + 1;
    guint n_words = 1;

    /* A headline's or sentence's first word that is ordinary may still be a title before a name. */
    if (!is_name_word (scope, i)) {
      i++;
      continue;
    }
    for (guint32 next = find_next (scope, i); next != SYN_NO_INDEX && n_words < MAX_NAME_WORDS;
         next = find_next (scope, next)) {
      end = next + 1;
      n_words++;
    }
    add_run (scope, i, end);
    i = end;
  }
}

void
syn_names_find (SynNames *self)
{
  count_capitals (self);

  for (guint32 i = 0; i < self->analysis->draft.sentences->len; i++) {
    const SynSentence *sentence = syn_analysis_sentence (self->analysis, i);
    Scope scope = {
      .names = self,
      .analysis = self->analysis,
      .lexicon = syn_analysis_get_lexicon (self->analysis, i),
      .sentence = i,
      .first = sentence->first_token,
      .end = sentence->first_token + sentence->n_tokens,
    };

    scope.is_title_case = is_title_case (self->analysis, sentence);
    scope.is_german = syn_analysis_is_language (self->analysis, i, "de");
    find_in_sentence (&scope);
    if (syn_analysis_is_language (self->analysis, i, "zh"))
      syn_names_find_han (self, i);
  }
}

void
syn_analysis_find_names (SynAnalysis *self)
{
  SynNames names = {
    .analysis = self,
    .candidates = g_array_new (FALSE, TRUE, sizeof (SynNameCandidate)),
    .forms = g_array_new (FALSE, TRUE, sizeof (SynNameForm)),
    .by_key = g_hash_table_new (NULL, NULL),
    .capitals = g_hash_table_new (NULL, NULL),
    .small = g_hash_table_new (NULL, NULL),
  };

  syn_names_find (&names);
  syn_names_learn (&names);
  syn_names_group (&names);
  syn_names_finish (&names);

  g_array_unref (names.candidates);
  g_array_unref (names.forms);
  g_hash_table_unref (names.by_key);
  g_hash_table_unref (names.capitals);
  g_hash_table_unref (names.small);
}
