/* Reasons in the reader's words: what the modules found, gathered over all pairs of a fact's mentions, one
 * reason for each kind of thing, with its share in the score. */
#include "config.h"

#include "syn-fact-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "syn-fold.h"
#include "syn-reason-words-private.h"

/* Words named in a reason: the most telling. */
#define MAX_NAMED 4

/* Different things that a reason chooses the most telling from: bounds the work where sentences never end. */
#define MAX_ITEMS 200

/* Places that one reason points to; more are no help to a reader. The real articles' reasons have up to 60.
 */
#define MAX_EVIDENCE 100

/* Evidence of a share below this is not worth a reader's time. */
#define MIN_WEIGHT 0.03

/* One thing that several pairs may share: a word, a name, a value. */
typedef struct {
  char *text;
  char *folded; /* to find it in others */
  double strength;
} Item;

struct _SynReasons {
  const SynCorpus *corpus;
  const SynModel *model;
  SynModelKind kind;
  GArray *items[SYN_N_GROUPS];    /* of Item */
  GArray *evidence[SYN_N_GROUPS]; /* of SynEvidence */
  double weights[SYN_N_GROUPS];
  double total;
  char *conflict;  /* owned: what is told of the values that differ, or NULL */
  char *published; /* owned: and of when they were published */
  SynReasonKind conflict_kind;
};

static const SynReasonKind group_kinds[SYN_N_GROUPS] = {
  [SYN_GROUP_FIGURE] = SYN_REASON_FIGURE,     [SYN_GROUP_NEAR_FIGURE] = SYN_REASON_FIGURE,
  [SYN_GROUP_RANK] = SYN_REASON_FIGURE,       [SYN_GROUP_DATE] = SYN_REASON_DATE,
  [SYN_GROUP_QUOTE] = SYN_REASON_QUOTE,       [SYN_GROUP_SPEAKER] = SYN_REASON_QUOTE,
  [SYN_GROUP_UTTERANCE] = SYN_REASON_MEANING, [SYN_GROUP_NAME] = SYN_REASON_NAME,
  [SYN_GROUP_TERM] = SYN_REASON_TERM,         [SYN_GROUP_MEANING] = SYN_REASON_MEANING,
  [SYN_GROUP_CONTEXT] = SYN_REASON_MEANING,   [SYN_GROUP_CONFLICT] = SYN_REASON_FIGURE,
};

/* The group that a feature explains itself in, or SYN_N_GROUPS for those that need no words. */
static SynReasonGroup
get_group (SynFeature feature)
{
  switch (feature) {
  case SYN_FEATURE_OVERLAP:
  case SYN_FEATURE_CONTAINED:
  case SYN_FEATURE_CONTAINED_LONGER:
  case SYN_FEATURE_SURPRISE:
  case SYN_FEATURE_HELD:
  case SYN_FEATURE_HELD_HERE:
  case SYN_FEATURE_HELD_CLAUSE:
  case SYN_FEATURE_HELD_CLAUSE_HERE:
  case SYN_FEATURE_SURFACE:
  case SYN_FEATURE_PHRASE:
  case SYN_FEATURE_RUN:
    return SYN_GROUP_TERM;
  case SYN_FEATURE_MEANING:
  case SYN_FEATURE_MEANING_CONTAINED:
  case SYN_FEATURE_GIST:
    return SYN_GROUP_MEANING;
  case SYN_FEATURE_FIGURE:
    return SYN_GROUP_FIGURE;
  case SYN_FEATURE_FIGURE_LOOSE:
    return SYN_GROUP_NEAR_FIGURE;
  case SYN_FEATURE_RANK:
    return SYN_GROUP_RANK;
  case SYN_FEATURE_DATE:
  case SYN_FEATURE_DATE_LOOSE:
    return SYN_GROUP_DATE;
  case SYN_FEATURE_NAME:
    return SYN_GROUP_NAME;
  case SYN_FEATURE_QUOTE:
    return SYN_GROUP_QUOTE;
  case SYN_FEATURE_SPEAKER:
    return SYN_GROUP_SPEAKER;
  case SYN_FEATURE_UTTERANCE:
    return SYN_GROUP_UTTERANCE;
  case SYN_FEATURE_NEIGHBOUR:
  case SYN_FEATURE_NEIGHBOUR_NAME:
  case SYN_FEATURE_TRIANGLE:
    return SYN_GROUP_CONTEXT;
  default:
    return SYN_N_GROUPS;
  }
}

static void
clear_item (gpointer data)
{
  Item *item = data;

  g_free (item->text);
  g_free (item->folded);
}

SynReasons *
syn_reasons_new (const SynCorpus *corpus, const SynModel *model, SynModelKind kind)
{
  SynReasons *self = g_new0 (SynReasons, 1);

  self->corpus = corpus;
  self->model = model;
  self->kind = kind;
  for (int g = 0; g < SYN_N_GROUPS; g++) {
    self->items[g] = g_array_new (FALSE, FALSE, sizeof (Item));
    g_array_set_clear_func (self->items[g], clear_item);
    self->evidence[g] = g_array_new (FALSE, FALSE, sizeof (SynEvidence));
  }

  return self;
}

void
syn_reasons_free (SynReasons *self)
{
  for (int g = 0; g < SYN_N_GROUPS; g++) {
    g_array_unref (self->items[g]);
    g_array_unref (self->evidence[g]);
  }
  g_free (self->conflict);
  g_free (self->published);
  g_free (self);
}

void
syn_reason_clear (SynReason *reason)
{
  g_free (reason->text);
  g_free (reason->evidence);
}

/* ---- taking in ---- */

static SynReasonGroup
choose_group (const SynPair *pair, const SynFinding *finding)
{
  SynReasonGroup group = get_group (finding->feature);
  gboolean is_same = group == SYN_GROUP_NEAR_FIGURE &&
                     syn_pair_get_article (pair, pair->a)->figures[finding->a_record].value ==
                         syn_pair_get_article (pair, pair->b)->figures[finding->b_record].value;

  return is_same ? SYN_GROUP_FIGURE : group;
}

/* Most things come again as they were written before; only others need folding. */
static Item *
find_item (GArray *items, const char *text, const char *folded)
{
  for (guint i = 0; i < items->len; i++) {
    Item *item = &g_array_index (items, Item, i);

    if (folded != NULL ? strcmp (item->folded, folded) == 0 : strcmp (item->text, text) == 0)
      return item;
  }

  return NULL;
}

static void
add_item (SynReasons *self, SynReasonGroup group, char *text, double strength)
{
  GArray *items = self->items[group];
  Item item = { text, NULL, strength };
  Item *known = find_item (items, text, NULL);

  if (known == NULL) {
    item.folded = syn_fold (text, -1);
    known = find_item (items, text, item.folded);
  }
  if (known == NULL) {
    g_array_append_val (items, item);
    return;
  }

  known->strength = MAX (known->strength, strength);
  clear_item (&item);
}

static void
add_evidence (GArray *evidence, guint mention, SynSpan span)
{
  SynEvidence record = { mention, span };

  if (syn_span_is_empty (span))
    return;
  if (evidence->len >= MAX_EVIDENCE)
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
    SynReasonGroup group = get_group (f);

    if (contribution > 0 && group != SYN_N_GROUPS) {
      self->weights[group] += contribution;
      self->total += contribution;
    }
  }

  for (guint i = 0; pair->findings != NULL && i < pair->findings->len; i++) {
    const SynFinding *finding = &g_array_index (pair->findings, SynFinding, i);
    SynReasonGroup group = choose_group (pair, finding);

    if (group == SYN_N_GROUPS || finding->strength <= 0 ||
        syn_reason_is_obscure (self->corpus, pair, finding, group))
      continue;
    if (self->items[group]->len < MAX_ITEMS)
      add_item (self, group, syn_reason_name_finding (self->corpus, pair, finding, group), finding->strength);
    add_evidence (self->evidence[group], a, finding->a);
    add_evidence (self->evidence[group], b, finding->b);
  }
}

void
syn_reasons_set_conflict (
    SynReasons *self, SynReasonKind kind, char *text, char *published, const SynEvidence *evidence, gsize n)
{
  self->conflict_kind = kind;
  self->conflict = text;
  self->published = published;
  for (gsize i = 0; i < n; i++)
    add_evidence (self->evidence[SYN_GROUP_CONFLICT], evidence[i].mention, evidence[i].span);
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

static gboolean
says (const Item *item, const Item *other)
{
  return strstr (item->folded, other->folded) != NULL;
}

/* Takes the item in, unless one that is chosen says it; it stands for those that it says. */
static void
choose_item (GPtrArray *chosen, Item *item, guint max)
{
  guint place = chosen->len;

  for (guint i = 0; i < chosen->len; i++) {
    if (says (g_ptr_array_index (chosen, i), item))
      return;
  }
  for (guint i = chosen->len; i-- > 0;) {
    if (!says (item, g_ptr_array_index (chosen, i)))
      continue;
    g_ptr_array_remove_index (chosen, i);
    place = i;
  }
  if (chosen->len < max)
    g_ptr_array_insert (chosen, place, item);
}

/* The strongest items, none said twice: "RedNote, App Store". A phrase stands for the words in it. */
static char *
list_items (GArray *items, guint max)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  GString *list = g_string_new (NULL);

  g_array_sort (items, compare_items);
  for (guint i = 0; i < items->len && chosen->len < max; i++)
    choose_item (chosen, &g_array_index (items, Item, i), max);

  for (guint i = 0; i < chosen->len; i++) {
    if (i > 0)
      g_string_append (list, _ (", "));
    g_string_append (list, ((Item *) g_ptr_array_index (chosen, i))->text);
  }

  return g_string_free (list, FALSE);
}

static char *
word_reason (const SynReasons *self, SynReasonGroup group)
{
  g_autofree char *list = list_items (self->items[group], group == SYN_GROUP_QUOTE ? 1 : MAX_NAMED);

  switch (group) {
  case SYN_GROUP_FIGURE:
    return g_strdup_printf (_ ("the same figure: %s"), list);
  case SYN_GROUP_NEAR_FIGURE:
    return g_strdup_printf (_ ("figures that fit each other: %s"), list);
  case SYN_GROUP_RANK:
    return g_strdup_printf (_ ("the same rank: %s"), list);
  case SYN_GROUP_DATE:
    return g_strdup_printf (_ ("the same time: %s"), list);
  case SYN_GROUP_QUOTE:
    return g_strdup_printf (_ ("the same words quoted: “%s”"), list);
  case SYN_GROUP_SPEAKER:
    return g_strdup_printf (_ ("the same speaker: %s"), list);
  case SYN_GROUP_UTTERANCE:
    return g_strdup_printf (_ ("the same statement in other words: %s"), list);
  case SYN_GROUP_NAME:
    return g_strdup_printf (_ ("the same names: %s"), list);
  case SYN_GROUP_TERM:
    return g_strdup_printf (_ ("the same words: %s"), list);
  case SYN_GROUP_MEANING:
    return g_strdup_printf (_ ("words of like meaning: %s"), list);
  case SYN_GROUP_CONTEXT:
    return g_strdup (_ ("the sentences around it match as well"));
  case SYN_GROUP_CONFLICT:
  case SYN_N_GROUPS:
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

/* What differs stands first: the reader sees the mark and asks what it means. */
static void
add_conflict (SynReasons *self, GArray *reasons)
{
  SynReason reason = { self->conflict_kind, g_steal_pointer (&self->conflict) };
  SynReason published = { SYN_REASON_DATE, g_steal_pointer (&self->published), MIN_WEIGHT };
  gsize n_evidence;

  for (guint i = 0; i < reasons->len; i++)
    reason.weight = MAX (reason.weight, g_array_index (reasons, SynReason, i).weight);
  reason.evidence = g_array_steal (self->evidence[SYN_GROUP_CONFLICT], &n_evidence);
  reason.n_evidence = n_evidence;
  g_array_prepend_val (reasons, reason);
  if (published.text != NULL)
    g_array_append_val (reasons, published);
}

SynReason *
syn_reasons_steal (SynReasons *self, gsize *n)
{
  g_autoptr (GArray) reasons = g_array_new (FALSE, TRUE, sizeof (SynReason));

  for (int g = 0; g < SYN_N_GROUPS; g++) {
    SynReason reason = { group_kinds[g] };
    gsize n_evidence;

    reason.weight = self->total > 0 ? self->weights[g] / self->total : 0;
    if (reason.weight < MIN_WEIGHT || (self->items[g]->len == 0 && g != SYN_GROUP_CONTEXT))
      continue;
    reason.text = word_reason (self, g);
    reason.evidence = g_array_steal (self->evidence[g], &n_evidence);
    reason.n_evidence = n_evidence;
    g_array_append_val (reasons, reason);
  }

  g_array_sort (reasons, compare_reasons);
  if (self->conflict != NULL)
    add_conflict (self, reasons);
  if (reasons->len == 0) {
    SynReason reason = { SYN_REASON_MEANING, g_strdup (_ ("alike as a whole")), 1 };

    g_array_append_val (reasons, reason);
  }

  return g_array_steal (reasons, n);
}
