/* The last few things that were made, by a key that says all that they were made of. Thread-safe. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SynCache SynCache;

typedef gpointer (*SynCacheRef) (gpointer object);

/* Keeps `size` objects, those asked for last; each is held by a reference of `ref` until `unref`. */
SynCache *syn_cache_new  (guint size, SynCacheRef ref, GDestroyNotify unref);
void      syn_cache_free (SynCache *self);

/* (transfer full), or NULL. */
gpointer  syn_cache_get  (SynCache *self, GBytes *key);
void      syn_cache_put  (SynCache *self, GBytes *key, gpointer object);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynCache, syn_cache_free)

G_END_DECLS
