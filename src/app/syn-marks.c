#include "syn-marks.h"

struct _SynMarks {
  GArray *marks;     /* SynMark */
  GArray *differing; /* SynCharacters */
  guint *first;      /* of each fact, into the marks; SYN_NO_INDEX */
  gsize n_facts;
};

/* What the marks are made from, for the length of syn_marks_new(). */
typedef struct {
  SynMarks *marks;
  SynDocument *document;
  const SynPageText *text;
  guint article;
} Maker;

static gboolean
map_span (const Maker *maker, SynSpan span, gboolean *in_title, guint *start, guint *end)
{
  gsize body = syn_document_get_body (maker->document);

  *in_title = syn_document_is_in_title (maker->document, span);
  if (*in_title) {
    const char *text = syn_document_get_text (maker->document, NULL);

    *start = g_utf8_strlen (text, span.start);
    *end = *start + g_utf8_strlen (text + span.start, syn_span_length (span));
    return *end > *start;
  }

  if (span.start < body) {
    return FALSE;
  }

  return syn_page_text_map (maker->text, syn_span (span.start - body, span.end - body), start, end);
}

static void
add_mention (const Maker *maker, const SynFact *fact, const SynMention *mention, guint number)
{
  SynMark mark = {
    .kind = syn_kind_of_stance (mention->stance),
    .fact = fact->id,
    .number = number,
    .has_conflict = fact->relation == SYN_RELATION_CONFLICT,
    .value = mention->value,
    .first_differing = maker->marks->differing->len,
  };

  if (!map_span (maker, mention->span, &mark.in_title, &mark.start, &mark.end)) {
    return;
  }

  for (gsize i = 0; i < mention->n_differing; i++) {
    SynCharacters words;
    gboolean in_title;

    if (map_span (maker, mention->differing[i], &in_title, &words.start, &words.end)) {
      g_array_append_val (maker->marks->differing, words);
    }
  }
  mark.n_differing = maker->marks->differing->len - mark.first_differing;

  g_array_append_val (maker->marks->marks, mark);
}

static void
add_facts (const Maker *maker, SynAlignment *alignment, const guint *numbers)
{
  gsize n;
  const SynFact *facts = syn_alignment_get_facts (alignment, &n);

  for (gsize i = 0; i < n; i++) {
    if (numbers[i] == 0) {
      continue;
    }

    for (gsize k = 0; k < facts[i].n_mentions; k++) {
      if (facts[i].mentions[k].article == maker->article) {
        add_mention (maker, &facts[i], &facts[i].mentions[k], numbers[i]);
      }
    }
  }
}

/* Neighbouring sentences of one paragraph make one mark. Heads and the headline are no sentences of their
 * own. */
static void
add_only_here (const Maker *maker, SynAlignment *alignment, double threshold)
{
  g_autoptr (GArray) sentences = syn_alignment_find_only_here (alignment, maker->article, threshold);
  const SynSentence *all = syn_document_get_sentences (maker->document, NULL);
  const SynParagraph *paragraphs = syn_document_get_paragraphs (maker->document, NULL);
  guint32 last = SYN_NO_INDEX;

  for (guint i = 0; i < sentences->len; i++) {
    guint32 index = g_array_index (sentences, guint32, i);
    const SynSentence *sentence = &all[index];
    SynMark mark = { .kind = SYN_KIND_ONLY_HERE, .fact = SYN_NO_INDEX };

    if (paragraphs[sentence->paragraph].kind != SYN_PARAGRAPH_TEXT ||
        !map_span (maker, sentence->span, &mark.in_title, &mark.start, &mark.end)) {
      continue;
    }

    if (last != SYN_NO_INDEX && index == last + 1 && all[last].paragraph == sentence->paragraph) {
      g_array_index (maker->marks->marks, SynMark, maker->marks->marks->len - 1).end = mark.end;
    } else {
      g_array_append_val (maker->marks->marks, mark);
    }
    last = index;
  }
}

static void
add_loaded (const Maker *maker, SynFraming *framing)
{
  gsize n;
  const SynFramingMark *words = syn_framing_get_marks (framing, &n);

  for (gsize i = 0; i < n; i++) {
    SynMark mark = { .kind = SYN_KIND_LOADED, .fact = SYN_NO_INDEX, .reason = words[i].reason };

    if (words[i].article == maker->article && words[i].kind == SYN_FRAMING_LOADED &&
        words[i].score >= SYN_LOADED_SHOWN &&
        map_span (maker, words[i].span, &mark.in_title, &mark.start, &mark.end)) {
      g_array_append_val (maker->marks->marks, mark);
    }
  }
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const SynMark *first = a;
  const SynMark *second = b;

  if (first->in_title != second->in_title) {
    return first->in_title ? 1 : -1;
  }
  if (first->start != second->start) {
    return first->start < second->start ? -1 : 1;
  }
  if (first->number != second->number) {
    return first->number < second->number ? -1 : 1;
  }

  return (int) first->kind - (int) second->kind;
}

/* Asked for at every frame: not to be searched for. */
static void
index_facts (SynMarks *self, SynAlignment *alignment)
{
  syn_alignment_get_facts (alignment, &self->n_facts);
  self->first = g_new (guint, self->n_facts + 1);
  for (gsize i = 0; i < self->n_facts; i++) {
    self->first[i] = SYN_NO_INDEX;
  }

  for (guint i = self->marks->len; i > 0; i--) {
    const SynMark *mark = &g_array_index (self->marks, SynMark, i - 1);

    if (mark->fact != SYN_NO_INDEX) {
      self->first[mark->fact] = i - 1;
    }
  }
}

SynMarks *
syn_marks_new (
    SynComparison *comparison, guint article, const SynPageText *text, const guint *numbers, double threshold)
{
  SynMarks *self = g_new0 (SynMarks, 1);
  SynAlignment *alignment = syn_comparison_get_alignment (comparison);
  SynFraming *framing = syn_comparison_get_framing (comparison);
  Maker maker = {
    .marks = self,
    .document = syn_comparison_get_document (comparison, article),
    .text = text,
    .article = article,
  };

  self->marks = g_array_new (FALSE, FALSE, sizeof (SynMark));
  self->differing = g_array_new (FALSE, FALSE, sizeof (SynCharacters));

  add_facts (&maker, alignment, numbers);
  /* Alone, an article has nothing that others lack. */
  if (syn_comparison_get_n_articles (comparison) > 1) {
    add_only_here (&maker, alignment, threshold);
  }
  if (framing != NULL) {
    add_loaded (&maker, framing);
  }
  g_array_sort (self->marks, compare_marks);
  index_facts (self, alignment);

  return self;
}

void
syn_marks_free (SynMarks *self)
{
  g_array_unref (self->marks);
  g_array_unref (self->differing);
  g_free (self->first);
  g_free (self);
}

const SynMark *
syn_marks_get_all (const SynMarks *self, gsize *n)
{
  *n = self->marks->len;

  return (const SynMark *) self->marks->data;
}

const SynCharacters *
syn_marks_get_differing (const SynMarks *self, const SynMark *mark)
{
  return (const SynCharacters *) self->differing->data + mark->first_differing;
}

const SynMark *
syn_marks_find_fact (const SynMarks *self, guint fact)
{
  if (fact >= self->n_facts || self->first[fact] == SYN_NO_INDEX) {
    return NULL;
  }

  return &g_array_index (self->marks, SynMark, self->first[fact]);
}

const SynMark *
syn_marks_find_at (const SynMarks *self, guint character)
{
  const SynMark *found = NULL;

  for (guint i = 0; i < self->marks->len; i++) {
    const SynMark *mark = &g_array_index (self->marks, SynMark, i);

    if (mark->in_title || mark->start > character) {
      break;
    }
    if (mark->fact != SYN_NO_INDEX && character < mark->end &&
        (found == NULL || mark->end - mark->start < found->end - found->start)) {
      found = mark;
    }
  }

  return found;
}

guint
syn_marks_count (const SynMarks *self, SynKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->marks->len; i++) {
    const SynMark *mark = &g_array_index (self->marks, SynMark, i);

    n += mark->kind == kind && (mark->fact == SYN_NO_INDEX || syn_marks_find_fact (self, mark->fact) == mark);
  }

  return n;
}

guint
syn_marks_count_facts (const SynMarks *self)
{
  return syn_marks_count (self, SYN_KIND_SHARED) + syn_marks_count (self, SYN_KIND_SIMILAR) +
         syn_marks_count (self, SYN_KIND_CONFLICT);
}
