/* Findings in words, for the reasons. Private to align. */
#pragma once

#include "syn-evidence-private.h"

G_BEGIN_DECLS

/* Findings that one reason tells together. */
typedef enum {
  SYN_GROUP_FIGURE,
  SYN_GROUP_NEAR_FIGURE,
  SYN_GROUP_RANK,
  SYN_GROUP_DATE,
  SYN_GROUP_QUOTE,
  SYN_GROUP_SPEAKER,
  SYN_GROUP_UTTERANCE,
  SYN_GROUP_NAME,
  SYN_GROUP_TERM,
  SYN_GROUP_MEANING,
  SYN_GROUP_CONTEXT,
  SYN_GROUP_CONFLICT, /* of values that differ: no finding tells it, see syn_reasons_set_conflict () */
  SYN_N_GROUPS,
} SynReasonGroup;

/* What the finding is about: (transfer full). */
char    *syn_reason_name_finding (const SynCorpus *corpus,
                                  const SynPair *pair,
                                  const SynFinding *finding,
                                  SynReasonGroup group);

/* It counts, but a reader would not see why, or other reasons say it better. */
gboolean syn_reason_is_obscure   (const SynCorpus *corpus,
                                  const SynPair *pair,
                                  const SynFinding *finding,
                                  SynReasonGroup group);

G_END_DECLS
