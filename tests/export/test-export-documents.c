/* Protects: the exports for people say what the comparison holds, and nothing that stands in an article can
 * become markup, a script, a link of another kind, or a spreadsheet's formula. */
#include <libxml/HTMLparser.h>
#include <string.h>

#include "export-fixture.h"

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("not there: %s\nin:\n%s", part, text);
}

static void
assert_lacks (const char *text, const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("there: %s", part);
}

static void
test_text (void)
{
  g_autoptr (SynComparison) comparison = fixture_compare (fixture_bridge, 2);
  g_autofree char *text = fixture_export (comparison, SYN_EXPORT_TEXT, NULL);

  assert_has (text, "A  Harbour Post: Ostmouth’s old bridge closes for nine months (2024-03-05)\n");
  assert_has (text, "B  北方日报: Bridge in Ostmouth to shut (2024-03-06)\n");
  assert_has (
      text,
      "A  The city council of Ostmouth voted on Tuesday to close the old harbour bridge for nine months.\n");
  assert_has (text, "because:");
  assert_has (text, "Loaded wording");
  assert_has (text, "disgraceful");
}

static void
test_markdown (void)
{
  g_autoptr (SynComparison) bridge = fixture_compare (fixture_bridge, 2);
  g_autoptr (SynComparison) hostile = fixture_compare (fixture_hostile, 2);
  g_autofree char *text = fixture_export (bridge, SYN_EXPORT_MARKDOWN, NULL);
  g_autofree char *escaped = fixture_export (hostile, SYN_EXPORT_MARKDOWN, NULL);

  assert_has (text, "<https://harbour.example/bridge?a=1&b=2>");
  assert_has (text, "\n> The city council of Ostmouth voted");
  assert_has (text, "> — **A** Harbour Post, 2024-03-05, paragraph 1");
  assert_has (escaped, "\\<script\\>");
  assert_has (escaped, "\\*old\\*");
  assert_lacks (escaped, "<script>");
  assert_lacks (escaped, "[link]");
  assert_lacks (escaped, " <img");
}

/* Every element of the page, in document order, to `visit`. */
static void
walk (xmlNode *node, void (*visit) (xmlNode *node))
{
  for (; node != NULL; node = node->next) {
    if (node->type == XML_ELEMENT_NODE)
      visit (node);
    walk (node->children, visit);
  }
}

static void
assert_safe (xmlNode *node)
{
  static const char *const allowed[] = {
    "html",    "head",  "meta",  "title", "style", "body", "h1",      "h2",      "h3",         "p",
    "a",       "ol",    "ul",    "li",    "span",  "div",  "section", "article", "blockquote", "details",
    "summary", "table", "thead", "tbody", "tr",    "th",   "td",      NULL,
  };

  if (!g_strv_contains (allowed, (const char *) node->name))
    g_error ("element %s", node->name);

  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next) {
    xmlChar *value = xmlNodeGetContent (attribute->children);
    const char *name = (const char *) attribute->name;

    g_assert_false (g_str_has_prefix (name, "on"));
    if (g_str_equal (name, "href"))
      g_assert_true (value[0] == '#' || g_str_has_prefix ((const char *) value, "http"));
    xmlFree (value);
  }
}

static void
assert_safe_page (SynComparison *comparison)
{
  gsize length;
  g_autofree char *page = fixture_export (comparison, SYN_EXPORT_HTML, &length);
  htmlDocPtr document =
      htmlReadMemory (page, length, NULL, "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);

  g_assert_nonnull (document);
  walk (xmlDocGetRootElement (document), assert_safe);
  xmlFreeDoc (document);
  assert_has (page, "default-src 'none'");
  assert_lacks (page, "<script");
}

static void
test_html (void)
{
  g_autoptr (SynComparison) bridge = fixture_compare (fixture_bridge, 2);
  g_autoptr (SynComparison) hostile = fixture_compare (fixture_hostile, 2);
  g_autofree char *page = fixture_export (bridge, SYN_EXPORT_HTML, NULL);
  g_autofree char *escaped = fixture_export (hostile, SYN_EXPORT_HTML, NULL);

  assert_has (page, "href=\"https://harbour.example/bridge?a=1&amp;b=2\"");
  assert_has (page, "北方日报");
  assert_has (page, "id=\"fact-1\"");
  assert_has (page, "href=\"#fact-1\"");
  assert_has (page, "class=\"loaded\"");
  assert_has (escaped, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot;");
  assert_lacks (escaped, "href=\"javascript:");
  assert_safe_page (bridge);
  assert_safe_page (hostile);
}

/* The fields of one record of RFC 4180; moves `rest` behind it. */
static GPtrArray *
read_record (const char **rest)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);
  const char *p = *rest;

  while (TRUE) {
    GString *field = g_string_new (NULL);

    if (*p == '"') {
      for (p++; *p != '\0' && !(p[0] == '"' && p[1] != '"'); p++) {
        g_string_append_c (field, *p);
        p += *p == '"';
      }
      g_assert_true (*p == '"');
      p++;
    } else {
      for (; *p != '\0' && *p != ',' && *p != '\r'; p++) {
        g_assert_true (*p != '"' && *p != '\n');
        g_string_append_c (field, *p);
      }
    }
    g_ptr_array_add (fields, g_string_free (field, FALSE));
    if (*p != ',')
      break;
    p++;
  }
  g_assert_true (g_str_has_prefix (p, "\r\n"));
  *rest = p + 2;

  return fields;
}

static void
test_csv (void)
{
  g_autoptr (SynComparison) comparison = fixture_compare (fixture_hostile, 2);
  g_autofree char *table = fixture_export (comparison, SYN_EXPORT_CSV, NULL);
  const char *rest = table;
  g_autoptr (GPtrArray) header = read_record (&rest);
  guint n_records = 0;

  g_assert_cmpuint (header->len, ==, 18);
  g_assert_cmpstr (header->pdata[0], ==, "fact");
  g_assert_cmpstr (header->pdata[17], ==, "text");

  while (*rest != '\0') {
    g_autoptr (GPtrArray) record = read_record (&rest);

    g_assert_cmpuint (record->len, ==, header->len);
    for (guint i = 0; i < record->len; i++) {
      const char *field = record->pdata[i];

      if (*field == '=' || *field == '+' || *field == '@' || *field == '-')
        g_error ("a formula in column %u: %s", i, field);
    }
    n_records++;
  }
  g_assert_cmpuint (n_records, >=, 2);
}

static void
test_formats (void)
{
  static const char *const names[] = { "json", "text", "html", "markdown", "csv", "annotations" };
  g_autoptr (SynComparison) one = fixture_compare (fixture_bridge, 1);
  SynExportFormat format;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *text = NULL;

    g_assert_true (syn_export_format_from_name (names[i], &format));
    text = fixture_export (one, format, NULL);
    g_assert_cmpuint (strlen (text), >, 0);
  }
  g_assert_false (syn_export_format_from_name ("pdf", &format));
  g_assert_false (syn_export_format_from_name (NULL, &format));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/documents/text", test_text);
  g_test_add_func ("/export/documents/markdown", test_markdown);
  g_test_add_func ("/export/documents/html", test_html);
  g_test_add_func ("/export/documents/csv", test_csv);
  g_test_add_func ("/export/documents/formats", test_formats);

  return g_test_run ();
}
