#include "config.h"

#include "syn-reader-private.h"

#include <glib/gi18n-lib.h>

#include "syn-charset.h"
#include "syn-clean.h"
#include "syn-error.h"

gboolean
syn_reading_is_stopped (SynReading *reading)
{
  if (g_cancellable_is_cancelled (reading->cancellable))
    reading->is_stopped = TRUE;

  return reading->is_stopped;
}

gboolean
syn_reading_emit (SynReading *reading, SynDraft *draft)
{
  g_autoptr (SynDraft) owned = draft;

  if (syn_reading_is_stopped (reading))
    return FALSE;

  owned->file = g_strdup (reading->path);
  owned->entry = reading->n_drafts++;
  if (!reading->func (owned, reading->user_data))
    reading->is_stopped = TRUE;

  return !syn_reading_is_stopped (reading);
}

char *
syn_reading_get_name (const SynReading *reading)
{
  return g_filename_display_name (reading->path);
}

gboolean
syn_reading_fail_large (const SynReading *reading, GError **error)
{
  g_autofree char *name = syn_reading_get_name (reading);

  g_set_error (error, SYN_ERROR, SYN_ERROR_TOO_LARGE, _ ("%s is larger than one article can be"), name);

  return FALSE;
}

char *
syn_reading_get_text (const SynReading *reading, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  text = syn_charset_decode (reading->data, reading->size, &length);
  if (length > SYN_IMPORT_MAX_ARTICLE) {
    syn_reading_fail_large (reading, error);
    return NULL;
  }

  return syn_clean_text (text, length);
}
