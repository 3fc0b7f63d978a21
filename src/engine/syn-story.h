/* Articles that tell one story, as the library page shows them. Immutable; properties of the same names. */
#pragma once

#include "syn-article.h"

G_BEGIN_DECLS

#define SYN_TYPE_STORY (syn_story_get_type ())
G_DECLARE_FINAL_TYPE (SynStory, syn_story, SYN, STORY, GObject)

gint64      syn_story_get_id         (SynStory *self);
/* The headline of its most typical article; never NULL. */
const char *syn_story_get_title      (SynStory *self);
/* First and last date of its articles, ISO 8601 days as precise as stated; NULL when none states one. */
const char *syn_story_get_from       (SynStory *self);
const char *syn_story_get_to         (SynStory *self);
/* SynArticle, without text, most covering first: (transfer none). */
GListModel *syn_story_get_articles   (SynStory *self);

/* What the last comparison of all its articles found; FALSE where none was made yet. */
gboolean    syn_story_get_counts     (SynStory *self, guint *facts, guint *conflicts, guint *origins);
/* Facts that the article at that position of the model states; 0 where unknown. */
guint       syn_story_get_n_facts_of (SynStory *self, guint article);

G_END_DECLS
