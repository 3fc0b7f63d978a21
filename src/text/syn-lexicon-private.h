/* The closed lists of data/lexicons: what a word can be (a pronoun, a number, a verb of saying), by language. Part of
 * the program; read when a language first turns up.
 *
 * A line of a list is CLASS, VALUE, FORMS: the forms are case folded and separated by ", ", and may be phrases of up to
 * SYN_PHRASE_WORDS words. The class names stand in syn-lexicon.c. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SYN_CLASS_FUNCTION = 0,     /* any closed-class word */
  SYN_CLASS_ARTICLE,
  SYN_CLASS_DETERMINER,       /* this, each, many, his */
  SYN_CLASS_PRONOUN,          /* value: "he", "she", "they", "it", "i", "you", "we" */
  SYN_CLASS_PREPOSITION,
  SYN_CLASS_COORDINATOR,      /* and, or, but */
  SYN_CLASS_SUBORDINATOR,     /* while, because, although, after */
  SYN_CLASS_RELATIVE,         /* who, which, that */
  SYN_CLASS_AUXILIARY,        /* is, has, will: a finite verb */
  SYN_CLASS_NEGATION,
  SYN_CLASS_VERB,             /* a finite verb form */
  SYN_CLASS_CUE_VERB,         /* said, told, claims: attributes what follows or precedes */
  SYN_CLASS_CUE_PARTICIPLE,   /* saying, telling */
  SYN_CLASS_CUE_NOUN,         /* statement, claim */
  SYN_CLASS_ACCORDING,        /* according to, 据: a source follows */
  SYN_CLASS_NUMBER,           /* value: the number */
  SYN_CLASS_ORDINAL,          /* value: the rank */
  SYN_CLASS_MAGNITUDE,        /* value: what the number before it is multiplied by */
  SYN_CLASS_FRACTION,         /* value: half, third */
  SYN_CLASS_MULTIPLE,         /* value: twice, double */
  SYN_CLASS_VAGUE,            /* value: dozens, hundreds: the lower end of a range to ten times as much */
  SYN_CLASS_CURRENCY,         /* value: ISO 4217 */
  SYN_CLASS_PERCENT,
  SYN_CLASS_DURATION,         /* value: seconds */
  SYN_CLASS_MEASURE,          /* value: unit and factor, "m 1000" */
  SYN_CLASS_QUALIFIER,        /* value: about, over, under, up-to; before the number */
  SYN_CLASS_QUALIFIER_AFTER,  /* the same, behind the number */
  SYN_CLASS_TIMES,            /* times, fold */
  SYN_CLASS_TOP,              /* top, number one: rank 1 without a number */
  SYN_CLASS_NUMBER_SIGN,      /* No., number: a rank follows */
  SYN_CLASS_CHART,            /* what ranks are held in: "list" (chart, ranking) or "place" (store) */
  SYN_CLASS_CHANGE,           /* rose, fell, up, growth: a figure after "by" or next to it is a change */
  SYN_CLASS_NOT_COUNTED,      /* a following noun that does not name what is counted: more, new, people's */
  SYN_CLASS_MONTH,            /* value: 1 to 12 */
  SYN_CLASS_WEEKDAY,          /* value: 1 (Monday) to 7 */
  SYN_CLASS_DAY_WORD,         /* value: days from the article's: today 0, yesterday -1 */
  SYN_CLASS_CLOCK,            /* o'clock, am, pm */
  SYN_CLASS_ABBREVIATION,     /* ends in a full stop that ends no sentence */
  SYN_CLASS_TITLE,            /* Mr, President: a person's name follows */
  SYN_CLASS_ROLE,             /* spokesman, analyst: a person, by office */
  SYN_CLASS_SOURCES,          /* officials, sources, experts: unnamed speakers */
  SYN_CLASS_ORGANISATION,     /* Inc, Ministry, University: part of an organisation's name */
  SYN_CLASS_PLACE,            /* Street, Island: part of a place's name */
  SYN_CLASS_GIVEN_NAME,
  SYN_CLASS_SURNAME,
  SYN_CLASS_PARTICLE,         /* van, de, bin: inside a person's name */
  SYN_CLASS_NAME_LINK,        /* of, the, and: inside an organisation's name */
  SYN_CLASS_NAME_POSSESSIVE,  /* "People's" inside a name */
  SYN_CLASS_ALIAS_CUE,        /* known as, formerly, called: another name follows */
  SYN_CLASS_NOT_A_NAME,       /* capitalised, yet no name: Monday, Internet, I */
  SYN_CLASS_BODY,             /* company, app, group: "the company" may be an organisation just named */
  SYN_CLASS_ADVERB,           /* may stand between a source and its verb: also, later, reportedly */
  SYN_N_CLASSES,
} SynClass;

#define SYN_CLASS_BIT(class) (G_GUINT64_CONSTANT (1) << (class))

#define SYN_PHRASE_WORDS 4

typedef struct _SynLexicon SynLexicon;   /* one language's lists */
typedef struct _SynLexicons SynLexicons; /* all languages'; thread-safe */

typedef struct {
  guint64 classes;
  guint64 phrase_classes; /* of the phrases that start with this word */
  guint32 first_sense;
} SynLexeme;

typedef struct {
  double number;    /* the value as a number; 0 where it is none */
  const char *text; /* the value */
  SynClass class;
  guint32 next;
} SynSense;

SynLexicons      *syn_lexicons_new       (void);
void              syn_lexicons_free      (SynLexicons       *self);
/* The lists of a BCP 47 primary tag; NULL where there are none. */
const SynLexicon *syn_lexicons_get       (SynLexicons       *self,
                                          const char        *language);

/* NULL for a word of no list. `word` is case folded. */
const SynLexeme  *syn_lexicon_look_up    (const SynLexicon  *self,
                                          const char        *word);
/* What the word is as a member of `class`; NULL when it is none. */
const SynSense   *syn_lexicon_get_sense  (const SynLexicon  *self,
                                          const SynLexeme   *lexeme,
                                          SynClass           class);

static inline gboolean
syn_lexeme_is (const SynLexeme *lexeme, SynClass class)
{
  return lexeme != NULL && (lexeme->classes & SYN_CLASS_BIT (class)) != 0;
}

static inline gboolean
syn_lexeme_starts (const SynLexeme *lexeme, SynClass class)
{
  return lexeme != NULL && (lexeme->phrase_classes & SYN_CLASS_BIT (class)) != 0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynLexicons, syn_lexicons_free)

G_END_DECLS
