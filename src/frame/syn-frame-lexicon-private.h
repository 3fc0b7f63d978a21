/* The word lists of framing, data/lexicons/frame-LANGUAGE-*.tsv: which words hedge, attribute, praise,
 * exaggerate; the seeds of the policy frames and of the metaphors' domains. Part of the program, read once,
 * immutable.
 *
 * A line is CLASS, VALUE, FORMS: forms are case folded, separated by ", ", and may be phrases of up to
 * SYN_FRAME_PHRASE_WORDS words. */
#pragma once

#include "syn-document.h"

G_BEGIN_DECLS

#define SYN_FRAME_PHRASE_WORDS 4

typedef enum {
  /* How sure: value is the strength, 0 to 1. */
  SYN_FRAME_HEDGE_MODAL,      /* may, might, could */
  SYN_FRAME_HEDGE_LIKELIHOOD, /* perhaps, likely, apparently */
  SYN_FRAME_HEDGE_HEARSAY,    /* reportedly, allegedly: somebody's word, unnamed */
  SYN_FRAME_HEDGE_VERB,       /* seems, appears to */
  SYN_FRAME_HEDGE_DEGREE,     /* somewhat, to some extent */

  /* The stance of an attributing verb: value is how much it colours. */
  SYN_FRAME_STANCE_NEUTRAL,   /* said */
  SYN_FRAME_STANCE_DOUBTING,  /* claimed, alleged */
  SYN_FRAME_STANCE_CONCEDING, /* admitted */
  SYN_FRAME_STANCE_VOUCHING,  /* pointed out, revealed: takes it for true */
  SYN_FRAME_STANCE_FORCEFUL,  /* insisted, vowed */
  SYN_FRAME_STANCE_ATTACKING, /* slammed, blasted */
  SYN_FRAME_STANCE_DENYING,   /* denied, rejected */
  SYN_FRAME_STANCE_BELIEF,    /* believes, thinks */

  /* Wording that judges: value is how much, from the list alone. */
  SYN_FRAME_LOADED_PRAISE,
  SYN_FRAME_LOADED_BLAME,
  SYN_FRAME_LOADED_LABEL,       /* names for people and groups that judge: regime, thug */
  SYN_FRAME_LOADED_INTENSIFIER, /* extremely, massive */
  SYN_FRAME_LOADED_ABSOLUTE,    /* always, never, totally */
  SYN_FRAME_LOADED_DRAMATIC,    /* verbs that heighten: soared, crushed */
  SYN_FRAME_LOADED_OPINION,     /* of course, sadly: the writer speaks */

  SYN_FRAME_PLAIN, /* never loaded, whatever its vector says */

  SYN_FRAME_METAPHOR, /* value: the domain */
  SYN_FRAME_DOMAIN,   /* shows that a story is about the domain itself */
  SYN_FRAME_SEED,     /* value: the policy frame */
  SYN_FRAME_OPENER,   /* begins a noun phrase: the, his */
  SYN_FRAME_NOT_NOUN, /* ends one: verb forms, adverbs */
  SYN_N_FRAME_CLASSES,
} SynFrameClass;

typedef struct _SynFrameSense {
  SynFrameClass class;
  double number;               /* the value as a number */
  const char *text;            /* the value as written; equal ones are equal pointers */
  struct _SynFrameSense *next; /* another sense of the same form */
} SynFrameSense;

/* One theme of a policy frame: a line of the seed list. */
typedef struct {
  int frame; /* index into syn_frame_names */
  const char **words; /* ended by NULL */
} SynFrameTheme;

/* A form of the lists where a document has it. */
typedef struct {
  guint32 first_token;
  guint32 n_tokens;
  const SynFrameSense *senses;
} SynFrameMatch;

typedef struct _SynFrameLexicon SynFrameLexicon;

const SynFrameLexicon *syn_frame_lexicon_get_default (void);

/* Every form in the document, each paragraph by the lists of its language, the longest at each place, none
 * within another: (transfer full) (element-type SynFrameMatch). */
GArray *syn_frame_lexicon_match (const SynFrameLexicon *self, const SynDocument *document);
/* NULL when the form is in no list of that language. */
const SynFrameSense *
syn_frame_lexicon_find (const SynFrameLexicon *self, const char *language, const char *form);
const SynFrameTheme *syn_frame_lexicon_get_themes (const SynFrameLexicon *self, gsize *n);

/* The sense between two classes (inclusive), or NULL. */
const SynFrameSense *
syn_frame_sense_find (const SynFrameSense *senses, SynFrameClass first, SynFrameClass last);

G_END_DECLS
