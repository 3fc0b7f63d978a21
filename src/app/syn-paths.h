/* Where the program's own files are: installed, or in the source and build trees that it runs from. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the running program is the one in the build folder. */
gboolean syn_paths_is_uninstalled (void);

/* The folder of the sample stories: (transfer full). NULL when it is not there. */
char *syn_paths_find_samples (void);

G_END_DECLS
