#include "syn-findings.h"

#include <glib/gi18n.h>
#include <string.h>

#include "syn-marks.h"

/* Names of one thing are listed from this contrast on, frames from this score of a sentence: where the engine
 * shows them by default. */
#define CONTRAST_SHOWN 0.5
#define FRAME_SHOWN    0.5

static const char *const KIND_NAMES[SYN_N_FINDINGS] = {
  [SYN_FINDINGS_FIGURES] = N_ ("Figures"), [SYN_FINDINGS_QUOTES] = N_ ("Quotes"),
  [SYN_FINDINGS_LABELS] = N_ ("Labels"),   [SYN_FINDINGS_WORDING] = N_ ("Wording"),
  [SYN_FINDINGS_FRAMES] = N_ ("Frames"),
};

/* In the order of syn_frame_names. */
static const char *const FRAME_NAMES[SYN_N_FRAMES] = {
  N_ ("Economy"), N_ ("Capacity"),       N_ ("Morality"), N_ ("Fairness"),        N_ ("Legality"),
  N_ ("Policy"),  N_ ("Crime"),          N_ ("Security"), N_ ("Health"),          N_ ("Quality of life"),
  N_ ("Culture"), N_ ("Public opinion"), N_ ("Politics"), N_ ("Other countries"), N_ ("Other"),
};

typedef struct {
  SynComparison *comparison;
  const guint *order;
  guint n_articles;
  GPtrArray *rows;
} Builder;

static void
clear_entry (gpointer data)
{
  SynFindingEntry *entry = data;

  g_free (entry->text);
  g_free (entry->reason);
}

static void
free_finding (gpointer data)
{
  SynFinding *finding = data;

  g_free (finding->what);
  g_array_unref (finding->entries);
  g_free (finding);
}

static SynFinding *
add_row (Builder *builder, const char *what)
{
  SynFinding *finding = g_new0 (SynFinding, 1);

  finding->what = g_strdup (what);
  finding->entries = g_array_new (FALSE, FALSE, sizeof (SynFindingEntry));
  g_array_set_clear_func (finding->entries, clear_entry);
  g_ptr_array_add (builder->rows, finding);

  return finding;
}

/* Takes `text`. */
static void
add_entry (SynFinding *finding, guint article, SynSpan span, char *text, const char *reason)
{
  SynFindingEntry entry = { article, span, g_strdelimit (text, "\n", ' '), g_strdup (reason) };

  g_array_append_val (finding->entries, entry);
}

static guint
count_articles (const SynFinding *finding)
{
  guint n = 0;

  for (guint i = 0; i < finding->entries->len; i++) {
    guint k = 0;

    while (g_array_index (finding->entries, SynFindingEntry, k).article !=
           g_array_index (finding->entries, SynFindingEntry, i).article) {
      k++;
    }
    n += k == i;
  }

  return n;
}

/* ---- figures ---- */

static void
find_figures (Builder *builder)
{
  gsize n;
  const SynFigureRow *rows =
      syn_alignment_get_figures (syn_comparison_get_alignment (builder->comparison), &n);

  for (gsize i = 0; i < n; i++) {
    SynFinding *finding = add_row (builder, rows[i].what);

    finding->has_conflict = rows[i].has_conflict;
    for (guint place = 0; place < builder->n_articles; place++) {
      for (gsize k = 0; k < rows[i].n_entries; k++) {
        const SynFigureEntry *entry = &rows[i].entries[k];
        SynDocument *document = syn_comparison_get_document (builder->comparison, entry->article);
        SynSpan span = syn_document_get_figures (document, NULL)[entry->figure].span;

        if (entry->article == builder->order[place]) {
          add_entry (finding, entry->article, span, syn_document_dup_span (document, span), NULL);
        }
      }
    }
  }
}

/* ---- quotes ---- */

/* The row of that speaker; NULL stands for one who is not stated. */
static SynFinding *
ensure_speaker (Builder *builder, const char *speaker)
{
  const char *what = speaker != NULL ? speaker : _ ("Speaker not stated");

  for (guint i = 0; i < builder->rows->len; i++) {
    SynFinding *finding = g_ptr_array_index (builder->rows, i);

    if (g_str_equal (finding->what, what)) {
      return finding;
    }
  }

  return add_row (builder, what);
}

/* Whom most articles quote comes first. */
static int
compare_by_articles (gconstpointer a, gconstpointer b)
{
  guint first = count_articles (*(SynFinding *const *) a);
  guint second = count_articles (*(SynFinding *const *) b);

  return first > second ? -1 : first < second;
}

static void
add_quote (Builder *builder, const SynQuoteRow *row)
{
  SynDocument *document = syn_comparison_get_document (builder->comparison, row->article);
  const SynQuote *quote = &syn_document_get_quotes (document, NULL)[row->quote];
  g_autofree char *source = syn_span_length (quote->source) > 0
                                ? g_strdelimit (syn_document_dup_span (document, quote->source), "\n", ' ')
                                : NULL;
  g_autofree char *content = syn_document_dup_span (document, quote->content);
  SynFinding *finding = ensure_speaker (builder, row->speaker != NULL ? row->speaker : source);

  /* Translators: somebody's own words in quotation marks. */
  add_entry (finding, row->article, quote->content,
             quote->is_direct ? g_strdup_printf (_ ("“%s”"), content) : g_steal_pointer (&content), NULL);
}

static void
find_quotes (Builder *builder, SynFraming *framing)
{
  gsize n;
  const SynQuoteRow *rows = syn_framing_get_quotes (framing, &n);

  for (guint place = 0; place < builder->n_articles; place++) {
    for (gsize i = 0; i < n; i++) {
      if (rows[i].article == builder->order[place]) {
        add_quote (builder, &rows[i]);
      }
    }
  }
  g_ptr_array_sort (builder->rows, compare_by_articles);
}

/* ---- labels ---- */

/* Each wording once an article, with how often; wordings that differ in case alone are one. */
static void
add_names (const Builder *builder, SynFinding *finding, const SynLabel *label, guint article)
{
  SynDocument *document = syn_comparison_get_document (builder->comparison, article);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int pass = 0; pass < 2; pass++) {
    for (gsize i = 0; i < label->n_names; i++) {
      g_autofree char *words = NULL;
      g_autofree char *folded = NULL;
      guint count;

      if (label->names[i].article != article) {
        continue;
      }
      words = syn_document_dup_span (document, label->names[i].span);
      folded = g_utf8_casefold (words, -1);
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, folded));
      if (pass == 0) {
        g_hash_table_replace (counts, g_steal_pointer (&folded), GUINT_TO_POINTER (count + 1));
      } else if (count > 0) {
        /* Translators: a wording and how often it is used: "the newcomers ×3". */
        add_entry (finding, article, label->names[i].span,
                   count > 1 ? g_strdup_printf (_ ("%s ×%u"), words, count) : g_steal_pointer (&words), NULL);
        g_hash_table_remove (counts, folded);
      }
    }
  }
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const SynLabel *first = *(const SynLabel *const *) a;
  const SynLabel *second = *(const SynLabel *const *) b;

  return first->contrast > second->contrast ? -1 : first->contrast < second->contrast;
}

static void
find_labels (Builder *builder, SynFraming *framing)
{
  gsize n;
  const SynLabel *labels = syn_framing_get_labels (framing, &n);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (gsize i = 0; i < n; i++) {
    if (labels[i].contrast >= CONTRAST_SHOWN) {
      g_ptr_array_add (shown, (gpointer) &labels[i]);
    }
  }
  g_ptr_array_sort (shown, compare_labels);

  for (guint i = 0; i < shown->len; i++) {
    const SynLabel *label = g_ptr_array_index (shown, i);
    SynFinding *finding = add_row (builder, label->referent);

    for (guint place = 0; place < builder->n_articles; place++) {
      add_names (builder, finding, label, builder->order[place]);
    }
  }
}

/* ---- wording ---- */

static void
find_wording (Builder *builder, SynFraming *framing)
{
  gsize n;
  const SynFramingMark *marks = syn_framing_get_marks (framing, &n);

  for (guint place = 0; place < builder->n_articles; place++) {
    guint article = builder->order[place];
    SynDocument *document = syn_comparison_get_document (builder->comparison, article);
    SynFinding *finding = NULL;

    for (gsize i = 0; i < n; i++) {
      if (marks[i].article == article && marks[i].kind == SYN_FRAMING_LOADED &&
          marks[i].score >= SYN_LOADED_SHOWN) {
        finding = finding != NULL ? finding : add_row (builder, NULL);
        add_entry (finding, article, marks[i].span, syn_document_dup_span (document, marks[i].span),
                   marks[i].reason);
      }
    }
  }
}

/* ---- frames ---- */

/* In how many of the article's sentences that frame is; leads to the first. */
static void
add_share (Builder *builder, SynFraming *framing, guint frame, guint article, SynFinding **finding)
{
  SynDocument *document = syn_comparison_get_document (builder->comparison, article);
  const SynSentence *sentences = syn_document_get_sentences (document, NULL);
  gsize first = 0;
  guint count = 0;
  gsize n;
  const SynSentenceFraming *framed = syn_framing_get_sentences (framing, article, &n);

  for (gsize i = n; i > 0; i--) {
    if (framed[i - 1].frames[frame] >= FRAME_SHOWN) {
      first = i - 1;
      count++;
    }
  }
  if (count == 0) {
    return;
  }

  *finding = *finding != NULL ? *finding : add_row (builder, _ (FRAME_NAMES[frame]));
  /* Translators: so many of so many sentences. */
  add_entry (*finding, article, sentences[first].span, g_strdup_printf (_ ("%u of %u"), count, (guint) n),
             _ ("Sentences with this frame; leads to the first"));
}

static void
find_frames (Builder *builder, SynFraming *framing)
{
  for (guint frame = 0; frame < SYN_N_FRAMES; frame++) {
    SynFinding *finding = NULL;

    for (guint place = 0; place < builder->n_articles; place++) {
      add_share (builder, framing, frame, builder->order[place], &finding);
    }
  }
  g_ptr_array_sort (builder->rows, compare_by_articles);
}

GPtrArray *
syn_findings_new (SynComparison *comparison, SynFindingsKind kind, const guint *order)
{
  SynFraming *framing = syn_comparison_get_framing (comparison);
  Builder builder = {
    .comparison = comparison,
    .order = order,
    .n_articles = syn_comparison_get_n_articles (comparison),
    .rows = g_ptr_array_new_with_free_func (free_finding),
  };
  static void (*const finders[SYN_N_FINDINGS]) (Builder *, SynFraming *) = {
    [SYN_FINDINGS_QUOTES] = find_quotes,
    [SYN_FINDINGS_LABELS] = find_labels,
    [SYN_FINDINGS_WORDING] = find_wording,
    [SYN_FINDINGS_FRAMES] = find_frames,
  };

  if (kind == SYN_FINDINGS_FIGURES) {
    find_figures (&builder);
  } else if (framing != NULL) {
    finders[kind](&builder, framing);
  }

  return builder.rows;
}

guint
syn_findings_count (GPtrArray *findings, SynFindingsKind kind)
{
  guint n = 0;

  if (kind == SYN_FINDINGS_FIGURES || kind == SYN_FINDINGS_LABELS) {
    return findings->len;
  }

  for (guint i = 0; kind != SYN_FINDINGS_FRAMES && i < findings->len; i++) {
    n += ((SynFinding *) g_ptr_array_index (findings, i))->entries->len;
  }

  return n;
}

const char *
syn_findings_get_name (SynFindingsKind kind)
{
  return _ (KIND_NAMES[kind]);
}
