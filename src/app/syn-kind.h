/* The kinds of mark that a text can carry: what the legend switches and the palette colours. */
#pragma once

#include <glib.h>

#include "syn-fact.h"

G_BEGIN_DECLS

typedef enum {
  SYN_KIND_SHARED,
  SYN_KIND_SIMILAR,
  SYN_KIND_CONFLICT,
  SYN_KIND_ONLY_HERE,
  SYN_KIND_LOADED,
} SynKind;

#define SYN_N_KINDS 5

/* A set of kinds: the bits 1 << kind. */
#define SYN_ALL_KINDS ((1u << SYN_N_KINDS) - 1)

/* "Shared"; translated. */
const char *syn_kind_get_name     (SynKind kind);
/* The same with a mnemonic. */
const char *syn_kind_get_mnemonic (SynKind kind);
/* "shared": the style class of widgets that show it, and the stem of its colours' names. */
const char *syn_kind_get_css_name (SynKind kind);

/* How a passage of that stance is marked; SYN_STANCE_ABSENT has no mark and gives SYN_KIND_ONLY_HERE. */
SynKind     syn_kind_of_stance    (SynStance stance);

/* What a fact counts as in legend and list: conflicting where values differ, shared where two articles or
 * more state it, else similar. */
SynKind     syn_kind_of_fact      (const SynFact *fact);

/* A for place 0; after Z come AA, AB: (transfer full). Which article has which place: see SynSession. */
char       *syn_article_letter    (guint place);

G_END_DECLS
