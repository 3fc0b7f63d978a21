#include "config.h"

#include "syn-page-names.h"

#include <string.h>

#include "syn-lexicon.h"

/* Names longer than this are generated. */
#define MAX_NAMES 400

/* The longest entry of the list has so many: "about-the-author". */
#define MAX_WORDS 4

/* "-share-bar- -story-body-" for class="shareBar story_body": words between hyphens. */
static char *
spell_names (const SynNode *node)
{
  const char *attributes[] = { syn_node_get_attribute (node, "class"), syn_node_get_attribute (node, "id") };
  GString *names;

  if (attributes[0] == NULL && attributes[1] == NULL)
    return NULL;

  names = g_string_new ("-");
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++) {
    gboolean was_lower = FALSE;

    for (const char *p = attributes[i]; p != NULL && *p != '\0' && names->len < MAX_NAMES; p++) {
      char last = names->str[names->len - 1];

      if (g_ascii_isspace (*p)) {
        g_string_append (names, last == '-' ? " -" : "- -");
      } else if (!g_ascii_isalnum (*p)) {
        if (last != '-')
          g_string_append_c (names, '-');
      } else {
        if (g_ascii_isupper (*p) && was_lower && last != '-')
          g_string_append_c (names, '-');
        g_string_append_c (names, g_ascii_tolower (*p));
      }
      was_lower = g_ascii_islower (*p);
    }
    g_string_append (names, "- -");
  }

  return g_string_free (names, FALSE);
}

/* The first row of `what` whose word, of one to four words between hyphens, stands in the names. */
static const SynLexiconRow *
find_row (const char *names, const char *what)
{
  for (const char *start = names; (start = strchr (start, '-')) != NULL; start++) {
    const char *end = start + 1;

    /* "has-share-bar", "is-hidden-on-phones": a state, not what the element is. */
    if ((start == names || start[-1] == ' ') &&
        (g_str_has_prefix (end, "has-") || g_str_has_prefix (end, "is-"))) {
      start += strcspn (start, " ");
      if (*start == '\0')
        break;
      continue;
    }

    for (guint n = 0; n < MAX_WORDS && *end != '\0' && *end != ' ' && *end != '-'; n++) {
      g_autofree char *key = NULL;
      const SynLexiconRow *row;

      end += strcspn (end, "- ");
      key = g_strdup_printf ("%s:%.*s", what, (int) (end - start - 1), start + 1);
      row = syn_lexicon_find (SYN_LEXICON_PAGE_NAMES, key);
      if (row != NULL)
        return row;
      if (*end == '-')
        end++;
    }
  }

  return NULL;
}

gboolean
syn_page_names_say (const SynNode *node, const char *what)
{
  g_autofree char *names = spell_names (node);

  return names != NULL && find_row (names, what) != NULL;
}

static gboolean
is_hidden (const SynNode *node)
{
  const char *style = syn_node_get_attribute (node, "style");
  const char *aria = syn_node_get_attribute (node, "aria-hidden");
  g_autofree char *dense = NULL;

  if (syn_node_get_attribute (node, "hidden") != NULL || (aria != NULL && strcmp (aria, "true") == 0))
    return TRUE;
  if (style == NULL)
    return FALSE;

  dense = g_ascii_strdown (style, MIN (strlen (style), MAX_NAMES));
  g_strdelimit (dense, " \t\n", '\x01');
  for (char *to = dense, *from = dense;; from++) {
    if (*from != '\x01')
      *to++ = *from;
    if (*from == '\0')
      break;
  }

  return strstr (dense, "display:none") != NULL || strstr (dense, "visibility:hidden") != NULL;
}

static const char *
find_role (const SynNode *node)
{
  static const struct {
    const char *role, *why;
  } roles[] = {
    { "navigation", "navigation" }, { "menu", "navigation" },         { "menubar", "navigation" },
    { "banner", "page header" },    { "contentinfo", "page footer" }, { "complementary", "side column" },
    { "search", "tools" },          { "dialog", "hidden" },           { "alertdialog", "hidden" },
    { "toolbar", "tools" },
  };
  const char *role = syn_node_get_attribute (node, "role");

  for (guint i = 0; role != NULL && i < G_N_ELEMENTS (roles); i++) {
    if (strcmp (role, roles[i].role) == 0)
      return roles[i].why;
  }

  return NULL;
}

const char *
syn_page_names_why_not (const SynNode *node)
{
  g_autofree char *names = NULL;
  const SynLexiconRow *row;
  const char *why;

  if (node->name == NULL || node->kind & SYN_ELEMENT_SILENT)
    return NULL;
  if (is_hidden (node))
    return "hidden";
  why = find_role (node);
  if (why != NULL)
    return why;
  if (node->kind & SYN_ELEMENT_SECTIONING) {
    if (strcmp (node->name, "footer") == 0)
      return node->parent != NULL && g_strcmp0 (node->parent->name, "blockquote") == 0 ? NULL : "page footer";
    return strcmp (node->name, "aside") == 0 ? "side column" : "navigation";
  }

  names = spell_names (node);
  row = names != NULL ? find_row (names, "drop") : NULL;

  return row != NULL ? row->why : NULL;
}
