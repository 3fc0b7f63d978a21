/* Text and Markdown as people save them: one article a file. */
#include "config.h"

#include "syn-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "syn-asides.h"
#include "syn-error.h"
#include "syn-fields.h"
#include "syn-lead.h"
#include "syn-leftovers.h"
#include "syn-markdown.h"
#include "syn-paragraphs.h"

static gboolean
is_markdown_name (const char *ending)
{
  return strcmp (ending, "md") == 0 || strcmp (ending, "markdown") == 0 || strcmp (ending, "mkd") == 0;
}

/* Anything that is text is read as text where no other reader knows better. */
static guint
sniff_text (const char *head, const char *ending)
{
  if (is_markdown_name (ending) || strcmp (ending, "txt") == 0 || strcmp (ending, "text") == 0)
    return 60;

  return 10;
}

static gboolean
is_markdown (const SynReading *reading, const char *text)
{
  return is_markdown_name (reading->ending) || syn_markdown_sniff (text);
}

static gboolean
read_text (SynReading *reading, GError **error)
{
  g_autofree char *text = syn_reading_get_text (reading, error);
  g_autoptr (GPtrArray) blocks = syn_blocks_new ();
  g_autoptr (SynDraft) draft = syn_draft_new ();
  const char *body;

  if (text == NULL)
    return FALSE;

  body = syn_fields_read_header (draft, text);
  if (is_markdown (reading, body))
    syn_markdown_split (blocks, body);
  else
    syn_paragraphs_split (blocks, body);

  if (blocks->len >= SYN_BLOCKS_MAX)
    return syn_reading_fail_large (reading, error);
  syn_leftovers_mark (blocks);
  syn_asides_mark (blocks, draft->title);
  syn_lead_read (draft, blocks);
  syn_lead_read_body (draft, blocks);
  syn_blocks_to_draft (blocks, draft);

  if (*draft->text == '\0') {
    g_autofree char *name = syn_reading_get_name (reading);

    g_set_error (error, SYN_ERROR, SYN_ERROR_EMPTY, _ ("%s has no text of an article in it"), name);
    return FALSE;
  }
  syn_reading_emit (reading, g_steal_pointer (&draft));

  return TRUE;
}

const SynReader syn_reader_text = {
  .name = "text",
  .sniff = sniff_text,
  .read = read_text,
};
