/* A comparison in other people's formats. Writers read the comparison alone and write UTF-8 to a stream;
 * nothing is cut silently. */
#pragma once

#include <gio/gio.h>

#include "syn-comparison.h"

G_BEGIN_DECLS

typedef enum {
  SYN_EXPORT_JSON,
  SYN_EXPORT_TEXT,
  SYN_EXPORT_HTML, /* one self-contained file */
  SYN_EXPORT_MARKDOWN,
  SYN_EXPORT_CSV,         /* one row a mention */
  SYN_EXPORT_ANNOTATIONS, /* W3C Web Annotation, JSON-LD */
} SynExportFormat;

/* "json", "text", ...: FALSE for an unknown name. */
gboolean syn_export_format_from_name (const char *name, SynExportFormat *format);

typedef struct {
  SynExportFormat format;
  double
      threshold; /* facts and marks below it are left out, except in JSON, which has all with their scores */
} SynExportOptions;

gboolean syn_export_comparison (SynComparison *comparison,
                                const SynExportOptions *options,
                                GOutputStream *stream,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
