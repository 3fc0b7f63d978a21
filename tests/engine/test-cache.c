/* Protects: the cache gives back what was put in last, holds no more than its size, and owns a reference of each. */
#include "syn-cache-private.h"

#include <glib-object.h>

static GBytes *
key (guint number)
{
  return g_bytes_new (&number, sizeof number);
}

static void
test_last_used_stay (void)
{
  g_autoptr (SynCache) cache = syn_cache_new (2, g_object_ref, g_object_unref);
  GObject *objects[3];

  for (guint i = 0; i < 3; i++) {
    g_autoptr (GBytes) own_key = key (i);

    objects[i] = g_object_new (G_TYPE_OBJECT, NULL);
    g_object_add_weak_pointer (objects[i], (gpointer *) &objects[i]);
    syn_cache_put (cache, own_key, objects[i]);
    g_object_unref (objects[i]);
    if (i == 1) {
      g_autoptr (GBytes) first_key = key (0);
      g_autoptr (GObject) first = syn_cache_get (cache, first_key);

      g_assert_true (first == objects[0]);
    }
  }

  /* The second was asked for longest ago. */
  g_assert_nonnull (objects[0]);
  g_assert_null (objects[1]);
  g_assert_nonnull (objects[2]);

  g_clear_pointer (&cache, syn_cache_free);
  g_assert_null (objects[0]);
  g_assert_null (objects[2]);
}

static void
test_unknown (void)
{
  g_autoptr (SynCache) cache = syn_cache_new (2, g_object_ref, g_object_unref);
  g_autoptr (GBytes) own_key = key (7);

  g_assert_null (syn_cache_get (cache, own_key));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/cache/last-used-stay", test_last_used_stay);
  g_test_add_func ("/engine/cache/unknown", test_unknown);

  return g_test_run ();
}
