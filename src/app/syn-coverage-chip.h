/* Who tells a story, and how many of its facts: a name, a count, and a bar along the bottom. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_COVERAGE_CHIP (syn_coverage_chip_get_type ())
G_DECLARE_FINAL_TYPE (SynCoverageChip, syn_coverage_chip, SYN, COVERAGE_CHIP, GtkWidget)

GtkWidget *syn_coverage_chip_new (void);

/* `n_facts` of the story's `n_all` facts; no count and no bar where `n_all` is 0, that is where nothing was
 * compared. */
void syn_coverage_chip_set (SynCoverageChip *self, const char *name, guint n_facts, guint n_all);

G_END_DECLS
