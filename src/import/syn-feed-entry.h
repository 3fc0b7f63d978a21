/* One entry of a feed in the making, or the feed's own head: elements come in, a draft comes out. */
#pragma once

#include "syn-markup.h"

G_BEGIN_DECLS

/* What an element of an entry holds, as the feed has it. */
typedef struct {
  const char *name;  /* "core:title": as in data/lexicons/import-feed.tsv */
  const char *type;  /* attribute: text, html, xhtml or a media type; NULL without */
  const char *text;  /* the text within, markup of its own left out */
  SynMarkup *markup; /* the elements within; NULL where there are none */
  const char *href;  /* attributes of links and ids; NULL without */
  const char *rel;
  const char *is_permalink;
  const char *language; /* xml:lang, its own or what is around it */
  const char *base;     /* xml:base, likewise */
} SynFeedElement;

typedef struct _SynFeedEntry SynFeedEntry;

SynFeedEntry *syn_feed_entry_new (void);
void syn_feed_entry_free (SynFeedEntry *self);

/* Takes what `element` says; of several that say the same the better one stays. */
void syn_feed_entry_take (SynFeedEntry *self, const SynFeedElement *element);

/* The draft, with what the feed's head has for all: (transfer full). */
SynDraft *syn_feed_entry_make_draft (const SynFeedEntry *self, const SynFeedEntry *head);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynFeedEntry, syn_feed_entry_free)

G_END_DECLS
