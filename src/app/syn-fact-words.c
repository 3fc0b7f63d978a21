#include "syn-fact-words.h"

#include <glib/gi18n.h>

#include "syn-kind.h"

char *
syn_fact_words_letters (const guint *places, gsize n)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 0; i < n; i++) {
    g_autofree char *letter = syn_article_letter (places[i]);

    if (i > 0) {
      /* Translators: between the last two letters of "A, B and D", and between the others. */
      g_string_append (words, i == n - 1 ? _ (" and ") : _ (", "));
    }
    g_string_append (words, letter);
  }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static SynStance
stance_at (const SynFact *fact, const guint *order, gsize place)
{
  return fact->stances[order != NULL ? order[place] : place];
}

/* Articles of that stance, as letters; NULL when there is none. */
static char *
letters_of (const SynFact *fact, const guint *order, SynStance stance, guint *n_found)
{
  g_autofree guint *places = g_new (guint, fact->n_articles);
  gsize n = 0;

  for (gsize i = 0; i < fact->n_articles; i++) {
    if (stance_at (fact, order, i) == stance) {
      places[n++] = i;
    }
  }
  *n_found = n;

  return n > 0 ? syn_fact_words_letters (places, n) : NULL;
}

static gboolean
differs_in_figures (const SynFact *fact)
{
  for (gsize i = 0; i < fact->n_reasons; i++) {
    if (fact->reasons[i].kind == SYN_REASON_FIGURE) {
      return TRUE;
    }
  }

  return FALSE;
}

static char *
conflict_sentence (const SynFact *fact, const guint *order)
{
  guint n_stated, n_conflicting;
  g_autofree char *stated = letters_of (fact, order, SYN_STANCE_STATED, &n_stated);
  g_autofree char *conflicting = letters_of (fact, order, SYN_STANCE_CONFLICTING, &n_conflicting);
  gboolean figures = differs_in_figures (fact);

  /* Translators: in these sentences %s stands for articles' letters: "A, B and D". */
  if (n_stated == 0) {
    return figures ? g_strdup_printf (_ ("The figures of %s differ; they may not measure the same thing."),
                                      conflicting)
                   : g_strdup_printf (_ ("%s differ."), conflicting);
  }
  if (n_conflicting == 0) {
    return figures ? g_strdup_printf (_ ("%s give figures that differ."), stated)
                   : g_strdup_printf (_ ("%s state it in ways that differ."), stated);
  }
  if (n_stated == 1) {
    return figures ? g_strdup_printf (ngettext ("%s states one figure; %s gives another.",
                                                "%s states one figure; %s give others.", n_conflicting),
                                      stated, conflicting)
                   : g_strdup_printf (ngettext ("%s states one thing; %s states another.",
                                                "%s states one thing; %s state others.", n_conflicting),
                                      stated, conflicting);
  }

  return figures ? g_strdup_printf (ngettext ("%s state the same figure; %s gives another.",
                                              "%s state the same figure; %s give others.", n_conflicting),
                                    stated, conflicting)
                 : g_strdup_printf (ngettext ("%s state the same; %s differs.",
                                              "%s state the same; %s differ.", n_conflicting),
                                    stated, conflicting);
}

static char *
agreement_sentence (const SynFact *fact, const guint *order)
{
  guint n_stated, n_similar;
  g_autofree char *stated = letters_of (fact, order, SYN_STANCE_STATED, &n_stated);
  g_autofree char *similar = letters_of (fact, order, SYN_STANCE_SIMILAR, &n_similar);

  if (n_stated == 0) {
    return g_strdup_printf (_ ("%s are similar."), similar != NULL ? similar : "");
  }
  if (n_similar == 0) {
    return g_strdup_printf (ngettext ("%s states it.", "%s state the same.", n_stated), stated);
  }

  return g_strdup_printf (
      ngettext ("Stated in %s; %s is similar.", "Stated in %s; %s are similar.", n_similar), stated, similar);
}

/* Takes both. */
static char *
add_sentence (char *words, char *sentence)
{
  /* Translators: two sentences, one after the other. */
  char *both = g_strdup_printf (C_ ("sentences", "%s %s"), words, sentence);

  g_free (words);
  g_free (sentence);

  return both;
}

char *
syn_fact_words_sentence (const SynFact *fact, const guint *order)
{
  gboolean is_conflict = fact->relation == SYN_RELATION_CONFLICT;
  guint n_absent, n_similar;
  g_autofree char *absent = letters_of (fact, order, SYN_STANCE_ABSENT, &n_absent);
  g_autofree char *similar = letters_of (fact, order, SYN_STANCE_SIMILAR, &n_similar);
  char *words = is_conflict ? conflict_sentence (fact, order) : agreement_sentence (fact, order);

  if (is_conflict && similar != NULL) {
    words = add_sentence (words, g_strdup_printf (_ ("Similar in %s."), similar));
  }
  if (absent != NULL) {
    words = add_sentence (words, g_strdup_printf (_ ("Not found in %s."), absent));
  }
  if (fact->n_origins == 1 && syn_fact_count_articles (fact) > 1) {
    words = add_sentence (words, g_strdup (_ ("Copies of one origin.")));
  }

  return words;
}

/* NULL when no article stands so. */
static char *
stance_words (const SynFact *fact, const guint *order, SynStance stance)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (gsize i = 0; i < fact->n_articles; i++) {
    if (stance_at (fact, order, i) == stance) {
      g_autofree char *letter = syn_article_letter (i);

      g_string_append_printf (letters, "%s%s", letters->len > 0 ? _ (", ") : "", letter);
    }
  }
  if (letters->len == 0) {
    return NULL;
  }

  switch (stance) {
  case SYN_STANCE_STATED:
    return g_strdup_printf (_ ("stated in %s"), letters->str);
  case SYN_STANCE_SIMILAR:
    return g_strdup_printf (_ ("similar in %s"), letters->str);
  case SYN_STANCE_CONFLICTING:
    return g_strdup_printf (_ ("conflicting in %s"), letters->str);
  case SYN_STANCE_ABSENT:
  default:
    return g_strdup_printf (_ ("not found in %s"), letters->str);
  }
}

char *
syn_fact_words_stances (const SynFact *fact, const guint *order)
{
  static const SynStance stances[] = { SYN_STANCE_STATED, SYN_STANCE_SIMILAR, SYN_STANCE_CONFLICTING,
                                       SYN_STANCE_ABSENT };
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (stances); i++) {
    g_autofree char *part = stance_words (fact, order, stances[i]);

    if (part != NULL) {
      /* Translators: stands between the parts of "stated in A, B; similar in C; not found in D". */
      g_string_append_printf (words, "%s%s", words->len > 0 ? _ ("; ") : "", part);
    }
  }

  return g_string_free (g_steal_pointer (&words), FALSE);
}
