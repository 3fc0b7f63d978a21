/* What the writers share. Each appends the whole comparison, in its format, to `out`. */
#pragma once

#include "syn-export.h"

G_BEGIN_DECLS

typedef void (*SynExportWriter) (SynComparison *comparison, const SynExportOptions *options, GString *out);

void syn_export_write_json (SynComparison *comparison, const SynExportOptions *options, GString *out);
void syn_export_write_text (SynComparison *comparison, const SynExportOptions *options, GString *out);
void syn_export_write_html (SynComparison *comparison, const SynExportOptions *options, GString *out);
void syn_export_write_markdown (SynComparison *comparison, const SynExportOptions *options, GString *out);
void syn_export_write_csv (SynComparison *comparison, const SynExportOptions *options, GString *out);
void syn_export_write_annotations (SynComparison *comparison, const SynExportOptions *options, GString *out);

G_END_DECLS
