#include "config.h"

#include "syn-fact-private.h"

/* A title's length at most, in characters: one line of the findings list. */
#define MAX_CHARACTERS 60

/* A title that is cut loses so many more to words that cannot end it: about two. */
#define MAX_ELLIPSIS 10

/* Characters of a script without spaces say about twice as much. */
#define MAX_HAN 30

/* The tokens of the span: [first, end). */
static void
find_tokens (const SynArticleView *view, SynSpan span, gsize *first, gsize *end)
{
  gsize low = 0;
  gsize high = view->n_tokens;

  while (low < high) {
    gsize middle = low + (high - low) / 2;

    if (view->tokens[middle].span.end <= span.start)
      low = middle + 1;
    else
      high = middle;
  }
  *first = low;
  while (low < view->n_tokens && view->tokens[low].span.start < span.end)
    low++;
  *end = low;
}

static gboolean
is_word (const SynToken *token)
{
  return (token->flags & SYN_TOKEN_WORD) != 0;
}

/* A word that cannot end a title: it belongs to what follows. */
static gboolean
dangles (const SynToken *token)
{
  return !is_word (token) || ((token->flags & SYN_TOKEN_FUNCTION) && !(token->flags & SYN_TOKEN_NUMBER));
}

/* A clause's first word that only joins it to what stands before. */
static gboolean
joins (const SynArticleView *view, const SynToken *token)
{
  static const char *const words[] = { "and",  "but", "or",   "und", "aber", "et",
                                       "mais", "y",   "pero", "e",   "ma",   NULL };

  return !(token->flags & (SYN_TOKEN_INITIAL | SYN_TOKEN_CAPITALISED)) &&
         g_strv_contains (words, syn_document_get_string (view->document, token->word));
}

static glong
count_characters (const SynArticleView *view, gsize start, gsize end)
{
  return g_utf8_strlen (view->text + start, end - start);
}

/* Quotation marks and brackets that lost their other half, and white space within, are taken out. */
static char *
clean (const char *text, gsize length)
{
  GString *result = g_string_new (NULL);
  const char *end = text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    GUnicodeType type = g_unichar_type (c);

    if (g_unichar_isspace (c)) {
      if (result->len > 0 && result->str[result->len - 1] != ' ')
        g_string_append_c (result, ' ');
    } else if (c != '"' && (type != G_UNICODE_INITIAL_PUNCTUATION) &&
               (type != G_UNICODE_FINAL_PUNCTUATION || c == 0x2019)) {
      g_string_append_unichar (result, c);
    }
  }

  return g_string_free (result, FALSE);
}

static char *
capitalise (char *title)
{
  gunichar first = g_utf8_get_char (title);
  g_autofree char *owned = title;
  GString *result;

  if (first == g_unichar_toupper (first))
    return g_steal_pointer (&owned);

  result = g_string_new (NULL);
  g_string_append_unichar (result, g_unichar_toupper (first));
  g_string_append (result, g_utf8_next_char (title));

  return g_string_free (result, FALSE);
}

/* Whether a bracket opens within the tokens and does not close there. */
static gboolean
is_open (const SynArticleView *view, gsize first, gsize end)
{
  int depth = 0;

  for (gsize i = view->tokens[first].span.start; i < view->tokens[end - 1].span.end; i++)
    depth += (view->text[i] == '(') - (view->text[i] == ')');

  return depth > 0;
}

gboolean
syn_fact_title_shows (const SynArticleView *view, SynSpan span, SynSpan words)
{
  return words.start >= span.start &&
         count_characters (view, span.start, words.end) <= MAX_CHARACTERS - MAX_ELLIPSIS;
}

char *
syn_fact_title_new (const SynArticleView *view, SynSpan span)
{
  gsize first, end;
  gboolean is_cut = FALSE, is_han;
  glong limit;
  g_autofree char *title = NULL;

  find_tokens (view, span, &first, &end);
  while (first < end && (!is_word (&view->tokens[first]) || joins (view, &view->tokens[first])))
    first++;
  while (first < end && !is_word (&view->tokens[end - 1]))
    end--;
  if (first >= end)
    return g_strdup ("");

  is_han = (view->tokens[first].flags & SYN_TOKEN_HAN) != 0;
  limit = is_han ? MAX_HAN : MAX_CHARACTERS;
  if (end - first > (gsize) limit) {
    /* no token is without a character: the work must not grow with a sentence's square */
    end = first + limit;
    is_cut = TRUE;
  }
  while (end > first + 1 &&
         count_characters (view, view->tokens[first].span.start, view->tokens[end - 1].span.end) > limit) {
    end--;
    is_cut = TRUE;
  }
  while (is_cut && end > first + 2 && (dangles (&view->tokens[end - 1]) || is_open (view, first, end)))
    end--;

  title = clean (view->text + view->tokens[first].span.start,
                 view->tokens[end - 1].span.end - view->tokens[first].span.start);
  if (g_utf8_strlen (title, -1) > limit) {
    /* one endless word */
    g_autofree char *head = g_utf8_substring (title, 0, limit);

    return g_strconcat (head, "…", NULL);
  }
  title = capitalise (g_steal_pointer (&title));

  return is_cut ? g_strconcat (title, "…", NULL) : g_steal_pointer (&title);
}
