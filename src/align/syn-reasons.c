/* Reasons in the reader's words: what the modules found, gathered over all pairs of a fact's mentions, one
 * reason for each kind of thing, with its share in the score. */
#include "config.h"

#include "syn-fact-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "syn-fold.h"

/* Words named in a reason: the most telling. */
#define MAX_NAMED 4

/* Evidence of a share below this is not worth a reader's time. */
#define MIN_WEIGHT 0.03

typedef enum {
  GROUP_FIGURE,
  GROUP_RANK,
  GROUP_DATE,
  GROUP_QUOTE,
  GROUP_SPEAKER,
  GROUP_UTTERANCE,
  GROUP_NAME,
  GROUP_TERM,
  GROUP_MEANING,
  GROUP_CONTEXT,
  GROUP_CONFLICT,
  N_GROUPS,
} Group;

/* One thing that several pairs may share: a word, a name, a value. */
typedef struct {
  char *text;
  double strength;
  gboolean is_phrase;
} Item;

struct _SynReasons {
  const SynCorpus *corpus;
  const SynModel *model;
  SynModelKind kind;
  GArray *items[N_GROUPS];    /* of Item */
  GArray *evidence[N_GROUPS]; /* of SynEvidence */
  double weights[N_GROUPS];
  double total;
  guint n_pairs;
};

static const SynReasonKind group_kinds[N_GROUPS] = {
  [GROUP_FIGURE] = SYN_REASON_FIGURE,   [GROUP_RANK] = SYN_REASON_FIGURE,
  [GROUP_DATE] = SYN_REASON_DATE,       [GROUP_QUOTE] = SYN_REASON_QUOTE,
  [GROUP_SPEAKER] = SYN_REASON_QUOTE,   [GROUP_UTTERANCE] = SYN_REASON_MEANING,
  [GROUP_NAME] = SYN_REASON_NAME,       [GROUP_TERM] = SYN_REASON_TERM,
  [GROUP_MEANING] = SYN_REASON_MEANING, [GROUP_CONTEXT] = SYN_REASON_MEANING,
  [GROUP_CONFLICT] = SYN_REASON_FIGURE,
};

/* The group that a feature explains itself in, or N_GROUPS for those that need no words. */
static Group
get_group (SynFeature feature)
{
  switch (feature) {
  case SYN_FEATURE_COSINE:
  case SYN_FEATURE_OVERLAP:
  case SYN_FEATURE_PLAIN_OVERLAP:
  case SYN_FEATURE_CONTAINED:
  case SYN_FEATURE_CONTAINED_LONGER:
  case SYN_FEATURE_SUBSTANCE:
  case SYN_FEATURE_SURPRISE:
  case SYN_FEATURE_AMOUNT:
  case SYN_FEATURE_RAREST:
  case SYN_FEATURE_CLAUSE:
  case SYN_FEATURE_SURFACE:
  case SYN_FEATURE_ORDER:
  case SYN_FEATURE_PHRASE:
  case SYN_FEATURE_RUN:
    return GROUP_TERM;
  case SYN_FEATURE_MEANING:
  case SYN_FEATURE_MEANING_CONTAINED:
  case SYN_FEATURE_GIST:
    return GROUP_MEANING;
  case SYN_FEATURE_FIGURE:
  case SYN_FEATURE_FIGURE_LOOSE:
    return GROUP_FIGURE;
  case SYN_FEATURE_RANK:
    return GROUP_RANK;
  case SYN_FEATURE_DATE:
  case SYN_FEATURE_DATE_LOOSE:
    return GROUP_DATE;
  case SYN_FEATURE_NAME:
    return GROUP_NAME;
  case SYN_FEATURE_QUOTE:
    return GROUP_QUOTE;
  case SYN_FEATURE_SPEAKER:
    return GROUP_SPEAKER;
  case SYN_FEATURE_UTTERANCE:
    return GROUP_UTTERANCE;
  case SYN_FEATURE_FIGURE_CONFLICT:
    return GROUP_CONFLICT;
  case SYN_FEATURE_NEIGHBOUR:
  case SYN_FEATURE_NEIGHBOUR_NAME:
    return GROUP_CONTEXT;
  default:
    return N_GROUPS;
  }
}

static void
clear_item (gpointer item)
{
  g_free (((Item *) item)->text);
}

SynReasons *
syn_reasons_new (const SynCorpus *corpus, const SynModel *model, SynModelKind kind)
{
  SynReasons *self = g_new0 (SynReasons, 1);

  self->corpus = corpus;
  self->model = model;
  self->kind = kind;
  for (int g = 0; g < N_GROUPS; g++) {
    self->items[g] = g_array_new (FALSE, FALSE, sizeof (Item));
    g_array_set_clear_func (self->items[g], clear_item);
    self->evidence[g] = g_array_new (FALSE, FALSE, sizeof (SynEvidence));
  }

  return self;
}

void
syn_reasons_free (SynReasons *self)
{
  for (int g = 0; g < N_GROUPS; g++) {
    g_array_unref (self->items[g]);
    g_array_unref (self->evidence[g]);
  }
  g_free (self);
}

void
syn_reason_clear (SynReason *reason)
{
  g_free (reason->text);
  g_free (reason->evidence);
}

/* ---- taking in ---- */

static char *
dup_span (const SynArticleView *view, SynSpan span)
{
  return g_strdelimit (g_strndup (view->text + span.start, syn_span_length (span)), "\n\t\r", ' ');
}

/* What the finding is about, in words: (transfer full). */
static char *
name_finding (const SynReasons *self, const SynPair *pair, const SynFinding *finding)
{
  const SynArticleView *a_view = &self->corpus->articles[pair->a->article];
  Group group = get_group (finding->feature);
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  if (group == GROUP_NAME)
    return g_strdup (g_array_index (self->corpus->referents, SynReferent, finding->a_record).name);
  if (group == GROUP_SPEAKER)
    return g_strdup (syn_document_get_string (
        a_view->document, a_view->entities[a_view->quotes[finding->a_record].speaker].name));

  a = dup_span (a_view, finding->a);
  switch (group) {
  case GROUP_UTTERANCE:
  case GROUP_CONFLICT:
  case GROUP_MEANING:
    b = dup_span (&self->corpus->articles[pair->b->article], finding->b);
    /* Translators: two wordings of one thing in two articles. */
    return g_strdup_printf (_ ("“%s” and “%s”"), a, b);
  case GROUP_TERM:
    return syn_lower (a, -1);
  default:
    return g_steal_pointer (&a);
  }
}

static void
add_item (SynReasons *self, Group group, char *text, double strength, gboolean is_phrase)
{
  for (guint i = 0; i < self->items[group]->len; i++) {
    Item *item = &g_array_index (self->items[group], Item, i);

    if (strcmp (item->text, text) == 0) {
      item->strength = MAX (item->strength, strength);
      g_free (text);
      return;
    }
  }

  {
    Item item = { text, strength, is_phrase };

    g_array_append_val (self->items[group], item);
  }
}

static void
add_evidence (GArray *evidence, guint mention, SynSpan span)
{
  SynEvidence record = { mention, span };

  if (syn_span_is_empty (span))
    return;
  for (guint i = 0; i < evidence->len; i++) {
    const SynEvidence *known = &g_array_index (evidence, SynEvidence, i);

    if (known->mention == mention && syn_span_contains (known->span, span))
      return;
  }
  g_array_append_val (evidence, record);
}

void
syn_reasons_add (SynReasons *self, const SynPair *pair, const double *features, guint a, guint b)
{
  for (int f = 0; f < SYN_N_FEATURES; f++) {
    double contribution = self->model->weights[self->kind][f] * features[f];
    Group group = get_group (f);

    if (contribution > 0 && group != N_GROUPS) {
      self->weights[group] += contribution;
      self->total += contribution;
    }
  }
  self->n_pairs++;

  for (guint i = 0; pair->findings != NULL && i < pair->findings->len; i++) {
    const SynFinding *finding = &g_array_index (pair->findings, SynFinding, i);
    Group group = get_group (finding->feature);

    if (group == N_GROUPS || finding->strength <= 0)
      continue;
    add_item (self, group, name_finding (self, pair, finding), finding->strength,
              finding->feature == SYN_FEATURE_PHRASE);
    add_evidence (self->evidence[group], a, finding->a);
    add_evidence (self->evidence[group], b, finding->b);
  }
}

/* ---- giving out ---- */

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *x = a;
  const Item *y = b;

  if (x->strength != y->strength)
    return x->strength > y->strength ? -1 : 1;

  return strcmp (x->text, y->text);
}

/* The strongest items, none said twice: "RedNote, App Store". */
static char *
list_items (GArray *items, guint max)
{
  GString *list = g_string_new (NULL);
  guint n = 0;

  g_array_sort (items, compare_items);
  for (guint i = 0; i < items->len && n < max; i++) {
    const Item *item = &g_array_index (items, Item, i);

    if (strstr (list->str, item->text) != NULL)
      continue;
    if (n > 0)
      g_string_append (list, _ (", "));
    g_string_append (list, item->text);
    n++;
  }

  return g_string_free (list, FALSE);
}

static char *
word_reason (const SynReasons *self, Group group)
{
  g_autofree char *list = list_items (self->items[group], group == GROUP_QUOTE ? 1 : MAX_NAMED);

  switch (group) {
  case GROUP_FIGURE:
    return g_strdup_printf (_ ("the same figure: %s"), list);
  case GROUP_RANK:
    return g_strdup_printf (_ ("the same rank: %s"), list);
  case GROUP_DATE:
    return g_strdup_printf (_ ("the same time: %s"), list);
  case GROUP_QUOTE:
    return g_strdup_printf (_ ("the same words quoted: “%s”"), list);
  case GROUP_SPEAKER:
    return g_strdup_printf (_ ("the same speaker: %s"), list);
  case GROUP_UTTERANCE:
    return g_strdup_printf (_ ("the same statement in other words: %s"), list);
  case GROUP_NAME:
    return g_strdup_printf (_ ("the same names: %s"), list);
  case GROUP_TERM:
    return g_strdup_printf (_ ("the same words: %s"), list);
  case GROUP_MEANING:
    return g_strdup_printf (_ ("words of like meaning: %s"), list);
  case GROUP_CONTEXT:
    return g_strdup (_ ("the sentences around it match as well"));
  case GROUP_CONFLICT:
    return g_strdup_printf (_ ("different figures for the same thing: %s"), list);
  case N_GROUPS:
    break;
  }

  return NULL;
}

static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  const SynReason *x = a;
  const SynReason *y = b;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;

  return strcmp (x->text, y->text);
}

SynReason *
syn_reasons_steal (SynReasons *self, gsize *n)
{
  g_autoptr (GArray) reasons = g_array_new (FALSE, TRUE, sizeof (SynReason));

  for (int g = 0; g < N_GROUPS; g++) {
    SynReason reason = { group_kinds[g] };
    gsize n_evidence;

    reason.weight = self->total > 0 ? self->weights[g] / self->total : 0;
    if (g == GROUP_CONFLICT)
      reason.weight = MAX (reason.weight, MIN_WEIGHT);
    if (reason.weight < MIN_WEIGHT || (self->items[g]->len == 0 && g != GROUP_CONTEXT))
      continue;
    reason.text = word_reason (self, g);
    reason.evidence = g_array_steal (self->evidence[g], &n_evidence);
    reason.n_evidence = n_evidence;
    g_array_append_val (reasons, reason);
  }

  if (reasons->len == 0) {
    SynReason reason = { SYN_REASON_MEANING, g_strdup (_ ("alike as a whole")), 1 };

    g_array_append_val (reasons, reason);
  }
  g_array_sort (reasons, compare_reasons);

  return g_array_steal (reasons, n);
}
