/* One row a mention of a fact, for spreadsheets (RFC 4180). The columns' names are fixed and not translated:
 * they are for programs. */
#include "config.h"

#include "syn-export-private.h"
#include "syn-export-words-private.h"
#include "syn-places-private.h"

#include <string.h>

static const char header[] =
    "fact,title,relation,confidence,letter,outlet,headline,published,url,stance,score,value,origin,"
    "verbatim,in,start,end,text\r\n";

static const char *const stances[] = { "absent", "similar", "stated", "conflicting" };

/* Quoted where it must be. A field that a spreadsheet would take for a formula gets an apostrophe in front,
 * as those programs themselves write such text: an article must not be able to run anything. */
static void
append_field (GString *out, const char *text, gssize length)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
  gboolean is_formula = text < end && strchr ("=+-@\t\r", *text) != NULL;
  gboolean is_quoted = is_formula;

  for (const char *p = text; p < end && !is_quoted; p++)
    is_quoted = strchr (",\"\r\n", *p) != NULL;

  if (!is_quoted) {
    g_string_append_len (out, text, end - text);
    return;
  }

  g_string_append (out, is_formula ? "\"'" : "\"");
  for (const char *p = text; p < end; p++) {
    if (*p == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *p);
  }
  g_string_append_c (out, '"');
}

static void
append_text (GString *out, const char *text)
{
  append_field (out, text != NULL ? text : "", -1);
  g_string_append_c (out, ',');
}

static void
append_score (GString *out, double score)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.4f", score));
  g_string_append_c (out, ',');
}

static void
write_mention (SynComparison *comparison,
               const SynPlaces *places,
               const SynFact *fact,
               const SynMention *mention,
               GString *out)
{
  SynArticle *article = syn_comparison_get_article (comparison, mention->article);
  SynPlace place = syn_places_find (places, mention->article, mention->span);

  g_string_append_printf (out, "%u,", fact->id);
  append_text (out, fact->title);
  append_text (out, fact->relation == SYN_RELATION_CONFLICT ? "conflict" : "agree");
  append_score (out, fact->confidence);
  syn_export_append_letter (out, mention->article);
  g_string_append_c (out, ',');
  append_text (out, syn_article_get_outlet (article));
  append_text (out, syn_article_get_title (article));
  append_text (out, syn_article_get_published (article));
  append_text (out, syn_article_get_url (article));
  append_text (out, stances[mention->stance]);
  append_score (out, mention->score);
  g_string_append_printf (out, "%u,%u,%s,%s,%" G_GSIZE_FORMAT ",%" G_GSIZE_FORMAT ",", mention->value,
                          mention->origin, mention->is_verbatim ? "true" : "false",
                          place.is_in_title ? "title" : "text", place.characters.start, place.characters.end);
  append_field (out, place.slice, place.length);
  g_string_append (out, "\r\n");
}

void
syn_export_write_csv (SynComparison *comparison, const SynExportOptions *options, GString *out)
{
  g_autoptr (SynPlaces) places = syn_places_new (comparison);
  gsize n;
  const SynFact *facts = syn_alignment_get_facts (syn_comparison_get_alignment (comparison), &n);

  g_string_append (out, header);
  for (gsize i = 0; i < n; i++) {
    if (facts[i].confidence < options->threshold)
      continue;
    for (gsize k = 0; k < facts[i].n_mentions; k++)
      write_mention (comparison, places, &facts[i], &facts[i].mentions[k], out);
  }
}
