/* Protects: of a saved page the article and what the page says of it are found, the rest is listed with a
 * reason, and no page, however deep or long, takes more than a moment. */
#include "import-test.h"

#include <string.h>

#define ONE                                                                                                  \
  "The weir above the old mill was opened at dawn on Monday, an hour before the engineers had said it "      \
  "would be."
#define TWO                                                                                                  \
  "Nobody was near, and the miller, who had been told the day before, slept through the whole of it, his "   \
  "wife said."
#define ARTICLE "<article><h1>Weir opened</h1><p>" ONE "</p><p>" TWO "</p></article>"

typedef struct {
  const char *name;
  const char *html;
  const char *title, *byline, *outlet, *published, *updated, *language, *url;
} FieldCase;

static const FieldCase fields[] = {
  { "JSON-LD",
    "<html lang=en><script "
    "type=\"application/ld+json\">{\"@context\":\"https://"
    "schema.org\",\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"No\"},"
    "{\"@type\":[\"NewsArticle\"],\"headline\":\"Weir opened &amp; "
    "shut\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ann Field\"},{\"name\":\"Tom Roe\"}],"
    "\"publisher\":{\"name\":\"Valley "
    "Post\"},\"datePublished\":\"2024-03-05T06:07:08Z\",\"dateModified\":\"2024-03-06\","
    "\"mainEntityOfPage\":{\"@id\":\"https://post.example/1\"}}]}</script>" ARTICLE,
    "Weir opened & shut", "Ann Field, Tom Roe", "Valley Post", "2024-03-05T06:07:08Z", "2024-03-06", "en",
    "https://post.example/1" },
  { "broken JSON-LD",
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":</script><title>Weir "
    "opened</title>" ARTICLE,
    "Weir opened", NULL, NULL, NULL, NULL, NULL, NULL },
  { "meta",
    "<html lang=\"en_GB\"><head><meta property=\"og:title\" content=\"Weir opened - Valley Post\"><meta "
    "property=\"og:site_name\" content=\"Valley Post\">"
    "<meta name=\"Author\" content=\"By Ann Field\"><meta property=\"article:published_time\" "
    "content=\"2024-03-05\"><meta name=\"lastmod\" "
    "content=\"2024-03-07\"><link rel=\"canonical\" href=\"https://post.example/2\"></head>" ARTICLE,
    "Weir opened", "Ann Field", "Valley Post", "2024-03-05", "2024-03-07", "en-GB",
    "https://post.example/2" },
  { "on the page",
    "<title>Weir opened | Valley Post</title><body><article><h1>Weir opened</h1><div class=\"byline\">By Ann "
    "Field</div>"
    "<time datetime=\"2024-03-05T06:07Z\">today</time><p>" ONE "</p><p>" TWO "</p></article>",
    "Weir opened", "Ann Field", "Valley Post", "2024-03-05T06:07Z", NULL, NULL, NULL },
  { "the site's name as a heading, too",
    "<title>Valley Post for You &raquo; Archive &raquo; The weir was opened at dawn</title><h1>Valley Post "
    "for You</h1>"
    "<h2>The weir was opened at dawn</h2><p>" ONE "</p><p>" TWO "</p>",
    "The weir was opened at dawn", NULL, NULL, NULL, NULL, NULL, NULL },
  { "a quotation mark too many in the declared title",
    "<title>Miller calls the weir \"dangerous\"</title><meta property=og:title content=\"Miller calls the "
    "weir \"dangerous\"\">"
    "<h1><a href=/>VALLEY POST</a></h1><h2>Miller calls the weir \"dangerous\"</h2><p>" ONE "</p><p>" TWO
    "</p>",
    "Miller calls the weir \"dangerous\"", NULL, NULL, NULL, NULL, NULL, NULL },
  { "a colon before the site's name",
    "<title>The weir is open : The Valley</title><h1>The weir is open</h1><p>" ONE "</p><p>" TWO "</p>",
    "The weir is open", NULL, "The Valley", NULL, NULL, NULL, NULL },
  { "a headline marked as such",
    "<meta property=og:title content=\"Valley Post, news of all kinds\"><h1 itemprop=headline>The weir is "
    "open</h1><p>" ONE "</p><p>" TWO "</p>",
    "The weir is open", NULL, NULL, NULL, NULL, NULL, NULL },
  { "day at the start of the article",
    "<html lang=de><title>Wehr offen</title><article><h1>Wehr offen</h1><p>05.03.2024 " ONE "</p><p>" TWO
    "</p></article>",
    "Wehr offen", NULL, NULL, "2024-03-05", NULL, "de", NULL },
  { "day at the start of a line",
    "<title>Weir opened</title><article><h2>Weir opened</h2><small>March 5, 2024 at 08:45 AM | categories: "
    "<a href=/w>water</a>, "
    "<a href=/m>mills</a>, <a href=/v>the valley and what is in it</a></small><p>" ONE "</p><p>" TWO
    "</p></article>",
    "Weir opened", NULL, NULL, "2024-03-05T08:45", NULL, NULL, NULL },
  { "date line",
    "<html lang=de><title>Wehr offen</title><div class=\"article-date\">5. März 2024</div>" ARTICLE,
    "Wehr offen", NULL, NULL, "2024-03-05", NULL, "de", NULL },
  { "date in the address",
    "<title>Weir opened</title><link rel=canonical href=https://post.example/2024/03/05/weir>" ARTICLE,
    "Weir opened", NULL, NULL, "2024-03-05", NULL, NULL, "https://post.example/2024/03/05/weir" },
  { "addresses that are none",
    "<title>Weir opened</title><link rel=canonical href=\"javascript:alert(1)\"><meta name=author "
    "content=\"https://post.example/ann\">" ARTICLE,
    "Weir opened", NULL, NULL, NULL, NULL, NULL, NULL },
};

static void
test_fields (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autoptr (SynDraft) draft = import_test_read_one ("a.html", fields[i].html);

    g_test_message ("%s", fields[i].name);
    g_assert_cmpstr (draft->title, ==, fields[i].title);
    g_assert_cmpstr (draft->byline, ==, fields[i].byline);
    g_assert_cmpstr (draft->outlet, ==, fields[i].outlet);
    g_assert_cmpstr (draft->published, ==, fields[i].published);
    g_assert_cmpstr (draft->updated, ==, fields[i].updated);
    g_assert_cmpstr (draft->language, ==, fields[i].language);
    g_assert_cmpstr (draft->url, ==, fields[i].url);
    g_assert_cmpstr (draft->key, ==, fields[i].url);
    g_assert_nonnull (strstr (draft->text, ONE));
  }
}

static const struct {
  const char *name;
  const char *html;
  const char *text;
  const char *dropped; /* one that is listed, or NULL */
} bodies[] = {
  { "article", "<nav><a href=/>Home</a></nav>" ARTICLE "<footer>Imprint of the Post</footer>", ONE "\n\n" TWO,
    "Imprint of the Post" },
  { "no article element",
    "<div><a href=/1>More of it</a></div><div id=main><p>" ONE "</p><p>" TWO "</p></div>", ONE "\n\n" TWO,
    "More of it" },
  { "comments by name", ARTICLE "<div class=\"comments\"><p>" TWO "</p><p>So it is.</p></div>",
    ONE "\n\n" TWO, "So it is." },
  { "a body of an ill name", "<div class=sidebar><p>" ONE "</p><p>" TWO "</p></div>", ONE "\n\n" TWO, NULL },
  { "hidden", "<div><p>" ONE "</p><p style=\"display: none\">So it was.</p><p>" TWO "</p></div>",
    ONE "\n\n" TWO, "So it was." },
  { "links",
    "<div><p>" ONE "</p><ul><li><a href=1>The mill</a><li><a href=2>The river</a></ul><p>" TWO "</p></div>",
    ONE "\n\n" TWO, "The mill" },
  { "breaks", "<div>" ONE "<br>\n<br/>" TWO "</div>", ONE "\n\n" TWO, NULL },
  { "inline", "<p>The <b>we</b>ir&nbsp;<i>is</i>\n<a href=x>open</a>, said Ann.</p><p>" ONE "</p>",
    "The weir is open, said Ann.\n\n" ONE, NULL },
  { "new elements end a paragraph", "<section><p>" ONE "<section>" TWO "</section></section>", ONE "\n\n" TWO,
    NULL },
  { "scripts",
    "<article><script>alert(\"<p>no</p>\")</script><style>p{}</style><template>no</template><p>" ONE
    "</p></article>",
    ONE, NULL },
  { "characters by number", "<p>Don&#146;t, said Ann&#8211;Eva.</p><p>" ONE "</p>",
    "Don’t, said Ann–Eva.\n\n" ONE, NULL },
  { "a table", "<article><p>" ONE "</p><table><tr><td>Weir</td><td>3 m</td></tr></table></article>",
    ONE "\n\nWeir 3 m", NULL },
  { "heading with nothing below", "<article><p>" ONE "</p><h2>Your view</h2></article>", ONE, "Your view" },
};

static void
test_bodies (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autofree char *html = g_strconcat ("<!DOCTYPE html><html><title>Weir opened</title><body>",
                                         bodies[i].html, "</body></html>", NULL);
    g_autoptr (SynDraft) draft = import_test_read_one ("a.html", html);

    g_test_message ("%s", bodies[i].name);
    g_assert_cmpstr (draft->text, ==, bodies[i].text);
    if (bodies[i].dropped != NULL)
      g_assert_nonnull (import_test_get_why (draft, bodies[i].dropped));
  }
}

/* libxml2's parser alone takes minutes for these. */
static void
test_bounds (void)
{
  static const struct {
    const char *start, *unit, *end;
    guint n;
  } pages[] = {
    { "", "<div>", "<p>" ONE "</p>", 200000 },
    { "", "<b>", "<p>" ONE "</p>", 200000 },
    { "", "<x-y><p>", "<p>" ONE "</p>", 100000 },
    { "<div>", "</b></i>", "<p>" ONE "</p>", 200000 },
    { "<p>" ONE "</p><div ", "a b=c ", ">", 200000 },
    { "<p>" ONE "</p>", "<ul><li>", "", 50000 },
    { "<p>" ONE "</p>", "<table><tr><td>", "", 50000 },
    { "<p>" ONE "</p>", "&amp", "", 200000 },
    { "<p>" ONE "</p>", "<", "", 500000 },
    { "<p>" ONE "</p>", "<!--", "", 200000 },
    { "<p>" ONE "</p>", "<script>", "", 200000 },
    { "<p>" ONE "</p>", "</script ", "", 200000 },
    { "<p>" ONE "</p>", "<a href=x>", "", 200000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autoptr (GString) html = g_string_new ("<html><title>Weir</title><body>");
    gint64 start = g_get_monotonic_time ();
    g_autoptr (SynDraft) draft = NULL;

    g_string_append (html, pages[i].start);
    for (guint j = 0; j < pages[i].n; j++)
      g_string_append (html, pages[i].unit);
    g_string_append (html, pages[i].end);
    draft = import_test_read_one ("a.html", html->str);
    g_test_message ("%s: %.2f s", pages[i].unit, (g_get_monotonic_time () - start) / 1e6);
    g_assert_nonnull (strstr (draft->text, ONE));
    g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/fields", test_fields);
  g_test_add_func ("/page/bodies", test_bodies);
  g_test_add_func ("/page/bounds", test_bounds);

  return g_test_run ();
}
