/* Web pages as saved from a browser. */
#include "config.h"

#include "syn-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "syn-asides.h"
#include "syn-charset.h"
#include "syn-error.h"
#include "syn-lead.h"
#include "syn-leftovers.h"
#include "syn-page-body.h"
#include "syn-page-fields.h"

static guint
sniff_page (const char *head, const char *ending)
{
  static const char *const starts[] = { "<!doctype html", "<html", "<head", "<body",
                                        "<article",       "<div",  "<p>",   "<title" };
  gboolean is_named = strcmp (ending, "html") == 0 || strcmp (ending, "htm") == 0 ||
                      strcmp (ending, "xhtml") == 0 || strcmp (ending, "xht") == 0 ||
                      strcmp (ending, "shtml") == 0;
  const char *p = head;

  while (*p != '\0' && *p != '<')
    p++;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++) {
    if (g_str_has_prefix (p, starts[i]) && p - head < 16)
      return 85;
  }
  if (strstr (head, "<html") != NULL || strstr (head, "<!doctype html") != NULL)
    return 75;

  return is_named ? 65 : 0;
}

static gboolean
read_page (SynReading *reading, GError **error)
{
  gsize length;
  g_autofree char *html = syn_charset_decode (reading->data, reading->size, &length);
  g_autoptr (SynMarkup) markup = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (SynDraft) draft = syn_draft_new ();
  g_autofree char *other_byline = NULL;
  g_autofree char *name = syn_reading_get_name (reading);

  if (length > SYN_IMPORT_MAX_ARTICLE)
    return syn_reading_fail_large (reading, error);
  markup = syn_markup_parse (html, length);
  if (syn_markup_is_full (markup))
    return syn_reading_fail_large (reading, error);

  other_byline = syn_page_fields_read (draft, markup);
  blocks = syn_page_body_find (markup, draft->title);
  if (blocks->len >= SYN_BLOCKS_MAX)
    return syn_reading_fail_large (reading, error);
  syn_blocks_clean (blocks);

  if (draft->published == NULL)
    syn_lead_read_date (draft, blocks);

  syn_leftovers_mark (blocks);
  syn_asides_mark (blocks, draft->title);
  syn_lead_read (draft, blocks);
  if (draft->byline == NULL)
    draft->byline = g_steal_pointer (&other_byline);
  syn_blocks_to_draft (blocks, draft);
  if (*draft->text == '\0' && draft->title == NULL) {
    g_set_error (error, SYN_ERROR, SYN_ERROR_EMPTY, _ ("%s has no text of an article in it"), name);
    return FALSE;
  }
  syn_reading_emit (reading, g_steal_pointer (&draft));

  return TRUE;
}

const SynReader syn_reader_page = {
  .name = "page",
  .sniff = sniff_page,
  .read = read_page,
};
