/* What the writers for people say alike: letters, sources, places in an article, stances. */
#pragma once

#include "syn-comparison.h"

G_BEGIN_DECLS

/* A to Z in pane order; beyond that a number. */
void syn_export_append_letter (GString *out, guint article);

/* A span on one line, runs of white space as one space: (transfer full). */
char *syn_export_dup_line (SynDocument *document, SynSpan span);

/* "Harbour Wire, 2025-01-16": (transfer full). */
char *syn_export_dup_source (SynComparison *comparison, guint article);

/* "paragraph 4", "headline", and whose words they are if not the article's: (transfer full). */
char *syn_export_dup_place (SynComparison *comparison, guint article, SynSpan span);

/* "C, D": where the fact was not found; NULL where it stands in all. (transfer full) */
char *syn_export_dup_absent (const SynFact *fact);

/* "shared" or "differs"; translated. */
const char *syn_export_get_relation (const SynFact *fact);

/* The figure of a row's entry. */
const SynFigure *syn_export_get_figure (SynComparison *comparison, const SynFigureEntry *entry);

/* ">= 700000", "400000 to 1800000": the value in plain numbers. (transfer full) */
char *syn_export_dup_value (const SynFigure *figure);

G_END_DECLS
