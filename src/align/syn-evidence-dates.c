/* Dates: the same day named on both sides speaks for a common fact, other days against it. */
#include "config.h"

#include "syn-evidence-private.h"

/* Times longer than this say too little to compare, days. */
#define MAX_DAYS 31

/* A date that the text gives by its distance ("today") says less than one written out: outlets' days differ.
 */
#define RELATIVE 0.7

static void
tell_dates (SynPair *pair, SynFeature feature, guint32 a, guint32 b, double strength)
{
  SynFinding finding = { SYN_REASON_DATE, feature, strength };

  finding.a = syn_pair_get_article (pair, pair->a)->dates[a].span;
  finding.b = syn_pair_get_article (pair, pair->b)->dates[b].span;
  finding.a_record = a;
  finding.b_record = b;
  syn_pair_tell (pair, &finding);
}

static gboolean
is_precise (const SynDate *date)
{
  return date->precision != SYN_DATE_UNKNOWN && date->last - date->first <= MAX_DAYS;
}

void
syn_evidence_dates (SynPair *pair)
{
  const SynDateMention *a = syn_pair_get_article (pair, pair->a)->dates;
  const SynDateMention *b = syn_pair_get_article (pair, pair->b)->dates;
  const float *worths = syn_pair_get_article (pair, pair->a)->day_worths;
  gboolean have_both = FALSE, do_meet = FALSE;

  for (guint32 i = pair->a->first_date; i < pair->a->first_date + pair->a->n_dates; i++) {
    for (guint32 k = pair->b->first_date; k < pair->b->first_date + pair->b->n_dates; k++) {
      const SynDate *x = &a[i].date;
      const SynDate *y = &b[k].date;
      gboolean are_days = x->precision == SYN_DATE_DAY && y->precision == SYN_DATE_DAY;
      double strength = (a[i].is_relative ? RELATIVE : 1) * (b[k].is_relative ? RELATIVE : 1) * worths[i];
      SynFeature feature = are_days ? SYN_FEATURE_DATE : SYN_FEATURE_DATE_LOOSE;

      if (!is_precise (x) || !is_precise (y))
        continue;
      have_both = TRUE;
      if (!syn_date_agrees (x, y))
        continue;
      do_meet = TRUE;
      pair->features[feature] = MAX (pair->features[feature], strength);
      tell_dates (pair, feature, i, k, strength);
    }
  }

  if (have_both && !do_meet)
    pair->features[SYN_FEATURE_DATE_OTHER] = 1;
}
