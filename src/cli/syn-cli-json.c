#include "config.h"

#include <stdio.h>
#include <string.h>

#include "syn-cli.h"
#include "syn-text-index.h"

void
syn_cli_add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
syn_cli_add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

void
syn_cli_add_fields (JsonBuilder *builder, SynArticle *article)
{
  const char *file = syn_article_get_file (article);
  g_autofree char *name = file != NULL ? g_filename_display_name (file) : NULL;

  syn_cli_add_text (builder, "file", name);
  syn_cli_add_text (builder, "title", syn_article_get_title (article));
  syn_cli_add_text (builder, "byline", syn_article_get_byline (article));
  syn_cli_add_text (builder, "outlet", syn_article_get_outlet (article));
  syn_cli_add_text (builder, "published", syn_article_get_published (article));
  syn_cli_add_text (builder, "updated", syn_article_get_updated (article));
  syn_cli_add_text (builder, "language", syn_article_get_language (article));
  syn_cli_add_text (builder, "url", syn_article_get_url (article));
}

static void
add_offsets (JsonBuilder *builder, const SynTextIndex *index, SynSpan span)
{
  SynSpan characters = syn_text_index_span (index, span);

  syn_cli_add_number (builder, "start", characters.start);
  syn_cli_add_number (builder, "end", characters.end);
}

static const char *
name_aside (SynAsideKind kind)
{
  switch (kind) {
  case SYN_ASIDE_PREFACE:
    return "preface";
  case SYN_ASIDE_COMMENT:
    return "comment";
  case SYN_ASIDE_NONE:
  case SYN_ASIDE_NOTE:
  default:
    return "note";
  }
}

void
syn_cli_add_text_parts (JsonBuilder *builder, SynArticle *article)
{
  const char *text = syn_article_get_text (article);
  g_autoptr (SynTextIndex) index = syn_text_index_new (text, strlen (text));
  gsize n_asides;
  const SynAside *asides = syn_article_get_asides (article, &n_asides);
  guint n_dropped = syn_article_get_n_dropped (article);

  syn_cli_add_text (builder, "text", text);

  json_builder_set_member_name (builder, "asides");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < n_asides; i++) {
    json_builder_begin_object (builder);
    add_offsets (builder, index, asides[i].span);
    syn_cli_add_text (builder, "kind", name_aside (asides[i].kind));
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "dropped");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_dropped; i++) {
    const char *why;
    const char *dropped = syn_article_get_dropped (article, i, &why);

    json_builder_begin_object (builder);
    syn_cli_add_text (builder, "text", dropped);
    syn_cli_add_text (builder, "why", why);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

void
syn_cli_add_spans (JsonBuilder *builder, const char *name, const char *text, const SynSpan *spans, gsize n)
{
  g_autoptr (SynTextIndex) index = syn_text_index_new (text, strlen (text));

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (gsize i = 0; i < n; i++) {
    json_builder_begin_object (builder);
    add_offsets (builder, index, spans[i]);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

void
syn_cli_print_json (JsonBuilder *builder, gboolean is_pretty)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *json = NULL;
  gsize length;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, is_pretty);
  json = json_generator_to_data (generator, &length);
  fwrite (json, 1, length, stdout);
  fputc ('\n', stdout);
  json_builder_reset (builder);
}

void
syn_cli_print_list (GListModel *items, SynCliFormat format, SynCliLine print_line, SynCliObject add_object)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n = g_list_model_get_n_items (items);

  if (format == SYN_CLI_JSON)
    json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++) {
    g_autoptr (GObject) item = g_list_model_get_item (items, i);

    if (format == SYN_CLI_TEXT) {
      print_line (item);
    } else {
      add_object (builder, item);
      if (format == SYN_CLI_JSONL)
        syn_cli_print_json (builder, FALSE);
    }
  }
  if (format == SYN_CLI_JSON) {
    json_builder_end_array (builder);
    syn_cli_print_json (builder, FALSE);
  }
}
