#include "config.h"

#include "syn-progress-relay-private.h"

struct _SynProgressRelay {
  gatomicrefcount ref_count;
  GMainContext *context;

  /* used on `context` only */
  SynEngineProgress progress;
  gpointer user_data;

  GMutex lock;
  gboolean is_pending;
  guint done;
  guint total;
  char *what;
};

SynProgressRelay *
syn_progress_relay_new (SynEngineProgress progress, gpointer user_data)
{
  SynProgressRelay *self = g_new0 (SynProgressRelay, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->context = g_main_context_ref_thread_default ();
  self->progress = progress;
  self->user_data = user_data;
  g_mutex_init (&self->lock);

  return self;
}

void
syn_progress_relay_stop (SynProgressRelay *self)
{
  self->progress = NULL;
}

void
syn_progress_relay_unref (SynProgressRelay *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_free (self->what);
  g_free (self);
}

static gboolean
deliver (gpointer data)
{
  SynProgressRelay *self = data;
  g_autofree char *what = NULL;
  guint done, total;

  g_mutex_lock (&self->lock);
  self->is_pending = FALSE;
  done = self->done;
  total = self->total;
  what = g_steal_pointer (&self->what);
  g_mutex_unlock (&self->lock);

  if (self->progress != NULL)
    self->progress (done, total, what, self->user_data);

  return G_SOURCE_REMOVE;
}

void
syn_progress_relay_report (guint done, guint total, const char *what, gpointer relay)
{
  SynProgressRelay *self = relay;
  gboolean was_pending;

  g_mutex_lock (&self->lock);
  was_pending = self->is_pending;
  self->is_pending = TRUE;
  self->done = done;
  self->total = total;
  g_free (self->what);
  self->what = g_strdup (what);
  g_mutex_unlock (&self->lock);

  if (!was_pending) {
    g_autoptr (GSource) source = g_idle_source_new ();

    g_atomic_ref_count_inc (&self->ref_count);
    g_source_set_priority (source, G_PRIORITY_DEFAULT);
    g_source_set_callback (source, deliver, self, (GDestroyNotify) syn_progress_relay_unref);
    g_source_attach (source, self->context);
  }
}
