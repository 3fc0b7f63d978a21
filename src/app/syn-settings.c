#include "config.h"

#include "syn-settings.h"

#include "syn-paths.h"

GSettings *
syn_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) built = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (syn_paths_is_uninstalled ()) {
    built = g_settings_schema_source_new_from_directory (SYN_BUILD_ROOT "/data", source, TRUE, NULL);
    if (built != NULL) {
      source = built;
    }
  }

  if (source != NULL) {
    schema = g_settings_schema_source_lookup (source, SYN_APP_ID, TRUE);
  }

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
