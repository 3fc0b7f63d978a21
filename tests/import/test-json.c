/* Protects: JSON of articles in any of its shapes, each broken article named with its line and none of the
 * others lost; and no JSON, however nested or long, that brings the program down. */
#include "import-test.h"

#include "syn-error.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *file;
  const char *content;
  const char *titles;  /* joined by "|" */
  const char *problem; /* what the message holds, or NULL */
} Case;

static const Case cases[] = {
  { "lines", "a.jsonl", "{\"title\":\"One\",\"text\":\"a\"}\n\n{\"title\":\"Two\",\"text\":\"b\"}\n",
    "One|Two", NULL },
  { "broken line", "a.jsonl",
    "{\"title\":\"One\",\"text\":\"a\"}\n{\"title\":\"Two\n{\"title\":\"Three\",\"text\":\"c\"}", "One|Three",
    "a.jsonl, line 2: " },
  { "broken lines", "a.jsonl", "{\n{\"title\":\"One\",\"text\":\"a\"}\n]\n", "One",
    "2 articles are broken, the first in line 1" },
  { "no object", "a.jsonl", "7\n{\"title\":\"One\",\"text\":\"a\"}", "One", "line 1" },
  { "no text", "a.jsonl", "{\"title\":\"One\"}", "", "nothing has a text" },
  { "array", "a.json", "[{\"title\":\"One\",\"text\":\"a\"},\n {\"title\":\"Two\",\"text\":\"b\"}]",
    "One|Two", NULL },
  { "array with a broken element", "a.json",
    "[{\"title\":\"One\",\"text\":\"a\"},\n {\"title\":},\n {\"title\":\"Three\",\"text\":\"b\"}]",
    "One|Three", "line 2" },
  { "array that does not end", "a.json", "[{\"title\":\"One\",\"text\":\"a\"},", "One", "does not end" },
  { "one object", "a.json", "{\n \"title\": \"One\",\n \"text\": \"a\"\n}\n", "One", NULL },
  { "a feed in JSON", "a.json",
    "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Post\",\"items\":[{\"title\":\"One\","
    "\"content_text\":\"a\"}]}",
    "One", NULL },
  { "no JSON", "a.json", "\"text\"", "", "a.json" },
  { "paragraphs in a list", "a.json",
    "{\"title\":\"One\",\"text\":[\"The dam held.\",\"The valley "
    "slept.\"],\"items\":[{\"title\":\"Related\"}]}",
    "One", NULL },
  { "one of two without a text", "a.json", "[{\"title\":\"One\",\"text\":\"a\"},\n{\"title\":\"Two\"}]",
    "One", "a.json, line 2: no text in it" },
  { "notes on articles", "annotation.json", "{\"articles\":[{\"file\":\"a.txt\"},{\"file\":\"b.txt\"}]}", "",
    "annotation.json is not an article" },
  { "settings", "package.json", "{\"name\":\"tool\",\"description\":\"A tool\",\"version\":\"1\"}", "",
    "package.json is not an article" },
  { "numbers", "a.json", "[1,2,3]", "", "a.json is not an article" },
  { "text that is a tree", "a.json", "{\"title\":\"One\",\"content\":[{\"type\":\"p\",\"name\":\"x\"}]}", "",
    "a.json is not an article" },
  { "by content", "a.txt", "{\"title\":\"One\",\"text\":\"a\"}\n{\"title\":\"Two\",\"text\":\"b\"}",
    "One|Two", NULL },
};

static void
test_shapes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) drafts = import_test_read (cases[i].file, cases[i].content, -1, FALSE, &error);
    g_autoptr (GString) titles = g_string_new (NULL);

    for (guint j = 0; j < drafts->len; j++) {
      const SynDraft *draft = g_ptr_array_index (drafts, j);

      g_assert_cmpuint (draft->entry, ==, j);
      g_string_append_printf (titles, "%s%s", j > 0 ? "|" : "", draft->title);
    }
    g_test_message ("%s: %s", cases[i].name, error != NULL ? error->message : "");
    g_assert_cmpstr (titles->str, ==, cases[i].titles);
    if (cases[i].problem == NULL)
      g_assert_no_error (error);
    else
      g_assert_nonnull (strstr (error->message, cases[i].problem));
  }
}

static void
test_fields (void)
{
  g_autoptr (SynDraft) draft =
      import_test_read_one ("a.jsonl", "{\"headline\":\"Half \\ud83d a pair\",\"authors\":[{\"name\":\"Ann "
                                       "Field\"},\"Tom Roe\"],\"source\":\"Post\",\"date\":\"03/04/2024\","
                                       "\"lang\":\"en_US\",\"url\":\"https://post.example/"
                                       "1\",\"body\":\"One.\\n\\nTwo.\",\"shares\":12,\"guid\":\"post-1\"}");

  g_assert_cmpstr (draft->title, ==, "Half \xef\xbf\xbd a pair");
  g_assert_cmpstr (draft->byline, ==, "Ann Field, Tom Roe");
  g_assert_cmpstr (draft->outlet, ==, "Post");
  g_assert_cmpstr (draft->published, ==, "2024-03-04");
  g_assert_cmpstr (draft->language, ==, "en-US");
  g_assert_cmpstr (draft->url, ==, "https://post.example/1");
  g_assert_cmpstr (draft->key, ==, "post-1");
  g_assert_cmpstr (draft->text, ==, "One.\n\nTwo.");
}

static void
test_bounds (void)
{
  static const char *const fills[] = { "[", "{\"a\":", "[{\"text\":", "[0,", "\"", "\\u0000" };

  for (guint i = 0; i < G_N_ELEMENTS (fills); i++) {
    g_autoptr (GString) content = g_string_new ("[");
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) drafts = NULL;

    for (guint j = 0; j < 200000; j++)
      g_string_append (content, fills[i]);
    drafts = import_test_read ("a.json", content->str, content->len, FALSE, &error);
    g_assert_nonnull (error);
    g_assert_cmpuint (drafts->len, ==, 0);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/shapes", test_shapes);
  g_test_add_func ("/json/fields", test_fields);
  g_test_add_func ("/json/bounds", test_bounds);

  return g_test_run ();
}
