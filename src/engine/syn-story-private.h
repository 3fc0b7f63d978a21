#pragma once

#include "syn-record.h"
#include "syn-store-stories.h"
#include "syn-story.h"

G_BEGIN_DECLS

/* `records` without texts, at least one; sorted here. (transfer full) */
SynStory *syn_story_new (const SynStoryRow *row, GPtrArray *records);

/* Rises with every change of its articles. */
gint64    syn_story_get_revision (SynStory *self);

/* For g_list_store_sort(): the story with the latest date first, those without one last. */
int       syn_story_compare_newest (gconstpointer a, gconstpointer b, gpointer user_data);

G_END_DECLS
