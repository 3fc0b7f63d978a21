#include "config.h"

#include "syn-export-words-private.h"

#include <math.h>
#include <glib/gi18n-lib.h>

void
syn_export_append_letter (GString *out, guint article)
{
  if (article < 26)
    g_string_append_c (out, 'A' + article);
  else
    g_string_append_printf (out, "%u", article + 1);
}

char *
syn_export_dup_line (SynDocument *document, SynSpan span)
{
  g_autofree char *text = syn_document_dup_span (document, span);
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  GString *line = g_string_sized_new (syn_span_length (span));

  for (char **word = words; *word != NULL; word++) {
    if (**word == '\0')
      continue;
    if (line->len > 0)
      g_string_append_c (line, ' ');
    g_string_append (line, *word);
  }

  return g_string_free (line, FALSE);
}

char *
syn_export_dup_source (SynComparison *comparison, guint article)
{
  SynArticle *source = syn_comparison_get_article (comparison, article);
  const char *published = syn_article_get_published (source);

  return g_strdup_printf ("%s, %s", syn_article_get_label (source),
                          published != NULL ? published : _ ("date not stated"));
}

static const char *
get_aside (SynAsideKind kind)
{
  switch (kind) {
  case SYN_ASIDE_PREFACE:
    return _ ("in a preface by another hand");
  case SYN_ASIDE_COMMENT:
    return _ ("in a comment by another hand");
  case SYN_ASIDE_NOTE:
    return _ ("in a note by another hand");
  case SYN_ASIDE_NONE:
  default:
    return NULL;
  }
}

char *
syn_export_dup_place (SynComparison *comparison, guint article, SynSpan span)
{
  SynDocument *document = syn_comparison_get_document (comparison, article);
  gsize n;
  const SynParagraph *paragraphs = syn_document_get_paragraphs (document, &n);
  g_autofree char *place = NULL;
  const char *aside = NULL;
  guint number = 0;

  if (syn_document_is_in_title (document, span))
    return g_strdup (_ ("headline"));

  for (gsize i = 0; i < n && paragraphs[i].span.start <= span.start; i++) {
    number += paragraphs[i].kind != SYN_PARAGRAPH_TITLE;
    aside = get_aside (paragraphs[i].aside);
  }
  place = g_strdup_printf (_ ("paragraph %u"), number);

  return aside != NULL ? g_strdup_printf ("%s, %s", place, aside) : g_steal_pointer (&place);
}

char *
syn_export_dup_absent (const SynFact *fact)
{
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < fact->n_articles; i++) {
    if (fact->stances[i] != SYN_STANCE_ABSENT)
      continue;
    if (letters->len > 0)
      g_string_append (letters, _ (", "));
    syn_export_append_letter (letters, i);
  }

  return g_string_free (letters, letters->len == 0);
}

const char *
syn_export_get_relation (const SynFact *fact)
{
  return fact->relation == SYN_RELATION_CONFLICT ? _ ("differs") : _ ("shared");
}

const SynFigure *
syn_export_get_figure (SynComparison *comparison, const SynFigureEntry *entry)
{
  gsize n;

  return &syn_document_get_figures (syn_comparison_get_document (comparison, entry->article),
                                    &n)[entry->figure];
}

static void
append_number (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.12g", value));
}

char *
syn_export_dup_value (const SynFigure *figure)
{
  static const char *const signs[] = {
    [SYN_EXACT] = "",   [SYN_ABOUT] = "≈ ", [SYN_OVER] = "> ",
    [SYN_UNDER] = "< ", [SYN_UP_TO] = "≤ ", [SYN_RANGE] = "",
  };
  GString *value = g_string_new (signs[figure->qualifier]);

  append_number (value, figure->value);
  if (figure->qualifier == SYN_RANGE && isfinite (figure->upper)) {
    g_string_append (value, "–");
    append_number (value, figure->upper);
  }

  return g_string_free (value, FALSE);
}
