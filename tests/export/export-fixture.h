/* A comparison of a few small files with texts of our own. */
#pragma once

#include "syn-engine.h"
#include "syn-export.h"

G_BEGIN_DECLS

/* `files`: the content of each article's file. (transfer full) */
SynComparison *fixture_compare (const char *const *files, guint n);

/* (transfer full); the length in `length` (out, optional). */
char *fixture_export (SynComparison *comparison, SynExportFormat format, gsize *length);

/* Two reports on one bridge, whose counts of cars differ. */
extern const char *const fixture_bridge[2];

/* Two articles whose fields and texts try to be markup, formulas and control characters. */
extern const char *const fixture_hostile[2];

G_END_DECLS
