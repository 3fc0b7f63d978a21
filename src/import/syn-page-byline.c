#include "config.h"

#include "syn-page-byline.h"

#include <string.h>

#include "syn-byline.h"
#include "syn-clean.h"
#include "syn-page-names.h"

/* A line that holds a byline and little else. */
#define MAX_LINE 160

/* What follows a label: a few names. */
#define MAX_NAMES 80

/* What is marked as a name and is longer is a sentence. */
#define MAX_MARKED_WORDS 2

/* The surer the means by which a page names its writer, the earlier it is asked. */
typedef enum {
  BY_STANDARD, /* rel, itemprop, hCard */
  BY_LINK,     /* to a page about the author */
  BY_NAME,     /* of an element, by data/lexicons/import-page-names.tsv */
  BY_LABEL,    /* "Author:" beside it */
  N_MEANS,
} Means;

static gboolean
has_word (const SynNode *node, const char *attribute, const char *word)
{
  const char *value = syn_node_get_attribute (node, attribute);
  g_auto (GStrv) words = value != NULL ? g_strsplit_set (value, " \t\n", -1) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++) {
    if (g_ascii_strcasecmp (words[i], word) == 0)
      return TRUE;
  }

  return FALSE;
}

static gboolean
is_marked (const SynNode *node)
{
  return has_word (node, "rel", "author") || has_word (node, "itemprop", "author") ||
         has_word (node, "class", "p-author") ||
         (has_word (node, "class", "author") && has_word (node, "class", "vcard"));
}

/* ".../author/ann-field": every system for keeping a site has such pages. */
static gboolean
is_author_link (const SynNode *node)
{
  static const char *const folders[] = { "/author/",  "/authors/", "/autor/",
                                         "/autoren/", "/auteur/",  "/autore/" };
  const char *address = strcmp (node->name, "a") == 0 ? syn_node_get_attribute (node, "href") : NULL;

  for (guint i = 0; address != NULL && i < G_N_ELEMENTS (folders); i++) {
    const char *folder = strstr (address, folders[i]);

    if (folder != NULL && folder[strlen (folders[i])] != '\0')
      return TRUE;
  }

  return FALSE;
}

static gboolean
is_comments (const SynNode *node)
{
  return g_strcmp0 (syn_page_names_why_not (node), "comments") == 0;
}

/* Parts of the page that are about others' articles, or by readers. */
static gboolean
is_elsewhere (const SynNode *node)
{
  static const char *const parts[] = { "comments",    "related articles", "navigation",
                                       "page footer", "side column",      "newsletter" };
  const char *why = syn_page_names_why_not (node);

  for (guint i = 0; why != NULL && i < G_N_ELEMENTS (parts); i++) {
    if (strcmp (why, parts[i]) == 0)
      return TRUE;
  }

  return FALSE;
}

/* The names that are links within a line of more than names: (transfer full) or NULL. */
static char *
join_links (const SynNode *line)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (const SynNode *node = line; node != NULL; node = syn_node_next (node, line, FALSE)) {
    g_autofree char *name = NULL;

    if (g_strcmp0 (node->name, "a") != 0)
      continue;
    name = syn_node_get_text (node);
    if (syn_byline_is_names (name) && strstr (names->str, name) == NULL)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
  }

  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

/* Microdata may keep the name out of sight: <meta itemprop="name" content="Ann Field">. */
static char *
find_hidden_name (const SynNode *author)
{
  for (const SynNode *node = author; node != NULL; node = syn_node_next (node, author, FALSE)) {
    if (g_strcmp0 (node->name, "meta") == 0 && has_word (node, "itemprop", "name"))
      return syn_byline_clean (syn_node_get_attribute (node, "content"));
  }

  return NULL;
}

static guint
count_words (const char *text)
{
  guint n = *text != '\0';

  for (const char *p = text; (p = strchr (p, ' ')) != NULL; p++)
    n++;

  return n;
}

static gboolean
is_short_name (const char *text)
{
  return syn_byline_is_names (text) ? strlen (text) <= MAX_LINE : count_words (text) <= MAX_MARKED_WORDS;
}

static char *
read_marked (const SynNode *node, const char *text)
{
  char *names;

  if (*text == '\0')
    return find_hidden_name (node);

  names = syn_byline_parse (text);
  if (names == NULL && !syn_byline_is_names (text))
    names = join_links (node);

  if (names == NULL && is_short_name (text))
    names = syn_byline_clean (text);

  return names;
}

/* Those of all links to authors beside one another. */
static char *
read_links (const SynNode *first)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (const SynNode *node = first; node != NULL; node = node->next) {
    g_autofree char *text = NULL;
    g_autofree char *name = NULL;

    if (node->name == NULL || !is_author_link (node))
      continue;
    text = syn_node_get_text (node);
    name = syn_byline_clean (text);
    if (name != NULL && is_short_name (name) && strstr (names->str, name) == NULL)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
  }

  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

static char *
read_named (const SynNode *node, const char *text)
{
  char *names = syn_byline_parse (text);

  if (names == NULL && strcmp (node->name, "address") != 0)
    names = syn_byline_find (text);
  if (names == NULL && strcmp (node->name, "address") != 0)
    names = join_links (node);

  return names;
}

/* The text that follows in the page, of whatever element: (transfer full) or NULL. */
static char *
get_text_after (const SynNode *node, const SynNode *root)
{
  while ((node = syn_node_next (node, root, FALSE)) != NULL) {
    g_autofree char *text = node->text != NULL ? syn_clean_field (node->text) : NULL;

    if (text != NULL)
      return strlen (text) <= MAX_NAMES ? g_steal_pointer (&text) : NULL;
  }

  return NULL;
}

static char *
read_labelled (const SynNode *node, const SynNode *root)
{
  g_autofree char *text = syn_clean_field (node->text);
  g_autofree char *after = NULL;
  gboolean is_sure;

  if (text == NULL || strlen (text) > MAX_LINE)
    return NULL;
  if (!syn_byline_is_lead_in (text, &is_sure))
    return syn_byline_begins_surely (text) ? syn_byline_parse (text) : NULL;

  after = get_text_after (node, root);
  if (after == NULL || (!is_sure && !syn_byline_is_names (after)))
    return NULL;

  return syn_byline_find (after);
}

static gboolean
is_meant (const SynNode *node, Means means)
{
  switch (means) {
  case BY_STANDARD:
    return is_marked (node);
  case BY_LINK:
    return is_author_link (node);
  case BY_NAME:
    return strcmp (node->name, "address") == 0 || syn_page_names_say (node, "byline");
  case BY_LABEL:
  case N_MEANS:
  default:
    return FALSE;
  }
}

static char *
read_node (const SynNode *node, const SynNode *root, Means means)
{
  g_autofree char *text = NULL;

  if (means == BY_LABEL)
    return node->text != NULL ? read_labelled (node, root) : NULL;
  if (node->name == NULL || node->kind & SYN_ELEMENT_SILENT || !is_meant (node, means))
    return NULL;

  text = syn_node_get_text (node);
  if (strlen (text) > MAX_LINE)
    return NULL;
  if (means == BY_STANDARD)
    return read_marked (node, text);
  if (means == BY_LINK)
    return read_links (node);

  return read_named (node, text);
}

/* "ann.example": a site, not a person ("J. R. Roe" is one). */
static gboolean
is_site (const char *names)
{
  for (const char *p = names; (p = strchr (p, '.')) != NULL; p++) {
    gsize n = strspn (p + 1, "abcdefghijklmnopqrstuvwxyz");

    if (p > names && g_ascii_isalnum (p[-1]) && n >= 2 && !g_ascii_isalnum (p[1 + n]))
      return TRUE;
  }

  return FALSE;
}

/* Else the outlet once more, or a single word, as systems fill in where a writer should stand. */
static gboolean
is_writer (const SynDraft *draft, const char *names)
{
  return strchr (names, ' ') != NULL && !is_site (names) &&
         (draft->outlet == NULL || g_ascii_strcasecmp (names, draft->outlet) != 0);
}

/* The first writer that is named by these means; what is named instead goes to `fallback`. */
static char *
find_writer (const SynDraft *draft, const SynNode *root, Means means, char **fallback)
{
  gboolean is_sure = means == BY_STANDARD || means == BY_NAME;
  const SynNode *next;

  for (const SynNode *node = root; node != NULL; node = next) {
    gboolean is_skipped = node->name != NULL && (is_sure ? is_comments (node) : is_elsewhere (node));
    g_autofree char *names = NULL;

    next = syn_node_next (node, root, is_skipped);
    if (is_skipped)
      continue;
    names = read_node (node, root, means);
    if (names == NULL || syn_byline_is_nobody (names))
      continue;
    if (is_writer (draft, names))
      return g_steal_pointer (&names);
    if (*fallback == NULL)
      *fallback = g_steal_pointer (&names);
  }

  return NULL;
}

/* A name of one word that is marked as the writer's: a first name, or the one that somebody goes by. */
static gboolean
is_marked_name (const SynDraft *draft, const char *names)
{
  return !is_site (names) && (draft->outlet == NULL || g_ascii_strcasecmp (names, draft->outlet) != 0);
}

char *
syn_page_byline_read (SynDraft *draft, const SynNode *root, const char *account)
{
  g_autofree char *declared = g_steal_pointer (&draft->byline);
  g_autofree char *fallback = NULL;

  if (declared != NULL && syn_byline_is_nobody (declared))
    g_clear_pointer (&declared, g_free);
  if (declared != NULL && is_writer (draft, declared)) {
    draft->byline = g_steal_pointer (&declared);
    return NULL;
  }

  for (Means means = 0; means < N_MEANS && draft->byline == NULL; means++) {
    draft->byline = find_writer (draft, root, means, &fallback);
    if (draft->byline == NULL && means == BY_LINK && fallback != NULL && is_marked_name (draft, fallback))
      break;
  }
  if (draft->byline == NULL && account != NULL && is_writer (draft, account))
    draft->byline = g_strdup (account);
  if (draft->byline != NULL)
    return NULL;
  if (fallback == NULL && account != NULL && !syn_byline_is_nobody (account))
    return g_strdup (account);

  return fallback != NULL ? g_steal_pointer (&fallback) : g_steal_pointer (&declared);
}
