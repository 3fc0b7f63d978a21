/* The fields that stand in an article's own lines: the headline, the byline, the line with the date and the
 * outlet above it, the source line and the names of the reporters below. For text that nothing else tells the
 * fields of. */
#pragma once

#include "syn-block.h"

G_BEGIN_DECLS

/* Sets what `draft` has not yet from `blocks` and takes the lines that are only that out of the text. Asides
 * are never asked. */
void syn_lead_read (SynDraft *draft, GPtrArray *blocks);

/* What the body's own first paragraph says of agency and date, for text that has them nowhere else. */
void syn_lead_read_body (SynDraft *draft, const GPtrArray *blocks);

/* The date that stands on a line of its own near the headline, in blocks kept or dropped: where a page says
 * nowhere else. */
void syn_lead_read_date (SynDraft *draft, const GPtrArray *blocks);

/* "The Guardian-Headline", "Headline | Valley Post": TRUE with both parts, (transfer full); FALSE where no
 * part is plainly the name of an outlet. */
gboolean syn_lead_split_outlet (const char *line, char **title, char **outlet);

G_END_DECLS
