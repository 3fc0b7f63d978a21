/* Protects: a page's writer is found by whichever means the page names one, and what only looks like a writer
 * (an account, the outlet, a commenter, the photographer) is not taken for one. */
#include "import-test.h"

#define BODY                                                                                                 \
  "<p>The weir above the old mill was opened at dawn on Monday, an hour before the engineers had said it "   \
  "would be.</p><p>Nobody was near, and the miller, who had been told the day before, slept through it.</p>"

/* Of pages with the title "Weir opened at dawn" and the outlet "Valley Post". */
static const struct {
  const char *name;
  const char *html;
  const char *byline;
} cases[] = {
  { "rel", "<a rel=\"author\" href=\"/ann\">Ann Field</a>", "Ann Field" },
  { "itemprop, out of sight", "<span itemprop=author><meta itemprop=name content=\"Ann Field\"></span>",
    "Ann Field" },
  { "hCard, one word", "<span class=\"author vcard\">by <a class=\"fn\">ann</a></span>", "ann" },
  { "a link to the author's page",
    "<div>Text <a href=\"https://post.example/author/ann/\">Ann Field</a></div>", "Ann Field" },
  { "several links", "<div><a href=\"/author/a\">Ann Field</a> and <a href=\"/author/t\">Tom Roe</a></div>",
    "Ann Field, Tom Roe" },
  { "a link that is no name", "<div><a href=\"/author/ann/\">Show all her articles</a></div>", NULL },
  { "date behind", "<p class=\"date-author\">Ann Field, 03.05.2024</p>", "Ann Field" },
  { "date before", "<div class=\"page-author\">Posted on March 5, 2024 by Ann Field</div>", "Ann Field" },
  { "address", "<address>By <a href=\"/ann\">Ann Field</a></address>", "Ann Field" },
  { "label beside it", "<div class=box><h5>Author: </h5>Ann Field/VP-X</div>", "Ann Field" },
  { "labels in a row", "<div class=authorBlock>Date: 5.3.2024 Author: Ann Field Source: Valley Post</div>",
    "Ann Field" },
  { "French colon", "<p>Auteur : Zoé Lacroix</p><p>Édition : Tom Roe</p>", "Zoé Lacroix" },
  { "preposition beside it", "<span>By</span><span><a href=\"/team\">A.B. Field</a></span>", "A.B. Field" },
  { "photographer", "<div class=byline>Photos by Tom Roe</div>", NULL },
  { "photographer behind", "<div class=byline>Written by Ann Field Photos by Tom Roe</div>", "Ann Field" },
  { "commenter", "<div class=comments><span class=author>Tom Roe</span></div>", NULL },
  { "related articles", "<div class=related><a href=\"/author/t\">Tom Roe</a></div>", NULL },
  { "outlet at the end", "<p class=author>Ann Field Valley Post Staff</p>", "Ann Field" },
  { "outlet at the start", "<meta name=author content=\"Valley Post - Ann Field\">", "Ann Field" },
  { "handle", "<meta name=author content=\"Ann Field @annfield\">", "Ann Field" },
  { "nobody", "<meta name=author content=\"admin\">", NULL },
  { "nobody but in the text", "<meta name=author content=\"Valley Post\"><p>By Ann Field</p>", "Ann Field" },
  { "a site, and a label",
    "<meta name=author content=\"Valley Post (www.post.example)\"><p>Author: Ann Field</p>", "Ann Field" },
  { "account in a preview",
    "<meta name=twitter:label1 content=\"Written by\"><meta name=twitter:data1 content=\"Ann Field\">",
    "Ann Field" },
  { "account by reference",
    "<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"Article\",\"author\":{\"@id\":\"#1\"}},"
    "{\"@type\":\"Person\",\"@id\":\"#1\",\"name\":\"Ann Field\"}]}</script>",
    "Ann Field" },
  { "what is shown before the account",
    "<meta name=twitter:label1 content=\"Written by\"><meta name=twitter:data1 content=\"Tom Roe\">"
    "<p class=byline>By Ann Field</p>",
    "Ann Field" },
};

static void
test_byline (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *html =
        g_strdup_printf ("<html><title>Weir opened at dawn</title>"
                         "<meta property=og:site_name content=\"Valley Post\"><body><article>"
                         "<h1>Weir opened at dawn</h1>%s" BODY "</article></body></html>",
                         cases[i].html);
    g_autoptr (SynDraft) draft = import_test_read_one ("page.html", html);

    g_test_message ("%s", cases[i].name);
    g_assert_cmpstr (draft->byline, ==, cases[i].byline);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-byline/byline", test_byline);

  return g_test_run ();
}
