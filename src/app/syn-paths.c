#include "config.h"

#include "syn-paths.h"

gboolean
syn_paths_is_uninstalled (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL && g_str_has_prefix (program, SYN_BUILD_ROOT G_DIR_SEPARATOR_S);
}

char *
syn_paths_find_samples (void)
{
  const char *root = syn_paths_is_uninstalled () ? SYN_SOURCE_ROOT : SYN_PKGDATADIR;
  g_autofree char *folder = g_build_filename (root, "corpus", NULL);

  return g_file_test (folder, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&folder) : NULL;
}
