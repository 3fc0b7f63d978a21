#include "config.h"

#include "syn-markup.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "syn-lexicon.h"
#include "syn-markup-guard.h"
#include "syn-reader-private.h"

/* Longer attribute values are data, not words. */
#define MAX_VALUE (16 << 10)

#define NODES_A_SLAB 512

struct _SynMarkup {
  GStringChunk *strings;
  GPtrArray *slabs;
  GPtrArray *attributes;
  guint n_nodes;            /* in the last slab */
  GPtrArray *open;          /* SynNode, the root first */
  GString *text;            /* not yet a node */
  htmlParserCtxtPtr parser; /* while it runs */
};

/* ---- building ---- */

gboolean
syn_markup_is_full (const SynMarkup *self)
{
  return self->slabs->len > SYN_IMPORT_MAX_NODES / NODES_A_SLAB;
}

static SynNode *
make_node (SynMarkup *self)
{
  SynNode *slab;

  if (self->slabs->len == 0 || self->n_nodes == NODES_A_SLAB) {
    g_ptr_array_add (self->slabs, g_new0 (SynNode, NODES_A_SLAB));
    self->n_nodes = 0;
  }
  slab = g_ptr_array_index (self->slabs, self->slabs->len - 1);

  return &slab[self->n_nodes++];
}

SynMarkup *
syn_markup_new (void)
{
  SynMarkup *self = g_new0 (SynMarkup, 1);

  self->strings = g_string_chunk_new (16 << 10);
  self->slabs = g_ptr_array_new_with_free_func (g_free);
  self->attributes = g_ptr_array_new_with_free_func (g_free);
  self->open = g_ptr_array_new ();
  self->text = g_string_new (NULL);
  g_ptr_array_add (self->open, make_node (self));

  return self;
}

void
syn_markup_free (SynMarkup *self)
{
  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->slabs);
  g_ptr_array_unref (self->attributes);
  g_ptr_array_unref (self->open);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
append (SynMarkup *self, SynNode *node)
{
  /* Elements nested deeper than this stand side by side. */
  guint at = MIN (self->open->len - 1, SYN_IMPORT_MAX_DEPTH);
  SynNode *parent = g_ptr_array_index (self->open, node->text != NULL ? self->open->len - 1 : at);

  node->parent = parent;
  if (parent->last_child != NULL)
    parent->last_child->next = node;
  else
    parent->first_child = node;
  parent->last_child = node;
}

static void
flush_text (SynMarkup *self)
{
  SynNode *node;

  if (self->text->len == 0 || syn_markup_is_full (self))
    return;

  node = make_node (self);
  node->text = g_string_chunk_insert_len (self->strings, self->text->str, self->text->len);
  append (self, node);
  g_string_truncate (self->text, 0);
}

static void
set_kind (SynNode *node)
{
  static const struct {
    const char *word;
    SynElementKind kind;
  } kinds[] = {
    { "block", SYN_ELEMENT_BLOCK }, { "item", SYN_ELEMENT_ITEM },   { "row", SYN_ELEMENT_ROW },
    { "cell", SYN_ELEMENT_CELL },   { "break", SYN_ELEMENT_BREAK }, { "silent", SYN_ELEMENT_SILENT },
    { "void", SYN_ELEMENT_VOID },   { "auto", SYN_ELEMENT_AUTO },   { "sectioning", SYN_ELEMENT_SECTIONING },
  };
  const SynLexiconRow *row = syn_lexicon_find (SYN_LEXICON_ELEMENTS, node->name);
  const char *heading = row != NULL ? strstr (row->value, "heading") : NULL;

  for (guint i = 0; row != NULL && i < G_N_ELEMENTS (kinds); i++) {
    if (strstr (row->value, kinds[i].word) != NULL)
      node->kind |= kinds[i].kind;
  }
  if (heading != NULL)
    node->level = heading[strlen ("heading")] - '0';
}

/* A paragraph ends where a block begins, also one that HTML 4 and libxml2 do not know. */
static void
close_paragraph (SynMarkup *self)
{
  for (guint i = self->open->len - 1; i > 0; i--) {
    const SynNode *node = g_ptr_array_index (self->open, i);

    if (strcmp (node->name, "p") == 0) {
      g_ptr_array_set_size (self->open, i);
      return;
    }
    if (node->kind & (SYN_ELEMENT_BLOCK | SYN_ELEMENT_CELL))
      return;
  }
}

static const char **
copy_attributes (SynMarkup *self, const char **attributes)
{
  guint n = 0;
  const char **copy;

  while (attributes[n] != NULL)
    n += 2;
  copy = g_new0 (const char *, n + 1);
  g_ptr_array_add (self->attributes, copy);
  for (guint i = 0; i < n; i += 2) {
    const char *value = attributes[i + 1] != NULL ? attributes[i + 1] : "";

    copy[i] = g_string_chunk_insert_const (self->strings, attributes[i]);
    copy[i + 1] = g_string_chunk_insert_len (self->strings, value, MIN (strlen (value), MAX_VALUE));
  }

  return copy;
}

void
syn_markup_start (SynMarkup *self, const char *name, const char **attributes)
{
  SynNode *node;

  flush_text (self);
  if (syn_markup_is_full (self))
    return;
  node = make_node (self);
  node->name = g_string_chunk_insert_const (self->strings, name);
  set_kind (node);
  if (attributes != NULL && attributes[0] != NULL)
    node->attributes = copy_attributes (self, attributes);

  if (node->kind & SYN_ELEMENT_BLOCK)
    close_paragraph (self);
  append (self, node);
  if (!(node->kind & SYN_ELEMENT_VOID))
    g_ptr_array_add (self->open, node);
}

void
syn_markup_end (SynMarkup *self, const char *name)
{
  flush_text (self);

  for (guint i = self->open->len - 1; i > 0; i--) {
    const SynNode *node = g_ptr_array_index (self->open, i);

    if (strcmp (node->name, name) == 0) {
      g_ptr_array_set_size (self->open, i);
      return;
    }
  }
}

void
syn_markup_text (SynMarkup *self, const char *text, gssize length)
{
  if (!syn_markup_is_full (self))
    g_string_append_len (self->text, text, length);
}

/* ---- libxml2's events ---- */

static void
on_start (void *data, const xmlChar *name, const xmlChar **attributes)
{
  SynMarkup *self = data;

  syn_markup_start (self, (const char *) name, (const char **) attributes);
  if (syn_markup_is_full (self))
    xmlStopParser (self->parser);
}

static void
on_end (void *data, const xmlChar *name)
{
  syn_markup_end (data, (const char *) name);
}

static void
on_text (void *data, const xmlChar *text, int length)
{
  syn_markup_text (data, (const char *) text, length);
}

/* Scripts and styles come as CDATA: kept, since a page's data about itself is a script. */
SynMarkup *
syn_markup_parse (const char *html, gssize length)
{
  SynMarkup *self = syn_markup_new ();
  gsize size = length < 0 ? strlen (html) : (gsize) length;
  g_autofree char *guarded = g_strndup (html, size);
  htmlParserCtxtPtr context = htmlNewParserCtxt ();

  if (context == NULL)
    return self;

  size = syn_markup_guard (guarded, size, SYN_IMPORT_MAX_DEPTH);
  memset (context->sax, 0, sizeof *context->sax);
  context->sax->startElement = on_start;
  context->sax->endElement = on_end;
  context->sax->characters = on_text;
  context->sax->ignorableWhitespace = on_text;
  context->sax->cdataBlock = on_text;
  context->sax->initialized = 1;
  context->userData = self;
  self->parser = context;
  /* The result is what the events built; there is no document. */
  xmlFreeDoc (htmlCtxtReadMemory (context, guarded, size, NULL, "UTF-8",
                                  HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                      HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD |
                                      HTML_PARSE_NOIMPLIED));
  self->parser = NULL;
  htmlFreeParserCtxt (context);
  flush_text (self);
  g_ptr_array_set_size (self->open, 1);

  return self;
}

/* ---- reading ---- */

SynNode *
syn_markup_get_root (SynMarkup *self)
{
  flush_text (self);

  return g_ptr_array_index (self->open, 0);
}

const char *
syn_node_get_attribute (const SynNode *node, const char *name)
{
  for (const char **a = node->attributes; a != NULL && *a != NULL; a += 2) {
    if (strcmp (*a, name) == 0)
      return a[1];
  }

  return NULL;
}

SynNode *
syn_node_next (const SynNode *node, const SynNode *top, gboolean skip)
{
  if (!skip && node->first_child != NULL)
    return node->first_child;

  for (; node != top; node = node->parent) {
    if (node->next != NULL)
      return node->next;
  }

  return NULL;
}

typedef struct {
  GPtrArray *blocks;
  GString *text;
  gsize n_link;
  gboolean in_link;
  guint level;
  const char *why;
} Collector;

static void
flush_block (Collector *self)
{
  SynBlock *block = self->text->len > 0
                        ? syn_blocks_add (self->blocks, self->text->str, self->text->len, self->level)
                        : NULL;

  if (block != NULL) {
    block->why = self->why;
    block->n_link = self->n_link;
  }
  self->n_link = 0;
  g_string_truncate (self->text, 0);
}

/* Two breaks are an empty line, with nothing but white space between. */
static void
add_break (Collector *self)
{
  gsize n = self->text->len;

  while (n > 0 && g_ascii_isspace (self->text->str[n - 1]) && self->text->str[n - 1] != '\n')
    n--;
  if (n > 0 && self->text->str[n - 1] == '\n')
    flush_block (self);
  else
    g_string_append_c (self->text, '\n');
}

/* The line ends of the source are white space; those that stay are breaks. */
static void
add_text (Collector *self, const char *text)
{
  for (const char *p = text; *p != '\0'; p++) {
    g_string_append_c (self->text, *p == '\n' || *p == '\r' ? ' ' : *p);
    self->n_link += self->in_link && !g_ascii_isspace (*p);
  }
}

static void
collect (Collector *self, const SynNode *node)
{
  gboolean is_apart = (node->kind & SYN_ELEMENT_BLOCK) || node->why != NULL;
  const char *why_around = self->why;
  guint level_around = self->level;
  gboolean in_link_around = self->in_link;

  if (node->text != NULL) {
    add_text (self, node->text);
    return;
  }
  if (node->kind & SYN_ELEMENT_BREAK) {
    add_break (self);
    return;
  }
  if (node->kind & SYN_ELEMENT_SILENT)
    return;

  if (is_apart)
    flush_block (self);
  if (self->why == NULL)
    self->why = node->why;
  if (node->level > 0)
    self->level = node->level;
  self->in_link = self->in_link || (node->name != NULL && strcmp (node->name, "a") == 0 &&
                                    syn_node_get_attribute (node, "href") != NULL);

  /* The depth of a tree is bounded, and with it the recursion. */
  for (const SynNode *child = node->first_child; child != NULL; child = child->next)
    collect (self, child);

  if (is_apart)
    flush_block (self);
  else if (node->kind & SYN_ELEMENT_CELL)
    g_string_append_c (self->text, ' ');
  self->why = why_around;
  self->level = level_around;
  self->in_link = in_link_around;
}

void
syn_node_add_blocks (const SynNode *node, GPtrArray *blocks)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Collector self = { .blocks = blocks, .text = text };

  collect (&self, node);
  flush_block (&self);
}

char *
syn_node_get_text (const SynNode *node)
{
  g_autoptr (GPtrArray) blocks = syn_blocks_new ();
  GString *line = g_string_new (NULL);

  syn_node_add_blocks (node, blocks);
  syn_blocks_clean (blocks);
  for (guint i = 0; i < blocks->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? " " : "",
                            ((SynBlock *) g_ptr_array_index (blocks, i))->text);

  return g_string_free (line, FALSE);
}
