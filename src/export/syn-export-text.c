/* The comparison for somebody at a terminal: who the articles are, then fact by fact who says what, then the
 * figures and the wording. */
#include "config.h"

#include "syn-export-private.h"
#include "syn-export-words-private.h"

#include <glib/gi18n-lib.h>

static void
write_articles (SynComparison *comparison, GString *out)
{
  guint n = syn_comparison_get_n_articles (comparison);

  for (guint i = 0; i < n; i++) {
    SynArticle *article = syn_comparison_get_article (comparison, i);
    const char *published = syn_article_get_published (article);
    const char *title = syn_article_get_title (article);

    syn_export_append_letter (out, i);
    g_string_append_printf (out, "  %s", syn_article_get_label (article));
    if (title != NULL && !g_str_equal (title, syn_article_get_label (article)))
      g_string_append_printf (out, ": %s", title);
    g_string_append_printf (out, " (%s)\n", published != NULL ? published : _ ("date not stated"));
  }
}

static const char *
get_sign (SynStance stance)
{
  switch (stance) {
  case SYN_STANCE_CONFLICTING:
    return "≠";
  case SYN_STANCE_SIMILAR:
    return "~";
  case SYN_STANCE_STATED:
  case SYN_STANCE_ABSENT:
  default:
    return " ";
  }
}

static void
write_fact (SynComparison *comparison, const SynFact *fact, guint number, GString *out)
{
  g_autofree char *absent = syn_export_dup_absent (fact);

  g_string_append_printf (out, "\n%u. %s  [%s %.2f]\n", number, fact->title, syn_export_get_relation (fact),
                          fact->confidence);

  for (gsize i = 0; i < fact->n_mentions; i++) {
    const SynMention *mention = &fact->mentions[i];
    g_autofree char *words =
        syn_export_dup_line (syn_comparison_get_document (comparison, mention->article), mention->span);

    g_string_append_printf (out, " %s ", get_sign (mention->stance));
    syn_export_append_letter (out, mention->article);
    g_string_append_printf (out, "  %s\n", words);
  }
  if (absent != NULL)
    g_string_append_printf (out, _ ("   not found in %s\n"), absent);

  for (gsize i = 0; i < fact->n_reasons; i++)
    g_string_append_printf (out, "   %s %s\n", i == 0 ? _ ("because:") : "        ", fact->reasons[i].text);
}

static void
write_facts (SynComparison *comparison, double threshold, GString *out)
{
  gsize n;
  const SynFact *facts = syn_alignment_get_facts (syn_comparison_get_alignment (comparison), &n);
  guint number = 0;

  for (gsize i = 0; i < n; i++) {
    if (facts[i].confidence >= threshold)
      write_fact (comparison, &facts[i], ++number, out);
  }
  if (number == 0)
    g_string_append_printf (out, _ ("\nNo shared facts at %.2f\n"), threshold);
}

static void
write_figures (SynComparison *comparison, GString *out)
{
  gsize n;
  const SynFigureRow *rows = syn_alignment_get_figures (syn_comparison_get_alignment (comparison), &n);

  if (n > 0)
    g_string_append_printf (out, "\n%s\n", _ ("Figures"));
  for (gsize i = 0; i < n; i++) {
    g_string_append_printf (out, "%s %s:", rows[i].has_conflict ? "≠" : " ", rows[i].what);
    for (gsize k = 0; k < rows[i].n_entries; k++) {
      const SynFigureEntry *entry = &rows[i].entries[k];
      g_autofree char *words = syn_export_dup_line (syn_comparison_get_document (comparison, entry->article),
                                                    syn_export_get_figure (comparison, entry)->span);

      g_string_append (out, k > 0 ? "; " : " ");
      syn_export_append_letter (out, entry->article);
      g_string_append_printf (out, " %s", words);
    }
    g_string_append_c (out, '\n');
  }
}

static void
write_loaded (SynComparison *comparison, double threshold, GString *out)
{
  gsize n;
  const SynFramingMark *marks = syn_framing_get_marks (syn_comparison_get_framing (comparison), &n);
  guint last = G_MAXUINT;

  for (gsize i = 0; i < n; i++) {
    g_autofree char *words = NULL;

    if (marks[i].kind != SYN_FRAMING_LOADED || marks[i].score < threshold)
      continue;
    if (last == G_MAXUINT)
      g_string_append_printf (out, "\n%s", _ ("Loaded wording"));
    if (marks[i].article != last) {
      g_string_append (out, "\n   ");
      syn_export_append_letter (out, marks[i].article);
      g_string_append_c (out, ' ');
    } else {
      g_string_append_c (out, ',');
    }
    words = syn_export_dup_line (syn_comparison_get_document (comparison, marks[i].article), marks[i].span);
    g_string_append_printf (out, " %s", words);
    last = marks[i].article;
  }
  if (last != G_MAXUINT)
    g_string_append_c (out, '\n');
}

void
syn_export_write_text (SynComparison *comparison, const SynExportOptions *options, GString *out)
{
  write_articles (comparison, out);
  write_facts (comparison, options->threshold, out);
  write_figures (comparison, out);
  write_loaded (comparison, options->threshold, out);
}
