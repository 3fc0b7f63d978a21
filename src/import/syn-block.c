#include "config.h"

#include "syn-block.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "syn-clean.h"

/* Every reason there is, for the translators: some stand in the word lists, where they cannot be marked. */
static const char *const reasons[] = {
  N_ ("about the author"),
  N_ ("advertisement"),
  N_ ("comment form"),
  N_ ("comments"),
  N_ ("cookie notice"),
  N_ ("copyright notice"),
  N_ ("counter"),
  N_ ("date line"),
  N_ ("field of the header"),
  N_ ("heading with nothing below"),
  N_ ("hidden"),
  N_ ("link to more"),
  N_ ("links"),
  N_ ("navigation"),
  N_ ("newsletter"),
  N_ ("outside the article"),
  N_ ("page footer"),
  N_ ("page header"),
  N_ ("page leftover"),
  N_ ("picture caption"),
  N_ ("related articles"),
  N_ ("section label"),
  N_ ("separator"),
  N_ ("share bar"),
  N_ ("side column"),
  N_ ("source line"),
  N_ ("subscription"),
  N_ ("tags"),
  N_ ("tools"),
  N_ ("tracking code"),
};

static void
block_free (SynBlock *self)
{
  g_free (self->text);
  g_free (self);
}

GPtrArray *
syn_blocks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
}

SynBlock *
syn_blocks_add (GPtrArray *blocks, const char *text, gssize length, guint level)
{
  g_autofree char *collapsed = syn_clean_collapse (text, length);
  SynBlock *block;

  if (*collapsed == '\0' || blocks->len >= SYN_BLOCKS_MAX)
    return NULL;

  block = g_new0 (SynBlock, 1);
  block->text = g_steal_pointer (&collapsed);
  block->level = level;
  block->aside = SYN_BLOCK_NO_ASIDE;
  g_ptr_array_add (blocks, block);

  return block;
}

void
syn_blocks_clean (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    SynBlock *block = g_ptr_array_index (blocks, i);
    g_autofree char *clean = syn_clean_text (block->text, -1);

    g_free (block->text);
    block->text = syn_clean_collapse (clean, -1);
    if (*block->text == '\0')
      g_ptr_array_remove_index (blocks, i--);
  }
}

gboolean
syn_block_is_kept (const SynBlock *block)
{
  return block->why == NULL && !block->is_field;
}

gboolean
syn_block_is_reason (const char *why)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++) {
    if (strcmp (reasons[i], why) == 0)
      return TRUE;
  }

  return FALSE;
}

void
syn_draft_add_dropped (SynDraft *draft, const char *text, const char *why)
{
  SynDropped *dropped = g_new0 (SynDropped, 1);

  dropped->text = g_strdup (text);
  dropped->why = g_strdup (_ (why));
  g_ptr_array_add (draft->dropped, dropped);
}

/* Neighbouring paragraphs by the same other hand are one aside. */
static void
add_aside (SynDraft *draft, SynDraftAsideKind kind, SynSpan span, gboolean continues)
{
  SynDraftAside aside = { span, kind };

  if (continues)
    g_array_index (draft->asides, SynDraftAside, draft->asides->len - 1).span.end = span.end;
  else
    g_array_append_val (draft->asides, aside);
}

void
syn_blocks_to_draft (const GPtrArray *blocks, SynDraft *draft)
{
  GString *text = g_string_new (NULL);
  int aside_before = SYN_BLOCK_NO_ASIDE;

  for (guint i = 0; i < blocks->len; i++) {
    const SynBlock *block = g_ptr_array_index (blocks, i);
    gsize start;

    if (block->why != NULL)
      syn_draft_add_dropped (draft, block->text, block->why);
    if (!syn_block_is_kept (block))
      continue;

    if (text->len > 0)
      g_string_append (text, "\n\n");
    start = text->len;
    g_string_append (text, block->text);
    if (block->aside != SYN_BLOCK_NO_ASIDE)
      add_aside (draft, block->aside, syn_span (start, text->len), block->aside == aside_before);
    aside_before = block->aside;
  }

  g_free (draft->text);
  draft->text = g_string_free (text, FALSE);
}
