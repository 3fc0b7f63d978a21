/* A page or a passage of markup as a tree of elements and text, bounded in depth whatever the source: linear
 * in time and memory to what is read. Scripts are never run, nothing is loaded. Immutable once read, but for
 * the marks that a reader of it leaves on the nodes. */
#pragma once

#include "syn-block.h"

G_BEGIN_DECLS

typedef enum {
  SYN_ELEMENT_BLOCK = 1 << 0,
  SYN_ELEMENT_ITEM = 1 << 1,
  SYN_ELEMENT_ROW = 1 << 2,
  SYN_ELEMENT_CELL = 1 << 3,
  SYN_ELEMENT_BREAK = 1 << 4,
  SYN_ELEMENT_SILENT = 1 << 5,
  SYN_ELEMENT_VOID = 1 << 6,
  SYN_ELEMENT_AUTO = 1 << 7,
  SYN_ELEMENT_SECTIONING = 1 << 8,
} SynElementKind;

typedef struct _SynMarkup SynMarkup;
typedef struct _SynNode SynNode;

struct _SynNode {
  SynNode *parent;
  SynNode *first_child;
  SynNode *last_child;
  SynNode *next;
  const char *name;        /* lower case, interned; NULL for text */
  const char *text;        /* of a text node, else NULL */
  const char **attributes; /* name, value, ..., NULL; or NULL */
  SynElementKind kind;
  guint level; /* of a heading, else 0 */

  /* marks */
  const char *why; /* why the element is no text of the article, or NULL */
  gsize n_letters; /* bytes of text within, in links, and so on: whoever scores the tree fills these in */
  gsize n_link_letters;
  guint n_commas;
  double score;
};

/* `html` is UTF-8. Never fails: what is no markup is text. */
SynMarkup *syn_markup_parse (const char *html, gssize length);

/* A tree to be built by hand. */
SynMarkup *syn_markup_new (void);
void syn_markup_start (SynMarkup *self, const char *name, const char **attributes);
void syn_markup_end (SynMarkup *self, const char *name);
void syn_markup_text (SynMarkup *self, const char *text, gssize length);

/* The bound on elements and texts is reached: what came after is not in the tree. */
gboolean syn_markup_is_full (const SynMarkup *self);

void syn_markup_free (SynMarkup *self);

/* The element that all others are in; it has no name. */
SynNode *syn_markup_get_root (SynMarkup *self);

/* NULL where the element has none. */
const char *syn_node_get_attribute (const SynNode *node, const char *name);

/* The next node in document order within `top`, skipping what is in `node` itself if `skip`; NULL at the end.
 */
SynNode *syn_node_next (const SynNode *node, const SynNode *top, gboolean skip);

/* The text within as one line: (transfer full), "" where there is none. */
char *syn_node_get_text (const SynNode *node);

/* Adds the text within to `blocks`, a block for each paragraph, heading, item and row. Elements with a reason
 * in `why` give blocks that are dropped for it. */
void syn_node_add_blocks (const SynNode *node, GPtrArray *blocks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynMarkup, syn_markup_free)

G_END_DECLS
