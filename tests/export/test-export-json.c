/* Protects: the contract of `compare --format=json`: every key is there, every span is the slice that it
 * says, in code points of the text or the headline, and scores lie between 0 and 1; the annotations are what
 * annotation tools read. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "export-fixture.h"

static JsonNode *
parse (SynComparison *comparison, SynExportFormat format)
{
  gsize length;
  g_autofree char *text = fixture_export (comparison, format, &length);
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  g_assert_true (g_utf8_validate (text, length, NULL));
  node = json_from_string (text, &error);
  g_assert_no_error (error);

  return node;
}

static void
assert_keys (JsonObject *object, const char *keys)
{
  g_auto (GStrv) names = g_strsplit (keys, " ", -1);

  for (char **name = names; *name != NULL; name++) {
    if (!json_object_has_member (object, *name))
      g_error ("no key “%s”", *name);
  }
}

static void
assert_score (JsonObject *object, const char *key)
{
  g_assert_cmpfloat (json_object_get_double_member (object, key), >=, 0);
  g_assert_cmpfloat (json_object_get_double_member (object, key), <=, 1);
}

/* The span's text is the slice of its article's text, or of its headline. */
static void
assert_span (JsonArray *articles, guint article, JsonObject *span)
{
  JsonObject *of = json_array_get_object_element (articles, article);
  const char *in = json_object_has_member (span, "in") ? "title" : "text";
  const char *text = json_object_get_string_member (of, in);
  gint64 start = json_object_get_int_member (span, "start");
  gint64 end = json_object_get_int_member (span, "end");
  g_autofree char *slice = NULL;

  g_assert_cmpint (0, <=, start);
  g_assert_cmpint (start, <, end);
  g_assert_cmpint (end, <=, g_utf8_strlen (text, -1));
  slice = g_utf8_substring (text, start, end);
  if (json_object_has_member (span, "text"))
    g_assert_cmpstr (json_object_get_string_member (span, "text"), ==, slice);
}

static void
assert_spans (JsonArray *articles, JsonArray *spans)
{
  for (guint i = 0; i < json_array_get_length (spans); i++) {
    JsonObject *span = json_array_get_object_element (spans, i);

    assert_span (articles, json_object_get_int_member (span, "article"), span);
  }
}

static JsonObject *
get (JsonArray *array, guint i)
{
  return json_array_get_object_element (array, i);
}

static void
test_contract (void)
{
  g_autoptr (SynComparison) comparison = fixture_compare (fixture_bridge, 2);
  g_autoptr (JsonNode) node = parse (comparison, SYN_EXPORT_JSON);
  JsonObject *root = json_node_get_object (node);
  JsonArray *articles, *array;

  assert_keys (root, "articles sentences facts figures quotes labels framing distinctive");
  articles = json_object_get_array_member (root, "articles");
  g_assert_cmpuint (json_array_get_length (articles), ==, 2);
  for (guint i = 0; i < 2; i++)
    assert_keys (get (articles, i), "index id title byline outlet published language url file text asides");
  g_assert_cmpstr (json_object_get_string_member (get (articles, 0), "outlet"), ==, "Harbour Post");
  g_assert_cmpstr (json_object_get_string_member (get (articles, 1), "outlet"), ==, "北方日报");
  g_assert_true (json_object_get_null_member (get (articles, 0), "id"));

  array = json_object_get_array_member (root, "sentences");
  g_assert_cmpuint (json_array_get_length (array), >, 5);
  assert_spans (articles, array);
  for (guint i = 0; i < json_array_get_length (array); i++) {
    assert_keys (get (array, i), "article start end loaded frames");
    assert_score (get (array, i), "loaded");
  }

  array = json_object_get_array_member (root, "facts");
  g_assert_cmpuint (json_array_get_length (array), >, 0);
  for (guint i = 0; i < json_array_get_length (array); i++) {
    assert_keys (get (array, i), "id relation confidence absent origins mentions reasons title");
    assert_score (get (array, i), "confidence");
    assert_spans (articles, json_object_get_array_member (get (array, i), "mentions"));
    assert_keys (get (json_object_get_array_member (get (array, i), "mentions"), 0),
                 "article start end text score verbatim");
    assert_keys (get (json_object_get_array_member (get (array, i), "reasons"), 0), "kind text weight");
  }

  array = json_object_get_array_member (root, "figures");
  for (guint i = 0; i < json_array_get_length (array); i++) {
    assert_keys (get (array, i), "what unit conflict entries");
    assert_spans (articles, json_object_get_array_member (get (array, i), "entries"));
  }

  array = json_object_get_array_member (root, "quotes");
  for (guint i = 0; i < json_array_get_length (array); i++) {
    assert_keys (get (array, i), "article direct speaker source cue content fact");
    assert_span (articles, json_object_get_int_member (get (array, i), "article"),
                 json_object_get_object_member (get (array, i), "content"));
  }

  array = json_object_get_array_member (root, "labels");
  g_assert_cmpuint (json_array_get_length (array), >, 0);
  for (guint i = 0; i < json_array_get_length (array); i++) {
    assert_keys (get (array, i), "referent contrast names");
    assert_score (get (array, i), "contrast");
    assert_spans (articles, json_object_get_array_member (get (array, i), "names"));
  }

  array = json_object_get_array_member (root, "framing");
  g_assert_cmpuint (json_array_get_length (array), >, 0);
  assert_spans (articles, array);
  for (guint i = 0; i < json_array_get_length (array); i++) {
    assert_keys (get (array, i), "article start end text kind frame score");
    assert_score (get (array, i), "score");
  }

  array = json_object_get_array_member (root, "distinctive");
  for (guint i = 0; i < json_array_get_length (array); i++)
    assert_keys (get (array, i), "article term score count others");
}

static void
test_same_bytes (void)
{
  g_autoptr (SynComparison) first = fixture_compare (fixture_bridge, 2);
  g_autoptr (SynComparison) second = fixture_compare (fixture_bridge, 2);
  g_autofree char *a = fixture_export (first, SYN_EXPORT_TEXT, NULL);
  g_autofree char *b = fixture_export (second, SYN_EXPORT_TEXT, NULL);
  g_autoptr (JsonNode) c = parse (first, SYN_EXPORT_JSON);
  g_autoptr (JsonNode) d = parse (second, SYN_EXPORT_JSON);

  g_assert_cmpstr (a, ==, b);
  /* The files' own names differ between the two; all else is alike. */
  json_object_remove_member (json_node_get_object (c), "articles");
  json_object_remove_member (json_node_get_object (d), "articles");
  g_assert_true (json_node_equal (c, d));
}

static void
test_annotations (void)
{
  g_autoptr (SynComparison) comparison = fixture_compare (fixture_bridge, 2);
  g_autoptr (JsonNode) node = parse (comparison, SYN_EXPORT_ANNOTATIONS);
  JsonObject *root = json_node_get_object (node);
  JsonArray *items = json_object_get_array_member (root, "items");
  gboolean has_url = FALSE;

  g_assert_cmpstr (json_object_get_string_member (root, "@context"), ==, "http://www.w3.org/ns/anno.jsonld");
  g_assert_cmpstr (json_object_get_string_member (root, "type"), ==, "AnnotationPage");
  g_assert_cmpuint (json_array_get_length (items), >, 0);

  for (guint i = 0; i < json_array_get_length (items); i++) {
    JsonObject *target, *quote;

    assert_keys (get (items, i), "id type motivation body target");
    g_assert_cmpstr (json_object_get_string_member (get (items, i), "type"), ==, "Annotation");
    target = json_object_get_object_member (get (items, i), "target");
    has_url |= g_str_equal (json_object_get_string_member (target, "source"),
                            "https://harbour.example/bridge?a=1&b=2");
    quote = get (json_object_get_array_member (target, "selector"), 0);
    g_assert_cmpstr (json_object_get_string_member (quote, "type"), ==, "TextQuoteSelector");
    assert_keys (quote, "exact prefix suffix");
    g_assert_cmpint (g_utf8_strlen (json_object_get_string_member (quote, "prefix"), -1), <=, 32);
  }
  g_assert_true (has_url);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/json/contract", test_contract);
  g_test_add_func ("/export/json/same-bytes", test_same_bytes);
  g_test_add_func ("/export/json/annotations", test_annotations);

  return g_test_run ();
}
