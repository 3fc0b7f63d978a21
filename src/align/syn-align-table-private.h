/* The layer's own tables (data/model), part of the program. Private to align. */
#pragma once

#include <gio/gio.h>

#include "syn-align-resources.h"

G_BEGIN_DECLS

/* (transfer full). By the global look-up, so that G_RESOURCE_OVERLAYS can put another table in its place: that is how
 * the fitting recipe tries its numbers. Naming the resource here keeps the linker from leaving it out. */
static inline GBytes *
syn_align_lookup_table (const char *path)
{
  syn_align_get_resource ();

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

G_END_DECLS
