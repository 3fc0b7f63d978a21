#include "config.h"

#include "syn-page-fields.h"

#include <stdio.h>
#include <string.h>

#include "syn-byline.h"
#include "syn-clean.h"
#include "syn-lead.h"
#include "syn-moment.h"
#include "syn-page-byline.h"
#include "syn-page-data.h"
#include "syn-page-names.h"

/* A line that holds a date and little else. */
#define MAX_LINE 160

/* A name behind the headline in the page's title. */
#define MAX_OUTLET       40
#define MAX_OUTLET_WORDS 4

/* ---- the headline and the outlet ---- */

static gboolean
has_property (const SynNode *node, const char *attribute, const char *value)
{
  const char *found = syn_node_get_attribute (node, attribute);

  return found != NULL && g_ascii_strcasecmp (found, value) == 0;
}

static char *
find_page_title (const SynNode *root)
{
  for (const SynNode *node = root; node != NULL; node = syn_node_next (node, root, FALSE)) {
    if (node->name != NULL && strcmp (node->name, "title") == 0 && node->first_child != NULL &&
        node->first_child->text != NULL)
      return syn_clean_field (node->first_child->text);
  }

  return NULL;
}

static gboolean
is_part (const char *title, const char *heading)
{
  return title != NULL && strchr (heading, ' ') != NULL && strstr (title, heading) != NULL;
}

/* The longest heading that one of the page's titles has, too; else the one of the first level, `is_marked`
 * where the page says that it is the headline. */
static char *
find_heading (const SynNode *root, const char *title, const char *page_title, gboolean *is_marked)
{
  g_autofree char *first = NULL;
  g_autofree char *longest = NULL;
  guint n = 0;

  *is_marked = FALSE;
  for (const SynNode *node = root; node != NULL; node = syn_node_next (node, root, FALSE)) {
    g_autofree char *text = NULL;

    if (node->level == 0 || node->level > 2)
      continue;
    text = syn_node_get_text (node);
    if (*text == '\0')
      continue;
    if ((is_part (title, text) || is_part (page_title, text)) &&
        (longest == NULL || strlen (text) > strlen (longest))) {
      g_free (longest);
      longest = g_strdup (text);
    }
    if (node->level == 1 && n++ == 0) {
      *is_marked = has_property (node, "itemprop", "headline");
      first = g_steal_pointer (&text);
    }
  }

  *is_marked = *is_marked && longest == NULL && n == 1;
  if (longest != NULL)
    return g_steal_pointer (&longest);

  return n == 1 ? g_steal_pointer (&first) : NULL;
}

static gboolean
is_separator (gunichar c)
{
  return g_utf8_strchr ("|-–—:·•»_/｜", -1, c) != NULL;
}

/* `title` without `part` and the separator beside it, if it begins or ends so; NULL where it does not. */
static char *
cut_part (const char *title, const char *part)
{
  gsize length = strlen (title);
  gsize n = strlen (part);
  g_autofree char *rest = NULL;

  if (n == 0 || n >= length)
    return NULL;

  if (g_ascii_strcasecmp (title + length - n, part) == 0) {
    rest = g_strchomp (g_strndup (title, length - n));
    if (*rest != '\0' && is_separator (g_utf8_get_char (g_utf8_prev_char (rest + strlen (rest))))) {
      *g_utf8_prev_char (rest + strlen (rest)) = '\0';
      return syn_clean_field (rest);
    }
  }
  if (g_ascii_strncasecmp (title, part, n) == 0) {
    const char *p = title + n;

    while (*p == ' ')
      p++;
    if (p > title + n && is_separator (g_utf8_get_char (p)))
      return syn_clean_field (g_utf8_next_char (p));
  }

  return NULL;
}

/* What the title has more than the headline: the outlet, when it is short. */
static char *
find_rest (const char *title, const char *headline)
{
  g_autofree char *rest = cut_part (title, headline);

  if (rest == NULL || g_utf8_strlen (rest, -1) > MAX_OUTLET)
    return NULL;
  for (const char *p = rest; *p != '\0'; p = g_utf8_next_char (p)) {
    if (strchr ("|»•", *p) != NULL || g_str_has_prefix (p, " - "))
      return NULL;
  }

  return g_steal_pointer (&rest);
}

static guint
count_words (const char *text)
{
  guint n = 1;

  for (const char *p = text; (p = strchr (p, ' ')) != NULL; p++)
    n++;

  return n;
}

/* "Headline - Site": the last part of a page's own title, when it is as short as a name. */
static gboolean
split_page_title (const char *page_title, char **title, char **outlet)
{
  static const char *const separators[] = { " | ", " » ", " :: ", " – ", " — ", " - ", " · " };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++) {
    const char *last = g_strrstr (page_title, separators[i]);
    const char *rest = last != NULL ? last + strlen (separators[i]) : NULL;
    g_autofree char *head = last != NULL ? g_strndup (page_title, last - page_title) : NULL;

    if (head == NULL || count_words (head) < 3 || count_words (rest) > MAX_OUTLET_WORDS ||
        g_utf8_strlen (rest, -1) > MAX_OUTLET)
      continue;
    *title = g_steal_pointer (&head);
    *outlet = g_strdup (rest);
    return TRUE;
  }

  return FALSE;
}

/* A quotation mark within the headline ends many a declared title. */
static gboolean
is_cut_short (const char *title, const char *heading)
{
  return g_str_has_prefix (heading, title) && count_words (title) > 3 &&
         strlen (heading) - strlen (title) < MAX_OUTLET;
}

static void
set_title (SynDraft *draft, char **title)
{
  g_free (draft->title);
  draft->title = g_steal_pointer (title);
}

/* What was declared, without the outlet that many pages add to it, and whole where it was cut short. */
static void
read_title (SynDraft *draft, const SynNode *root)
{
  g_autofree char *page_title = find_page_title (root);
  g_autofree char *heading = NULL;
  g_autofree char *shorter = NULL;
  g_autofree char *outlet = NULL;
  gboolean is_page_title = draft->title == NULL;
  gboolean is_marked;

  if (draft->title == NULL)
    draft->title = g_strdup (page_title);
  heading = find_heading (root, draft->title, page_title, &is_marked);
  if (draft->title == NULL)
    draft->title = g_strdup (heading);
  if (draft->title == NULL)
    return;

  if (is_marked && strstr (heading, draft->title) == NULL) {
    set_title (draft, &heading);
  } else if (heading != NULL &&
             ((shorter = cut_part (draft->title, heading)) != NULL || is_cut_short (draft->title, heading))) {
    set_title (draft, &heading);
  } else if (draft->outlet != NULL && (shorter = cut_part (draft->title, draft->outlet)) != NULL) {
    set_title (draft, &shorter);
  } else if (g_strcmp0 (heading, draft->title) == 0) {
    /* Whole as it is, also with a dash in it. */
  } else if (syn_lead_split_outlet (draft->title, &shorter, &outlet) ||
             (is_page_title && split_page_title (draft->title, &shorter, &outlet))) {
    set_title (draft, &shorter);
    if (draft->outlet == NULL)
      draft->outlet = g_steal_pointer (&outlet);
  }

  if (draft->outlet == NULL && page_title != NULL)
    draft->outlet = find_rest (page_title, draft->title);
}

/* ---- dates on the page ---- */

static void
read_times (SynDraft *draft, const SynNode *root)
{
  SynMomentOrder order = syn_moment_get_order (draft->language);
  g_autofree char *first = NULL;

  for (const SynNode *node = root; node != NULL; node = syn_node_next (node, root, FALSE)) {
    const char *value = node->name != NULL ? syn_node_get_attribute (node, "datetime") : NULL;
    gboolean is_published = node->name != NULL && (has_property (node, "itemprop", "datePublished") ||
                                                   syn_node_get_attribute (node, "pubdate") != NULL);
    g_autofree char *text = NULL;
    g_autofree char *date = NULL;

    if (node->name == NULL || (strcmp (node->name, "time") != 0 && !is_published))
      continue;
    if (value == NULL)
      value = syn_node_get_attribute (node, "content");
    text = value != NULL ? g_strdup (value) : syn_node_get_text (node);
    date = strlen (text) < MAX_LINE ? syn_moment_parse (text, order) : NULL;
    if (date == NULL)
      continue;
    if (is_published && draft->published == NULL)
      draft->published = g_steal_pointer (&date);
    else if (has_property (node, "itemprop", "dateModified") && draft->updated == NULL)
      draft->updated = g_steal_pointer (&date);
    else if (first == NULL)
      first = g_steal_pointer (&date);
  }
  if (draft->published == NULL)
    draft->published = g_steal_pointer (&first);
}

static void
read_date_lines (SynDraft *draft, const SynNode *root)
{
  SynMomentOrder order = syn_moment_get_order (draft->language);

  for (const SynNode *node = root; node != NULL && draft->published == NULL;
       node = syn_node_next (node, root, FALSE)) {
    g_autofree char *text = NULL;

    if (node->name == NULL || node->kind & SYN_ELEMENT_SILENT || !syn_page_names_say (node, "date"))
      continue;
    text = syn_node_get_text (node);
    if (strlen (text) < MAX_LINE)
      draft->published = syn_moment_parse (text, order);
  }
}

/* ".../2019/10/31/...": the day is in many an address. */
static void
read_address (SynDraft *draft)
{
  const char *p = draft->url;
  int year, month, day, n;

  while (p != NULL && draft->published == NULL && (p = strpbrk (p, "/-_")) != NULL) {
    p++;
    n = 0;
    if ((sscanf (p, "%4d/%2d/%2d%n", &year, &month, &day, &n) == 3 ||
         sscanf (p, "%4d-%2d-%2d%n", &year, &month, &day, &n) == 3) &&
        n >= 8 && !g_ascii_isdigit (p[n]) && year > 1990 && g_date_valid_dmy (day, month, year))
      draft->published = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  }
}

char *
syn_page_fields_read (SynDraft *draft, SynMarkup *markup)
{
  const SynNode *root = syn_markup_get_root (markup);
  g_autofree char *account = NULL;
  char *other_byline;

  account = syn_page_data_read (draft, markup);
  read_title (draft, root);
  other_byline = syn_page_byline_read (draft, root, account);
  if (draft->byline != NULL) {
    g_autofree char *byline = g_steal_pointer (&draft->byline);

    draft->byline = syn_byline_drop_outlet (byline, draft->outlet);
  }
  if (draft->published == NULL)
    read_times (draft, root);
  if (draft->published == NULL)
    read_date_lines (draft, root);
  read_address (draft);
  draft->key = g_strdup (draft->url);

  return other_byline;
}
