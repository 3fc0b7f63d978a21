/* The comparison as one HTML file that needs nothing else: no script, no font, no picture, and a policy that
 * forbids the browser to load any, whatever the articles hold. */
#include "config.h"

#include "syn-export-html-private.h"
#include "syn-export-resources.h"
#include "syn-export-words-private.h"

#include <glib/gi18n-lib.h>

#define STYLE_PATH "/io/github/synoptic_reader/Synoptic/export/export.css"
#define POLICY     "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

static void
append_style (GString *out)
{
  g_autoptr (GBytes) style =
      g_resource_lookup_data (syn_export_get_resource (), STYLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_string_append_len (out, g_bytes_get_data (style, NULL), g_bytes_get_size (style));
}

static void
append_head (GString *out)
{
  g_string_append_printf (out, "<!DOCTYPE html>\n<html lang=\"%s\">\n",
                          C_ ("the language tag of the translation, as in HTML's lang", "en"));
  g_string_append (out, "<head>\n<meta charset=\"utf-8\">\n"
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"" POLICY "\">\n"
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
  syn_export_html_append_escaped (out, _ ("Articles side by side"), -1);
  g_string_append (out, "</title>\n<style>\n");
  append_style (out);
  g_string_append (out, "</style>\n</head>\n<body>\n<h1>");
  syn_export_html_append_escaped (out, _ ("Articles side by side"), -1);
  g_string_append (out, "</h1>\n");
}

static void
append_heading (GString *out, const char *heading)
{
  g_string_append (out, "<h2>");
  syn_export_html_append_escaped (out, heading, -1);
  g_string_append (out, "</h2>\n");
}

static void
append_chip (GString *out, guint article)
{
  g_string_append (out, "<span class=\"chip\">");
  syn_export_append_letter (out, article);
  g_string_append (out, "</span> ");
}

static void
append_span (GString *out, SynComparison *comparison, guint article, SynSpan span)
{
  g_autofree char *line = syn_export_dup_line (syn_comparison_get_document (comparison, article), span);

  syn_export_html_append_escaped (out, line, -1);
}

/* Only an address of the web becomes a link. */
static void
append_title (GString *out, SynArticle *article)
{
  const char *title = syn_article_get_title (article);
  const char *url = syn_article_get_url (article);
  gboolean is_link = url != NULL && (g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://"));

  if (is_link) {
    g_string_append (out, "<a rel=\"noopener noreferrer\" href=\"");
    syn_export_html_append_escaped (out, url, -1);
    g_string_append (out, "\">");
  }
  syn_export_html_append_escaped (out, title != NULL ? title : syn_article_get_label (article), -1);
  if (is_link)
    g_string_append (out, "</a>");
}

static void
append_articles (GString *out, SynComparison *comparison)
{
  guint n = syn_comparison_get_n_articles (comparison);

  g_string_append (out, "<ol class=\"articles\">\n");
  for (guint i = 0; i < n; i++) {
    g_autofree char *source = syn_export_dup_source (comparison, i);

    g_string_append (out, "<li>");
    append_chip (out, i);
    append_title (out, syn_comparison_get_article (comparison, i));
    g_string_append (out, " <span class=\"soft\">");
    syn_export_html_append_escaped (out, source, -1);
    g_string_append (out, "</span></li>\n");
  }
  g_string_append (out, "</ol>\n");
}

static void
append_legend (GString *out)
{
  const struct {
    const char *class, *text;
  } kinds[] = {
    { "shared", _ ("shared") },  { "similar", _ ("similar") },       { "conflict", _ ("differs") },
    { "only", _ ("only here") }, { "loaded", _ ("loaded wording") },
  };

  g_string_append (out, "<ul class=\"legend\">");
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_string_append_printf (out, "<li><span class=\"%s\">", kinds[i].class);
    syn_export_html_append_escaped (out, kinds[i].text, -1);
    g_string_append (out, "</span></li>");
  }
  g_string_append (out, "</ul>\n");
}

static void
append_mention (GString *out, SynComparison *comparison, const SynMention *mention)
{
  static const char *const classes[] = { "", "similar", "shared", "conflict" };
  g_autofree char *source = syn_export_dup_source (comparison, mention->article);
  g_autofree char *place = syn_export_dup_place (comparison, mention->article, mention->span);

  g_string_append (out, "<div class=\"passage\">");
  append_chip (out, mention->article);
  g_string_append (out, "<span class=\"soft\">");
  syn_export_html_append_escaped (out, source, -1);
  g_string_append (out, " · ");
  syn_export_html_append_escaped (out, place, -1);
  g_string_append (out, " · ");
  syn_export_html_append_escaped (out, syn_stance_get_name (mention->stance), -1);
  g_string_append_printf (out, "</span><blockquote dir=\"auto\"><span class=\"%s\">",
                          classes[mention->stance]);
  append_span (out, comparison, mention->article, mention->span);
  g_string_append (out, "</span></blockquote></div>\n");
}

static void
append_fact (GString *out, SynComparison *comparison, const SynFact *fact, guint number)
{
  g_autofree char *absent = syn_export_dup_absent (fact);

  g_string_append_printf (out,
                          "<section class=\"fact\" id=\"fact-%u\"><div class=\"head\"><h3 dir=\"auto\">%u. ",
                          number, number);
  syn_export_html_append_escaped (out, fact->title, -1);
  g_string_append_printf (out, "</h3><span class=\"soft%s\">",
                          fact->relation == SYN_RELATION_CONFLICT ? " label-conflict" : "");
  if (fact->relation == SYN_RELATION_CONFLICT)
    g_string_append (out, "≠ ");
  syn_export_html_append_escaped (out, syn_export_get_relation (fact), -1);
  g_string_append_printf (out, " %.2f", fact->confidence);
  if (absent != NULL) {
    g_string_append (out, " · ");
    g_string_append_printf (out, _ ("not found in %s"), absent);
  }
  g_string_append (out, "</span></div>\n<div class=\"passages\">\n");

  for (gsize i = 0; i < fact->n_mentions; i++)
    append_mention (out, comparison, &fact->mentions[i]);

  g_string_append (out, "</div>\n<details><summary>");
  syn_export_html_append_escaped (out, _ ("Why?"), -1);
  g_string_append (out, "</summary><ul>");
  for (gsize i = 0; i < fact->n_reasons; i++) {
    g_string_append (out, "<li>");
    syn_export_html_append_escaped (out, fact->reasons[i].text, -1);
    g_string_append (out, "</li>");
  }
  g_string_append (out, "</ul></details></section>\n");
}

/* Numbers the facts that are shown, from 1: (transfer full), one for each fact. */
static guint *
number_facts (SynComparison *comparison, double threshold, guint *n_shown)
{
  gsize n;
  const SynFact *facts = syn_alignment_get_facts (syn_comparison_get_alignment (comparison), &n);
  guint *numbers = g_new0 (guint, n + 1);

  *n_shown = 0;
  for (gsize i = 0; i < n; i++) {
    if (facts[i].confidence >= threshold)
      numbers[i] = ++*n_shown;
  }

  return numbers;
}

static void
append_facts (GString *out, SynComparison *comparison, double threshold, const guint *numbers, guint n_shown)
{
  gsize n;
  const SynFact *facts = syn_alignment_get_facts (syn_comparison_get_alignment (comparison), &n);

  append_heading (out, _ ("Facts"));
  if (n_shown == 0) {
    g_string_append (out, "<p>");
    g_string_append_printf (out, _ ("No shared facts at %.2f"), threshold);
    g_string_append (out, "</p>\n");
  }
  for (gsize i = 0; i < n; i++) {
    if (numbers[i] != 0)
      append_fact (out, comparison, &facts[i], numbers[i]);
  }
}

static void
append_header_cell (GString *out, const char *text)
{
  g_string_append (out, "<th scope=\"col\">");
  syn_export_html_append_escaped (out, text, -1);
  g_string_append (out, "</th>");
}

static void
append_figures (GString *out, SynComparison *comparison)
{
  gsize n;
  const SynFigureRow *rows = syn_alignment_get_figures (syn_comparison_get_alignment (comparison), &n);

  if (n == 0)
    return;

  append_heading (out, _ ("Figures"));
  g_string_append (out, "<table><thead><tr>");
  append_header_cell (out, _ ("What is counted"));
  append_header_cell (out, _ ("Article"));
  append_header_cell (out, _ ("As written"));
  append_header_cell (out, _ ("Plain number"));
  g_string_append (out, "</tr></thead><tbody>\n");
  for (gsize i = 0; i < n; i++) {
    for (gsize k = 0; k < rows[i].n_entries; k++) {
      const SynFigureEntry *entry = &rows[i].entries[k];
      const SynFigure *figure = syn_export_get_figure (comparison, entry);
      g_autofree char *value = syn_export_dup_value (figure);

      g_string_append (out, "<tr><td>");
      if (k == 0) {
        syn_export_html_append_escaped (out, rows[i].what, -1);
        g_string_append (out, rows[i].has_conflict ? " <span class=\"label-conflict\">≠</span>" : "");
      }
      g_string_append (out, "</td><td>");
      append_chip (out, entry->article);
      g_string_append (out, "</td><td>");
      append_span (out, comparison, entry->article, figure->span);
      g_string_append (out, "</td><td class=\"number\">");
      syn_export_html_append_escaped (out, value, -1);
      g_string_append_c (out, ' ');
      syn_export_html_append_escaped (out, rows[i].unit, -1);
      g_string_append (out, "</td></tr>\n");
    }
  }
  g_string_append (out, "</tbody></table>\n");
}

static void
append_loaded (GString *out, SynComparison *comparison, double threshold)
{
  gsize n;
  const SynFramingMark *marks = syn_framing_get_marks (syn_comparison_get_framing (comparison), &n);
  gboolean is_first = TRUE;

  for (gsize i = 0; i < n; i++) {
    if (marks[i].kind != SYN_FRAMING_LOADED || marks[i].score < threshold)
      continue;
    if (is_first) {
      append_heading (out, _ ("Loaded wording"));
      g_string_append (out, "<ul class=\"words\">\n");
      is_first = FALSE;
    }
    g_string_append (out, "<li>");
    append_chip (out, marks[i].article);
    g_string_append (out, "<span class=\"loaded\">");
    append_span (out, comparison, marks[i].article, marks[i].span);
    g_string_append (out, "</span> <span class=\"soft\">");
    syn_export_html_append_escaped (out, marks[i].reason, -1);
    g_string_append (out, "</span></li>\n");
  }
  if (!is_first)
    g_string_append (out, "</ul>\n");
}

void
syn_export_write_html (SynComparison *comparison, const SynExportOptions *options, GString *out)
{
  guint n_shown;
  g_autofree guint *numbers = number_facts (comparison, options->threshold, &n_shown);
  guint n = syn_comparison_get_n_articles (comparison);

  append_head (out);
  append_articles (out, comparison);
  append_legend (out);
  append_facts (out, comparison, options->threshold, numbers, n_shown);
  append_figures (out, comparison);
  append_loaded (out, comparison, options->threshold);

  append_heading (out, _ ("The articles"));
  g_string_append (out, "<div class=\"columns\">\n");
  for (guint i = 0; i < n; i++)
    syn_export_html_append_text (out, comparison, i, options->threshold, numbers);
  g_string_append (out, "</div>\n</body>\n</html>\n");
}
