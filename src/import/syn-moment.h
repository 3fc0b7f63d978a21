/* A date, with or without a time, as a source writes it ("Jan. 14, 2025 at 3:05 p.m. EST", "2025年1月14日
 * 08:30", "Tue, 14 Jan 2025 08:30:00 +0100") to ISO 8601, as precise as it is stated and in the source's own
 * time zone. Only whole days and finer: a month or a year alone is no date of an article. */
#pragma once

#include "syn-span.h"

G_BEGIN_DECLS

/* How 3/4/2025 is to be read; with more than twelve in either place it needs no telling. */
typedef enum {
  SYN_MOMENT_UNDECIDED, /* such a date is none */
  SYN_MOMENT_DAY_FIRST,
  SYN_MOMENT_MONTH_FIRST,
} SynMomentOrder;

/* The first date in `text`, of a header, a meta element or a line that holds a date: (transfer full) or NULL.
 */
char *syn_moment_parse (const char *text, SynMomentOrder order);

/* The same in running text, where two-digit years and bare digits are not taken. `span` (may be NULL): its
 * bytes. */
char *syn_moment_find (const char *text, SynMomentOrder order, SynSpan *span);

/* What is usual in a language (BCP 47, may be NULL). */
SynMomentOrder syn_moment_get_order (const char *language);

G_END_DECLS
