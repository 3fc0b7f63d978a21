#include "config.h"

#include "syn-draft.h"

static void
dropped_free (SynDropped *self)
{
  g_free (self->text);
  g_free (self->why);
  g_free (self);
}

SynDraft *
syn_draft_new (void)
{
  SynDraft *self = g_new0 (SynDraft, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->text = g_strdup ("");
  self->asides = g_array_new (FALSE, FALSE, sizeof (SynDraftAside));
  self->dropped = g_ptr_array_new_with_free_func ((GDestroyNotify) dropped_free);

  return self;
}

SynDraft *
syn_draft_ref (SynDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
syn_draft_unref (SynDraft *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->file);
  g_free (self->key);
  g_free (self->title);
  g_free (self->byline);
  g_free (self->outlet);
  g_free (self->published);
  g_free (self->updated);
  g_free (self->language);
  g_free (self->url);
  g_free (self->text);
  g_array_unref (self->asides);
  g_ptr_array_unref (self->dropped);
  g_free (self);
}
