#include "config.h"

#include "syn-readers-private.h"

struct _SynReaders {
  char *path;
  GMutex lock;
  GQueue idle; /* SynStore */
};

SynReaders *
syn_readers_new (const char *path)
{
  SynReaders *self = g_new0 (SynReaders, 1);

  self->path = g_strdup (path);
  g_mutex_init (&self->lock);
  g_queue_init (&self->idle);

  return self;
}

void
syn_readers_free (SynReaders *self)
{
  g_queue_clear_full (&self->idle, (GDestroyNotify) syn_store_close);
  g_mutex_clear (&self->lock);
  g_free (self->path);
  g_free (self);
}

SynStore *
syn_readers_take (SynReaders *self, GError **error)
{
  SynStore *store;

  g_mutex_lock (&self->lock);
  store = g_queue_pop_head (&self->idle);
  g_mutex_unlock (&self->lock);

  return store != NULL ? store : syn_store_open (self->path, SYN_STORE_READ_BESIDE, error);
}

void
syn_readers_give (SynReaders *self, SynStore *store)
{
  if (store == NULL)
    return;

  g_mutex_lock (&self->lock);
  g_queue_push_head (&self->idle, store);
  g_mutex_unlock (&self->lock);
}
