/* The comparison as Markdown (CommonMark, and GitHub's tables): quotes with their sources, for notes and
 * wikis. Every punctuation mark of the articles that could mean something to a reader of Markdown is escaped.
 */
#include "config.h"

#include "syn-export-private.h"
#include "syn-export-words-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

/* What would begin a list, a heading or a rule at the start of a line. */
static gsize
append_line_start (GString *out, const char *text)
{
  gsize n_digits = strspn (text, "0123456789");

  if (n_digits > 0 && (text[n_digits] == '.' || text[n_digits] == ')')) {
    g_string_append_len (out, text, n_digits);
    g_string_append_c (out, '\\');
    return n_digits;
  }
  if (*text != '\0' && strchr ("#+-=", *text) != NULL)
    g_string_append_c (out, '\\');

  return 0;
}

static void
append_escaped (GString *out, const char *text)
{
  for (const char *p = text + append_line_start (out, text); *p != '\0'; p++) {
    if (strchr ("\\`*_[]<>|~&$", *p) != NULL)
      g_string_append_c (out, '\\');
    g_string_append_c (out, *p == '\n' || *p == '\r' ? ' ' : *p);
  }
}

static void
append_span (GString *out, SynComparison *comparison, guint article, SynSpan span)
{
  g_autofree char *line = syn_export_dup_line (syn_comparison_get_document (comparison, article), span);

  append_escaped (out, line);
}

/* A link's target holds no white space, bracket or quote; only what a browser may follow is one. */
static void
append_link (GString *out, const char *url)
{
  g_autofree char *target = NULL;

  if (!g_str_has_prefix (url, "https://") && !g_str_has_prefix (url, "http://")) {
    append_escaped (out, url);
    return;
  }

  target = g_uri_escape_string (url, ":/?#@!$&*+,;=%~", FALSE);
  g_string_append_printf (out, "<%s>", target);
}

static void
write_articles (SynComparison *comparison, GString *out)
{
  guint n = syn_comparison_get_n_articles (comparison);

  for (guint i = 0; i < n; i++) {
    SynArticle *article = syn_comparison_get_article (comparison, i);
    g_autofree char *source = syn_export_dup_source (comparison, i);

    g_string_append (out, "- **");
    syn_export_append_letter (out, i);
    g_string_append (out, "** ");
    append_escaped (out, source);
    if (syn_article_get_title (article) != NULL) {
      g_string_append (out, ": *");
      append_escaped (out, syn_article_get_title (article));
      g_string_append_c (out, '*');
    }
    if (syn_article_get_url (article) != NULL) {
      g_string_append_c (out, ' ');
      append_link (out, syn_article_get_url (article));
    }
    g_string_append_c (out, '\n');
  }
}

static void
write_fact (SynComparison *comparison, const SynFact *fact, guint number, GString *out)
{
  g_autofree char *absent = syn_export_dup_absent (fact);

  g_string_append_printf (out, "\n### %u\\. ", number);
  append_escaped (out, fact->title);
  g_string_append_printf (out, "\n\n%s, %.2f", syn_export_get_relation (fact), fact->confidence);
  if (absent != NULL) {
    g_string_append (out, "; ");
    g_string_append_printf (out, _ ("not found in %s"), absent);
  }
  g_string_append_c (out, '\n');

  for (gsize i = 0; i < fact->n_mentions; i++) {
    const SynMention *mention = &fact->mentions[i];
    g_autofree char *source = syn_export_dup_source (comparison, mention->article);
    g_autofree char *place = syn_export_dup_place (comparison, mention->article, mention->span);

    g_string_append (out, "\n> ");
    append_span (out, comparison, mention->article, mention->span);
    g_string_append (out, "  \n> — **");
    syn_export_append_letter (out, mention->article);
    g_string_append (out, "** ");
    append_escaped (out, source);
    g_string_append_printf (out, ", %s (%s)\n", place, syn_stance_get_name (mention->stance));
  }

  for (gsize i = 0; i < fact->n_reasons; i++) {
    g_string_append (out, i == 0 ? "\n- " : "- ");
    append_escaped (out, fact->reasons[i].text);
    g_string_append_c (out, '\n');
  }
}

static void
write_facts (SynComparison *comparison, double threshold, GString *out)
{
  gsize n;
  const SynFact *facts = syn_alignment_get_facts (syn_comparison_get_alignment (comparison), &n);
  guint number = 0;

  g_string_append_printf (out, "\n## %s\n", _ ("Facts"));
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

  if (n == 0)
    return;

  g_string_append_printf (out, "\n## %s\n\n| %s | | %s | %s |\n|---|---|---|---|\n", _ ("Figures"),
                          _ ("What is counted"), _ ("As written"), _ ("Plain number"));
  for (gsize i = 0; i < n; i++) {
    for (gsize k = 0; k < rows[i].n_entries; k++) {
      const SynFigureEntry *entry = &rows[i].entries[k];
      const SynFigure *figure = syn_export_get_figure (comparison, entry);
      g_autofree char *value = syn_export_dup_value (figure);

      g_string_append (out, "| ");
      if (k == 0) {
        append_escaped (out, rows[i].what);
        g_string_append (out, rows[i].has_conflict ? " ≠" : "");
      }
      g_string_append (out, " | ");
      syn_export_append_letter (out, entry->article);
      g_string_append (out, " | ");
      append_span (out, comparison, entry->article, figure->span);
      g_string_append_printf (out, " | %s ", value);
      append_escaped (out, rows[i].unit);
      g_string_append (out, " |\n");
    }
  }
}

static void
write_loaded (SynComparison *comparison, double threshold, GString *out)
{
  gsize n;
  const SynFramingMark *marks = syn_framing_get_marks (syn_comparison_get_framing (comparison), &n);
  gboolean is_first = TRUE;

  for (gsize i = 0; i < n; i++) {
    if (marks[i].kind != SYN_FRAMING_LOADED || marks[i].score < threshold)
      continue;
    if (is_first)
      g_string_append_printf (out, "\n## %s\n\n", _ ("Loaded wording"));
    is_first = FALSE;

    g_string_append (out, "- **");
    syn_export_append_letter (out, marks[i].article);
    g_string_append (out, "** ");
    append_span (out, comparison, marks[i].article, marks[i].span);
    g_string_append (out, ": ");
    append_escaped (out, marks[i].reason);
    g_string_append_c (out, '\n');
  }
}

void
syn_export_write_markdown (SynComparison *comparison, const SynExportOptions *options, GString *out)
{
  g_string_append_printf (out, "# %s\n\n", _ ("Articles side by side"));
  write_articles (comparison, out);
  write_facts (comparison, options->threshold, out);
  write_figures (comparison, out);
  write_loaded (comparison, options->threshold, out);
}
