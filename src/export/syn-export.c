#include "config.h"

#include "syn-export-private.h"

typedef struct {
  const char *name;
  SynExportWriter writer;
} Format;

static const Format formats[] = {
  [SYN_EXPORT_JSON] = { "json", syn_export_write_json },
  [SYN_EXPORT_TEXT] = { "text", syn_export_write_text },
  [SYN_EXPORT_HTML] = { "html", syn_export_write_html },
  [SYN_EXPORT_MARKDOWN] = { "markdown", syn_export_write_markdown },
  [SYN_EXPORT_CSV] = { "csv", syn_export_write_csv },
  [SYN_EXPORT_ANNOTATIONS] = { "annotations", syn_export_write_annotations },
};

gboolean
syn_export_format_from_name (const char *name, SynExportFormat *format)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    if (g_strcmp0 (formats[i].name, name) == 0) {
      *format = i;
      return TRUE;
    }
  }

  return FALSE;
}

gboolean
syn_export_comparison (SynComparison *comparison,
                       const SynExportOptions *options,
                       GOutputStream *stream,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_val_if_fail (SYN_IS_COMPARISON (comparison), FALSE);
  g_return_val_if_fail (options->format < G_N_ELEMENTS (formats), FALSE);

  formats[options->format].writer (comparison, options, out);

  return g_output_stream_write_all (stream, out->str, out->len, NULL, cancellable, error);
}
