/* Whom or what a figure is of, as far as names tell: two outlets may give two companies' sales in the same
 * words. */
#include "config.h"

#include "syn-evidence-private.h"

/* Whether the name is part of what the figure counts or ranks in: "top of Acme's store". */
static gboolean
is_within_quantity (const SynFigure *figure, SynSpan name)
{
  /* only what follows the figure belongs to it whole: a subject may stand between "users ... rose to" and the
   * number */
  if (figure->what_span.start >= figure->span.end)
    return syn_span_overlaps (syn_span (figure->span.start, figure->what_span.end), name);

  return syn_span_overlaps (figure->span, name) || syn_span_overlaps (figure->what_span, name);
}

/* Who or what the passage may give the figure of: its names but for places and the quantity's own. */
static GArray *
find_subjects (const SynCorpus *corpus, const SynPassage *passage, const SynFigure *figure)
{
  const SynArticleView *view = &corpus->articles[passage->article];
  GArray *subjects = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = passage->first_name; i < passage->first_name + passage->n_names; i++) {
    guint32 referent = view->referents[view->names[i].entity];

    if (g_array_index (corpus->referents, SynReferent, referent).kind != SYN_NAME_PLACE &&
        !is_within_quantity (figure, view->names[i].span))
      g_array_append_val (subjects, referent);
  }

  return subjects;
}

gboolean
syn_figures_have_other_subjects (const SynCorpus *corpus,
                                 const SynPassage *a,
                                 const SynFigure *a_figure,
                                 const SynPassage *b,
                                 const SynFigure *b_figure)
{
  g_autoptr (GArray) x = find_subjects (corpus, a, a_figure);
  g_autoptr (GArray) y = find_subjects (corpus, b, b_figure);

  for (guint i = 0; i < x->len; i++) {
    for (guint k = 0; k < y->len; k++) {
      if (g_array_index (x, guint32, i) == g_array_index (y, guint32, k))
        return FALSE;
    }
  }

  return x->len > 0 && y->len > 0;
}
