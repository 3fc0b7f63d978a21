/* Text that is plainly no article: pictures, lists and documents whose own markup would be read as words. It
 * is refused, with what it is. */
#include "config.h"

#include "syn-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "syn-error.h"

/* Root elements that say more to a reader than their name. */
static const struct {
  const char *name;
  const char *what;
} kinds[] = {
  { "svg", N_ ("a picture (SVG)") },
  { "opml", N_ ("a list of feeds (OPML)") },
  { "urlset", N_ ("a list of addresses (sitemap)") },
  { "sitemapindex", N_ ("a list of addresses (sitemap)") },
};

static gboolean
is_rich_text (const char *head)
{
  return g_str_has_prefix (head, "{\\rtf");
}

static const char *
skip_space (const char *p)
{
  while (g_ascii_isspace (*p))
    p++;

  return p;
}

/* The first element's name without its prefix, behind declarations and comments: (transfer full), NULL where
 * other text comes first. */
static char *
get_root (const char *head)
{
  const char *p = skip_space (head);
  const char *colon;
  gsize length;

  while (g_str_has_prefix (p, "<?") || g_str_has_prefix (p, "<!")) {
    const char *end = g_str_has_prefix (p, "<!--") ? "-->" : ">";

    p = strstr (p, end);
    if (p == NULL)
      return NULL;
    p = skip_space (p + strlen (end));
  }
  if (*p != '<' || !g_ascii_isalpha (p[1]))
    return NULL;

  length = strcspn (++p, " \t\r\n/>");
  colon = memchr (p, ':', length);

  return colon != NULL ? g_strndup (colon + 1, p + length - colon - 1) : g_strndup (p, length);
}

/* A picture that stands in a page is the page's business; XML that a page's or feed's reader knows is theirs.
 */
static guint
sniff_other (const char *head, const char *ending)
{
  g_autofree char *root = NULL;

  if (is_rich_text (head))
    return 95;

  root = get_root (head);
  if (root == NULL)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (strcmp (root, kinds[i].name) == 0)
      return 70;
  }

  return g_str_has_prefix (skip_space (head), "<?xml") ? 62 : 0;
}

/* (transfer full) */
static char *
describe (const char *head)
{
  g_autofree char *root = get_root (head);

  if (root == NULL)
    return g_strdup (_ ("a word processor's document (RTF)"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (strcmp (root, kinds[i].name) == 0)
      return g_strdup (_ (kinds[i].what));
  }

  return g_strdup_printf (_ ("XML of another kind (%s)"), root);
}

static gboolean
refuse_other (SynReading *reading, GError **error)
{
  g_autofree char *name = syn_reading_get_name (reading);
  g_autofree char *what = describe (reading->head);

  g_set_error (error, SYN_ERROR, SYN_ERROR_UNSUPPORTED, _ ("%s is not an article: it is %s"), name, what);

  return FALSE;
}

const SynReader syn_reader_other = {
  .name = "other",
  .sniff = sniff_other,
  .read = refuse_other,
};
