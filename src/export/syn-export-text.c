/* The comparison for somebody at a terminal: who the articles are, then fact by fact who says what, then the figures. */
#include "config.h"

#include "syn-export-private.h"

#include <glib/gi18n-lib.h>

/* A to Z in pane order; beyond that a number. */
static void
append_letter (GString *out, guint article)
{
  if (article < 26)
    g_string_append_c (out, 'A' + article);
  else
    g_string_append_printf (out, "%u", article + 1);
}

/* A span on one line: runs of white space are one space. */
static void
append_line (GString *out, SynDocument *document, SynSpan span)
{
  g_autofree char *text = syn_document_dup_span (document, span);
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  gboolean is_first = TRUE;

  for (char **word = words; *word != NULL; word++) {
    if (**word == '\0')
      continue;
    if (!is_first)
      g_string_append_c (out, ' ');
    g_string_append (out, *word);
    is_first = FALSE;
  }
}

static void
write_articles (SynComparison *comparison, GString *out)
{
  guint n = syn_comparison_get_n_articles (comparison);

  for (guint i = 0; i < n; i++) {
    SynArticle *article = syn_comparison_get_article (comparison, i);
    const char *published = syn_article_get_published (article);
    const char *title = syn_article_get_title (article);

    append_letter (out, i);
    g_string_append_printf (out, "  %s", syn_article_get_label (article));
    if (title != NULL && !g_str_equal (title, syn_article_get_label (article)))
      g_string_append_printf (out, ": %s", title);
    g_string_append_printf (out, " (%s)\n", published != NULL ? published : _("date not stated"));
  }
}

static void
write_absent (const SynFact *fact, GString *out)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < fact->n_articles; i++) {
    if (fact->stances[i] != SYN_STANCE_ABSENT)
      continue;
    g_string_append (out, is_first ? _("   not found in ") : ", ");
    append_letter (out, i);
    is_first = FALSE;
  }
  if (!is_first)
    g_string_append_c (out, '\n');
}

static void
write_fact (SynComparison *comparison, const SynFact *fact, guint number, GString *out)
{
  g_string_append_printf (out, "\n%u. %s  [%s %.2f]\n", number, fact->title,
                          fact->relation == SYN_RELATION_CONFLICT ? _("differs") : _("shared"), fact->confidence);

  for (gsize i = 0; i < fact->n_mentions; i++) {
    const SynMention *mention = &fact->mentions[i];

    g_string_append (out, mention->stance == SYN_STANCE_CONFLICTING ? " ≠ " : mention->stance == SYN_STANCE_SIMILAR ? " ~ " : "   ");
    append_letter (out, mention->article);
    g_string_append (out, "  ");
    append_line (out, syn_comparison_get_document (comparison, mention->article), mention->span);
    g_string_append_c (out, '\n');
  }
  write_absent (fact, out);

  for (gsize i = 0; i < fact->n_reasons; i++)
    g_string_append_printf (out, "   %s %s\n", i == 0 ? _("because:") : "        ", fact->reasons[i].text);
}

static void
write_figure_row (SynComparison *comparison, const SynFigureRow *row, GString *out)
{
  g_string_append_printf (out, "%s %s:", row->has_conflict ? "≠" : " ", row->what);
  for (gsize i = 0; i < row->n_entries; i++) {
    SynDocument *document = syn_comparison_get_document (comparison, row->entries[i].article);
    gsize n;

    g_string_append (out, i > 0 ? "; " : " ");
    append_letter (out, row->entries[i].article);
    g_string_append_c (out, ' ');
    append_line (out, document, syn_document_get_figures (document, &n)[row->entries[i].figure].span);
  }
  g_string_append_c (out, '\n');
}

void
syn_export_write_text (SynComparison *comparison, const SynExportOptions *options, GString *out)
{
  SynAlignment *alignment = syn_comparison_get_alignment (comparison);
  gsize n_facts, n_rows;
  const SynFact *facts = syn_alignment_get_facts (alignment, &n_facts);
  const SynFigureRow *rows = syn_alignment_get_figures (alignment, &n_rows);
  guint number = 0;

  write_articles (comparison, out);

  for (gsize i = 0; i < n_facts; i++) {
    if (facts[i].confidence >= options->threshold)
      write_fact (comparison, &facts[i], ++number, out);
  }
  if (number == 0)
    g_string_append_printf (out, _("\nNo shared facts at %.2f\n"), options->threshold);

  if (n_rows > 0)
    g_string_append_printf (out, "\n%s\n", _("Figures"));
  for (gsize i = 0; i < n_rows; i++)
    write_figure_row (comparison, &rows[i], out);
}
