#include "syn-session.h"

#include <math.h>

#include "syn-pane-order.h"

/* Read opens with so many panes of a story that has more; see the grammar of the window, "How many panes". */
#define FIRST_PANES_OF_MANY 4
#define MANY_PANES          6

struct _SynSession {
  GObject parent_instance;

  /* owned */
  GPtrArray *articles; /* SynArticle */
  GPtrArray *texts;    /* SynPageText */
  GPtrArray *marks;    /* SynMarks, or empty */
  SynComparison *comparison;
  GListStore *facts; /* SynFactItem */
  SynPaneOrder *order;

  /* state */
  guint current;
  guint kinds;
  guint selected; /* among the alignment's facts */
  double threshold;
  gboolean is_aligned;
};

enum {
  PROP_0,
  PROP_THRESHOLD,
  PROP_ALIGNED,
  N_PROPS,
};

enum {
  ARTICLES_CHANGED,
  PANES_CHANGED,
  MARKS_CHANGED,
  SELECTION_CHANGED,
  REVEAL,
  SHOW_CHARACTER,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SynSession, syn_session, G_TYPE_OBJECT)

/* Numbers the facts at or above the threshold, lists them and makes every article's marks from them. TRUE
 * when the selected fact is no longer among them. */
static gboolean
number_facts (SynSession *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree guint *numbers = NULL;
  const SynFact *facts;
  gboolean is_lost;
  gsize n;

  g_ptr_array_set_size (self->marks, 0);
  if (self->comparison == NULL) {
    g_list_store_remove_all (self->facts);
    return FALSE;
  }

  facts = syn_alignment_get_facts (syn_comparison_get_alignment (self->comparison), &n);
  numbers = g_new0 (guint, n + 1);
  for (gsize i = 0; i < n; i++) {
    if (facts[i].confidence >= self->threshold) {
      numbers[i] = items->len + 1;
      g_ptr_array_add (items, syn_fact_item_new (self->comparison, &facts[i], numbers[i]));
    }
  }

  for (guint i = 0; i < self->articles->len; i++) {
    g_ptr_array_add (self->marks, syn_marks_new (self->comparison, i, g_ptr_array_index (self->texts, i),
                                                 numbers, self->threshold));
  }

  is_lost = self->selected != SYN_NO_INDEX && numbers[self->selected] == 0;
  if (is_lost) {
    self->selected = SYN_NO_INDEX;
  }
  g_list_store_splice (self->facts, 0, g_list_model_get_n_items (G_LIST_MODEL (self->facts)), items->pdata,
                       items->len);

  return is_lost;
}

static void
take_articles (SynSession *self, SynArticle *const *articles, gsize n)
{
  g_ptr_array_set_size (self->articles, 0);
  g_ptr_array_set_size (self->texts, 0);

  for (gsize i = 0; i < n; i++) {
    SynDocument *document =
        self->comparison != NULL ? syn_comparison_get_document (self->comparison, i) : NULL;

    g_ptr_array_add (self->articles, g_object_ref (articles[i]));
    g_ptr_array_add (self->texts, syn_page_text_new (articles[i], document));
  }
}

static void
reset_panes (SynSession *self)
{
  guint n = self->articles->len >= MANY_PANES ? FIRST_PANES_OF_MANY : self->articles->len;
  g_autofree guint *panes = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++) {
    panes[i] = i;
  }
  syn_pane_order_set (self->order, panes, n, self->articles->len);
  self->current = 0;
}

static int
compare_articles (gconstpointer a, gconstpointer b)
{
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

/* Of a story with many articles, those that state most facts are read first; side by side they keep their
 * order. */
static void
show_most_covering (SynSession *self)
{
  guint panes[FIRST_PANES_OF_MANY];
  guint n = self->articles->len;
  g_autofree gboolean *is_taken = g_new0 (gboolean, n + 1);

  if (n < MANY_PANES) {
    return;
  }

  for (guint k = 0; k < FIRST_PANES_OF_MANY; k++) {
    guint best = SYN_NO_INDEX;
    guint most = 0;

    for (guint i = 0; i < n; i++) {
      guint count = syn_marks_count_facts (g_ptr_array_index (self->marks, i));

      if (!is_taken[i] && (best == SYN_NO_INDEX || count > most)) {
        best = i;
        most = count;
      }
    }
    is_taken[best] = TRUE;
    panes[k] = best;
  }
  qsort (panes, FIRST_PANES_OF_MANY, sizeof panes[0], compare_articles);
  syn_pane_order_set (self->order, panes, FIRST_PANES_OF_MANY, n);
  self->current = panes[0];
}

static gboolean
has_same_articles (SynSession *self, SynComparison *comparison)
{
  if (syn_comparison_get_n_articles (comparison) != self->articles->len) {
    return FALSE;
  }

  for (guint i = 0; i < self->articles->len; i++) {
    if (syn_article_get_id (syn_comparison_get_article (comparison, i)) !=
        syn_article_get_id (g_ptr_array_index (self->articles, i))) {
      return FALSE;
    }
  }

  return TRUE;
}

static void
syn_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SynSession *self = SYN_SESSION (object);

  switch (prop_id) {
  case PROP_THRESHOLD:
    g_value_set_double (value, self->threshold);
    break;
  case PROP_ALIGNED:
    g_value_set_boolean (value, self->is_aligned);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
syn_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SynSession *self = SYN_SESSION (object);

  switch (prop_id) {
  case PROP_THRESHOLD:
    syn_session_set_threshold (self, g_value_get_double (value));
    break;
  case PROP_ALIGNED:
    syn_session_set_aligned (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
syn_session_finalize (GObject *object)
{
  SynSession *self = SYN_SESSION (object);

  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->marks);
  g_clear_object (&self->comparison);
  g_object_unref (self->facts);
  syn_pane_order_free (self->order);

  G_OBJECT_CLASS (syn_session_parent_class)->finalize (object);
}

static void
syn_session_class_init (SynSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const char *names[SHOW_CHARACTER] = { "articles-changed", "panes-changed", "marks-changed",
                                        "selection-changed", "reveal" };

  object_class->get_property = syn_session_get_property;
  object_class->set_property = syn_session_set_property;
  object_class->finalize = syn_session_finalize;

  props[PROP_THRESHOLD] = g_param_spec_double (
      "threshold", NULL, NULL, SYN_LOOSEST_THRESHOLD, SYN_STRICTEST_THRESHOLD, SYN_DEFAULT_THRESHOLD,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_ALIGNED] = g_param_spec_boolean (
      "aligned", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  for (guint i = 0; i < SHOW_CHARACTER; i++) {
    signals[i] =
        g_signal_new (names[i], SYN_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  }
  signals[SHOW_CHARACTER] = g_signal_new ("show-character", SYN_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
syn_session_init (SynSession *self)
{
  self->articles = g_ptr_array_new_with_free_func (g_object_unref);
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_page_text_free);
  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_marks_free);
  self->facts = g_list_store_new (SYN_TYPE_FACT_ITEM);
  self->order = syn_pane_order_new ();
  self->kinds = SYN_ALL_KINDS;
  self->selected = SYN_NO_INDEX;
  self->threshold = SYN_DEFAULT_THRESHOLD;
  self->is_aligned = TRUE;
}

SynSession *
syn_session_new (void)
{
  return g_object_new (SYN_TYPE_SESSION, NULL);
}

void
syn_session_set_articles (SynSession *self, SynArticle *const *articles, gsize n)
{
  g_clear_object (&self->comparison);
  self->selected = SYN_NO_INDEX;

  take_articles (self, articles, n);
  reset_panes (self);
  number_facts (self);

  g_signal_emit (self, signals[ARTICLES_CHANGED], 0);
  g_signal_emit (self, signals[PANES_CHANGED], 0);
  g_signal_emit (self, signals[MARKS_CHANGED], 0);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

void
syn_session_set_comparison (SynSession *self, SynComparison *comparison)
{
  gboolean is_same = has_same_articles (self, comparison);
  guint n = syn_comparison_get_n_articles (comparison);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++) {
    g_ptr_array_add (articles, g_object_ref (syn_comparison_get_article (comparison, i)));
  }

  g_set_object (&self->comparison, comparison);
  self->selected = SYN_NO_INDEX;
  take_articles (self, (SynArticle *const *) articles->pdata, n);
  if (!is_same) {
    reset_panes (self);
  }
  number_facts (self);
  show_most_covering (self);

  g_signal_emit (self, signals[ARTICLES_CHANGED], 0);
  g_signal_emit (self, signals[PANES_CHANGED], 0);
  g_signal_emit (self, signals[MARKS_CHANGED], 0);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

SynComparison *
syn_session_get_comparison (SynSession *self)
{
  return self->comparison;
}

guint
syn_session_get_n_articles (SynSession *self)
{
  return self->articles->len;
}

SynArticle *
syn_session_get_article (SynSession *self, guint article)
{
  return g_ptr_array_index (self->articles, article);
}

const SynPageText *
syn_session_get_text (SynSession *self, guint article)
{
  return g_ptr_array_index (self->texts, article);
}

const SynMarks *
syn_session_get_marks (SynSession *self, guint article)
{
  return article < self->marks->len ? g_ptr_array_index (self->marks, article) : NULL;
}

const guint *
syn_session_get_panes (SynSession *self, gsize *n)
{
  return syn_pane_order_get_panes (self->order, n);
}

gboolean
syn_session_is_shown (SynSession *self, guint article)
{
  return syn_pane_order_is_shown (self->order, article);
}

const guint *
syn_session_get_order (SynSession *self, gsize *n)
{
  return syn_pane_order_get_all (self->order, n);
}

guint
syn_session_get_place (SynSession *self, guint article)
{
  guint place = syn_pane_order_get_place (self->order, article);

  g_return_val_if_fail (place != G_MAXUINT, article);

  return place;
}

char *
syn_session_get_letter (SynSession *self, guint article)
{
  return syn_article_letter (syn_session_get_place (self, article));
}

void
syn_session_set_shown (SynSession *self, guint article, gboolean is_shown)
{
  guint place = syn_pane_order_get_place (self->order, article);
  gboolean has_changed;
  const guint *panes;
  gsize n;

  syn_session_get_panes (self, &n);
  if (is_shown) {
    has_changed = n < SYN_MAX_PANES && syn_pane_order_show (self->order, article);
  } else {
    has_changed = syn_pane_order_hide (self->order, article);
  }
  if (!has_changed) {
    return;
  }

  /* The reader goes on in the pane that took the place. */
  panes = syn_session_get_panes (self, &n);
  if (!is_shown && self->current == article) {
    self->current = panes[MIN (place, n - 1)];
  }
  g_signal_emit (self, signals[PANES_CHANGED], 0);
}

void
syn_session_move_pane (SynSession *self, guint article, int by)
{
  if (syn_pane_order_move (self->order, article, by)) {
    g_signal_emit (self, signals[PANES_CHANGED], 0);
  }
}

guint
syn_session_get_current (SynSession *self)
{
  return self->current;
}

void
syn_session_set_current (SynSession *self, guint article)
{
  if (self->current != article && syn_session_is_shown (self, article)) {
    self->current = article;
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  }
}

GListModel *
syn_session_get_facts (SynSession *self)
{
  return G_LIST_MODEL (self->facts);
}

guint
syn_session_count (SynSession *self, SynKind kind)
{
  gsize n_panes;
  const guint *panes = syn_session_get_panes (self, &n_panes);
  guint n = 0;

  if (kind == SYN_KIND_ONLY_HERE || kind == SYN_KIND_LOADED) {
    for (gsize i = 0; self->marks->len > 0 && i < n_panes; i++) {
      n += syn_marks_count (g_ptr_array_index (self->marks, panes[i]), kind);
    }
    return n;
  }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->facts)); i++) {
    g_autoptr (SynFactItem) item = g_list_model_get_item (G_LIST_MODEL (self->facts), i);

    n += syn_fact_item_get_kind (item) == kind;
  }

  return n;
}

double
syn_session_get_threshold (SynSession *self)
{
  return self->threshold;
}

void
syn_session_set_threshold (SynSession *self, double threshold)
{
  gboolean is_lost;

  threshold = CLAMP (threshold, SYN_LOOSEST_THRESHOLD, SYN_STRICTEST_THRESHOLD);
  if (fabs (self->threshold - threshold) < 1e-6) {
    return;
  }

  self->threshold = threshold;
  is_lost = number_facts (self);
  g_signal_emit (self, signals[MARKS_CHANGED], 0);
  if (is_lost) {
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_THRESHOLD]);
}

guint
syn_session_get_kinds (SynSession *self)
{
  return self->kinds;
}

gboolean
syn_session_shows (SynSession *self, SynKind kind)
{
  return (self->kinds & (1u << kind)) != 0;
}

void
syn_session_set_shows (SynSession *self, SynKind kind, gboolean is_shown)
{
  guint kinds = is_shown ? self->kinds | (1u << kind) : self->kinds & ~(1u << kind);

  if (self->kinds != kinds) {
    self->kinds = kinds;
    g_signal_emit (self, signals[MARKS_CHANGED], 0);
  }
}

gboolean
syn_session_get_aligned (SynSession *self)
{
  return self->is_aligned;
}

void
syn_session_set_aligned (SynSession *self, gboolean is_aligned)
{
  is_aligned = !!is_aligned;
  if (self->is_aligned != is_aligned) {
    self->is_aligned = is_aligned;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ALIGNED]);
  }
}

SynFactItem *
syn_session_get_selected (SynSession *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->facts));

  for (guint i = 0; self->selected != SYN_NO_INDEX && i < n; i++) {
    g_autoptr (SynFactItem) item = g_list_model_get_item (G_LIST_MODEL (self->facts), i);

    if (syn_fact_item_get_fact (item)->id == self->selected) {
      return item; /* the model holds it */
    }
  }

  return NULL;
}

guint
syn_session_get_selected_fact (SynSession *self)
{
  return self->selected;
}

void
syn_session_select_fact (SynSession *self, guint fact)
{
  if (self->selected != fact) {
    self->selected = fact;
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  }
  if (fact != SYN_NO_INDEX) {
    g_signal_emit (self, signals[REVEAL], 0);
  }
}

void
syn_session_show_passage (SynSession *self, guint article, SynSpan span)
{
  gsize body;
  guint start = 0;
  guint end;

  g_return_if_fail (self->comparison != NULL && article < self->articles->len);

  body = syn_document_get_body (syn_comparison_get_document (self->comparison, article));
  if (span.start >= body) {
    syn_page_text_map (g_ptr_array_index (self->texts, article),
                       syn_span (span.start - body, span.end - body), &start, &end);
  }
  syn_session_set_shown (self, article, TRUE);
  syn_session_set_current (self, article);
  g_signal_emit (self, signals[SHOW_CHARACTER], 0, article, start);
}

void
syn_session_step (SynSession *self, int by)
{
  SynFactItem *selected = syn_session_get_selected (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->facts));
  int target;

  if (n == 0) {
    return;
  }

  if (selected != NULL) {
    target = (int) syn_fact_item_get_number (selected) - 1 + by;
  } else {
    target = by > 0 ? 0 : (int) n - 1;
  }
  if (target >= 0 && target < (int) n) {
    g_autoptr (SynFactItem) item = g_list_model_get_item (G_LIST_MODEL (self->facts), target);

    syn_session_select_fact (self, syn_fact_item_get_fact (item)->id);
  }
}
