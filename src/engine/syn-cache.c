#include "config.h"

#include "syn-cache-private.h"

typedef struct {
  GBytes *key;
  gpointer object;
} Entry;

struct _SynCache {
  guint size;
  SynCacheRef ref;
  GDestroyNotify unref;

  GMutex lock;
  GQueue entries; /* Entry; few, so that a walk finds one quickly; the last one asked for is first */
};

SynCache *
syn_cache_new (guint size, SynCacheRef ref, GDestroyNotify unref)
{
  SynCache *self = g_new0 (SynCache, 1);

  self->size = size;
  self->ref = ref;
  self->unref = unref;
  g_mutex_init (&self->lock);
  g_queue_init (&self->entries);

  return self;
}

static void
free_entry (SynCache *self, Entry *entry)
{
  g_bytes_unref (entry->key);
  self->unref (entry->object);
  g_free (entry);
}

void
syn_cache_free (SynCache *self)
{
  Entry *entry;

  while ((entry = g_queue_pop_head (&self->entries)) != NULL)
    free_entry (self, entry);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static GList *
find (SynCache *self, GBytes *key)
{
  for (GList *link = self->entries.head; link != NULL; link = link->next) {
    if (g_bytes_equal (((Entry *) link->data)->key, key))
      return link;
  }

  return NULL;
}

gpointer
syn_cache_get (SynCache *self, GBytes *key)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  GList *link = find (self, key);

  if (link == NULL)
    return NULL;

  g_queue_unlink (&self->entries, link);
  g_queue_push_head_link (&self->entries, link);

  return self->ref (((Entry *) link->data)->object);
}

void
syn_cache_put (SynCache *self, GBytes *key, gpointer object)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  Entry *entry;

  if (find (self, key) != NULL)
    return;

  entry = g_new (Entry, 1);
  entry->key = g_bytes_ref (key);
  entry->object = self->ref (object);
  g_queue_push_head (&self->entries, entry);
  if (self->entries.length > self->size)
    free_entry (self, g_queue_pop_tail (&self->entries));
}
