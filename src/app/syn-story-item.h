/* A story as the library's lists show it. Stays the same object while the story is in the library, so that a
 * selection outlives a reload; "story" notifies when its articles or counts are other ones. */
#pragma once

#include "syn-story.h"

G_BEGIN_DECLS

#define SYN_TYPE_STORY_ITEM (syn_story_item_get_type ())
G_DECLARE_FINAL_TYPE (SynStoryItem, syn_story_item, SYN, STORY_ITEM, GObject)

SynStoryItem *syn_story_item_new (SynStory *story);

SynStory *syn_story_item_get_story (SynStoryItem *self);
void syn_story_item_set_story (SynStoryItem *self, SynStory *story);

gint64 syn_story_item_get_id (SynStoryItem *self);

/* Its articles, most covering first, without those that the reader just took out; (transfer full). */
guint syn_story_item_get_n_articles (SynStoryItem *self);
SynArticle *syn_story_item_get_article (SynStoryItem *self, guint position);
/* Facts that it states; 0 where unknown. */
guint syn_story_item_get_n_facts_of (SynStoryItem *self, guint position);
/* None was taken out: the story's counts hold. */
gboolean syn_story_item_is_whole (SynStoryItem *self);

typedef gboolean (*SynArticleIsShown) (gint64 id, gpointer user_data);
/* Leaves out those that are not shown. */
void syn_story_item_filter (SynStoryItem *self, SynArticleIsShown is_shown, gpointer user_data);

/* "14–19 January 2025 · 5 articles · English, 中文": (transfer full). */
char *syn_story_item_dup_summary (SynStoryItem *self);

/* Whether its title or the name of one who tells it holds `folded` (a g_utf8_casefold()ed word). */
gboolean syn_story_item_matches (SynStoryItem *self, const char *folded);

G_END_DECLS
