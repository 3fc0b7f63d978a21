/* An article as the library's lists show it: with the title of the story that it belongs to, and words to
 * sort and filter by. Stays the same object while the article is in the library, so that a selection outlives
 * a reload. */
#pragma once

#include "syn-story.h"

G_BEGIN_DECLS

#define SYN_TYPE_ARTICLE_ITEM (syn_article_item_get_type ())
G_DECLARE_FINAL_TYPE (SynArticleItem, syn_article_item, SYN, ARTICLE_ITEM, GObject)

/* Properties to bind and to sort by, never NULL: "headline" (the title, else the opening words), "outlet" (as
 * the source states it), "published" (ISO 8601), "language" (its own name) and "story". */
SynArticleItem *syn_article_item_new (SynArticle *article, SynStory *story);

/* A newer state of the same article. */
void syn_article_item_update (SynArticleItem *self, SynArticle *article, SynStory *story);

gint64 syn_article_item_get_id (SynArticleItem *self);
SynArticle *syn_article_item_get_article (SynArticleItem *self);
SynStory *syn_article_item_get_story (SynArticleItem *self);
const char *syn_article_item_get_headline (SynArticleItem *self);
const char *syn_article_item_get_outlet (SynArticleItem *self);

/* Of a search hit: the headline and the passage with what was found marked, in Pango markup; else NULL. */
const char *syn_article_item_get_marked_headline (SynArticleItem *self);
const char *syn_article_item_get_snippet (SynArticleItem *self);
void syn_article_item_set_hit (SynArticleItem *self, const char *headline, const char *snippet);

/* "The Outlet · 14 January 2025 · English", of what is stated: (transfer full). */
char *syn_article_item_dup_summary (SynArticleItem *self);

/* Whether headline or outlet hold `folded` (g_utf8_casefold()ed words). */
gboolean syn_article_item_matches (SynArticleItem *self, const char *folded);

G_END_DECLS
