/* Other names that the text itself teaches: "RedNote, known in China as Xiaohongshu", "Y, formerly Z", "the
 * Board (B)", "RedNote（中国名为小红书）". */
#include "syn-names-private.h"

#include <string.h>

/* Tokens between a name and the cue of another ("known in China as"), and within a bracket. */
#define MAX_CUE_TOKENS     6
#define MAX_BRACKET_TOKENS 16
/* Words of a name that is given in quotation marks. */
#define MAX_QUOTED_WORDS 5
/* Characters of a Chinese name. */
#define MAX_HAN_CHARACTERS 8

typedef struct {
  SynNames *names;
  SynAnalysis *analysis;
  const SynLexicon *lexicon;
  guint32 sentence;
  guint32 first;
  guint32 end;
  GHashTable *by_token; /* first token of a mention -> its index + 1 */
} Scope;

static gboolean
is_text (const Scope *scope, guint32 token, const char *text)
{
  return token < scope->end && syn_analysis_token_is (scope->analysis, token, text);
}

static gboolean
is_opening_bracket (const Scope *scope, guint32 token)
{
  return is_text (scope, token, "(") || is_text (scope, token, "（");
}

static gboolean
is_closing_bracket (const Scope *scope, guint32 token)
{
  return is_text (scope, token, ")") || is_text (scope, token, "）");
}

static gboolean
is_comma (const Scope *scope, guint32 token)
{
  return is_text (scope, token, ",") || is_text (scope, token, "，") || is_text (scope, token, "、");
}

static const SynNameCandidate *
get_candidate (const Scope *scope, guint32 index)
{
  return &g_array_index (scope->names->candidates, SynNameCandidate, index);
}

static gboolean
is_flagged (const Scope *scope, guint32 token, SynTokenFlags flag)
{
  return token < scope->end && (syn_analysis_token (scope->analysis, token)->flags & flag);
}

/* ---- the other name ---- */

/* A quotation that opens at the token: its tokens without the marks; FALSE for none or one too long for a
 * name. */
static gboolean
find_quoted (const Scope *scope, guint32 token, guint32 *first, guint32 *end)
{
  const GArray *quotations = scope->analysis->quotations;
  guint low = 0, high = quotations->len;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (g_array_index (quotations, SynQuotation, middle).first_token <= token)
      low = middle + 1;
    else
      high = middle;
  }
  if (low >= quotations->len)
    return FALSE;

  *first = g_array_index (quotations, SynQuotation, low).first_token;
  *end = g_array_index (quotations, SynQuotation, low).end_token;

  return *first == token + 1 && *end - *first <= MAX_QUOTED_WORDS && *end < scope->end;
}

/* The name that starts at `token`, past an article: a mention already found, words in quotation marks or in
 * Han, or a capitalised word. Its mention; the token behind it in `next`. SYN_NO_INDEX for none. */
static guint32
read_name (const Scope *scope, guint32 token, guint32 *next)
{
  guint32 start = token;
  guint32 first, end;
  gpointer found;

  while (start < scope->end && syn_analysis_is (scope->analysis, start, SYN_CLASS_ARTICLE))
    start++;
  if (start >= scope->end)
    return SYN_NO_INDEX;

  found = g_hash_table_lookup (scope->by_token, GUINT_TO_POINTER (start));
  if (found != NULL) {
    guint32 index = GPOINTER_TO_UINT (found) - 1;

    *next = get_candidate (scope, index)->end_token;
    return index;
  }
  if (find_quoted (scope, start, &first, &end)) {
    found = g_hash_table_lookup (scope->by_token, GUINT_TO_POINTER (first));
    *next = end + 1;
    if (found != NULL && get_candidate (scope, GPOINTER_TO_UINT (found) - 1)->end_token == end)
      return GPOINTER_TO_UINT (found) - 1;
    return syn_names_add (scope->names, scope->sentence, first, end, NULL);
  }
  if (is_flagged (scope, start, SYN_TOKEN_HAN)) {
    end = start;
    while (is_flagged (scope, end, SYN_TOKEN_HAN))
      end++;
    *next = end;
    if (syn_analysis_token (scope->analysis, end - 1)->span.end -
            syn_analysis_token (scope->analysis, start)->span.start >
        MAX_HAN_CHARACTERS * strlen ("小"))
      return SYN_NO_INDEX;
    return syn_names_add (scope->names, scope->sentence, start, end, NULL);
  }
  if (syn_names_is_capital (scope->analysis, start) && !is_flagged (scope, start, SYN_TOKEN_FUNCTION)) {
    *next = start + 1;
    return syn_names_add (scope->names, scope->sentence, start, start + 1, NULL);
  }

  return SYN_NO_INDEX;
}

/* ---- the cue ---- */

/* "known as", "also called", "known in China as", 又称: the token behind the cue at `token`, `token` for
 * none. */
static guint32
skip_cue (const Scope *scope, guint32 token)
{
  guint n =
      syn_analysis_match (scope->analysis, scope->lexicon, token, scope->end, SYN_CLASS_ALIAS_CUE, NULL);
  guint32 known = token;

  if (n > 0) {
    token += n;
    /* "also called in China ..." */
    return token;
  }

  while (known < scope->end && known < token + 3 &&
         !g_str_equal (syn_analysis_word (scope->analysis, known), "known"))
    known++;
  if (known >= scope->end || known >= token + 3)
    return token;
  for (guint32 i = known + 1; i < scope->end && i <= known + MAX_CUE_TOKENS; i++) {
    if (g_str_equal (syn_analysis_word (scope->analysis, i), "as") ||
        g_str_equal (syn_analysis_word (scope->analysis, i), "by"))
      return i + 1;
    if (is_comma (scope, i) || is_closing_bracket (scope, i))
      break;
  }

  return token;
}

/* 中国名为, 中文名: the cue may stand behind other words of the bracket. */
static guint32
skip_han_cue (const Scope *scope, guint32 token)
{
  for (guint32 i = token;
       i < scope->end && i < token + MAX_CUE_TOKENS && is_flagged (scope, i, SYN_TOKEN_WORD); i++) {
    const char *word = syn_analysis_word (scope->analysis, i);

    if (syn_analysis_is (scope->analysis, i, SYN_CLASS_ALIAS_CUE) || g_str_has_suffix (word, "名为") ||
        g_str_equal (word, "为") || g_str_equal (word, "叫"))
      return i + 1;
  }

  return token;
}

static gboolean
is_gloss (const Scope *scope, guint32 mention)
{
  return is_flagged (scope, get_candidate (scope, mention)->first_token, SYN_TOKEN_HAN | SYN_TOKEN_QUOTED);
}

static void
teach (const Scope *scope, guint32 mention, guint32 other)
{
  SynNameForm *known = syn_names_get_form (scope->names, mention);
  SynNameForm *learnt = syn_names_get_form (scope->names, other);

  if (known == learnt)
    return;
  known->is_learnt = learnt->is_learnt = TRUE;
  learnt->is_gloss |= is_gloss (scope, other);
  syn_names_join (scope->names, get_candidate (scope, mention)->form, get_candidate (scope, other)->form);
}

/* All names of a list from `token` on: "as Xiaohongshu, 小红书 or “Little Red Book”". The token behind it. */
static guint32
teach_list (const Scope *scope, guint32 mention, guint32 token, gboolean is_in_bracket)
{
  guint32 next = token;

  for (guint n = 0; n < 4; n++) {
    guint32 other = read_name (scope, next, &next);

    if (other == SYN_NO_INDEX)
      return next;
    teach (scope, mention, other);
    if (is_opening_bracket (scope, next)) {
      /* "Xiaohongshu (“Little Red Book”)" */
      guint32 inner = read_name (scope, next + 1, &next);

      if (inner != SYN_NO_INDEX && is_closing_bracket (scope, next)) {
        teach (scope, mention, inner);
        next++;
      }
    }
    if (is_text (scope, next, "or") || (is_comma (scope, next) && is_in_bracket))
      next++;
    else
      return next;
  }

  return next;
}

/* ---- brackets ---- */

static gboolean
is_acronym_of (const Scope *scope, const SynNameForm *acronym, const SynNameCandidate *mention)
{
  const char *letters = syn_strings_get (scope->analysis->draft.strings, acronym->text);

  for (guint32 i = mention->first_token; i < mention->end_token; i++) {
    const char *word = scope->analysis->draft.text + syn_analysis_token (scope->analysis, i)->span.start;

    if (!syn_names_is_capital (scope->analysis, i))
      continue;
    if (*letters == '.')
      letters++;
    if (*letters != g_ascii_toupper (*word))
      return FALSE;
    letters++;
  }

  return *letters == '\0' || g_str_equal (letters, ".");
}

/* A bracket that holds nothing but another name, of another kind of writing than this one's. */
static gboolean
is_other_name (const Scope *scope, guint32 mention, guint32 other)
{
  const SynNameCandidate *known = get_candidate (scope, mention);
  const SynNameCandidate *candidate = get_candidate (scope, other);
  const SynNameForm *form = syn_names_get_form (scope->names, other);
  gboolean is_han = is_flagged (scope, candidate->first_token, SYN_TOKEN_HAN);
  gboolean is_quoted = is_flagged (scope, candidate->first_token, SYN_TOKEN_QUOTED) &&
                       !is_flagged (scope, known->first_token, SYN_TOKEN_QUOTED);

  if (form->country != NULL || syn_names_get_form (scope->names, mention)->place != SYN_PLACE_NONE)
    return is_han && form->country == NULL && !is_flagged (scope, known->first_token, SYN_TOKEN_HAN);
  if (is_han != is_flagged (scope, known->first_token, SYN_TOKEN_HAN) || is_quoted)
    return TRUE;

  return syn_strings_get (scope->analysis->draft.strings, form->text)[1] != '\0' &&
         (is_acronym_of (scope, form, known) ||
          syn_analysis_is (scope->analysis, candidate->first_token - 1, SYN_CLASS_ARTICLE));
}

static void
read_bracket (const Scope *scope, guint32 mention, guint32 token)
{
  guint32 inside = token + 1;
  guint32 cue_end = skip_cue (scope, inside);
  guint32 next = inside;
  guint32 other;

  if (cue_end == inside)
    cue_end = skip_han_cue (scope, inside);
  if (cue_end > inside) {
    teach_list (scope, mention, cue_end, TRUE);
    return;
  }

  /* Only what is a name by itself may be added: look before leaping. */
  if (!is_flagged (scope, inside, SYN_TOKEN_HAN) &&
      !syn_analysis_is (scope->analysis, inside, SYN_CLASS_ARTICLE) && !is_text (scope, inside, "“") &&
      !is_text (scope, inside, "\"") && !is_text (scope, inside, "‘") &&
      g_hash_table_lookup (scope->by_token, GUINT_TO_POINTER (inside)) == NULL)
    return;
  other = read_name (scope, inside, &next);
  if (other != SYN_NO_INDEX && (is_closing_bracket (scope, next) || is_comma (scope, next)) &&
      is_other_name (scope, mention, other))
    teach (scope, mention, other);
}

static void
learn_from (const Scope *scope, guint32 mention)
{
  const SynNameCandidate *candidate = get_candidate (scope, mention);
  guint32 next = candidate->end_token;
  guint32 cue_end;

  /* The closing mark of a name in quotation marks or of a work. */
  if (is_text (scope, next, "”") || is_text (scope, next, "\"") || is_text (scope, next, "》"))
    next++;
  if (next >= scope->end)
    return;
  if (is_opening_bracket (scope, next)) {
    read_bracket (scope, mention, next);
    return;
  }

  /* "A, called B" teaches; "A called B" may be anything. */
  if (is_comma (scope, next))
    next++;
  else if (syn_analysis_match (scope->analysis, scope->lexicon, next, scope->end, SYN_CLASS_ALIAS_CUE, NULL) <
           2)
    return;
  if (next >= scope->end)
    return;
  cue_end = skip_cue (scope, next);
  if (cue_end > next)
    teach_list (scope, mention, cue_end, FALSE);
}

void
syn_names_learn (SynNames *self)
{
  g_autoptr (GHashTable) by_token = g_hash_table_new (NULL, NULL);
  guint n_found = self->candidates->len;

  for (guint i = 0; i < n_found; i++) {
    g_hash_table_insert (by_token,
                         GUINT_TO_POINTER (g_array_index (self->candidates, SynNameCandidate, i).first_token),
                         GUINT_TO_POINTER (i + 1));
  }

  for (guint i = 0; i < n_found; i++) {
    guint32 sentence = g_array_index (self->candidates, SynNameCandidate, i).sentence;
    const SynSentence *record = syn_analysis_sentence (self->analysis, sentence);
    Scope scope = {
      .names = self,
      .analysis = self->analysis,
      .lexicon = syn_analysis_get_lexicon (self->analysis, sentence),
      .sentence = sentence,
      .first = record->first_token,
      .end = record->first_token + record->n_tokens,
      .by_token = by_token,
    };

    learn_from (&scope, i);
  }
}
