/* Protects: every entry of a feed, as plain text and with its own fields, in every dialect; and feeds that
 * are broken or hostile give what can be read and a reason for the rest. */
#include "import-test.h"

#include "syn-error.h"

#include <string.h>

#define RSS(inner)                                                                                           \
  "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "  \
  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "                                                           \
  "xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>Valley Post</title>"                        \
  "<language>en-gb</language><image><title>Logo</title></image>" inner "</channel></rss>"
#define ATOM(inner)                                                                                          \
  "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\" "                                             \
  "xml:base=\"https://post.example/a/\"><title>Talpost</title>"                                              \
  "<author><name>Redaktion</name></author>" inner "</feed>"
#define RDF(inner)                                                                                           \
  "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" "   \
  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Post</title></channel>" inner "</rdf:RDF>"

typedef struct {
  const char *name;
  const char *xml;
  const char *title, *byline, *outlet, *published, *updated, *language, *url, *key, *text;
} Case;

static const Case cases[] = {
  { "rss",
    RSS ("<item><title>Weir &amp;amp; mill</title><link>https://post.example/1?a=1&amp;b=2</link><guid "
         "isPermaLink=\"false\">p-1</guid>"
         "<dc:creator><![CDATA[Ann Field]]></dc:creator><pubDate>Tue, 05 Mar 2024 18:05:00 EST</pubDate>"
         "<description>A teaser.</description><content:encoded><![CDATA[<p>One&nbsp;&ndash; "
         "<b>two</b>.</p><script>x()</script><p>Three.</p>]]>"
         "</content:encoded><media:title>No</media:title></item>"),
    "Weir & mill", "Ann Field", "Valley Post", "2024-03-05T18:05:00-05:00", NULL, "en-gb",
    "https://post.example/1?a=1&b=2", "p-1", "One – two.\n\nThree." },
  { "rss in the wild",
    RSS ("<item><title>Tom & Ann&rsquo;s weir</title><author>desk@post.example (Ann Field)</author>"
         "<guid>https://post.example/2</guid><description>It &lt;i&gt;held&lt;/i&gt; &#8211; so "
         "far.</description></item>"),
    "Tom & Ann’s weir", "Ann Field", "Valley Post", NULL, NULL, "en-gb", "https://post.example/2",
    "https://post.example/2", "It held – so far." },
  { "without a body", RSS ("<item><title>Weir</title></item>"), "Weir", NULL, "Valley Post", NULL, NULL,
    "en-gb", NULL, NULL, "" },
  { "atom",
    ATOM ("<entry><title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">Wehr "
          "<em>offen</em></div></title>"
          "<link rel=\"enclosure\" href=\"bild.jpg\"/><link href=\"../wehr.html\"/><id>urn:1</id>"
          "<published>2024-03-05T06:07:08+01:00</published><updated>2024-03-06T06:07:08Z</"
          "updated><summary>Kurz.</summary>"
          "<content type=\"html\">&lt;p&gt;Eins.&lt;/p&gt;&lt;p&gt;Zwei &amp;amp; "
          "drei.&lt;/p&gt;</content></entry>"),
    "Wehr offen", "Redaktion", "Talpost", "2024-03-05T06:07:08+01:00", "2024-03-06T06:07:08Z", "de",
    "https://post.example/wehr.html", "urn:1", "Eins.\n\nZwei & drei." },
  { "atom text is no markup",
    ATOM (
        "<entry><title>5 &lt; 6 &amp;amp; so</title><author><name>Eva</name></author><author><name>Tom</name>"
        "</author><content>The &lt;b&gt; tag</content></entry>"),
    "5 < 6 &amp; so", "Eva, Tom", "Talpost", NULL, NULL, "de", NULL, NULL, "The <b> tag" },
  { "rdf",
    RDF ("<item "
         "rdf:about=\"x\"><title>Weir</title><link>https://post.example/3</link><dc:date>2024-03-05</"
         "dc:date><dc:creator>Ann</dc:creator>"
         "<description>Held.</description></item>"),
    "Weir", "Ann", "Post", "2024-03-05", NULL, NULL, "https://post.example/3", "https://post.example/3",
    "Held." },
};

static void
test_dialects (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SynDraft) draft = NULL;

    g_test_message ("%s", cases[i].name);
    draft = import_test_read_one ("a.xml", cases[i].xml);
    g_assert_cmpstr (draft->title, ==, cases[i].title);
    g_assert_cmpstr (draft->byline, ==, cases[i].byline);
    g_assert_cmpstr (draft->outlet, ==, cases[i].outlet);
    g_assert_cmpstr (draft->published, ==, cases[i].published);
    g_assert_cmpstr (draft->updated, ==, cases[i].updated);
    g_assert_cmpstr (draft->language, ==, cases[i].language);
    g_assert_cmpstr (draft->url, ==, cases[i].url);
    g_assert_cmpstr (draft->key, ==, cases[i].key);
    g_assert_cmpstr (draft->text, ==, cases[i].text);
  }
}

static void
test_broken (void)
{
  g_autoptr (GError) cut = NULL;
  g_autoptr (GError) empty = NULL;
  g_autoptr (GError) laughs = NULL;
  g_autoptr (GPtrArray) before = import_test_read (
      "cut.xml", "<rss><channel><item><title>One</title></item><item><title>Tw", -1, FALSE, &cut);
  g_autoptr (GPtrArray) none = import_test_read ("a.xml", "<rss><channel/></rss>", -1, FALSE, &empty);
  g_autoptr (GPtrArray) laughing = import_test_read (
      "a.xml",
      "<!DOCTYPE rss [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY s SYSTEM \"file:///etc/passwd\">]>"
      "<rss><channel><item><title>Weir &b; "
      "&s;</title><description>Held.</description></item></channel></rss>",
      -1, FALSE, &laughs);

  g_assert_error (cut, SYN_ERROR, SYN_ERROR_INVALID);
  g_assert_nonnull (strstr (cut->message, "cut.xml"));
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_error (empty, SYN_ERROR, SYN_ERROR_EMPTY);
  g_assert_cmpuint (none->len, ==, 0);

  /* Entities are never expanded: their text is not in the article. */
  g_assert_cmpuint (laughing->len, <=, 1);
  if (laughing->len == 1) {
    const SynDraft *draft = g_ptr_array_index (laughing, 0);

    g_assert_null (strstr (draft->title, "lol"));
    g_assert_null (strstr (draft->title, "root"));
  }
}

typedef struct {
  guint n;
  guint stop_after;
  GCancellable *cancellable;
} Count;

static gboolean
count (SynDraft *draft, gpointer user_data)
{
  Count *self = user_data;

  self->n++;
  if (self->n == self->stop_after && self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);

  return self->n < self->stop_after || self->cancellable != NULL;
}

/* A stream is handed out entry by entry, and stops when told. */
static void
test_stop (void)
{
  g_autofree char *folder = import_test_make_folder ();
  g_autoptr (GString) feed = g_string_new ("<rss><channel>");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  Count all = { 0, G_MAXUINT, NULL };
  Count some = { 0, 10, NULL };
  Count cancelled = { 0, 10, cancellable };

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (feed, "<item><title>Day %u</title></item>", i);
  g_string_append (feed, "</channel></rss>");
  path = import_test_write (folder, "a.xml", feed->str, feed->len);

  g_assert_true (syn_import_file (path, NULL, NULL, count, &all, NULL));
  g_assert_cmpuint (all.n, ==, 1000);
  g_assert_true (syn_import_file (path, NULL, NULL, count, &some, NULL));
  g_assert_cmpuint (some.n, ==, 10);
  g_assert_false (syn_import_file (path, NULL, cancellable, count, &cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (cancelled.n, ==, 10);

  import_test_clear (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feed/dialects", test_dialects);
  g_test_add_func ("/feed/broken", test_broken);
  g_test_add_func ("/feed/stop", test_stop);

  return g_test_run ();
}
