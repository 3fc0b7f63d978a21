/* Lines within a text that say "Source: Valley Post", "来源：山谷日报 | 2024-03-03 14:05" or "Author: Ann
 * Field". */
#pragma once

#include "syn-block.h"

G_BEGIN_DECLS

/* Sets what the line says and takes it out of the text; FALSE for a line that is none, or whose value cannot
 * be what its key promises ("Author: I never meant to leave"). What `draft` has already stays as it is. */
gboolean syn_source_line_take (SynDraft *draft, SynBlock *block);

G_END_DECLS
