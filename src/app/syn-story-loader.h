/* Brings articles of the library into a session: first their texts, readable at once, then the comparison.
 * Of two calls the later one counts; what the earlier one still brings is dropped.
 *
 * Signal "changed": another state, or another step of the comparison. */
#pragma once

#include "syn-engine.h"
#include "syn-session.h"

G_BEGIN_DECLS

typedef enum {
  SYN_LOADING_NONE,
  SYN_LOADING_WORKING,
  SYN_LOADING_DONE,
  SYN_LOADING_CANCELLED, /* the texts stay; load again to go on */
  SYN_LOADING_FAILED,
} SynLoading;

#define SYN_TYPE_STORY_LOADER (syn_story_loader_get_type ())
G_DECLARE_FINAL_TYPE (SynStoryLoader, syn_story_loader, SYN, STORY_LOADER, GObject)

SynStoryLoader *syn_story_loader_new          (SynEngine      *engine,
                                               SynSession     *session);

void            syn_story_loader_load         (SynStoryLoader *self,
                                               const gint64   *ids,
                                               gsize           n);
void            syn_story_loader_cancel       (SynStoryLoader *self);
/* The same articles once more, after a cancel or a failure. */
void            syn_story_loader_resume       (SynStoryLoader *self);

SynLoading      syn_story_loader_get_state    (SynStoryLoader *self);
/* The article that is being compared, from 1, of how many. */
void            syn_story_loader_get_progress (SynStoryLoader *self,
                                               guint          *done,
                                               guint          *total);
/* For the reader; NULL unless it failed. */
const char     *syn_story_loader_get_message  (SynStoryLoader *self);

G_END_DECLS
