/* The comparison as one JSON document: the engine's whole answer, with every score, for programs. */
#include "config.h"

#include "syn-export-private.h"
#include "syn-json-writer-private.h"
#include "syn-parallel.h"
#include "syn-places-private.h"

/* Facts that a thread writes at a time. */
#define SLICE 32

typedef struct {
  SynComparison *comparison;
  SynPlaces *places;
  SynJsonWriter json;
} Writer;

static const char *const reason_kinds[] = { "figure", "name", "date", "quote", "term", "meaning" };
static const char *const framing_kinds[] = { "loaded", "hedge", "attribution", "metaphor", "frame" };
static const char *const aside_kinds[] = { NULL, "preface", "comment", "note" };
static const char *const qualifiers[] = { NULL, "about", "over", "under", "up-to", "range" };
static const char *const stances[] = { "absent", "similar", "stated", "conflicting" };

/* start, end, text and, for the headline, "in". */
static void
write_span (Writer *self, guint article, SynSpan span)
{
  SynPlace place = syn_places_find (self->places, article, span);

  syn_json_integer (&self->json, "start", place.characters.start);
  syn_json_integer (&self->json, "end", place.characters.end);
  syn_json_string_length (&self->json, "text", place.slice, place.length);
  if (place.is_in_title)
    syn_json_string (&self->json, "in", "title");
}

static void
write_optional_span (Writer *self, const char *key, guint article, SynSpan span)
{
  if (syn_span_is_empty (span)) {
    syn_json_null (&self->json, key);
    return;
  }

  syn_json_begin_object (&self->json, key);
  write_span (self, article, span);
  syn_json_end_object (&self->json);
}

static void
write_article (Writer *self, guint index)
{
  SynArticle *article = syn_comparison_get_article (self->comparison, index);
  SynDocument *document = syn_comparison_get_document (self->comparison, index);
  gint64 id = syn_article_get_id (article);
  const char *language = syn_article_get_language (article);
  gsize body = syn_document_get_body (document);
  gsize n;
  const SynAside *asides = syn_article_get_asides (article, &n);

  syn_json_begin_object (&self->json, NULL);
  syn_json_integer (&self->json, "index", index);
  if (id != 0)
    syn_json_integer (&self->json, "id", id);
  else
    syn_json_null (&self->json, "id");
  syn_json_string (&self->json, "title", syn_article_get_title (article));
  syn_json_string (&self->json, "byline", syn_article_get_byline (article));
  syn_json_string (&self->json, "outlet", syn_article_get_outlet (article));
  syn_json_string (&self->json, "published", syn_article_get_published (article));
  syn_json_string (&self->json, "language",
                   language != NULL ? language : syn_document_get_language (document));
  syn_json_string (&self->json, "url", syn_article_get_url (article));
  syn_json_string (&self->json, "file", syn_article_get_file (article));
  syn_json_string (&self->json, "text", syn_document_get_text (document, NULL) + body);

  syn_json_begin_array (&self->json, "asides");
  for (gsize i = 0; i < n; i++) {
    SynSpan span = syn_span (asides[i].span.start + body, asides[i].span.end + body);
    SynPlace place = syn_places_find (self->places, index, span);

    syn_json_begin_object (&self->json, NULL);
    syn_json_integer (&self->json, "start", place.characters.start);
    syn_json_integer (&self->json, "end", place.characters.end);
    syn_json_string (&self->json, "kind", aside_kinds[asides[i].kind]);
    syn_json_end_object (&self->json);
  }
  syn_json_end_array (&self->json);
  syn_json_end_object (&self->json);
}

static void
write_sentences (Writer *self, guint article)
{
  SynFraming *framing = syn_comparison_get_framing (self->comparison);
  gsize n, n_framings;
  const SynSentence *sentences =
      syn_document_get_sentences (syn_comparison_get_document (self->comparison, article), &n);
  const SynSentenceFraming *framings = syn_framing_get_sentences (framing, article, &n_framings);

  for (gsize i = 0; i < n; i++) {
    SynPlace place = syn_places_find (self->places, article, sentences[i].span);

    syn_json_begin_object (&self->json, NULL);
    syn_json_integer (&self->json, "article", article);
    syn_json_integer (&self->json, "start", place.characters.start);
    syn_json_integer (&self->json, "end", place.characters.end);
    if (place.is_in_title)
      syn_json_string (&self->json, "in", "title");
    syn_json_score (&self->json, "loaded", i < n_framings ? framings[i].loaded : 0);
    syn_json_begin_object (&self->json, "frames");
    for (guint frame = 0; frame < SYN_N_FRAMES && i < n_framings; frame++) {
      if (framings[i].frames[frame] > 0)
        syn_json_score (&self->json, syn_frame_names[frame], framings[i].frames[frame]);
    }
    syn_json_end_object (&self->json);
    syn_json_end_object (&self->json);
  }
}

static void
write_mention (Writer *self, const SynMention *mention)
{
  syn_json_begin_object (&self->json, NULL);
  syn_json_integer (&self->json, "article", mention->article);
  write_span (self, mention->article, mention->span);
  syn_json_score (&self->json, "score", mention->score);
  syn_json_boolean (&self->json, "verbatim", mention->is_verbatim);
  syn_json_string (&self->json, "stance", stances[mention->stance]);
  syn_json_integer (&self->json, "value", mention->value);
  syn_json_integer (&self->json, "origin", mention->origin);
  syn_json_begin_array (&self->json, "differing");
  for (gsize i = 0; i < mention->n_differing; i++) {
    syn_json_begin_object (&self->json, NULL);
    write_span (self, mention->article, mention->differing[i]);
    syn_json_end_object (&self->json);
  }
  syn_json_end_array (&self->json);
  syn_json_end_object (&self->json);
}

static void
write_reason (Writer *self, const SynFact *fact, const SynReason *reason)
{
  syn_json_begin_object (&self->json, NULL);
  syn_json_string (&self->json, "kind", reason_kinds[reason->kind]);
  syn_json_string (&self->json, "text", reason->text);
  syn_json_score (&self->json, "weight", reason->weight);
  syn_json_begin_array (&self->json, "evidence");
  for (gsize i = 0; i < reason->n_evidence; i++) {
    guint article = fact->mentions[reason->evidence[i].mention].article;

    syn_json_begin_object (&self->json, NULL);
    syn_json_integer (&self->json, "article", article);
    write_span (self, article, reason->evidence[i].span);
    syn_json_end_object (&self->json);
  }
  syn_json_end_array (&self->json);
  syn_json_end_object (&self->json);
}

static void
write_fact (Writer *self, const SynFact *fact)
{
  syn_json_begin_object (&self->json, NULL);
  syn_json_integer (&self->json, "id", fact->id);
  syn_json_string (&self->json, "title", fact->title);
  syn_json_string (&self->json, "relation", fact->relation == SYN_RELATION_CONFLICT ? "conflict" : "agree");
  syn_json_score (&self->json, "confidence", fact->confidence);
  syn_json_begin_array (&self->json, "absent");
  for (guint i = 0; i < fact->n_articles; i++) {
    if (fact->stances[i] == SYN_STANCE_ABSENT)
      syn_json_integer (&self->json, NULL, i);
  }
  syn_json_end_array (&self->json);
  syn_json_integer (&self->json, "origins", fact->n_origins);

  syn_json_begin_array (&self->json, "mentions");
  for (gsize i = 0; i < fact->n_mentions; i++)
    write_mention (self, &fact->mentions[i]);
  syn_json_end_array (&self->json);

  syn_json_begin_array (&self->json, "reasons");
  for (gsize i = 0; i < fact->n_reasons; i++)
    write_reason (self, fact, &fact->reasons[i]);
  syn_json_end_array (&self->json);
  syn_json_end_object (&self->json);
}

static void
write_figure_row (Writer *self, const SynFigureRow *row)
{
  syn_json_begin_object (&self->json, NULL);
  syn_json_string (&self->json, "what", row->what);
  syn_json_string (&self->json, "unit", row->unit);
  syn_json_boolean (&self->json, "conflict", row->has_conflict);
  syn_json_begin_array (&self->json, "entries");
  for (gsize i = 0; i < row->n_entries; i++) {
    guint article = row->entries[i].article;
    gsize n;
    const SynFigure *figure = &syn_document_get_figures (
        syn_comparison_get_document (self->comparison, article), &n)[row->entries[i].figure];

    syn_json_begin_object (&self->json, NULL);
    syn_json_integer (&self->json, "article", article);
    write_span (self, article, figure->span);
    syn_json_number (&self->json, "value", figure->value);
    if (figure->qualifier == SYN_RANGE)
      syn_json_number (&self->json, "upper", figure->upper);
    else
      syn_json_null (&self->json, "upper");
    syn_json_string (&self->json, "qualifier", qualifiers[figure->qualifier]);
    syn_json_end_object (&self->json);
  }
  syn_json_end_array (&self->json);
  syn_json_end_object (&self->json);
}

static void
write_quote (Writer *self, guint index, const SynQuoteRow *row)
{
  gsize n;
  const SynQuote *quote =
      &syn_document_get_quotes (syn_comparison_get_document (self->comparison, row->article), &n)[row->quote];
  guint fact = syn_comparison_find_quote_fact (self->comparison, index);

  syn_json_begin_object (&self->json, NULL);
  syn_json_integer (&self->json, "article", row->article);
  syn_json_boolean (&self->json, "direct", quote->is_direct);
  syn_json_string (&self->json, "speaker", row->speaker);
  write_optional_span (self, "source", row->article, quote->source);
  write_optional_span (self, "cue", row->article, quote->cue);
  write_optional_span (self, "content", row->article, quote->content);
  if (fact != SYN_NO_INDEX)
    syn_json_integer (&self->json, "fact", fact);
  else
    syn_json_null (&self->json, "fact");
  syn_json_end_object (&self->json);
}

static void
write_label (Writer *self, const SynLabel *label)
{
  syn_json_begin_object (&self->json, NULL);
  syn_json_string (&self->json, "referent", label->referent);
  syn_json_score (&self->json, "contrast", label->contrast);
  syn_json_begin_array (&self->json, "names");
  for (gsize i = 0; i < label->n_names; i++) {
    syn_json_begin_object (&self->json, NULL);
    syn_json_integer (&self->json, "article", label->names[i].article);
    write_span (self, label->names[i].article, label->names[i].span);
    syn_json_end_object (&self->json);
  }
  syn_json_end_array (&self->json);
  syn_json_end_object (&self->json);
}

static void
write_mark (Writer *self, const SynFramingMark *mark)
{
  syn_json_begin_object (&self->json, NULL);
  syn_json_integer (&self->json, "article", mark->article);
  write_span (self, mark->article, mark->span);
  syn_json_string (&self->json, "kind", framing_kinds[mark->kind]);
  syn_json_string (&self->json, "frame", mark->frame >= 0 ? syn_frame_names[mark->frame] : NULL);
  syn_json_score (&self->json, "score", mark->score);
  syn_json_string (&self->json, "reason", mark->reason);
  syn_json_end_object (&self->json);
}

static void
write_distinctive (Writer *self, const SynDistinctive *distinctive)
{
  syn_json_begin_object (&self->json, NULL);
  syn_json_integer (&self->json, "article", distinctive->article);
  syn_json_string (&self->json, "term", distinctive->term);
  syn_json_score (&self->json, "score", distinctive->score);
  syn_json_integer (&self->json, "count", distinctive->count);
  syn_json_integer (&self->json, "others", distinctive->others);
  syn_json_end_object (&self->json);
}

/* What the threads share that write facts: each takes a slice of them and writes into a string of its own. */
typedef struct {
  const Writer *writer;
  const SynFact *facts;
  gsize n_facts;
  GPtrArray *parts; /* of GString */
} Writing;

static void
write_slice (guint slice, gpointer data)
{
  const Writing *self = data;
  Writer writer = { .comparison = self->writer->comparison, .places = self->writer->places };

  syn_json_writer_init (&writer.json, g_ptr_array_index (self->parts, slice));
  writer.json.is_first = slice == 0;
  for (gsize i = (gsize) slice * SLICE; i < MIN ((gsize) (slice + 1) * SLICE, self->n_facts); i++)
    write_fact (&writer, &self->facts[i]);
}

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

/* With their evidence the facts are most of the document, so that all cores write at them. */
static void
write_fact_array (Writer *self, const SynFact *facts, gsize n)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (free_string);
  Writing writing = { self, facts, n, parts };

  for (gsize i = 0; i < n; i += SLICE)
    g_ptr_array_add (parts, g_string_new (NULL));
  syn_parallel_run (parts->len, write_slice, &writing);

  syn_json_begin_array (&self->json, "facts");
  for (guint i = 0; i < parts->len; i++) {
    const GString *part = g_ptr_array_index (parts, i);

    g_string_append_len (self->json.out, part->str, part->len);
  }
  syn_json_end_array (&self->json);
}

static void
write_facts (Writer *self)
{
  SynAlignment *alignment = syn_comparison_get_alignment (self->comparison);
  gsize n_facts, n_rows;
  const SynFact *facts = syn_alignment_get_facts (alignment, &n_facts);
  const SynFigureRow *rows = syn_alignment_get_figures (alignment, &n_rows);

  write_fact_array (self, facts, n_facts);

  syn_json_begin_array (&self->json, "figures");
  for (gsize i = 0; i < n_rows; i++)
    write_figure_row (self, &rows[i]);
  syn_json_end_array (&self->json);
}

static void
write_framing (Writer *self)
{
  SynFraming *framing = syn_comparison_get_framing (self->comparison);
  gsize n_quotes, n_labels, n_marks, n_distinctive;
  const SynQuoteRow *quotes = syn_framing_get_quotes (framing, &n_quotes);
  const SynLabel *labels = syn_framing_get_labels (framing, &n_labels);
  const SynFramingMark *marks = syn_framing_get_marks (framing, &n_marks);
  const SynDistinctive *distinctive = syn_framing_get_distinctive (framing, &n_distinctive);

  syn_json_begin_array (&self->json, "quotes");
  for (gsize i = 0; i < n_quotes; i++)
    write_quote (self, i, &quotes[i]);
  syn_json_end_array (&self->json);

  syn_json_begin_array (&self->json, "labels");
  for (gsize i = 0; i < n_labels; i++)
    write_label (self, &labels[i]);
  syn_json_end_array (&self->json);

  syn_json_begin_array (&self->json, "framing");
  for (gsize i = 0; i < n_marks; i++)
    write_mark (self, &marks[i]);
  syn_json_end_array (&self->json);

  syn_json_begin_array (&self->json, "distinctive");
  for (gsize i = 0; i < n_distinctive; i++)
    write_distinctive (self, &distinctive[i]);
  syn_json_end_array (&self->json);
}

void
syn_export_write_json (SynComparison *comparison, const SynExportOptions *options, GString *out)
{
  g_autoptr (SynPlaces) places = syn_places_new (comparison);
  guint n_articles = syn_comparison_get_n_articles (comparison);
  Writer self = { .comparison = comparison, .places = places };

  syn_json_writer_init (&self.json, out);
  syn_json_begin_object (&self.json, NULL);

  syn_json_begin_array (&self.json, "articles");
  for (guint i = 0; i < n_articles; i++)
    write_article (&self, i);
  syn_json_end_array (&self.json);

  syn_json_begin_array (&self.json, "sentences");
  for (guint i = 0; i < n_articles; i++)
    write_sentences (&self, i);
  syn_json_end_array (&self.json);

  write_facts (&self);
  write_framing (&self);

  syn_json_end_object (&self.json);
  g_string_append_c (out, '\n');
}
