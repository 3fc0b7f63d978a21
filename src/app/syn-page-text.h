/* An article's text as a pane shows it: paragraphs of one line each, captions over passages by another
 * hand, and the way from bytes of the body to characters of the pane. Immutable. */
#pragma once

#include "syn-article.h"

G_BEGIN_DECLS

typedef enum {
  SYN_PAGE_TEXT,
  SYN_PAGE_HEADING, /* a section head */
  SYN_PAGE_CAPTION, /* ours: says whose words the aside below is */
} SynPageKind;

typedef struct {
  SynSpan span;       /* bytes of the body; empty for a caption */
  guint start;        /* characters of the pane's text */
  guint end;          /* without the line end */
  SynPageKind kind;
  SynAsideKind aside; /* whose words */
  const char *language; /* BCP 47 primary tag, borrowed from the document; NULL when not known */
} SynPageParagraph;

typedef struct _SynPageText SynPageText;

/* `document` nullable: before the analysis is there, paragraphs and heads are told by their form alone. */
SynPageText            *syn_page_text_new            (SynArticle        *article,
                                                      SynDocument       *document);
void                    syn_page_text_free           (SynPageText       *self);

/* What goes into the text view: paragraphs with a line end between two. */
const char             *syn_page_text_get_text       (const SynPageText *self);
const SynPageParagraph *syn_page_text_get_paragraphs (const SynPageText *self,
                                                      gsize             *n);

/* Most of its paragraphs run from right to left. */
gboolean                syn_page_text_is_right_to_left (const SynPageText *self);

/* The paragraph that holds or precedes character `offset`. */
gsize                   syn_page_text_find_paragraph (const SynPageText *self,
                                                      guint              offset);

/* A span of the body to characters of the pane; FALSE when nothing of it is shown. */
gboolean                syn_page_text_map            (const SynPageText *self,
                                                      SynSpan            span,
                                                      guint             *start,
                                                      guint             *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynPageText, syn_page_text_free)

G_END_DECLS
