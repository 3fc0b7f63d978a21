/* The file as body text alone: nothing detected, nothing dropped, each line a paragraph. */
#include "config.h"

#include "syn-reader-private.h"

#include <string.h>

#include "syn-block.h"

static gboolean
read_plain (SynReading *reading, GError **error)
{
  g_autofree char *text = syn_reading_get_text (reading, error);
  g_autoptr (GPtrArray) blocks = syn_blocks_new ();
  SynDraft *draft;

  if (text == NULL)
    return FALSE;

  for (const char *line = text; *line != '\0';) {
    gsize length = strcspn (line, "\n");

    syn_blocks_add (blocks, line, length, 0);
    line += length + (line[length] == '\n');
  }

  if (blocks->len >= SYN_BLOCKS_MAX)
    return syn_reading_fail_large (reading, error);
  draft = syn_draft_new ();
  syn_blocks_to_draft (blocks, draft);
  syn_reading_emit (reading, draft);

  return TRUE;
}

const SynReader syn_reader_plain = {
  .name = "plain",
  .read = read_plain,
};
