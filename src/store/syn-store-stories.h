/* The library's stories: which articles belong together, and what the comparison of each counted. */
#pragma once

#include "syn-store.h"

G_BEGIN_DECLS

typedef struct {
  gint64 id;
  char *title;        /* given by the reader, or NULL */
  gint64 revision;    /* rises with every change of its articles */
  gboolean is_counted; /* the counts below hold for this revision */
  guint facts;
  guint conflicts;
  guint origins;
} SynStoryRow;

void       syn_story_row_free        (SynStoryRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynStoryRow, syn_story_row_free)

/* Its members are the articles that carry its id; none is empty: (transfer full) (element-type SynStoryRow). */
GPtrArray *syn_store_list_stories    (SynStore  *self,
                                      GError   **error);

/* Ids of a story's articles, oldest first, and its revision; none where it is gone: (transfer full)
 * (element-type gint64). */
GArray    *syn_store_list_members    (SynStore  *self,
                                      gint64     story,
                                      gint64    *revision,
                                      GError   **error);

/* ---- grouping ---- */

typedef struct {
  gint64 article;
  GBytes *signature;
} SynStoredSignature;

/* Whether articles came, went or changed since the stories were last made. */
gboolean   syn_store_is_grouping_due (SynStore  *self,
                                      gboolean  *due,
                                      GError   **error);

/* The signatures of that analyser version, by article id, and the library's revision that they stand for:
 * (transfer full) (element-type SynStoredSignature). */
GPtrArray *syn_store_list_signatures (SynStore  *self,
                                      guint      version,
                                      gint64    *revision,
                                      GError   **error);

/* Puts article k into story number `groups[k]` of 0 to n - 1. A group keeps the id of the story that it shares most
 * articles with; `revision` as it was when the signatures were read. */
gboolean   syn_store_set_groups      (SynStore      *self,
                                      gint64         revision,
                                      const gint64  *articles,
                                      const guint   *groups,
                                      gsize          n,
                                      GError       **error);

/* ---- counts ---- */

typedef struct {
  guint facts;
  guint conflicts;
  guint origins;
  const gint64 *articles; /* `n_articles` of them */
  const guint *facts_of;  /* facts that each states */
  gsize n_articles;
} SynStoryCounts;

/* Does nothing where the story is counted already, gone, or of another revision by now: a stale result. */
gboolean   syn_store_set_counts      (SynStore              *self,
                                      gint64                 story,
                                      gint64                 revision,
                                      const SynStoryCounts  *counts,
                                      GError               **error);

G_END_DECLS
