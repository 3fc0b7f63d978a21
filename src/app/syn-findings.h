/* What a comparison found beyond its facts, in rows for the inspector: the figures of one quantity, one speaker's
 * quotes, one thing's names, one article's loaded wording, one frame's share of each article. Every entry is an
 * article's own words with where they stand. Plain values, made from a comparison. */
#pragma once

#include "syn-comparison.h"

G_BEGIN_DECLS

typedef enum {
  SYN_FINDINGS_FIGURES,
  SYN_FINDINGS_QUOTES,
  SYN_FINDINGS_LABELS,
  SYN_FINDINGS_WORDING,
  SYN_FINDINGS_FRAMES,
} SynFindingsKind;

#define SYN_N_FINDINGS 5

typedef struct {
  guint article;
  SynSpan span; /* bytes of the article's document */
  char *text;   /* the article's words, or a count with its base */
  char *reason; /* NULL where the words say it all */
} SynFindingEntry;

typedef struct {
  char *what; /* NULL where the entries are one article's */
  gboolean has_conflict;
  GArray *entries; /* SynFindingEntry */
} SynFinding;

/* Rows of that kind, those that say most first; entries by the articles' letters: `order` is that of SynSession.
 * (transfer full) (element-type SynFinding) */
GPtrArray  *syn_findings_new      (SynComparison   *comparison,
                                   SynFindingsKind  kind,
                                   const guint     *order);

/* What the kind's tab counts: rows, of quotes and loaded wording each passage; 0 for frames, which are shares. */
guint       syn_findings_count    (GPtrArray       *findings,
                                   SynFindingsKind  kind);

/* "Quotes"; translated. */
const char *syn_findings_get_name (SynFindingsKind  kind);

G_END_DECLS
