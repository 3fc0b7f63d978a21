/* For looking at what analysis finds: dump-document [-t TITLE] [-p PUBLISHED] FILE... prints each text's
 * records. -q prints nothing but the time that it took. */
#include <locale.h>

#include "syn-analyser.h"

static const char *const figure_kinds[] = {
  "count", "money", "percent", "duration", "measure", "rank", "age"
};
static const char *const qualifiers[] = { "exact", "about", "over", "under", "up-to", "range" };
static const char *const name_kinds[] = { "unknown", "person", "organisation", "place" };

static void
dump_sentences (SynDocument *document)
{
  gsize n_paragraphs, n_sentences, n_clauses;
  const SynParagraph *paragraphs = syn_document_get_paragraphs (document, &n_paragraphs);
  const SynSentence *sentences = syn_document_get_sentences (document, &n_sentences);
  const SynClause *clauses = syn_document_get_clauses (document, &n_clauses);

  for (gsize p = 0; p < n_paragraphs; p++) {
    g_print ("paragraph %zu kind %u aside %u %s\n", p, paragraphs[p].kind, paragraphs[p].aside,
             syn_document_get_string (document, paragraphs[p].language));
    for (guint32 s = paragraphs[p].first_sentence;
         s < paragraphs[p].first_sentence + paragraphs[p].n_sentences; s++) {
      g_print ("  sentence %u\n", s);
      for (guint32 c = sentences[s].first_clause; c < sentences[s].first_clause + sentences[s].n_clauses;
           c++) {
        g_autofree char *text = syn_document_dup_span (document, clauses[c].span);

        g_print ("    | %s\n", text);
      }
    }
  }
}

static void
dump_mentions (SynDocument *document)
{
  gsize n;
  const SynFigure *figures = syn_document_get_figures (document, &n);
  const SynDateMention *dates;
  const SynEntity *entities;
  const SynAlias *aliases;
  const SynNameMention *names;
  const SynQuote *quotes;

  for (gsize i = 0; i < n; i++) {
    g_autofree char *text = syn_document_dup_span (document, figures[i].span);

    g_print ("figure “%s” %s %s %.10g..%.10g value %.10g unit “%s” what “%s”%s\n", text,
             figure_kinds[figures[i].kind], qualifiers[figures[i].qualifier], figures[i].lower,
             figures[i].upper, figures[i].value, syn_document_get_string (document, figures[i].unit),
             syn_document_get_string (document, figures[i].what), figures[i].is_change ? " change" : "");
  }

  dates = syn_document_get_dates (document, &n);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *text = syn_document_dup_span (document, dates[i].span);
    g_autofree char *iso = syn_date_to_iso (&dates[i].date);

    g_print ("date “%s” %s%s\n", text, iso != NULL ? iso : "?", dates[i].is_relative ? " relative" : "");
  }

  entities = syn_document_get_entities (document, &n);
  aliases = syn_document_get_aliases (document, NULL);
  for (gsize i = 0; i < n; i++) {
    g_print ("entity %zu “%s” %s:", i, syn_document_get_string (document, entities[i].name),
             name_kinds[entities[i].kind]);
    for (guint32 a = entities[i].first_alias; a < entities[i].first_alias + entities[i].n_aliases; a++)
      g_print (" “%s”%s", syn_document_get_string (document, aliases[a].form),
               aliases[a].is_learnt ? "*" : "");
    g_print ("\n");
  }

  names = syn_document_get_names (document, &n);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *text = syn_document_dup_span (document, names[i].span);

    g_print ("name “%s” -> %u\n", text, names[i].entity);
  }

  quotes = syn_document_get_quotes (document, &n);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *content = syn_document_dup_span (document, quotes[i].content);
    g_autofree char *source = syn_document_dup_span (document, quotes[i].source);
    g_autofree char *cue = syn_document_dup_span (document, quotes[i].cue);

    g_print ("quote %s [%s] [%s] %s <<%s>>\n", quotes[i].is_direct ? "direct" : "indirect", source, cue,
             quotes[i].speaker != SYN_NO_INDEX
                 ? syn_document_get_string (document, entities[quotes[i].speaker].name)
                 : "?",
             content);
  }
}

static void
dump_tokens (SynDocument *document)
{
  gsize n;
  const SynToken *tokens = syn_document_get_tokens (document, &n);

  for (gsize i = 0; i < n; i++) {
    g_print ("token %s stem %s flags %x rarity %.2f\n", syn_document_get_string (document, tokens[i].word),
             syn_document_get_string (document, tokens[i].stem), tokens[i].flags, tokens[i].rarity);
  }
}

int
main (int argc, char *argv[])
{
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();
  g_autofree char *title = NULL;
  g_autofree char *published = NULL;
  gboolean is_quiet = FALSE;
  gboolean has_tokens = FALSE;
  const GOptionEntry entries[] = {
    { "title", 't', 0, G_OPTION_ARG_STRING, &title, "Headline", "TEXT" },
    { "published", 'p', 0, G_OPTION_ARG_STRING, &published, "Date", "ISO" },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &is_quiet, "Only the time", NULL },
    { "tokens", 'k', 0, G_OPTION_ARG_NONE, &has_tokens, "The words, too", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE…");

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL))
    return 2;

  for (int i = 1; i < argc; i++) {
    g_autofree char *body = NULL;
    g_autoptr (SynDocument) document = NULL;
    SynDocumentSource source = { .title = title, .published = published };
    gint64 start;

    if (!g_file_get_contents (argv[i], &body, NULL, NULL))
      return 1;
    source.body = body;
    start = g_get_monotonic_time ();
    document = syn_analyser_analyse (analyser, &source, NULL, NULL);
    g_printerr ("%s: %.2f ms\n", argv[i], (g_get_monotonic_time () - start) / 1000.);
    if (is_quiet)
      continue;

    g_print ("== %s (%s)\n", argv[i], syn_document_get_language (document));
    dump_sentences (document);
    dump_mentions (document);
    if (has_tokens)
      dump_tokens (document);
  }

  return 0;
}
