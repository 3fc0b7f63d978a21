#include "config.h"

#include "syn-page-body.h"

#include <string.h>

#include "syn-leftovers.h"
#include "syn-page-names.h"

/* Where one child has this share of its parent's prose, the article is in the child. Measured on
 * eval/extract. */
#define CHILD_SHARE 0.8

/* An element that is named as the article's body is it from this share of the page's prose on. */
#define NAMED_SHARE 0.5

/* A paragraph that is links for more than this is no prose. */
#define MAX_LINK_SHARE 0.5

/* What has this share of the page's prose is not dropped for its name: some pages call their body "sidebar".
 */
#define TOO_MUCH_TO_DROP 0.5

/* Between headline and article stand a standfirst, a picture, a byline and a share bar, and not much else. */
#define MAX_BETWEEN 25

static const char outside[] = "outside the article";

/* ---- measuring: n_letters is prose from here on, n_link_letters all text ---- */

static gsize
count_letters (const char *text)
{
  gsize n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    n += g_unichar_isspace (c) ? 0 : c >= 0x2e80 ? 3 : 1;
  }

  return n;
}

/* The element whose own text, with its inline children's, is a paragraph. */
static gboolean
is_apart (const SynNode *node)
{
  return node->name == NULL || (node->kind & (SYN_ELEMENT_BLOCK | SYN_ELEMENT_CELL)) != 0;
}

static const SynNode *
get_paragraph (const SynNode *text)
{
  const SynNode *node = text->parent;

  while (node->parent != NULL && !is_apart (node))
    node = node->parent;

  return node;
}

static gboolean
is_in_link (const SynNode *text, const SynNode *paragraph)
{
  for (const SynNode *node = text->parent; node != NULL && node != paragraph; node = node->parent) {
    if (g_strcmp0 (node->name, "a") == 0)
      return TRUE;
  }

  return g_strcmp0 (paragraph->name, "a") == 0;
}

static void
add_prose (const SynNode *paragraph, gsize n)
{
  for (SynNode *node = (SynNode *) paragraph; node != NULL; node = node->parent)
    node->n_letters += n;
}

typedef struct {
  const SynNode *paragraph;
  GString *text;
  gsize n_links;
} Run;

static void
end_run (Run *run)
{
  gsize n = count_letters (run->text->str);

  if (run->paragraph != NULL && run->n_links <= n * MAX_LINK_SHARE && syn_leftovers_is_prose (run->text->str))
    add_prose (run->paragraph, n - run->n_links);
  g_string_truncate (run->text, 0);
  run->n_links = 0;
}

/* How much prose each element holds, without what is dropped already. */
static void
measure (SynNode *root)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Run run = { NULL, text, 0 };

  for (SynNode *node = root; node != NULL; node = syn_node_next (node, root, FALSE))
    node->n_letters = 0;

  for (SynNode *node = root; node != NULL;) {
    gboolean is_out = node->why != NULL || (node->kind & SYN_ELEMENT_SILENT);

    if (!is_out && node->text != NULL) {
      const SynNode *paragraph = get_paragraph (node);

      if (paragraph != run.paragraph)
        end_run (&run);
      run.paragraph = paragraph;
      g_string_append (run.text, node->text);
      if (is_in_link (node, paragraph))
        run.n_links += count_letters (node->text);
    }
    node = syn_node_next (node, root, is_out);
  }
  end_run (&run);
}

/* ---- dropping by name ---- */

static void
drop_named (SynNode *root)
{
  gsize all = root->n_letters;

  for (SynNode *node = root; node != NULL;) {
    gboolean is_body = node->name == NULL || strcmp (node->name, "body") == 0 ||
                       strcmp (node->name, "html") == 0 || strcmp (node->name, "article") == 0 ||
                       strcmp (node->name, "main") == 0;

    if (!is_body && node->n_letters <= all * TOO_MUCH_TO_DROP)
      node->why = syn_page_names_why_not (node);
    node = syn_node_next (node, root, node->why != NULL);
  }
}

/* ---- finding the article ---- */

static SynNode *
get_fullest_child (const SynNode *node)
{
  SynNode *fullest = NULL;

  for (SynNode *child = node->first_child; child != NULL; child = child->next) {
    if (child->why == NULL && child->text == NULL &&
        (fullest == NULL || child->n_letters > fullest->n_letters))
      fullest = child;
  }

  return fullest;
}

static gboolean
is_named_body (const SynNode *node)
{
  const char *property = syn_node_get_attribute (node, "itemprop");

  return (property != NULL && g_ascii_strcasecmp (property, "articleBody") == 0) ||
         syn_page_names_say (node, "keep");
}

/* The innermost element that the page itself calls the article's body. */
static SynNode *
find_named_body (SynNode *root)
{
  SynNode *found = NULL;

  for (SynNode *node = root; node != NULL;) {
    gboolean is_full = node->n_letters > 0 && node->n_letters >= root->n_letters * NAMED_SHARE;

    if (is_full && node->name != NULL && (node->kind & SYN_ELEMENT_BLOCK) && is_named_body (node))
      found = node;
    node = syn_node_next (node, root, !is_full || node->why != NULL);
  }

  return found;
}

static gboolean
is_within (const SynNode *node, const SynNode *ancestor)
{
  while (node != NULL && node != ancestor)
    node = node->parent;

  return node != NULL;
}

/* A body cut in parts, for advertisements between them: what holds all elements of the same class. */
static SynNode *
join_parts (SynNode *root, SynNode *part)
{
  const char *class = syn_node_get_attribute (part, "class");
  SynNode *whole = part;

  for (SynNode *node = root; node != NULL; node = syn_node_next (node, root, node->why != NULL)) {
    if (node->why != NULL || node->n_letters == 0 || node->name == NULL || class == NULL ||
        g_strcmp0 (syn_node_get_attribute (node, "class"), class) != 0)
      continue;
    while (!is_within (node, whole))
      whole = whole->parent;
  }

  return whole;
}

static SynNode *
find_article (SynNode *root)
{
  SynNode *named = find_named_body (root);
  SynNode *node = root;

  if (named != NULL)
    return join_parts (root, named);

  for (;;) {
    SynNode *child = get_fullest_child (node);

    if (child == NULL || child->n_letters == 0 || child->n_letters < node->n_letters * CHILD_SHARE ||
        !is_apart (child) || child->level > 0 || g_strcmp0 (child->name, "p") == 0)
      return node;
    node = child;
  }
}

/* What is beside the way down to the article is beside the article. */
static void
drop_outside (SynNode *root, SynNode *article)
{
  for (SynNode *node = article; node != root; node = node->parent) {
    for (SynNode *sibling = node->parent->first_child; sibling != NULL; sibling = sibling->next) {
      if (sibling != node && sibling->why == NULL)
        sibling->why = outside;
    }
  }
}

/* ---- dropping by links ---- */

static gboolean
is_links (const SynBlock *block)
{
  return block->n_link > count_letters (block->text) * MAX_LINK_SHARE &&
         !syn_leftovers_is_prose (block->text);
}

static gboolean
has_text (const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    const SynBlock *block = g_ptr_array_index (blocks, i);

    if (block->why == NULL && block->level == 0)
      return TRUE;
  }

  return FALSE;
}

static void
drop_links (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    SynBlock *block = g_ptr_array_index (blocks, i);

    if (block->why == NULL && is_links (block))
      block->why = "links";
  }

  /* Headings that nothing follows, where there is anything but headings. */
  for (guint i = blocks->len; i > 0 && has_text (blocks); i--) {
    SynBlock *block = g_ptr_array_index (blocks, i - 1);

    if (block->why != NULL)
      continue;
    if (block->level == 0)
      break;
    block->why = "heading with nothing below";
  }
}

/* The first paragraph often stands between the headline and the element that holds the rest. */
static void
keep_standfirst (GPtrArray *blocks, const char *title)
{
  guint start;

  for (start = 0; start < blocks->len; start++) {
    if (((SynBlock *) g_ptr_array_index (blocks, start))->why == NULL)
      break;
  }

  for (guint i = start; i > 0 && start - i < MAX_BETWEEN; i--) {
    const SynBlock *heading = g_ptr_array_index (blocks, i - 1);

    if (heading->level != 1 && g_strcmp0 (heading->text, title) != 0)
      continue;
    for (guint j = i; j < start; j++) {
      SynBlock *block = g_ptr_array_index (blocks, j);

      if (block->why == outside && block->n_link * 5 <= strlen (block->text) &&
          syn_leftovers_is_prose (block->text))
        block->why = NULL;
    }
    return;
  }
}

GPtrArray *
syn_page_body_find (SynMarkup *markup, const char *title)
{
  SynNode *root = syn_markup_get_root (markup);
  GPtrArray *blocks = syn_blocks_new ();
  SynNode *article;

  measure (root);
  drop_named (root);
  measure (root);
  article = find_article (root);
  drop_outside (root, article);

  syn_node_add_blocks (root, blocks);
  keep_standfirst (blocks, title);
  drop_links (blocks);

  return blocks;
}
