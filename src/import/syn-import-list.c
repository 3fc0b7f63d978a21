#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#include "syn-error.h"
#include "syn-importer.h"
#include "syn-json.h"

#define MANIFEST        "manifest.json"
#define MANIFEST_FORMAT "synoptic-corpus"

/* Larger is no manifest; the parser keeps all of it in memory. */
#define MANIFEST_MAX (4 << 20)

/* Folders within folders beyond this are a mistake or a trap. */
#define MAX_DEPTH 64

typedef struct {
  GPtrArray *files;
  GHashTable *seen; /* "device:inode" of the files listed and the folders entered */
  GCancellable *cancellable;
  SynImportFailedFunc failed;
  gpointer user_data;
} Walk;

static void
report (Walk *walk, const char *path, int code, const char *why)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) error = g_error_new (SYN_ERROR, code, "%s %s", name, why);

  if (walk->failed != NULL)
    walk->failed (path, error, walk->user_data);
}

static void
report_errno (Walk *walk, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) error = g_error_new (SYN_ERROR, code == ENOENT ? SYN_ERROR_NOT_FOUND : SYN_ERROR_FAILED,
                                          _ ("%s cannot be read: %s"), name, g_strerror (code));

  if (walk->failed != NULL)
    walk->failed (path, error, walk->user_data);
}

static gboolean
is_new (Walk *walk, const struct stat *status)
{
  return g_hash_table_add (walk->seen, g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT,
                                                        (guint64) status->st_dev, (guint64) status->st_ino));
}

/* ---- a corpus manifest ---- */

/* Whose files a manifest is asked for: all of its own folder's, or one folder's within. */
typedef struct {
  const char *folder; /* as the caller gave it: what the files' names go on from */
  const char *within; /* its name in the manifest's folder, or NULL where it is that folder */
  guint n_listed;
} Listing;

/* What follows `within`/ in `relative`, or NULL. */
static const char *
skip_folder (const char *relative, const char *within)
{
  if (within == NULL)
    return relative;
  if (!g_str_has_prefix (relative, within) || relative[strlen (within)] != '/')
    return NULL;

  return relative + strlen (within) + 1;
}

static void
add_listed_file (Walk *walk, Listing *listing, const char *listed)
{
  const char *relative = skip_folder (listed, listing->within);
  g_autofree char *path = NULL;
  struct stat status;

  if (relative == NULL)
    return;

  listing->n_listed++;
  path = g_build_filename (listing->folder, relative, NULL);

  /* A manifest speaks of its own folder: it is data from elsewhere, and names no other files of the reader's.
   */
  if (g_path_is_absolute (relative) || strcmp (relative, "..") == 0 || g_str_has_prefix (relative, "../") ||
      g_str_has_suffix (relative, "/..") || strstr (relative, "/../") != NULL)
    report (walk, path, SYN_ERROR_INVALID, _ ("is outside the folder of the corpus that lists it"));
  else if (stat (path, &status) < 0)
    report_errno (walk, path, errno);
  else if (is_new (walk, &status))
    g_ptr_array_add (walk->files, g_steal_pointer (&path));
}

static void
add_listed_story (Walk *walk, Listing *listing, JsonNode *story)
{
  JsonNode *articles = NULL;
  JsonArray *paths;

  if (JSON_NODE_HOLDS_OBJECT (story))
    articles = json_object_get_member (json_node_get_object (story), "articles");
  if (articles == NULL || !JSON_NODE_HOLDS_ARRAY (articles))
    return;

  paths = json_node_get_array (articles);
  for (guint i = 0; i < json_array_get_length (paths); i++) {
    JsonNode *path = json_array_get_element (paths, i);

    if (json_node_get_value_type (path) == G_TYPE_STRING)
      add_listed_file (walk, listing, json_node_get_string (path));
  }
}

/* The manifest in `folder`, or NULL: (transfer full). */
static JsonNode *
load_manifest (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, MANIFEST, NULL);
  g_autofree char *content = NULL;
  g_autoptr (JsonNode) root = NULL;
  struct stat status;
  gsize length;
  JsonNode *format;

  if (stat (path, &status) < 0 || !S_ISREG (status.st_mode) || status.st_size > MANIFEST_MAX)
    return NULL;
  if (!g_file_get_contents (path, &content, &length, NULL))
    return NULL;

  root = syn_json_parse (content, length, NULL);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  format = json_object_get_member (json_node_get_object (root), "format");
  if (format == NULL || json_node_get_value_type (format) != G_TYPE_STRING ||
      strcmp (json_node_get_string (format), MANIFEST_FORMAT) != 0)
    return NULL;

  return g_steal_pointer (&root);
}

static void
add_listed (Walk *walk, Listing *listing, JsonNode *manifest)
{
  JsonNode *stories = json_object_get_member (json_node_get_object (manifest), "stories");
  JsonArray *array;

  if (stories == NULL || !JSON_NODE_HOLDS_ARRAY (stories))
    return;

  array = json_node_get_array (stories);
  for (guint i = 0; i < json_array_get_length (array); i++)
    add_listed_story (walk, listing, json_array_get_element (array, i));
}

/* FALSE where the folder has none: then its files speak for themselves. */
static gboolean
read_manifest (Walk *walk, const char *folder)
{
  g_autoptr (JsonNode) manifest = load_manifest (folder);
  Listing listing = { .folder = folder };

  if (manifest == NULL)
    return FALSE;

  add_listed (walk, &listing, manifest);

  return TRUE;
}

/* One story's folder of a corpus, opened by itself: the manifest beside it says which of its files are
 * articles. FALSE where there is none, or it lists none of them. */
static gboolean
read_manifest_above (Walk *walk, const char *folder)
{
  g_autofree char *whole = g_canonicalize_filename (folder, NULL);
  g_autofree char *above = g_path_get_dirname (whole);
  g_autofree char *name = g_path_get_basename (whole);
  g_autoptr (JsonNode) manifest = load_manifest (above);
  Listing listing = { .folder = folder, .within = name };

  if (manifest != NULL)
    add_listed (walk, &listing, manifest);

  return listing.n_listed > 0;
}

/* ---- folders ---- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_names (Walk *walk, const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GDir *dir;
  const char *name;

  errno = 0;
  dir = g_dir_open (folder, 0, NULL);
  if (dir == NULL) {
    report_errno (walk, folder, errno != 0 ? errno : EIO);
    return names;
  }
  while ((name = g_dir_read_name (dir)) != NULL) {
    if (*name != '.')
      g_ptr_array_add (names, g_strdup (name));
  }
  g_dir_close (dir);
  g_ptr_array_sort (names, compare_names);

  return names;
}

static void
walk_path (Walk *walk, const char *path, guint depth)
{
  g_autoptr (GPtrArray) names = NULL;
  struct stat status;

  if (g_cancellable_is_cancelled (walk->cancellable))
    return;
  if (stat (path, &status) < 0) {
    report_errno (walk, path, errno);
    return;
  }
  if (!is_new (walk, &status))
    return;
  if (g_str_has_suffix (path, "/" MANIFEST)) {
    g_autofree char *folder = g_path_get_dirname (path);

    if (read_manifest (walk, folder))
      return;
  }
  if (!S_ISDIR (status.st_mode)) {
    g_ptr_array_add (walk->files, g_strdup (path));
    return;
  }
  if (depth >= MAX_DEPTH) {
    report (walk, path, SYN_ERROR_TOO_LARGE, _ ("lies in too many folders"));
    return;
  }
  if (read_manifest (walk, path) || (depth == 0 && read_manifest_above (walk, path)))
    return;

  names = list_names (walk, path);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *child = g_build_filename (path, g_ptr_array_index (names, i), NULL);

    walk_path (walk, child, depth + 1);
  }
  if (names->len == 0)
    report (walk, path, SYN_ERROR_EMPTY, _ ("is an empty folder"));
}

GPtrArray *
syn_import_list (const char *const *paths,
                 GCancellable *cancellable,
                 SynImportFailedFunc failed,
                 gpointer user_data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk walk = { g_ptr_array_new_with_free_func (g_free), seen, cancellable, failed, user_data };

  g_return_val_if_fail (paths != NULL, walk.files);

  for (; *paths != NULL; paths++)
    walk_path (&walk, *paths, 0);

  return walk.files;
}
